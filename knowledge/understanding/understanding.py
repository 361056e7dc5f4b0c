"""The way from a typed utterance to a question, top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from time import perf_counter

from knowledge.catalogue import Catalogue, best_first
from knowledge.facts import Category, Locale, ProgrammeTopic
from knowledge.search.finder import Finder, Found
from knowledge.search.names import NameIndex
from knowledge.search.words import WordTable
from knowledge.text.tokens import cut, tokenise
from knowledge.understanding.ballots import ballot, voted_intent
from knowledge.understanding.certainty import is_whole
from knowledge.understanding.comparing import Sides, compared_sides
from knowledge.understanding.deciding import MOST_MATCHES, Decider
from knowledge.understanding.decision import Decision, worth
from knowledge.understanding.drafts import Draft, spot
from knowledge.understanding.explanation import (
    CandidateSeen,
    Explanation,
    SpanSeen,
    WordSeen,
)
from knowledge.understanding.indexing import (
    is_from,
    names_of,
    producer_contexts,
    product_contexts,
)
from knowledge.understanding.intents import Named, intent_of, weigh
from knowledge.understanding.languages import language_of
from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.places import Gazetteer
from knowledge.understanding.question import Certainty, Intent, Match, Question
from knowledge.understanding.senses import ORG
from knowledge.understanding.stray_spaces import joined
from knowledge.understanding.vocabularies import Cue, Vocabularies, read_abbreviations

ONE_THING = 0.85
"""Share of the words explained by one name from which two are not looked for."""


VOTES_SHOWN = 3
"""Candidates whose votes an explanation shows."""
WELL_READ = 0.8
"""Score of a name from which its words are no longer taken for a foreign thing's."""
CLEARLY_BETTER = 0.05
"""By how much another reading of the same letters must be worth more to be preferred."""


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
        producer_names = NameIndex(
            table,
            (
                (owner, name)
                for owner, producer in enumerate(producers)
                for name in names_of(producer.name_vi, producer.name_en)
            ),
            abbreviations,
        )
        vocabularies = Vocabularies(catalogue, table)
        gazetteer = Gazetteer(catalogue.places, catalogue.facts.place_names)
        self._vocabularies = vocabularies
        self._gazetteer = gazetteer
        self._decider = Decider(
            Finder(table, product_names, product_contexts(catalogue, products, table)),
            Finder(table, producer_names, producer_contexts(catalogue, producers, table)),
            vocabularies,
            gazetteer,
            partial(is_from, catalogue, self._products),
        )
        self._catalogue = catalogue
        table.freeze()

    def read(self, text: str, *, language: Locale | None = None) -> Question:
        """Make a question of one utterance.

        ``text`` may be anything a person or a machine can send; it is cut to the longest length
        read. ``language`` forces the language; otherwise it is told from the words, Vietnamese
        when they would do in both. Never raises.
        """
        kept, was_cut = cut(text)
        draft, decision = self._understood(kept)
        sides = self._sides(draft, decision)
        return self._question(draft, decision, language, was_cut, sides)

    def _understood(self, text: str) -> tuple[Draft, Decision]:
        """What was spotted, and what of it the utterance is about.

        Where a space may have fallen into a word, both ways to read it are tried.
        """
        tokens = tokenise(text)
        draft = spot(text, tokens, self._vocabularies, self._gazetteer)
        decision = self._decider.decide(draft)
        if decision.exact:
            return draft, decision
        loose = {
            draft.words[place].token
            for place in draft.loose_words(despairing=decision.certainty is Certainty.NONE)
        }
        mended = joined(tokens, loose, self._vocabularies.lexicon)
        if mended is not None:
            other = spot(text, mended, self._vocabularies, self._gazetteer)
            instead = self._decider.decide(other)
            if worth(other, instead) > worth(draft, decision) + CLEARLY_BETTER:
                return other, instead
        return draft, decision

    def _sides(self, draft: Draft, decision: Decision) -> Sides | None:
        """The two products compared, unless one name holds the word that seemed to divide them."""
        cues = draft.cues_outside(decision.consumed if decision.exact else frozenset())
        sides = compared_sides(draft, cues, lambda words: self._decider.find_products(draft, words))
        if sides is None or not decision.products:
            return sides
        whole = decision.products[0].verdict
        return None if whole.explained >= ONE_THING and whole.score > sides.weakest else sides

    def explain(self, text: str, *, language: Locale | None = None) -> Explanation:
        """Read an utterance as :meth:`read` does and tell how."""
        clock = [perf_counter()]
        kept, was_cut = cut(text)
        spot(kept, tokenise(kept), self._vocabularies, self._gazetteer)
        clock.append(perf_counter())
        draft, decision = self._understood(kept)
        clock.append(perf_counter())
        sides = self._sides(draft, decision)
        question = self._question(draft, decision, language, was_cut, sides)
        clock.append(perf_counter())
        names = ("words and phrases", "the same with names and decision", "intent and language")
        return Explanation(
            question=question,
            words=tuple(self._word_seen(draft, place) for place in range(len(draft.words))),
            spans=tuple(self._spans_seen(draft, decision)),
            candidates=tuple(
                CandidateSeen(
                    sort,
                    codes[found.owner],
                    " ".join(self._vocabularies.table.words[n] for n in found.verdict.name.words),
                    round(found.verdict.score, 3),
                    round(found.verdict.explained, 3),
                    round(found.verdict.covered, 3),
                )
                for sort, codes, finds in (
                    ("product", self._products, decision.products),
                    ("producer", self._producers, decision.producers),
                )
                for found in finds
            ),
            evidence=self._evidence(draft, decision),
            steps=tuple(
                (name, round((end - start) * 1000, 3))
                for name, start, end in zip(names, clock, clock[1:], strict=False)
            ),
        )

    def _evidence(self, draft: Draft, decision: Decision) -> tuple[tuple[str, float], ...]:
        """What the cues of the question weigh, and what its words vote for."""
        cues = draft.of_the_question(draft.cues_outside(decision.consumed), decision.consumed)
        votes = ballot(draft, decision, self._vocabularies)
        return (
            *sorted(weigh(cues).items()),
            *((f"votes: {intent}", round(count, 1)) for intent, count in votes[:VOTES_SHOWN]),
        )

    def _word_seen(self, draft: Draft, place: int) -> WordSeen:
        word = draft.words[place]
        part = "content"
        for name, places in (
            ("placed", draft.placed),
            ("soft", draft.soft),
            ("doubtful", draft.doubtful),
        ):
            if place in places:
                part = name
                break
        words = self._vocabularies.table.words
        readings = tuple((words[number], likeness) for number, likeness in word.readings)
        return WordSeen(word.text, word.origin, readings, part)

    def _spans_seen(self, draft: Draft, decision: Decision) -> Iterable[SpanSeen]:
        def typed(start: int, end: int) -> str:
            return " ".join(word.text for word in draft.words[start:end])

        kept = draft.cues_outside(decision.consumed)
        for cue in draft.cues:
            yield SpanSeen(
                typed(cue.start, cue.end), "cue", cue.meaning.sense, cue.penalty, cue in kept
            )
        for place in draft.places:
            meaning = ", ".join(found.key for found in place.places)
            words = typed(place.start, place.end)
            yield SpanSeen(words, "place", meaning, place.penalty, place in decision.places)
        for kind in draft.kinds:
            words = typed(kind.start, kind.end)
            yield SpanSeen(words, "kind", kind.meaning.key, kind.penalty, kind in decision.kinds)
        for foreign in draft.foreign:
            words = typed(foreign.start, foreign.end)
            yield SpanSeen(words, "foreign", foreign.meaning.topic, foreign.penalty, True)

    def _question(
        self,
        draft: Draft,
        decision: Decision,
        language: Locale | None,
        was_cut: bool,
        sides: Sides | None,
    ) -> Question:
        if sides is not None:
            consumed = sides.left[0].verdict.positions | sides.right[0].verdict.positions
            decision = Decision(Certainty.CLEAR, [sides.left[0], sides.right[0]], consumed=consumed)
        cues = draft.cues_outside(decision.consumed)
        senses = weigh(draft.of_the_question(cues, decision.consumed))
        told, sure = self._language(draft, cues)
        alike = decision.certainty is not Certainty.NONE
        structured = bool(decision.places or decision.kinds)
        about_name = bool(decision.producers) or (
            bool(decision.products) and not (structured and not decision.consumed)
        )
        category = _category(senses)
        named = Named(
            product=about_name and bool(decision.products) and alike,
            sure=alike and decision.certainty is not Certainty.WEAK,
            exact_product=about_name and decision.exact,
            producer=bool(decision.producers) and alike,
            place=bool(decision.places),
            kind=bool(decision.kinds),
            category=category is not None,
            stars=draft.stars is not None,
            left_over=decision.left_over and decision.certainty is not Certainty.WEAK,
        )
        intent, stated = intent_of(senses, named)
        if sides is not None:
            intent, stated = Intent.COMPARE, True
        else:
            voted = voted_intent(draft, decision, intent, stated, self._vocabularies)
            intent, stated = voted or intent, stated or voted is not None
        if _is_foreign(draft, decision, senses):
            decision = Decision(left_over=True)
            intent = Intent.UNKNOWN
        if decision.certainty is Certainty.NONE:
            # Something unknown was asked about: its kind or place alone is no answer
            decision = Decision(products=decision.products, left_over=True)
        products, producers = self._matches(decision)
        of_org = ORG in senses or any(span.meaning.sense == ORG for span in draft.cues)
        if producers and decision.kinds and not stated and not of_org:
            # "Gốm Quang Vinh": what the producer makes of this kind, not the producer
            made = self._made(producers[0].code, decision)
            products, intent = made, Intent.PRODUCT if made else intent
        rivals = any(len(span.places) > 1 for span in decision.places)
        return Question(
            text=draft.text,
            language=language or told,
            language_sure=sure or language is not None,
            intent=intent,
            intent_stated=stated,
            certainty=decision.certainty,
            products=products,
            compared=() if sides is None else (self._told(sides.left), self._told(sides.right)),
            producers=producers,
            places=tuple(
                place
                for span in decision.places
                for place in (span.places if rivals else span.places[:1])
            ),
            place_rivals=rivals,
            stars=draft.stars,
            category=None
            if decision.certainty is Certainty.NONE and decision.left_over
            else category,
            kinds=tuple(dict.fromkeys(span.meaning.key for span in decision.kinds)),
            topic=_topic(senses) if intent is Intent.PROGRAMME else None,
            period=draft.period,
            export="export" in senses,
            ordinal=_ordinal(senses),
            refers_back="refer_back" in senses,
            asked_language=_asked_language(draft) if intent is Intent.LANGUAGE else None,
            cut=was_cut,
            bare=len(draft.soft) == len(draft.words),
        )

    def _matches(self, decision: Decision) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        producers = tuple(
            Match(self._producers[found.owner], _shown(found)) for found in decision.producers
        )
        return self._told(decision.products), producers

    def _made(self, producer: str, decision: Decision) -> tuple[Match, ...]:
        """Products of a producer that are of a kind named, or all when none is."""
        products = self._catalogue.products_of(producer)
        kinds = {span.meaning.key for span in decision.kinds}
        of_kind = [product for product in products if kinds.intersection(product.kinds)]
        return tuple(Match(product.code, 1.0) for product in (of_kind or products)[:MOST_MATCHES])

    def _told(self, found: Sequence[Found]) -> tuple[Match, ...]:
        return tuple(
            Match(self._products[each.owner], _shown(each), is_whole(each.verdict))
            for each in found
        )

    def _language(self, draft: Draft, cues: Sequence[PhraseSpan[Cue]]) -> tuple[Locale, bool]:
        phrases = [(span.meaning.language, span.length) for span in cues]
        # "nước mắm" is a name in English too: only a name that is English alone tells anything
        vietnamese = {span.start for span in draft.kinds if span.meaning.language == "vi"}
        phrases += [
            ("en", 1)
            for span in draft.kinds
            if span.meaning.language == "en" and span.start not in vietnamese
        ]
        return language_of(draft.words, phrases, self._vocabularies.english_words)


