"""Ten thousand random updates: nothing crashes, and nothing goes out that Telegram would refuse."""

from __future__ import annotations

import asyncio
import copy
import logging
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.calendar import today
from bot.channels.telegram.channel import TelegramChannel
from bot.limits import Limits
from handlers.chat.actions import Verb
from handlers.chat.session_memory import MemorySessions
from handlers.conversation import Conversation
from knowledge.base import Knowledge
from tests.end_to_end.bot_api_unplugged import Unplugged, unplugged

EXAMPLES, UPDATES = 40, 250
"""Together ten thousand."""

_letters = st.characters(codec=None)
_texts = st.text(_letters, max_size=30)
_junk = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | _texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "chat", "from", "text", "data", "file_id"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
PIECES = (
    "trà hoa vàng Ba Chẽ", "nuoc mam", "mấy sao", "ở đâu", "Quảng Ninh", "5 sao", "<b>", "</b>",
    "&amp;", "&", "\"'", "<a href='x'>", "@ocop_test_bot", "/start", "/tim", "/luu", "/gopy", "p_x",
    "how many", "where to buy", "gần đây", "2", "số 3", "\n\n", "🍵" * 5, "a" * 500, "\x00",
    "\u202e",
)  # fmt: skip


class Maker:
    """Builds updates that look right in most places and wrong in some."""

    def __init__(self, seed: int, texts: list[str], junk: list[Any]) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self._texts = [*texts, *PIECES]
        self._junk = junk

    def update(self, number: int) -> dict[str, Any]:
        build = self._random.choices(
            (self._message, self._press, self._inline, self._member, self._other),
            weights=(50, 25, 2, 10, 13),
        )[0]
        return self._spoilt({"update_id": number, **build(number)})

    def _message(self, number: int) -> dict[str, Any]:
        kind = self._random.choice(("message", "message", "message", "edited_message"))
        content: dict[str, Any] = self._random.choice(
            (
                {"text": self._text()},
                {"text": self._text()},
                {"location": {"latitude": self._degrees(), "longitude": self._degrees()}},
                {"photo": [{"file_id": "x", "width": self._scrap()}]},
                {"caption": self._text(), "document": {"mime_type": "image/png", "file_id": "y"}},
                {"sticker": {}},
            )
        )
        chat = {"id": self._chat(), "type": self._random.choice(("private", "private", "group"))}
        return {kind: {"message_id": number, "chat": chat, "from": self._person(), **content}}

    def _press(self, number: int) -> dict[str, Any]:
        verb = self._random.choice([*Verb]).value
        data = verb + self._random.choice(("", "0", "5~", "0~~~province:22~", "tra-hoa-vang-ba-che",
                                           "~21.0~105.8", "p~5~21.0~105.8", "+0123abcd",
                                           self._random.choice(self._texts)))  # fmt: skip
        message = {"message_id": 1, "chat": {"id": self._chat(), "type": "private"}}
        query = {"id": str(number), "from": self._person(), "message": message, "data": data[:64]}
        return {"callback_query": query}

    def _inline(self, number: int) -> dict[str, Any]:
        offset = self._random.choice(("", "50", "-1", "x", "9" * 30, "²"))
        asked = {"id": str(number), "from": self._person(), "query": self._text()[:256]}
        return {"inline_query": {**asked, "offset": offset}}

    def _member(self, number: int) -> dict[str, Any]:
        status = self._random.choice(("member", "kicked"))
        chat = {"id": self._chat(), "type": "private"}
        return {"my_chat_member": {"chat": chat, "new_chat_member": {"status": status}}}

    def _other(self, number: int) -> dict[str, Any]:
        return {"message": self._scrap(), "new": self._scrap()}

    def _scrap(self) -> Any:
        return copy.deepcopy(self._random.choice(self._junk))

    def _text(self) -> str:
        return " ".join(self._random.choices(self._texts, k=self._random.randint(1, 4)))

    def _degrees(self) -> Any:
        return self._random.choice((21.0, 105.8, -200, 1e308, 0, self._scrap()))

    def _chat(self) -> int:
        return self._random.randint(1, 100)

    def _person(self) -> dict[str, Any]:
        language = self._random.choice(("vi", "en-US", "", "xx", self._scrap()))
        return {"id": self._chat(), "is_bot": False, "language_code": language}

    def _spoilt(self, value: dict[str, Any]) -> dict[str, Any]:
        """One update in four with some part of it replaced by junk."""
        if self._random.random() < 0.25:
            part: Any = value
            while isinstance(part, dict) and part:
                key = self._random.choice([each for each in part if each != "update_id"] or [""])
                if not isinstance(part.get(key), dict) or self._random.random() < 0.3:
                    part[key] = self._scrap()
                    break
                part = part[key]
        return value


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    # Shrinking runs an example hundreds of times, and tracing makes each ten times slower
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    seed=st.integers(0, 2**32),
    texts=st.lists(_texts, min_size=4, max_size=12),
    junk=st.lists(_junk, min_size=4, max_size=12),
)
def test_any_updates_are_survived(
    knowledge: Knowledge,
    caplog: pytest.LogCaptureFixture,
    seed: int,
    texts: list[str],
    junk: list[Any],
) -> None:
    caplog.clear()
    caplog.set_level(logging.WARNING)
    maker = Maker(seed, texts, junk)
    last = {"update_id": UPDATES, "message": {"message_id": 1, "text": "Trà hoa vàng Ba Chẽ",
            "chat": {"id": 999_999, "type": "private"}}}  # fmt: skip
    updates = [maker.update(number) for number in range(1, UPDATES)]
    platform = asyncio.run(_survived(knowledge, [*updates, last]))
    assert platform.refused == []
    assert any("Ba Chẽ" in text for text in platform.sent)
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []


async def _survived(knowledge: Knowledge, updates: list[object]) -> Unplugged:
    platform = Unplugged(updates)
    channel = TelegramChannel(
        Conversation(lambda: knowledge, MemorySessions(), today),
        token="110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
        api_url="https://telegram.invalid",
        limits=Limits(per_person=10_000, per_group=10_000, in_all=100_000),
        first_pause=0.001,
    )
    with unplugged(platform):
        await channel.start()
        await platform.drained.wait()
        await channel.stop()
    return platform
