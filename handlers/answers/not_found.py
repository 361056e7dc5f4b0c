"""What to say when nothing in the list is what was asked about."""

from __future__ import annotations

import unicodedata

from handlers.answers.examples import EXAMPLES_OFFERED, example_choices
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import as_choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.lists.listing import Listing
from handlers.words.naming import cut, kind_names
from handlers.words.places import place_name
from handlers.words.wording import body, capitalised, note
from knowledge.understanding.question import Intent

LONGEST_QUOTE = 60


def answer(asked: Asked) -> Answer:
    """Say honestly that it is not in our list, and what can be done next."""
    question, t = asked.question, asked.t
    words = quoted(question.not_known or question.text)
    choices = of_its_kind(asked, question.kinds_beside)
    for place in (question.places or question.places_beside)[:2]:
        label = t.gettext("OCOP products from {place}", place=place_name(place, t))
        choices += as_choice(label, Listing(places=(place.key,)).page(0))
    choices_beside = bool(choices)
    choices += example_choices(t)[: max(EXAMPLES_OFFERED - len(choices), 1)]
    if not words:
        first = t.gettext("Which OCOP product or place would you like to know about?")
        return answered(Outcome.NOT_FOUND, [body(first)], choices)
    if question.other_topic and choices_beside:
        line = t.gettext(
            "I only know about OCOP products, and cannot help with that. But look here:"
        )
        return answered(Outcome.NOT_FOUND, [body(line)], choices)
    if question.intent is Intent.UNKNOWN and not question.kinds_beside:
        return answered(
            Outcome.NOT_FOUND,
            [
                body(
                    t.gettext("I only know about OCOP products, and found none in this question.")
                ),
                body(t.gettext("Try the product's name as on its label, or a province.")),
            ],
            choices,
        )
    if question.bare:
        which = t.gettext("Which product do you mean? Give me the name on its label.")
        return answered(Outcome.NOT_FOUND, [body(which)], choices)
    return answered(
        Outcome.NOT_FOUND,
        [
            body(
                t.gettext(
                    "I cannot find “{words}” in the OCOP list I hold (as of {date}).",
                    words=words,
                    date=list_date(asked),
                )
            ),
            body(
                t.gettext(
                    "It may be certified all the same: the list does not have every product. Try "
                    "the name on the label, the producer, or the province it comes from."
                )
            ),
        ],
        choices,
    )


def of_its_kind(asked: Asked, kinds: tuple[str, ...]) -> list[Choice]:
    """What there is of some kinds: of the one that a thing not found would be of."""
    count = len(asked.catalogue.products_at(kinds=kinds)) if kinds else 0
    if not count:
        return []
    what = capitalised(kind_names(kinds, asked.catalogue, asked.t))
    label = asked.t.gettext("{what} across the country", what=what)
    page = Listing(kinds=kinds).alone(0)
    return [Choice(f"{label} ({asked.t.number(count)})", page.text)] if page else []


def list_date(asked: Asked) -> str:
    """The date of the newest source our list was made from, for the reader."""
    newest = asked.catalogue.as_of
    return asked.t.date(newest) if newest else asked.t.gettext("date not known")


def own_count(asked: Asked) -> Paragraph:
    """That it was counted in our own list, behind what was."""
    return note(
        asked.t.gettext(
            "Counted in our own list ({date}), which is not complete.", date=list_date(asked)
        )
    )


def quoted(text: str) -> str:
    """The person's own words fit to be shown: one line, no invisible or directing characters."""
    shown = "".join(
        " " if letter.isspace() else letter
        for letter in text[: 4 * LONGEST_QUOTE]
        if letter.isspace() or unicodedata.category(letter)[0] != "C"
    )
    return cut(" ".join(shown.split()), LONGEST_QUOTE)
