"""Which kinds of products found in an utterance stand for themselves, and which are read into
something else: into the name of a place, or a brand behind another kind."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.understanding.kinds.kinds_meant import QUALITY
from knowledge.understanding.places.place_phrases import PROVINCES
from knowledge.understanding.vocabulary.phrases import PhraseSpan, PhraseTree
from knowledge.understanding.vocabulary.vocabularies import Cue, KindReading, PlaceReading
from knowledge.understanding.words.lexicon import Word

Kinds = Sequence[PhraseSpan[KindReading]]

PRESENTS = "qua-tang"
"""The kind behind which another is no brand: "quà biếu sếp thích trà" asks for tea."""
_BEFORE_CRABS = frozenset(("con", "ruoc", "mam"))
"""Folded words behind which "cay" is the crab, and no taste."""
_GOODS_ALONE = frozenset(("cua", "mien"))
_GOODS_TOO = _GOODS_ALONE | {"toi"}
"""Folded kinds that are small words too: crab and "của", glass noodles and "miền", garlic and
"tôi"."""
LONGEST_BRAND = 3
"""Words behind a kind among which another word of one syllable is hardly a kind: "mật ong Bếp Nhà
Thỏ" asks for no rabbit."""


def standing(
    kinds: Kinds, words: Sequence[Word], places: Sequence[PhraseSpan[PlaceReading]]
) -> list[PhraseSpan[KindReading]]:
    """The kinds that are meant as such; ``places`` are names of places of two words or more."""
    return [
        kind
        for kind in kinds
        if not _is_a_place_too(kind, places, words, kinds)
        and _is_whole_noun(kind, words, kinds)
        and not is_denied(kind, words)
        and not _is_a_measure(kind, words)
        and not _is_a_taste(kind, words)
        and not any(_belongs_to(kind, place, words) for place in places)
        and not _is_cut_by_a_place(kind, places, kinds)
    ]


def slipped(
    vocabulary: PhraseTree[KindReading],
    words: Sequence[Word],
    places: Sequence[PhraseSpan[PlaceReading]],
    *,
    writes_marks: bool,
) -> list[PhraseSpan[KindReading]]:
    """Kinds of two words or more with a slip in one that is no word as it stands."""
    return [
        kind
        for kind in standing(vocabulary.find(words, writes_marks=writes_marks), words, places)
        if kind.length > 1
        and sum(not word.is_known for word in words[kind.start : kind.end]) == 1
        and all(kind.end <= place.start or place.end <= kind.start for place in places)
    ]


def not_cut(
    places: Sequence[PhraseSpan[PlaceReading]], kinds: Kinds
) -> list[PhraseSpan[PlaceReading]]:
    """The places but those that were read half into a kind, of two words or more and typed
    rightly."""
    long = [kind for kind in kinds if kind.length > 1 and not kind.penalty]
    if not long:
        return list(places)
    return [place for place in places if not _cuts_a_kind(place, places, long)]


def is_within_a_kind(start: int, end: int, kinds: Kinds) -> bool:
    """Whether a stretch of words is but a part of a kind typed as it is written: the "nước hoa" of
    "nước hoa quả" is no perfume."""
    return any(
        kind.start <= start and end <= kind.end and kind.length > end - start and not kind.penalty
        for kind in kinds
    )


def begins_within_a_kind(start: int, end: int, kinds: Kinds) -> bool:
    """Whether a stretch of words begins with the last of a kind typed as it is written: the "oil
    price" of "cajuput oil price" is not that of petrol."""
    return any(kind.start < start < kind.end < end and not kind.penalty for kind in kinds)


def outside_cues(kinds: Kinds, cues: Sequence[PhraseSpan[Cue]]) -> list[PhraseSpan[KindReading]]:
    """The kinds but those whose last word belongs to a longer cue, and those with a slip in them
    whose first does: "cả nước giờ có" asks for no "nước sốt"."""
    if not kinds:
        return []
    sure = [cue for cue in cues if not cue.penalty]
    return [
        kind
        for kind in kinds
        if not _ends_in_a_cue(kind, sure, kinds)
        and not (kind.penalty and any(_takes_the_first_word(cue, kind) for cue in sure))
    ]


def is_all_but_a_place(
    kind: PhraseSpan[KindReading], places: Sequence[PhraseSpan[PlaceReading]], words: Sequence[Word]
) -> bool:
    """Whether nothing but a kind and a place was typed: "toi hai duong" is garlic, though "toi" is
    "tôi" in any longer sentence."""
    return (kind.start, kind.length) == (0, 1) and any(
        (place.start, place.end, place.penalty) == (kind.end, len(words), 0.0) for place in places
    )


