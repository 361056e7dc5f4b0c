"""Slips in the words around what is asked about: "mau mật ong ở đâu", "trà này iá nhiêu".

A slip that makes another word, or strikes a word of two letters, tells nothing by itself; its
neighbours do. A word that nothing explains may be meant as the word of talk one letter away that
stands beside such neighbours in the ways to ask. What was meant is put in for it, as another way to
read the utterance; whichever explains more is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from knowledge.text.letters import marks_of
from knowledge.text.syllables import is_syllable
from knowledge.text.tokens import Token
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.vocabulary import senses
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.talk import EDGE, OF_A_KIND, Talk
from knowledge.understanding.vocabulary.vocabularies import Cue
from knowledge.understanding.words.lexicon import Word

MOST_MENDINGS = 2
"""Ways to mend one utterance that are tried."""
MORE_DESPAIRING = 2
"""How many more where nothing was understood."""
SHORT_FORM, KEYSTROKES = "short", "telex"
"""Where words come from that were typed in another way."""
SHORT = 2
"""Letters of a word that may be a slip though it is known and stands where brands stand."""
SURELY_TOGETHER = 0.18
"""From here on neighbours tell what is meant, whatever was typed."""
ENOUGH = 0.06
"""The same where a word was typed that is known from names."""
ENOUGH_OF_A_PAIR = 0.08
"""The same for one neighbour alone."""


class Mending(NamedTuple):
    """Words of talk put in for what was typed."""

    strength: float
    """How surely they stand beside their neighbours, 0 to about 2."""
    words: Mapping[int, str]
    """The words meant, by the places of their tokens."""
    beside: float
    """How surely a word stands beside another one, and no edge, 0 to 1."""
    bold: bool
    """Whether a word was replaced that is known from names: believed only where everything is
    explained by it."""

    @property
    def is_sure(self) -> bool:
        """Whether the neighbours alone tell that it is right."""
        return not self.bold or self.strength >= SURELY_TOGETHER


def mendings(
    draft: Draft, named: AbstractSet[int], talk: Talk, *, despairing: bool
) -> list[Mending]:
    """Ways to mend what nothing explains, the surest first.

    ``named`` are the words that names, kinds and places explain. Where nothing was understood
    (``despairing``), words of talk that mean hardly anything alone may be slips too: "sơn la oi
    tieng cai gi". Of other topics nothing is mended:
    "vé máy bay" asks for no "bay".
    """
    if draft.foreign:
        return []
    mender = _Mender(draft, named, talk, despairing=despairing)
    found = sorted(mender.all(), key=lambda each: -each.strength - each.beside)
    return [each for each in found[: MOST_MENDINGS + MORE_DESPAIRING * despairing] if each.words]


def replaced(tokens: Sequence[Token], mending: Mending) -> list[Token]:
    """The tokens with the words meant put in."""
    return [
        Token(meant, marks_of(meant), token.follows_break)
        if (meant := mending.words.get(place))
        else token
        for place, token in enumerate(tokens)
    ]


def _capitalised(tokens: Sequence[Token]) -> set[int]:
    """The tokens within a sentence that have a capital where most have none: names, however they
    look. The "Ron" of "price of Bay Ron bird's nest" is no "món"."""
    found = {
        place
        for place, token in enumerate(tokens)
        if place and token.is_capitalised and not token.follows_break
    }
    return found if 2 * len(found) < len(tokens) else set()


class _Mender:
    """Looks for the mendings of one draft."""

    def __init__(
        self, draft: Draft, named: AbstractSet[int], talk: Talk, *, despairing: bool
    ) -> None:
        self._draft = draft
        self._named = named
        self._talk = talk
        self._empty = {
            place
            for cue in draft.resolved
            if cue.meaning.sense in senses.TALK
            for place in range(cue.start, cue.end)
        }
        tokens = [word.token for word in draft.words]
        soft = draft.soft
        if despairing:
            soft = soft.difference(*_empty_alone(draft.resolved))
        names = _capitalised(draft.tokens)
        self._loose = [
            place
            for place, token in enumerate(tokens)
            if place not in soft
            and place not in draft.placed
            and place not in named
            and tokens.count(token) == 1
            and token not in names
        ]
        self._brands: set[int] = set()
        english = {kind.end for kind in draft.kinds if kind.meaning.language == "en"}
        self._behind = {kind.end for kind in draft.kinds} - english
        """Words right behind a kind in Vietnamese."""
        # Behind a kind or a name, but behind a place that is surely one talk goes on
        places = covered([span for span in draft.places if span.penalty == 0.0], ())
        before_brands = (named - places) | {
            cue.end - 1 for cue in draft.resolved if cue.meaning.sense in senses.OF_MAKERS
        }
        for place in self._loose:
            behind = place - 1 in before_brands or place - 1 in self._brands
            if behind and is_syllable(draft.words[place].marks.folded):
                self._brands.add(place)

        for kind in draft.kinds:
            # "mai ngoạn rice wine"
            if (
                kind.meaning.language == "en"
                and kind.start
                and _is_vietnamese(draft.words[kind.start - 1])
            ):
                self._brands.add(kind.start - 1)

    def all(self) -> Iterator[Mending]:
        for place in self._loose:
            word = self._draft.words[place]
            if place in self._brands and word.is_known and len(word.text) > SHORT:
                continue
            for meant in self._near(word):
                if place in self._behind and not is_syllable(meant):
                    continue  # "bánh quy Cosy" is a brand, and asks no cost in English
                before, after = self._before(place, meant), self._after(place, meant)
                as_meant = before < OF_A_KIND and place in self._brands and self._is_meant_so(word)
                if self._is_likely(place, before, after):
                    typed = word.marks.folded
                    as_typed = self._before(place, typed) + self._after(place, typed)
                    # The "nao" of "siêu thị nao" is nào; nothing else is mended instead
                    is_slip = as_typed < before + after and not as_meant
                    words = {word.token: meant} if is_slip else {}
                    beside = self._beside(place, meant)
                    yield Mending(before + after, words, beside, word.is_known)
                if before and not as_meant:
                    yield from self._both(place, meant, before)

    def _near(self, word: Word) -> Iterable[str]:
        """Words of talk a letter from a word, and from what was typed for it: the "ni" of "long an
        ni tieng gi" may be nổi as well as này."""
        typed = self._draft.tokens[word.token].marks.folded
        if word.origin == KEYSTROKES:
            return self._talk.near(typed)  # "gis" is giá before it is "gí"
        near = self._talk.near(word.marks.folded)
        if word.origin != SHORT_FORM or typed == word.marks.folded:
            return near
        return dict.fromkeys((*near, *self._talk.near(typed)))

    def _is_meant_so(self, word: Word) -> bool:
        """Whether a word where brands stand is no slip: "kỷ" has its marks, "Vi" a capital."""
        capital = self._draft.tokens[word.token].is_capitalised
        marked = word.marks.is_marked and len(word.text) > 1  # "gọi ố nào" has a slip in "số"
        return word.is_known and (marked or capital)

    def _both(self, place: int, meant: str, before: float) -> Iterator[Mending]:
        """Slips in two neighbours, of which one is no word at all: "iá niêu"."""
        if place + 1 not in self._loose:
            return
        word, following = self._draft.words[place : place + 2]
        if word.is_known and following.is_known:
            return
        for other in self._talk.near(following.marks.folded):
            between = self._talk.together(meant, other)
            if between > (SURELY_TOGETHER if place in self._draft.everyday else 0.0):
                after = self._after(place + 1, other)
                if after:
                    strength = (before + between + after) / 2
                    words = {word.token: meant, following.token: other}
                    yield Mending(strength, words, between, False)

    def _is_likely(self, place: int, before: float, after: float) -> bool:
        if place in self._brands:
            return after >= ENOUGH_OF_A_PAIR or before >= OF_A_KIND
        if place in self._draft.everyday:
            least = SURELY_TOGETHER
        else:
            least = ENOUGH if self._draft.words[place].is_known else 0.0
        fits = (before and after) or OF_A_KIND in (before, after)
        return bool(fits) and before + after >= least

    def _before(self, place: int, meant: str) -> float:
        """How surely a word of talk stands behind the word before."""
        said = self._said(place - 1) if place else {EDGE}
        if self._draft.words[place].follows_break:
            said = said | {EDGE}
        if place in self._brands:
            said = said - {EDGE}
        return max([self._talk.together(word, meant) for word in said], default=0.0)

    def _after(self, place: int, meant: str) -> float:
        """How surely a word of talk stands before the next word."""
        words = self._draft.words
        following = place + 1
        said = self._said(following) if following < len(words) else {EDGE}
        if following < len(words) and words[following].follows_break:
            said = said | {EDGE}
        return max([self._talk.together(meant, word) for word in said])

    def _beside(self, place: int, meant: str) -> float:
        """How surely a word of talk stands beside the very words typed before and behind it."""
        words = self._draft.words
        found = 0.0
        if place:
            found = self._talk.together(words[place - 1].marks.folded, meant)
        if place + 1 < len(words):
            found = max(found, self._talk.together(meant, words[place + 1].marks.folded))
        return found

    def _said(self, place: int) -> set[str]:
        """What stands there: the word, and an edge where it is a name or hardly anything."""
        typed = self._draft.words[place].marks.folded
        edge = place in self._named or place in self._loose or place in self._empty
        return {typed, EDGE} if edge else {typed}


def _is_vietnamese(word: Word) -> bool:
    return word.marks.is_marked and is_syllable(word.text)


def _empty_alone(cues: Sequence[PhraseSpan[Cue]]) -> Iterator[range]:
    """Where single words of Vietnamese talk stand."""
    for cue in cues:
        meaning = cue.meaning
        if cue.length == 1 and meaning.sense in senses.TALK and meaning.language == "vi":
            yield range(cue.start, cue.end)
