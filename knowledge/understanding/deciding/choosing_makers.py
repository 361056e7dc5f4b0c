"""Whether a maker's name was meant, or the places and kinds that its words are too."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from knowledge.search.judgement import Verdict
from knowledge.understanding.deciding.rivals import Rivals
from knowledge.understanding.deciding.taken_words import talk_slipped
from knowledge.understanding.drafts.certainty import EXACT, NEARLY_WHOLE, is_whole
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.question import Certainty
from knowledge.understanding.spotting.brands import ends_name
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import CATEGORY, ORG, ORG_HINT
from knowledge.understanding.vocabulary.vocabularies import KindReading


def of_a_producer(rivals: Rivals, producer: Verdict) -> Decision:
    """Choose where a producer's name can be meant."""
    draft, structure = rivals.draft, rivals.structure
    named = replace(rivals.named, kinds=structure.kinds)
    if not rivals.has_structure:
        return named
    explained = covered(structure.places, structure.kinds)
    talk = draft.soft | talk_slipped(producer, draft)
    of_structure = explained.issuperset(producer.positions - talk)
    # "coop" may be a slip in ocop
    of_org = _tells_of_a_maker(rivals, producer) or (
        ORG_HINT in rivals.senses and is_whole(producer)
    )
    # "hàng của bên Hương Sen" asks for no lotus
    whole_enough = producer.explained >= EXACT and producer.covered >= NEARLY_WHOLE
    of_org = of_org or (whole_enough and draft.is_behind(producer.positions, ORG_HINT))
    # "cơ sở bánh pía Sóc Trăng" is any, though one is called by its kind and somebody's name
    # "tea cooperative in Hà Giang" is any too, though names of English makers end so
    told = producer.positions - talk
    of_kind = _are_kinds(told, structure.kinds, "en") and not _are_kinds(
        told, structure.kinds, "vi"
    )
    half = producer.covered < NEARLY_WHOLE and (of_kind or not ends_name(producer, draft))
    half = half and bool(structure.kinds)
    called_so = producer.explained >= EXACT and ends_name(producer, draft)
    called_so = called_so and draft.is_behind(producer.positions, ORG)
    named_as_one = of_org and (
        is_whole(producer)
        # "hàng của HTX Trà Hương" asks for no incense (hương) beside the tea
        or (called_so and _are_two_kinds(told, structure.kinds))
        or not (rivals.asks_many or half)
        or (draft.is_behind(producer.positions, ORG) and _beats(producer, structure.places))
    )
    # "5 sao ở tỉnh Lào Cai": a few words of a company's name that are a place's as well
    surely_place = producer.covered < NEARLY_WHOLE or any(span.located for span in structure.places)
    if of_structure and not named_as_one and (surely_place or not rivals.asks_one):
        return structure
    sure = named.certainty is Certainty.CLEAR and not named.left_over
    return named if ORG in rivals.senses or sure else structure


def _are_kinds(
    words: AbstractSet[int], kinds: Sequence[PhraseSpan[KindReading]], language: str
) -> bool:
    """Whether some words are all of kinds, as they are called in a language."""
    so_called = [kind for kind in kinds if kind.meaning.language == language]
    return words <= covered((), so_called)


def _tells_of_a_maker(rivals: Rivals, producer: Verdict) -> bool:
    """Whether a word for a maker tells of one: "đồ làng nghề" are goods, unless a name stands
    behind it."""
    if ORG not in rivals.senses:
        return False
    cues = rivals.draft.resolved
    of_groups = {(cue.start, cue.end) for cue in cues if cue.meaning.sense.startswith(CATEGORY)}
    return rivals.draft.is_behind(producer.positions, ORG) or any(
        cue.meaning.sense == ORG and (cue.start, cue.end) not in of_groups for cue in cues
    )


def _are_two_kinds(words: AbstractSet[int], kinds: Sequence[PhraseSpan[KindReading]]) -> bool:
    """Whether two words are read as a kind each: side by side they are a name."""
    single = {kind.start for kind in kinds if kind.length == 1 and kind.start in words}
    return len(words) > 1 and words == single


def _beats(named: Verdict, places: Sequence[PlaceSpan]) -> bool:
    """Whether a name explains more than the places in it: it has more words, as "các sản phẩm của
    công ty Lâm Ngọc Hội" is not about Ngọc Hồi, or needs no slip, as "công ty Liên Giang" is not
    from Tiền Giang."""
    of_places = covered([span for span in places if not span.penalty], ())
    if not of_places:
        return bool(places) and named.explained >= EXACT
    return of_places < named.positions
