"""What every handler is given and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from handlers.chat.actions import Action
from handlers.chat.keeping import NOTHING, Effect, Kept
from handlers.chat.pages import Page
from handlers.chat.reply import Choice, Outcome, Paragraph, Reply
from knowledge.catalogue import Catalogue
from knowledge.facts import Place, Product
from knowledge.understanding.question import Question
from locales import Translator

PAGE = 5
"""Entries of a list before "more": what a telephone shows without scrolling."""


class Asked(Struct, frozen=True):
    """A question to answer, with the knowledge and the language to answer it in."""

    question: Question
    catalogue: Catalogue
    t: Translator
    today: date
    offset: int = 0
    """Entries of the list already shown: 0 for a first question."""
    action: Action | None = None
    """The choice that was tapped, for handlers that need more of it than the question says."""
    point: tuple[float, float] | None = None
    """Where the person is, latitude and longitude in degrees, if they told."""
    comment: str = ""
    """What the person wrote to whoever keeps the bot."""
    scanned: tuple[str, ...] = ()
    """Texts of the codes read from a picture."""
    kept: Kept = NOTHING
    """What is kept of the chat; loaded only for intents in :data:`handlers.chat.keeping.NEEDED`."""

    @property
    def products(self) -> list[Product]:
        """The products that the question names or may mean, as far as they are still known."""
        known = self.catalogue.products
        return [known[each.code] for each in self.question.products if each.code in known]


class Answer(Struct, frozen=True):
    """A reply and what it shows, so that a follow-up or a record can refer to it."""

    reply: Reply
    products: tuple[str, ...] = ()
    """Codes of the products shown or offered, in the order shown."""
    producers: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    effects: tuple[Effect, ...] = ()
    """What is to be kept or forgotten because of this answer."""
    page: Page | None = None
    """The page of a list that it shows."""

    def telling(self, *paragraphs: Paragraph, choices: Iterable[Choice] | None = None) -> Answer:
        """The same answer in other words, and with other choices where they are given."""
        offered = self.reply.choices if choices is None else tuple(choices)
        return replace(self, reply=replace(self.reply, paragraphs=paragraphs, choices=offered))

    def after(self, *before: Paragraph) -> Answer:
        """The same answer with something said before it."""
        return self.telling(*before, *self.reply.paragraphs)


def answered(
    outcome: Outcome,
    paragraphs: list[Paragraph],
    choices: list[Choice] | None = None,
    *,
    products: tuple[str, ...] = (),
    producers: tuple[str, ...] = (),
    places: tuple[Place, ...] = (),
    effects: tuple[Effect, ...] = (),
    page: Page | None = None,
) -> Answer:
    """An answer made of paragraphs and choices."""
    return Answer(
        Reply(outcome, tuple(paragraphs), tuple(choices or ())),
        products,
        producers,
        places,
        effects,
        page,
    )
