"""How much one person, one group and all together may ask, so that nobody spoils it for others."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from enum import StrEnum

from bot.settings import Settings

WINDOW_SECONDS = 60.0
PRESSES = 3
"""Buttons that may be pressed for each question that may be asked: leafing through a list is no
burden."""
KEYS_REMEMBERED = 20_000
"""People watched at once; those heard longest ago are forgotten first."""


class Verdict(StrEnum):
    """What to do with a question."""

    ANSWER = "answer"
    WARN = "warn"
    """Too many: say so, this once."""
    IGNORE = "ignore"
    """Too many, and it was said."""


class RateLimit:
    """Counts what each key asked within the last minute."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """``per_minute``: questions of one key within any sixty seconds, at least 1."""
        self._most = per_minute
        self._clock = clock
        self._asked: OrderedDict[str, deque[float]] = OrderedDict()
        self._warned: dict[str, float] = {}

    def judge(self, key: str) -> Verdict:
        """Count a question of a key and say what to do with it.

        What is not answered does not count, so a person who waits is answered again.
        """
        now = self._clock()
        asked = self._asked.get(key)
        if asked is None:
            asked = self._asked[key] = deque()
            if len(self._asked) > KEYS_REMEMBERED:
                forgotten, _ = self._asked.popitem(last=False)
                self._warned.pop(forgotten, None)
        else:
            self._asked.move_to_end(key)
        while asked and asked[0] <= now - WINDOW_SECONDS:
            asked.popleft()
        if len(asked) < self._most:
            asked.append(now)
            self._warned.pop(key, None)
            return Verdict.ANSWER
        if key in self._warned:
            return Verdict.IGNORE
        self._warned[key] = now
        return Verdict.WARN


class Limits:
    """The limits of one channel."""

    def __init__(
        self,
        *,
        per_person: int,
        per_group: int,
        in_all: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Questions a minute of one person, of one group, and of all together."""
        self._people = RateLimit(per_person, clock)
        self._groups = RateLimit(per_group, clock)
        self._presses = RateLimit(PRESSES * per_person, clock)
        self._all = RateLimit(in_all, clock)

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """Those that the settings say."""
        return cls(
            per_person=settings.questions_per_person,
            per_group=settings.questions_per_group,
            in_all=settings.questions_in_all,
        )

    def judge(self, chat: str, *, group: bool = False, press: bool = False) -> Verdict:
        """Count a question of a chat, or the press of a button, and say what to do with it."""
        limit = self._groups if group else self._presses if press else self._people
        verdict = limit.judge(chat)
        if verdict is Verdict.ANSWER and self._all.judge("") is not Verdict.ANSWER:
            return Verdict.IGNORE
        return verdict
