"""The nodes of a tree of phrases, in which phrases that go on alike share what they go on with."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

from knowledge.text.letters import Marks

Meaning = TypeVar("Meaning", bound=Hashable)

_NONE: dict[int, Any] = {}
"""The followers of a node that has none, never written to: empty ones would take megabytes."""


class Node(Generic[Meaning]):
    """A word of some phrases, and all that may follow it in them."""

    __slots__ = ("followers", "meanings", "word")

    def __init__(self, *word: Marks) -> None:
        self.word = word
        """The word as it is written in the phrases, to be put behind those before it; none at the
        root."""
        self.followers: Followers[Meaning] = _NONE
        self.meanings: tuple[Meaning, ...] = ()
        """What the phrases that end here mean."""

    def follower(self, number: int, word: Marks) -> Node[Meaning]:
        """The node behind this one for a word, new or old; ``number`` is that of its letters."""
        if self.followers is _NONE:
            self.followers = {}
        ways = self.followers.get(number, ())
        for node in ways:
            if node.word[0] == word:
                return node
        new: Node[Meaning] = Node(word)
        self.followers[number] = (*ways, new)
        return new


Followers = dict[int, tuple[Node[Meaning], ...]]
"""The nodes behind one, by the numbers of their folded words, one for each way such a word is
written."""


Reached = list[tuple[Node[Meaning], tuple[Marks, ...]]]
"""Nodes reached in some words, each with the marks of those words as they are written."""


def behind(reached: Reached[Meaning], number: int) -> Reached[Meaning]:
    """The nodes behind those that were reached, for the word with a number."""
    found: Reached[Meaning] = []
    for node, written in reached:
        if number in node.followers:
            for way in node.followers[number]:
                found.append((way, written + way.word))
    return found


def share_endings(node: Node[Meaning]) -> Node[Meaning]:
    """The same tree with a single node for all that are alike in what they say and lead to.

    "khách ở Nhật" and "bạn bè ở Nhật" meet at "ở": a list of countries behind a hundred words is
    held once. No phrase may be added any more.
    """
    return _Sharing[Meaning]().of(node)


class _Sharing(Generic[Meaning]):
    """What was found in a tree so far, each thing that is alike in many places once."""

    def __init__(self) -> None:
        self._nodes: dict[tuple[object, ...], Node[Meaning]] = {}
        self._followers: dict[tuple[object, ...], Followers[Meaning]] = {}
        self._tuples: dict[tuple[object, ...], tuple[Any, ...]] = {}

    def of(self, node: Node[Meaning]) -> Node[Meaning]:
        """The node that stands for this one and all that are like it."""
        if node.followers:
            for number, ways in node.followers.items():
                node.followers[number] = self._once(tuple([self.of(way) for way in ways]))
            # Nodes compare by being the same one, as those behind this one are if they are alike
            behind = tuple(sorted(node.followers.items(), key=_number))
            node.followers = self._followers.setdefault(behind, node.followers)
        node.word = self._once(node.word)
        node.meanings = self._once(node.meanings)
        return self._nodes.setdefault((node.word, node.meanings, id(node.followers)), node)

    def _once(self, value: tuple[Any, ...]) -> tuple[Any, ...]:
        return self._tuples.setdefault(value, value)


def _number(follower: tuple[int, object]) -> int:
    return follower[0]
