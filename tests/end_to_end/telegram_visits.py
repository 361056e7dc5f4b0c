"""A person's visit on Telegram, step by step, written down as people would read it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from tests.end_to_end.bot_api_double import BotApiDouble, Call

QUIET = {"getUpdates", "sendChatAction"}
_SETTLED = "f+00000000"
"""A vote on no answer: it changes nothing and is acknowledged when all before it is done."""


class Visit:
    """One person in a private chat. Each step returns what the bot did in answer to it."""

    def __init__(self, double: BotApiDouble, chat: int, *, language: str = "vi") -> None:
        self._double = double
        self._chat = chat
        self._language = language
        self._lines: list[str] = []
        self._last: Call | None = None

    @property
    def transcript(self) -> str:
        """Everything said so far."""
        return "\n".join(self._lines).strip() + "\n"

    async def says(self, text: str) -> list[Call]:
        before = len(self._double.calls)
        self._double.say(self._chat, text, language=self._language)
        return await self._answered(f"❯ {text}", before)

    async def presses(self, label: str) -> list[Call]:
        """Press a button of the last message that had any."""
        assert self._last is not None, "no message with buttons"
        before = len(self._double.calls)
        self._double.press(self._chat, self._last, label, language=self._language)
        return await self._answered(f"❯ [{label}]", before)

    async def sends(self, described: str, **content: Any) -> list[Call]:
        before = len(self._double.calls)
        self._double.send(self._chat, language=self._language, **content)
        return await self._answered(f"❯ ({described})", before)

    async def _answered(self, said: str, before: int) -> list[Call]:
        query = self._double.press_action(self._chat, 1, _SETTLED)

        def settled() -> Call | None:
            return next((c for c in self._double.calls[before:] if _answers(c, query)), None)

        await self._double.wait_for(settled, "end of the answer")
        done = [
            call
            for call in self._double.calls[before:]
            if call.method not in QUIET and not _answers(call, query)
        ]
        self._lines += [said, ""]
        for call in done:
            told = _told(call)
            self._lines += [*told, ""] if told else []
            if any("callback_data" in button for button in call.buttons):
                self._last = call
        return done


def shown(call: Call) -> str:
    """The words of a message as a person sees them."""
    return unescape(re.sub(r"<[^>]+>", "", call.text))


def _answers(call: Call, query: str) -> bool:
    return call.parameters.get("callback_query_id") == query


def _told(call: Call) -> list[str]:
    given = call.parameters
    if call.method == "answerCallbackQuery":
        return [f"    (notice) {given['text']}"] if given.get("text") else []
    if call.method == "sendVenue":
        return [
            f"    (map) {given['title']} · {given['address']} · "
            f"{given['latitude']:.3f}, {given['longitude']:.3f}"
        ]
    if call.method == "sendContact":
        return [f"    (contact) {given['first_name']} · {given['phone_number']}"]
    if call.method == "sendDocument":
        return ["    (file)", *(f"    {line}" for line in given["document"].decode().splitlines())]
    if call.method not in {"sendMessage", "editMessageText"}:
        return []
    lines = ["(the message changes)"] if call.method == "editMessageText" else []
    lines += shown(call).splitlines()
    lines += [" ".join(f"[{button['text']}]" for button in row) for row in call.rows]
    markup = given.get("reply_markup") or {}
    lines += [
        " ".join(f"<{button['text']}>" for button in row) for row in markup.get("keyboard", [])
    ]
    return [f"    {line}".rstrip() for line in lines]
