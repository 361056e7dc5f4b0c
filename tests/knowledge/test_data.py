"""The bundled facts: complete, sourced, and what the founding articles say is there."""

from __future__ import annotations

import sqlite3
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner

from bot.data_commands import data_app
from knowledge.catalogue import Catalogue
from knowledge.database import ensure_database, open_engine
from knowledge.facts import Certificate, OutletKind, PlaceLevel, ProgrammeTopic, Status
from knowledge.importing.bundled import BUNDLED
from knowledge.importing.checking import Fault, look_over
from knowledge.importing.ledger import read_ledger
from knowledge.importing.snapshot import read_facts

QUANG_NINH_FIVE_STARS = (
    "ngoc-trai-akoya",
    "ngoc-trai-southsea",
    "ngoc-trai-tahiti",
    "tra-hoa-vang-quy-hoa",
    "tra-hoa-vang-ba-che",
    "fortune-vase-dong-trieu-pottery",
    "four-seasons-flowing-glaze-vase-set-dong-trieu-p",
    "binh-lieu-canna-glass-noodles",
)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> CliRunner:
    folder = tmp_path_factory.mktemp("operator")
    return CliRunner(env={"OCOP_DATA_DIR": str(folder), "OCOP_DATABASE_URL": "", "COLUMNS": "200"})


def test_every_collected_row_is_in_or_left_out_with_a_reason(catalogue: Catalogue) -> None:
    ledger = read_ledger(BUNDLED)
    excused = Counter(row.table for row in ledger.left_out)
    facts = catalogue.facts
    for table, rows in ledger.collected.items():
        assert len(getattr(facts, table)) >= rows - excused[table] > 0


def test_what_was_left_out_stands_under_another_code(catalogue: Catalogue) -> None:
    for row in read_ledger(BUNDLED).left_out:
        assert row.now in catalogue.products or row.now in catalogue.producers
        assert row.code not in catalogue.producers


def test_all_63_former_provinces_have_products(catalogue: Catalogue) -> None:
    covered = {product.location.former_province for product in catalogue.facts.products}
    former = {
        place.former_provinces[0]
        for place in catalogue.facts.places
        if place.level is PlaceLevel.FORMER_PROVINCE
    }
    assert len(former) == 63
    assert former <= covered


def test_nothing_is_wrong_with_the_facts(catalogue: Catalogue) -> None:
    assert [finding for finding in look_over(catalogue.facts) if not finding.is_remark] == []


def test_the_check_finds_what_is_wrong(catalogue: Catalogue) -> None:
    product = catalogue.products["tra-hoa-vang-ba-che"]
    offer = catalogue.offers_of(product.code)[0]
    older_first = tuple(reversed(product.certificates))
    spoiled = replace(
        catalogue.facts,
        products=(
            product,
            replace(product, code="copy", certificates=older_first, sources=()),
            replace(product, code="local", producer=None, status=Status.SPECIALITY),
        ),
        offers=(offer, offer),
    )
    faults = {(finding.fault, finding.subject) for finding in look_over(spoiled)}
    assert {
        (Fault.SAME_PRODUCT, "copy"),
        (Fault.CERTIFICATE_ORDER, "copy"),
        (Fault.NO_SOURCE, "copy"),
        (Fault.STARS_UNCLAIMED, "local"),
        (Fault.SAME_OFFER, product.code),
    } <= faults


def test_every_text_is_in_composed_letters(catalogue: Catalogue) -> None:
    for product in catalogue.facts.products:
        for text in (product.name_vi, product.name_en, product.description_vi):
            assert text is None or unicodedata.is_normalized("NFC", text)


def test_no_fact_speaks_of_how_it_was_collected(catalogue: Catalogue) -> None:
    for product in catalogue.facts.products:
        assert not any("seed" in source and "http" not in source for source in product.sources)


def test_every_programme_topic_is_told_in_both_languages(catalogue: Catalogue) -> None:
    for topic in ProgrammeTopic:
        facts = catalogue.programme(topic)
        assert facts
        assert all(fact.text_vi and fact.text_en and fact.sources for fact in facts)


def test_every_note_of_a_figure_is_in_both_languages(catalogue: Catalogue) -> None:
    assert all(bool(figure.note_vi) == bool(figure.note_en) for figure in catalogue.facts.figures)


@pytest.mark.parametrize("code", QUANG_NINH_FIVE_STARS)
def test_quang_ninhs_five_star_products(catalogue: Catalogue, code: str) -> None:
    product = catalogue.products[code]
    assert product.stars == 5
    assert product.certificates[0].level == "national"
    assert product.location.province == "22"
    sold = {offer.name for offer in catalogue.offers_of(code)}
    assert {"Postmart", "Voso", "Shopee"} <= sold


def test_ba_che_tea_tells_its_standards_and_maker(catalogue: Catalogue) -> None:
    tea = catalogue.products["tra-hoa-vang-ba-che"]
    for text in (tea.description_vi, tea.description_en):
        assert text is not None
        assert "HACCP" in text
        assert "ISO 22000" in text
    producer = catalogue.producers[str(tea.producer)]
    assert "Đạp Thanh" in producer.name
    assert producer.description_en is not None
    assert any(offer.kind is OutletKind.EXPORT for offer in catalogue.offers_of(tea.code))


