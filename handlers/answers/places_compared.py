"""Two places weighed against each other: what is counted in each, and which of them has more."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from handlers.answers import ranking, specialities, statistics
from handlers.answers.not_found import list_date, own_count
from handlers.chat.answering import Answer, Asked
from handlers.chat.reply import Paragraph
from handlers.lists.awards import star_words
from handlers.lists.listing import listed
from handlers.words.naming import both
from handlers.words.places import place_name
from handlers.words.sourcing import sources_note
from handlers.words.wording import body, item
from knowledge.facts import Place, Product
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import (
    COMPARE,
    HOW_MANY,
    MAKER_WHO,
    MORE_STARS,
    MOST,
    WHICH,
)
from locales import Translator

_WEIGHING = frozenset({COMPARE, MORE_STARS, MOST})
_THAN = frozenset({"hon", "more", "better", "higher"})
"""Words that weigh one of two against the other, beside a word for which of them."""
_MUCH = frozenset({"nhieu", "it", "more", "most", "fewer", "less"})
"""Words of amounts."""
_TWO = 2
_ASKING = frozenset({Intent.SPECIALITIES, Intent.STATISTICS, Intent.COMPARE, Intent.RATING})


def is_asked(question: Question) -> bool:
    """Whether two or more places named are weighed against each other: "so sánh Hà Giang với Cao
    Bằng", "which has more stars, Huế or Quảng Nam"."""
    if question.place_rivals or question.intent not in _ASKING:
        return False
    one = question.products or question.producers
    if (one and question.intent is not Intent.SPECIALITIES) or len(question.kinds) > 1:
        return False
    return not question.cues.isdisjoint(_WEIGHING) or (
        WHICH in question.cues and not _THAN.isdisjoint(question.said.split())
    )


def answer(asked: Asked) -> Answer:
    """The official figures where those were asked for; else what our list holds of each, which of
    them has more, and the lists."""
    question = asked.question
    if question.intent is Intent.STATISTICS and not _is_of_goods(question):
        # The "ai" of "Quảng Trị với Huế ai nhiều hơn" asks for no maker
        makers = None if MAKER_WHO in question.cues else question.makers
        counted = statistics.answer(replace(asked, question=replace(question, makers=makers)))
        return counted.after(*_official(asked))
    lists = specialities.answer(asked)
    return lists.after(*_counted(asked)) if lists.products else lists


def _official(asked: Asked) -> list[Paragraph]:
    """Which of the places has more by the newest official counts, each with its date; what is
    known, where one of them has none."""
    t, question = asked.t, asked.question
    if _is_of_goods(question) or (question.stars is None and weighs_stars(question)):
        return []
    known = {name: newest for _, name, newest in _newest(asked)}
    untold = [name for name, newest in known.items() if newest is None]
    if untold:
        line = t.gettext(
            "Which has more I cannot tell: I know no count of all of {place} to set beside.",
            place=both(untold, t),
        )
        return [body(line)]
    ordered = sorted(
        ((newest, name) for name, newest in known.items() if newest is not None),
        key=lambda each: -each[0].count,
    )
    most, least = ordered[0][0], ordered[-1][0]
    if most.count == least.count:
        return []
    lines = [_in_order(asked, ordered)]
    if HOW_MANY in question.cues and len(ordered) == _TWO:
        lines.append(t.gettext("That is {count} more.", count=t.number(most.count - least.count)))
    return [body(" ".join([*lines, *_outdated(asked)]))]


def _in_order(asked: Asked, ordered: list[tuple[ranking.Newest, str]]) -> str:
    """The places with their counts, the highest first."""
    t, question = asked.t, asked.question
    if len(ordered) > _TWO:
        order = "; ".join(f"{name} {newest.told}" for newest, name in ordered)
        return t.gettext(
            "By the newest official counts I know, the most first: {order}.", order=order
        )
    (most, more), (least, less) = ordered
    values = {"more": more, "most": most.told, "less": less, "least": least.told}
    if question.stars is None:
        return t.gettext(
            "By the newest official counts I know, {more} has more OCOP products: {most}; {less} "
            "has {least}.",
            **values,
        )
    return t.gettext(
        "By the newest official counts I know, {more} has more OCOP products of {stars} stars: "
        "{most}; {less} has {least}.",
        stars=star_words(question),
        **values,
    )


