"""Fits ``knowledge/data/vocabulary/leanings.csv`` to the ways to ask in the other tables.

Run it when ways to ask were added or changed: ``make learn``. It needs scikit-learn, which nothing
else does: what was learnt is bundled, with a digest of what it was learnt from beside it.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from knowledge.understanding.asked.leanings import BIAS
from knowledge.understanding.asked.learning import Lesson, digest_of, lessons

FOLDER = Path("knowledge/data/vocabulary")
STRENGTH = 8.0
"""How closely the regression follows the lessons (its C): of 2, 8 and 30 the one that told most of
650 messages of others from each other."""
ROUNDS = 300
LEAST = 0.05
"""Weights less than this tell nothing and are left out, and words that have no other."""


def learn(taught: list[Lesson]) -> tuple[list[str], list[str], np.ndarray, np.ndarray]:
    """The leanings, the words, and the weights: of each word for each leaning, and their bias."""
    words = sorted({sign for lesson in taught for sign in lesson.signs})
    places = {word: place for place, word in enumerate(words)}
    shares, columns, ends = [], [], [0]
    for lesson in taught:
        columns += [places[sign] for sign in sorted(lesson.signs)]
        shares += [len(lesson.signs) ** -0.5] * len(lesson.signs)
        ends.append(len(columns))
    seen = csr_matrix((shares, columns, ends), shape=(len(taught), len(words)))
    model = LogisticRegression(C=STRENGTH, max_iter=ROUNDS, class_weight="balanced")
    model.fit(
        seen,
        [lesson.leaning for lesson in taught],
        sample_weight=[lesson.weight for lesson in taught],
    )
    return list(model.classes_), words, model.coef_.T, model.intercept_


def main() -> None:
    """Learn, and write the table and its digest."""
    taught = list(lessons())
    leanings, words, weights, bias = learn(taught)
    with (FOLDER / "leanings.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["word", *leanings])
        table.writerow([BIAS, *(f"{weight:.2f}" for weight in bias)])
        kept = 0
        for word, row in zip(words, weights, strict=True):
            if np.abs(row).max() >= LEAST:
                told = (f"{weight:.2f}" if abs(weight) >= LEAST else "" for weight in row)
                table.writerow([word, *told])
                kept += 1
    (FOLDER / "leanings.digest").write_text(digest_of(taught) + "\n", encoding="utf-8")
    print(f"{len(taught)} ways to ask, {kept} words, {len(leanings)} leanings")


if __name__ == "__main__":
    main()
