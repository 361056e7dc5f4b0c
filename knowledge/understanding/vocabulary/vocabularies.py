"""The typed vocabularies of an utterance, built once over one version of the data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from knowledge.catalogue import Catalogue
from knowledge.facts import Kind, Locale
from knowledge.search.words import WordTable
from knowledge.text.letters import Marks, marks_of
from knowledge.text.syllables import is_syllable
from knowledge.text.tokens import tokenise, words_of
from knowledge.understanding.vocabulary.abbreviated_places import abbreviation, beside_abbreviations
from knowledge.understanding.vocabulary.phrases import PhraseTree
from knowledge.understanding.vocabulary.senses import FILLER, SHOP
from knowledge.understanding.vocabulary.tables import rows_of
from knowledge.understanding.vocabulary.talk import Talk
from knowledge.understanding.vocabulary.votes import PLACE, THING, Votes
from knowledge.understanding.vocabulary.ways_to_ask import (
    Said,
    folded,
    of_named_things,
    said_of_tables,
)
from knowledge.understanding.words.lexicon import Lexicon, Synonym, Word
from knowledge.understanding.words.run_together import Pieces

SURE_WITHOUT_MARKS = 3
SHOP_CUE = 0.3
"""What the name of a shop tells of what is asked: to buy there, if nothing else."""
LONGEST_SHORT_FORM = 2
"""Words of the longest short form that is read: "bn ơi"."""


class Cue(Struct, frozen=True, gc=False):
    """A phrase that tells what is asked rather than about what."""

    sense: str
    """An intent's name, ``topic:...``, ``category:...``, ``ordinal:...`` or a small word's part:
    ``at``, ``unit``, ``and``, ``or``, ``refer_back`` ..."""
    language: Locale
    weight: float


class PlaceReading(Struct, frozen=True, gc=False):
    """A place that a phrase may mean."""

    key: str
    weight: float
    """How readily the name alone means this place, 0..1."""
    short: str | None
    """An abbreviation (SG, HN, BMT), which must be typed letter by letter; else ``None``."""


class KindReading(Struct, frozen=True, gc=False):
    """A kind of product named by a phrase."""

    key: str
    language: Locale


class Foreign(Struct, frozen=True, gc=False):
    """Something that is certainly not an OCOP product, or not a question for this bot."""

    topic: str
    language: Locale
    marks: tuple[Marks, ...]
    """As the phrase is written."""

    def is_written(self, words: Sequence[Word]) -> bool:
        """Whether words are surely this phrase: without marks "gia dat" is also "giá đắt", so that
        phrases of fewer than three words count only as they are written. With other marks a word is
        another one: "bao nhiêu dợ" asks for no "bao nhiêu độ"."""
        bare = len(words) >= SURE_WITHOUT_MARKS
        return all(
            word.marks == mark or (bare and not word.marks.is_marked)
            for word, mark in zip(words, self.marks, strict=True)
        )


class Vocabularies:
    """All phrase trees over one table of words."""

    def __init__(
        self, catalogue: Catalogue, table: WordTable, names: Iterable[Sequence[int]]
    ) -> None:
        """``table`` holds the words of product and producer names already; ``names`` are those
        names, in numbers of words."""
        self.table = table
        name_counts = table.counts[:]
        in_names = frozenset(number for number, count in enumerate(name_counts) if count)
        self.cues: PhraseTree[Cue] = PhraseTree(table, _cues())
        self.kinds: PhraseTree[KindReading] = kind_tree(table, catalogue.facts.kinds)
        ordinary = frozenset(number for number, count in enumerate(table.counts) if count)
        name_counts.extend([0] * (len(table.counts) - len(name_counts)))
        self.places: PhraseTree[PlaceReading] = PhraseTree(
            table,
            (
                (name.name, PlaceReading(name.place, name.weight, abbreviation(name.name)))
                for name in catalogue.facts.place_names
            ),
        )
        self.foreign: PhraseTree[Foreign] = PhraseTree(table, _foreign())
        synonyms = list(rows_of("synonyms"))
        said = list(said_of_tables())
        self.rewordings: PhraseTree[tuple[str, ...]] = PhraseTree(table, _rewordings(synonyms))
        self.lexicon = Lexicon(
            table,
            _short_forms(),
            frozenset(pair for phrase in said for pair in pairwise(phrase.words)),
            read_abbreviations(),
            _synonyms(table, synonyms),
            in_names,
            frozenset(
                short for name in catalogue.facts.place_names if (short := abbreviation(name.name))
            ),
            beside_abbreviations(catalogue.facts.place_names, catalogue.places),
            ordinary,
            frozenset(_everyday_english()),
            Pieces(table, ordinary, name_counts, names),
            {},
        )
        self.kind_names = {
            "vi": {kind.key: words_of(kind.name_vi) for kind in catalogue.facts.kinds},
            "en": {kind.key: words_of(kind.name_en) for kind in catalogue.facts.kinds},
        }
        self.votes = Votes(of_named_things(said))
        self.talk = Talk(
            table,
            _talk(said),
            (folded(name) for name, _ in _names_of(catalogue.facts.kinds)),
        )
        self.everyday = _everyday()
        self.maker_ends = _maker_ends(catalogue)
        """The last two words of makers' names, their brands, by those words folded."""
        self.english_talk = frozenset(_english_talk(said))
        self.english_words = frozenset(_english_words(catalogue))


