"""One benchmark question and what counts as understanding it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.facts import Category, Locale
from knowledge.understanding.question import Intent


class Subject(StrEnum):
    """What a question is about, and so which answer is looked at."""

    PRODUCT = "product"
    PRODUCER = "producer"
    PLACE = "place"
    COMPARE = "compare"
    TALK = "talk"
    """Only the intent counts."""
    FOREIGN = "foreign"
    """Nothing in the knowledge base is meant."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question as typed, with the answers that are right."""

    text: str
    noise: str
    """Class in the table: the way it is typed."""
    subject: Subject
    intents: tuple[Intent, ...]
    """The intents that are right; the first is the one the template was written for."""
    language: Locale
    wanted: str = ""
    """What is asked for, for the person who reads the failures."""
    codes: frozenset[str] = field(default_factory=frozenset)
    """Products or producers, by the subject, any of which must come first."""
    others: frozenset[str] = field(default_factory=frozenset)
    """For ``compare``: the second product."""
    provinces: frozenset[str] = field(default_factory=frozenset)
    """Two-digit codes of today's provinces, in one of which the first place must lie."""
    stars: int | None = None
    category: Category | None = None
    kind: str | None = None
    or_all_of: str | None = None
    """The kind that a product's name tells and no more, but for where it is from: whoever types it
    may as well mean all of that kind from there, and a list of that is right."""
    from_places: frozenset[str] = field(default_factory=frozenset)
    """Keys of the places that such a name tells, in each of which the product is at home."""

    @property
    def intent(self) -> Intent:
        """The intent the template was written for."""
        return self.intents[0]