def is_asked_for_alone(kind: PhraseSpan[KindReading], words: Sequence[Word]) -> bool:
    """Whether a kind that is a small word as well stands where only goods make sense: "miến nào
    ngon" without its marks, or "cua" and nothing else."""
    typed = words[kind.start].marks.folded
    if kind.length > 1 or kind.penalty or typed not in _GOODS_TOO:
        return False
    before = [word.marks.folded for word in words[: kind.start]]
    behind = [word.marks.folded for word in words[kind.end :]]
    alone = not behind and (bool(before) or typed in _GOODS_ALONE)
    whether = typed in _GOODS_ALONE and bool(before) and behind == ["khong"]
    asked = alone or whether or behind[:1] == ["nao"]
    return asked and before in ([], ["mua"], ["co"], ["ban"])


def are_joined(between: Sequence[Word]) -> bool:
    """Whether "và", "or", "trừ" or a comma stands between two kinds: then each stands alone."""
    return any(word.follows_break or word.marks.folded in _JOINING for word in between)


def _belongs_to(
    kind: PhraseSpan[KindReading], place: PhraseSpan[PlaceReading], words: Sequence[Word]
) -> bool:
    """Whether a kind was read into a place: the gạo of Chợ Gạo is no rice."""
    return (
        _is_inside(kind, place.start, place.end)
        # "quà Vũng Tàu" holds no "quả vừng"
        or (kind.penalty > place.penalty and kind.start < place.end and place.start < kind.end)
        or _begins_before(kind, words, place.start, place.end)
        # "tra ba che voi quy hoa" compares with Ba Chẽ's, it asks for no "chè vối"
        or place.start < kind.start < place.end < kind.end
    )


def _is_a_measure(kind: PhraseSpan[KindReading], words: Sequence[Word]) -> bool:
    """Whether a word tells how strong something is: "40 do dam" is about no vinegar ("dấm")."""
    before = words[kind.start - 1].marks.folded if kind.start else ""
    return kind.length == 1 and before == "do" and words[kind.start].marks.folded == "dam"


def _is_a_taste(kind: PhraseSpan[KindReading], words: Sequence[Word]) -> bool:
    """Whether a word without marks tells how things taste: "bò khô cay" is about no crab (cáy)."""
    if kind.length > 1 or words[kind.start].text != "cay":
        return False
    return not kind.start or words[kind.start - 1].marks.folded not in _BEFORE_CRABS


def _is_cut_by_a_place(
    kind: PhraseSpan[KindReading], places: Sequence[PhraseSpan[PlaceReading]], kinds: Kinds
) -> bool:
    """Whether a place typed as it is written begins inside a kind, and what is left of that is a
    kind by itself: "rượu Cần Thơ" is no rượu cần."""
    return any(
        kind.start < place.start < kind.end < place.end
        and not place.penalty
        and any((other.start, other.end) == (kind.start, place.start) for other in kinds)
        # In "mang tay ninh thuan" another place begins behind the kind
        and not any(
            (other.start, other.penalty) == (kind.end, 0.0) and other.end > place.end
            for other in places
        )
        for place in places
    )


def _begins_before(
    kind: PhraseSpan[KindReading], words: Sequence[Word], start: int, end: int
) -> bool:
    """Whether a kind took the preposition before a place: "o Long An" typed without marks is no
    oolong, "tinh Nghe An" no "tinh nghệ", "hàng của Cà Mau" no crab of Cà Mau; or the word for
    things: "đồ Đồng Nai" is no bronze, and no beans (đỗ) without marks."""
    if kind.start + 1 != start:
        return False
    if words[kind.start].text in _THINGS:
        return kind.end < end
    before = words[kind.start - 1].marks.folded if kind.start else ""
    match words[kind.start].marks.folded:
        case "o" | "tinh":
            return kind.end < end
        case "cua":
            return kind.end <= end and before in _GOODS
        case _:
            return False


def _is_inside(kind: PhraseSpan[KindReading], start: int, end: int) -> bool:
    return start <= kind.start and kind.end <= end and kind.length < end - start


_THINGS = frozenset(("đồ", "do"))
"""The word for things, as it is typed."""
_GOODS = frozenset(("pham", "san", "hang", "do", "mon", "qua", "ocop", "sao"))
"""Last words of "sản phẩm", "đặc sản", "5 sao" ... behind which "cua" is a preposition."""
_UNITS = frozenset(("tinh", "huyen", "quan", "thi", "pho", "tp"))
"""Folded words before the name of a province or district."""
_DENYING = frozenset(("khong", "chang", "no", "not", "non", "without", "zero"))
"""Folded words before what is not wanted."""
_ASKING_WHETHER = frozenset(("khong", "hong", "hem"))
_JOINING = frozenset(
    (
        *("va", "hoac", "hay", "voi", "cung", "and", "or", "with"),
        *("tru", "ngoai", "phai", "except", "besides", "not"),
    )
)
"""Folded words between two kinds that are both meant, or one of them not."""


