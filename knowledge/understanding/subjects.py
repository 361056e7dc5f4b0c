"""What an utterance is about, once what is not wanted or only to be in it is taken off."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from knowledge.catalogue import Catalogue
from knowledge.understanding.deciding.guesses import Guesses
from knowledge.understanding.deciding.journeys import of_one_end
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.exclusion.denials import without_makers_of_denied
from knowledge.understanding.exclusion.excluding import wanted
from knowledge.understanding.exclusion.ingredients import contents_asked, of_what_has_it
from knowledge.understanding.kinds.kinds_meant import kinds_meant
from knowledge.understanding.meaning.compounds import Compound, compound_named
from knowledge.understanding.places.former_meant import without_rivals
from knowledge.understanding.question import Certainty, Without
from knowledge.understanding.reading import Reading
from knowledge.understanding.words.lexicon import Lexicon


class Subject(NamedTuple):
    """What an utterance is about."""

    decision: Decision
    without: Without
    """What of it is not wanted."""
    compound: Compound | None
    """What kinds side by side name together."""
    contents: tuple[str, ...]
    """The kinds that are asked to be in it."""


class Subjects:
    """Tells what readings are about."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon, guesses: Guesses) -> None:
        self._catalogue = catalogue
        self._lexicon = lexicon
        self._guesses = guesses

    def of(self, reading: Reading) -> Subject:
        """What a reading is about."""
        reading, contents = self._without_contents(reading)
        decision, without = _decision_of(reading), Without()
        if reading.draft.denied and decision.producers:
            decision = without_makers_of_denied(reading.draft, decision)
        if reading.sides is None and not decision.producers:
            decision, without = wanted(
                reading.draft,
                decision,
                self._lexicon,
                contents_told=bool(contents),
            )
            decision = of_one_end(reading.draft, decision)
        decision, compound = self._one_thing(reading, decision, without)
        return Subject(decision, without, compound, contents)

    def _without_contents(self, reading: Reading) -> tuple[Reading, tuple[str, ...]]:
        """A reading of what is asked for alone, and the kinds that are asked to be in it."""
        draft, decision, sides = reading
        asked = contents_asked(draft) if sides is None else None
        if asked is None:
            return reading, ()
        of_goods = of_what_has_it(decision, draft, asked, self._catalogue)
        return (
            (reading, ())
            if of_goods is None
            else (reading._replace(decision=of_goods), (asked.meaning.key,))
        )

    def _one_thing(
        self, reading: Reading, decision: Decision, without: Without
    ) -> tuple[Decision, Compound | None]:
        """The decision with guesses told as such and one kind for one phrase, and what kinds side
        by side name together."""
        if reading.sides is not None:
            return self._told_apart(decision), None
        draft = reading.draft
        decision = self._told_apart(self._guesses.unless_another(draft, decision))
        if any(len(span.places) > 1 for span in decision.places):
            kinds = [span.meaning.key for span in decision.kinds]
            places = without_rivals(decision.places, kinds, self._catalogue)
            decision = replace(decision, places=places)
        one = not (decision.consumed or decision.producers or without)
        if not decision.kinds or not one:
            return decision, None
        where = [span.places[0] for span in decision.places]
        compound = compound_named(draft, decision.kinds, where, self._catalogue)
        return (decision if compound is None else compound.kept(decision)), compound

    def _told_apart(self, decision: Decision) -> Decision:
        """The decision with one kind for one phrase."""
        if not decision.kinds:
            return decision
        where = [span.places[0] for span in decision.places]
        return replace(decision, kinds=kinds_meant(decision.kinds, where, self._catalogue))


def _decision_of(reading: Reading) -> Decision:
    """The decision of a reading; of two things compared, both."""
    sides = reading.sides
    if sides is None:
        return reading.decision
    consumed = sides.left[0].verdict.positions | sides.right[0].verdict.positions
    return Decision(Certainty.CLEAR, [sides.left[0], sides.right[0]], consumed=consumed)
