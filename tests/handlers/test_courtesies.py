"""Courtesies around a question: who somebody is and where they stay, and thanks before more is
asked."""

from __future__ import annotations

import pytest

from handlers.chat.reply import Outcome
from knowledge.understanding.question import Intent
from tests.handlers.talking import Talk


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (
            "Hello, we are a couple from Melbourne staying in Hoi An. Could you kindly tell us "
            "what local OCOP products there are?",
            "Hội An",
        ),
        ("Hi, we are staying in Da Lat for three nights. What is worth buying?", "Đà Lạt"),
        (
            "Hello, we are from Melbourne and staying in Hoi An, what local products are there?",
            "Hội An",
        ),
        (
            "We fly home from Da Nang on Sunday, what could we pick up at the last minute that's "
            "easy to pack?",
            "Đà Nẵng",
        ),
        ("my wife and I are from Brisbane and staying in Hue for a week, what local food?", "Huế"),
        ("I'm a teacher from Canada living in Da Nang, what coffee is good?", "Đà Nẵng"),
        ("what's worth picking up in Hoi An", "Hội An"),
        ("what's new from Hoi An", "Hội An"),
        ("what OCOP products are there in Hoi An", "Hội An"),
    ],
)
def test_goods_of_the_place_where_somebody_stays(talk: Talk, typed: str, place: str) -> None:
    turn = talk.say(typed)
    assert turn.question.intent is Intent.SPECIALITIES
    assert [each.name for each in turn.question.places] == [place]
    assert turn.answer.products


@pytest.mark.parametrize(
    "typed",
    [
        "a mate of ours recommended Chappi coffee",
        "our guide told us about Chappi coffee",
    ],
)
def test_who_recommended_it_is_no_part_of_its_name(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert all("chappi" in code for code in turn.answer.products)
    assert turn.reply.outcome in {Outcome.ANSWER, Outcome.CHOICES}


@pytest.mark.parametrize(
    ("then", "intent"),
    [
        ("thanks, and the maker?", Intent.PRODUCER),
        ("cảm ơn, thế ai làm", Intent.PRODUCER),
        ("thanks, any others from them", Intent.PRODUCER),
        ("thank you! where can I buy it", Intent.WHERE_TO_BUY),
        ("thanks. how many stars?", Intent.RATING),
        ("cảm ơn bạn, mai mình mua", Intent.THANKS),
        ("cảm ơn bạn nhiều", Intent.THANKS),
    ],
)
def test_what_is_asked_behind_thanks(talk: Talk, then: str, intent: Intent) -> None:
    turn = talk.say("mắm tôm lê gia", then)
    assert turn.question.intent is intent


@pytest.mark.parametrize(
    "typed", ["how do I say thank you in vietnamese", "can you teach me vietnamese"]
)
def test_words_of_a_language_are_not_the_language_to_answer_in(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.language == "en"
    assert turn.question.intent is not Intent.LANGUAGE


def test_what_the_letters_mean_in_vietnamese_is_told_in_english(talk: Talk) -> None:
    turn = talk.say("what does OCOP stand for in Vietnamese")
    assert turn.language == "en"
    assert turn.question.intent is Intent.PROGRAMME


@pytest.mark.parametrize(
    "typed",
    [
        *("Lào có chương trình ocop không", "OCOP có ở Lào không", "GDP Việt Nam 2025"),
        *(
            "tea from Japan",
            "macadamia from Queensland",
            "mật ong Úc",
            "cà phê Mr Bean",
            "thịt nai",
        ),
        "could you book us a tour to a coffee farm",
    ],
)
def test_what_is_none_of_ours_is_answered_by_nothing_of_ours(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert turn.reply.outcome is Outcome.NOT_FOUND
    assert not turn.answer.products


@pytest.mark.parametrize("typed", ["vang đà lạt", "rượu vang đà lạt", "dalat wine"])
def test_a_place_that_has_none_is_said_to_have_none(talk: Talk, typed: str) -> None:
    turn = talk.say(typed)
    assert [each.name for each in turn.question.places] == ["Đà Lạt"]


@pytest.mark.parametrize("then", ["cho xem ảnh", "có hình không", "any photos?"])
def test_no_pictures_are_promised(talk: Talk, then: str) -> None:
    turn = talk.say("nước mắm lê gia", then)
    assert "hình ảnh" in turn.reply.text or "pictures" in turn.reply.text


def test_no_file_is_sent(talk: Talk) -> None:
    turn = talk.say("mật ong cao bằng", "tải file danh sách")
    assert "không gửi tệp" in turn.reply.text
    assert turn.answer.products
