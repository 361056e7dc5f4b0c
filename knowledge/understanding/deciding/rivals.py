"""The readings that compete for an utterance: as a name, or as places and kinds."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace

from knowledge.understanding.drafts.certainty import NEARLY_WHOLE, is_all_explained, is_whole
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import LONG_NAME, SURELY_ASKS, Draft
from knowledge.understanding.places.place_phrases import PROVINCES
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.vocabulary.senses import (
    ABOUT_MANY,
    ABOUT_ONE,
    ASKING_ONE,
    OF_MAKERS,
    ORG,
    ORG_HINT,
    PRODUCT,
    RANKING,
)

BUYING = "where_to_buy"
"""The sense of who looks for a seller."""
AS_WRITTEN = 0.06
"""Penalty for each word of a place up to which it is typed as it is written, but for its marks."""
_OF_ALL = frozenset({"specialities", "country"})
"""Senses of what may praise one product as well as it asks for the best of all."""
_SUPERLATIVE = frozenset(("nhat", "best"))


class Rivals(Struct, frozen=True):
    """The two readings of one draft, and what tells which was meant."""

    draft: Draft
    senses: Mapping[str, float]
    """What is asked, with the weight of the cues for it."""
    asking: Collection[int]
    """Words of cues that ask for many."""
    named: Decision
    """The reading as a product's or producer's name."""
    structure: Decision
    """The reading as places, kinds or both."""

    @property
    def asks_many(self) -> bool:
        """Whether a list is asked for rather than one thing."""
        return bool(ABOUT_MANY & self.senses.keys())

    @property
    def asks_one(self) -> bool:
        """Whether something is asked that only one product or producer can answer."""
        return bool(ABOUT_ONE & self.senses.keys()) and not self.asks_many

    @property
    def has_structure(self) -> bool:
        """Whether places or kinds answer the question, and no name is surer."""
        named, structure = self.named, self.structure
        found = named.products or named.producers
        slipped = bool(structure.places) and not any(map(_stands_there, structure.places))
        return structure.certainty is Certainty.CLEAR and not (
            # "Hà Quyên có sản phẩm gì": what is exactly a name is no slip in Hà Tuyên, nor is
            # "đáng" one in Đà Nẵng where a whole name stands beside it
            slipped
            and (
                is_all_explained(named.certainty, found)
                or (bool(found) and is_whole(found[0].verdict) and self._are_words_by_themselves)
            )
        )

    @property
    def only_a_province_is_named(self) -> bool:
        """Whether all that a name explains is a province that stands there as it should, and
        nothing is asked that only one thing can answer: "sắp đi Lào Cai, gi ý quà" is about no
        company that ends with "Lào Cai"."""
        found = self.named.products or self.named.producers
        if not found or found[0].verdict.covered >= NEARLY_WHOLE:
            return False
        senses = OF_MAKERS | {ORG, ORG_HINT} if self.named.producers else ABOUT_ONE
        draft = self.draft
        talk = draft.soft | draft.doubtful | (draft.everyday if self.asks_many else frozenset())
        provinces = [
            span
            for span in draft.places
            if _stands_there(span)
            and span.end - span.start > 1
            and span.places[0].key.startswith(PROVINCES)
        ]
        of_provinces = covered(provinces, ())
        typed = found[0].verdict.positions - talk.difference(of_provinces)
        return senses.isdisjoint(self.senses) and bool(typed) and typed <= of_provinces

    @property
    def _are_words_by_themselves(self) -> bool:
        """Whether all that was read as places was typed in words that there are."""
        return all(
            word.is_known
            for span in self.structure.places
            for word in self.draft.words[span.start : span.end]
        )


def _stands_there(place: PlaceSpan) -> bool:
    """Whether a place is typed as it is written, but for its marks ("đặc sản hai duong"), or with
    a habit of quick typing."""
    return place.penalty <= AS_WRITTEN * (place.end - place.start)


def asks_of_all(rivals: Rivals) -> bool:
    """Whether it is asked how many there are, where most are or which is best, or for those of the
    whole country: "có bao nhiêu loại mật ong", "cà phê nào ngon nhất", "honey in Vietnam"."""
    senses = rivals.senses
    counts = "statistics" in senses and "price" not in senses
    draft = rivals.draft
    if not counts and _is_one_praised(rivals):
        return False
    best = any(
        cue.meaning.sense == "specialities"
        and draft.words[cue.end - 1].marks.folded in _SUPERLATIVE
        for cue in draft.resolved
    )
    if best:
        return True  # "mật ong ngon nhất"
    return counts or not {RANKING, "compare", "country"}.isdisjoint(senses)


def _is_one_praised(rivals: Rivals) -> bool:
    """Whether one thing is asked of one product, and what is said of all others only praises it or
    tells where it is from: "bánh cookies hạnh nhân ngon nhất giá mấy", "rau câu chỉ vàng hàng Việt
    Nam của nhà nào"."""
    found, senses = rivals.named.products, rivals.senses
    if not found or rivals.named.certainty is not Certainty.CLEAR:
        return False
    name = found[0].verdict
    asked = max((senses.get(sense, 0.0) for sense in ASKING_ONE), default=0.0)
    if asked < SURELY_ASKS or len(name.positions) < LONG_NAME or not is_whole(name):
        return False
    last = max(name.positions)
    return not {RANKING, "compare"} & senses.keys() and any(
        last < cue.start <= last + 2 and cue.meaning.sense in _OF_ALL
        for cue in rivals.draft.resolved
    )


def without_stays(rivals: Rivals) -> Rivals:
    """Without the places where the asker is or was, where one thing is asked of a product by its
    name: "tui ở Sài Gòn, bò khô Thu Trang của công ty nào". Who buys, or names but a kind, may
    want it there."""
    stays, named, senses = rivals.draft.stays, rivals.named, rivals.senses
    if not stays or rivals.asks_many or not named.products:
        return rivals
    asked = max((senses.get(sense, 0.0) for sense in (*ABOUT_ONE, PRODUCT)), default=0.0)
    if asked <= senses.get(BUYING, 0.0):
        return rivals
    structure = rivals.structure
    typed = named.products[0].verdict.positions
    if typed <= covered((), structure.kinds) or typed <= rivals.draft.soft:
        return rivals
    places = [span for span in structure.places if span.start not in stays]
    if len(places) == len(structure.places):
        return rivals
    certainty = structure.certainty if places or structure.kinds else Certainty.NONE
    return replace(rivals, structure=replace(structure, places=places, certainty=certainty))
