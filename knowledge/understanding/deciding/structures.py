"""Reading an utterance as a question about kinds and places: "nước mắm ở Phú Quốc"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from knowledge.search.names import NameIndex
from knowledge.understanding.deciding.kinds_and_places import asking_clause, kinds_of, places_of
from knowledge.understanding.drafts.coverage import (
    covered,
    cut_short,
    outside,
    surely_placed,
)
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.names.other_brands import is_no_slip
from knowledge.understanding.names.wordings import importance, weight_of
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.places.provinces_by_letters import (
    ALIKE,
    SURELY_ALIKE,
    ProvincesByLetters,
)
from knowledge.understanding.question import Certainty
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    ABOUT_MANY,
    ABOUT_ONE,
    OF_GOODS,
    TOPIC,
    counts_or_sorts,
)
from knowledge.understanding.vocabulary.vocabularies import KindReading

LEFT_OVER = 0.3
"""Share of unexplained words from which a place or kind is not what the question is about."""
MOST_ASTRAY = 2
"""Words that may be slips around a place when a cue says that it is about one."""
LEFT_OVER_OF_TALK = 0.36
"""The same when all of it is everyday words."""
LEFT_OVER_OF_MANY = 0.45
"""The same when a cue says that it is about a place: "đặc sản Hà Giang cho người già"."""
_THINGS = frozenset(
    ("do", "hang", "mon", "qua", "thu", "ngon", "que", "xu", "co", "stuff", "food", "things")
)
"""Folded words beside a place that may well mean what is made there: "đồ Sơn La", or insist on it:
"Thái Nguyên cơ"."""
BEFORE_PLACES = frozenset(("o", "tai", "cua", "tu", "vung", "tinh"))
"""Folded words behind which a mistyped word is probably a place's name."""


class _Found(NamedTuple):
    """Kinds and places that a question may be about."""

    places: list[PlaceSpan]
    kinds: list[PhraseSpan[KindReading]]
    explained: set[int]
    """The words of them."""
    astray: list[int]
    """Content words that nothing explains and that are no everyday words."""


class Structures:
    """Reads kinds and places."""

    def __init__(self, provinces: ProvincesByLetters, index: NameIndex) -> None:
        """``index`` tells how telling words are."""
        self._provinces = provinces
        self._index = index

    def reading(
        self, draft: Draft, senses: Mapping[str, float], content: Sequence[int]
    ) -> Decision:
        """Kinds and places, and how much of the content they leave unexplained."""
        draft, content = asking_clause(draft, content)
        asks_many = _asks_of_a_place(draft, senses) or (
            any(span.located for span in draft.places)
            and any(counts_or_sorts(sense) for sense in senses)
        )
        kinds = kinds_of(draft, asks_many=asks_many)
        places = places_of(draft, kinds, asks_many=asks_many)
        explained = covered(places, kinds)
        slipped = self._slipped_province(draft, content, places, explained, asks_many)
        if slipped is not None:
            taken = frozenset(range(slipped.start, slipped.end))
            places = [*outside(places, taken), slipped]
            explained = covered(places, kinds)
        if not explained:
            return Decision(certainty=Certainty.NONE)
        found = _Found(places, kinds, explained, _astray(draft, content, explained))
        understood = self._is_understood(draft, senses, content, found, asks_many=asks_many)
        understood = understood and not _is_of_a_brand(draft, found)
        return Decision(
            certainty=Certainty.CLEAR if understood else Certainty.NONE,
            places=places,
            kinds=kinds,
            left_over=not understood,
        )

    def _is_understood(
        self,
        draft: Draft,
        senses: Mapping[str, float],
        content: Sequence[int],
        found: _Found,
        *,
        asks_many: bool,
    ) -> bool:
        """Whether kinds and places explain enough of what was typed for the question to be about
        them."""
        places, astray = found.places, found.astray
        most = LEFT_OVER_OF_MANY if places and asks_many else LEFT_OVER
        if places and not astray:
            most = max(most, LEFT_OVER_OF_TALK)
        # Around a place that is surely named, a few words may be slips of what is asked
        surely = any(span.penalty == 0.0 for span in places)
        about_place = surely and asks_many and not ABOUT_ONE & senses.keys()
        slips = about_place and len(astray) <= MOST_ASTRAY
        noise = len(astray) == 1 and draft.is_noise(astray[0])
        understood = (
            slips
            or (surely and noise)
            or _is_told_in_english(draft, content, found)
            or self._share_lost(draft, content, found.explained) < most
        )
        if not understood or not places or found.kinds or _is_of_goods(draft, senses):
            return understood
        # "con gái Cần Thơ đẹp không", "jobs in Hanoi": the words around the place tell of
        # something, and nothing says that it is our products
        return noise or _may_mean_goods(draft, content, found)

    def _slipped_province(
        self,
        draft: Draft,
        content: Sequence[int],
        places: Sequence[PlaceSpan],
        explained: Collection[int],
        asks_many: bool,
    ) -> PlaceSpan | None:
        """A mistyped province where one is expected: in a question about a place, or behind a
        preposition ("bánh tráng của hao binh")."""
        placed = surely_placed(places)
        # "rượu của chú Ba Thành" is somebody's, and not from Hà Thành
        free = [place for place in content if place not in placed and place not in draft.brand]
        if asks_many and (not explained or any(place not in explained for place in content)):
            # Beside a place that is named, the "cả phòng" of an office is no Hải Phòng
            least = SURELY_ALIKE if surely_placed(places) else ALIKE
            found = self._provinces.nearest(draft.words, [*free, *cut_short(places, free)], least)
            # "ve la cai mua qua gi": words of the province may look like words of talk
            empty = () if places else draft.empty_words
            return found or self._provinces.nearest(draft.words, [*free, *empty], SURELY_ALIKE)
        for place in free:
            before = draft.words[place - 1].marks.folded if place else ""
            if before in BEFORE_PLACES and place not in explained:
                return self._provinces.nearest(draft.words, free, SURELY_ALIKE)
        return None

    def _share_lost(
        self, draft: Draft, content: Sequence[int], explained: Collection[int]
    ) -> float:
        """Share of the typed words, by weight, that kinds and places leave unexplained."""
        index = self._index
        known = lost = 0.0
        for place, word in enumerate(draft.words):
            weight = weight_of(word, index)
            if place in explained:
                known += weight
            elif place in content:
                lost += weight * importance(place, draft)
        return lost / (known + lost) if known + lost else 0.0