_OF = frozenset(("from", "of", "cua", "tu"))
"""Folded words between a thing and the country it is from."""


def _is_foreign(draft: Draft, decision: Decision, senses: dict[str, float]) -> bool:
    """Whether the utterance is about something that is surely not an OCOP product.

    Words that a product's name holds are no sign. A country is one only where no product is named,
    or right beside its name ("kim chi Hàn Quốc"); in a question about exports never.
    """
    named = decision.certainty in {Certainty.CLEAR, Certainty.RIVALS} and decision.consumed
    clause = draft.clause_of(decision.consumed) if named else 0
    for span in draft.foreign:
        stretch = range(span.start, span.end)
        held = decision.consumed.issuperset(stretch) and _is_well_read(decision)
        if held or (named and span.end <= clause):
            # "em làm bài tập về đặc sản, cho em hỏi ...": talk before the question
            continue
        if span.meaning.topic != "country":
            return True
        first = span.start - 1
        if first > 0 and draft.words[first].marks.folded in _OF:
            first -= 1
        beside = {first, span.end} & decision.consumed
        if "export" not in senses and (not named or beside):
            return True
    return False


def _is_well_read(decision: Decision) -> bool:
    """Whether a name is there as it is written: "trà Thái Lan" is no slip in Trà An Thái."""
    best = (decision.products or decision.producers)[0].verdict
    return is_whole(best) or best.score >= WELL_READ


def _shown(found: Found) -> float:
    return round(max(0.0, min(1.0, found.verdict.score)), 3)


def _category(senses: dict[str, float]) -> Category | None:
    best = max(((w, s) for s, w in senses.items() if s.startswith("category:")), default=None)
    return Category(best[1].removeprefix("category:")) if best else None


def _topic(senses: dict[str, float]) -> ProgrammeTopic | None:
    best = max(((w, s) for s, w in senses.items() if s.startswith("topic:")), default=None)
    return ProgrammeTopic(best[1].removeprefix("topic:")) if best else None


def _ordinal(senses: dict[str, float]) -> int | None:
    best = max(((w, s) for s, w in senses.items() if s.startswith("ordinal:")), default=None)
    return int(best[1].removeprefix("ordinal:")) if best else None


def _asked_language(draft: Draft) -> Locale | None:
    folded = " ".join(word.marks.folded for word in draft.words)
    if "anh" in folded.split() or "english" in folded:
        return "en"
    if "viet" in folded.split() or "vietnamese" in folded:
        return "vi"
    return None
