"""The address under which an answer of the web chat is shared."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

from bot.channels.web.sharing import shared_address
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
