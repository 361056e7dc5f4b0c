"""Which products stand for the two sides of a comparison."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.catalogue import Catalogue, best_first
from knowledge.facts import Product
from knowledge.search.finder import Found
from knowledge.understanding.comparison.comparing import Sides
from knowledge.understanding.drafts.certainty import is_whole
from knowledge.understanding.kinds.kinds_meant import Kind
from knowledge.understanding.question import Match

AS_WELL = 0.01
"""By how much less of the words another name may explain to be meant as well."""
AS_LIKELY = 0.8
"""Share of the best score from which another product may be meant as well."""


class SidesTold:
    """Finds the products of each side of a comparison, the one to compare first."""

    def __init__(self, catalogue: Catalogue, products: Sequence[str]) -> None:
        """``products`` are codes in the order in which names are indexed."""
        self._catalogue = catalogue
        self._products = products

    def of_one_kind(
        self, sides: Sides, kinds: Sequence[Kind]
    ) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        """Both sides of a comparison; of two brands that make several things, what both make first:
        "Lê Gia hay Khải Hoàn" is about fish sauce."""
        left, right = (
            told(self._best_first(side, kinds), self._products)
            for side in (sides.left, sides.right)
        )
        of_its_maker = self._of_one_maker(left[0], sides.right)
        if of_its_maker is not None:
            return left, _before(of_its_maker, right)
        for one in _as_likely(left):
            kinds_of_one = self._catalogue.widest_kinds(self._catalogue.products[one.code])
            for other in _as_likely(right):
                of_other = self._catalogue.widest_kinds(self._catalogue.products[other.code])
                if not kinds_of_one.isdisjoint(of_other):
                    return _before(one, left), _before(other, right)
        return left, right

    def _of_one_maker(self, one: Match, others: Sequence[Found]) -> Match | None:
        """Of the products that a second side fits as well, one by the maker of the first: in "Khải
        Hoàn 40 độ đạm vs 43 độ đạm" both are Khải Hoàn's."""
        maker = self._catalogue.products[one.code].producer
        first = others[0].verdict
        if maker is None or is_whole(first):
            return None
        alike = [
            found
            for found in others
            if self._product(found).producer == maker
            and self._product(found).code != one.code
            and found.verdict.positions >= first.positions
            and found.verdict.explained >= first.explained - AS_WELL
        ]
        return told(alike[:1], self._products)[0] if alike else None

    def _best_first(self, side: Sequence[Found], kinds: Sequence[Kind]) -> Sequence[Found]:
        """One side of a comparison with the best product first where what was typed fits several of
        a maker, or of a kind: "Khải Hoàn" is no more its 30 degrees than its 40, "bưởi da xanh" no
        one that is called just so."""
        first = side[0].verdict
        maker = self._product(side[0]).producer
        is_kind = any(first.positions == set(range(kind.start, kind.end)) for kind in kinds)
        alike = [
            found
            for found in side
            if (is_kind or (maker and self._product(found).producer == maker))
            and found.verdict.positions >= first.positions
            and found.verdict.explained >= first.explained - AS_WELL
        ]
        if len(alike) < 2:
            return side
        best = min(alike, key=lambda found: best_first(self._product(found)))
        return [best, *(found for found in side if found is not best)]

    def _product(self, found: Found) -> Product:
        return self._catalogue.products[self._products[found.owner]]


def _as_likely(matches: Sequence[Match]) -> list[Match]:
    """Those that may be meant as well as the first; it alone where its whole name was typed."""
    least = matches[0].score * (1.0 if matches[0].whole else AS_LIKELY)
    return [match for match in matches if match.score >= least]


def _before(first: Match, matches: Sequence[Match]) -> tuple[Match, ...]:
    return (first, *(match for match in matches if match.code != first.code))


def told(found: Sequence[Found], codes: Sequence[str]) -> tuple[Match, ...]:
    """What was found by name with the codes of the products; ``codes`` as they are indexed."""
    return tuple(Match(codes[each.owner], shown(each), is_whole(each.verdict)) for each in found)


def shown(found: Found) -> float:
    """The score of a name between 0 and 1."""
    return round(max(0.0, min(1.0, found.verdict.score)), 3)
