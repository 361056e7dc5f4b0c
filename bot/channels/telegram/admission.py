"""Who is answered: within the limits, and not those who blocked the bot."""

from __future__ import annotations

from typing import Protocol

from bot.channels.telegram.decoding import Incoming, Origin, Pressed
from bot.channels.telegram.rendering import Rendered, render
from bot.limits import Limits, Verdict
from handlers.reply import Outcome, Paragraph, Reply, Run
from locales import LOCALES, translator

CHANNEL = "telegram"
PER_PERSON, PER_GROUP, IN_ALL = 20, 30, 3000
"""Questions a minute that are answered, unless the settings say otherwise."""


class Marks(Protocol):
    """Keeps which chats take no messages any more."""

    async def mark_blocked(self, chat: str, blocked: bool) -> None:
        """Keep whether the chat takes no messages any more."""

    async def blocked(self, channel: str) -> set[str]:
        """The chats of a channel that take no messages any more."""


class Admission:
    """Judges what arrives before it is stored."""

    def __init__(self, limits: Limits | None, marks: Marks) -> None:
        self._limits = limits or Limits(per_person=PER_PERSON, per_group=PER_GROUP, in_all=IN_ALL)
        self._marks = marks
        self._silent: set[str] = set()

    async def start(self) -> None:
        """Read who blocked the bot before."""
        self._silent = await self._marks.blocked(CHANNEL)

    async def judge(self, incoming: Incoming) -> Verdict:
        """Whether to answer; whoever writes takes messages again."""
        origin = incoming.origin
        await self.mark(origin.chat, blocked=False)
        press = isinstance(incoming, Pressed)
        return self._limits.judge(chat_key(origin.chat), group=origin.group, press=press)

    def takes_messages(self, origin: Origin) -> bool:
        """Whether anything may be written to a chat."""
        return chat_key(origin.chat) not in self._silent

    async def mark(self, chat: int, *, blocked: bool) -> None:
        """Keep whether a chat takes messages."""
        key = chat_key(chat)
        if blocked != (key in self._silent):
            (self._silent.add if blocked else self._silent.discard)(key)
            await self._marks.mark_blocked(key, blocked)


def chat_key(chat: int) -> str:
    """A chat's key among those of all channels."""
    return f"{CHANNEL}:{chat}"


def slower() -> Rendered:
    """A polite word to whoever asks too much, in both languages: they may have said nothing
    readable yet."""
    sentences = [
        translator(locale).gettext(
            "That is more than I can answer at once. Please wait a minute, then ask again."
        )
        for locale in LOCALES
    ]
    paragraphs = tuple(Paragraph((Run(sentence),)) for sentence in sentences)
    return render(Reply(Outcome.TALK, paragraphs))
