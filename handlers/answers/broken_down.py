"""How the products of a place are spread over its districts, groups, years or stars, as far as our
own list tells: "huyện nào ở Sơn La có OCOP", "thống kê theo nhóm"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from msgspec.structs import replace

from handlers.answers import statistics
from handlers.answers.not_found import own_count
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.geography.territory import today_note
from handlers.lists.headings import heading
from handlers.lists.listing import Listing, listed_at
from handlers.lists.meant import uncertified
from handlers.words.naming import category_name
from handlers.words.places import place_name
from handlers.words.reading import folded
from handlers.words.wording import body, item, note, title
from knowledge.facts import Place, PlaceLevel, Product
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import (
    BY_DISTRICTS,
    BY_GROUPS,
    BY_STARS,
    BY_YEARS,
    DISTRICTS,
    GOODS,
    MOST,
)


class By(StrEnum):
    """What a list is spread over."""

    DISTRICT = "district"
    GROUP = "group"
    YEAR = "year"
    STARS = "stars"


_ASKED = {
    BY_DISTRICTS: By.DISTRICT,
    BY_GROUPS: By.GROUP,
    BY_YEARS: By.YEAR,
    BY_STARS: By.STARS,
}
_WHICH_HAVE_GOODS = frozenset({DISTRICTS, GOODS})
_WIDE = frozenset({PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE})
_LISTS = frozenset({Intent.SPECIALITIES, Intent.STATISTICS, Intent.OUTLETS, Intent.UNKNOWN})


def is_asked(question: Question) -> bool:
    """Whether it is asked how the products of one place are spread."""
    if len(question.places) > 1 or question.intent not in _LISTS or question.products:
        return False
    by = _by(question)
    # Over the whole country the districts are too many to tell
    return by is By.DISTRICT or (by is not None and bool(question.places))


def _by(question: Question) -> By | None:
    found = next((by for sense, by in _ASKED.items() if sense in question.cues), None)
    if found is not None:
        return found
    # "đăng ký khai sinh ở xã nào" asks of no goods
    which = question.cues >= _WHICH_HAVE_GOODS and MOST not in question.cues
    return By.DISTRICT if which else None


def answer(asked: Asked) -> Answer:
    """The counts, the largest first or the newest, and what cannot be told."""
    if not asked.question.places:
        return answered(Outcome.TALK, [body(f"{_none_told(asked)} {_which_province(asked)}")])
    by = _by(asked.question) or By.DISTRICT
    place = _whole(asked, asked.question.places[0], by)
    asked = replace(asked, question=replace(asked.question, places=(place,), place_rivals=False))
    found = listed_at(asked, place)
    named = [_name(asked, each, by) for each in found]
    counts = Counter(name for name in named if name)
    t = asked.t
    paragraphs: list[Paragraph] = [title(f"{heading(asked, place)} ({t.number(len(found))})")]
    paragraphs += [item(f"{name}: {t.number(counts[name])}") for name in _in_order(counts, by)]
    unknown = len(found) - counts.total()
    if unknown:
        line = t.ngettext(
            "Of {count} more product my sources do not tell it.",
            "Of {count} more products my sources do not tell it.",
            unknown,
        )
        paragraphs.append(note(line))
    apart = uncertified(asked, found)
    paragraphs += [note(apart)] if apart else []
    if by is By.GROUP and asked.question.intent is Intent.STATISTICS:
        # Official counts may tell the groups too
        paragraphs = [*statistics.answer(asked).reply.paragraphs, *paragraphs]
    if by is By.DISTRICT:
        paragraphs.append(body(_none_told(asked)))
    paragraphs.append(own_count(asked))
    paragraphs += today_note(asked, place)
    label = t.gettext("See products of {place}", place=place_name(place, t))
    choices = [Choice(label, Listing.of(asked.question).page(0).text)] if found else []
    return answered(Outcome.ANSWER, paragraphs, choices, places=(place,))


def _none_told(asked: Asked) -> str:
    return asked.t.gettext(
        "Which districts or communes have none I cannot tell: my list is not complete."
    )


def _which_province(asked: Asked) -> str:
    return asked.t.gettext("Name a province, and I will count those of its districts that I know.")


def _whole(asked: Asked, place: Place, by: By) -> Place:
    """The province, where its town of the same name was read: "theo huyện Sơn La"."""
    if by is not By.DISTRICT or place.level in _WIDE:
        return place
    province = asked.catalogue.province(place.provinces[0])
    return province if folded(province.name) == folded(place.name) else place


def _name(asked: Asked, product: Product, by: By) -> str:
    """What of the spread a product belongs to; empty where that is not known."""
    return _NAMES[by](asked, product)


def _district(asked: Asked, product: Product) -> str:
    small = asked.question.places[0].level not in _WIDE
    location = product.location
    return (location.commune_name if small else location.district_name) or ""


def _group(asked: Asked, product: Product) -> str:
    return category_name(product.category, asked.t)


def _year(asked: Asked, product: Product) -> str:
    newest = product.certificates[0] if product.stars else None
    return str(newest.year) if newest is not None and newest.year else ""


def _stars(asked: Asked, product: Product) -> str:
    stars = product.stars
    if stars is None:
        return ""
    return asked.t.gettext("{stars} stars", stars=str(stars))


_NAMES: dict[By, Callable[[Asked, Product], str]] = {
    By.DISTRICT: _district,
    By.GROUP: _group,
    By.YEAR: _year,
    By.STARS: _stars,
}


def _in_order(counts: Counter[str], by: By) -> list[str]:
    if by in {By.YEAR, By.STARS}:
        return sorted(counts, reverse=True)
    return sorted(counts, key=lambda name: (-counts[name], folded(name)))
