"""From tokens as typed to words as meant: short forms, raw keystrokes, lost and stray spaces.

Each token becomes one or more words, each with its *readings*: the words of the table that it may
stand for, with a likeness. Nothing is decided here that a name or a phrase could decide better.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.search.words import WordTable
from knowledge.text.keystrokes import from_telex, from_vni
from knowledge.text.letters import marks_of
from knowledge.text.tokens import MAX_TOKENS, Token
from knowledge.understanding.lexicon import SYNONYM, Lexicon, Word

SLIPPED = 0.74
"""Likeness of a word one slip away from what was typed."""
SHORT_FORM = 0.97
DOUBTFUL_KEYS = 0.9
"""Likeness of a syllable made from keystrokes that could also be a word as they stand."""

_LONE_LETTERS = frozenset("oaueiyởạơừôốồổờớ")
"""Letters that are words by themselves: "ở" typed o, "ạ" typed a, U Minh."""
_REPEATED = re.compile(r"(.)\1+")
REPEATED_LETTERS = 0.93
"""Likeness of a word with letters held down too long (``ởở``, ``ngonnn``)."""
_HABITS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^f", "ph"),
        (r"(?<=\w)j$", "i"),
        (r"(?<=\w)(?<!n)g$", "ng"),
        (r"(?<=\w)(?<![cnptgk])h$", "nh"),
        (r"^z", "d"),
        (r"^z", "gi"),
        (r"^w", "qu"),
        (r"^j", "gi"),
        (r"^j", "ch"),
        (r"^k(?=[aoăâôơuư])", "c"),
        (r"^dz", "d"),
    )
)
"""Spellings that save a key, each with what it stands for."""
_LEADS = frozenset(
    (
        *("san", "o", "tai", "cua", "ve", "tinh", "tp", "in", "of", "from", "di", "den", "ra"),
        *("vao", "ocop", "hang", "qua", "quay"),
    )
)
"""Folded words behind which a place is expected: (đặc) sản, ở, của, in ..."""
_FOLLOW_PLACE = frozenset(("co", "duoc", "hien", "has", "have"))
"""Folded words that follow a place at the beginning: "HN có gì"."""
_NEVER_VIETNAMESE = frozenset("fjwz")


def read_words(tokens: Sequence[Token], lexicon: Lexicon) -> list[Word]:
    """The words of an utterance."""
    in_telex = _types_keystrokes(tokens, lexicon.table)
    words: list[Word] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        joined = _joined(tokens, place, lexicon)
        if joined is not None:
            words.append(joined)
            place += 2
            continue
        pair = _two_word_form(tokens, place, lexicon)
        if pair:
            words.extend(
                _word(part, place, "short", token.follows_break and not index, lexicon)
                for index, part in enumerate(pair)
            )
            place += 2
            continue
        if token.text in lexicon.place_abbreviations and _leads_to_place(tokens, place):
            words.append(_word(token.text, place, "typed", token.follows_break, lexicon))
        else:
            words.extend(_read_token(tokens, place, lexicon, in_telex))
        place += 1
    # Taking apart what was run together can make more words than are read
    return words[:MAX_TOKENS]


def _leads_to_place(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word before makes an abbreviation a place: "đặc sản hn", "ở bn"."""
    if place:
        return tokens[place - 1].marks.folded in _LEADS
    return len(tokens) > 1 and tokens[1].marks.folded in _FOLLOW_PLACE


