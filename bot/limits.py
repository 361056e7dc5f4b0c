"""How much one person, one group and all together may ask, so that nobody spoils it for others."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
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

    def __init__(self, per_minute: int) -> None:
        """``per_minute``: questions of one key within any sixty seconds, at least 1."""
        self._most = per_minute
        self._asked: OrderedDict[str, deque[float]] = OrderedDict()
        self._warned: set[str] = set()

    def has_room(self, key: str) -> bool:
        """Whether one more question of a key is within the limit."""
        now = time.monotonic()
        asked = self._asked.get(key)
        if asked is None:
            asked = self._asked[key] = deque()
            if len(self._asked) > KEYS_REMEMBERED:
                forgotten, _ = self._asked.popitem(last=False)
                self._warned.discard(forgotten)
        else:
            self._asked.move_to_end(key)
        while asked and asked[0] <= now - WINDOW_SECONDS:
            asked.popleft()
        return len(asked) < self._most

    def count(self, key: str) -> None:
        """Count a question of a key that had room for it."""
        self._asked[key].append(time.monotonic())
        self._warned.discard(key)

    def refuse(self, key: str) -> Verdict:
        """What to do with a question that is not answered: its key hears so once."""
        if key in self._warned:
            return Verdict.IGNORE
        self._warned.add(key)
        return Verdict.WARN


class Limits:
    """The limits of one channel, kept in this process."""

    def __init__(self, *, per_person: int, per_group: int, in_all: int) -> None:
        """Questions a minute of one person, of one group, and of all together."""
        self._people = RateLimit(per_person)
        self._groups = RateLimit(per_group)
        self._presses = RateLimit(PRESSES * per_person)
        self._all = RateLimit(in_all)

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """Those that the settings say."""
        return cls(
            per_person=settings.questions_per_person,
            per_group=settings.questions_per_group,
            in_all=settings.questions_in_all,
        )

    def judge(self, chat: str, *, group: bool = False, press: bool = False) -> Verdict:
        """Say what to do with a question of a chat, or the press of a button, and count it.

        What is not answered does not count, so a person who waits is answered again.
        """
        limit = self._groups if group else self._presses if press else self._people
        if not (limit.has_room(chat) and self._all.has_room("")):
            return limit.refuse(chat)
        limit.count(chat)
        self._all.count("")
        return Verdict.ANSWER
