"""How strong a fish sauce or liquor is to be, read against the real catalogue."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge


@pytest.mark.parametrize(
    ("typed", "least", "strengths"),
    [
        ("nuoc mam phu quoc loai 40 do dam", 4, {"40"}),
        ("nước mắm 40 độ đạm", 5, {"40"}),
        ("nước mắm 35N", 1, {"35"}),
        ("mua nước mắm 43 độ ở đâu", 3, {"43"}),
        ("fish sauce 40N", 5, {"40"}),
        ("nước mắm trên 40 độ đạm", 3, {"41", "42", "43", "45", "50", "60"}),
        ("nước mắm ít nhất 40 độ đạm", 8, {"40", "41", "42", "43", "45", "50", "60"}),
        ("fish sauce at least 40N", 8, {"40", "41", "42", "43", "45", "50", "60"}),
        ("fish sauce above 40N", 3, {"41", "42", "43", "45", "50", "60"}),
        ("nước mắm từ 35 đến 38 độ đạm", 2, {"35", "36", "37", "38"}),
        ("rượu dưới 30 độ", 3, {str(each) for each in range(10, 30)}),
        ("rượu từ Tiền Giang 29 độ", 2, {"29"}),
    ],
)
def test_all_of_a_strength_are_meant(
    knowledge: Knowledge, typed: str, least: int, strengths: set[str]
) -> None:
    question = knowledge.understanding.read(typed)
    products = [knowledge.catalogue.products[match.code] for match in question.products]
    assert len(products) >= least
    assert all(any(each in product.name for each in strengths) for product in products)


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        ("nước mắm thanh quốc 40 độ đạm", "nuoc-mam-thanh-quoc-40-do-dam"),
        ("rượu thốt nốt 29 độ bán ở đâu vậy", "ruou-thot-not-29-do"),
        ("nước mắm lê gia 40n", "nuoc-mam-le-gia-cot-dac-biet-40n"),
    ],
)
def test_beside_a_name_a_strength_is_a_part_of_it(
    knowledge: Knowledge, typed: str, product: str
) -> None:
    assert knowledge.understanding.read(typed).products[0].code == product


@pytest.mark.parametrize("typed", ["rượu 45 độ", "nước mắm 60 độ đạm", "nước mắm 30 độ cát hải"])
def test_none_of_a_strength_is_told_as_such(knowledge: Knowledge, typed: str) -> None:
    question = knowledge.understanding.read(typed)
    assert question.strength is not None
    assert not question.products
    assert question.kinds


def test_a_strength_is_of_no_place_that_is_left_out(knowledge: Knowledge) -> None:
    question = knowledge.understanding.read("nước mắm 40 độ đạm trừ Phú Quốc")
    products = [knowledge.catalogue.products[match.code] for match in question.products]
    assert products
    assert not knowledge.catalogue.is_at(products[0], question.without.places)
    assert not any("Phú Quốc" in product.name for product in products)


def test_of_a_range_that_none_has_the_range_is_told(knowledge: Knowledge) -> None:
    strength = knowledge.understanding.read("rượu dưới 10 độ").strength
    assert strength is not None
    assert (strength.sign, strength.number) == ("<", 10)
