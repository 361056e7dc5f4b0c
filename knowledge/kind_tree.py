"""Which kinds of products are of which wider ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.facts import Kind


@dataclass(frozen=True, slots=True)
class KindTree:
    """The kinds above and below each other; one may be of several wider ones."""

    above: Mapping[str, tuple[str, ...]]
    """By kind the wider ones, the nearest first: dried mango is of mango, and of dried fruit."""
    below: Mapping[str, tuple[str, ...]]
    """By kind the narrower ones."""

    @staticmethod
    def of(kinds: Iterable[Kind]) -> KindTree:
        """The tree of all kinds."""
        parents = {kind.key: kind.parents for kind in kinds}
        above: dict[str, tuple[str, ...]] = {}
        below: defaultdict[str, list[str]] = defaultdict(list)
        for key, own in parents.items():
            wider = [*own]
            for each in wider:
                below[each].append(key)
                wider += [other for other in parents.get(each, ()) if other not in wider]
            above[key] = tuple(wider)
        return KindTree(above, {wider: tuple(found) for wider, found in below.items()})

    def with_wider(self, keys: Iterable[str]) -> frozenset[str]:
        """Some kinds and all that they are of."""
        own = frozenset(keys)
        return own.union(*[self.above.get(key, ()) for key in own])

    def widest(self, key: str) -> frozenset[str]:
        """The widest kinds that one is of: rice of ST25 rice."""
        return frozenset(each for each in (key, *self.above.get(key, ())) if not self.above[each])
