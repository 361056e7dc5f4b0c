"""Names of others that share a word with one of ours: "nuoc mam Ky Thac" is no Nước mắm Kỳ Phú."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from knowledge.search.judgement import Verdict
from knowledge.text.syllables import is_syllable
from knowledge.text.tokens import tokenise
from knowledge.understanding.deciding.taken_words import has
from knowledge.understanding.drafts.certainty import MOSTLY, is_exact, is_whole
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.names.brands_unmarked import TELLING, SideBySide
from knowledge.understanding.words.lexicon import Word

ONE_BETWEEN = 2
"""How far apart the words of a name are that have one between them."""
OF_A_BRAND = 2
"""Words of most brands."""
MOST_SLIPS = 2
"""Letters by which a word that we do not know may differ from the one it is a slip of."""


class Neighbours:
    """Tells names of ours from those of others that are like them."""

    def __init__(self, catalogue: Catalogue, side_by_side: SideBySide) -> None:
        self._catalogue = catalogue
        self._side_by_side = side_by_side

    def is_another(self, draft: Draft, verdict: Verdict, product: Product) -> bool:
        """Whether a word of a brand was typed with another beside it than the name has."""
        if is_exact(verdict):
            return False
        kinds = frozenset(covered((), draft.kinds))
        own: set[str] | None = None
        for place, beside in _beside_the_kind(draft, verdict, kinds):
            first, second = sorted((place, beside))
            typed = draft.words[beside].marks.folded
            pair = draft.words[first].marks.folded, draft.words[second].marks.folded
            # "Hoàng Long" is somebody's name, and none of Yến Hoàng
            brand = _is_written(draft, first, second) and self._side_by_side.in_a_name(*pair)
            if (
                not brand
                and not _stands_for_another(beside, draft, verdict)
                and self._side_by_side.stand_so(*pair)
            ):
                continue
            own = own or self._own_words(product)
            slips = MOST_SLIPS if not draft.words[beside].is_known else 0 if brand else 1
            if not any(OSA.distance(typed, word, score_cutoff=slips) <= slips for word in own):
                return True
        return False

    def is_of_another_kind(self, draft: Draft, verdict: Verdict, product: Product) -> bool:
        """Whether one word behind a kind was found in the name of something of another kind:
        "trà Kiếm Nhuận" is none of Đức Nhuận's mushrooms."""
        if self._has_another_head(draft, verdict, product):
            return True
        if verdict.covered >= MOSTLY:
            return False
        brand = verdict.positions - covered((), draft.kinds)
        if not brand or len(brand) > OF_A_BRAND:
            return False
        place = min(brand)
        return any(
            kind.meaning.language == "vi"
            and kind.end <= place
            and not any(word.follows_break for word in draft.words[kind.end : place + 1])
            and not self._catalogue.is_at(product, kinds=(kind.meaning.key,))
            # The "rice" of a rice paper is no gạo
            and not any(has(verdict, draft.words[at]) for at in range(kind.start, kind.end))
            for kind in draft.kinds
        )

    def _has_another_head(self, draft: Draft, verdict: Verdict, product: Product) -> bool:
        """Whether of a kind of several words only what it is made of was found in a name that
        begins with another thing: "trà cà gai leo ... Pù Mát" is no Cao cà gai leo Pù Mát."""
        if is_whole(verdict) or not product.name_vi:
            return False
        typed = {number for word in draft.words for number, _ in word.readings}
        return any(
            kind.meaning.language == "vi"
            and kind.length > 1
            and not kind.penalty
            and kind.start not in verdict.positions
            and verdict.positions.issuperset(range(kind.start + 1, kind.end))
            and not self._catalogue.is_at(product, kinds=(kind.meaning.key,))
            and verdict.name.words[0] not in typed
            for kind in draft.kinds
        )

    def goes_on(self, draft: Draft, verdict: Verdict, product: Product) -> bool:
        """Whether behind a whole name stand one word or two that may make somebody else's of it:
        "mắm tôm Lê Gia Phát", "mật ong rừng U Minh Thần Kỳ"."""
        behind = max(verdict.positions) + 1
        if not draft.writes_marks or behind >= len(draft.words) or not is_whole(verdict):
            return False
        if behind in draft.soft or behind in draft.everyday:
            return False
        known = draft.placed | covered(draft.places, draft.kinds)
        more = []
        for place in range(behind, min(behind + OF_A_BRAND, len(draft.words))):
            if place in known or draft.words[place].follows_break:
                break
            if not _is_a_word(draft.words[place]) or draft.words[place].origin != "typed":
                break
            more.append(place)
        if not more:
            return False
        own = self._own_words(product)
        words = [draft.words[place].marks.folded for place in more]
        kinds = covered((), draft.kinds)
        if not own.isdisjoint(words):
            return False
        brand = verdict.positions - kinds
        if len(more) == OF_A_BRAND:
            talk = draft.soft | draft.everyday | draft.doubtful
            return bool(brand) and talk.isdisjoint(more)
        ends = more[0] + 1 == len(draft.words) or more[0] + 1 in draft.soft
        return ends and len(brand) >= OF_A_BRAND and draft.words[more[0]].marks.is_marked

    def halves_a_place(self, draft: Draft, verdict: Verdict) -> bool:
        """Whether a name that was not typed in full took one half of the name of a place: the
        "nam" of "bánh gai ... Nam Định" tells of no Nam Bình."""
        if not draft.places or not draft.writes_marks or is_whole(verdict):
            return False
        return any(
            span.end - span.start > 1
            and not span.penalty
            and not verdict.positions.isdisjoint(range(span.start, span.end))
            and not verdict.positions.issuperset(range(span.start, span.end))
            for span in draft.places
        )

    def _own_words(self, product: Product) -> set[str]:
        """The folded words of a product's names and of its maker's."""
        maker = self._catalogue.producers.get(product.producer or "")
        names = [product.name_vi, product.name_en, maker.name if maker else ""]
        return {token.marks.folded for name in names if name for token in tokenise(name)}


