"""What an utterance was found to be about, and how well that explains it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from knowledge.search.finder import Found
from knowledge.understanding.drafts.certainty import is_exact
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.vocabularies import KindReading

OF_KIND_OR_PLACE = 0.8
"""Worth of a reading that names a kind or place: less than a name typed in full."""
LOOSE = 0.1
"""What each word that a reading leaves unexplained takes from its worth."""


class Decision(Struct, frozen=True):
    """What the utterance was found to be about."""

    certainty: Certainty = Certainty.NONE
    products: Sequence[Found] = ()
    namesakes: Sequence[Found] = ()
    """Products called just like the kind that is asked about."""
    producers: Sequence[Found] = ()
    places: Sequence[PlaceSpan] = ()
    kinds: Sequence[PhraseSpan[KindReading]] = ()
    consumed: frozenset[int] = frozenset()
    """Words that the product's or producer's name took."""
    another_brand: bool = False
    """A name was found, but a brand was typed that it does not have."""
    left_over: bool = False
    """Words remain that nothing explains."""

    @property
    def exact(self) -> bool:
        """Whether the best product's whole name was typed."""
        return bool(self.products) and is_exact(self.products[0].verdict)


def worth(draft: Draft, decision: Decision) -> float:
    """How well a decision explains its draft, to choose between drafts of the same letters."""
    if decision.certainty is Certainty.NONE:
        score = 0.0
    elif decision.consumed:
        score = max(
            found[0].verdict.score for found in (decision.products, decision.producers) if found
        )
    else:
        score = OF_KIND_OR_PLACE
    explained = covered(decision.places, decision.kinds) | decision.consumed | draft.soft
    loose = sum(
        place not in explained and place not in draft.everyday for place in range(len(draft.words))
    )
    return score - LOOSE * loose
