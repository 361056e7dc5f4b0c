"""First half of the reading: everything that can be spotted in an utterance, nothing decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.text.tokens import Token
from knowledge.understanding.asked.counting import with_at_least
from knowledge.understanding.asked.cues_read import (
    asking_origin,
    cues_read,
    is_slip_of_a_place,
    is_sure,
    outside_talk,
    told_aside,
    undivided,
)
from knowledge.understanding.drafts.drafts import DOUBTFUL, TELLING, Draft, resolve
from knowledge.understanding.kinds.standing_kinds import (
    is_all_but_a_place,
    is_asked_for_alone,
    is_denied,
    not_cut,
    outside_cues,
    slipped,
    standing,
)
from knowledge.understanding.places.places import READY, Gazetteer
from knowledge.understanding.spotting.brands import brand_words, is_title, words_before_kinds
from knowledge.understanding.spotting.foreign import foreign_read
from knowledge.understanding.spotting.surroundings import around_the_writer, surroundings
from knowledge.understanding.vocabulary import senses
from knowledge.understanding.vocabulary.phrases import PhraseSpan, longest_first
from knowledge.understanding.vocabulary.vocabularies import (
    Cue,
    Vocabularies,
)
from knowledge.understanding.words.lexicon import Word
from knowledge.understanding.words.numerals import dated, period_in, stars_in, superlatives
from knowledge.understanding.words.utterance import read_words

_AMOUNT = re.compile(r"\d+(?:kg|g|gr|gram|ml|l|lit|k|tr)?")
MARKS_WRITER = 0.4
"""From this share of marked words on, a person is taken to write marks where they belong."""


def spot(
    text: str,
    tokens: list[Token],
    vocabularies: Vocabularies,
    gazetteer: Gazetteer,
) -> Draft:
    """Read the words of a text, from its tokens, and find all phrases in them."""
    words = read_words(tokens, vocabularies.lexicon)
    writes_marks = _writes_marks(tokens, words)
    period = period_in(text)
    folded = [word.marks.folded for word in words]
    # "nam 2025" tells the year, it asks for no "nấm"
    of_dates = dated(folded) if period else frozenset()
    # Who writes marks means Japan by "nhật"
    of_degree = superlatives(["" if word.text == "nhật" else word.marks.folded for word in words])
    no_goods = of_dates | of_degree
    asides, cues_found = told_aside(vocabularies.cues.find(words, writes_marks=writes_marks))
    places_found = undivided(
        vocabularies.places.find(words, writes_marks=writes_marks), cues_found, words
    )
    of_origin = asking_origin(cues_found)
    # "trong nam 2025" is in the year, not in the South; "tinh gi" is no Tĩnh Gia
    places_found = [
        span
        for span in places_found
        if of_dates.isdisjoint(range(span.start, span.end))
        and not (span.penalty >= DOUBTFUL and of_origin.issuperset(range(span.start, span.end)))
    ]
    names_of_places = [
        span
        for span in places_found
        if span.length > 1 and span.meaning.weight >= READY and span.penalty < DOUBTFUL
    ]
    kinds_found = [
        kind
        for kind in vocabularies.kinds.find(words, writes_marks=writes_marks, slips=False)
        if no_goods.isdisjoint(range(kind.start, kind.end))
    ]
    kinds = standing(kinds_found, words, names_of_places)
    places_found = not_cut(places_found, kinds)
    if names_of_places and not kinds:
        # Beside a place a kind is likely, and worth a look for slips: "mật on ở Hà Nam"
        kinds = slipped(vocabularies.kinds, words, names_of_places, writes_marks=writes_marks)
    slipped_places = [
        span
        for span in places_found
        if span.length > 1 and span.meaning.weight >= READY and span.penalty >= DOUBTFUL
    ]
    cues = cues_read(
        [cue for cue in cues_found if not is_slip_of_a_place(cue, slipped_places)],
        words,
        names_of_places,
        kinds,
    )
    resolved = resolve(cues)
    around = around_the_writer(resolved, words, kinds, names_of_places)
    if around.words:
        # Nothing is asked by a name: the "Thomas" under a letter is no pineapple
        no_goods |= around.words
        resolved, cues = around.without(resolved), around.without(cues)
        kinds, places_found = around.without(kinds), around.without(places_found)
    kinds = outside_cues(kinds, resolved)
    capitalised = {place for place, word in enumerate(words) if tokens[word.token].is_capitalised}
    brand = brand_words(words, kinds, resolved, vocabularies, capitalised=capitalised)
    kinds = [span for span in kinds if brand.isdisjoint(range(span.start, span.end))]
    sure = no_goods.union(*[range(cue.start, cue.end) for cue in resolved if is_sure(cue)])
    soft = sure - brand
    doubtful = frozenset(
        word
        for cue in resolved
        if not is_sure(cue)
        for word in range(cue.start, cue.end)
        if word not in sure and word not in brand
    )
    places = gazetteer.spot(words, outside_talk(places_found, resolved), resolved)
    placed = frozenset(
        place
        for span in places
        if span.located
        # The preposition too: the "o" of "rượu ở Tiền Giang" is no part of "Rượu Ô Lâu"
        for place in range(_introduced_from(span.start, resolved), span.end)
    )
    around = around.joined(surroundings(words, places, kinds, asides, resolved))
    asides = with_at_least(around.asides(asides), words)
    if around.words:
        # "khách sạn Novotel gần chợ" asks for no tourism, and is in no name of ours
        resolved, cues = around.without(resolved), around.without(cues)
        kinds, places = around.without(kinds), around.places_left(places)
    soft |= around.words
    foreign = foreign_read(
        vocabularies.foreign.find(words, writes_marks=writes_marks, slips=False),
        words,
        resolved,
        names_of_places,
        places,
    )
    named = {word.token for span in names_of_places for word in words[span.start : span.end]}
    empty = {cue.start for cue in resolved if cue.length == 1 and cue.meaning.sense in senses.EMPTY}
    # The 3 of "xoài 3 sao" is in no "xoài 3 màu", the "nhất" of "nhiều trà nhất" in no name, and
    # the "tỉnh" of "nước mắm tỉnh nào" not in Tĩnh Gia
    unnamed = of_degree.union(
        of_origin,
        around.words,
        *[range(cue.start, cue.end - 1) for cue in resolved if cue.meaning.sense == senses.STARS],
    ).difference(*[range(kind.start, kind.end) for kind in kinds])
    # Behind "công ty" a kind is a part of the maker's name
    of_org = any(span.meaning.sense == senses.ORG for span in resolved)
    return Draft(
        text=text,
        tokens=tokens,
        words=[
            word._replace(readings=()) if place in unnamed else word
            for place, word in enumerate(words)
        ]
        if unnamed
        else words,
        writes_marks=writes_marks,
        cues=cues,
        resolved=resolved,
        asides=cues_read(asides, words, names_of_places, kinds) if asides else asides,
        places=places,
        kinds=longest_first(
            span
            for span in kinds
            # "oi" of "shop ơi" is no guava
            if not soft.issuperset(range(span.start, span.end))
            or (span.start in empty and is_all_but_a_place(span, names_of_places, words))
            or is_asked_for_alone(span, words)
        ),
        denied=longest_first(kind for kind in kinds_found if is_denied(kind, words)),
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
        # "công tác ngoài Bắc": the last word before a place may be a part of its name
        carries=around.carries,
        stays=frozenset(
            start
            for span in resolved
            if span.meaning.sense == senses.STAY
            for start in (span.end, span.end - 1)
        ),
        stars=stars_in(text, named),
        period=period,
    )


def _writes_marks(tokens: Sequence[Token], words: Sequence[Word]) -> bool:
    """Whether a person writes marks where they belong.

    Of the tokens, not the words: the marks of a short form written out are ours.
    """
    marked = sum(token.marks.is_marked for token in tokens)
    marked += sum(word.origin in {"telex", "vni"} for word in words)
    return marked >= max(1, MARKS_WRITER * len(tokens))


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
