"""Fits ``knowledge/data/vocabulary/leanings.csv`` to the ways to ask in the other tables.

Run it when ways to ask were added or changed: ``make learn``. It needs scikit-learn, which nothing
else does: what was learnt is bundled, with a digest of what it was learnt from beside it.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from knowledge.understanding.asked.leanings import BIAS
from knowledge.understanding.asked.learning import Lesson, digest_of, lessons

FOLDER = Path("knowledge/data/vocabulary")
STRENGTH = 40.0
"""How closely the regression follows the lessons (its C): of 8, 20 and 40 the one that told most of
363 messages of others from each other, and took none about goods for one of them."""
ROUNDS = 300
OFTEN = 5
"""Lessons in which a pair, a first or last word must stand to be looked at: one that is rarer tells
of its lesson alone."""
LEAST = 1.0
"""Pairs, first and last words that have no weight of this size are left out; words are not, for
they tell which are known."""
SMALLEST = 0.2
"""Weights less than this are left out."""


def learn(taught: list[Lesson]) -> tuple[list[str], list[str], np.ndarray, np.ndarray]:
    """The leanings, the signs, and the weights: of each sign for each leaning, and their bias."""
    often = Counter(sign for lesson in taught for sign in lesson.signs)
    signs = sorted(sign for sign, times in often.items() if " " not in sign or times >= OFTEN)
    places = {sign: place for place, sign in enumerate(signs)}
    shares, columns, ends = [], [], [0]
    for lesson in taught:
        looked_at = sorted(lesson.signs & places.keys())
        columns += [places[sign] for sign in looked_at]
        shares += [len(lesson.signs) ** -0.5] * len(looked_at)
        ends.append(len(columns))
    seen = csr_matrix((shares, columns, ends), shape=(len(taught), len(signs)))
    model = LogisticRegression(C=STRENGTH, max_iter=ROUNDS, class_weight="balanced")
    model.fit(
        seen,
        [lesson.leaning for lesson in taught],
        sample_weight=[lesson.weight for lesson in taught],
    )
    return list(model.classes_), signs, model.coef_.T, model.intercept_


def main() -> None:
    """Learn, and write the table and its digest."""
    taught = list(lessons())
    leanings, signs, weights, bias = learn(taught)
    with (FOLDER / "leanings.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["sign", *leanings])
        table.writerow([BIAS, *(f"{weight:.2f}" for weight in bias)])
        kept = 0
        for sign, row in zip(signs, weights, strict=True):
            if " " not in sign or np.abs(row).max() >= LEAST:
                told = (f"{weight:.1f}" if abs(weight) >= SMALLEST else "" for weight in row)
                table.writerow([sign, *told])
                kept += 1
    (FOLDER / "leanings.digest").write_text(digest_of(taught) + "\n", encoding="utf-8")
    print(f"{len(taught)} ways to ask, {kept} signs, {len(leanings)} leanings")


if __name__ == "__main__":
    main()
