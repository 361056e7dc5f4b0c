"""How an utterance was read, step by step, for operators and developers."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from knowledge.understanding.question import Leaning, Question


class Step(StrEnum):
    """One step of a reading."""

    SPOTTING = "spotting"
    """Words, and the phrases found in them."""
    DECIDING = "deciding"
    """The same again, with the names looked up and what it is about decided."""
    COMPOSING = "composing"
    """What is asked, and in which language."""


class WordSeen(Struct, frozen=True):
    """One word with what it may stand for."""

    text: str
    origin: str
    """``typed``, ``telex``, ``vni``, ``short``, ``joined``, ``split`` or ``unknown``."""
    readings: tuple[tuple[str, float], ...]
    """Folded words it may stand for, with their likeness."""
    part: str
    """``content``, ``soft`` (cue or filler), ``doubtful`` (a cue only if mistyped) or ``placed``
    (a place behind a preposition)."""


class SpanSeen(Struct, frozen=True):
    """A phrase found."""

    words: str
    vocabulary: str
    """``cue``, ``aside``, ``place``, ``kind`` or ``foreign``."""
    meaning: str
    penalty: float
    kept: bool
    """Whether it took part in the decision."""


class CandidateSeen(Struct, frozen=True):
    """A name judged."""

    sort: str
    """``product`` or ``producer``."""
    code: str
    name: str
    score: float
    explained: float
    covered: float


class Explanation(Struct, frozen=True):
    """The whole way of one utterance."""

    question: Question
    read_as: str | None
    """The words read instead of those typed, where spaces or letters had slipped."""
    words: tuple[WordSeen, ...]
    spans: tuple[SpanSeen, ...]
    candidates: tuple[CandidateSeen, ...]
    sides: tuple[tuple[CandidateSeen, ...], ...]
    """The best candidates of each of two products compared; empty where none are."""
    evidence: tuple[tuple[str, float], ...]
    """Senses of the cues outside the name with their weight."""
    votes: tuple[tuple[str, float], ...]
    """The intents that the words vote for most, with their votes."""
    leaning: Leaning | None
    """What all words together say, for where nothing is found by its names."""
    steps: tuple[tuple[Step, float], ...]
    """Each step with its time in milliseconds."""
