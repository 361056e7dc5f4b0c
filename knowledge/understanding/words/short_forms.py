"""What a short form stands for: "ko", "sp", and of several what goes with the words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.text.letters import marks_of, single_letters
from knowledge.text.tokens import Token
from knowledge.understanding.words.lexicon import Lexicon


def meant_by(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[str, ...]:
    """What a short form stands for; empty for other tokens."""
    text = tokens[place].text
    written_out = lexicon.abbreviations.get(text)
    if written_out:
        return written_out
    forms = lexicon.short_forms.get(text, ())
    if len(forms) > 1:
        return _likeliest(forms, tokens, place, lexicon)
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
    if forms:
        return tuple(marks_of(word).folded for word in forms[0])
    folded = token.marks.folded
    return (folded if folded in lexicon.table.ids else single_letters(folded),)
