"""Which provinces have the most products, by the newest official count of each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from handlers.answers.figures import counted_of, is_limited
from handlers.answers.not_found import list_date
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.geography.territory import provinces_of_today
from handlers.lists.awards import star_words, when
from handlers.lists.headings import heading as list_heading
from handlers.lists.listing import Listing
from handlers.lists.listing import counted as products_counted
from handlers.words.places import place_name, unit_name
from handlers.words.sourcing import sources_note
from handlers.words.wording import body, item, joined, strong, title
from knowledge.facts import Figure, Place, PlaceLevel
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import EACH_PROVINCE, FEWEST

_TOP = re.compile(r"\btop (?P<top>[1-9]\d?)\b|\b(?P<count>[1-9]\d?) (?:tinh|dia phuong|province)")
_YEAR = 4
"""Letters of a date that tell its year."""
_MANY = 34
"""There are so many provinces."""
_NAMED_AT_MOST = 10
"""Provinces without a count that are still named one by one."""


class _Counted(Struct, frozen=True):
    province: Place
    count: int
    figures: tuple[Figure, ...]
    """The count of the whole province, or those of all former provinces it was made from."""
    held: int = 0
    """How many our own list has, which may be newer."""

    @property
    def is_sum(self) -> bool:
        """Whether it adds up the counts of former provinces, which are of different dates."""
        return len(self.figures) > 1


def answer(asked: Asked) -> Answer:
    """The provinces with the highest newest counts, or the lowest, each with its date, and how
    many provinces our own list has products of."""
    t, question = asked.t, asked.question
    codes = {code for place in question.places for code in place.provinces}
    provinces = [
        place
        for place in provinces_of_today(asked.catalogue)
        if not codes or place.provinces[0] in codes
    ]
    counted = _in_order(asked, provinces)
    if FEWEST in question.cues:
        counted = _fewest_first(asked, counted)
    shown = counted[: _how_many(question)]
    paragraphs = [
        title(_heading(asked)),
        *(_entry(asked, number, each) for number, each in enumerate(shown, 1)),
        *_how_counted(asked, shown, counted, provinces),
        _held(asked, provinces),
        *sources_note((figure.source for each in shown for figure in each.figures), t),
    ]
    choices = [
        Choice(
            t.gettext("See products of {place}", place=place_name(each.province, t)),
            Listing.of(replace(question, places=(each.province,))).page(0).text,
        )
        for each in shown[:3]
    ]
    return answered(Outcome.ANSWER, paragraphs, choices, places=question.places)


def _heading(asked: Asked) -> str:
    """By what the provinces are ranked."""
    t, question = asked.t, asked.question
    if question.kinds or question.category or question.validity:
        what = list_heading(asked, None)
        return t.gettext("{what}, by province, as far as our own list goes", what=what)
    fewest = FEWEST in question.cues
    if question.stars is None:
        if fewest:
            return t.gettext("Provinces with the fewest OCOP products counted")
        return t.gettext("Provinces with the most OCOP products")
    stars = star_words(question)
    if fewest:
        return t.gettext(
            "Provinces with the fewest {stars}-star OCOP products counted", stars=stars
        )
    return t.gettext("Provinces with the most {stars}-star OCOP products", stars=stars)


def _entry(asked: Asked, number: int, each: _Counted) -> Paragraph:
    """A province with its number in the order, its count and when that was."""
    t = asked.t
    name = strong(f"{number}. {place_name(each.province, t)}")
    products = t.ngettext("{count} product", "{count} products", each.count)
    told = f"{products} ({_dated(each, asked)})" if each.figures else products
    if each.held > each.count:
        held = t.gettext("our own list has {count}", count=t.number(each.held))
        told = f"{told}; {held}"
    return item(joined((name, told), ": "))


def _how_counted(
    asked: Asked, shown: list[_Counted], counted: list[_Counted], provinces: list[Place]
) -> list[Paragraph]:
    """How far the official counts can be set beside one another; that there are none."""
    t = asked.t
    if not shown:
        return [body(t.gettext("I know no official count of this by province."))]
    if not shown[0].figures:
        return []  # our own list, which is all of one day
    order = t.gettext(
        "The counts are the newest official ones I know, of {known} of {all} provinces. Their "
        "dates differ, so the order may be another today.",
        known=t.number(len(counted)),
        all=t.number(len(provinces)),
    )
    paragraphs = [body(order)]
    if any(each.is_sum for each in shown):
        added = t.gettext(
            "Where former provinces are named, the count is not official: I added up theirs "
            "from before the merger of July 2025."
        )
        paragraphs.append(body(added))
    return [*paragraphs, *_missing(asked, provinces, counted)]


def _held(asked: Asked, provinces: list[Place]) -> Paragraph:
    """Of how many provinces our own list has such products."""
    t = asked.t
    held = sum(bool(_ours(asked, place)) for place in provinces)
    own = t.gettext(
        "Our own list ({date}) has such products from {held} of {all} provinces.",
        date=list_date(asked),
        held=t.number(held),
        all=t.number(len(provinces)),
    )
    return body(own)


def _how_many(question: Question) -> int:
    """How many provinces to tell: those asked for ("top 10", "từng tỉnh"), else a page."""
    if EACH_PROVINCE in question.cues:
        return _MANY
    found = _TOP.search(question.said)
    return int(found["top"] or found["count"]) if found else PAGE


def _dated(each: _Counted, asked: Asked) -> str:
    """When a count is of: for a sum, each former province with the date of its own."""
    t = asked.t
    told = []
    for figure in each.figures:
        date = when(figure.as_of, t) if figure.as_of else t.gettext("date not stated")
        if each.is_sum and figure.former_province is not None:
            former = place_name(asked.catalogue.former_province(figure.former_province), t)
            date = f"{former} {date}"
        told.append(date)
    return " + ".join(told)


def _missing(asked: Asked, provinces: list[Place], counted: list[_Counted]) -> list[Paragraph]:
    """Names the few provinces that no count is known of."""
    known = {each.province.provinces for each in counted}
    names = [place_name(each, asked.t) for each in provinces if each.provinces not in known]
    if not 0 < len(names) <= _NAMED_AT_MOST:
        return []
    sentence = asked.t.gettext("Missing here: {places}.", places=", ".join(names))
    return [body(sentence)]


def rank_told(asked: Asked, place: Place) -> str | None:
    """Which place in the order a province has; ``None`` where its count is not known."""
    t, question = asked.t, asked.question
    counted = _in_order(asked, provinces_of_today(asked.catalogue))
    ours = next((each for each in counted if each.province.provinces == place.provinces), None)
    if ours is None or place.level is not PlaceLevel.PROVINCE:
        return None
    newer = _roughly_newer(asked, ours)
    if newer is not None:
        return t.gettext(
            "With about {count} ({date}) {place} would be number {number} by the newest official "
            "counts I know of {known} provinces. Those are of different dates, many of them from "
            "after the mergers of July 2025, so the rank that a source tells may be another.",
            place=unit_name(place, t),
            count=t.number(newer.rough_total or 0),
            date=when(newer.as_of or "", t),
            number=t.number(1 + sum(each.count > (newer.rough_total or 0) for each in counted)),
            known=t.number(len(counted)),
        )
    values = {
        "place": unit_name(place, t),
        "number": t.number(1 + sum(each.count > ours.count for each in counted)),
        "known": t.number(len(counted)),
        "count": t.number(ours.count),
    }
    if question.stars is None:
        return t.gettext(
            "{place} is number {number} of the {known} provinces whose newest official count I "
            "know, with {count} products.",
            **values,
        )
    return t.gettext(
        "{place} is number {number} of the {known} provinces whose newest official count I know, "
        "with {count} products of {stars} stars.",
        stars=star_words(question),
        **values,
    )


def _roughly_newer(asked: Asked, ours: _Counted) -> Figure | None:
    """A rough count of a province that is of a later year than the exact one."""
    if asked.question.stars is not None or not ours.figures:
        return None
    year = (ours.figures[0].as_of or "")[:_YEAR]
    rough = (each for each in asked.catalogue.figures_of(ours.province) if each.rough_total)
    return next((each for each in rough if (each.as_of or "")[:_YEAR] > year), None)


class Newest(Struct, frozen=True):
    """The newest official count of a place."""

    count: int
    told: str
    """With when it is of."""
    sources: tuple[str, ...]


def newest_count(asked: Asked, place: Place) -> Newest | None:
    """The newest official count of a province; ``None`` where it is not known for all its land, or
    where our own list has to do."""
    t = asked.t
    if place.level is PlaceLevel.FORMER_PROVINCE:
        known = (
            (figure, counted_of(figure, asked.question))
            for figure in asked.catalogue.figures_of(place)
            if figure.former_province is not None and not is_limited(figure)
        )
        found = next(((figure, count) for figure, count in known if count is not None), None)
        counted = _Counted(place, found[1], (found[0],)) if found is not None else None
    else:
        whole = place.level is PlaceLevel.PROVINCE
        counted = _newest(asked, place) if whole else None
    if counted is None or not counted.figures:
        return None
    newer = _roughly_newer(asked, counted)
    if newer is not None and newer.rough_total is not None:
        about = t.gettext("about {count}", count=t.number(newer.rough_total))
        told = f"{about} ({when(newer.as_of or '', t)})"
        return Newest(newer.rough_total, told, (newer.source,))
    told = f"{t.number(counted.count)} ({_dated(counted, asked)})"
    return Newest(counted.count, told, tuple(figure.source for figure in counted.figures))


def _in_order(asked: Asked, provinces: Iterable[Place]) -> list[_Counted]:
    counted = [each for place in provinces if (each := _newest(asked, place)) is not None]
    return sorted(counted, key=lambda each: (-each.count, each.province.name))


def _fewest_first(asked: Asked, counted: list[_Counted]) -> list[_Counted]:
    """In order from the lowest count. Of stars our own list may have more than an older count, and
    then a province has no fewer than that."""
    counted = counted[::-1]
    if asked.question.stars is None:
        return counted
    held = [replace(each, held=_ours(asked, each.province)) for each in counted]
    return sorted(held, key=lambda each: max(each.count, each.held))


def _newest(asked: Asked, province: Place) -> _Counted | None:
    """The newest known count of a province; ``None`` when it cannot be told for all its land.

    Of a kind or group, or of certificates that end, no province is counted: our own list has to do.
    """
    if asked.question.kinds or asked.question.category or asked.question.validity:
        count = _ours(asked, province)
        return _Counted(province, count, ()) if count else None
    figures = asked.catalogue.figures_of(province)
    known = [(each, counted_of(each, asked.question)) for each in figures]
    told = [(each, count) for each, count in known if count is not None and not is_limited(each)]
    whole = next(((each, count) for each, count in told if each.former_province is None), None)
    if whole is not None:
        return _Counted(province, whole[1], (whole[0],))
    parts = []
    for code in province.former_provinces:
        part = next(((each, count) for each, count in told if each.former_province == code), None)
        if part is None:
            return None
        parts.append(part)
    return _Counted(province, sum(count for _, count in parts), tuple(each for each, _ in parts))


def _ours(asked: Asked, province: Place) -> int:
    """How many of those asked for our own list has from a province."""
    return len(products_counted(asked.question, (province,), asked.catalogue, asked.today))