_LEARNT = {"dried": "dry", "smoked": "smoke"}
"""Ways to keep food, and what those who learn English make of them."""


def kind_tree(table: WordTable, kinds: Iterable[Kind]) -> PhraseTree[KindReading]:
    """The kinds of products under all their names in both languages."""
    return PhraseTree(table, _names_of(kinds))


def _names_of(kinds: Iterable[Kind]) -> Iterable[tuple[str, KindReading]]:
    told = [
        (name, KindReading(kind.key, language))
        for kind in kinds
        for language, names in kind.names.items()
        for name in names
    ]
    yield from told
    taken = {name.casefold() for name, _ in told}
    for name, reading in told:
        for other in _as_learners_say(name):
            if reading.language == "en" and other.casefold() not in taken:
                taken.add(other.casefold())
                yield other, reading


def _as_learners_say(name: str) -> Iterable[str]:
    """How English is spoken by those who learn it: "dry mango", "mango dry" for dried mango."""
    how, _, what = name.partition(" ")
    short = _LEARNT.get(how.casefold())
    if short is not None and what:
        yield from (f"{short} {what}", f"{what} {how}", f"{what} {short}")


def read_abbreviations() -> dict[str, tuple[str, ...]]:
    """Abbreviations that are written out in names and questions alike."""
    return {row["form"]: words_of(row["stands_for"]) for row in rows_of("abbreviations")}


def _cues() -> Iterable[tuple[str, Cue]]:
    # Thousands of phrases share a few hundred meanings: each is held once
    meanings: dict[tuple[str, str, str], Cue] = {}
    for row in rows_of("cues"):
        sense, language, weight = key = row["sense"], row["language"], row["weight"]
        meaning = meanings.get(key)
        if meaning is None:
            meaning = meanings[key] = Cue(sense, language, float(weight))
        yield row["phrase"], meaning
    empty = {language: Cue(FILLER, language, 0.0) for language in ("vi", "en")}
    for row in rows_of("fillers"):
        yield row["phrase"], empty[row["language"]]
    shop = Cue(SHOP, "vi", SHOP_CUE)
    for row in rows_of("sellers"):
        for form in row["forms"].split(";"):
            yield form, shop


def _talk(said: Iterable[Said]) -> Iterable[list[str]]:
    """Folded words of all that is said around what is asked about."""
    for phrase in said:
        yield phrase.words
    for row in rows_of("phrasings"):
        if THING not in row["phrase"] and PLACE not in row["phrase"]:
            continue  # thousands of messages that stand around nothing
        for part in re.split(f"[{THING}{PLACE},.?!]", row["phrase"]):
            if words := folded(part):
                yield words


