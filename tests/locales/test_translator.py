"""Texts, dates and numbers in both languages, and where catalogs are read from."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from locales import LOCALES, translator
from locales.catalogs import load, po_path
from tools.check_catalogs import catalog_of, complaints, extracted


@pytest.mark.parametrize("locale", LOCALES)
def test_catalogs_are_complete(locale: str) -> None:
    assert list(complaints(locale, extracted())) == []


def test_a_message_in_each_language() -> None:
    assert translator("vi").gettext("Where to buy") == "Mua ở đâu"
    assert translator("en").gettext("Where to buy") == "Where to buy"


def test_plurals_follow_the_language() -> None:
    forms = "{count} product in our list:", "{count} products in our list:"
    english = translator("en")
    assert english.ngettext(*forms, 1) == "1 product in our list:"
    assert english.ngettext(*forms, 1200) == "1,200 products in our list:"
    assert translator("vi").ngettext(*forms, 1200).startswith("Có 1.200 sản phẩm")


def test_an_unknown_language_is_vietnamese() -> None:
    assert translator("fr").locale == "vi"


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-05", "05/2024", "May 2024"),
        ("2024-05-17", "17/05/2024", "May 17, 2024"),
        ("spring", "spring", "spring"),
        ("2024-13", "2024-13", "2024-13"),
    ],
)
def test_dates_as_far_as_known(day: str, vietnamese: str, english: str) -> None:
    assert translator("vi").date(day) == vietnamese
    assert translator("en").date(day) == english


@pytest.mark.parametrize("name", ["Mỹ", "US", "United States", "Hoa Kỳ"])
def test_countries_in_the_readers_language(name: str) -> None:
    assert translator("vi").territory(name) == "Hoa Kỳ"
    assert translator("en").territory(name) == "United States"


def test_a_catalog_is_compiled_in_memory_and_nothing_written(tmp_path: Path) -> None:
    source = po_path("vi", tmp_path)
    source.parent.mkdir(parents=True)
    shutil.copy(po_path("vi"), source)
    assert load("vi", tmp_path).gettext("Where to buy") == "Mua ở đâu"
    assert list(source.parent.iterdir()) == [source]


def test_a_compiled_catalog_is_used_only_while_it_is_not_older(tmp_path: Path) -> None:
    source = po_path("vi", tmp_path)
    source.parent.mkdir(parents=True)
    shutil.copy(po_path("vi"), source)
    catalog = catalog_of("vi")
    message = catalog.get("Where to buy")
    assert message is not None
    message.string = "Chỗ mua"
    compiled = source.with_suffix(".mo")
    with compiled.open("wb") as file:
        write_mo(file, catalog)
    assert load("vi", tmp_path).gettext("Where to buy") == "Chỗ mua"
    stamp = compiled.stat().st_mtime_ns
    os.utime(source, ns=(stamp + 10**9, stamp + 10**9))
    assert load("vi", tmp_path).gettext("Where to buy") == "Mua ở đâu"


@pytest.mark.parametrize(
    ("locale", "english", "read"),
    [("vi", "tea", "trà"), ("en", "tea", "tea"), ("en", None, "trà"), ("en", "", "trà")],
)
def test_a_text_in_both_languages_is_read_in_ones_own(
    locale: str, english: str | None, read: str
) -> None:
    assert translator(locale).choose("trà", english) == read
