"""Reading an utterance as a question about kinds and places: "nước mắm ở Phú Quốc"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from knowledge.search.names import NameIndex
from knowledge.understanding.coverage import (
    covered,
    cut_short,
    is_longer,
    is_of_place,
    outside,
    surely_placed,
)
from knowledge.understanding.decision import Decision
from knowledge.understanding.drafts import LONG_MESSAGE, Draft
from knowledge.understanding.other_brands import is_no_slip
from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.places import ALIKE, SURELY_ALIKE, Gazetteer, PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.senses import (
    ABOUT_MANY,
    ABOUT_ONE,
    OF_GOODS,
    STARS,
    TOPIC,
    counts_or_sorts,
)
from knowledge.understanding.vocabularies import KindReading
from knowledge.understanding.wordings import importance, weight_of

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


class Structures:
    """Reads kinds and places."""

    def __init__(self, gazetteer: Gazetteer, index: NameIndex) -> None:
        """``index`` tells how telling words are."""
        self._gazetteer = gazetteer
        self._index = index

    def reading(
        self, draft: Draft, senses: Mapping[str, float], content: Sequence[int]
    ) -> Decision:
        """Kinds and places, and how much of the content they leave unexplained."""
        asking = _clause_with_place(draft)
        if asking:
            # What a letter tells before it asks is no part of the question
            content = [place for place in content if place >= asking]
            draft = replace(
                draft,
                places=_places_from(asking, draft),
                kinds=[span for span in draft.kinds if span.start >= asking],
            )
        located = [span for span in draft.places if span.located]
        asks_many = _asks_of_a_place(draft, senses) or (
            bool(located) and any(counts_or_sorts(sense) for sense in senses)
        )
        kinds = [
            kind
            for kind in draft.kinds
            if not any(is_of_place(kind, span) for span in located)
            # "xã Cao Bồ" has no avocado in it
            and not any(_is_inside(kind, span) for span in draft.places)
            # "dac san con dao" asks about Côn Đảo
            and not (asks_many and any(_is_the_same(kind, span) for span in draft.places))
        ]
        of_kinds = covered((), kinds)
        places = [
            span
            for span in draft.places
            if span.located
            # "miến dong" typed without marks is no Miền Đông
            or (
                (of_kinds.isdisjoint(range(span.start, span.end)) or is_longer(span, kinds))
                and (asks_many or not span.is_short or _is_where_it_is_from(span, draft))
            )
        ]
        explained = covered(places, kinds)
        slipped = self._slipped_province(draft, content, places, explained, asks_many)
        if slipped is not None:
            taken = frozenset(range(slipped.start, slipped.end))
            places = [*outside(places, taken), slipped]
            explained = covered(places, kinds)
        if not explained:
            return Decision(certainty=Certainty.NONE)
        share_lost = self._share_lost(draft, content, explained)
        astray = _astray(draft, content, explained)
        most = LEFT_OVER_OF_MANY if places and asks_many else LEFT_OVER
        if places and not astray:
            most = max(most, LEFT_OVER_OF_TALK)
        # Around a place that is surely named, a few words may be slips of what is asked
        surely = any(span.penalty == 0.0 for span in places)
        about_place = surely and asks_many and not ABOUT_ONE & senses.keys()
        slips = about_place and len(astray) <= MOST_ASTRAY
        noise = len(astray) == 1 and draft.is_noise(astray[0])
        understood = share_lost < most or slips or (surely and noise)
        if places and not kinds and not _is_of_goods(draft, senses):
            # "con gái Cần Thơ đẹp không", "jobs in Hanoi": the words around the place tell of
            # something, and nothing says that it is our products
            of_things = any(
                draft.words[place].marks.folded in _THINGS
                for place in (*content, *draft.empty_words)
            )
            # "Ninh Bình gồm Nam Định không" asks of one place for another
            of_both = len(places) > 1 and not any(span.penalty for span in places)
            told = noise or of_things or of_both or explained.issuperset(content)
            understood = understood and told
        anywhere = not any(span.located for span in places)
        brand = [place for place in astray if anywhere or is_no_slip(draft.words[place])]
        if _is_brand(brand, kinds):
            understood = False
        return Decision(
            certainty=Certainty.CLEAR if understood else Certainty.NONE,
            places=places,
            kinds=kinds,
            left_over=not understood,
        )

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
            found = self._gazetteer.slipped_province(
                draft.words, [*free, *cut_short(places, free)], least
            )
            # "ve la cai mua qua gi": words of the province may look like words of talk
            empty = () if places else draft.empty_words
            return found or self._gazetteer.slipped_province(
                draft.words, [*free, *empty], SURELY_ALIKE
            )
        for place in free:
            before = draft.words[place - 1].marks.folded if place else ""
            if before in BEFORE_PLACES and place not in explained:
                return self._gazetteer.slipped_province(draft.words, free, SURELY_ALIKE)
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


def _clause_with_place(draft: Draft) -> int:
    """The first word of the last clause of a long message, if that asks for a list or a number of a
    place; 0 where it does not."""
    clause = draft.clause_of_many() if len(draft.words) >= LONG_MESSAGE else 0
    return clause if any(not span.penalty for span in _places_from(clause, draft)) else 0


def _places_from(start: int, draft: Draft) -> list[PlaceSpan]:
    """The places from a word on, with those that were named before and are named there again."""
    typed = [word.marks.folded for word in draft.words]
    found: list[PlaceSpan] = []
    for span in draft.places:
        length = span.end - span.start
        again = next(
            (
                place
                for place in range(max(start, span.start), len(typed) - length + 1)
                if typed[place : place + length] == typed[span.start : span.end]
            ),
            None,
        )
        if again is not None:
            found.append(span._replace(start=again, end=again + length))
    return found


def _is_of_goods(draft: Draft, senses: Mapping[str, float]) -> bool:
    """Whether anything asked would make sense of products from a place."""
    return (
        draft.stars is not None
        or draft.period is not None
        or not OF_GOODS.isdisjoint(senses)
        or any(sense.startswith(("category:", TOPIC)) for sense in senses)
    )


def _is_inside(kind: PhraseSpan[KindReading], place: PlaceSpan) -> bool:
    """Whether a kind of one word is a part of a longer name of a place typed rightly."""
    longer = place.end - place.start > 1 == kind.length and not place.penalty
    return longer and place.start <= kind.start and kind.end <= place.end


def _is_where_it_is_from(place: PlaceSpan, draft: Draft) -> bool:
    """Whether an abbreviation stands right behind a kind or stars, and nothing else of a name
    behind it: "nước mắm PQ" is from Phú Quốc, but "trà TN Organic" is a brand's; or it is what has
    something: "hn có hàng ocop không"."""
    behind = range(place.end, len(draft.words))
    if place.start == 0 and place.end in behind and draft.words[place.end].marks.folded == "co":
        return True
    ends = place.end not in behind or draft.words[place.end].follows_break
    goods = {kind.end for kind in draft.kinds if not kind.penalty}
    goods.update(cue.end for cue in draft.resolved if cue.meaning.sense == STARS)
    return (ends or place.end in draft.soft) and place.start in goods


def _is_the_same(kind: PhraseSpan[KindReading], place: PlaceSpan) -> bool:
    return (kind.start, kind.end) == (place.start, place.end) and not place.penalty


def _astray(draft: Draft, content: Sequence[int], explained: Collection[int]) -> list[int]:
    """Content words that nothing explains and that are no everyday words."""
    return [
        place
        for place in content
        if place not in explained and place not in draft.everyday and place not in draft.doubtful
    ]


def _is_brand(astray: Sequence[int], kinds: Sequence[PhraseSpan[KindReading]]) -> bool:
    """Whether an unexplained word stands where brands stand, right behind a kind ("phở Thìn Hà
    Nội") or in English before it: that is not a slip in the words around."""
    return any(
        span.end in astray or (span.meaning.language == "en" and span.start - 1 in astray)
        for span in kinds
    )
