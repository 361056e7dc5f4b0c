"""Which page of a list an answer shows, and how its heading tells."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.chat.actions import Action
from handlers.chat.answering import PAGE, Asked
from handlers.chat.pages import NUMBERED, Page
from knowledge.facts import Product


def page_of(asked: Asked, action: Action, count: int, products: Sequence[Product] = ()) -> Page:
    """The page asked for of a list of ``count`` entries, which ``action`` shows from its beginning;
    ``products`` are all of them in their order. Behind a page on which some of them were moved up
    no entry is known by its number any more."""
    if asked.offset % PAGE:
        return Page.of(action, asked.offset, count, PAGE)
    codes = tuple([product.code for product in products[:NUMBERED]])
    return Page.of(action, asked.offset, count, PAGE, codes)


def counted_heading(asked: Asked, heading: str, page: Page) -> str:
    """A heading with how many there are, and which page of them is shown after the first."""
    t = asked.t
    counted = f"{heading} ({t.number(page.count)})"
    if not page.offset or page.offset % page.size:
        return counted
    told = t.gettext("page {page} of {pages}", page=page.number, pages=page.pages)
    return f"{counted} – {told}"
