"""Which of several products has more or fewer stars, or was recognised first."""

from __future__ import annotations

import pytest

from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

TEAS = "so sánh trà hoa vàng ba chẽ với trà hoa vàng tam đảo"
SHAN = "so sánh chè shan tuyết lũng phìn và chè shan tuyết cổng thành"
SAUCES = "nước mắm lê gia vs khải hoàn"


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (TEAS, "cái nào nhiều sao hơn", "Nhiều sao nhất: Trà hoa vàng Ba Chẽ (5 sao)"),
        (TEAS, "cái nào ít sao hơn", "Ít sao nhất: "),
        (TEAS, "which is lower rated", "Fewest stars: "),
        (TEAS, "cai nao sao cao hon", "Nhiều sao nhất: Trà hoa vàng Ba Chẽ (5 sao)"),
        (SAUCES, "ai nhiều sao hơn", "Các sản phẩm này đều 5 sao như nhau"),
        (SAUCES, "cấp trước", "Được công nhận trước"),
        (SHAN, "cái nào cấp trước", "Chưa rõ năm công nhận: Chè Shan tuyết Lũng Phìn"),
        (SHAN, "cái nào cấp trước", "Cổng Thành: được công nhận năm 2020"),
        (
            "compare le gia fish sauce and khai hoan",
            "which is newer",
            "Recognised last: Lê Gia special first-press fish sauce 40°N (2025)",
        ),
        ("nước mắm phú quốc 5 sao", "nước mắm nào cấp trước", "Được công nhận trước"),
        ("cần thơ có rượu gì ngon", "cái nào nhiều sao hơn", "Nhiều sao nhất: Rượu thủ công"),
    ],
)
def test_what_is_known_tells_them_apart(talk: Talk, first: str, then: str, told: str) -> None:
    turn = talk.say(first, then)
    assert turn.question.intent is Intent.COMPARE
    assert told in turn.reply.text
    assert "chưa nếm" not in turn.reply.text


def test_of_prices_nothing_is_told(talk: Talk) -> None:
    assert "Mình không có giá" in talk.say(SHAN, "cái nào rẻ hơn").reply.text
