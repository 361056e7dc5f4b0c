"""The words of a message, folded, that remember how they were typed."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from handlers.words.reading import folded

_TOKEN = re.compile(r"[^\W_]+|[,;.:!?\n–-]")


class TypedWords(NamedTuple):
    """The words of a message."""

    folded: str
    """With single spaces between, and a comma for each break."""
    spans: list[tuple[int, int]]
    """Where each stands."""
    text: str
    """What they stand in."""

    def of(self, match: re.Match[str], name: str) -> str:
        """What the first group of a match whose name begins so was typed as."""
        told = match.groupdict()
        group = next((each for each in told if each.startswith(name) and told[each]), None)
        if group is None:
            return ""
        first, last = self._stand(*match.span(group))
        return self.text[first:last]

    def with_instead(self, match: re.Match[str], words: str) -> str:
        """The message with other words in place of those matched."""
        first, last = self._stand(*match.span())
        return f"{self.text[:first]}{words}{self.text[last:]}"

    def _stand(self, start: int, end: int) -> tuple[int, int]:
        """Where the words between two places of the folded ones were typed."""
        first = self.folded.count(" ", 0, start)
        last = self.folded.count(" ", 0, end)
        return self.spans[first][0], self.spans[last][1]


def typed_words(text: str) -> TypedWords:
    """The words of a text with the breaks between them."""
    text = unicodedata.normalize("NFC", text)
    found = list(_TOKEN.finditer(text))
    while found and not found[-1][0].isalnum():
        found.pop()
    words = [folded(each[0]) if each[0][0].isalnum() else "," for each in found]
    return TypedWords(" ".join(words), [each.span() for each in found], text)
