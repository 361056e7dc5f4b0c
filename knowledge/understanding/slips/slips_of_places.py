"""Names of provinces with a slip in them: "so la co gi ngon", "dac san dong na", "ocop o hung ywn".

Halves of the names of places are words by themselves, so that a slip in one of them is often
another word, and often another phrase: "qua que bac innh" is no "quê Bác". Here whole names are
compared with what was typed side by side, letter by letter. What may be meant is put in, as another
way to read the utterance.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rapidfuzz.distance import OSA

from knowledge.catalogue import PlaceName
from knowledge.search.words import WordTable, forms_of
from knowledge.text.letters import fold, marks_of, single_letters
from knowledge.text.tokens import Token, words_of
from knowledge.understanding.drafts.drafts import DOUBTFUL, Draft
from knowledge.understanding.places.place_phrases import PROVINCES
from knowledge.understanding.spotting.foreign import ABROAD
from knowledge.understanding.vocabulary.senses import SURE_CUE

SURE = 0.9
"""Weight from which a name is looked for behind a slip."""
SHORTEST = 5
"""Letters of the shortest name looked for: of Huế, one letter is a third."""
LONGEST = 14
"""Letters of the longest stretch that is compared."""
MOST_TOKENS = 4
"""Words of the longest stretch, and of the longest name ("Bà Rịa - Vũng Tàu")."""
MOST_MENDINGS = 2
"""Ways to mend one utterance that are tried."""
AS_LIKELY = 0.15
"""Costs this close tell nothing."""
LONG = 8
"""Letters of a stretch that is looked at though all its words are known and no place is expected:
fewer may be any brand."""
OF_A_FINGER = 1.5
"""What one slip of the finger may cost with the marks that it takes along."""
MARKET = "chợ"
"""A city is hardly meant by its market with a slip in it: "họ còn" is no Chợ Cồn."""
_LEADS = frozenset(
    (
        *("o", "tai", "vung", "tinh", "thuoc", "cua", "tu", "ghe", "di", "ra", "ve", "den", "toi"),
        *("len", "xuong", "vao", "vo", "choi", "tham", "qua", "san", "pham", "ocop", "do", "hang"),
        *("mon", "que", "xu", "dat", "mien", "tp", "in", "from", "of"),
    )
)
"""Folded words behind which a place is expected."""
_FOLLOWING = frozenset(("co", "thi", "duoc", "noi", "cong", "may", "bao", "nhieu", "lam"))
"""Folded words that follow a place at the beginning: "so la có gì"."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEYS = {
    letter: (row, column + row / 2)
    for row, letters in enumerate(_ROWS)
    for column, letter in enumerate(letters)
}


