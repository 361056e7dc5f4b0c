"""What one would use otherwise, over the same names: rapidfuzz and SQLite's full-text search.

Both get what is good for them: folded names, the question folded and its commonest asking words
left out, one compiled call for the whole list.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Protocol

from rapidfuzz import fuzz, process

from benchmarks.folding import fold

_ASKING_WORDS = frozenset(
    fold(word)
    for word in (
        *("mua", "bán", "ở", "đâu", "giá", "bao", "nhiêu", "tiền", "mấy", "sao", "của", "ai"),
        *("làm", "là", "gì", "cho", "mình", "hỏi", "em", "shop", "ơi", "ạ", "vậy", "với", "số"),
        *("điện", "thoại", "liên", "hệ", "địa", "chỉ", "thông", "tin", "nào", "công", "ty"),
        *("where", "to", "buy", "who", "makes", "price", "of", "how", "much", "is", "the"),
    )
)


class Peer(Protocol):
    """A search engine over names."""

    name: str

    def first(self, question: str) -> str | None:
        """The code of the best hit for a typed question; ``None`` without any."""


def searched(question: str) -> str:
    """What is searched for: the folded question without asking words, all of it if none is left."""
    folded = fold(question)
    kept = " ".join(word for word in folded.split() if word not in _ASKING_WORDS)
    return kept or folded


class Rapidfuzz:
    """``process.extractOne`` with ``fuzz.WRatio`` over the folded names."""

    name = "rapidfuzz WRatio"

    def __init__(self, names: Sequence[tuple[str, str]]) -> None:
        """``names``: code and name as written."""
        self._codes = [code for code, _ in names]
        self._names = [fold(name) for _, name in names]

    def first(self, question: str) -> str | None:
        """The best hit's code."""
        hit = process.extractOne(searched(question), self._names, scorer=fuzz.WRatio)
        return None if hit is None else self._codes[hit[2]]


class TrigramSearch:
    """SQLite FTS5 with the trigram tokenizer over the folded names, any trigram, by bm25."""

    name = "SQLite FTS5 trigram"

    def __init__(self, names: Sequence[tuple[str, str]]) -> None:
        """``names``: code and name as written."""
        self._codes = [code for code, _ in names]
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram', detail=full)"
        )
        rows = ((row, fold(name)) for row, (_, name) in enumerate(names))
        self._database.executemany("INSERT INTO names(rowid, name) VALUES (?, ?)", rows)
        self._database.execute("INSERT INTO names(names) VALUES ('optimize')")

    def first(self, question: str) -> str | None:
        """The best hit's code: all trigrams as alternatives, the shorter name on equal rank."""
        text = searched(question)
        trigrams = dict.fromkeys(text[start : start + 3] for start in range(len(text) - 2))
        if not trigrams:
            return None
        query = " OR ".join(f'"{trigram}"' for trigram in trigrams)
        found = self._database.execute(
            "SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT 1", (query,)
        ).fetchone()
        return None if found is None else self._codes[found[0]]