def _foreign() -> Iterable[tuple[str, Foreign]]:
    for table, column in (("foreign", "kind"), ("off_topic", "topic")):
        for row in rows_of(table):
            marks = tuple(token.marks for token in tokenise(row["phrase"]))
            yield row["phrase"], Foreign(row[column], row["language"], marks)


def _everyday() -> dict[str, tuple[Marks, ...]]:
    """Folded words of everyday language to the ways they are written."""
    found: dict[str, tuple[Marks, ...]] = {}
    for row in rows_of("everyday_words"):
        for token in tokenise(row["word"]):
            found[token.marks.folded] = (*found.get(token.marks.folded, ()), token.marks)
    return found


def _maker_ends(catalogue: Catalogue) -> dict[tuple[str, str], set[tuple[Marks, Marks]]]:
    """The brands of makers by the last two words of their names: Lê Gia, Hảo Đạt."""
    ends: dict[tuple[str, str], set[tuple[Marks, Marks]]] = {}
    for producer in catalogue.facts.producers:
        last = [marks_of(word) for word in words_of(producer.name_vi or "")[-2:]]
        if len(last) == 2:
            folded = (last[0].folded, last[1].folded)
            ends.setdefault(folded, set()).add((last[0], last[1]))
    return ends


def _english_talk(said: Iterable[Said]) -> Iterable[str]:
    """Words of English talk."""
    for phrase in said:
        if phrase.language == "en":
            yield from phrase.words
    yield from _everyday_english()


def _everyday_english() -> Iterable[str]:
    for row in rows_of("everyday_words"):
        if row["language"] == "en":
            yield from folded(row["word"])


def _short_forms() -> dict[str, tuple[tuple[str, ...], ...]]:
    forms: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows_of("short_forms"):
        words = words_of(row["form"])
        if len(words) <= LONGEST_SHORT_FORM:
            form = " ".join(words)
            forms[form] = (*forms.get(form, ()), words_of(row["stands_for"]))
    return forms


def _synonyms(table: WordTable, rows: Iterable[dict[str, str]]) -> dict[int, tuple[Synonym, ...]]:
    """Single words that stand for one another, both ways."""
    found: dict[int, set[Synonym]] = {}
    for row in rows:
        form, meant = words_of(row["form"]), words_of(row["stands_for"])
        if len(form) == 1 == len(meant):
            both = [marks_of(words[0]) for words in (form, meant)]
            for one, other in (both, both[::-1]):
                numbers = table.add(one.folded), table.add(other.folded)
                found.setdefault(numbers[0], set()).add(Synonym(one, numbers[1]))
    return {
        number: tuple(sorted(others, key=lambda other: other.stands_for))
        for number, others in found.items()
    }


def _rewordings(rows: Iterable[dict[str, str]]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Phrases for which other words stand, both ways; single words are synonyms already."""
    for row in rows:
        form, meant = words_of(row["form"]), words_of(row["stands_for"])
        if len(form) > 1 or len(meant) > 1:
            yield row["form"], meant
            yield row["stands_for"], form


def _english_words(catalogue: Catalogue) -> Iterable[str]:
    """Words that only English names and kinds hold: one of them makes a bare name English."""
    vietnamese: set[str] = set()
    english: set[str] = set()
    for product in catalogue.facts.products:
        vietnamese.update(marks_of(word).folded for word in words_of(product.name_vi or ""))
        english.update(word for word in words_of(product.name_en or "") if word.isascii())
    for kind in catalogue.facts.kinds:
        vietnamese.update(marks_of(word).folded for word in words_of(kind.name_vi))
        english.update(word for word in words_of(kind.name_en) if word.isascii())
    for name in catalogue.facts.place_names:
        vietnamese.update(marks_of(word).folded for word in words_of(name.name))
    # "toi ly son" is a name of its own in English too, and no English
    return (word for word in english - vietnamese if not is_syllable(word))
