"""First half of the reading: everything that can be spotted in an utterance, nothing decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from knowledge.text.letters import fold
from knowledge.text.tokens import Token
from knowledge.understanding.asked.counting import with_at_least
from knowledge.understanding.asked.cues_read import cues_read, is_sure, most_telling
from knowledge.understanding.asked.places_beside_cues import outside_talk
from knowledge.understanding.drafts.drafts import DOUBTFUL, TELLING, Draft
from knowledge.understanding.kinds.standing_kinds import (
    begins_within_a_kind,
    is_all_but_a_place,
    is_asked_for_alone,
    is_denied,
    is_within_a_kind,
)
from knowledge.understanding.places.place_phrases import PROVINCES
from knowledge.understanding.places.places import Gazetteer, PlaceSpan
from knowledge.understanding.spotting.brands import brand_words, is_title, words_before_kinds
from knowledge.understanding.spotting.foreign import foreign_read
from knowledge.understanding.spotting.persons import persons_named
from knowledge.understanding.spotting.phrases_found import PhrasesFound, phrases_found
from knowledge.understanding.spotting.surroundings import (
    Surroundings,
    around_the_writer,
    surroundings,
)
from knowledge.understanding.spotting.typed import Typed, typed
from knowledge.understanding.vocabulary import senses
from knowledge.understanding.vocabulary.phrases import PhraseSpan, longest_first
from knowledge.understanding.vocabulary.vocabularies import Cue, KindReading, Vocabularies
from knowledge.understanding.words.lexicon import Word
from knowledge.understanding.words.numerals import stars_in

_AMOUNT = re.compile(r"\d+(?:kg|g|gr|gram|ml|l|lit|k|tr)?")


def spot(
    text: str,
    tokens: list[Token],
    vocabularies: Vocabularies,
    gazetteer: Gazetteer,
) -> Draft:
    """Read the words of a text, from its tokens, and find all phrases in them."""
    utterance = typed(text, tokens, vocabularies.lexicon)
    words, writes_marks = utterance.words, utterance.writes_marks
    found = phrases_found(utterance, vocabularies)
    names_of_places = found.names_of_places
    no_goods = utterance.of_dates | utterance.of_degree | utterance.of_pack
    around = around_the_writer(found.resolved, words, found.kinds, names_of_places)
    persons = persons_named(found, words, tokens)
    if persons:
        around = around.joined(Surroundings(persons, is_bound=False))
    if around.words:
        # Nothing is asked by a name: the "Thomas" under a letter is no pineapple
        no_goods |= around.words
        found.leave_out(around)
    found.take_kinds_from_cues()
    capitalised = {place for place, word in enumerate(words) if tokens[word.token].is_capitalised}
    brand = brand_words(words, found.kinds, found.resolved, vocabularies, capitalised=capitalised)
    found.take_kinds_from_brand(brand)
    sure = no_goods.union(*[range(cue.start, cue.end) for cue in found.resolved if is_sure(cue)])
    soft = sure - brand
    doubtful = _doubtful(found.resolved, sure | brand)
    places = gazetteer.spot(words, outside_talk(found.places, found.resolved), found.resolved)
    if places and found.kinds:
        places = [span for span in places if not _is_slip_in_a_kind(span, found.kinds, words)]
    placed = _placed(places, found.resolved)
    around = around.joined(surroundings(words, places, found.kinds, found.asides, found.resolved))
    asides = with_at_least(around.asides(found.asides), words)
    if around.words:
        # "khách sạn Novotel gần chợ" asks for no tourism, and is in no name of ours
        found.leave_out(around)
        places = around.places_left(places)
    soft |= around.words
    resolved, kinds = found.resolved, found.kinds
    # "near my hotel in Hội An" asks for no hotel
    topics = vocabularies.foreign.find(words, writes_marks=writes_marks, slips=False)
    if topics and kinds:
        topics = [
            each
            for each in topics
            if not is_within_a_kind(each.start, each.end, kinds)
            and not begins_within_a_kind(each.start, each.end, kinds)
        ]
    foreign = foreign_read(
        around.without(topics),
        words,
        resolved,
        names_of_places,
        places,
    )
    named = {word.token for span in names_of_places for word in words[span.start : span.end]}
    # Behind "công ty" a kind is a part of the maker's name
    of_org = any(span.meaning.sense == senses.ORG for span in resolved)
    return Draft(
        text=text,
        tokens=tokens,
        words=_looked_for(utterance, found, around.words),
        writes_marks=writes_marks,
        cues=found.cues,
        resolved=resolved,
        asides=(
            most_telling(cues_read(asides, words, names_of_places, kinds)) if asides else asides
        ),
        places=places,
        kinds=_kinds_left(found, words, soft),
        denied=longest_first(kind for kind in found.kinds_found if is_denied(kind, words)),
        foreign=foreign,
        soft=soft,
        weak=frozenset(span.start for span in resolved if _is_weak(span)),
        brand=frozenset(brand),
        titles=frozenset(
            span.start for span in resolved if span.length == 1 and is_title(words[span.start])
        ),
        doubtful=doubtful,
        everyday=frozenset(
            place
            for place, word in enumerate(words)
            if place not in brand and _is_everyday(word, vocabularies, writes_marks)
        ),
        introducing=frozenset(
            () if of_org else words_before_kinds(words, kinds, soft | placed | brand)
        ),
        placed=placed,
        carries=around.carries,
        stays=_stays(resolved),
        stars=stars_in(text, named),
        period=utterance.period,
        years=utterance.years,
        spends=utterance.spends,
    )


def _doubtful(cues: Iterable[PhraseSpan[Cue]], taken: AbstractSet[int]) -> frozenset[int]:
    """Words that are cues only if they were mistyped, and nothing else."""
    return frozenset(
        word
        for cue in cues
        if not is_sure(cue)
        for word in range(cue.start, cue.end)
        if word not in taken
    )


def _is_slip_in_a_kind(
    place: PlaceSpan, kinds: Iterable[PhraseSpan[KindReading]], words: Sequence[Word]
) -> bool:
    """Whether a small place was read with a slip in a word that is a kind as it stands: the "con
    gao" of "con gao khac khong" is not Côn Đảo. A province that people slip in is one all the
    same: "soc tranh"."""
    if place.penalty < DOUBTFUL or place.places[0].key.startswith(PROVINCES):
        return False
    name = fold(place.places[0].name).split()
    return any(
        place.start <= kind.start
        and kind.end <= place.end
        and not kind.penalty
        and any(words[at].marks.folded not in name for at in range(kind.start, kind.end))
        for kind in kinds
    )


def _placed(places: Iterable[PlaceSpan], cues: Sequence[PhraseSpan[Cue]]) -> frozenset[int]:
    """Words of places that a preposition introduces, and the preposition: the "o" of "rượu ở Tiền
    Giang" is no part of "Rượu Ô Lâu"."""
    return frozenset(
        place
        for span in places
        if span.located
        for place in range(_introduced_from(span.start, cues), span.end)
    )