class Mending(NamedTuple):
    """The name of a place put in for what was typed."""

    start: int
    end: int
    """The tokens that it stands for, of those typed."""
    words: tuple[str, ...]
    """The name."""
    place: str
    """The key of the place."""
    cost: float
    """How far what was typed is from it; the least is the likeliest."""

    def is_rival_of(self, other: Mending) -> bool:
        """Whether the same letters may as well be the other name: "quang hinh" is Quảng Ninh or
        Quảng Bình."""
        same = (self.start, self.end) == (other.start, other.end) and self.place != other.place
        return same and abs(self.cost - other.cost) < AS_LIKELY

    def replaced(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens with the name put in, without marks where none was typed."""
        bare = not any(token.marks.is_marked for token in tokens)
        name: list[Token] = []
        for place, word in enumerate(self.words):
            text = marks_of(word).folded if bare else word
            broken = tokens[self.start].follows_break and not place
            name.append(Token(text, marks_of(text), broken))
        return [*tokens[: self.start], *name, *tokens[self.end :]]


class _Name(NamedTuple):
    joined: str
    folded: tuple[str, ...]
    words: tuple[str, ...]
    place: str


class SlippedPlaces:
    """The names of provinces, found behind a slip."""

    def __init__(self, table: WordTable, names: Iterable[PlaceName]) -> None:
        self._table = table
        self._by_form: dict[str, list[_Name]] = {}
        self._syllables: set[str] = set()
        for name in names:
            words = words_of(name.name)
            folded = tuple(marks_of(word).folded for word in words)
            joined = "".join(folded)
            if (
                name.place.startswith(PROVINCES)
                and name.weight >= SURE
                and 1 < len(words) <= MOST_TOKENS
                and min(map(len, words)) > 1  # "Q. Ninh" is a spelling of chats
                and words[0] != MARKET
                and SHORTEST <= len(joined) <= LONGEST
            ):
                self._syllables.update(folded)
                for form in forms_of(joined):
                    self._by_form.setdefault(form, []).append(
                        _Name(joined, folded, words, name.place)
                    )

    def mendings(self, draft: Draft, *, lost: bool) -> list[Mending]:
        """Ways to read a name of a province into the tokens, the likeliest first; none where a
        place of two words or more is named as it should be.

        Where nothing was understood (``lost``), a place is expected right behind a kind too."""
        tokens = [token.marks.folded for token in draft.tokens]
        if self._syllables.isdisjoint(tokens) or _names_a_province(draft):
            return []
        named = [
            {draft.words[place].token for place in range(span.start, span.end)}
            for span in draft.places
            if span.penalty < DOUBTFUL and span.end - span.start > 1
        ]
        asked = {
            draft.words[place].token
            for cue in draft.resolved
            if cue.length >= SURE_CUE and not cue.penalty
            for place in range(cue.start, cue.end)
        }
        talk = _talk_with_its_marks(draft)
        written = {word.token for word in draft.words if word.origin == "short"}
        abroad = [
            {draft.words[place].token for place in range(span.start, span.end)}
            for span in draft.foreign
            if span.meaning.topic == ABROAD and not span.penalty
        ]
        behind = frozenset(
            draft.words[kind.end].token for kind in draft.kinds if kind.end < len(draft.words)
        )
        found = [
            mending
            for mending in self._all(draft.tokens, tokens, behind if lost else frozenset())
            if asked.isdisjoint(range(mending.start, mending.end))
            and not talk.issuperset(range(mending.start, mending.end))
            # "Bắc Kinh" is no slip in Bắc Ninh
            and not any(named.issuperset(range(mending.start, mending.end)) for named in abroad)
            and not any(
                at in written and _is_another(tokens[at], mending.words)
                for at in range(mending.start, mending.end)
            )
            # "quê Bác" is no place in "quà quê bác innh", but Ba Vì is one in "ở Ba Vì, Hà Nội"
            and all(
                not taken.isdisjoint(range(mending.start, mending.end))
                and not taken.issuperset(range(mending.start, mending.end))
                and any(map(self._is_unknown, tokens[mending.start : mending.end]))
                for taken in named
            )
        ]
        return sorted(found, key=lambda mending: mending.cost)[:MOST_MENDINGS]

    def _all(
        self, tokens: Sequence[Token], folded: Sequence[str], behind: AbstractSet[int]
    ) -> Iterator[Mending]:
        """All mendings; ``behind`` are tokens right behind a kind where a place may stand."""
        letters = [single_letters(word) for word in folded]
        unknown = [self._is_unknown(word) for word in folded]
        for start in range(len(tokens)):
            if folded[start] in _LEADS:
                continue  # "tại Thanh Haó" is not in Sài Thành
            joined = ""
            for end in range(start + 1, min(start + MOST_TOKENS, len(tokens)) + 1):
                if end - 1 > start and tokens[end - 1].follows_break:
                    break
                joined += letters[end - 1]
                if len(joined) > LONGEST + 1:
                    break
                window = folded[start:end]
                if len(joined) < SHORTEST - 1 or self._syllables.isdisjoint(window):
                    continue
                # Anywhere if a word of it is none
                if any(unknown[start:end]) or _is_expected(tokens, folded, start, end):
                    yield from self._near(tokens[start:end], joined, window, start)
                elif 1 in map(len, window):
                    # "can t ho": all its letters are there
                    near = self._near(tokens[start:end], joined, window, start)
                    yield from (mending for mending in near if not mending.cost)
                elif start in behind and len(joined) >= LONG:
                    near = self._near(tokens[start:end], joined, window, start)
                    yield from (mending for mending in near if mending.cost <= OF_A_FINGER)

    def _near(
        self, typed: Sequence[Token], joined: str, window: Sequence[str], start: int
    ) -> Iterator[Mending]:
        marked = any(token.marks.is_marked for token in typed)
        seen: set[str] = set()
        for form in forms_of(joined):
            for name in self._by_form.get(form, ()):
                if name.joined in seen:
                    continue
                seen.add(name.joined)
                if name.folded == tuple(window) and not marked:
                    continue
                away = OSA.distance(joined, name.joined, score_cutoff=1)
                if away > 1:
                    continue
                cost = _cost(joined, name.joined) if away else 0.0
                if marked:
                    cost += 0.2 * OSA.distance(
                        _decomposed("".join(token.text for token in typed)),
                        _decomposed("".join(name.words)),
                    )
                yield Mending(start, start + len(typed), name.words, name.place, cost)

    def _is_unknown(self, word: str) -> bool:
        number = self._table.ids.get(word)
        return number is None or not self._table.counts[number]


def _is_another(short: str, words: Sequence[str]) -> bool:
    """Whether a short form would be a word of a name with another letter, not with one more: the
    "dc" of "chanh thu dc ko" makes no "thủ đô", but "cn thơ" is Cần Thơ."""
    names = [fold(word) for word in words]
    return short not in names and any(
        len(name) == len(short) and OSA.distance(name, short) == 1 for name in names
    )


def _is_expected(tokens: Sequence[Token], folded: Sequence[str], start: int, end: int) -> bool:
    """Whether a place may stand there whatever the words are: behind a word that tells so, or at
    the beginning before one."""
    if start and folded[start - 1] in _LEADS:
        return True
    begins = not start or tokens[start].follows_break
    return begins and end < len(folded) and folded[end] in _FOLLOWING


def _talk_with_its_marks(draft: Draft) -> set[int]:
    """Tokens of words of talk that are typed as they are written, with marks."""
    return {
        word.token
        for cue in draft.resolved
        if not cue.penalty
        for word in draft.words[cue.start : cue.end]
        if word.marks.is_marked
    }


def _names_a_province(draft: Draft) -> bool:
    """Whether a province of two words or more stands there as it should."""
    return any(
        span.penalty < DOUBTFUL
        and span.end - span.start > 1
        and span.places[0].key.startswith(PROVINCES)
        for span in draft.places
    )


def _cost(typed: str, name: str) -> float:
    """How unlike a slip of the finger the one letter between two words is."""
    if len(typed) != len(name):
        return 1.0
    differing = [at for at, pair in enumerate(zip(typed, name, strict=True)) if pair[0] != pair[1]]
    if len(differing) > 1:
        return 0.9  # two neighbours swapped: all letters are there
    one, other = _KEYS.get(typed[differing[0]]), _KEYS.get(name[differing[0]])
    if one is None or other is None:
        return 1.2
    beside = abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1
    return 1.0 if beside else 1.2


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
