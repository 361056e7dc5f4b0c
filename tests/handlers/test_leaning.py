"""What is said of the programme or the assistant in words that no table has as a whole."""

from __future__ import annotations

import pytest

from handlers.chat.keeping import Deed
from handlers.chat.reply import Outcome
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("ứng dụng gì mà chạy như rùa bò, chán quá", Intent.FEEDBACK),
        ("ung dung gi ma chay nhu rua bo, chan qua", Intent.FEEDBACK),
        ("the number on your page rings and rings, nobody there, please fix", Intent.FEEDBACK),
        ("mấy lời tui nhắn nãy giờ có ai ngồi đọc lén không đó", Intent.PRIVACY),
        ("are my messages read by your staff", Intent.PRIVACY),
        ("bữa trước tui có đánh dấu mấy món, giờ kiếm lại chỗ nào", Intent.SAVED),
        ("where did the things i hearted last week go", Intent.SAVED),
        ("tui đang đứng ngoài chợ, đi bộ tới đâu có bán gần nhứt", Intent.NEARBY),
        ("cho nao gan day ban do ocop", Intent.NEARBY),
        ("thôi mình đi đón con đây, tối hỏi tiếp nha", Intent.GOODBYE),
        ("so nay goi hoai hong ai bat may", Intent.FEEDBACK),
        ("bấm hoài hông thấy gì hết trơn", Intent.FEEDBACK),
        ("your answers make no sense at all", Intent.FEEDBACK),
        ("moi tai ve chua biet hoi lam sao", Intent.HELP),
        ("luu nhung gi ve toi", Intent.PRIVACY),
        ("forget everything i told you", Intent.PRIVACY),
        ("lam phien qua cam on nghen", Intent.THANKS),
        ("bà lưu được mấy món rồi cháu", Intent.SAVED),
        ("hôm bữa bà bảo cháu lưu cái gì ấy nhỉ", Intent.SAVED),
        ("sao tự nhiên lại ra tiếng Anh", Intent.LANGUAGE),
        ("bên tôi thấy số liệu ở đây lệch với báo cáo của sở", Intent.FEEDBACK),
        ("nói giọng Huế được không", Intent.LANGUAGE),
        ("gần nhà bác có tiệm bán rau sạch không", Intent.NEARBY),
        ("tin tôi nhắn có bị giữ lại và đưa người khác đọc không", Intent.PRIVACY),
        ("gtg bye", Intent.GOODBYE),
    ],
)
def test_the_whole_of_a_message_tells_what_it_wants(talk: Talk, typed: str, intent: Intent) -> None:
    assert talk.say(typed).question.intent is intent


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("nhà tui làm ăn nhỏ xíu, muốn ghi danh thì giấy tờ ra sao", ProgrammeTopic.APPLYING),
        ("ocop la cai chi rua", ProgrammeTopic.WHAT_IS_OCOP),
        ("bầy tui mần nước mắm ở quê chừ muốn được sao thì nộp mô", ProgrammeTopic.APPLYING),
        ("what are the rules", ProgrammeTopic.APPLYING),
        ("how to get 5 stars", ProgrammeTopic.APPLYING),
        ("lam sao duoc 5 sao", ProgrammeTopic.APPLYING),
        ("ho so ocop gom nhung gi", ProgrammeTopic.APPLYING),
        ("ai chung nhan", ProgrammeTopic.WHO_CERTIFIES),
        ("co may hang sao", ProgrammeTopic.STARS),
        ("is anybody inspecting the workshop before they hand out the stars", None),
        (
            "giấy chứng nhận quá hạn lâu rồi mà vẫn in sao lên bao thì có bị gì không",
            ProgrammeTopic.VALIDITY,
        ),
    ],
)
def test_rules_are_told_however_they_are_asked_for(
    talk: Talk, typed: str, topic: ProgrammeTopic | None
) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.TALK
    assert turn.question.intent is Intent.PROGRAMME
    assert topic is None or turn.question.topic is topic


@pytest.mark.parametrize(
    "typed",
    [
        "mì Hảo Hảo mấy sao ocop",
        "how many stars does Lum Tung tea have",
        "ssl certificate expired error chrome",
        "kẹo dẻo Gummilandia được cấp sao năm nào",
    ],
)
def test_what_we_do_not_know_is_not_taken_for_a_question_about_the_rules(
    talk: Talk, typed: str
) -> None:
    assert talk.say(typed).reply.outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("5 sao", Intent.SPECIALITIES),
        ("5 star please", Intent.SPECIALITIES),
        ("ocop fish sauce for export to usa", Intent.WHERE_TO_BUY),
        ("tinh nao chua co sp 5 sao", Intent.SPECIALITIES),
        ("san pham ocop nam 2025", Intent.SPECIALITIES),
        ("muc mot nang co chung nhan ocop khong", Intent.RATING),
        ("sao không có giá", Intent.PRICE),
        ("miến rong bình lư có được cấp giấy OCOP hông", Intent.RATING),
        ("tỉnh nào có nhiều sản phẩm nhất", Intent.STATISTICS),
    ],
)
def test_what_is_asked_of_goods_stays_so_whatever_its_words_lean_to(
    talk: Talk, typed: str, intent: Intent
) -> None:
    assert talk.say(typed).question.intent is intent


def test_a_short_question_keeps_its_subject(talk: Talk) -> None:
    turn = talk.say("trà hoa vàng ba chẽ", "hết hạn khi nào")
    assert turn.answer.products == ("tra-hoa-vang-ba-che",)


@pytest.mark.parametrize("then", ["không tin", "thôi đắt", "chong toi khong thich", "đúng rồi"])
def test_what_may_be_said_of_the_thing_shown_is_no_other_matter(talk: Talk, then: str) -> None:
    talk.say("cá thát lát rút xương kỳ như")
    assert talk.say(then).question.intent not in {
        *(Intent.PRIVACY, Intent.SAVED, Intent.GOODBYE, Intent.FEEDBACK, Intent.LANGUAGE),
    }


def test_a_place_that_looks_like_thanks_without_its_marks_is_none(talk: Talk) -> None:
    assert talk.say("cam thanh paddy rice").question.intent is not Intent.THANKS


@pytest.mark.parametrize(
    "said", ["app nay lag qua di mat", "the number on your page rings and rings, please fix"]
)
def test_a_complaint_that_was_typed_is_passed_on_as_it_is(talk: Talk, said: str) -> None:
    turn = talk.say(said)
    assert [(each.deed, each.value) for each in turn.answer.effects] == [(Deed.COMMENT, said)]
    assert talk.say("trà 5 sao thái nguyên").question.intent is Intent.SPECIALITIES


def test_who_only_says_to_have_a_comment_is_asked_for_it(talk: Talk) -> None:
    asked = talk.say("góp ý")
    assert not asked.answer.effects
    turn = talk.say("nên có giá")
    assert [(each.deed, each.value) for each in turn.answer.effects] == [
        (Deed.COMMENT, "nên có giá")
    ]
    assert talk.say("trà 5 sao thái nguyên").question.intent is Intent.SPECIALITIES