@pytest.mark.parametrize(
    ("province", "as_of", "total", "stars5"),
    [
        ("22", "2025", 435, 8),
        ("75", "2025-11", 490, 8),
        ("19", "2025-12-01", 561, 10),
        ("79", "2025-04", 366, 0),
        ("38", "2023-11", 436, 1),
    ],
)
def test_the_articles_counts_of_provinces(
    catalogue: Catalogue, province: str, as_of: str, total: int, stars5: int
) -> None:
    assert any(
        (figure.as_of, figure.total, figure.stars5) == (as_of, total, stars5)
        for figure in catalogue.figures_of(catalogue.province(province))
    )


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (("1.339", "2.600", "236", "1.103"), "checking"),
        (("48 trong 79", "60,7%", "48,3%", "55,6%"), "size"),
        (("15–20", "2030", "70%"), "size"),
        (("2012",), "history"),
    ],
)
def test_the_articles_figures_of_the_programme(
    catalogue: Catalogue, words: tuple[str, ...], where: str
) -> None:
    told = " ".join(fact.text_vi for fact in catalogue.programme(ProgrammeTopic(where)))
    assert [word for word in words if word not in told] == []


@pytest.mark.parametrize(
    ("code", "market"),
    [
        ("mam-tom-le-gia", "Nga"),
        ("nuoc-mam-le-gia-cot-dac-biet-40n", "Nhật Bản"),
        ("viet-trang-sedge-handicrafts", "Mỹ"),
        ("thu-cong-my-nghe-tu-coi-viet-anh", "Mỹ"),
        ("bamboovina-bamboo-lounge-chair", "châu Âu"),
        ("canned-pineapple", "Trung Đông"),
        ("canned-sweet-corn", "Trung Đông"),
        ("quang-vinh-ultra-thin-lightweight-ceramics", "30 nước"),
    ],
)
def test_the_articles_export_markets(catalogue: Catalogue, code: str, market: str) -> None:
    markets = [o for o in catalogue.offers_of(code) if o.kind is OutletKind.EXPORT]
    assert any(market in offer.name for offer in markets)
    assert all(offer.name_en for offer in markets)


def test_the_com_ga_set_and_yen_bais_cinnamon(catalogue: Catalogue) -> None:
    com_ga = [p for p in catalogue.products_of("medifood-io-company-limited") if p.stars == 4]
    assert len(com_ga) == 4
    cinnamon = catalogue.products["que-yen-bai"].description_vi
    assert cinnamon is not None
    assert "50" in cinnamon
    assert "28" in cinnamon


def test_reading_everything_costs_little_more_than_fetching_the_rows(tmp_path: Path) -> None:
    """All facts at every start, beside the same rows fetched as dictionaries by the driver."""
    path = tmp_path / "ocop.db"
    ensure_database(f"sqlite:///{path}")
    engine = open_engine(f"sqlite:///{path}")
    ratios = []
    for _ in range(3):
        fetching = _spent(lambda: _fetch_all(path))
        ratios.append(_spent(lambda: read_facts(engine)) / fetching)
    assert min(ratios) < 3


def _spent(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    began = time.process_time()
    work()
    return time.process_time() - began


def _fetch_all(path: Path) -> list[list[dict[str, object]]]:
    """Every row of every table."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        queries = [f'SELECT * FROM "{name}"' for (name,) in names]  # noqa: S608 our own tables
        return [[dict(row) for row in connection.execute(query)] for query in queries]


def test_the_check_command_passes(run: CliRunner) -> None:
    result = run.invoke(data_app, ["check", "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert "0 faults" in result.output


def test_the_check_command_fails_for_a_database_it_cannot_use(tmp_path: object) -> None:
    run = CliRunner(env={"OCOP_DATABASE_URL": f"sqlite:///{tmp_path}"})
    result = run.invoke(data_app, ["check", "--lang", "en"])
    assert result.exit_code == 1
    assert "The database cannot be used" in result.output


def test_show_tells_all_of_a_product(run: CliRunner) -> None:
    result = run.invoke(data_app, ["show", "banh-trang-sieu-mong-tan-nhien", "--lang", "en"])
    assert result.exit_code == 0
    for told in ("5★ · 2025", "4★ · 2020", "Công ty TNHH Tân Nhiên", "TikTok Shop", "baotintuc.vn"):
        assert told in result.output


def test_show_finds_a_producer_and_one_under_its_old_code(run: CliRunner) -> None:
    result = run.invoke(data_app, ["show", "abz-company", "--lang", "en"])
    assert result.exit_code == 0
    assert "cong-ty-xnk-thuc-pham-abz" in result.output
    assert "ruou-sam-dinh-lang-2" in result.output


def test_show_suggests_codes_for_an_unknown_one(run: CliRunner) -> None:
    result = run.invoke(data_app, ["show", "tra-hoa-vang-ba-chee", "--lang", "en"])
    assert result.exit_code == 1
    assert "tra-hoa-vang-ba-che" in result.output.splitlines()[-1]


def test_stats_accounts_for_every_row(run: CliRunner) -> None:
    result = run.invoke(data_app, ["stats", "--lang", "en"])
    assert result.exit_code == 0
    assert "63 of 63" in result.output
    assert "Facts without a source: 0" in result.output
    assert "abz-company → cong-ty-xnk-thuc-pham-abz" in result.output


def test_a_certificates_year_is_that_of_its_full_date(catalogue: Catalogue) -> None:
    dated = [
        certificate
        for product in catalogue.facts.products
        for certificate in product.certificates
        if certificate.issued is not None
    ]
    assert len(dated) > 100
    assert all(c.year == c.issued.year for c in dated if c.issued is not None)
    decision = "Quyết định số 377/QĐ-BNN-VPĐP ngày 17/1/2025"
    assert Certificate(5, 2025, "national", decision, date(2025, 1, 17)) in dated
