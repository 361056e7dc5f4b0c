"""Questions are read from any bytes, a line at a time."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from bot.lines import LONGEST_LINE, read_lines


def test_lines_come_in_order_without_their_ends() -> None:
    stream = BytesIO("\ufeffmột\r\nhai\n\nbốn".encode())
    assert list(read_lines(stream)) == ["một", "hai", "", "bốn"]


def test_bytes_that_are_not_utf8_are_replaced() -> None:
    assert list(read_lines(BytesIO(b"tr\xe0 hoa\nch\xc3"))) == ["tr\ufffd hoa", "ch\ufffd"]


def test_an_endless_line_is_cut_and_the_next_one_read() -> None:
    stream = BytesIO(b"a" * (3 * LONGEST_LINE + 5) + b"\nsau\n")
    first, second = read_lines(stream)
    assert len(first) == LONGEST_LINE
    assert second == "sau"


@given(st.binary(max_size=500))
def test_any_bytes_give_text_that_can_be_written(given_bytes: bytes) -> None:
    for line in read_lines(BytesIO(given_bytes)):
        assert "\n" not in line
        line.encode()
