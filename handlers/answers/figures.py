"""The counts that official figures give: of all products, or of some stars."""

from __future__ import annotations

from knowledge.facts import Counted, Figure, Told
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import (
    DETAILS,
    DISTRICTS,
    MAKER_COMPANY,
    MAKER_COOPERATIVE,
    MAKER_HOUSEHOLD,
    MOST,
    RANK,
    REVENUE,
    SHARE,
    SORTS_OF_MAKERS,
    WOMEN,
    YEARLY,
)
from locales import Translator

_YEAR = 4
"""Letters of a date that tell its year."""
_ADDS_UP = 0.9
"""The share of a total that its star levels make up at least, where it counts those rated alone:
products that still wait for their fifth star are left out of the levels."""
_TOLD_IN_REMARKS = SORTS_OF_MAKERS | {DETAILS, SHARE, DISTRICTS, WOMEN, REVENUE}
"""What the remarks on a count tell of."""
_TELLING = {
    MAKER_COOPERATIVE: Told.COOPERATIVES,
    MAKER_COMPANY: Told.COMPANIES,
    MAKER_HOUSEHOLD: Told.HOUSEHOLDS,
    WOMEN: Told.WOMEN,
    REVENUE: Told.SALES,
}
"""What a remark must tell of where cues of these senses ask for it."""


def chosen(figures: list[Figure], question: Question) -> list[Figure]:
    """The newest count, or that of the period asked about: with stars or makers asked for, that
    counts them. What a newer source tells that gives no total comes first."""
    period = question.period
    if not figures:
        return []
    if YEARLY in question.cues:
        return yearly(figures, question)
    telling = _telling(figures, question)
    if telling and (SHARE in question.cues or not question.cues.isdisjoint({WOMEN, REVENUE})):
        return telling[:1]
    if SHARE in question.cues:
        told = [figure for figure in figures if _tells_a_share(figure, question.stars)]
        if told:
            return told[:1]
    of_all = [figure for figure in figures if not is_limited(figure)]
    dated_first = of_all and (of_all[0].as_of or not figures[0].as_of)
    pool = of_all if dated_first else figures
    if period is not None:
        pool = _of_period(figures, period)
    complete = [figure for figure in pool if figure.total is not None] or pool
    if question.stars is not None:
        return _of_stars(pool, question) or complete[:1]
    if period is not None:
        same = [figure for figure in complete[:3] if figure.total == complete[0].total]
        return [max(same, key=_fullness)]
    found = [*telling[:1], *complete[:1]]
    if not question.cues.isdisjoint(SORTS_OF_MAKERS) and complete[0].producers is None:
        found[:0] = [figure for figure in pool if figure.producers is not None][:1]
    newest = pool[0]
    # Sources of one year alone may be older than those of a month in it
    if newest.rough_total is not None and (newest.as_of or "")[:4] > (complete[0].as_of or "")[:4]:
        found.insert(0, newest)
    return list(dict.fromkeys(found))


def _telling(figures: list[Figure], question: Question) -> list[Figure]:
    """The counts with a remark that tells what is asked of makers, or of what is sold."""
    if question.period is not None or question.stars is not None:
        return []
    asked = {told for sense, told in _TELLING.items() if sense in question.cues}
    return [figure for figure in figures if not figure.tells_of.isdisjoint(asked)]


def tells_revenue(figure: Figure) -> bool:
    """Whether the remark on a count tells how sales went."""
    return Told.SALES in figure.tells_of


def yearly(figures: list[Figure], question: Question) -> list[Figure]:
    """The last count of each year that counts what is asked for, the oldest first."""
    of_years: dict[str, Figure] = {}
    for figure in figures:
        if figure.as_of and counted_of(figure, question) is not None:
            year = str(figure.year_end or figure.as_of[:_YEAR])
            held = of_years.get(year)
            if held is None or (is_limited(held) and not is_limited(figure)):
                of_years[year] = figure
    return [of_years[year] for year in sorted(of_years)]


def _fullness(figure: Figure) -> int:
    return sum(
        value is not None for value in (figure.total, figure.stars3, figure.stars4, figure.stars5)
    )


