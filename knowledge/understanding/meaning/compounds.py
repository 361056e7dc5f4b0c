"""Two kinds named side by side that are one thing: the "kẹo chuối" of Bến Tre is neither any candy
nor any banana."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from knowledge.catalogue import Catalogue
from knowledge.facts import Place, Product
from knowledge.text.letters import marks_of
from knowledge.text.syllables import is_syllable
from knowledge.text.tokens import words_of
from knowledge.understanding.deciding.deciding import MOST_MATCHES
from knowledge.understanding.drafts.coverage import covered
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.kinds.kinds_meant import QUALITY, Kind
from knowledge.understanding.kinds.standing_kinds import are_joined
from knowledge.understanding.meaning.meaning import Meaning
from knowledge.understanding.question import Certainty, Intent, Match

OF_A_COMPOUND = 2
"""Kinds that make a compound."""
OF_A_RECIPE = 3
"""Kinds that make one where a drink is named by two of what is in it: "trà gừng mật ong"."""
LONGEST_BETWEEN = 1
"""Words of a compound that no kind explains: the xỉu of "cá xỉu muối"."""


class Compound(NamedTuple):
    """A thing named by two kinds, or by a kind and a word that no product of it has."""

    kind: str
    """Key of what it is: kẹo for "kẹo chuối"."""
    said: str
    """The words that name it, as they were typed."""
    products: tuple[Product, ...]
    """Products that are both, best first."""

    def kept(self, decision: Decision) -> Decision:
        """A decision with the kind alone of which this is."""
        kinds = [kind for kind in decision.kinds if kind.meaning.key == self.kind]
        return replace(decision, kinds=kinds, products=(), namesakes=())


def compound_named(
    draft: Draft, kinds: Sequence[Kind], places: Sequence[Place], catalogue: Catalogue
) -> Compound | None:
    """The compound that kinds, or a kind and the word beside it, make up; ``None`` where each kind
    stands for itself.

    In Vietnamese what it is comes first, in English last: "buckwheat wine" is wine.
    """
    if any(kind.meaning.key == QUALITY for kind in kinds):
        return _of_quality(draft, kinds, places, catalogue)
    if draft.stars is not None:
        return None
    kinds = _in_one_language(kinds)
    if len({kind.meaning.key for kind in kinds}) == 1 and places:
        return _told_closer(draft, kinds[0], places, catalogue)
    if len({kind.start for kind in kinds}) == len(kinds) == OF_A_RECIPE:
        return _of_a_recipe(draft, kinds, places, catalogue)
    if len(kinds) != OF_A_COMPOUND:
        return None
    left, right = sorted(kinds, key=lambda kind: kind.start)
    mixed = left.meaning.language != right.meaning.language
    if (mixed and right.meaning.language != "en") or not _is_one(draft, left, right):
        return None
    head, rest = (right, left) if right.meaning.language == "en" else (left, right)
    both = _made_of(draft, head, [rest], places, catalogue)
    if any(_is_unknown(place, draft) for place in range(left.end, right.start)):
        both = []  # nothing tells what the word between is
    elif mixed and not both:
        return None
    elif not _can_be_made_of(head.meaning.key, rest.meaning.key, catalogue) and not (
        head is right and _is_flavoured(head.meaning.key, rest.meaning.key, catalogue)
    ):
        if not _is_of_another_group(head, rest, catalogue):
            # "nước mắm cá linh" is what some fish sauce is called, word for word
            both = [product for product in both if _has(product, draft, left.start, right.end)]
        if not both:
            return None
    return Compound(head.meaning.key, _typed(draft, left.start, right.end), tuple(both))


def _of_quality(
    draft: Draft, kinds: Sequence[Kind], places: Sequence[Place], catalogue: Catalogue
) -> Compound | None:
    """What of a kind is grown so, as far as its name tells. Where none of that place or of those
    stars is, these are told as well: there is organic tea, but none of 5 stars."""
    others = [kind for kind in kinds if kind.meaning.key != QUALITY]
    if len({kind.meaning.key for kind in others}) != 1:
        return None
    head = others[0].meaning.key
    grown = [
        product
        for product in catalogue.products_at(places, stars=draft.stars, kinds=(head,))
        if catalogue.is_at(product, kinds=(QUALITY,))
    ]
    said = [_typed(draft, min(each.start for each in kinds), max(each.end for each in kinds))]
    if not grown:
        said += [f"{draft.stars}★"] if draft.stars is not None else []
        said += [place.name for place in places]
    return Compound(head, " ".join(said), tuple(grown))


def of_both(meaning: Meaning, compound: Compound) -> Meaning:
    """With the products that are all a compound says: "gia vị bún bò" is about the one spice that
    is for it."""
    codes = [product.code for product in compound.products[:MOST_MATCHES]]
    certainty = Certainty.RIVALS if len(codes) > 1 else Certainty.CLEAR
    intent = meaning.intent
    if intent is Intent.SPECIALITIES:
        intent = Intent.PRODUCT  # even "silk scarf ocop" is a list of no more than these
    return replace(
        meaning,
        decision=replace(meaning.decision, certainty=certainty, kinds=()),
        products=tuple(Match(code, 1.0) for code in codes),
        intent=intent,
    )


def unknown_of(compound: Compound | None) -> str:
    """What was named that is not known, though a list of its kind may be."""
    return compound.said if compound is not None and not compound.products else ""


def _is_one(draft: Draft, left: Kind, right: Kind) -> bool:
    """Whether nothing that parts them stands between two kinds."""
    placed = covered(draft.places, ())
    between = [place for place in range(left.end, right.start) if place not in placed]
    return (
        left.end <= right.start
        and len(between) <= LONGEST_BETWEEN
        and not are_joined(draft.words[left.end : right.start + 1])
        and all(_is_unknown(place, draft) for place in between)
    )


def _can_be_made_of(head: str, rest: str, catalogue: Catalogue) -> bool:
    """Whether a wide kind is followed by a narrower one of another sort, as goods are by what they
    are made of: "trà cà phê" asks for both, there is no such thing."""
    return not catalogue.kinds[head].parents and bool(catalogue.kinds[rest].parents)


def _of_a_recipe(
    draft: Draft, kinds: Sequence[Kind], places: Sequence[Place], catalogue: Catalogue
) -> Compound | None:
    """What is named by what it is and two of what is in it, all in a row: "rượu hồng đào" is
    neither any liquor nor any persimmon. Of a longer row, as of three fruits, each is asked for by
    itself."""
    first, *_, last = row = sorted(kinds, key=lambda kind: kind.start)
    head = last if first.meaning.language == "en" else first
    rest = [kind for kind in row if kind is not head]
    if (
        len({kind.meaning.language for kind in row}) > 1
        or not all(_is_of_another_group(head, kind, catalogue) for kind in rest)
        or any(
            left.end != right.start or not _is_one(draft, left, right)
            for left, right in pairwise(row)
        )
    ):
        return None
    made = _made_of(draft, head, rest, places, catalogue)
    if not made and any(kind.length > 1 for kind in rest):
        return None
    return Compound(head.meaning.key, _typed(draft, first.start, last.end), tuple(made))


def _made_of(
    draft: Draft,
    head: Kind,
    rest: Sequence[Kind],
    places: Sequence[Place],
    catalogue: Catalogue,
) -> list[Product]:
    """The products of a kind that are of the others too or have their words in the name; else those
    of a wider kind that are called by all the words, in whatever order."""
    made = [
        product
        for product in catalogue.products_at(places, kinds=(head.meaning.key,))
        if all(
            catalogue.is_at(product, kinds=(kind.meaning.key,))
            or _has(product, draft, kind.start, kind.end)
            for kind in rest
        )
    ]
    wider = tuple(catalogue.kinds_above(head.meaning.key))
    if made or not wider:
        return made
    typed = {
        word.marks.folded for kind in (head, *rest) for word in draft.words[kind.start : kind.end]
    }
    return [
        product
        for product in catalogue.products_at(places, kinds=wider)
        if any(typed <= set(name) for name in _names(product))
    ]


def _is_of_another_group(head: Kind, rest: Kind, catalogue: Catalogue) -> bool:
    """Whether two kinds are of different groups, as a drink and the fruit in it."""
    groups = {catalogue.kinds[kind.meaning.key].category for kind in (head, rest)}
    return len(groups) > 1 and None not in groups


def _is_flavoured(head: str, rest: str, catalogue: Catalogue) -> bool:
    """Whether two wide kinds of different groups stand one before the other in English: "egg
    coffee" is coffee, while "tea coffee" are two drinks."""
    kinds = catalogue.kinds[head], catalogue.kinds[rest]
    groups = {kind.category for kind in kinds}
    return not any(kind.parents for kind in kinds) and len(groups) > 1 and None not in groups


