"""The counts that official figures give: of all products, or of some stars."""

from __future__ import annotations

import re

from knowledge.facts import Figure
from knowledge.understanding.question import Question
from knowledge.understanding.senses import DETAILS, DISTRICTS, MOST, RANK, SHARE, SORTS_OF_MAKERS
from locales import Translator

_YEAR = 4
"""Letters of a date that tell its year."""
_ABOUT_SO_MANY = re.compile(r"“(?:khoảng|hơn|gần) [\d.]+”")
"""A total told in a remark, because it is none to the unit."""
_TOLD_IN_REMARKS = SORTS_OF_MAKERS | {DETAILS, SHARE, DISTRICTS}
"""What the remarks on a count tell of."""


def chosen(figures: list[Figure], question: Question) -> list[Figure]:
    """The newest count, or that of the period asked about: with stars or makers asked for, that
    counts them. What a newer source tells that gives no total comes first."""
    period = question.period
    if not figures:
        return []
    if SHARE in question.cues:
        of_stars = f"% đạt {question.stars} sao" if question.stars else "% đạt "
        told = [figure for figure in figures if of_stars in figure.note_vi]
        if told:
            return told[:1]
    pool = figures
    if period is not None:
        inside = [figure for figure in figures if (figure.as_of or "").startswith(period)]
        before = [figure for figure in figures if figure.as_of and figure.as_of < period]
        pool = inside or before[:1] or figures[-1:]
    complete = [figure for figure in pool if figure.total is not None] or pool
    if question.stars is not None:
        of_stars_known = [figure for figure in pool if starred(figure, question) is not None]
        return of_stars_known[:1] or complete[:1]
    if period is not None:
        return [max(complete[:3], key=_fullness)]
    found = complete[:1]
    if not question.cues.isdisjoint(SORTS_OF_MAKERS) and complete[0].producers is None:
        found += [figure for figure in pool if figure.producers is not None][:1]
    newest = pool[0]
    # Sources of one year alone may be older than those of a month in it
    if (
        _ABOUT_SO_MANY.search(newest.note_vi)
        and (newest.as_of or "")[:4] > (complete[0].as_of or "")[:4]
    ):
        found.insert(0, newest)
    return list(dict.fromkeys(found))


def _fullness(figure: Figure) -> int:
    return sum(
        value is not None for value in (figure.total, figure.stars3, figure.stars4, figure.stars5)
    )


def remark_of(figure: Figure, question: Question, t: Translator) -> str:
    """What else the source of a figure tells, as a sentence, where details are asked for or it
    gives no total otherwise; empty where there is nothing to tell."""
    asks = not question.cues.isdisjoint(_TOLD_IN_REMARKS)
    remark = figure.note_en if t.locale == "en" else figure.note_vi
    if not remark or not (asks or (figure.total is None and _ABOUT_SO_MANY.search(figure.note_vi))):
        return ""
    return f"{remark[0].upper()}{remark[1:]}".rstrip(".") + "."


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
