"""Figures are never told without what limits them."""

from __future__ import annotations

import pytest

from knowledge.base import Knowledge
from tests.handlers.talking import Talk


def told(turns: str, knowledge: Knowledge) -> str:
    talk, text = Talk(knowledge), ""
    for said in turns.split(" / "):
        text = talk.say(said).reply.text
    return text


@pytest.mark.parametrize(
    ("question", "must", "never"),
    [
        # Of two counts of a year, that which counts certified products alone
        ("quang ninh nam 2023 co bao nhieu sp ocop", "336 sản phẩm OCOP", "565"),
        ("quang ninh 2023 co bao nhieu sp", "336 sản phẩm OCOP", "437"),
        # A count of some makers or one year only with what its source says of it
        ("thai binh cu bao nhieu sp", "hỉ tính sản phẩm của hợp tác xã", "xx"),
        ("binh duong cu bao nhieu sp ocop", "tổng cộng 274", "xx"),
        ("hau giang co may sp 5 sao", "3 sản phẩm 5 sao", "chưa có sản phẩm 5 sao"),
        ("Cuối năm 2024 cả nước có bao nhiêu sản phẩm", "14.642 sản phẩm", "12.000"),
        ("ca nuoc co bao nhieu sp tinh den 2025", "17.400 sản phẩm", "16.000 sản phẩm"),
        ("thanh hoa 2022 co bn sp", "236 sản phẩm", "661"),
        ("bao nhieu phan tram sp dat 4 sao", "22,7% đạt 4 sao", "không tách riêng"),
        # Sums of former provinces say so, and name each with its date
        ("tinh nao nhieu sp 4 sao nhat", "Hải Dương 29/12/2023 + Hải Phòng", "xx"),
        ("tinh nao nhieu sp 4 sao nhat", "không phải số chính thức", "xx"),
        ("tinh nao nhieu sp ocop nhat", "Còn thiếu số liệu của: Hà Tĩnh, Đắk Lắk", "xx"),
        ("quang ninh co bao nhieu sp ocop / con nam 2023", "336 sản phẩm OCOP", "437"),
        ("quang ninh co bao nhieu sp ocop / 2024", "417 sản phẩm OCOP", "437"),
        ("how many ocop products in thanh hoa / and in 2022", "236 OCOP products", "661"),
        ("so luong sp ocop qua cac nam", "14.642 sản phẩm", "nấm"),
        ("trong nam 2025 co bao nhieu sp", "Cả nước: 17.400", "miền Nam"),
        ("thai nguyen gio co bn sp ocop", "561 sản phẩm", "giò"),
        ("nam 2019 ca nuoc co bao nhieu", "gần nhất", "nấm"),
        ("tinh nao it sp ocop nhat", "1. Huế: 44 sản phẩm (03/08/2022)", "xx"),
        ("phan tram sp 4 sao cua ha noi", "1.571 sản phẩm 4 sao", "Trám"),
        ("muoi hat bac lieu theo qd nao", "2361/QĐ-BNNMT", "xx"),
        ("diem toi thieu 4 sao", "4 sao từ 70 đến 89", "xx"),
        ("trà 5 sao / năm 2024", "được công nhận năm 2024 (4)", "xx"),
        ("which province has the fewest ocop products", "1. Huế: 44", "Hà Nội"),
        ("tỉnh có ít sản phẩm nhất", "1. Huế: 44", "Hà Nội"),
        ("which province has the least products", "1. Huế: 44", "Hà Nội"),
        ("top 5 tỉnh ít sản phẩm nhất", "1. Huế: 44", "Hà Nội"),
        ("tinh nao it san pham 5 sao nhat", "5 sao nhất trong số liệu", "1. Hà Nội"),
        ("tỉnh nào nhiều sản phẩm ít nhất 4 sao", "1. Hà Nội: 1.577", "Điện Biên"),
        ("số sản phẩm của từng tỉnh", "10. Bắc Ninh", "xx"),
        ("ai duyet 4 sao", "Ai công nhận hạng sao", "xx"),
        ("tham quyen cong nhan 5 sao", "Ai công nhận hạng sao", "xx"),
        ("top 10 tinh nhieu sp ocop nhat", "10. Bắc Ninh", "xx"),
        # How many of our list got their stars in a year, which is no count of that year
        (
            "bao nhieu sp dc cong nhan nam 2024 o ben tre",
            "mình biết là được công nhận năm 2024",
            "xx",
        ),
        ("các chủ thể ocop tại huyện Ba Vì", "của 426 chủ thể", "Hà Nội: ,"),
    ],
)
def test_figures_come_with_what_limits_them(
    knowledge: Knowledge, question: str, must: str, never: str
) -> None:
    answer = told(question, knowledge)
    assert must in answer
    assert never not in answer
