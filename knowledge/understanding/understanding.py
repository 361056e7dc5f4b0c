"""The way from a typed utterance to a question, top to bottom."""

from __future__ import annotations

from functools import partial
from time import perf_counter

from knowledge.catalogue import Catalogue, best_first
from knowledge.facts import Locale, Place
from knowledge.search.finder import Finder
from knowledge.search.names import NameIndex
from knowledge.search.words import WordTable
from knowledge.text.tokens import cut
from knowledge.understanding.asked.leanings import Leanings, Weights
from knowledge.understanding.composing import Composer
from knowledge.understanding.deciding.deciding import Decider
from knowledge.understanding.explaining import (
    candidates_seen,
    evidence,
    read_as,
    sides_seen,
    spans_seen,
    votes_seen,
    words_seen,
)
from knowledge.understanding.explanation import Explanation, Step
from knowledge.understanding.names.indexing import (
    is_from,
    made_by,
    made_of_kind,
    names_of,
    producer_contexts,
    product_contexts,
    without_places,
)
from knowledge.understanding.places.places import Gazetteer
from knowledge.understanding.places.provinces_by_letters import ProvincesByLetters
from knowledge.understanding.question import Leaning, Question
from knowledge.understanding.reading import Reader
from knowledge.understanding.slips.slips_of_places import SlippedPlaces
from knowledge.understanding.vocabulary.tables import rows_of
from knowledge.understanding.vocabulary.vocabularies import Vocabularies, read_abbreviations
from knowledge.understanding.vocabulary.votes import PLACE
from knowledge.understanding.vocabulary.ways_to_ask import folded


class Understanding:
    """Reads utterances against one catalogue. Built once for each version of the data."""

    def __init__(self, catalogue: Catalogue) -> None:
        table = WordTable()
        products = sorted(catalogue.facts.products, key=best_first)
        producers = list(catalogue.facts.producers)
        self._products = [product.code for product in products]
        self._producers = [producer.code for producer in producers]
        abbreviations = read_abbreviations()
        product_names = NameIndex(
            table,
            (
                (owner, name)
                for owner, product in enumerate(products)
                for name in names_of(product.name_vi, product.name_en)
            ),
            abbreviations,
        )
        called = without_places(catalogue, producers)
        producer_names = NameIndex(
            table,
            (
                (owner, name)
                for owner, producer in enumerate(producers)
                for name in (
                    *names_of(producer.name_vi, producer.name_en),
                    *filter(None, [called.get(producer.code)]),
                )
            ),
            abbreviations,
        )
        vocabularies = Vocabularies(
            catalogue,
            table,
            (name.words for index in (product_names, producer_names) for name in index.names),
        )
        self._vocabularies = vocabularies
        beside = vocabularies.lexicon.pieces.are_side_by_side
        decider = Decider(
            Finder(table, product_names, product_contexts(catalogue, products, table), beside),
            Finder(table, producer_names, producer_contexts(catalogue, producers, table), beside),
            vocabularies,
            ProvincesByLetters(catalogue.places, catalogue.facts.place_names),
            lies_in=partial(is_from, catalogue, self._products),
            made=partial(made_of_kind, catalogue, self._producers),
            made_by=partial(made_by, catalogue, self._producers),
        )
        slipped_places = SlippedPlaces(table, catalogue.facts.place_names)
        self._reader = Reader(vocabularies, Gazetteer(catalogue.places), decider, slipped_places)
        self._composer = Composer(catalogue, self._products, self._producers, vocabularies)
        self._leanings = Leanings(Weights.read(rows_of("leanings")))
        self._names_of_places: dict[str, list[str]] = {}
        for name in catalogue.facts.place_names:
            self._names_of_places.setdefault(name.place, []).append(name.name)
        self._folded_names: dict[str, tuple[str, ...]] = {}
        """What was looked up of them, by place."""
        table.freeze()

    def read(self, text: str, *, language: Locale | None = None) -> Question:
        """Make a question of one utterance.

        ``text`` may be anything a person or a machine can send; it is cut to the longest length
        read. ``language`` forces the language; otherwise it is told from the words, Vietnamese
        when they would do in both. Never raises.
        """
        kept, was_cut = cut(text)
        reading = self._reader.read(kept)
        return self._composer.question(reading, language=language, was_cut=was_cut)

    def leaning(self, question: Question) -> Leaning | None:
        """What all words of a question say together: for where nothing was found by its names."""
        said = f" {question.said} "
        for place in question.places:
            # The "sai" of "sai gon" finds fault with nothing
            for name in self._called(place):
                said = said.replace(f" {name} ", f" {PLACE} ")
        return self._leanings.leaning_of(said.split())

    def _called(self, place: Place) -> tuple[str, ...]:
        """All that a place is called, folded, the longest first."""
        found = self._folded_names.get(place.key)
        if found is None:
            names = (place.name, *self._names_of_places.get(place.key, ()))
            words = {" ".join(folded(name)) for name in names}
            found = tuple(sorted(words, key=len, reverse=True))
            self._folded_names[place.key] = found
        return found

    def explain(self, text: str, *, language: Locale | None = None) -> Explanation:
        """Read an utterance as :meth:`read` does and tell how."""
        clock = [perf_counter()]
        kept, was_cut = cut(text)
        self._reader.spot(kept)
        clock.append(perf_counter())
        reading = self._reader.read(kept)
        clock.append(perf_counter())
        question = self._composer.question(reading, language=language, was_cut=was_cut)
        clock.append(perf_counter())
        draft, decision, sides = reading
        return Explanation(
            question=question,
            read_as=read_as(draft),
            words=tuple(words_seen(draft, self._vocabularies)),
            spans=tuple(spans_seen(draft, decision)),
            candidates=(
                *candidates_seen("product", decision.products, self._products, self._vocabularies),
                *candidates_seen(
                    "producer", decision.producers, self._producers, self._vocabularies
                ),
            ),
            sides=tuple(sides_seen(sides, self._products, self._vocabularies)),
            evidence=tuple(evidence(draft, decision)),
            votes=tuple(votes_seen(draft, decision, self._vocabularies)),
            leaning=self.leaning(question),
            steps=tuple(
                (step, round((end - start) * 1000, 3))
                for step, start, end in zip(Step, clock[:-1], clock[1:], strict=True)
            ),
        )