def _looked_for(typed: Typed, found: PhrasesFound, around: frozenset[int]) -> list[Word]:
    """The words, those without readings that are in no name.

    The 3 of "xoài 3 sao" is in no "xoài 3 màu", the "nhất" of "nhiều trà nhất" in no name, and the
    "tỉnh" of "nước mắm tỉnh nào" not in Tĩnh Gia.
    """
    of_stars = [
        range(cue.start, cue.end - 1) for cue in found.resolved if cue.meaning.sense == senses.STARS
    ]
    unnamed = typed.of_degree.union(found.of_origin, around, *of_stars)
    unnamed = unnamed.difference(*[range(kind.start, kind.end) for kind in found.kinds])
    if not unnamed:
        return typed.words
    return [
        replace(word, readings=()) if place in unnamed else word
        for place, word in enumerate(typed.words)
    ]


def _kinds_left(
    found: PhrasesFound, words: Sequence[Word], soft: frozenset[int]
) -> list[PhraseSpan[KindReading]]:
    """The kinds of which talk has not all words: "oi" of "shop ơi" is no guava."""
    empty = {
        cue.start for cue in found.resolved if cue.length == 1 and cue.meaning.sense in senses.EMPTY
    }
    return longest_first(
        span
        for span in found.kinds
        if not soft.issuperset(range(span.start, span.end))
        or (span.start in empty and is_all_but_a_place(span, found.names_of_places, words))
        or is_asked_for_alone(span, words)
    )


def _stays(cues: Iterable[PhraseSpan[Cue]]) -> frozenset[int]:
    """First words of places where the asker is; the last word before one may be a part of its name:
    "công tác ngoài Bắc"."""
    return frozenset(
        start
        for span in cues
        if span.meaning.sense == senses.STAY
        for start in (span.end, span.end - 1)
    )


def _is_weak(cue: PhraseSpan[Cue]) -> bool:
    """Whether a cue means hardly anything alone and is written with other marks."""
    empty = cue.meaning.sense in senses.EMPTY or cue.meaning.weight < TELLING
    return cue.length == 1 and bool(cue.penalty) and empty


def _is_everyday(word: Word, vocabularies: Vocabularies, writes_marks: bool) -> bool:
    written = vocabularies.everyday.get(word.marks.folded)
    if written is None:
        # An unknown word one slip from one of everyday language; amounts tell nothing alone
        meant = [vocabularies.table.words[number] for number, _ in word.readings]
        return bool(_AMOUNT.fullmatch(word.text)) or (
            word.origin == "unknown"
            and bool(meant)
            and all(text in vocabularies.everyday for text in meant)
        )
    if word.origin == "split":
        return False
    return word.marks in written or (not word.marks.is_marked and not writes_marks)


def _introduced_from(start: int, cues: Sequence[PhraseSpan[Cue]]) -> int:
    """First word of the preposition and unit word before a place."""
    for cue in reversed(cues):
        if cue.end == start and cue.meaning.sense in senses.INTRODUCING:
            start = cue.start
    return start
