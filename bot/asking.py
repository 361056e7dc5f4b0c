"""One-shot answers on the command line: ``ocop ask``."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TextIO

from bot.alone import answer_alone
from bot.text import encodable, one_line, plain_text, presentable
from handlers.answer_record import record
from handlers.chat.reply import Outcome, Reply
from handlers.chat.session import Session
from handlers.conversation import Turn, Utterance
from knowledge.base import Knowledge
from knowledge.facts import Locale


def answer_all(
    questions: Iterable[str],
    knowledge: Knowledge,
    *,
    today: date,
    language: Locale | None = None,
    in_conversation: bool = False,
) -> Iterator[tuple[str, Turn, float]]:
    """Each question with its turn and the milliseconds it took, in order.

    Each stands alone unless ``in_conversation``: then what was said before is the context.
    ``language`` forces the language of all replies.
    """
    fresh = Session(language=language)
    session = fresh
    for question in questions:
        before = time.perf_counter()
        turn, following = answer_alone(Utterance(text=question), session, knowledge, today)
        spent = (time.perf_counter() - before) * 1000
        session = following if in_conversation else fresh
        yield question, turn, spent


def print_records(
    answers: Iterable[tuple[str, Turn, float]], knowledge: Knowledge, output: TextIO
) -> bool:
    """Write each answer as a JSON object on a line of its own, as it is ready.

    Returns whether anything was found.
    """
    found = False
    for question, turn, spent in answers:
        found = found or turn.reply.outcome is not Outcome.NOT_FOUND
        entry = record(turn, knowledge, spent)
        # As it was asked: the turn holds what was made of it, cut to the length that is read
        entry["question"] = question
        output.write(encodable(json.dumps(entry, ensure_ascii=False)) + "\n")
        output.flush()
    return found


def print_texts(
    answers: Iterable[tuple[str, Turn, float]], output: TextIO, *, numbered: bool
) -> bool:
    """Write each answer as text, a blank line between two.

    ``numbered``: the next line may pick a choice by its number. Returns whether anything was found.
    """
    found = False
    for number, (_, turn, _) in enumerate(answers):
        found = found or turn.reply.outcome is not Outcome.NOT_FOUND
        text = plain_text(turn.reply) if numbered else _standing_alone(turn.reply)
        output.write(("\n" if number else "") + text + "\n")
        output.flush()
    return found


def utf8_output() -> TextIO:
    """Standard output in UTF-8, whatever the locale of the machine."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdout


def _standing_alone(reply: Reply) -> str:
    """A reply that nobody can answer: the readings to pick from are shown, next steps are not."""
    lines = [presentable(reply.text)]
    if reply.outcome is Outcome.CHOICES:
        lines += [f"• {one_line(choice.label)}" for choice in reply.choices]
    return "\n".join(lines)
