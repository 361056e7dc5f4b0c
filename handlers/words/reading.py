"""Whether a free text of the data is in the reader's language."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.text.letters import fold

_VIETNAMESE = re.compile(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(of|the|and|in|at|products?|sold|with|goods|online|stores?|supermarkets|platforms?|"
    r"markets|shops|orders|international|exported?|contracts?|countries)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_DESCRIBING = re.compile(r"^([a-zà-ỹđ0-9]|Các |Hệ thống |Một số |Hơn |Siêu thị |Sàn |Xuất khẩu)")


@lru_cache(maxsize=4096)
def is_english(text: str) -> bool:
    """Whether the words are English, whatever Vietnamese names stand among them."""
    return len(_ENGLISH.findall(text)) * 3 > len(_VIETNAMESE.findall(text))


@lru_cache(maxsize=4096)
def is_vietnamese(text: str) -> bool:
    """Whether the words are Vietnamese."""
    return bool(_VIETNAMESE.search(text)) and not is_english(text)


def is_written_in(text: str, locale: str) -> bool:
    """Whether the words are in the language of a locale."""
    return is_vietnamese(text) == (locale == "vi")


def readable(text: str, locale: str) -> bool:
    """Whether a reader of this locale understands the text; names without marks serve both."""
    return not is_english(text) if locale == "vi" else not is_vietnamese(text)


def only_described(text: str) -> bool:
    """Whether a seller is described ("các siêu thị lớn") rather than called by a name."""
    return bool(_DESCRIBING.match(text)) or is_english(text)


@lru_cache(maxsize=16384)
def folded(text: str) -> str:
    """The text without marks, lower case, remembered: for names asked for again and again."""
    return fold(text)


def words_alone(text: str) -> str:
    """The words of a text, folded, with single spaces between and nothing else."""
    return " ".join(_WORD.findall(folded(text)))