def _asks_of_a_place(draft: Draft, senses: Mapping[str, float]) -> bool:
    """Whether a cue tells that it is about a place. Behind goods "có ocop không" asks for their
    stars, not for what there is: the brand of "bánh tráng Sảng Kiệm có ocop không" is no place."""
    of_place = ABOUT_MANY & senses.keys()
    of_goods = of_place == {"outlets"} and "rating" in senses and draft.kinds and not draft.places
    return bool(of_place) and not of_goods


def _may_mean_goods(draft: Draft, content: Sequence[int], found: _Found) -> bool:
    """Whether the words around places leave room for what is made there."""
    of_things = any(
        draft.words[place].marks.folded in _THINGS for place in (*content, *draft.empty_words)
    )
    # "Ninh Bình gồm Nam Định không" asks of one place for another
    of_both = len(found.places) > 1 and not any(span.penalty for span in found.places)
    return of_things or of_both or found.explained.issuperset(content)


def _is_of_goods(draft: Draft, senses: Mapping[str, float]) -> bool:
    """Whether anything asked would make sense of products from a place."""
    return (
        draft.stars is not None
        or draft.period is not None
        or draft.years is not None
        or not OF_GOODS.isdisjoint(senses)
        or any(sense.startswith(("category:", TOPIC)) for sense in senses)
    )


def _astray(draft: Draft, content: Sequence[int], explained: Collection[int]) -> list[int]:
    """Content words that nothing explains and that are no everyday words."""
    return [
        place
        for place in content
        if place not in explained and place not in draft.everyday and place not in draft.doubtful
    ]


def _is_told_in_english(draft: Draft, content: Sequence[int], found: _Found) -> bool:
    """Whether a kind is named in English, with nothing but everyday words behind it: "tea for a
    client". Right beside it such a word may be of a brand or another thing ("a rice cooker")."""
    kinds = [kind for kind in found.kinds if kind.meaning.language == "en" and not kind.penalty]
    if not kinds or found.astray or len(kinds) < len(found.kinds):
        return False
    lost = [place for place in content if place not in found.explained]
    last = max(kind.end for kind in kinds)
    return all(place > last for place in lost)


def _is_of_a_brand(draft: Draft, found: _Found) -> bool:
    """Whether what nothing explains is somebody's name beside a kind."""
    anywhere = not any(span.located for span in found.places)
    brand = [place for place in found.astray if anywhere or is_no_slip(draft.words[place])]
    return _is_brand(brand, found.kinds)


def _is_brand(astray: Sequence[int], kinds: Sequence[PhraseSpan[KindReading]]) -> bool:
    """Whether an unexplained word stands where brands stand, right behind a kind ("phở Thìn Hà
    Nội") or in English before it: that is not a slip in the words around."""
    return any(
        span.end in astray or (span.meaning.language == "en" and span.start - 1 in astray)
        for span in kinds
    )