def _is_whole_noun(
    span: PhraseSpan[KindReading], words: Sequence[Word], kinds: Sequence[PhraseSpan[KindReading]]
) -> bool:
    """Whether a kind of one Vietnamese syllable stands by itself: behind another kind it is part of
    a brand ("nước mắm Lê Gia" names neither pears nor bean sprouts)."""
    if span.length > 1 or span.meaning.language == "en":
        return True
    if not words[span.start].marks.is_marked and _leads_to_another(span, words, kinds):
        return False
    if span.penalty or words[span.start].follows_break or _is_asked_within(span, words):
        return not span.penalty
    return not any(
        other.length > 1
        and other.meaning.key != PRESENTS
        and other.end <= span.start <= other.end + LONGEST_BRAND
        and not are_joined(words[other.end : span.start])
        for other in kinds
    )


def _is_asked_within(span: PhraseSpan[KindReading], words: Sequence[Word]) -> bool:
    """Whether it is asked if what was named has it in it: "bánh tráng có tôm không"."""
    if not span.start or words[span.start - 1].marks.folded != "co" or span.end >= len(words):
        return False
    return words[span.end].marks.folded in _ASKING_WHETHER


def _leads_to_another(
    span: PhraseSpan[KindReading], words: Sequence[Word], kinds: Sequence[PhraseSpan[KindReading]]
) -> bool:
    """Whether a syllable without marks stands right before a longer kind: "do tho cam" is cloth,
    but "rau hữu cơ" vegetables."""
    typed = words[span.start].origin == "typed"
    return any(
        other.start == span.end and other.length > 1 and not words[other.start].follows_break
        for other in kinds
        if not (typed and other.meaning.key == QUALITY)
    )


def is_denied(kind: PhraseSpan[KindReading], words: Sequence[Word]) -> bool:
    """Whether the word before a kind says that there is none of it: "không đường", "no sugar"."""
    if not kind.start or words[kind.start].follows_break:
        return False
    return words[kind.start - 1].marks.folded in _DENYING


def _is_a_place_too(
    kind: PhraseSpan[KindReading],
    places: Sequence[PhraseSpan[PlaceReading]],
    words: Sequence[Word],
    kinds: Kinds,
) -> bool:
    """Whether the very words of a kind, without marks or behind the word for one, are a province or
    district, or behind another kind any place: "con dao", "quận Thốt Nốt", "dau tram lang co"."""
    names = [
        place.meaning.key
        for place in places
        if (place.start, place.end) == (kind.start, kind.end) and place.penalty <= kind.penalty
    ]
    if not names or not (
        any(key.startswith((*PROVINCES, "district:")) for key in names)
        or any(other.end == kind.start and other.length > 1 for other in kinds)
    ):
        return False
    unit = words[kind.start - 1].marks.folded if kind.start else ""
    return unit in _UNITS or not any(word.marks.is_marked for word in words[kind.start : kind.end])


def _cuts_a_kind(
    place: PhraseSpan[PlaceReading],
    places: Sequence[PhraseSpan[PlaceReading]],
    kinds: Sequence[PhraseSpan[KindReading]],
) -> bool:
    """Whether a place was read half into a kind and half into another place: the "tay ninh" of
    "mang tay ninh thuan"."""
    return any(
        kind.start < place.start < kind.end < place.end
        and any(
            other.start == kind.end
            and other.length > 1
            and not other.penalty
            and other.start < place.end < other.end
            for other in places
        )
        for kind in kinds
    )


def _takes_the_first_word(cue: PhraseSpan[Cue], kind: PhraseSpan[KindReading]) -> bool:
    return cue.length > 1 and cue.start < kind.start < cue.end < kind.end


def _ends_in_a_cue(
    kind: PhraseSpan[KindReading],
    cues: Sequence[PhraseSpan[Cue]],
    kinds: Sequence[PhraseSpan[KindReading]],
) -> bool:
    """Whether the last word of a kind begins a longer cue, and what is left is a kind by itself:
    "tra lam qua" is tea for a present, no "chè lam"."""
    return any(
        kind.start < cue.start < kind.end < cue.end
        and any(other.start == kind.start and other.end == cue.start for other in kinds)
        for cue in cues
    )
