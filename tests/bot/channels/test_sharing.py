"""The address under which an answer of the web chat is shared."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.channels.web.sharing import shared_address
from handlers.chat.actions import SAME_FOR_EVERYBODY, Verb
from handlers.chat.reply import Outcome
from handlers.chat.session import Session
from handlers.conversation import Utterance, respond
from knowledge.base import Knowledge

DAY = date(2026, 3, 1)


def test_an_address_opens_the_same_answer_or_there_is_none(knowledge: Knowledge) -> None:
    session = Session()
    shared: list[bool] = []
    for text in (
        "đặc sản Quảng Ninh",
        "còn 4 sao?",
        "trà, cà phê, mật ong, nước mắm 5 sao ở Thái Nguyên, Quảng Ninh, Lào Cai",
        # Too long a list for an action: by itself, nobody else could open it
        "còn 4 sao?",
    ):
        said = Utterance(text=text)
        turn, session = respond(said, session, knowledge, DAY)
        address = shared_address(said, turn, knowledge, DAY, first=False)
        shared.append(address is not None)
        if address is None:
            continue
        query = {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}
        followed = Utterance(query.get("q", ""), query.get("a"), language=query["lang"])
        opened, _ = respond(followed, Session(), knowledge, DAY)
        assert opened.reply.paragraphs == turn.reply.paragraphs
    assert shared == [True, True, True, False]


@pytest.mark.parametrize("action", ["M5~~~~province:19~tra", "X5~JP~~~", "L5~tra-hoa-vang-ba-che"])
def test_a_page_of_makers_or_exports_and_the_truth_of_a_label_are_shared(
    knowledge: Knowledge, action: str
) -> None:
    said = Utterance(action=action)
    turn, _ = respond(said, Session(), knowledge, DAY)
    assert turn.reply.outcome is Outcome.ANSWER
    assert shared_address(said, turn, knowledge, DAY, first=True) is not None


def test_of_every_verb_it_is_known_whether_its_answer_is_the_same_for_everybody() -> None:
    of_the_person = {
        *(Verb.NEARBY, Verb.SAVE, Verb.REMOVE, Verb.SAVED, Verb.SHARE_SAVED),
        *(Verb.LANGUAGE, Verb.FEEDBACK, Verb.PRIVACY),
    }
    greeting = {Verb.HELP, Verb.WELCOME}
    assert {*SAME_FOR_EVERYBODY, *of_the_person, *greeting} == set(Verb)
    assert not SAME_FOR_EVERYBODY & (of_the_person | greeting)
