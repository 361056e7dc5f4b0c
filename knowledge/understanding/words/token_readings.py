"""From one token as typed to the words it may stand for.

Tried in turn: a short form, keystrokes of an input method that was off, the word as it stands, a
key held down, a habit of quick typing, words run together, a slip.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.search.words import remember
from knowledge.text.keystrokes import from_telex, from_vni
from knowledge.text.letters import marks_of, single_letters
from knowledge.text.syllables import is_syllable
from knowledge.text.tokens import Token
from knowledge.understanding.words.habits import as_typed_once, by_habit, held_down, meant_by_habit
from knowledge.understanding.words.hanging_together import (
    beside_the_programme,
    short_form_and_word,
    swapped,
)
from knowledge.understanding.words.lexicon import Lexicon, Word
from knowledge.understanding.words.short_forms import meant_by

SLIPPED = 0.74
"""Likeness of a word one slip away from what was typed."""
SHORT_FORM = 0.97
DOUBTFUL_KEYS = 0.9
"""Likeness of a syllable made from keystrokes that could also be a word as they stand."""

_ENGLISH_ENDING = re.compile(
    r"(?:tions?|ings?|ments?|able|ible|ances?|ences?|ate[sd]?|ators?|ness|ous|ive|ively|ally|ity"
    r"|ists?|ism|[iy][sz]e[sd]?|ed|ers|ful|less|ware|ures?)$"
)
"""How English words end, and hardly what Vietnamese run together."""
SHORTEST_PIECE = 3
"""Letters of the shortest English word that may be run together with another."""


def read_token(
    tokens: Sequence[Token], place: int, lexicon: Lexicon, *, in_telex: bool
) -> list[Word]:
    """The words that the token at a place stands for; what is beside it tells between short forms.

    ``in_telex`` tells that the message was typed with the input method switched off.
    """
    token = tokens[place]
    if token.capital == 1:
        token = _with_its_capital_first(token, lexicon)
        tokens = [*tokens[:place], token, *tokens[place + 1 :]]
    elif token.capital and _is_two_words(token, lexicon):
        return _at_the_capital(token, place, lexicon, in_telex=in_telex)
    known: Sequence[Word] | None = lexicon.read.get((token.text, in_telex))
    if known is None:
        if len(lexicon.short_forms.get(token.text, ())) > 1:
            return _read(tokens, place, lexicon, in_telex=in_telex)
        known = tuple(_read(tokens, place, lexicon, in_telex=in_telex))
        remember(lexicon.read, (token.text, in_telex), known)
    if token.is_capitalised and place and known[0].origin == "split":
        known = _unless_a_name(token, known, lexicon)
    follows_break = token.follows_break
    return [
        Word(word.text, word.marks, word.readings, place, word.origin, follows_break and not index)
        for index, word in enumerate(known)
    ]


def _with_its_capital_first(token: Token, lexicon: Lexicon) -> Token:
    """The token with its first two letters swapped where that is a word, and it is none: "ẹKo"."""
    text = token.text[1] + token.text[0] + token.text[2:]
    marks, ids = marks_of(text), lexicon.table.ids
    if marks.folded not in ids or (token.marks.folded in ids and not is_syllable(text)):
        return token
    return replace(token, text=text, marks=marks, is_capitalised=True)


def _is_two_words(token: Token, lexicon: Lexicon) -> bool:
    """Whether a capital in a word tells that a space was lost: "CửuLogn" with marks, and none
    that we know."""
    return (
        token.marks.is_marked
        and token.marks.folded not in lexicon.table.ids
        and lexicon.pieces.split(token.text) is None
    )


def _at_the_capital(token: Token, place: int, lexicon: Lexicon, *, in_telex: bool) -> list[Word]:
    """The words before and behind a capital, each read by itself."""
    words: list[Word] = []
    for text in (token.text[: token.capital], token.text[token.capital :]):
        broken = token.follows_break and not words
        half = Token(text, marks_of(text), broken)
        words += _read([half], 0, lexicon, in_telex=in_telex)
    return _at(place, words)


def _at(place: int, words: Sequence[Word]) -> list[Word]:
    return [replace(word, token=place) for word in words]


def _unless_a_name(token: Token, pieces: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    """The pieces of a word run together, or the whole of it where a capital tells that it is a
    foreign name: "lẩu Novabell" is no "nova bell"."""
    if all(is_syllable(word.text) for word in pieces) or lexicon.pieces.split_surely(token.text):
        return pieces
    return (_typed(token, 0, _slips(token.marks.folded, lexicon), "unknown"),)


def _read(tokens: Sequence[Token], place: int, lexicon: Lexicon, *, in_telex: bool) -> list[Word]:
    token = tokens[place]
    meant = meant_by(tokens, place, lexicon)
    return (
        _as_beside_the_programme(token, place, lexicon, in_telex=in_telex)
        or _as_short_form(token, place, lexicon, meant)
        or _as_keystrokes(token, place, lexicon, in_telex=in_telex)
        or _as_shorthand(token, place, lexicon, meant)
        or _as_no_syllable(token, place, lexicon)
        or _as_it_stands(token, place, lexicon, meant)
        or _as_held_down(token, place, lexicon)
        or _as_held_down_long(token, place, lexicon)
        or _as_habit(token, place, lexicon)
        or _as_slip(token, place, lexicon)
    )


def word_of(text: str, place: int, origin: str, follows_break: bool, lexicon: Lexicon) -> Word:
    """A word with its synonyms, or with the words one slip away where there is none such.

    ``place`` is the token's it came from, ``origin`` how (:attr:`Word.origin`).
    """
    marks = marks_of(text)
    number = lexicon.table.ids.get(marks.folded)
    if number is None:
        return Word(text, marks, _slips(marks.folded, lexicon), place, origin, follows_break)
    synonyms = lexicon.synonyms_of(number, marks)
    return Word(text, marks, ((number, 1.0), *synonyms), place, origin, follows_break)


def _as_beside_the_programme(
    token: Token, place: int, lexicon: Lexicon, *, in_telex: bool
) -> list[Word]:
    """The name of the programme and the word that it hangs together with."""
    words: list[Word] = []
    for part in beside_the_programme(token.text, lexicon):
        broken = token.follows_break and not words
        words += _read([Token(part, marks_of(part), broken)], 0, lexicon, in_telex=in_telex)
    return [] if any(word.origin == "unknown" for word in words) else _at(place, words)


def _as_short_form(
    token: Token, place: int, lexicon: Lexicon, meant: tuple[str, ...]
) -> list[Word]:
    """A short form that is no word by itself, written out."""
    number = lexicon.table.ids.get(token.marks.folded)
    if not meant or (number in lexicon.ordinary and token.text not in lexicon.abbreviations):
        return []
    return [
        word_of(part, place, "short", token.follows_break and not index, lexicon)
        for index, part in enumerate(meant)
    ]


def _as_keystrokes(token: Token, place: int, lexicon: Lexicon, *, in_telex: bool) -> list[Word]:
    """A syllable made from Telex or VNI keys, where they make none as they stand."""
    text, table = token.text, lexicon.table
    made = (from_vni(text) or from_telex(text)) if text.isascii() else None
    if not made:
        return []
    number = table.ids.get(token.marks.folded)
    known = number is not None and table.counts[number] > 0
    if not known and not in_telex and (pieces := lexicon.pieces.split_surely(text)):
        return _split(pieces, place, token, lexicon)
    if not in_telex and (known or number in lexicon.in_names or text in lexicon.english):
        return []
    origin = "vni" if any(character.isdigit() for character in text) else "telex"
    word = word_of(made, place, origin, token.follows_break, lexicon)
    if known and number is not None:
        return [replace(word, readings=(*word.readings, (number, DOUBTFUL_KEYS)))]
    if in_telex:
        return [word]
    # One odd word may as well be a slip, or a key held down
    held = held_down(text, table)
    # Each once: what a word may be twice would count twice where names are looked for
    readings: dict[int, float] = {}
    for number, likeness in (*word.readings, *held, *_slips(token.marks.folded, lexicon)):
        readings.setdefault(number, likeness)
    # "Giaang" is Giang before it is "giâng"
    plain = held and not word.marks.tone
    marks = marks_of(word.marks.folded) if plain else word.marks
    return [replace(word, readings=tuple(readings.items()), marks=marks)]


def _as_shorthand(token: Token, place: int, lexicon: Lexicon, meant: tuple[str, ...]) -> list[Word]:
    """A short form of one meaning that is a word only in phrases learnt so: "ko" is không, though
    it may as well stand so in one of them."""
    number = lexicon.table.ids.get(token.marks.folded)
    sure = len(meant) == len(lexicon.short_forms.get(token.text, ())) == 1
    if not sure or number is None or number in lexicon.in_names:
        return []
    word = word_of(meant[0], place, "short", token.follows_break, lexicon)
    if word.marks.folded == token.marks.folded:
        return []
    return [replace(word, readings=(*word.readings, (number, SHORT_FORM)))]


def _as_no_syllable(token: Token, place: int, lexicon: Lexicon) -> list[Word]:
    """The words behind a habit of quick typing, or a key held down, where marks tell that a word is
    Vietnamese, though none is spelt so: "tĩh" is tĩnh before it is the Tih of Chư Tih."""
    if not token.marks.is_marked or is_syllable(token.text):
        return []
    words = _as_habit(token, place, lexicon)
    if not words and is_syllable(as_typed_once(token.text)):
        words = _as_held_down(token, place, lexicon)
    number = lexicon.table.ids.get(token.marks.folded)
    if not words or number is None:
        return words
    # The Jút of Cư Jút is spelt so
    return [replace(words[0], readings=(*words[0].readings, (number, SHORT_FORM)))]


def _as_it_stands(token: Token, place: int, lexicon: Lexicon, meant: tuple[str, ...]) -> list[Word]:
    """A word of the table with its synonyms, and what it is short for besides."""
    table = lexicon.table
    readings: list[tuple[int, float]] = []
    number = table.ids.get(token.marks.folded)
    if number is not None:
        readings.append((number, 1.0))
        readings.extend(lexicon.synonyms_of(number, token.marks))
    if len(meant) == 1:
        marks = marks_of(meant[0])
        other = table.ids.get(marks.folded)
        if other is not None and other != number:
            readings.append((other, SHORT_FORM))
            readings.extend(lexicon.synonyms_of(other, marks))
    if not readings:
        return []
    if number not in lexicon.ordinary and not is_syllable(token.text):
        # "Tuyên wang": the Wang of another country is in no name of ours
        readings.extend((other, SHORT_FORM) for other in meant_by_habit(token.text, lexicon))
    origin = "typed" if number is not None and table.counts[number] > 0 else "short"
    return [_typed(token, place, tuple(readings), origin)]


def _as_held_down(token: Token, place: int, lexicon: Lexicon) -> list[Word]:
    """A word with letters repeated by a key held down."""
    held = held_down(token.text, lexicon.table)
    if not held:
        return []
    single = as_typed_once(token.text)
    return [replace(_typed(token, place, held, "typed"), text=single, marks=marks_of(single))]


def _as_held_down_long(token: Token, place: int, lexicon: Lexicon) -> list[Word]:
    """A word with a slip in it besides a key held down for long: "lao ciiii"."""
    single = single_letters(token.text)
    if single == token.text:
        return []
    marks = marks_of(single)
    plain = replace(token, text=single, marks=marks)
    return _as_habit(plain, place, lexicon) or _as_slip(plain, place, lexicon)


def _as_habit(token: Token, place: int, lexicon: Lexicon) -> list[Word]:
    """The words behind a habit of quick typing, the likeliest with the others as readings."""
    meant = [
        word_of(each, place, "short", token.follows_break, lexicon)
        for each in by_habit(token.text, lexicon)
    ]
    if not meant:
        return []
    readings = tuple(reading for word in meant for reading in word.readings)
    slips = _slips(token.marks.folded, lexicon)
    return [replace(meant[0], readings=readings + slips)]


def _as_slip(token: Token, place: int, lexicon: Lexicon) -> list[Word]:
    """Words run together, or else an unknown word with those one slip away."""
    slips = _slips(token.marks.folded, lexicon)
    could_be_slip = bool(slips) and not _has_two_tones(token.text)
    pieces = lexicon.pieces.split(token.text, could_be_slip=could_be_slip)
    if pieces and not _is_english(token.text, pieces, lexicon):
        return _split(pieces, place, token, lexicon)
    if not could_be_slip and token.marks.is_marked:
        slipped = lexicon.pieces.split_with_a_slip(token.text, lexicon.table, lexicon.followers)
        if slipped:
            return _split(slipped, place, token, lexicon)
    if meant := swapped(token.text, lexicon):
        word = word_of(meant, place, "short", token.follows_break, lexicon)
        likely = dict.fromkeys((number for number, _ in (*word.readings, *slips)), SLIPPED)
        return [replace(word, readings=tuple(likely.items()))]
    if not slips and (short := short_form_and_word(token.text, lexicon)):
        return _split(short, place, token, lexicon)
    return [_typed(token, place, slips, "unknown")]


def _has_two_tones(text: str) -> bool:
    """Whether a word has a tone twice with letters between: two syllables run together."""
    tones = [place for place, letter in enumerate(text) if marks_of(letter).tone]
    return bool(tones) and tones[-1] - tones[0] > 1


def _typed(token: Token, place: int, readings: tuple[tuple[int, float], ...], origin: str) -> Word:
    return Word(token.text, token.marks, readings, place, origin, token.follows_break)


def _split(pieces: Sequence[str], place: int, token: Token, lexicon: Lexicon) -> list[Word]:
    return [
        word_of(piece, place, "split", token.follows_break and not index, lexicon)
        for index, piece in enumerate(pieces)
    ]


def _is_english(text: str, pieces: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether what looks run together is a word of English: "operates" is no "o pe rates", though
    "softdried" is soft and dried."""
    if text in lexicon.english:
        return True
    return _ENGLISH_ENDING.search(text) is not None and min(map(len, pieces)) < SHORTEST_PIECE


def _slips(folded: str, lexicon: Lexicon) -> tuple[tuple[int, float], ...]:
    return tuple((number, SLIPPED) for number in lexicon.table.near(folded))
