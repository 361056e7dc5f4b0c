"""Slips of the finger on a QWERTY keyboard, anywhere in the text."""

from __future__ import annotations

import random

from benchmarks.folding import strip_marks

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbouring_keys() -> dict[str, str]:
    # Rows are shifted by about half a key: the key above-right and above-left touch.
    spots = {
        letter: (row, column + row * 0.5)
        for row, letters in enumerate(_ROWS)
        for column, letter in enumerate(letters)
    }
    return {
        letter: "".join(
            other
            for other, (other_row, other_column) in spots.items()
            if other != letter and abs(row - other_row) <= 1 and abs(column - other_column) <= 1
        )
        for letter, (row, column) in spots.items()
    }


NEIGHBOURS = _neighbouring_keys()
"""For each letter the keys a finger can hit instead."""


def slip(text: str, rng: random.Random) -> str:
    """One slip: a neighbouring key, a dropped, doubled or swapped letter, a missing or extra space.

    The text comes back unchanged only when it has no letter at all.
    """
    kinds = [_neighbour] * 5 + [_drop] * 4 + [_double] * 3 + [_swap] * 4 + [_lose_space, _add_space]
    for _ in range(20):
        slipped = rng.choice(kinds)(text, rng)
        if slipped != text:
            return slipped
    return text


def _letters(text: str) -> list[int]:
    return [position for position, letter in enumerate(text) if letter.isalpha()]


def _neighbour(text: str, rng: random.Random) -> str:
    positions = [i for i in _letters(text) if strip_marks(text[i]).lower() in NEIGHBOURS]
    if not positions:
        return text
    position = rng.choice(positions)
    letter = text[position]
    hit = rng.choice(NEIGHBOURS[strip_marks(letter).lower()])
    return text[:position] + (hit.upper() if letter.isupper() else hit) + text[position + 1 :]


def _drop(text: str, rng: random.Random) -> str:
    positions = _letters(text)
    if len(positions) < 4:
        return text
    position = rng.choice(positions)
    return text[:position] + text[position + 1 :]


def _double(text: str, rng: random.Random) -> str:
    positions = _letters(text)
    if not positions:
        return text
    position = rng.choice(positions)
    return text[: position + 1] + text[position].lower() + text[position + 1 :]


def _swap(text: str, rng: random.Random) -> str:
    positions = [i for i in _letters(text) if i + 1 < len(text) and text[i + 1].isalpha()]
    if not positions:
        return text
    i = rng.choice(positions)
    return text[:i] + text[i + 1] + text[i] + text[i + 2 :]


def _lose_space(text: str, rng: random.Random) -> str:
    positions = [position for position, letter in enumerate(text) if letter == " "]
    if not positions:
        return text
    position = rng.choice(positions)
    return text[:position] + text[position + 1 :]


def _add_space(text: str, rng: random.Random) -> str:
    positions = [i for i in _letters(text) if i + 1 < len(text) and text[i + 1].isalpha()]
    if not positions:
        return text
    position = rng.choice(positions)
    return text[: position + 1] + " " + text[position + 1 :]
