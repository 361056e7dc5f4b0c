"""Several years told at once: "từ 2022 đến 2024", "trước năm 2021", "since 2023"."""

from __future__ import annotations

import re

from knowledge.certificates import Years
from knowledge.text.letters import fold

_AFTER_A_SIGN = r"(?:(?:nam|year)\s+)?(20[12]\d)(?![\d/])"
_Y = r"(?:(?:nam|year)\s+)?(?<![\d/.-])(20[12]\d)(?![\d/])"
_TO = r"(?:[-–~,&+]|\b(?:den(?: het)?|toi|va|hoac|hay|to|and|or|until|till|through)\b)"
_FROM_TO = re.compile(rf"{_Y}\s*{_TO}\s*{_AFTER_A_SIGN}")
_BEFORE = re.compile(rf"\b(?:truoc|before|prior to|earlier than)\s+{_Y}")
_UP_TO = re.compile(
    rf"(?:\b(?:den het|tro ve truoc|up to|no later than)\s+{_Y}"
    rf"|{_Y}\s+(?:tro ve truoc|ve truoc|do ve truoc|or (?:before|earlier)|and (?:before|earlier)))"
)
_AFTER = re.compile(rf"\b(?:sau|after|later than)\s+{_Y}")
_SINCE = re.compile(
    rf"(?:\b(?:ke tu|tu|since|from)\s+{_Y}"
    rf"|{_Y}\s+(?:(?:den|toi) (?:nay|gio)|tro lai day|tro di|do lai|tro ve sau|onwards?"
    r"|(?:or|and) (?:after|later)))"
)


def years_in(text: str) -> Years | None:
    """The several years that goods asked for are of, or none where at most one is told."""
    if "20" not in text:
        return None
    folded = " ".join(fold(text).split())
    if found := _FROM_TO.search(folded):
        first, last = sorted(int(year) for year in found.groups())
        return Years(first, last) if first < last else None
    for pattern, beyond in ((_BEFORE, 1), (_UP_TO, 0)):
        if found := pattern.search(folded):
            return Years(None, _year(found) - beyond)
    for pattern, beyond in ((_SINCE, 0), (_AFTER, 1)):
        if found := pattern.search(folded):
            return Years(_year(found) + beyond, None)
    return None


def _year(found: re.Match[str]) -> int:
    return int(next(filter(None, found.groups())))
