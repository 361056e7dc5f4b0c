"""Words that a stray space fell into ("nh anh", "lo ng"), where each half may look like a word.

What is surely one word is joined while the words are read. Here the doubtful ones are joined, as a
second way to read an utterance; whichever of the two explains more is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from knowledge.text.letters import marks_of
from knowledge.text.syllables import is_syllable
from knowledge.text.tokens import Token
from knowledge.understanding.words.lexicon import Lexicon

MOST_PIECES = 3
"""Pieces that one word is put together from."""
LONGEST_SYLLABLE = 7
"""Letters of "nghiêng", the longest Vietnamese syllable."""
LONGEST_BEGINNING = 3
"""Letters of "ngh", the longest consonant that syllables begin with."""
_ENGLISH = frozenset(("do", "to", "so", "go", "no", "me"))
"""English words before "i" and "a": the "do i" of "who do i call" is no half of "đồi"."""
_VOWELS = frozenset("aeiouy")
_ENDINGS = frozenset(("c", "ch", "m", "n", "ng", "nh", "p", "t"))
"""Consonants that syllables end with."""


_CLUSTERS = {"t": "hr", "n": "hg", "c": "h", "k": "h", "g": "h", "p": "h"}
"""Consonants with those behind them with which they are one: "t ra" may be trà."""


def joined(
    tokens: Sequence[Token],
    loose: AbstractSet[int],
    lexicon: Lexicon,
    placed: AbstractSet[int] = frozenset(),
) -> list[Token] | None:
    """The tokens with fragments joined to known syllables, or ``None`` where none can be.

    ``loose`` are the places of tokens that nothing explained as they stand: "gì ở" is no "giở";
    ``placed`` those of places with the preposition before them: "le gia o thanh hoa" is no "lẽ
    giáo".
    """
    fragments = {
        place
        for place, token in enumerate(tokens)
        if _is_fragment(token) and not (place in placed and is_syllable(tokens[place - 1].text))
    }
    if not fragments:
        return None
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        pieces = next(
            (
                count
                for count in range(MOST_PIECES, 1, -1)
                if not fragments.isdisjoint(range(place, place + count))
                and not loose.isdisjoint(range(place, place + count))
                and _is_one_word(tokens, place, count, lexicon)
            ),
            1,
        )
        text = "".join([token.text for token in tokens[place : place + pieces]])
        found.append(Token(text, marks_of(text), tokens[place].follows_break))
        place += pieces
    return found if len(found) < len(tokens) else None


def halves(tokens: Sequence[Token]) -> set[int]:
    """Places of tokens that are halves of one syllable for what they are, though a short form may
    explain each: consonants, and what begins with a vowel ("s ấy", "th ot") or with the rest of a
    consonant ("t ra"), or what they could end ("bo t"); and within a sentence a vowel behind more
    than one letter ("kh o", "ho a")."""
    found: set[int] = set()
    for place, (first, second) in enumerate(pairwise(tokens)):
        ends = place + 2 == len(tokens) or tokens[place + 2].follows_break
        if not second.follows_break and (
            _are_halves(first, second) or (not ends and _has_lost_its_vowel(first, second))
        ):
            found.update((place, place + 1))
    return found


def _has_lost_its_vowel(first: Token, second: Token) -> bool:
    """Whether the second token is the vowel with which the first would be a syllable."""
    start, end = first.marks.folded, second.marks.folded
    together = first.text + second.text
    return (
        len(end) == 1
        and end in _VOWELS
        and 1 < len(start) < LONGEST_BEGINNING + 1
        and start[0] not in _VOWELS
        and first.text not in _ENGLISH
        and is_syllable(together)
    )


def _are_halves(first: Token, second: Token) -> bool:
    start, end = first.marks.folded, second.marks.folded
    if len(start) + len(end) > LONGEST_SYLLABLE or not (start + end).isalpha():
        return False
    if end[0] in _CLUSTERS.get(start, "") and len(end) > 1:
        return is_syllable(first.text + second.text)
    if _VOWELS.isdisjoint(start) and len(start) <= LONGEST_BEGINNING:
        return (end[0] in _VOWELS and len(end) > 1) or (start == "ng" and end[0] == "h")
    return end in _ENDINGS and start[-1] in _VOWELS


def _is_one_word(tokens: Sequence[Token], place: int, count: int, lexicon: Lexicon) -> bool:
    """Whether so many pieces, of which one is a fragment, make a word."""
    pieces = tokens[place : place + count]
    text = "".join([piece.text for piece in pieces])
    if len(pieces) < count or len(text) > LONGEST_SYLLABLE:
        return False
    if any(piece.follows_break for piece in pieces[1:]):
        return False
    if sum(1 for piece in pieces if piece.marks.tone) > 1:
        return False  # "gà ủ" is two words: no syllable has two tones
    number = lexicon.table.ids.get(marks_of(text).folded)
    if number not in lexicon.ordinary or not is_syllable(text):
        return False
    return not any(_are_talk(first, second, lexicon) for first, second in pairwise(pieces)) or (
        _begins_a_name(number, tokens[place + count : place + count + 1], lexicon)
    )


def _begins_a_name(number: int, following: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a word stands before the next one in some name: the "ma m ca" of "ma m ca loc" is
    mắm cá before it is "mà mình cả"."""
    after = lexicon.table.ids.get(following[0].marks.folded) if following else None
    return after is not None and lexicon.pieces.are_side_by_side(number, after)


def _are_talk(first: Token, second: Token, lexicon: Lexicon) -> bool:
    """Whether the second of two tokens is a letter, short for what stands behind the first in talk:
    "cho e" is "cho em", and no "chóe"."""
    return len(second.text) == 1 and any(
        (first.marks.folded, marks_of(form[0]).folded) in lexicon.followers
        for form in lexicon.short_forms.get(second.text, ())
    )


def _is_fragment(piece: Token) -> bool:
    """Whether a token is hardly a word: a letter, letters that no syllable has, a bare rhyme. The
    capital of "how do I" is none."""
    if piece.text == "i" and piece.is_capitalised:
        return False
    return len(piece.text) == 1 or not is_syllable(piece.text) or piece.marks.folded[0] in _VOWELS