def _in_one_language(kinds: Sequence[Kind]) -> list[Kind]:
    """The kinds with each phrase once, in English where all of them are and one is nothing else:
    the "coffee" of "ginger coffee" is said in Vietnamese too. Else in Vietnamese where they are in
    both: "nuoc mam" is what some call it in English."""
    # With and without its marks a name may stand in the tables twice
    kinds = list({(kind.start, kind.end, kind.meaning): kind for kind in kinds}.values())
    english = [kind for kind in kinds if kind.meaning.language == "en"]
    places = {kind.start for kind in kinds}
    in_both = {kind.start for kind in kinds if kind.meaning.language == "vi"}
    if len(english) == len(places) > len(in_both):
        return english
    return [kind for kind in kinds if kind.meaning.language == "vi" or kind.start not in in_both]


def _told_closer(
    draft: Draft, kind: Kind, places: Sequence[Place], catalogue: Catalogue
) -> Compound | None:
    """A kind that a word tells closer which none of it there has: "bánh cống Sóc Trăng"."""
    if kind.meaning.language == "en":
        place, start, end = kind.start - 1, kind.start - 1, kind.end
    else:
        place, start, end = kind.end, kind.start, kind.end + 1
    if not 0 <= place < len(draft.words):
        return None
    if not _is_unknown(place, draft) and not _stands_between(place, start, end, draft):
        return None
    if are_joined(draft.words[start + 1 : end]):
        return None
    there = catalogue.products_at(places, kinds=(kind.meaning.key,))
    if any(_has(product, draft, place, place + 1) for product in there):
        return None
    return Compound(kind.meaning.key, _typed(draft, start, end), ())


