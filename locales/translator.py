"""One locale's texts, dates and numbers."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from gettext import GNUTranslations

from babel.core import Locale as BabelLocale
from babel.dates import format_date
from babel.numbers import format_decimal

from locales.catalogs import load

LOCALES = ("vi", "en")
"""Every locale with a catalog; the first is the one spoken when nothing else is known."""

_DAY_FORMATS = {"vi": "dd/MM/y", "en": "long"}
"""Vietnamese reads a day best as 17/05/2024, English as May 17, 2024."""
_MONTH_FORMATS = {"vi": "MM/y", "en": "MMMM y"}


_EVERYDAY_TERRITORIES = {
    "mỹ": "US",
    "us": "US",
    "usa": "US",
    "uk": "GB",
    "anh": "GB",
    "anh quốc": "GB",
    "korea": "KR",
    "czech republic": "CZ",
    "cộng hòa séc": "CZ",
    "úc": "AU",
    "taiwan (china)": "TW",
    "đài loan (trung quốc)": "TW",
    "eu": "EU",
    "european union": "EU",
    "europe": "150",
    "châu âu": "150",
}
"""Names people write that the locale data does not have, by its code."""


class Translator:
    """Texts of one locale. Safe to share between threads and tasks."""

    def __init__(self, locale: str, catalog: GNUTranslations) -> None:
        self.locale = locale
        self._catalog = catalog

    def gettext(self, message: str, /, **values: object) -> str:
        """The message in this locale, its ``{placeholders}`` filled when values are given."""
        text = self._catalog.gettext(message)
        return text.format_map(values) if values else text

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form for a count; ``{count}`` is filled with the number as this locale writes it."""
        text = self._catalog.ngettext(one, many, count)
        return text.format_map({"count": self.number(count), **values})

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Like :meth:`gettext`, for a message whose meaning hangs on its context."""
        text = self._catalog.pgettext(context, message)
        return text.format_map(values) if values else text

    def choose(self, vietnamese: str, english: str | None) -> str:
        """Of a text that is held in both languages that for this reader: the Vietnamese one too
        where there is no English one."""
        return (english or vietnamese) if self.locale == "en" else vietnamese

    def date(self, day: str | date) -> str:
        """A date or partial date (``"2024"``, ``"2024-05"``, ``"2024-05-17"``) as people write it.

        Anything else comes back unchanged.
        """
        return _date(self.locale, day if isinstance(day, str) else day.isoformat())

    def number(self, number: int) -> str:
        """A whole number with this locale's grouping: 17.400 or 17,400."""
        return _number(self.locale, number)

    def country(self, code: str) -> str:
        """A country by its two letters, or a part of the world by its number; else the code."""
        return str(BabelLocale.parse(self.locale).territories.get(code, code))

    def territory(self, name: str) -> str:
        """A country named in any of our languages, in this one; other words unchanged."""
        return _territories(self.locale).get(name.casefold(), name)


@lru_cache(maxsize=len(LOCALES))
def translator(locale: str) -> Translator:
    """The translator of a locale, Vietnamese for one we do not speak; loaded once a process."""
    known = locale if locale in LOCALES else LOCALES[0]
    return Translator(known, load(known))


def language_name(locale: str, reader: str) -> str:
    """What a language of ours is called in another or in itself: "Tiếng Việt", "Vietnamese"."""
    return str(BabelLocale.parse(locale).get_language_name(reader))


@lru_cache(maxsize=4096)
def _date(locale: str, text: str) -> str:
    parts = text.split("-")
    try:
        if len(parts) == 3:
            return format_date(date.fromisoformat(text), _DAY_FORMATS[locale], locale=locale)
        if len(parts) == 2:
            first = date(int(parts[0]), int(parts[1]), 1)
            return format_date(first, _MONTH_FORMATS[locale], locale=locale)
    except ValueError:
        return text
    return text


@lru_cache(maxsize=4096)
def _number(locale: str, number: int) -> str:
    return format_decimal(number, locale=locale)


@lru_cache(maxsize=len(LOCALES))
def _territories(locale: str) -> dict[str, str]:
    target = BabelLocale.parse(locale).territories
    names: dict[str, str] = {}
    for other in LOCALES:
        for code, name in BabelLocale.parse(other).territories.items():
            if len(code) == 2 and code in target:
                names[name.casefold()] = target[code]
    for name, code in _EVERYDAY_TERRITORIES.items():
        names[name] = target[code]
    return names
