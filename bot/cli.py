"""The command line. Each command imports what it needs when it runs, so that all start quickly."""

# ruff: noqa: PLC0415

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from bot.channels.channel import ChannelError
from bot.data_commands import data_app
from bot.evaluation import evaluate_command
from bot.explaining import explain_command
from bot.languages import ForcedLanguage
from bot.settings import Settings, SettingsError, load_settings
from bot.telegram_commands import telegram_app
from bot.zalo_commands import zalo_app
from knowledge.database import DatabaseUnavailable
from locales import LOCALES

BAD_USAGE = 2
"""Exit status for arguments or settings that cannot be used."""
NOTHING_FOUND = 1
NOT_POSSIBLE = 3
"""Exit status when a database or platform refuses."""
READER_GONE = 141
"""Exit status when what reads our output has closed it, as the shell counts SIGPIPE."""

app = typer.Typer(
    name="ocop",
    help="Answers questions about Vietnam's OCOP products, in Vietnamese and English.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(data_app, name="data")
app.add_typer(telegram_app, name="telegram")
app.add_typer(zalo_app, name="zalo")
app.command("explain")(explain_command)
app.command("evaluate")(evaluate_command)


@app.command()
def ask(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUESTION...", help="The question; without one, lines are read."),
    ] = None,
    as_json: Annotated[
        bool,
        typer.Option("--json", help="One JSON object a line; each argument is a question."),
    ] = False,
    conversation: Annotated[
        bool,
        typer.Option("--conversation", help="Keep the context from one question to the next."),
    ] = False,
    language: ForcedLanguage = None,
) -> None:
    """Answer a question, or one a line from standard input.

    Exit status: 0 when something was found, 1 when nothing was, 2 on bad usage, 3 when the database
    cannot be used, 130 when interrupted, 141 when the reader of the output is gone.
    """
    if not words and sys.stdin.isatty():
        from bot.guidance import how_to_ask

        typer.echo(how_to_ask(), err=True)
        raise typer.Exit(BAD_USAGE)

    from bot.app import open_knowledge
    from bot.asking import answer_all, print_records, print_texts, utf8_output
    from bot.calendar import today
    from bot.lines import read_lines

    settings = _ready()
    if not words:
        questions = read_lines(sys.stdin.buffer)
    else:
        questions = iter(words if as_json or conversation else [" ".join(words)])
    knowledge = open_knowledge(settings)
    answers = answer_all(
        questions,
        knowledge,
        today=today(),
        language=language,
        in_conversation=conversation,
    )
    try:
        output = utf8_output()
        if as_json:
            found = print_records(answers, knowledge, output)
        else:
            found = print_texts(answers, output, numbered=conversation)
    except BrokenPipeError:
        _leave_quietly()
    raise typer.Exit(0 if found else NOTHING_FOUND)


@app.command()
def chat(language: ForcedLanguage = None) -> None:
    """Talk in the terminal; with a pipe, answer a question a line."""
    import asyncio

    from rich.console import Console

    from bot.app import make_conversation, open_knowledge
    from bot.asking import utf8_output
    from bot.channels.terminal import Terminal

    settings = _ready()
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    utf8_output()
    terminal = Terminal(
        make_conversation(open_knowledge(settings)),
        console=Console(highlight=False, soft_wrap=not interactive),
        language=language or LOCALES[0],
        forced=language is not None,
    )
    if interactive:
        asyncio.run(terminal.chat(settings.data_dir.expanduser() / "history"))
        return
    try:
        asyncio.run(terminal.pipe(sys.stdin.buffer))
    except BrokenPipeError:
        _leave_quietly()


@app.command()
def run() -> None:
    """Serve the web chat and every platform that is configured, until interrupted."""
    import asyncio

    from bot.app import loop_for
    from bot.app import run as run_application
    from bot.guidance import where_to_talk

    def say_where(url: str, channels: Sequence[str]) -> None:
        typer.echo(where_to_talk(url, channels), err=True)

    settings = _ready()
    with asyncio.Runner(loop_factory=loop_for(settings)) as runner:
        runner.run(run_application(settings, say_where))


def main() -> None:
    """Run the command line; what an operator can mend is said in one line."""
    try:
        app()
    except SettingsError as error:
        _fail(f"settings: {error}", BAD_USAGE)
    except (ChannelError, DatabaseUnavailable) as error:
        _fail(str(error), NOT_POSSIBLE)
    except KeyboardInterrupt:
        sys.exit(130)


def _ready() -> Settings:
    """The settings, with logging started as they say."""
    from bot.logs import start_logging

    settings = load_settings()
    start_logging(settings)
    return settings


def _fail(message: str, status: int) -> NoReturn:
    sys.stderr.write(f"ocop: {' '.join(message.split())}\n")
    sys.exit(status)


def _leave_quietly() -> NoReturn:
    """End without a word when the reader of our output is gone."""
    # What is still in the buffer would raise again when the interpreter closes the stream
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(READER_GONE)
