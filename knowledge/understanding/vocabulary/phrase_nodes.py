"""The nodes of a tree of phrases, in which phrases that go on alike share what they go on with."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from knowledge.text.letters import Marks

Meaning = TypeVar("Meaning", bound=Hashable)

Phrase = tuple[Sequence[Marks], Meaning]
"""The words of a phrase, and what it means."""

_NONE: dict[int, Any] = {}
"""The followers of a node that has none, never written to: empty ones would take megabytes."""


class Node(Generic[Meaning]):
    """A word of some phrases, and all that may follow it in them."""

    __slots__ = ("followers", "meanings", "word")

    def __init__(
        self,
        word: tuple[Marks, ...],
        followers: Followers[Meaning],
        meanings: tuple[Meaning, ...],
    ) -> None:
        self.word = word
        """The word as it is written in the phrases, to be put behind those before it."""
        self.followers = followers
        self.meanings = meanings
        """What the phrases that end here mean."""


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


def grown(phrases: Sequence[Phrase[Meaning]], numbers: Mapping[str, int]) -> Followers[Meaning]:
    """The tree of some phrases, with a single node for all that are alike in what they say and lead
    to; ``numbers`` holds those of all folded words.

    "khách ở Nhật" and "bạn bè ở Nhật" meet at "ở": a list of countries behind a hundred words is
    held once.
    """
    return _Growing[Meaning](numbers).behind(phrases, 0)


class _Growing(Generic[Meaning]):
    """What has grown so far, each thing that is alike in many places once.

    A node is made when all behind it are: what is there already is never made again, and leaves no
    holes in memory.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._nodes: dict[tuple[object, ...], Node[Meaning]] = {}
        self._followers: dict[tuple[object, ...], Followers[Meaning]] = {}
        self._tuples: dict[tuple[object, ...], tuple[Any, ...]] = {}

    def behind(self, phrases: Sequence[Phrase[Meaning]], length: int) -> Followers[Meaning]:
        """What follows in some phrases, which are alike in so many words."""
        going_on: dict[int, dict[Marks, list[Phrase[Meaning]]]] = {}
        for phrase in phrases:
            words = phrase[0]
            if len(words) > length:
                word = words[length]
                ways = going_on.setdefault(self._numbers[word.folded], {})
                ways.setdefault(word, []).append(phrase)
        if not going_on:
            return _NONE
        followers = {
            number: self._once(
                tuple([self._node(word, having, length + 1) for word, having in ways.items()])
            )
            for number, ways in going_on.items()
        }
        # Nodes compare by being the same one, as they are if they are alike
        return self._followers.setdefault(tuple(sorted(followers.items())), followers)

    def _node(self, word: Marks, phrases: Sequence[Phrase[Meaning]], length: int) -> Node[Meaning]:
        """The node of a word, the last of so many that some phrases begin with."""
        followers = self.behind(phrases, length)
        meanings = self._once(tuple([each[1] for each in phrases if len(each[0]) == length]))
        key = word, meanings, id(followers)
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = Node(self._once((word,)), followers, meanings)
        return node

    def _once(self, value: tuple[Any, ...]) -> tuple[Any, ...]:
        return self._tuples.setdefault(value, value)
