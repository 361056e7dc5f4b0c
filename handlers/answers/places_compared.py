"""Two places weighed against each other: what is counted in each, and which of them has more."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from handlers.answers import ranking, specialities, statistics
from handlers.answers.not_found import list_date, own_count
from handlers.chat.answering import Answer, Asked
from handlers.chat.reply import Paragraph
from handlers.lists.listing import listed
from handlers.words.naming import both, place_name
from handlers.words.wording import body, item
from knowledge.facts import Place
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import (
    COMPARE,
    MAKER_WHO,
    MORE_STARS,
    MOST,
    WHICH,
)

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
    of_goods = question.kinds or question.category or question.stars
    if question.intent is Intent.STATISTICS and not of_goods:
        # The "ai" of "Quảng Trị với Huế ai nhiều hơn" asks for no maker
        makers = None if MAKER_WHO in question.cues else question.makers
        counted = statistics.answer(replace(asked, question=replace(question, makers=makers)))
        return counted.after(*_official(asked))
    lists = specialities.answer(asked)
    return lists.after(*_counted(asked)) if lists.products else lists


def _official(asked: Asked) -> list[Paragraph]:
    """Which of two places has more by the newest official counts, each with its date; that it
    cannot be told where one of them has none."""
    t, places = asked.t, asked.question.places
    if len(places) != _TWO or _weighs_stars(asked.question):
        return []
    known = [(place_name(place, t), ranking.newest_count(asked, place)) for place in places]
    untold = [name for name, count in known if count is None]
    if untold:
        line = t.gettext(
            "Which has more I cannot tell: I know no count of all of {place} to set beside.",
            place=both(untold, t),
        )
        return [body(line)]
    counts = [(*count, name) for name, count in known if count is not None]
    (most, told_most, more), (least, told_least, less) = sorted(counts, reverse=True)
    if most == least:
        return []
    line = t.gettext(
        "By the newest official counts I know, {more} has more OCOP products: {most}; {less} has "
        "{least}.",
        more=more,
        most=told_most,
        less=less,
        least=told_least,
    )
    return [body(line)]


def _counted(asked: Asked) -> list[Paragraph]:
    """How many there are in each place, by stars, and where there are more of them, or better."""
    t, question = asked.t, asked.question
    stars = {
        place: Counter(
            product.stars or 0
            for product in listed(question, (place,), asked.catalogue, asked.today)
        )
        for place in question.places
    }
    lines = [item(_line(asked, place, counted)) for place, counted in stars.items()]
    lines.append(own_count(asked))
    by_stars = _weighs_stars(question)
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
        told = t.gettext(
            "In our own list ({date}) {place} has more of the highest stars.", **values
        )
    else:
        told = t.gettext("In our own list ({date}) {place} has more of them.", **values)
    return [*lines, body(told)]


def _weighs_stars(question: Question) -> bool:
    return MORE_STARS in question.cues or Intent.RATING.value in question.cues


def _line(asked: Asked, place: Place, counted: Counter[int]) -> str:
    t, count = asked.t, counted.total()
    levels = ", ".join(
        t.gettext("{number} of {stars} stars", number=t.number(counted[each]), stars=str(each))
        for each in (5, 4, 3)
        if counted[each]
    )
    products = t.ngettext("{count} product", "{count} products", count)
    return f"{place_name(place, t)}: {products}" + (f" ({levels})" if levels else "")
