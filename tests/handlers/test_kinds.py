"""Questions about a kind of product, a group or a number of stars, from the text to the reply."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.chat.reply import Outcome
from handlers.chat.session import Session
from handlers.conversation import Turn, respond
from handlers.utterance import Utterance
from knowledge.base import Knowledge
from knowledge.facts import Category
from knowledge.understanding.question import Intent

TODAY = date(2026, 3, 1)


def answered(knowledge: Knowledge, typed: str) -> Turn:
    turn, _ = respond(Utterance(text=typed), Session(), knowledge, TODAY)
    return turn


@pytest.mark.parametrize(
    ("typed", "kind", "intent"),
    [
        ("mua trà ở đâu", "tra", Intent.WHERE_TO_BUY),
        ("where can I buy coffee", "ca-phe", Intent.WHERE_TO_BUY),
        ("trà mấy sao", "tra", Intent.RATING),
        ("giá nước mắm", "nuoc-mam", Intent.PRICE),
        ("price of cashew nuts in binh phuoc", "hat-dieu", Intent.PRICE),
        ("ở Hà Giang mua mật ong chỗ nào uy tín", "mat-ong", Intent.WHERE_TO_BUY),
    ],
)
def test_what_is_asked_of_a_kind_gets_a_list_and_no_product_picked_at_random(
    knowledge: Knowledge, typed: str, kind: str, intent: Intent
) -> None:
    turn = answered(knowledge, typed)
    assert turn.question.intent is intent
    assert turn.reply.outcome is Outcome.ANSWER
    products = [knowledge.catalogue.products[code] for code in turn.answer.products]
    assert len(products) > 1
    kinds = {
        each.key for each in knowledge.catalogue.facts.kinds if kind in (each.key, *each.parents)
    }
    assert all(kinds.intersection(product.kinds) for product in products)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("mua gạo hữu cơ quảng trị ở sài gòn chỗ nào", "gao-huu-co-quang-tri"),
        ("mua miếng rửa bát ở Sài Gòn chỗ nào", "mieng-rua-bat"),
        ("oi nhu xuan may sao", "oi-nhu-xuan"),
    ],
)
def test_a_product_called_by_kind_and_place_is_still_that_product(
    knowledge: Knowledge, typed: str, code: str
) -> None:
    assert answered(knowledge, typed).answer.products[0] == code


@pytest.mark.parametrize("typed", ["ca phe 5 sao", "nước mắm 5 sao", "4 star honey"])
def test_stars_choose_among_a_kind_though_a_product_is_just_called_so(
    knowledge: Knowledge, typed: str
) -> None:
    turn = answered(knowledge, typed)
    shown = [knowledge.catalogue.products[code] for code in turn.answer.products]
    assert len(shown) > 1
    assert {product.stars for product in shown} == {turn.question.stars}


@pytest.mark.parametrize(
    ("typed", "category", "stars"),
    [
        ("Du lịch OCOP 5 sao", Category.TOURISM, 5),
        ("do thu cong 5 sao", Category.HANDICRAFT, 5),
        ("homestay ocop 4 sao", Category.TOURISM, 4),
    ],
)
def test_stars_choose_within_a_group(
    knowledge: Knowledge, typed: str, category: Category, stars: int
) -> None:
    turn = answered(knowledge, typed)
    shown = [knowledge.catalogue.products[code] for code in turn.answer.products]
    assert {(product.category, product.stars) for product in shown} == {(category, stars)}


@pytest.mark.parametrize(
    "typed",
    [
        "Quảng Nam sắp có hội chợ OCOP không",
        "mua ở Quảng Nam sao rẻ vậy",
        "nước mắm của bà sao rồi",
    ],
)
def test_stars_are_told_by_whole_words_outside_names(knowledge: Knowledge, typed: str) -> None:
    assert answered(knowledge, typed).question.stars is None


@pytest.mark.parametrize("typed", ["ha noi bao nhieu sp ocop nam 2025", "trà tháng 5/2023"])
def test_a_date_names_no_product(knowledge: Knowledge, typed: str) -> None:
    question = answered(knowledge, typed).question
    assert question.period in {"2025", "2023-05"}
    assert "nam" not in question.kinds


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("anh ơi nói tiếng việt nhé", "vi"),
        ("trả lời tiếng anh cho anh", "en"),
        ("i can't read vietnamese", "en"),
        ("tôi không biết tiếng anh", "vi"),
    ],
)
def test_the_language_asked_for_is_the_one_that_is_named(
    knowledge: Knowledge, typed: str, language: str
) -> None:
    assert answered(knowledge, typed).language == language


def test_a_short_form_is_no_part_of_a_name(knowledge: Knowledge) -> None:
    assert not answered(knowledge, "ship di my ko").answer.products


def test_though_a_product_is_called_like_its_kind_all_of_the_kind_are_listed(
    knowledge: Knowledge,
) -> None:
    turn = answered(knowledge, "mua cà phê ở đâu")
    assert turn.question.kinds == ("ca-phe",)
    assert len(turn.answer.products) > 1


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("chà bông", "ruoc"), ("trái cây sấy", "trai-cay-say"), ("ca phe", "ca-phe")],
)
def test_a_kind_with_many_products_alone_is_listed(
    knowledge: Knowledge, typed: str, kind: str
) -> None:
    turn = answered(knowledge, typed)
    assert turn.question.kinds == (kind,)
    assert len(turn.answer.products) > 1


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("caphe 5 sao", {"ca-phe"}),
        ("vermicelli from bac kan", {"bun-mien"}),
        ("trà shan tuyết cổ thụ suối giàng", {"tra-co-thu"}),
        ("old tree tea from tua chua", {"tra-co-thu"}),
    ],
)
def test_kinds_are_known_by_what_people_call_them(
    knowledge: Knowledge, typed: str, kinds: set[str]
) -> None:
    turn = answered(knowledge, typed)
    assert set(turn.question.kinds) == kinds
    assert turn.reply.outcome is Outcome.ANSWER
    assert turn.answer.products


def test_glass_noodles_are_found_as_vermicelli(knowledge: Knowledge) -> None:
    assert answered(knowledge, "tai hoan vermicelli").answer.products[0] == "mien-dong-tai-hoan"
