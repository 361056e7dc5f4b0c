"""Markets abroad: the names by which sources and people call them, in either language."""

from __future__ import annotations

import re

from knowledge.text.letters import fold

ANY = "any"
"""Any market, or one that the source does not name."""
EUROPE = "150"
"""By its number, as the locale data has it."""
MIDDLE_EAST = "145"

_NAMES = {
    "AE": "cac tieu vuong quoc a rap|uae|emirates|dubai",
    "AU": "uc|australia",
    "CA": "canada",
    "CN": "trung quoc|china",
    "CZ": "(?:cong hoa )?sec|czech\\w*",
    "DE": "duc|germany",
    EUROPE: "(?:lien minh )?chau au|eu|europe(?:an union)?",
    "FR": "phap|france",
    "GB": "anh(?: quoc)?|uk|united kingdom|britain|england",
    "HK": "hong kong",
    "IL": "israel",
    "IN": "an do|india",
    "JP": "nhat(?: ban)?|japan",
    "KH": "cam ?pu ?chia|cambodia",
    "KR": "han(?: quoc)?|(?:south )?korea",
    "LA": "lao|laos",
    "MY": "malaysia",
    "NL": "ha lan|netherlands|holland",
    "NZ": "new zealand",
    "PA": "panama",
    "RU": "nga|russia",
    "SG": "singapore",
    "TH": "thai(?: lan)?|thailand",
    "TW": "dai loan|taiwan",
    "US": "my(?! nghe)|hoa ky|us|usa|america|united states",
    "ZA": "nam phi|south africa",
    MIDDLE_EAST: "trung dong|middle east",
}
_PATTERNS = {key: re.compile(rf"\b(?:{names})\b") for key, names in _NAMES.items()}
CALLED = "|".join(f"(?:{names})" for names in _NAMES.values())
"""What markets are called, folded, as a pattern."""
_IN_EUROPE = frozenset({"CZ", "DE", "FR", "GB", "NL"})


_WRITTEN_BESIDE = re.compile(r"\b(dai loan|hong kong|taiwan)[ ,]*\((?:trung quoc|china)\)")


_OF_MINE = re.compile(r"\b(to|into|in|for|at|of|from|near|with|on|by|send|bring|take) my\b")
"""The English word that looks like Mỹ without its mark: "to my hotel"."""


def markets_in(text: str) -> list[str]:
    """Keys of the markets that a text names, in the order of their names there."""
    # "Đài Loan (Trung Quốc)" is how a notice of the customs writes the island
    folded = _WRITTEN_BESIDE.sub(r"\1", " ".join(fold(text).split()))
    folded = _OF_MINE.sub(r"\1", folded)
    found = [
        (match.start(), key)
        for key, each in _PATTERNS.items()
        if (match := each.search(folded)) is not None
    ]
    return [key for _, key in sorted(found)]


_EXPORT = re.compile(
    r"\b(?:xuat khau|xuat ngoai|(?<!san )xuat (?:duoc )?(?:di|sang|(?<!de xuat )qua|vao|toi|den|ra)"
    r"|export\w*|sold (?:to|in|abroad)|(?<!\bo )nuoc ngoai|(?<!from )(?:abroad|overseas))\b(.*)"
)
_STRAIGHT_TO = re.compile(
    r"(?<!san )\bxuat (?:duoc )?((?:my(?! nghe)|nhat|han|trung quoc|chau au|eu|uc|hoa ky|duc|phap"
    r"|dai loan|nga|singapore|thai lan|anh quoc|an do|dubai|malaysia)\b.*)"
)
"""Export to a market named at once: "hàng thủ công xuất Mỹ"."""
_SALE = re.compile(r"\bban (?:sang|qua)\b(.*)")
"""Sale to a market that is named: "giao ban sáng mai" is none."""


_SAID_OF_EXPORTS = (
    "xuat",
    "export",
    "sold",
    "nuoc ngoai",
    "abroad",
    "overseas",
    "ban sang",
    "ban qua",
)
"""One of these is in all that the patterns find; looking for them takes a tenth of the time."""


def market_asked(text: str) -> str | None:
    """The market that a question about exports asks for, :data:`ANY` where it names none; ``None``
    for a text that says nothing of exports."""
    folded = " ".join(fold(text).split())
    if not any(word in folded for word in _SAID_OF_EXPORTS):
        return None
    found = _EXPORT.search(folded)
    sale = found or _SALE.search(folded) or _STRAIGHT_TO.search(folded)
    named = markets_in(sale.group(1)) if sale is not None else []
    if named:
        return named[0]
    return ANY if found is not None else None


def sold_to(text: str, market: str) -> bool:
    """Whether a description of export markets takes in a market; any does in :data:`ANY`."""
    if market == ANY:
        return True
    named = markets_in(text)
    return market in named or (market == EUROPE and not _IN_EUROPE.isdisjoint(named))
