"""Paragraphs out of translated sentences and the facts set into them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from string import Formatter

from handlers.chat.reply import Paragraph, Role, Run, Style

Part = str | Run | tuple[Run, ...]


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(text, Style.STRONG)


def fill(sentence: str, **parts: Part) -> tuple[Run, ...]:
    """A translated sentence with runs put in the place of its ``{names}``.

    Raises ``KeyError`` when the sentence has a name that no part answers to.
    """
    runs: list[Run] = []
    for literal, name in _pieces(sentence):
        if literal:
            runs.append(Run(literal))
        if name is not None:
            runs.extend(as_runs(parts[name]))
    return tuple(runs)


def as_runs(part: Part) -> tuple[Run, ...]:
    """Any part as runs."""
    if isinstance(part, str):
        return (Run(part),)
    return (part,) if isinstance(part, Run) else part


def joined(parts: Iterable[Part], separator: str = ", ") -> tuple[Run, ...]:
    """Parts one after the other with a separator between them."""
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs.append(Run(separator))
        runs.extend(as_runs(part))
    return tuple(runs)


def title(text: str) -> Paragraph:
    """What the reply is about."""
    return Paragraph((strong(text),), Role.TITLE)


def body(part: Part) -> Paragraph:
    """An ordinary paragraph."""
    return Paragraph(as_runs(part))


def item(part: Part) -> Paragraph:
    """A list entry."""
    return Paragraph(as_runs(part), Role.ITEM)


def note(part: Part) -> Paragraph:
    """A source, a date, a caution."""
    return Paragraph(as_runs(part), Role.NOTE)


def capitalised(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The text with a small first letter, for a unit word inside a sentence."""
    return text[:1].lower() + text[1:]


@lru_cache(maxsize=1024)
def _pieces(sentence: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, name) for literal, name, _, _ in Formatter().parse(sentence))
