"""A province whose name was mistyped beyond recognition word by word, told by its letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.catalogue import PlaceName
from knowledge.facts import Place
from knowledge.text.letters import fold
from knowledge.understanding.places.place_phrases import PROVINCES
from knowledge.understanding.places.places import READY, PlaceSpan
from knowledge.understanding.words.lexicon import Word

ALIKE = 0.72
"""Letter likeness from which the words left over are a slipped name of a province."""
SURELY_ALIKE = 0.83
"""The same where any word might be meant."""
SHORTEST_SLIPPED = 4
"""Letters of the shortest name that is looked for so: of Huế, one letter is a third."""
WIDEST_SLIPPED = 5
"""Words in the longest province name ("Bà Rịa Vũng Tàu" has four, "tp" before)."""


class ProvincesByLetters:
    """The names of provinces, compared letter by letter and without spaces."""

    def __init__(self, places: Mapping[str, Place], names: Sequence[PlaceName]) -> None:
        self._provinces: dict[str, Place] = {}
        for name in sorted(names, key=lambda name: name.weight):
            joined = _joined(name.name)
            wide = name.place.startswith(PROVINCES) and len(joined) >= SHORTEST_SLIPPED
            if wide and name.weight >= READY and not _is_chat(name.name):
                self._provinces[joined] = places[name.place]
        self._names = list(self._provinces)

    def nearest(
        self, words: Sequence[Word], free: Sequence[int], least: float = ALIKE
    ) -> PlaceSpan | None:
        """A province whose name was mistyped beyond recognition word by word.

        ``free`` are the positions not explained by anything else. Compares every stretch of them
        with all names of provinces, letter by letter and without spaces; ``least`` is how alike
        they must be, 0 to 1.
        """
        stretches: list[tuple[int, int]] = []
        typed: list[str] = []
        for start in sorted(free):
            letters = ""
            for end in range(start, min(start + WIDEST_SLIPPED, len(words))):
                if end not in free:
                    break
                letters += words[end].marks.folded
                if len(letters) >= SHORTEST_SLIPPED:
                    stretches.append((start, end + 1))
                    typed.append(letters)
        if not typed:
            return None
        alike = process.cdist(
            typed,
            self._names,
            scorer=OSA.normalized_similarity,
            score_cutoff=least,
            dtype=np.float64,
        )
        stretch, name = divmod(int(alike.argmax()), len(self._names))
        likeness = float(alike[stretch, name])
        if not likeness:
            return None
        place = self._provinces[self._names[name]]
        return PlaceSpan(*stretches[stretch], (place,), 1.0, 1.0 - likeness, False)


def _is_chat(name: str) -> bool:
    """Whether it is a spelling of chats, which half of a name may look like: "TNguyên"."""
    return name[:2].isupper() and not name.isupper() and " " not in name


def _joined(name: str) -> str:
    return "".join(character for character in fold(name) if character.isalnum())
