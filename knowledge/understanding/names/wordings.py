"""What to look for in names: the words as typed, and other words for the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.search.judgement import Query, QueryWord
from knowledge.search.names import NameIndex
from knowledge.text.letters import marks_of
from knowledge.text.syllables import is_syllable
from knowledge.understanding.drafts.drafts import Draft, Piece
from knowledge.understanding.spotting.brands import is_within_content
from knowledge.understanding.vocabulary.phrases import PhraseSpan, longest_first
from knowledge.understanding.vocabulary.vocabularies import Vocabularies
from knowledge.understanding.words.lexicon import Word

SHORT_UNKNOWN = 0.3
"""Weight of an unknown word of one or two letters: noise, no brand."""
LETTER = 0.4
"""Weight of a single letter: rare in names, but no brand."""
OF_PLACE = 0.5
"""Weight of a word of a place's name: "bánh dừa nướng Quý Thu Hội An" adds where it is from."""
EVERYDAY = 0.15
"""Weight of an unexplained word of everyday language."""
BESIDE = 2.0
"""How much more it counts right behind content, where brands stand ("bánh tráng Thu Hạnh")."""
EVERYDAY_UNMARKED = 0.35
"""The same from somebody who types no marks: "ngu" may be "ngủ", or the brand Nam Ngư."""
INTRODUCING = 0.35
"""Weight of a word before a kind: "rao gạo J02" is talk about Gạo J02."""
DOUBTFUL_CUE = 0.35
"""Weight of a word that may be a mistyped cue."""
REWORDED = 0.95
"""Likeness of a word put in for another that means the same."""
OF_A_REWORDING = 0.6
"""What it costs to leave out a word of it: "tiêu" stands for pepper as well as "hạt tiêu"."""
SHORTEST_WHOLE = 3
"""Letters from which a known word is no piece of another."""
_VOWELS = frozenset("aeiouy")
MOST_PENALTY = 0.5
"""Phrases read with more liberty than this are not reworded."""

Rewording = PhraseSpan[tuple[str, ...]]


