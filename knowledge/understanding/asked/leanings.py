"""What a message that names nothing of ours leans towards: the rules, a thanks, a complaint.

A logistic regression over the words of whole phrasings and cues, what they begin and end with, and
which two stand side by side. It was fitted beforehand (``make learn``) and is read here from a
table; to add a way to say something, add a phrasing.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Intent, Leaning
from knowledge.understanding.vocabulary.senses import COMPLAINT, TOPIC
from knowledge.understanding.vocabulary.votes import THING

GOODS = "goods"
"""What leans towards a product, a producer, a kind or a list of them."""
OTHER = "other"
"""What is about something else than OCOP."""
BIAS = ""
"""The sign under which the table has what every message leans towards."""
_WITHOUT_NAMES = (
    *(Intent.FEEDBACK, Intent.PRIVACY, Intent.SAVED, Intent.NEARBY, Intent.HELP, Intent.GREETING),
    *(Intent.THANKS, Intent.GOODBYE, Intent.LANGUAGE, Intent.STATISTICS),
)
"""Intents that a message can have that names nothing."""
_OF_GOODS = (
    *(Intent.PRODUCT, Intent.RATING, Intent.WHERE_TO_BUY, Intent.PRODUCER, Intent.CONTACT),
    *(Intent.PRICE, Intent.SPECIALITIES, Intent.COMPARE, "maker"),
)
LEANINGS: Mapping[str, str] = {
    **{intent.value: intent.value for intent in (*_WITHOUT_NAMES, Intent.OUTLETS)},
    **{f"{TOPIC}{topic.value}": f"{TOPIC}{topic.value}" for topic in ProgrammeTopic},
    **dict.fromkeys(map(str, _OF_GOODS), GOODS),
    COMPLAINT: Intent.FEEDBACK.value,
    OTHER: OTHER,
}
"""The senses of phrasings and cues that are learnt from, each with what it leans towards."""
MOST_UNKNOWN = 0.25
"""Share of the words that may be in no phrasing: a name that we do not know is made of such."""


class Weights(NamedTuple):
    """The table that was learnt."""

    leanings: tuple[str, ...]
    signs: Mapping[str, int]
    """Rows of the weights by what is looked at: see :func:`signs_of`."""
    of_signs: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def read(cls, rows: Iterable[Mapping[str, str]]) -> Weights:
        """The weights from the rows of their table: a sign, then a number for each leaning."""
        leanings: tuple[str, ...] = ()
        signs: dict[str, int] = {}
        bias = np.zeros(0, dtype=np.float32)
        # Row by row: the table written out in objects takes twenty times what is kept of it
        numbers = array("f")
        for row in rows:
            sign, *shares = row.values()
            leanings = leanings or tuple(row)[1:]
            found = [float(share or 0) for share in shares]
            if sign == BIAS:
                bias = np.array(found, dtype=np.float32)
            else:
                signs[sign] = len(signs)
                numbers.extend(found)
        of_signs = np.frombuffer(numbers.tobytes(), dtype=np.float32)
        return cls(leanings, signs, of_signs.reshape(len(signs), len(leanings)), bias)


class Leanings:
    """Tells what messages that name nothing lean towards."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def likelihoods(self, signs: Collection[str]) -> dict[str, float]:
        """The probability of each leaning, 0 to 1, of the signs of a message."""
        known = self._weights.signs
        rows = [known[sign] for sign in signs if sign in known]
        # What was never seen speaks for none of them
        length = np.sqrt(max(len(signs), 1))
        scores = self._weights.bias + self._weights.of_signs[rows].sum(axis=0) / length
        odds = np.exp(scores - scores.max())
        return dict(zip(self._weights.leanings, (odds / odds.sum()).tolist(), strict=True))

    def leaning_of(self, said: Sequence[str]) -> Leaning | None:
        """What a message leans towards that names nothing, and how likely that is; ``None`` where
        too many words are unknown. ``said`` are its folded words, slips mended and a sign for each
        place."""
        if not said:
            return None
        unknown = sum(word not in self._weights.signs for word in said)
        if unknown > MOST_UNKNOWN * len(said):
            return None
        likelihoods = self.likelihoods(signs_of(said))
        topics = {
            leaning: share for leaning, share in likelihoods.items() if leaning.startswith(TOPIC)
        }
        of_programme = sum(topics.values())
        most = max(_WITHOUT_NAMES, key=lambda intent: likelihoods[intent])
        if of_programme > likelihoods[most]:
            topic = ProgrammeTopic(max(topics, key=topics.__getitem__).removeprefix(TOPIC))
            return Leaning(Intent.PROGRAMME, topic, of_programme)
        return Leaning(most, None, likelihoods[most])


def signs_of(words: Sequence[str]) -> set[str]:
    """What of the folded words of a message or phrasing is looked at, each once: the words, the
    pairs of neighbours, the first and the last. What stands for a thing is no word."""
    signs = {word for word in words if word != THING}
    signs |= {f"{one} {other}" for one, other in pairwise(words) if THING not in (one, other)}
    if words:
        signs |= {f"^ {words[0]}", f"{words[-1]} $"}
    return signs