def _outdated(asked: Asked) -> list[str]:
    """Where our own list has more than the official count, which then is too old to tell."""
    t, told = asked.t, []
    for place, name, newest in _newest(asked):
        held = len(_held(asked, place))
        if newest is not None and held > newest.count:
            line = t.gettext(
                "Of {place} our own list has {count}, more than that count, which is too old.",
                place=name,
                count=t.number(held),
            )
            told.append(line)
    return told


def _held(asked: Asked, place: Place) -> list[Product]:
    """What our own list has of a place; of "Cà Mau và Bạc Liêu" of the first without the second."""
    of_it = specialities.of_one_place(asked.question, place)
    return listed(of_it, (place,), asked.catalogue, asked.today)


def _is_of_goods(question: Question) -> bool:
    """Whether a part of the products is counted that no official figure tells."""
    return bool(question.kinds or question.category or question.validity)


def _counted(asked: Asked) -> list[Paragraph]:
    """How many there are in each place, by stars, and where there are more of them, or better."""
    t, question = asked.t, asked.question
    stars = {
        place: Counter(product.stars or 0 for product in _held(asked, place))
        for place in question.places
    }
    told = [(place_name(place, t), counted) for place, counted in stars.items()]
    lines = [item(counted_line(name, counted, t)) for name, counted in told]
    lines.append(own_count(asked))
    official = _official(asked)
    if official:
        return [*official, *_official_counts(asked), *lines]
    by_stars = weighs_stars(question)
    if not by_stars and _MUCH.isdisjoint(question.said.split()):
        return lines  # which is nicer or how they differ, no count tells

    def worth(place: Place) -> tuple[int, ...]:
        counted = stars[place]
        return tuple(counted[each] for each in (5, 4, 3)) if by_stars else (counted.total(),)

    best, second = sorted(question.places, key=worth, reverse=True)[:2]
    if worth(best) == worth(second):
        return lines
    values = {"place": place_name(best, t), "date": list_date(asked)}
    if by_stars:
        line = t.gettext(
            "In our own list ({date}) {place} has more of the highest stars.", **values
        )
    else:
        line = t.gettext("In our own list ({date}) {place} has more of them.", **values)
    return [*lines, body(line)]


def _newest(asked: Asked) -> list[tuple[Place, str, ranking.Newest | None]]:
    """The places with their names and newest official counts. A province of today that holds
    another one of them is counted as it was before the mergers."""
    t, counts = asked.t, []
    for place in asked.question.places:
        counted, name = _apart(asked, place), place_name(place, t)
        if counted != place:
            name = t.gettext("{province} before the merger of July 2025", province=name)
        counts.append((place, name, ranking.newest_count(asked, counted)))
    return counts


def _apart(asked: Asked, place: Place) -> Place:
    if not specialities.of_one_place(asked.question, place).without.places:
        return place
    before = (asked.catalogue.former_province(code) for code in place.former_provinces)
    return next((each for each in before if each.name == place.name), place)


def _official_counts(asked: Asked) -> list[Paragraph]:
    """The newest official count of each place that has one, which lead before our own."""
    t = asked.t
    known = _newest(asked)
    told = [(name, newest) for _, name, newest in known if newest is not None]
    in_order = len(told) == len(known)  # They are all told already
    return [
        *(
            item(t.gettext("{place}, official count: {counted}", place=name, counted=newest.told))
            for name, newest in (() if in_order else told)
        ),
        *sources_note((source for _, newest in told for source in newest.sources), t),
    ]


def weighs_stars(question: Question) -> bool:
    """Whether stars are weighed, rather than how many products there are."""
    return MORE_STARS in question.cues or Intent.RATING.value in question.cues


def counted_line(name: str, counted: Counter[int], t: Translator) -> str:
    """How many products something has, by stars."""
    count = counted.total()
    levels = ", ".join(
        t.gettext("{number} of {stars} stars", number=t.number(counted[each]), stars=str(each))
        for each in (5, 4, 3)
        if counted[each]
    )
    products = t.ngettext("{count} product", "{count} products", count)
    return f"{name}: {products}" + (f" ({levels})" if levels else "")
