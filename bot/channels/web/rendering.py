"""A Reply as a page shows it: blocks of plain pieces, from which the templates make HTML.

Nothing here is markup: the templates escape every piece, so that no word of a person or of a source
can become an element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from bot.text import one_line, presentable
from handlers.answers.feedback import votes
from handlers.chat.actions import Verb
from handlers.chat.reply import Choice, ContactCard, GeoPoint, Paragraph, Role, Run, Style
from handlers.conversation import Turn
from handlers.words.naming import product_name
from handlers.words.stars import FULL
from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from locales import Translator

_RATING = re.compile("[★☆]{5}|[1-5]★")
"""Stars in a text: a row of five, or a number before one."""
_OPENED = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style, or drawn stars."""

    text: str
    strong: bool = False
    url: str | None = None
    stars: int | None = None
    """Stars to draw instead of the text, which then says the same to those who cannot see it."""
    full_row: bool = False
    """Whether the stars not awarded are drawn too, as outlines."""


@dataclass(frozen=True, slots=True)
class Card:
    """An entry of a list: a product with its page and the choice that tells more, or plain text."""

    pieces: tuple[Piece, ...]
    product: Product | None = None
    choice: Choice | None = None
    """The choice that opens this product; it is then not among the choices below."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or entries that follow one another as one list."""

    role: Role
    pieces: tuple[Piece, ...] = ()
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A choice with its label cut into pieces."""

    pieces: tuple[Piece, ...]
    action: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer, ready for the templates."""

    blocks: tuple[Block, ...]
    options: tuple[Option, ...]
    product: Product | None
    """The one product the answer is about: its page is linked."""
    point: GeoPoint | None
    contact: ContactCard | None
    asks_location: bool
    votes: tuple[Choice, ...]
    """What can be said of the answer; none where it is not asked."""


def render(turn: Turn, catalogue: Catalogue, t: Translator) -> Shown:
    """Render the reply of a turn.

    Entries that name the products of the answer become cards, and a choice that only opens the
    product of a card becomes the card's own; every other choice stays below, in the order offered.
    """
    reply = turn.reply
    products = [
        catalogue.products[code] for code in turn.answer.products if code in catalogue.products
    ]
    opening = {
        choice.action[1:]: choice
        for choice in reply.choices
        if choice.action.startswith(Verb.PRODUCT.value)
    }
    blocks = _blocks(reply.paragraphs, products, opening, t)
    taken = {
        card.choice.action for block in blocks for card in block.cards if card.choice is not None
    }
    return Shown(
        blocks=blocks,
        options=tuple(
            Option(tuple(_drawn(Run(one_line(choice.label)))), choice.action)
            for choice in reply.choices
            if choice.action not in taken
        ),
        product=products[0] if len(products) == 1 else None,
        point=reply.point,
        contact=reply.contact,
        asks_location=reply.asks_location,
        votes=votes(reply.feedback) if reply.feedback is not None else (),
    )


def pieces(paragraph: Paragraph) -> tuple[Piece, ...]:
    """The runs of a paragraph with their stars drawn."""
    return tuple(piece for run in paragraph.runs for piece in _drawn(run))


def telephone(number: str) -> str:
    """The address that calls a number as it was published."""
    return "tel:" + quote(re.sub(r"[^\d+]", "", re.split(r"[,;/]| - ", number, maxsplit=1)[0]))


def map_url(point: GeoPoint) -> str:
    """A map of the spot, on a site that needs no account."""
    spot = f"{point.latitude:.5f}/{point.longitude:.5f}"
    latitude, longitude = spot.split("/")
    return f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=14/{spot}"


def _blocks(
    paragraphs: Iterable[Paragraph],
    products: Sequence[Product],
    opening: dict[str, Choice],
    t: Translator,
) -> tuple[Block, ...]:
    left = list(products)
    blocks: list[Block] = []
    for paragraph in paragraphs:
        if paragraph.role is not Role.ITEM:
            blocks.append(Block(paragraph.role, pieces(paragraph)))
            continue
        product = _named(paragraph, left, t)
        if product is not None:
            left.remove(product)
        card = Card(
            pieces(paragraph), product, opening.get(product.code) if product is not None else None
        )
        if blocks and blocks[-1].role is Role.ITEM:
            blocks[-1] = Block(Role.ITEM, cards=(*blocks[-1].cards, card))
        else:
            blocks.append(Block(Role.ITEM, cards=(card,)))
    return tuple(blocks)


def _named(paragraph: Paragraph, products: Sequence[Product], t: Translator) -> Product | None:
    """The product that a list entry begins with the name of."""
    first = paragraph.runs[0] if paragraph.runs else None
    if first is None or first.style is not Style.STRONG:
        return None
    return next((each for each in products if product_name(each, t) == first.text), None)


def _drawn(run: Run) -> Iterable[Piece]:
    text = presentable(run.text)
    url = one_line(run.url) if run.url and run.url.startswith(_OPENED) else None
    strong = run.style is Style.STRONG
    end = 0
    for found in _RATING.finditer(text):
        if found.start() > end:
            yield Piece(text[end : found.start()], strong, url)
        row = found.group()
        awarded = row.count("★") if len(row) == FULL else int(row[0])
        yield Piece(row, stars=awarded, full_row=len(row) == FULL)
        end = found.end()
    if end < len(text):
        yield Piece(text[end:], strong, url)
