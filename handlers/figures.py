"""The counts that official figures give: of all products, or of some stars."""

from __future__ import annotations

import re

from handlers.reading import folded
from knowledge.facts import Figure
from knowledge.understanding.question import Question
from locales import Translator

_YEAR = 4
"""Letters of a date that tell its year."""
_OF_MAKERS = re.compile(
    r"\b(?:chu the|nha san xuat|co so|doanh nghiep|htx|hop tac xa|to hop tac|cong ty|ho kinh doanh"
    r"|producers?|cooperatives?|compan(?:y|ies)|enterprises?|makers?|households?)\b"
)
_ABOUT_SO_MANY = re.compile(r"“(?:khoảng|hơn|gần) [\d.]+”")
"""A total told in a remark, because it is none to the unit."""
_OF_DETAILS = re.compile(
    r"\b(?:thong ke|chi tiet|co cau|nhom|nganh hang|statistics|details?|breakdown|groups?)\b"
)
_OF_SHARES = re.compile(r"\b(?:t[iy] le|phan tram|percent\w*|share|proportion)\b")
_OF_RANK = re.compile(
    r"\b(?:(?:dung|xep|hang) (?:hang |vi tri )?(?:thu )?(?:may|bao nhieu)|thu may|hang may"
    r"|ranks?|ranked|ranking)\b"
)
_OF_DISTRICTS = re.compile(
    r"\b(?:huyen|xa|phuong|quan|thi xa) nao\b.*\b(?:nhieu|it|nhat)\b"
    r"|\bwhich (?:districts?|communes?|wards?)\b.*\b(?:most|fewest|many)\b"
)


def chosen(figures: list[Figure], question: Question) -> list[Figure]:
    """The newest count, or that of the period asked about: with stars or makers asked for, that
    counts them. What a newer source tells that gives no total comes first."""
    period, text = question.period, folded(question.text)
    if not figures:
        return []
    if _OF_SHARES.search(text):
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
    if _OF_MAKERS.search(text) and complete[0].producers is None:
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
    text = folded(question.text)
    asks = any(asked.search(text) for asked in (_OF_DETAILS, _OF_MAKERS, _OF_SHARES, _OF_DISTRICTS))
    remark = figure.note_en if t.locale == "en" else figure.note_vi
    if not remark or not (asks or (figure.total is None and _ABOUT_SO_MANY.search(figure.note_vi))):
        return ""
    return f"{remark[0].upper()}{remark[1:]}".rstrip(".") + "."


def asks_for_rank(question: Question) -> bool:
    """Whether it is asked which place in the order of provinces one has."""
    return _OF_RANK.search(folded(question.text)) is not None


def asks_for_districts(question: Question) -> bool:
    """Whether it is asked which district or commune has the most."""
    return _OF_DISTRICTS.search(folded(question.text)) is not None


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
