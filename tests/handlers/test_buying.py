"""Where to buy, contacts, producers and prices."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome, Role
from knowledge.catalogue import Catalogue
from knowledge.facts import OutletKind
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.senses import EMAIL
from tests.handlers.conftest import Ask, matches

BA_CHE = "tra-hoa-vang-ba-che"
LE_GIA = "nuoc-mam-le-gia-cot-dac-biet-40n"
TRA_VINH_FARM = "cong-ty-tnhh-tra-vinh-farm"


def test_own_sellers_come_by_kind(ask: Ask) -> None:
    text = ask(Intent.WHERE_TO_BUY, BA_CHE).reply.text
    assert "Sàn thương mại điện tử: Postmart, Voso, Shopee" in text


def test_a_seller_that_is_described_is_described_in_the_readers_language(ask: Ask) -> None:
    product = "lac-hong-beef-pho"
    sides = (matches([product]), matches([BA_CHE]))
    for language, said, other in (
        ("vi", "Khu du lịch sinh thái Lộc Vượng", "Eco-tourism"),
        ("en", "Loc Vuong Eco-tourism Area", "Khu du lịch"),
    ):
        for answer in (
            ask(Intent.WHERE_TO_BUY, product, language=language),
            ask(Intent.COMPARE, compared=sides, language=language),
        ):
            assert said in answer.reply.text
            assert other not in answer.reply.text


def test_outlets_stand_in_where_no_seller_is_known_and_are_said_to(
    ask: Ask, catalogue: Catalogue
) -> None:
    product = next(
        p
        for p in catalogue.products.values()
        if p.location.province == "22" and not catalogue.offers_of(p.code) and not p.producer
    )
    text = ask(Intent.WHERE_TO_BUY, product.code).reply.text
    assert "Mình chưa biết nơi bán riêng" in text
    assert "Quảng Ninh" in text


def test_export_markets_are_in_the_readers_language(ask: Ask) -> None:
    english = ask(Intent.WHERE_TO_BUY, LE_GIA, export=True, language="en").reply.text
    vietnamese = ask(Intent.WHERE_TO_BUY, LE_GIA, export=True).reply.text
    assert "Japan" in english
    assert "South Korea" in english
    assert "Nhật Bản" in vietnamese
    assert "Japan" not in vietnamese
    wider = ask(Intent.WHERE_TO_BUY, "canned-pineapple", export=True, language="en").reply.text
    assert "Middle Eastern countries, Russia, Europe" in wider


def test_no_export_is_said_honestly(ask: Ask, catalogue: Catalogue) -> None:
    product = next(
        p
        for p in catalogue.products.values()
        if all(o.kind is not OutletKind.EXPORT for o in catalogue.offers_of(p.code))
    )
    text = ask(Intent.WHERE_TO_BUY, product.code, export=True, language="en").reply.text
    assert "not read of any export" in text


def test_a_published_phone_makes_a_contact_card(ask: Ask) -> None:
    reply = ask(Intent.CONTACT, producers=(TRA_VINH_FARM,)).reply
    assert reply.contact is not None
    assert reply.contact.phone == "0966 243 066"
    assert "hello@sokfarm.com" in reply.text
    assert reply.point is not None
    assert "trung tâm xã" in reply.point.address


def test_without_a_phone_the_next_best_way_is_named_and_no_number_invented(ask: Ask) -> None:
    reply = ask(Intent.CONTACT, "mam-tom-le-gia").reply
    assert reply.contact is None
    assert "Hoằng Phụ" in reply.text
    assert "UBND xã Hoằng Thanh" in reply.text
    assert "OCOP của tỉnh Thanh Hóa" in reply.text


def test_an_email_asked_for_is_said_to_be_missing(ask: Ask) -> None:
    missing, cues = "chưa thấy email", frozenset({EMAIL})
    assert missing in ask(Intent.CONTACT, LE_GIA, cues=cues).reply.text
    assert missing not in ask(Intent.CONTACT, producers=(TRA_VINH_FARM,), cues=cues).reply.text


def test_the_maker_and_its_other_products(ask: Ask) -> None:
    answer = ask(Intent.PRODUCER, "ngoc-trai-akoya")
    assert "Ngọc trai Hạ Long" in answer.reply.text
    assert "Ngọc trai Tahiti" in answer.reply.text
    assert answer.producers


def test_a_long_list_of_a_producer_is_paged(ask: Ask, catalogue: Catalogue) -> None:
    producer = max(catalogue.producers, key=lambda code: len(catalogue.products_of(code)))
    first = ask(Intent.PRODUCER, producers=(producer,))
    second = ask(Intent.PRODUCER, producers=(producer,), offset=5)
    assert len(first.products) == 5
    assert set(first.products).isdisjoint(second.products)


def test_price_is_not_held_and_leads_to_the_sellers(ask: Ask) -> None:
    text = ask(Intent.PRICE, BA_CHE).reply.text
    assert "không có giá" in text
    assert "Postmart" in text


def test_a_price_without_a_seller_sends_nobody_to_one(ask: Ask) -> None:
    text = ask(Intent.PRICE, "mam-tom-le-gia").reply.text
    assert "không có giá" in text
    assert "hỏi ở đây" not in text
    assert "Mình chưa biết nơi bán riêng của sản phẩm này. Điểm bán OCOP ở Thanh Hóa" in text
    assert "hỏi ở đây nhé:\n\n• Sàn thương mại điện tử" in ask(Intent.PRICE, BA_CHE).reply.text


@pytest.mark.parametrize(
    "intent", [Intent.PRODUCT, Intent.WHERE_TO_BUY, Intent.PRICE, Intent.CONTACT]
)
def test_a_website_is_told_once(ask: Ask, catalogue: Catalogue, intent: Intent) -> None:
    told = 0
    for product in catalogue.products.values():
        producer = catalogue.producers.get(product.producer or "")
        if producer is None or not producer.website:
            continue
        site = producer.website.split("://")[-1].removeprefix("www.").rstrip("/")
        runs = [
            run
            for paragraph in ask(intent, product.code).reply.paragraphs
            if paragraph.role is not Role.NOTE
            for run in paragraph.runs
        ]
        at = f"@{site}"
        found = [run for run in runs if site in f"{run.text} {run.url}" and at not in run.text]
        assert len(found) == 1, (product.code, found)
        told += 1
    assert told > 10


def test_a_website_is_told_once_beside_another_product(ask: Ask) -> None:
    sides = (matches(["toi-ly-son-dori"]), matches(["nuoc-yen-sao-sanest"]))
    text = ask(Intent.COMPARE, compared=sides).reply.text
    assert text.count("dori.com.vn") == 1
    assert "Sanest Khánh Hòa" in text
    assert "sanestkhanhhoa.com.vn" not in text


def test_unnamed_product_is_asked_for(ask: Ask) -> None:
    reply = ask(Intent.WHERE_TO_BUY, certainty=Certainty.NONE).reply
    assert reply.outcome is Outcome.NOT_FOUND
    assert reply.choices
