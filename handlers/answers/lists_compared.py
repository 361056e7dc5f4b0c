"""Lists shown one after the other, weighed by how many they hold: "miến", "bún", "so sánh hai
cái"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from handlers.answers.not_found import list_date, own_count
from handlers.answers.places_compared import counted_line, weighs_stars
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import as_choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.lists.headings import heading
from handlers.lists.listing import Listing, listed
from handlers.words.wording import body, item
from knowledge.facts import Place

_BY_STARS = (5, 4, 3)


def answer(asked: Asked, *, lists: Sequence[Listing]) -> Answer:
    """How many each list holds, by stars, and which of them holds more."""
    t, catalogue = asked.t, asked.catalogue
    held: dict[str, Counter[int]] = {}
    choices: list[Choice] = []
    for listing in lists:
        one, place = _of(asked, listing)
        found = listed(one.question, one.question.places, catalogue, asked.today)
        name = heading(one, place)
        held[name] = Counter(product.stars or 0 for product in found)
        choices += as_choice(name, listing.page(0))
    lines = [item(counted_line(name, counted, t)) for name, counted in held.items()]
    told = [*lines, *_verdict(asked, held), own_count(asked)]
    return answered(Outcome.ANSWER, told, choices, places=asked.question.places)


def _of(asked: Asked, listing: Listing) -> tuple[Asked, Place | None]:
    """What is asked, of one list alone; and the place it is of."""
    catalogue = asked.catalogue
    places = tuple(catalogue.places[key] for key in listing.places if key in catalogue.places)
    question = replace(
        asked.question,
        places=places,
        stars=listing.stars,
        category=listing.category,
        kinds=listing.kinds,
    )
    return replace(asked, question=question), places[0] if places else None


def _verdict(asked: Asked, held: dict[str, Counter[int]]) -> list[Paragraph]:
    """Which list holds most, or most of the highest stars; nothing where they are alike."""
    by_stars = weighs_stars(asked.question)

    def worth(name: str) -> tuple[int, ...]:
        counted = held[name]
        return tuple(counted[each] for each in _BY_STARS) if by_stars else (counted.total(),)

    best, second = sorted(held, key=worth, reverse=True)[:2]
    if worth(best) == worth(second):
        return []
    values = {"list": best, "date": list_date(asked)}
    if by_stars:
        line = asked.t.gettext("Most of the highest stars: {list}.", **values)
    else:
        line = asked.t.gettext("Most products: {list}.", **values)
    return [body(line)]