def _two_word_form(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[str, ...]:
    """What a short form of two words stands for ("bn ơi"); empty when here is none."""
    if place + 1 >= len(tokens) or tokens[place + 1].follows_break:
        return ()
    forms = lexicon.short_forms.get(f"{tokens[place].text} {tokens[place + 1].text}")
    return forms[0] if forms else ()


def _likeliest(
    forms: Sequence[tuple[str, ...]], tokens: Sequence[Token], place: int, lexicon: Lexicon
) -> tuple[str, ...]:
    """Of all that a short form may stand for, what goes with the words beside it."""
    before = _plain(tokens[place - 1], lexicon)[-1] if place else ""
    after = _plain(tokens[place + 1], lexicon)[0] if place + 1 < len(tokens) else ""

    def fits(form: tuple[str, ...]) -> int:
        first, last = marks_of(form[0]).folded, marks_of(form[-1]).folded
        return ((before, first) in lexicon.followers) + ((last, after) in lexicon.followers)

    return max(forms, key=fits)


def _plain(token: Token, lexicon: Lexicon) -> tuple[str, ...]:
    """The folded words of a token, a short form written out."""
    forms = lexicon.short_forms.get(token.text)
    return tuple(marks_of(word).folded for word in forms[0]) if forms else (token.marks.folded,)


def _read_token(
    tokens: Sequence[Token], place: int, lexicon: Lexicon, in_telex: bool
) -> list[Word]:
    token = tokens[place]
    table = lexicon.table
    text, marks = token.text, token.marks
    number = table.ids.get(marks.folded)
    known = number is not None and (table.counts[number] > 0)
    in_a_name = number in lexicon.in_names
    written_out = lexicon.abbreviations.get(text)
    forms = lexicon.short_forms.get(text)
    expansion = written_out
    if forms and not written_out:
        expansion = forms[0] if len(forms) == 1 else _likeliest(forms, tokens, place, lexicon)
    if expansion and (written_out or number not in lexicon.ordinary):
        return [
            _word(part, place, "short", token.follows_break and not index, lexicon)
            for index, part in enumerate(expansion)
        ]
    if text.isascii():
        made = from_vni(text) or from_telex(text)
        if made and not known and not in_telex and (pieces := lexicon.pieces.split_surely(text)):
            return _split(pieces, place, token, lexicon)
        if made and (not in_a_name or in_telex) and (not known or in_telex):
            origin = "vni" if any(character.isdigit() for character in text) else "telex"
            word = _word(made, place, origin, token.follows_break, lexicon)
            if known and number is not None:
                word = word._replace(readings=(*word.readings, (number, DOUBTFUL_KEYS)))
            elif not in_telex:
                # One odd word may as well be a slip, or a key held down
                held = _held_down(text, table)
                other = held + _slips(marks.folded, lexicon)
                word = word._replace(readings=word.readings + other)
                if held and not word.marks.tone:
                    # "Giaang" is Giang before it is "giâng"
                    word = word._replace(marks=marks_of(word.marks.folded))
            return [word]
    if expansion and len(expansion) == 1 and number is not None and not in_a_name:
        word = _word(expansion[0], place, "short", token.follows_break, lexicon)
        if word.marks.folded != marks.folded:
            # "ko" is không, though it may as well stand so in a phrase
            return [word._replace(readings=(*word.readings, (number, SHORT_FORM)))]
    readings: list[tuple[int, float]] = []
    if number is not None:
        readings.append((number, 1.0))
        readings.extend((other, SYNONYM) for other in lexicon.synonyms.get(number, ()))
    if expansion and len(expansion) == 1:
        meant = table.ids.get(marks_of(expansion[0]).folded)
        if meant is not None and meant != number:
            readings.append((meant, SHORT_FORM))
            readings.extend((other, SYNONYM) for other in lexicon.synonyms.get(meant, ()))
    if readings:
        origin = "typed" if known else "short"
        return [Word(text, marks, tuple(readings), place, origin, token.follows_break)]
    if held := _held_down(text, table):
        single = _REPEATED.sub(r"\1", text)
        return [Word(single, marks_of(single), held, place, "typed", token.follows_break)]
    meant_by_habit = [
        _word(meant, place, "short", token.follows_break, lexicon)
        for meant in _by_habit(text, lexicon)
    ]
    if meant_by_habit:
        first, *others = meant_by_habit
        also = tuple(reading for other in others for reading in other.readings)
        return [first._replace(readings=first.readings + also + _slips(marks.folded, lexicon))]
    slips = _slips(marks.folded, lexicon)
    pieces = lexicon.pieces.split(text, could_be_slip=bool(slips))
    if pieces:
        return _split(pieces, place, token, lexicon)
    return [Word(text, marks, slips, place, "unknown", token.follows_break)]


def _split(pieces: Sequence[str], place: int, token: Token, lexicon: Lexicon) -> list[Word]:
    return [
        _word(piece, place, "split", token.follows_break and not index, lexicon)
        for index, piece in enumerate(pieces)
    ]


def _word(text: str, place: int, origin: str, follows_break: bool, lexicon: Lexicon) -> Word:
    marks = marks_of(text)
    number = lexicon.table.ids.get(marks.folded)
    if number is None:
        return Word(text, marks, _slips(marks.folded, lexicon), place, origin, follows_break)
    synonyms = tuple((other, SYNONYM) for other in lexicon.synonyms.get(number, ()))
    return Word(text, marks, ((number, 1.0), *synonyms), place, origin, follows_break)


def _by_habit(text: str, lexicon: Lexicon) -> list[str]:
    """The words behind a habit of quick typing: phúc typed ``fúc``, giang typed ``zang``; also with
    a key held down (``wàa`` for quà)."""
    for typed in dict.fromkeys((text, _REPEATED.sub(r"\1", text))):
        meant = [pattern.sub(replacement, typed) for pattern, replacement in _HABITS]
        known = [
            word
            for word in meant
            if word != typed and lexicon.table.ids.get(marks_of(word).folded) in lexicon.ordinary
        ]
        if known:
            return known
    return []


def _held_down(text: str, table: WordTable) -> tuple[tuple[int, float], ...]:
    """The word without letters repeated by a key held down (``ngonnn``), if there is one."""
    single = _REPEATED.sub(r"\1", text)
    number = table.ids.get(marks_of(single).folded) if single != text else None
    return () if number is None else ((number, REPEATED_LETTERS),)


def _slips(folded: str, lexicon: Lexicon) -> tuple[tuple[int, float], ...]:
    return tuple((number, SLIPPED) for number in lexicon.table.near(folded))


def _types_keystrokes(tokens: Sequence[Token], table: WordTable) -> bool:
    """Whether the message was typed with the input method switched off.

    One sure sign is enough: an unknown token that makes a known syllable, with letters that no
    Vietnamese word has; two doubtful ones do as well. Tokens that could be either are then
    keystrokes too.
    """
    if 2 * sum(token.marks.is_marked for token in tokens) >= len(tokens):
        return False
    signs = 0
    for token in tokens:
        text = token.text
        if not text.isascii() or text in table.ids:
            continue
        made = from_telex(text)
        if made is None or marks_of(made).folded not in table.ids:
            continue
        signs += 2 if _NEVER_VIETNAMESE.intersection(text) else 1
    return signs >= 2


def _joined(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Word | None:
    """One word from two tokens when a stray space fell into it (``nướ c``)."""
    if place + 1 >= len(tokens):
        return None
    first, second = tokens[place], tokens[place + 1]
    if second.follows_break:
        return None
    table = lexicon.table
    whole = table.ids.get(first.marks.folded + second.marks.folded)
    if whole is None or table.counts[whole] == 0:
        return None

    def stands_alone(token: Token) -> bool:
        number = table.ids.get(token.marks.folded)
        if token.text in lexicon.short_forms:
            return True
        alone = len(token.text) > 1 or token.text in _LONE_LETTERS
        return alone and number is not None and table.counts[number] > 0

    if stands_alone(first) and stands_alone(second):
        return None
    bare = not (first.marks.is_marked or second.marks.is_marked)
    if bare and len(first.text) == len(second.text) == 1:
        # "who r u": two bare letters are short forms rather than halves
        return None
    if len(first.text) > 1 and stands_alone(first) and len(second.text) == 1:
        # "trà c": a short word behind a whole one is left alone unless they only make sense as one
        return None
    text = first.text + second.text
    return _word(text, place, "joined", first.follows_break, lexicon)