def _is_written(draft: Draft, first: int, second: int) -> bool:
    """Whether two words are written with their marks by who writes them, and neither is talk."""
    talk = draft.soft | draft.everyday | draft.doubtful
    return draft.writes_marks and talk.isdisjoint({first, second})


def _beside_the_kind(
    draft: Draft, verdict: Verdict, kinds: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Words of a brand that the name has, each with one beside it that it has not, where both stand
    at the name of the kind."""
    words, named = draft.words, verdict.positions
    apart = draft.placed | covered([span for span in draft.places if not span.penalty], ())
    talk = {
        place for cue in draft.resolved if cue.length > 1 for place in range(cue.start, cue.end)
    }
    for place in sorted(named - kinds):
        if not has(verdict, words[place]):
            continue
        for beside in (place - 1, place + 1):
            if not 0 <= beside < len(words) or beside in named | kinds | apart:
                continue
            word = words[beside]
            first, second = sorted((place, beside))
            if (
                words[second].follows_break
                or not _is_a_word(word)
                or not _is_at_a_kind(first, second, draft, named)
            ):
                continue
            if _stands_for_another(beside, draft, verdict) or (
                not is_whole(verdict)
                and not (
                    beside in talk or word.marks.folded in TELLING or _is_talk(beside, draft, kinds)
                )
            ):
                yield place, beside


def _is_a_word(word: Word) -> bool:
    """Whether it is a word as it was typed: one that we know, or a syllable."""
    if len(word.text) == 1 or not word.text.isalpha():
        return False
    if word.origin == "typed":
        return word.is_known
    return word.origin == "unknown" and len(word.text) > MOST_SLIPS and is_syllable(word.text)


def _is_at_a_kind(first: int, second: int, draft: Draft, named: frozenset[int]) -> bool:
    """Whether nothing but words of the name stands between two words and a kind before them, or a
    kind in English behind them."""
    return any(
        (kind.end <= first and named.issuperset(range(kind.end, first)))
        or (
            kind.meaning.language == "en"
            and second < kind.start
            and named.issuperset(range(second + 1, kind.start))
        )
        for kind in draft.kinds
    )


def _stands_for_another(place: int, draft: Draft, verdict: Verdict) -> bool:
    """Whether a word was typed in the place of one of the name: the lá of "bánh tét lá cẩm" is not
    the thập of Bánh tét thập cẩm."""
    before, after = (
        {
            verdict.name.words.index(number)
            for number, likeness in draft.words[beside].readings
            if likeness == 1.0 and number in verdict.name.words
        }
        if beside in verdict.positions
        else set()
        for beside in (place - 1, place + 1)
    )
    return any(one + ONE_BETWEEN == other for one in before for other in after)


def _is_talk(place: int, draft: Draft, kinds: frozenset[int]) -> bool:
    """Whether a word is talk as it is typed. Between a kind and a brand only what asks is."""
    word = draft.words[place]
    if not draft.writes_marks:
        # The "is" of "is Le Gia fish sauce ..." asks, and any word that asks does in English
        in_english = all(kind.meaning.language == "en" for kind in draft.kinds)
        return place in draft.soft and (in_english or not is_syllable(word.text))
    if draft.tokens[word.token].is_capitalised:
        return False
    between = place - 1 in kinds or place + 1 in kinds
    return place in draft.soft or (place in draft.everyday and not between)
