"""Reading an utterance: once as it stands, and again where letters or spaces may have slipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from knowledge.text.tokens import Token, tokenise
from knowledge.understanding.comparison.borders import compares
from knowledge.understanding.comparison.comparing import Sides, compared_sides
from knowledge.understanding.deciding.deciding import Decider
from knowledge.understanding.deciding.for_what import without_use
from knowledge.understanding.drafts.certainty import (
    NEARLY_WHOLE,
    is_all_explained,
    is_surely_named,
    is_whole,
)
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import LOOSE, OF_KIND_OR_PLACE, Decision, worth
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.places.places import Gazetteer
from knowledge.understanding.question import Certainty
from knowledge.understanding.slips.slips_of_places import Mending as PlaceMending
from knowledge.understanding.slips.slips_of_places import SlippedPlaces
from knowledge.understanding.slips.slips_of_talk import Mending, mendings, replaced
from knowledge.understanding.slips.stray_spaces import halves, joined
from knowledge.understanding.spotting.spotting import spot
from knowledge.understanding.vocabulary.vocabularies import Vocabularies
from knowledge.understanding.words.numerals import with_stars_said

ONE_THING = 0.85
"""Share of the words explained by one name from which two are not looked for."""
CLEARLY_BETTER = 0.05
"""By how much a reading with words joined must be worth more to be preferred."""
MENDED = 0.09
"""The same for one with slips mended: nearly a whole word must be explained by it."""
MOST_WORTH = 0.99
"""Worth of a name typed in full, with nothing else that needs explaining: nothing is better."""
ALL_EXPLAINED = 0.9
"""Worth from which a name explains everything."""


class Reading(NamedTuple):
    """What was spotted in an utterance, and what of it the utterance is about."""

    draft: Draft
    decision: Decision
    sides: Sides | None = None
    """The two products compared; ``None`` where none are, or none were looked for yet."""

    @property
    def worth(self) -> float:
        """How well it explains what was typed."""
        return worth(self.draft, self.decision)


class Reader:
    """Reads utterances with the vocabularies and the names of one catalogue."""

    def __init__(
        self,
        vocabularies: Vocabularies,
        gazetteer: Gazetteer,
        decider: Decider,
        slipped_places: SlippedPlaces,
    ) -> None:
        self._vocabularies = vocabularies
        self._gazetteer = gazetteer
        self._decider = decider
        self._slipped_places = slipped_places

    def spot(self, text: str, tokens: list[Token] | None = None) -> Draft:
        """Everything that can be spotted in a text, nothing decided; ``tokens`` are what was meant
        where that is not what stands there."""
        read = tokenise(with_stars_said(text)) if tokens is None else tokens
        return spot(text, read, self._vocabularies, self._gazetteer)

    def read(self, text: str) -> Reading:
        """The reading of a text that explains most of it."""
        first = self._decided(self.spot(text))
        if first.decision.exact:
            return self._compared(first)
        joined = self._compared(self._placed(self._joined(first)))
        # Of two things compared, no name explains more than its own words
        if joined.sides or is_all_explained(joined.decision.certainty, joined.decision.products):
            return joined
        if joined.decision.another_brand:
            return joined  # no slips are looked for in somebody's name
        mended = self._mended(joined)
        if mended is joined:
            return self._without_use(joined)
        return self._compared(mended)

    def _decided(self, draft: Draft, *, thorough: bool = True) -> Reading:
        return Reading(draft, self._decider.decide(draft, thorough=thorough))

    def _without_use(self, reading: Reading) -> Reading:
        """The reading as of goods alone, where what they are for kept it from being understood."""
        draft = without_use(reading.draft, reading.decision)
        if draft is None:
            return reading
        other = self._decided(draft, thorough=False)
        of_goods = other.decision.consumed <= covered((), draft.kinds)
        sure = other.decision.certainty in {Certainty.CLEAR, Certainty.RIVALS}
        return other if sure and of_goods else reading

    def _placed(self, reading: Reading) -> Reading:
        """The reading with a slip in the name of a province mended, if that explains as much."""
        draft = reading.draft
        lost = reading.decision.certainty is Certainty.NONE
        mendings = self._slipped_places.mendings(draft, lost=lost)
        for mending in mendings:
            other = self._decided(self.spot(draft.text, mending.replaced(draft.tokens)))
            if _is_of_place(other, mending) and _is_preferred(other, reading, mending):
                rivals = [each.place for each in mendings if each.is_rival_of(mending)]
                return self._or(rivals, other, mending) if rivals else other
        return reading

    def _or(self, rivals: Sequence[str], reading: Reading, mending: PlaceMending) -> Reading:
        """The reading with other places that may be meant by the same letters."""
        places = [
            replace(span, places=(*span.places, *map(self._gazetteer.place, rivals)))
            if reading.draft.words[span.start].token == mending.start
            else span
            for span in reading.decision.places
        ]
        return reading._replace(decision=replace(reading.decision, places=places))

    def _joined(self, reading: Reading) -> Reading:
        """The reading with words joined that stray spaces fell into, if that explains more."""
        draft, decision, _ = reading
        loose = {
            draft.words[place].token
            for place in draft.loose_words(despairing=decision.certainty is Certainty.NONE)
        }
        loose |= halves(draft.tokens)
        placed = {draft.words[place].token for place in draft.placed}
        tokens = joined(draft.tokens, loose, self._vocabularies.lexicon, placed)
        if tokens is None:
            return reading
        other = self._decided(self.spot(draft.text, tokens))
        return other if other.worth > reading.worth + CLEARLY_BETTER else reading

    def _mended(self, reading: Reading) -> Reading:
        """The reading with slips in the words of talk mended by the surest mending that explains
        more, if one does."""
        least = reading.worth + MENDED
        if least >= MOST_WORTH:
            return reading
        for mending, draft in self._mendings(reading):
            other = self._decided(draft, thorough=False)
            worth = other.worth
            complete = (other.decision.consumed and worth >= ALL_EXPLAINED) or (
                # "tới Hải Phòng mu gì cho mẹ" was hardly about a name, and is all about a place
                other.decision.places
                and worth >= OF_KIND_OR_PLACE
                and reading.decision.certainty in {Certainty.NONE, Certainty.WEAK}
                and all(span.penalty == 0.0 for span in other.decision.places)
            )
            if worth > least and (mending.is_sure or complete):
                return other
        return reading

    def _mendings(self, reading: Reading) -> Iterator[tuple[Mending, Draft]]:
        """Mendings after which every word put in is a part of some phrase."""
        draft, decision, _ = reading
        named = covered(draft.places, draft.kinds)
        if is_surely_named(decision.certainty, decision.products or decision.producers):
            named |= decision.consumed
        talk = self._vocabularies.talk
        for mending in mendings(draft, named, talk, despairing=_is_lost_around_a_place(reading)):
            other = self.spot(draft.text, replaced(draft.tokens, mending))
            phrases = other.soft.union(
                *[range(kind.start, kind.end) for kind in other.kinds if kind.length > 1]
            )
            if all(
                place in phrases
                for place, word in enumerate(other.words)
                if word.token in mending.words
            ):
                yield mending, other

    def _compared(self, reading: Reading) -> Reading:
        """The reading with the two products that it compares, if it does; not if one name holds the
        word that seemed to divide them."""
        draft, decision, _ = reading
        cues = draft.cues_outside(decision.consumed if decision.exact else frozenset())
        sides = compared_sides(draft, cues, lambda words: self._decider.find_products(draft, words))
        named = decision.products or decision.namesakes
        if sides is not None and named:
            whole = named[0].verdict
            one_thing = whole.explained >= ONE_THING and whole.score > sides.weakest
            comparing = any(map(compares, cues))
            if one_thing and not sides.are_whole_beside(whole, comparing=comparing):
                sides = None
        return reading._replace(sides=sides)


def _is_lost_around_a_place(reading: Reading) -> bool:
    """Whether nothing was understood of what is said in Vietnamese around a place."""
    draft, decision, _ = reading
    return (
        decision.certainty is Certainty.NONE
        and any(not place.penalty for place in draft.places)
        and not any(cue.length > 1 and cue.meaning.language == "en" for cue in draft.resolved)
    )


def _is_of_place(reading: Reading, mending: PlaceMending) -> bool:
    """Whether a reading is surely about the place that was put in."""
    draft, decision, _ = reading
    words = {
        place
        for place, word in enumerate(draft.words)
        if mending.start <= word.token < mending.start + len(mending.words)
    }
    return decision.certainty in {Certainty.CLEAR, Certainty.RIVALS} and any(
        words.issubset(range(span.start, span.end)) for span in decision.places
    )


def _is_preferred(other: Reading, reading: Reading, mending: PlaceMending) -> bool:
    """Whether a reading with a place put in is better than the one without."""
    decision = reading.decision
    found = decision.products or decision.producers
    if found:
        verdict = found[0].verdict
        words = reading.draft.words
        put_in = range(mending.start, mending.end)
        of_maker = {words[word].token for word in decision.consumed - verdict.positions}
        if of_maker.issuperset(put_in) and decision.certainty is Certainty.CLEAR:
            return False  # "tinh bột nghệ của Liên Giang" is of that maker
        taken = {words[word].token for word in verdict.positions}
        # "Tinh bột nghệ" is a name and a kind: "tinh bột nghệ aco bằng" is from Cao Bằng
        of_a_kind = verdict.positions <= covered((), reading.draft.kinds)
        if is_whole(verdict) and not (of_a_kind and taken.isdisjoint(put_in)):
            return False
        if taken.issuperset(put_in) and verdict.covered >= NEARLY_WHOLE:
            return False  # "gà ủ muối sônf la" is Gà ủ muối sông lạ
    if decision.certainty in {Certainty.NONE, Certainty.WEAK}:
        return other.worth > reading.worth
    return other.worth >= OF_KIND_OR_PLACE - LOOSE