class Wordings:
    """Makes the queries for one utterance."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies

    def queries(self, draft: Draft, index: NameIndex, *, thorough: bool) -> Iterator[Query]:
        """The utterance as typed; then with English kinds in Vietnamese and other words for the
        same thing; then, if ``thorough``, with Vietnamese kinds in English, for names known only
        from English pages, and with words taken apart anew.

        Made one by one: a good find ends the search.
        """
        yield _query(self._phrased(0, draft), draft, index)
        for way in range(1, 4 if thorough else 2):
            pieces = self._phrased(way, draft)
            if pieces:
                yield _query(pieces, draft, index)

    def _phrased(self, way: int, draft: Draft) -> list[Piece]:
        """The words in one of the four ways, asked for in order; none where it changes nothing."""
        made = draft.phrasings
        if way == len(made):
            if way == 0:
                made.append([Piece(word, (place,)) for place, word in enumerate(draft.words)])
            else:
                reword = (self._in_vietnamese, self._in_english, self._respaced)[way - 1]
                spans = reword(draft)
                made.append(self._reworded(made[0], spans) if spans else [])
        return made[way]

    def _respaced(self, draft: Draft) -> list[Rewording]:
        """Stretches of content taken apart anew as if no space had been typed ("r au ng ót"), where
        that gives other words than the spaces do."""
        spans: list[Rewording] = []
        start = 0
        for end in range(len(draft.words) + 1):
            apart = end == len(draft.words) or end in draft.soft or end in draft.placed
            if not apart:
                continue
            stretch = draft.words[start:end]
            if end - start > 1 and _holds_pieces(stretch):
                typed = [word.text for word in stretch]
                pieces = self._vocabularies.lexicon.pieces.split("".join(typed))
                if pieces and pieces != typed and len(pieces) <= len(typed):
                    spans.append(PhraseSpan(start, end, tuple(pieces), 0.0))
            start = end + 1
        return spans

    def _in_vietnamese(self, draft: Draft) -> list[Rewording]:
        spans = self._kinds_as("vi", draft)
        spans += self._vocabularies.rewordings.find(
            draft.words, writes_marks=draft.writes_marks, slips=False
        )
        return longest_first(
            span
            for span in spans
            if span.penalty < MOST_PENALTY
            and draft.brand.isdisjoint(range(span.start, span.end))
            # "sản phẩm" asks, it is no cassava
            and not draft.soft.issuperset(range(span.start, span.end))
        )

    def _in_english(self, draft: Draft) -> list[Rewording]:
        ends = {kind.end for kind in draft.kinds}
        # Right behind a kind stands its brand: the lotus of "hạt điều Hoa Sen Việt" is none
        return longest_first(span for span in self._kinds_as("en", draft) if span.start not in ends)

    def _kinds_as(self, language: str, draft: Draft) -> list[Rewording]:
        names = self._vocabularies.kind_names[language]
        return [
            PhraseSpan(span.start, span.end, names[span.meaning.key], span.penalty)
            for span in draft.kinds
            if span.meaning.language != language and names.get(span.meaning.key)
        ]

    def _reworded(self, typed: Sequence[Piece], spans: Sequence[Rewording]) -> list[Piece]:
        starts: dict[int, Rewording] = {}
        for span in spans:
            starts.setdefault(span.start, span)
        pieces: list[Piece] = []
        place = 0
        while place < len(typed):
            span_here = starts.get(place)
            if span_here is None:
                pieces.append(typed[place])
                place += 1
                continue
            sources = tuple(range(span_here.start, span_here.end))
            follows_break = typed[place].word.follows_break
            for text in span_here.meaning:
                pieces.append(Piece(self._put_in(text, place, follows_break), sources, True))
                follows_break = False
            place = span_here.end
        return pieces

    def _put_in(self, text: str, token: int, follows_break: bool) -> Word:
        # Without marks: the person wrote other words, so marks can tell nothing
        folded = marks_of(text).folded
        number = self._vocabularies.table.ids.get(folded)
        readings = ((number, REWORDED),) if number is not None else ()
        return Word(folded, marks_of(folded), readings, token, "reworded", follows_break)


def _holds_pieces(stretch: Sequence[Word]) -> bool:
    """Whether a space may have fallen into a word of a stretch: one is no word, a letter or the end
    of a syllable, or two short ones stand side by side."""
    follows_short = False
    for word in stretch:
        letters = word.marks.folded
        is_short = len(letters) < SHORTEST_WHOLE or word.origin == "short"
        if not word.is_known or len(letters) == 1 or (is_short and letters[0] in _VOWELS):
            return True
        if is_short and follows_short:
            return True
        follows_short = is_short
    return False


def weight_of(word: Word, index: NameIndex) -> float:
    """How telling a typed word is among the names of an index; never 0."""
    weights, known = index.weights, 0.0
    for number, likeness in word.readings:
        weight = weights.get(number, 0.0) * likeness
        known = weight if weight > known else known
    if known:
        return known * (LETTER if len(word.text) <= 2 and _is_initial(word.text) else 1.0)
    noise = len(word.text) <= 2 and not word.readings
    return index.unknown_weight * (SHORT_UNKNOWN if noise else 1.0)


def _is_initial(text: str) -> bool:
    """Whether a word of one letter or two is a letter or an abbreviation, as in "TH"."""
    return len(text) == 1 or (text.isalpha() and not is_syllable(text))


def importance(place: int, draft: Draft) -> float:
    """How much it matters that a typed word is explained, 0 to 1."""
    if place in draft.everyday:
        beside = place > 0 and place - 1 not in draft.soft and place - 1 not in draft.everyday
        weight = EVERYDAY if draft.writes_marks else EVERYDAY_UNMARKED
        return weight * BESIDE if beside else weight
    if place in draft.doubtful:
        return DOUBTFUL_CUE
    if place in draft.introducing:
        return INTRODUCING
    return OF_PLACE if any(span.start <= place < span.end for span in draft.places) else 1.0


def _query(pieces: Sequence[Piece], draft: Draft, index: NameIndex) -> Query:
    query: list[QueryWord] = []
    chunk = 0
    for piece in pieces:
        word, sources, reworded = piece.word, piece.sources, piece.reworded
        place = sources[0]
        soft = place in draft.soft and not reworded
        placed = place in draft.placed
        talk = soft or (place in draft.doubtful and not reworded)
        apart = placed or (talk and not is_within_content(place, draft))
        if apart or word.follows_break:
            chunk += 1
        if placed:
            query.append(QueryWord(word.text, word.marks, (), 0.0, chunk, True, sources))
            continue
        weight = 0.0
        if not soft:
            weight = weight_of(word, index)
            weight *= OF_A_REWORDING if reworded else importance(place, draft)
        query.append(QueryWord(word.text, word.marks, word.readings, weight, chunk, soft, sources))
    changed = [piece.sources for piece in pieces if piece.reworded]
    return Query(query, draft.writes_marks, frozenset().union(*changed))
