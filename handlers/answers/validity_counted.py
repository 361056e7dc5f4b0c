"""How many certificates still hold, end soon or have ended: a count of our own, from our list."""

from __future__ import annotations

from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph
from handlers.geography.territory import today_note
from handlers.lists.awards import caution
from handlers.lists.headings import heading
from handlers.lists.listing import listed, unfiltered
from handlers.words.wording import body
from knowledge.facts import Place


def of_place(asked: Asked, place: Place | None) -> list[Paragraph]:
    """How many products of a place, or of the country, have a certificate that ends as asked, among
    how many, on what day; what that leaves out, and that no official count tells it."""
    t, question = asked.t, asked.question
    places = () if place is None else (place,)
    all_there = unfiltered(question, places, asked.catalogue)
    found = listed(question, places, asked.catalogue, asked.today)
    line = t.ngettext(
        "{heading}: {found} of {count} product in our own list, counted on {today}.",
        "{heading}: {found} of {count} products in our own list, counted on {today}.",
        len(all_there),
        heading=heading(asked, place),
        found=t.number(len(found)),
        today=t.date(asked.today),
    )
    told = [body(line)]
    unofficial = t.gettext("An official count of that is not known to us.")
    return [*told, *caution(asked, all_there), body(unofficial), *today_note(asked, place)]