def _stands_between(place: int, start: int, end: int, draft: Draft) -> bool:
    """Whether a word that may be one of talk without its marks stands between a kind and a place,
    and little else was typed: the "bo" of "lap xuong bo chau doc"."""
    behind = next((span for span in draft.places if span.start == end), None)
    # Where marks are written the "cau" of "kẹo cau huế" is no slip in "câu"
    if draft.writes_marks and (place not in draft.doubtful or draft.words[place].marks.is_marked):
        return False
    if behind is None or place in draft.soft or place < start:
        return False
    named = {*range(start, end), *range(behind.start, behind.end)}
    return len(draft.words[place].text) > 1 and named | draft.soft == set(range(len(draft.words)))


def _is_unknown(place: int, draft: Draft) -> bool:
    """Whether a word was typed rightly, and is neither talk nor explained by anything."""
    word = draft.words[place]
    return (
        place not in draft.soft | draft.everyday | draft.doubtful | draft.placed
        and place not in covered(draft.places, draft.kinds)
        and word.is_known
        and word.origin == "typed"
        and len(word.text) > 1
        and is_syllable(word.marks.folded)
    )


def _has(product: Product, draft: Draft, start: int, end: int) -> bool:
    """Whether a product's name has some of the words typed, side by side."""
    typed = [word.marks.folded for word in draft.words[start:end]]
    span = len(typed)
    return any(
        words[at : at + span] == typed
        for words in _names(product)
        for at in range(len(words) - span + 1)
    )


def _names(product: Product) -> list[list[str]]:
    """The folded words of each of a product's names."""
    return [
        [marks_of(word).folded for word in words_of(name)]
        for name in (product.name_vi, product.name_en)
        if name
    ]


def _typed(draft: Draft, start: int, end: int) -> str:
    first, last = draft.words[start].token, draft.words[end - 1].token
    return " ".join(token.text for token in draft.tokens[first : last + 1])
