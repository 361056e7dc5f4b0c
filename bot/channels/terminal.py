"""Talking in the terminal: with line editing and colours, or a question a line through a pipe."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style as RichStyle
from rich.table import Table
from rich.text import Text

from bot.channels.commands import typed_utterance
from bot.lines import read_lines
from bot.logs import error_code
from bot.text import one_line, plain_text, presentable
from handlers.chat.reply import Paragraph, Reply, Role, Run, Style
from handlers.conversation import Conversation
from knowledge.facts import Locale
from locales import LOCALES, translator

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession

CHAT = "terminal"
"""Key of the one chat there is."""
WIDEST = 96
"""Columns: longer lines are hard to read."""
COMMANDS = ("/help", "/lang vi", "/lang en", "/quit")

_PARAGRAPH_STYLES = {
    Role.TITLE: RichStyle(bold=True, color="cyan"),
    Role.NOTE: RichStyle(dim=True),
    Role.BODY: RichStyle(),
    Role.ITEM: RichStyle(),
}
_RUN_STYLES = {
    Style.PLAIN: RichStyle(),
    Style.STRONG: RichStyle(bold=True),
}

_log = logging.getLogger(__name__)


class Terminal:
    """One conversation with the person at the keyboard, or with the program at the pipe."""

    def __init__(
        self,
        conversation: Conversation,
        *,
        console: Console,
        language: Locale = LOCALES[0],
        forced: bool = False,
    ) -> None:
        """``language`` is that of our own words until a reply shows the person's; ``forced``
        makes it the language of every reply."""
        self._conversation = conversation
        self._console = console
        self._language = language
        self._forced = forced

    async def chat(self, history: Path | None) -> None:
        """Talk with a person until they leave by /quit or Ctrl-D. ``history`` keeps the lines."""
        prompt = _prompt(history)
        await self._settle_language()
        self._show_welcome()
        while True:
            try:
                line = await prompt.prompt_async([("class:prompt", "❯ ")])
            except KeyboardInterrupt:
                continue
            except EOFError:
                break
            if _leaves(line):
                break
            if line.strip():
                self._show(await self._answer(line))
        self._console.print(translator(self._language).gettext("Goodbye!"), style="dim")

    async def pipe(self, stream: BinaryIO) -> None:
        """Answer the lines of a stream in order, as plain text."""
        await self._settle_language()
        async for line in _arriving(stream):
            if _leaves(line):
                break
            if line.strip():
                self._print_plain(await self._answer(line))

    async def _settle_language(self) -> None:
        if self._forced:
            await self._answer(f"/lang {self._language}")

    async def _answer(self, line: str) -> Reply | str:
        """The reply to a line, or an apology with the code under which the log has the trace."""
        try:
            turn = await self._conversation.hear(CHAT, typed_utterance(line))
        except Exception:
            code = error_code()
            _log.exception("error %s", code)
            return translator(self._language).gettext(
                "Sorry, something went wrong on our side (code {code}). Please try again.",
                code=code,
            )
        self._language = turn.language
        return turn.reply

    def _show_welcome(self) -> None:
        t = translator(self._language)
        welcome = Text(t.gettext("Ask about any OCOP product of Vietnam."), style="bold")
        keys = Text(
            t.gettext("/help for examples, /lang to change the language, /quit to leave."),
            style="dim",
        )
        self._console.print(welcome, keys, sep="\n")

    def _show(self, reply: Reply | str) -> None:
        shown = Text(reply, style="red") if isinstance(reply, str) else renderable(reply)
        width = min(self._console.width, WIDEST)
        self._console.print()
        self._console.print(Padding(shown, (0, 2)), width=width)
        self._console.print()

    def _print_plain(self, reply: Reply | str) -> None:
        text = reply if isinstance(reply, str) else plain_text(reply)
        self._console.out(f"{text}\n", highlight=False)
        self._console.file.flush()


def renderable(reply: Reply) -> Group:
    """A reply with colours, entries and choices with a hanging indent.

    Built from styled pieces, never from markup: nothing in the reply's words can change how it
    looks.
    """
    parts: list[RenderableType] = []
    entries: Table | None = None
    before: Role | None = None
    for paragraph in reply.paragraphs:
        role = paragraph.role
        if before is not None and (role is not before or before is Role.TITLE):
            parts.append("")
        if role is Role.ITEM:
            if entries is None or before is not Role.ITEM:
                entries = _hanging()
                parts.append(entries)
            entries.add_row("•", _paragraph(paragraph))
        else:
            parts.append(_paragraph(paragraph))
        before = role
    if reply.choices:
        numbered = _hanging()
        for number, choice in enumerate(reply.choices, 1):
            label = Text(one_line(choice.label), RichStyle(color="green"))
            numbered.add_row(Text(f"{number:>2}", RichStyle(color="green", bold=True)), label)
        parts += ["", numbered]
    return Group(*parts)


def _hanging() -> Table:
    """Marks on the left, texts that wrap beside them."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _paragraph(paragraph: Paragraph) -> Text:
    style = _PARAGRAPH_STYLES[paragraph.role]
    shown = Text(style=style)
    for run in paragraph.runs:
        shown.append(presentable(run.text), style + _RUN_STYLES[run.style] + _link(run))
    return shown


def _link(run: Run) -> RichStyle:
    if run.url and run.url.startswith(("https://", "http://")):
        return RichStyle(link=one_line(run.url), underline=True)
    return RichStyle()


def _leaves(line: str) -> bool:
    return line.strip().casefold() in {"/quit", "/exit", "/q"}


async def _arriving(stream: BinaryIO) -> AsyncIterator[str]:
    lines = read_lines(stream)
    while (line := await asyncio.to_thread(next, lines, None)) is not None:
        yield line


def _prompt(history: Path | None) -> PromptSession[str]:
    # Imported here: only a person at a terminal pays for it
    from prompt_toolkit import PromptSession  # noqa: PLC0415
    from prompt_toolkit.completion import WordCompleter  # noqa: PLC0415
    from prompt_toolkit.history import FileHistory, History, InMemoryHistory  # noqa: PLC0415
    from prompt_toolkit.styles import Style as PromptStyle  # noqa: PLC0415

    kept: History = InMemoryHistory()
    if history is not None:
        with suppress(OSError):
            history.parent.mkdir(parents=True, exist_ok=True)
            history.touch(mode=0o600)
            kept = FileHistory(str(history))
    return PromptSession(
        history=kept,
        completer=WordCompleter(list(COMMANDS), sentence=True),
        complete_while_typing=False,
        enable_history_search=True,
        style=PromptStyle.from_dict({"prompt": "ansigreen bold"}),
    )
