"""The product card, its stars and their validity."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.chat.reply import Outcome
from knowledge.catalogue import Catalogue
from knowledge.facts import Status
from knowledge.understanding.question import Certainty, Intent, Match
from tests.handlers.conftest import Ask

BA_CHE = "tra-hoa-vang-ba-che"


def test_card_tells_name_stars_producer_place_sellers_and_source(ask: Ask) -> None:
    text = ask(Intent.PRODUCT, BA_CHE).reply.text
    for said in (
        "Trà hoa vàng Ba Chẽ",
        "yellow camellia tea",
        "★★★★★",
        "5 sao cấp quốc gia",
        "Đạp Thanh",
        "Ba Chẽ, Quảng Ninh",
        "Postmart",
        "Nguồn:",
    ):
        assert said in text


def test_card_speaks_english(ask: Ask) -> None:
    text = ask(Intent.PRODUCT, BA_CHE, language="en").reply.text
    assert text.startswith("Ba Chẽ yellow camellia tea – Trà hoa vàng Ba Chẽ")
    assert "National 5-star OCOP product" in text
    assert "Producer: Dap Thanh" in text


def test_source_is_a_link_under_the_name_of_its_site(ask: Ask) -> None:
    links = [
        run
        for paragraph in ask(Intent.PRODUCT, BA_CHE).reply.paragraphs
        for run in paragraph.runs
        if run.url
    ]
    assert links
    assert all(link.url and link.url.startswith("http") for link in links)
    assert all("/" not in link.text for link in links)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 1, 1), "có hiệu lực đến 17/01/2028"),
        (date(2027, 12, 1), "sắp phải công nhận lại"),
        (date(2028, 2, 1), "đã hết hạn ngày 17/01/2028"),
    ],
)
def test_validity_depends_on_the_day(ask: Ask, today: date, said: str) -> None:
    assert said in ask(Intent.RATING, BA_CHE, today=today).reply.text


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 1, 1), "valid into 2027"),
        (date(2027, 1, 1), "may need renewing"),
        (date(2028, 1, 1), "we know of no renewal"),
    ],
)
def test_validity_of_a_year_alone(ask: Ask, today: date, said: str) -> None:
    assert said in ask(Intent.RATING, "mam-tom-le-gia", language="en", today=today).reply.text


def test_candidates_are_never_shown_with_stars(ask: Ask, catalogue: Catalogue) -> None:
    candidates = [p for p in catalogue.products.values() if p.status is Status.CANDIDATE]
    assert candidates
    for product in candidates[:60]:
        text = ask(Intent.PRODUCT, product.code).reply.text
        assert "★" not in text
        assert "chưa thấy chứng nhận" in text


def test_former_province_is_told_with_todays(ask: Ask, catalogue: Catalogue) -> None:
    product = next(p for p in catalogue.products.values() if p.location.former_province == "15")
    assert "Yên Bái (nay thuộc tỉnh Lào Cai)" in ask(Intent.PRODUCT, product.code).reply.text


def test_provinces_own_five_stars_are_said_to_be_so(ask: Ask, catalogue: Catalogue) -> None:
    product = next(
        p
        for p in catalogue.products.values()
        if p.stars == 5 and p.certificates[0].level == "provincial"
    )
    text = ask(Intent.RATING, product.code).reply.text
    assert "hội đồng cấp tỉnh" in text
    assert "chưa thấy chứng nhận cấp quốc gia" in text


def test_every_product_has_a_card_in_both_languages(ask: Ask, catalogue: Catalogue) -> None:
    for code in list(catalogue.products)[::7]:
        for language in ("vi", "en"):
            reply = ask(Intent.PRODUCT, code, language=language).reply
            assert reply.outcome is Outcome.ANSWER
            assert "None" not in reply.text
            assert "{" not in reply.text
            assert all(len(choice.action.encode()) <= 64 for choice in reply.choices)


def test_rivals_are_choices_that_keep_the_intent(ask: Ask) -> None:
    answer = ask(Intent.CONTACT, BA_CHE, "tra-hoa-vang-quy-hoa", certainty=Certainty.RIVALS)
    assert answer.reply.outcome is Outcome.CHOICES
    assert [choice.action for choice in answer.reply.choices] == [
        f"c{BA_CHE}",
        "ctra-hoa-vang-quy-hoa",
    ]


def test_rivals_of_one_name_are_told_apart(ask: Ask, catalogue: Catalogue) -> None:
    named: dict[str, list[str]] = {}
    for product in catalogue.products.values():
        if product.producer:
            named.setdefault(product.name.casefold(), []).append(product.code)
    codes = next(codes for codes in named.values() if len(codes) > 2)[:3]
    reply = ask(Intent.PRODUCT, *codes, certainty=Certainty.RIVALS).reply
    labels = [choice.label for choice in reply.choices]
    assert len(set(labels)) == len(labels) == 3


def test_a_weak_match_is_asked_not_answered(ask: Ask) -> None:
    answer = ask(Intent.PRODUCT, certainty=Certainty.WEAK, products=(Match(BA_CHE, 0.4),))
    assert answer.reply.outcome is Outcome.CHOICES
    assert "Có phải ý bạn" in answer.reply.text
    assert "★" not in answer.reply.text


def test_an_unknown_name_is_not_found_with_the_date_of_the_list(ask: Ask) -> None:
    answer = ask(Intent.PRODUCT, certainty=Certainty.NONE, text="phở cuốn Hưng Bền\u202e\ud800")
    assert answer.reply.outcome is Outcome.NOT_FOUND
    assert "“phở cuốn Hưng Bền”" in answer.reply.text
    assert "2026" in answer.reply.text
    assert answer.reply.choices
    assert answer.products == ()
