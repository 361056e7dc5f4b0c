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
from knowledge.understanding.drafts import Draft
from knowledge.understanding.question import Intent, Leaning
from knowledge.understanding.senses import CATEGORY, COMPLAINT, TOPIC
from knowledge.understanding.votes import THING, masked

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
"""Probability from which a message means what it leans towards."""
LIKELY_OF_STARS = 0.75
"""The same where a number of stars is told, which mostly asks for what has them."""
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

    def leaning_of(self, draft: Draft, words: Sequence[str]) -> Leaning | None:
        """What a message leans towards where it is likely enough; ``words`` are those of all that
        is known, by number."""
        if not self._may_lean(draft):
            return None
        said = self._said(draft, words)
        unknown = sum(word not in self._weights.words for word in said)
        if not said or unknown > MOST_UNKNOWN * len(said):
            return None
        likelihoods = self.likelihoods(said)
        shares = {
            leaning: share for leaning, share in likelihoods.items() if leaning in _WITHOUT_NAMES
        }
        topics = {
            leaning: share for leaning, share in likelihoods.items() if leaning.startswith(TOPIC)
        }
        most = max(shares, key=shares.__getitem__)
        of_programme = sum(topics.values())
        if of_programme > shares[most]:
            topic = ProgrammeTopic(max(topics, key=topics.__getitem__).removeprefix(TOPIC))
            found = Leaning(Intent.PROGRAMME, topic, of_programme)
        else:
            found = Leaning(Intent(most), None, shares[most])
        least = LIKELY if draft.stars is None else LIKELY_OF_STARS
        return found if found.share >= least else None

    @staticmethod
    def _may_lean(draft: Draft) -> bool:
        """Whether no kind and no group of goods is named: that of "mì Hảo Hảo mấy sao" is."""
        return not draft.kinds and not any(
            span.meaning.sense.startswith(CATEGORY) for span in draft.resolved
        )

    def _said(self, draft: Draft, words: Sequence[str]) -> set[str]:
        """The folded words of a message, slips mended in those that no phrasing has, and a sign for
        places."""
        known = self._weights.words
        said = [
            word.marks.folded
            if word.marks.folded in known or not word.readings
            else words[word.readings[0][0]]
            for word in draft.words
        ]
        places = {
            place
            for span in draft.places
            if not span.penalty
            for place in range(span.start, span.end)
        }
        return signs_of(masked(said, (), places))


def signs_of(words: Iterable[str]) -> set[str]:
    """What of the folded words of a message or phrasing is looked at: each once, and no sign for a
    thing."""
    return {word for word in words if word != THING}