def _of_period(figures: list[Figure], period: str) -> list[Figure]:
    """The counts of a period, those of its end first; without one, the nearest before it."""
    ending = [each for each in figures if _tells_the_end_of(each, period)]
    inside = [each for each in figures if is_of(each, period) and each not in ending]
    before = [each for each in figures if each.as_of and each.as_of < period]
    of_all = [each for each in (*ending, *inside) if not is_limited(each)]
    nearest = [each for each in before if not is_limited(each)] or before
    return of_all or [*ending, *inside] or nearest[:1] or figures[-1:]


def is_of(figure: Figure, period: str) -> bool:
    """Whether a count is of a period."""
    return (figure.as_of or "").startswith(period) or _tells_the_end_of(figure, period)


def _tells_the_end_of(figure: Figure, period: str) -> bool:
    """Whether a source, dated in January as a rule, counts what there was at the end of a year."""
    return str(figure.year_end) == period


def _of_stars(figures: list[Figure], question: Question) -> list[Figure]:
    """The newest count of the stars asked for; one without its date where those dated have none."""
    known = [figure for figure in figures if starred(figure, question) is not None]
    undated = [figure for figure in known if figure.as_of is None and starred(figure, question)]
    if undated and not any(starred(figure, question) for figure in known if figure.as_of):
        return undated[:1]
    return known[:1]


def is_limited(figure: Figure) -> bool:
    """Whether a total counts other than all certified products: one round, some makers alone, or
    also what only took part. Such a total is never told without its remark."""
    if figure.total is None:
        return False
    return figure.counts is not Counted.ALL or unexplained(figure) > 0


def unexplained(figure: Figure) -> int:
    """How many products of a total have none of the stars told, where all levels are told and far
    too many are left; 0 otherwise."""
    levels = (figure.stars3, figure.stars4, figure.stars5)
    if figure.total is None or None in levels:
        return 0
    rated = sum(filter(None, levels))
    return figure.total - rated if rated < figure.total * _ADDS_UP else 0


def remark_of(figure: Figure, question: Question, t: Translator) -> str:
    """What else the source of a figure tells, as a sentence, where details are asked for or it
    gives no total otherwise; empty where there is nothing to tell."""
    asked = question.cues & _TOLD_IN_REMARKS
    tells_of_makers = figure.producers is not None or bool(figure.tells_of)
    asks = bool(asked) and (tells_of_makers or not asked <= SORTS_OF_MAKERS)
    remark = t.choose(figure.note_vi, figure.note_en)
    about = figure.rough_total is not None
    limited = is_limited(figure)
    ends = question.period is not None and _tells_the_end_of(figure, question.period)
    told = f"{remark[0].upper()}{remark[1:]}".rstrip(".") + "." if remark else ""
    left = unexplained(figure)
    if left:
        sentence = t.gettext(
            "The stars told do not add up to that total: {count} products have none of them.",
            count=t.number(left),
        )
        told = f"{told} {sentence}".strip()
    return told if asks or about or limited or ends else ""


def tells_share(figure: Figure, question: Question) -> bool:
    """Whether the remark on a count gives the share of the stars asked for."""
    return SHARE in question.cues and question.stars in figure.shares


def _tells_a_share(figure: Figure, stars: int | None) -> bool:
    return bool(figure.shares) if stars is None else stars in figure.shares


def asks_for_rank(question: Question) -> bool:
    """Whether it is asked which place in the order of provinces one has."""
    return RANK in question.cues


def asks_for_districts(question: Question) -> bool:
    """Whether it is asked which district or commune has the most."""
    return DISTRICTS in question.cues and MOST in question.cues


def counted_of(figure: Figure, question: Question) -> int | None:
    """The count asked for: of some stars, or of all; ``None`` where it is not known."""
    return figure.total if question.stars is None else starred(figure, question)


def starred(figure: Figure, question: Question) -> int | None:
    """The count of the stars asked for; ``None`` where it is not known, or none were asked for."""
    if question.stars is None:
        return None
    counts = [
        _of_level(figure, stars)
        for stars in range(question.stars, (question.stars_up_to or question.stars) + 1)
    ]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _of_level(figure: Figure, stars: int) -> int | None:
    """The count of one star level; 0 for five stars when the lower levels make up the total."""
    lower = (figure.stars3, figure.stars4)
    if stars == 5 and figure.stars5 is None and figure.total and None not in lower:
        return 0 if sum(filter(None, lower)) == figure.total else None
    return {3: figure.stars3, 4: figure.stars4, 5: figure.stars5}.get(stars)
