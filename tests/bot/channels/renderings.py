"""One reply as each channel shows it, taken apart into what is said and what can be chosen."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from rich.console import Console
from telegram import InlineKeyboardMarkup

from bot.api.models import AnswerRecord
from bot.channels.plain import messages
from bot.channels.telegram import rendering as telegram
from bot.channels.terminal import renderable
from bot.channels.web import rendering as web
from bot.channels.zalo_bot.client import TEXT_LIMIT
from bot.channels.zalo_oa import client as zalo_oa_client
from bot.channels.zalo_oa import rendering as zalo_oa
from handlers.answer_record import record
from handlers.conversation import Turn
from knowledge.base import Knowledge
from locales import Translator
from tests.end_to_end.bot_api_rules import html_text

ZALO_LIMIT = 2000
_NUMBERED = re.compile(r"^ *(\d+)[.)]? +(\S.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Offer:
    """A choice as shown, with its action where the channel carries it."""

    label: str
    action: str | None
    """``None``: it is chosen by its number."""


@dataclass(frozen=True)
class Showing:
    """What a person sees of one reply on one channel."""

    texts: tuple[str, ...]
    offers: tuple[Offer, ...]
    how: str
    """How it looks, in a few words."""

    @property
    def words(self) -> str:
        """Everything said, without blanks: where a line or a message ends is the channel's own."""
        return "".join("".join(self.texts).split())


Render = Callable[[Turn, Knowledge, Translator], Showing]


def on_terminal(turn: Turn, _knowledge: Knowledge, _t: Translator) -> Showing:
    console = Console(file=io.StringIO(), width=96, highlight=False)
    console.print(renderable(turn.reply))
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    return Showing((text,), _numbered(text, turn), "numbered lines")


def on_telegram(turn: Turn, _knowledge: Knowledge, _t: Translator) -> Showing:
    shown = telegram.render(turn.reply)
    offers: list[Offer] = []
    if isinstance(shown.keyboard, InlineKeyboardMarkup):
        for row in shown.keyboard.inline_keyboard:
            offers += [Offer(each.text, str(each.callback_data)) for each in row]
    texts = tuple(unescape(html_text(text)) for text in shown.texts)
    assert all(len(text.encode("utf-16-le")) // 2 <= 4096 for text in texts)
    assert all(offer.action and len(offer.action.encode()) <= 64 for offer in offers)
    return Showing(texts, tuple(offers), _counted(texts, f"{len(offers)} buttons"))


def on_zalo_bot(turn: Turn, _knowledge: Knowledge, t: Translator) -> Showing:
    texts = messages(turn.reply, t, limit=TEXT_LIMIT)
    assert all(1 <= len(text) <= ZALO_LIMIT for text in texts)
    offers = _numbered(texts[-1], turn)
    return Showing(texts, offers, _counted(texts, f"{len(offers)} numbered lines"))


def on_zalo_oa(turn: Turn, _knowledge: Knowledge, t: Translator) -> Showing:
    shown = zalo_oa.render(turn.reply, t)
    assert all(1 <= len(text) <= ZALO_LIMIT for text in shown.texts)
    assert len(shown.buttons) <= 5
    assert all(1 <= len(button.title) <= 100 for button in shown.buttons)
    queries = [each for each in shown.buttons if isinstance(each, zalo_oa_client.QueryButton)]
    lines = _numbered(shown.texts[-1], turn) if len(queries) < len(turn.reply.choices) else ()
    offers = tuple(
        Offer(each.title, each.payload[each.payload.rindex("(#") + 2 : -1]) for each in queries
    )
    how = f"{len(shown.buttons)} buttons" + (f", {len(lines)} numbered lines" if lines else "")
    return Showing(shown.texts, lines or offers, _counted(shown.texts, how))


def on_web(turn: Turn, knowledge: Knowledge, t: Translator) -> Showing:
    shown = web.render(turn, knowledge.catalogue, t)
    cards = [card for block in shown.blocks for card in block.cards]
    texts = tuple(
        "".join(piece.text for piece in pieces)
        for block in shown.blocks
        for pieces in (block.pieces, *(card.pieces for card in block.cards))
    )
    offers = [
        Offer("".join(piece.text for piece in option.pieces), option.action)
        for option in shown.options
    ]
    offers += [Offer(card.choice.label, card.choice.action) for card in cards if card.choice]
    how = f"{len(shown.options)} buttons"
    return Showing(texts, tuple(offers), f"{len(cards)} cards, {how}" if cards else how)


def on_api(turn: Turn, knowledge: Knowledge, _t: Translator) -> Showing:
    told = AnswerRecord.model_validate(record(turn, knowledge, 0.0))
    answer = json.loads(told.model_dump_json())
    offers = tuple(Offer(each["label"], each["action"]) for each in answer["choices"])
    return Showing((answer["text"],), offers, f"{len(offers)} choices")


CHANNELS: dict[str, Render] = {
    "terminal": on_terminal,
    "telegram": on_telegram,
    "zalo-bot": on_zalo_bot,
    "zalo-oa": on_zalo_oa,
    "web": on_web,
    "api": on_api,
}


def _numbered(text: str, turn: Turn) -> tuple[Offer, ...]:
    """The numbered lines at the end of a text, the last of each number."""
    found = {int(number): label for number, label in _NUMBERED.findall(text)}
    return tuple(
        Offer(found[number], None)
        for number in range(1, len(turn.reply.choices) + 1)
        if number in found
    )


def _counted(texts: tuple[str, ...], how: str) -> str:
    return f"{len(texts)} messages, {how}" if len(texts) > 1 else how
