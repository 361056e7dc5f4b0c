"""From tokens as typed to words as meant: short forms, raw keystrokes, lost and stray spaces.

Each token becomes one or more words, each with its *readings*: the words of the table that it may
stand for, with a likeness. Nothing is decided here that a name or a phrase could decide better.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from knowledge.search.words import WordTable
from knowledge.text.keystrokes import from_telex
from knowledge.text.letters import marks_of
from knowledge.text.tokens import MAX_TOKENS, Token
from knowledge.understanding.words.habits import by_habit
from knowledge.understanding.words.lexicon import Lexicon, Word
from knowledge.understanding.words.southern_speech import spoken
from knowledge.understanding.words.token_readings import read_token, word_of

_LONE_LETTERS = frozenset("oaueiyởạơừôốồổờớ")
"""Letters that are words by themselves: "ở" typed o, "ạ" typed a, U Minh."""
NEAR = 3
"""Words beside an abbreviation among which a place tells that it is one."""
_LEADS = frozenset(
    (
        *("san", "o", "tai", "cua", "ve", "tinh", "tp", "in", "of", "from", "di", "den", "ra"),
        *("vao", "ocop", "hang", "qua", "quay"),
        *("len", "xuong", "vo", "ghe", "choi", "tham"),
    )
)
"""Folded words behind which a place is expected: (đặc) sản, ở, của, in ..."""
_FOLLOW_PLACE = frozenset(("co", "có", "duoc", "được", "hien", "hiện", "has", "have"))
"""Words that follow a place at the beginning: "HN có gì", but "đt cơ sở" is a telephone number."""
_FACILITY = ("co", "so")
"""The words of "cơ sở" without marks."""
_NEVER_VIETNAMESE = frozenset("fjwz")


def read_words(tokens: Sequence[Token], lexicon: Lexicon) -> list[Word]:
    """The words of an utterance."""
    in_telex = _types_keystrokes(tokens, lexicon.table)
    as_spoken = spoken(tokens)
    words: list[Word] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if place in as_spoken:
            said = as_spoken[place]
            # What asks which or denies is as sure as if it were written so: no "sao được 3 sao"
            origin = "typed" if said == "nào" or token.text == "nỏ" else "short"
            words.append(word_of(said, place, origin, token.follows_break, lexicon))
            place += 1
            continue
        joined = _joined(tokens, place, lexicon)
        if joined is not None:
            words.append(joined)
            # Of what is behind it the whole word tells: the "bn" of "c ó bn" is "có bao nhiêu"
            whole = Token(joined.text, joined.marks, joined.follows_break)
            tokens = [*tokens[: place + 1], whole, *tokens[place + 2 :]]
            place += 2
            continue
        pair = _two_word_form(tokens, place, lexicon)
        if pair:
            words.extend(
                word_of(part, place, "short", token.follows_break and not index, lexicon)
                for index, part in enumerate(pair)
            )
            place += 2
            continue
        if token.text in lexicon.place_abbreviations and (
            _leads_to_place(tokens, place) or _is_beside_its_place(tokens, place, lexicon)
        ):
            words.append(word_of(token.text, place, "typed", token.follows_break, lexicon))
        else:
            words.extend(read_token(tokens, place, lexicon, in_telex=in_telex))
        place += 1
    # Taking apart what was run together can make more words than are read
    return words[:MAX_TOKENS]


def _leads_to_place(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word before makes an abbreviation a place: "đặc sản hn", "ở bn"."""
    if place:
        return tokens[place - 1].marks.folded in _LEADS
    following = tuple(token.text for token in tokens[1:3])
    return bool(following) and following[0] in _FOLLOW_PLACE and following != _FACILITY


def _is_beside_its_place(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a place that lies there is named among the next words: "ct ninh kiều", "qn có lý
    sơn"; or right before, where it is short for nothing else."""
    text = tokens[place].text
    there = lexicon.beside_abbreviations[text]
    first = place + 1 if text in lexicon.short_forms else max(0, place - 2)
    near = [token.marks.folded for token in tokens[first : place + NEAR + 2]]
    return any(pair in there for pair in pairwise(near))


def _two_word_form(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[str, ...]:
    """What a short form of two words ("bn ơi", "five-star") stands for; empty when here is none."""
    if place + 1 >= len(tokens):
        return ()
    second = tokens[place + 1]
    if second.follows_break and not second.follows_hyphen:
        return ()
    forms = lexicon.short_forms.get(f"{tokens[place].text} {second.text}")
    return forms[0] if forms else ()


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
    if stands_alone(second) and by_habit(first.text, lexicon):
        return None  # "mag gi" is mang gì, and no Maggi
    text = first.text + second.text
    return word_of(text, place, "joined", first.follows_break, lexicon)
