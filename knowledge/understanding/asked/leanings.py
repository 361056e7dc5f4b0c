"""What a message that names nothing of ours leans towards: the rules, a thanks, a complaint.

A logistic regression over the words of whole phrasings and cues. It was fitted beforehand
(``make learn``) and is read here from a table; to add a way to say something, add a phrasing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
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
"""The word under which the table has what every message leans towards."""
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
LIKELY = 0.5
"""Probability from which a message leans towards something rather than towards nothing."""
LIKELY_OF_FEW_WORDS = 0.9
"""The same of a message of fewer than :data:`FEW` words: "đúng rồi" leans by chance."""
FEW = 4
MOST_UNKNOWN = 0.25
"""Share of the words that may be in no phrasing: a name that we do not know is made of such."""


class Weights(NamedTuple):
    """The table that was learnt."""

    leanings: tuple[str, ...]
    words: Mapping[str, int]
    """Rows of the weights by folded words."""
    of_words: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def read(cls, rows: Iterable[Mapping[str, str]]) -> Weights:
        """The weights from the rows of their table: a word, then a number for each leaning."""
        table = {row["word"]: row for row in rows}
        bias = table.pop(BIAS)
        leanings = tuple(leaning for leaning in bias if leaning != "word")
        numbers = [[float(row[leaning] or 0) for leaning in leanings] for row in table.values()]
        return cls(
            leanings,
            {word: place for place, word in enumerate(table)},
            np.array(numbers, dtype=np.float32),
            np.array([float(bias[leaning]) for leaning in leanings], dtype=np.float32),
        )


class Leanings:
    """Tells what messages that name nothing lean towards."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def likelihoods(self, words: Collection[str]) -> dict[str, float]:
        """The probability of each leaning, 0 to 1, of folded words of which each counts once."""
        known = self._weights.words
        rows = [known[word] for word in words if word in known]
        # A word that was never seen speaks for none of them
        length = np.sqrt(max(len(words), 1))
        scores = self._weights.bias + self._weights.of_words[rows].sum(axis=0) / length
        odds = np.exp(scores - scores.max())
        return dict(zip(self._weights.leanings, (odds / odds.sum()).tolist(), strict=True))

    def leaning_of(self, said: Sequence[str]) -> Leaning | None:
        """What a message leans towards that names nothing; ``None`` where that is not likelier than
        all else, or too many words are unknown. ``said`` are its folded words, slips mended and a
        sign for each place."""
        if not said:
            return None
        unknown = sum(word not in self._weights.words for word in said)
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
            found = Leaning(Intent.PROGRAMME, topic, of_programme)
        else:
            found = Leaning(most, None, likelihoods[most])
        least = LIKELY if len(said) >= FEW else LIKELY_OF_FEW_WORDS
        return found if found.share >= least else None


def signs_of(words: Iterable[str]) -> set[str]:
    """What of the folded words of a message or phrasing is looked at: each once, and no sign for a
    thing."""
    return {word for word in words if word != THING}
