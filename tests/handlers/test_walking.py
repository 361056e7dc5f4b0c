"""Walking in a list: numbers, pages, and back to it."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk

FISH_SAUCE = "nuoc mam phu quoc"


@pytest.fixture
def pages(talk: Talk) -> list[tuple[str, ...]]:
    """The pages of a list of fish sauce, as somebody turns them."""
    first = talk.say(FISH_SAUCE).answer
    assert first.page is not None
    seen = [first.products]
    while len(seen) < first.page.pages:
        seen.append(talk.say("xem thêm").answer.products)
    talk.say(FISH_SAUCE)
    assert first.page.codes == tuple(code for page in seen for code in page)
    return seen


@pytest.mark.parametrize(
    ("then", "page", "at"),
    [
        ("cai thu 7", 1, 1),
        ("cái số 8", 1, 2),
        ("sp 10", 1, 4),
        ("the 11th one", 2, 0),
        ("number 9", 1, 3),
        ("7", 1, 1),
        ("cai thu 2", 1, 1),  # of the page that is seen
        ("c2", 1, 1),
        ("cái ở giữa", 1, 2),
        ("the middle one", 1, 2),
    ],
)
def test_numbers_count_on_the_page_and_on_from_the_first(
    talk: Talk, pages: list[tuple[str, ...]], then: str, page: int, at: int
) -> None:
    turn = talk.say("tiep", then)
    assert turn.question.intent is Intent.PRODUCT
    assert turn.answer.products == (pages[page][at],)


@pytest.mark.parametrize(
    "then", ["cái thứ 12", "12", "item 40", "số 12", "so sánh cái 1 với cái 14"]
)
def test_a_number_beyond_the_list_tells_how_many_there_are(talk: Talk, then: str) -> None:
    turn = talk.say(FISH_SAUCE, then)
    assert turn.reply.outcome is Outcome.TALK
    assert "11" in turn.reply.text
    assert talk.say("cái 2").reply.outcome is Outcome.ANSWER


@pytest.mark.parametrize(
    ("then", "asked"),
    [
        ("cái 7 mấy sao", Intent.RATING),
        ("gia cai 7", Intent.PRICE),
        ("ai làm cái thứ 7", Intent.PRODUCER),
        ("mua cai 7 o dau", Intent.WHERE_TO_BUY),
    ],
)
def test_something_is_asked_of_a_number_further_on(
    talk: Talk, pages: list[tuple[str, ...]], then: str, asked: Intent
) -> None:
    turn = talk.say(then)
    assert turn.question.intent is asked
    assert turn.answer.products == (pages[1][1],)


@pytest.mark.parametrize(
    ("then", "page"),
    [
        ("trang 2", 1),
        ("page 3", 2),
        ("tới trang cuối", 2),
        ("the last page", 2),
        ("qua trang 2 đi", 1),
        ("cho xem trang thu hai", 1),
        ("trang sau", 1),
        ("second page pls", 1),
    ],
)
def test_a_page_is_turned_to(
    talk: Talk, pages: list[tuple[str, ...]], then: str, page: int
) -> None:
    turn = talk.say(then)
    assert turn.answer.products == pages[page]
    assert f"{page + 1}" in turn.reply.paragraphs[0].text


@pytest.mark.parametrize(
    "then", ["trang trước", "previous page", "quay lại", "back", "lui lai 1 trang"]
)
def test_the_page_before_is_turned_to(talk: Talk, pages: list[tuple[str, ...]], then: str) -> None:
    assert talk.say("tiep", "tiep", then).answer.products == pages[1]


@pytest.mark.parametrize("then", ["trang 4", "page 9", "trang trước", "trang 0"])
def test_a_page_that_is_none_is_told(talk: Talk, then: str) -> None:
    turn = talk.say(FISH_SAUCE, then)
    assert turn.reply.outcome is Outcome.TALK
    assert talk.say("cái 2").reply.outcome is Outcome.ANSWER


@pytest.mark.parametrize(
    "then", ["quay lai", "quay lại danh sách", "trở lại", "back", "back to the list", "xem lai ds"]
)
def test_back_is_the_list_and_its_page(talk: Talk, pages: list[tuple[str, ...]], then: str) -> None:
    assert talk.say("tiep", "cái 3", "ai làm", then).answer.products == pages[1]


def test_back_is_the_list_before_it_was_narrowed(talk: Talk) -> None:
    before = talk.say("ocop hue").answer.products
    talk.say("5 sao thôi")
    assert talk.say("quay lại").answer.products == before


@pytest.mark.parametrize(
    ("then", "entries"),
    [
        ("so sanh 1 voi 3", (0, 2)),
        ("so sanh cai 1 voi cai 3", (0, 2)),
        ("compare 1 and 3", (0, 2)),
        ("2,3", (1, 2)),
        ("1 vs 2", (0, 1)),
        ("số 2 và số 3", (1, 2)),
        ("1-3", (0, 1, 2)),
        ("số 1 và số 4 khác gì nhau", (0, 3)),
        ("1 hay 3 tốt hơn", (0, 2)),
    ],
)
def test_entries_are_compared_by_their_numbers(
    talk: Talk, then: str, entries: tuple[int, ...]
) -> None:
    shown = talk.say(FISH_SAUCE).answer.products
    turn = talk.say(then)
    assert turn.question.intent is Intent.COMPARE
    assert turn.answer.products == tuple(shown[at] for at in entries)


@pytest.mark.parametrize("then", ["4 5 sao", "lấy 4-5 sao", "cho mình 2 chai", "loại 40 độ"])
def test_numbers_of_other_things_pick_nothing(talk: Talk, then: str) -> None:
    shown = talk.say(FISH_SAUCE).answer.products
    assert len(talk.say(then).answer.products) != 1 or len(shown) < 2


@pytest.mark.parametrize("then", ["còn mấy trang", "how many pages"])
def test_how_many_pages_there_are_is_told(talk: Talk, then: str) -> None:
    turn = talk.say(FISH_SAUCE, then)
    assert turn.reply.outcome is Outcome.TALK
    assert "3" in turn.reply.text


def test_back_from_shops_is_the_list(talk: Talk) -> None:
    before = talk.say("ocop hue").answer.products
    assert talk.say("shop").question.intent is Intent.OUTLETS
    assert talk.say("quay lại").answer.products == before


def test_pages_of_shops_are_turned(talk: Talk) -> None:
    first = talk.say("điểm bán ocop hà nội").reply.paragraphs
    assert talk.say("trang 2").reply.paragraphs != first
    assert talk.say("trang trước").reply.paragraphs == first


def test_back_to_what_is_named(talk: Talk) -> None:
    before = talk.say(FISH_SAUCE, "tiep").answer.products
    turn = talk.say("trà thái nguyên", "quay lai nuoc mam")
    assert turn.answer.products == before


def test_a_page_of_one_entry_counts_on_from_the_first(
    talk: Talk, pages: list[tuple[str, ...]]
) -> None:
    assert len(pages[-1]) == 1
    turn = talk.say("trang 3", "cái thứ 11")
    assert turn.answer.products == pages[-1]


def test_the_first_two_are_compared_without_marks(talk: Talk, pages: list[tuple[str, ...]]) -> None:
    turn = talk.say("trang 2", "2 cai dau")
    assert turn.question.intent is Intent.COMPARE
    assert turn.answer.products == pages[1][:2]


def test_back_keeps_the_language_of_the_chat(talk: Talk) -> None:
    assert talk.say(FISH_SAUCE, "cai 2", "back").language == "vi"


def test_no_number_is_told_behind_a_page_with_namesakes_first(talk: Talk) -> None:
    shown = talk.say("mat ong", "xem them").answer.products
    seen = talk.say("cai thu 7").answer.products
    assert len(seen) != 1 or seen[0] in shown


@pytest.mark.parametrize(
    ("then", "at"),
    [
        ("quay lại cái đầu tiên", 0),
        ("quay lai cai dau", 0),
        ("thôi quay lại cái đầu tiên", 0),
        ("trở lại cái thứ hai", 1),
    ],
)
def test_coming_back_to_an_entry_asks_for_no_counter(talk: Talk, then: str, at: int) -> None:
    shown = talk.say("đồ gốm").answer.products
    turn = talk.say("cái thứ 3", then)
    assert turn.answer.products == (shown[at],)
    assert turn.question.intent is Intent.PRODUCT


def test_coming_back_to_the_first_of_two_shown_in_turn(talk: Talk) -> None:
    turn = talk.say("trà hoa vàng ba chẽ", "trà hoa vàng quy hoa", "quay lại cái đầu tiên")
    assert turn.answer.products == ("tra-hoa-vang-ba-che",)


def test_coming_back_over_an_empty_list(talk: Talk) -> None:
    shown = talk.say(FISH_SAUCE, "5 sao thoi").answer.products
    turn = talk.say("the con phan thiet thi sao", "quay lai cai dau tien")
    assert turn.answer.products == shown[:1]


@pytest.mark.parametrize("then", ["thôi quay lại Đắk Lắk", "quay lai dak lak"])
def test_coming_back_to_a_place_keeps_the_kind(talk: Talk, then: str) -> None:
    turn = talk.say("cà phê Đắk Lắk", "nhầm, Gia Lai", "à không Kon Tum", then)
    assert talk.places(turn) == ["Đắk Lắk"]
    assert turn.question.kinds == ("ca-phe",)
    assert turn.question.intent is Intent.SPECIALITIES
