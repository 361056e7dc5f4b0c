"""The last step of the reading: from what an utterance is about to the question it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Locale, Product
from knowledge.understanding.awards import stars_asked
from knowledge.understanding.ballots import voted_intent
from knowledge.understanding.compounds import Compound, compound_named, of_both, unknown_of
from knowledge.understanding.deciding import MOST_MATCHES
from knowledge.understanding.decision import Decision
from knowledge.understanding.drafts import Draft
from knowledge.understanding.excluding import wanted
from knowledge.understanding.exports_asked import kinds_exported, market_of
from knowledge.understanding.foreign import is_foreign, is_of_no_goods
from knowledge.understanding.former_meant import place_meant
from knowledge.understanding.guesses import Guesses
from knowledge.understanding.intents import ABOUT_ONE_THING, Named, besides, intent_of, weigh
from knowledge.understanding.journeys import of_one_end
from knowledge.understanding.kinds_meant import kinds_meant
from knowledge.understanding.language_spoken import language_spoken
from knowledge.understanding.languages import asked_language
from knowledge.understanding.makers_asked import kind_named, makers_meant, places_named
from knowledge.understanding.meaning import (
    Meaning,
    category_of,
    certificates_asked,
    decision_of,
    kinds_beside,
    named_in,
    not_known,
    ordinal_of,
    places_beside,
    shop_asked,
    topic_of,
)
from knowledge.understanding.places_of_sale import places_of_sale, wants_to_buy
from knowledge.understanding.question import Certainty, Intent, Match, Question, Without
from knowledge.understanding.reading import Reading
from knowledge.understanding.senses import ORG, REFER_BACK
from knowledge.understanding.sides_told import SidesTold, shown, told
from knowledge.understanding.strengths import with_strength
from knowledge.understanding.vocabularies import Vocabularies


class Composer:
    """Makes questions of readings, with the codes of what they name."""

    def __init__(
        self,
        catalogue: Catalogue,
        products: Sequence[str],
        producers: Sequence[str],
        vocabularies: Vocabularies,
    ) -> None:
        """``products`` and ``producers`` are codes in the order in which names are indexed."""
        self._catalogue = catalogue
        self._products = products
        self._producers = producers
        self._vocabularies = vocabularies
        self._sides = SidesTold(catalogue, products)
        self._guesses = Guesses(catalogue, products)

    def question(
        self,
        reading: Reading,
        *,
        language: Locale | None,
        was_cut: bool,
    ) -> Question:
        """The question of a reading.

        ``language`` forces the language, ``was_cut`` tells that the utterance was longer than what
        was read.
        """
        draft, sides = reading.draft, reading.sides
        decision, without = decision_of(reading), Without()
        if sides is None and not decision.producers:
            decision, without = wanted(draft, decision, self._vocabularies.lexicon)
            decision = of_one_end(draft, decision)
        decision, compound = self._one_thing(reading, decision, without)
        cues = draft.cues_outside(decision.consumed)
        senses = weigh(draft.of_the_question(cues, decision.consumed))
        spoken, sure = language_spoken(draft, cues, self._vocabularies)
        category = category_of(senses, asks=bool(decision.kinds))
        stars, stars_up_to = stars_asked(draft.text, draft.stars)
        if category in without.categories or self._is_of_other_goods(category, decision):
            category = None
        if stars_up_to is not None:
            without = replace(without, stars=())  # "không quá 4 sao" leaves no 4 stars out
        stars = None if stars in without.stars else stars
        named = named_in(draft, decision, category=category is not None, stars=stars is not None)
        meaning = self._meaning(draft, decision, senses, named, compares=sides is not None)
        if compound is not None and compound.products:
            meaning = of_both(meaning, compound)
        meaning = self._of_a_maker(self._of_a_kind(meaning, senses, stars), draft, senses)
        said = draft.said(self._vocabularies.table.words)
        meaning, strength = with_strength(
            meaning, draft, self._catalogue, compares=sides is not None
        )
        makers, kinds = None, tuple[str, ...]()
        if sides is None:
            listed = bool(stars or category)
            makers = makers_meant(draft, said, senses, meaning, self._catalogue, listed=listed)
        if makers is not None:
            kinds = kind_named(meaning, self._catalogue)
            meaning = meaning.of_makers(places_named(draft, meaning))
        market = None if sides is not None else market_of(draft, senses, meaning)
        if market is not None:
            kinds = kinds or kinds_exported(draft, meaning)
            meaning = meaning.exported()
        lists, validity = certificates_asked(draft, senses, named, meaning)
        if lists or (stars_up_to is not None and meaning.is_open):
            meaning = replace(meaning, intent=Intent.SPECIALITIES, stated=True)
        decision = meaning.decision
        sold_in = places_of_sale(draft, meaning, senses, spoken, self._catalogue)
        if sold_in and (meaning.intent is not Intent.SPECIALITIES or wants_to_buy(draft)):
            meaning = replace(meaning, intent=Intent.WHERE_TO_BUY, stated=True)
        shop = shop_asked(draft, meaning, senses)
        of_many = meaning.intent is Intent.OUTLETS or (
            meaning.intent is Intent.SPECIALITIES and meaning.is_of_one
        )
        if shop is not None and not of_many:
            meaning = replace(meaning, intent=Intent.WHERE_TO_BUY, stated=True)
        bare = len(draft.soft) == len(draft.words)
        # "du lịch 5 sao" leaves nothing unexplained, though no name was found in it
        unknown = decision.certainty is Certainty.NONE and decision.left_over and not bare
        if unknown and draft.astray:
            stars, stars_up_to = None, None
        rivals = any(len(span.places) > 1 for span in decision.places)
        return Question(
            text=draft.text,
            said=" ".join(said),
            language=language or spoken,
            language_sure=sure or language is not None,
            intent=meaning.intent,
            intent_stated=meaning.stated,
            besides=besides(meaning.intent, senses),
            certainty=decision.certainty,
            products=meaning.products,
            compared=() if sides is None else self._sides.of_one_kind(sides, draft.kinds),
            producers=meaning.producers,
            places=tuple(
                place
                for span in decision.places
                for place in (
                    span.places if rivals else (place_meant(span, draft.words, self._catalogue),)
                )
            ),
            sold_in=sold_in,
            place_rivals=rivals,
            stars=stars,
            stars_up_to=stars_up_to,
            validity=validity,
            category=None if unknown else category,
            without=without,
            kinds=kinds or tuple(dict.fromkeys(span.meaning.key for span in decision.kinds)),
            kinds_beside=kinds_beside(draft) if unknown else (),
            places_beside=places_beside(draft) if unknown else (),
            other_topic=meaning.foreign and is_of_no_goods(draft),
            not_known=not_known(draft) if unknown else unknown_of(compound),
            topic=topic_of(senses) if meaning.intent is Intent.PROGRAMME else None,
            period=draft.period,
            shop=shop,
            strength=strength,
            export="export" in senses or market is not None,
            market=market,
            makers=makers,
            ordinal=ordinal_of(senses),
            refers_back=any(sense.startswith(REFER_BACK) for sense in senses),
            asked_language=(
                asked_language(draft.words) if meaning.intent is Intent.LANGUAGE else None
            ),
            cut=was_cut,
            bare=bare,
            cues=draft.asides_outside(decision.consumed).union(senses),
        )

    def _told_apart(self, decision: Decision) -> Decision:
        """The decision with one kind for one phrase."""
        if len(decision.kinds) < 2:
            return decision
        where = [span.places[0] for span in decision.places]
        return replace(decision, kinds=kinds_meant(decision.kinds, where, self._catalogue))

    def _one_thing(
        self, reading: Reading, decision: Decision, without: Without
    ) -> tuple[Decision, Compound | None]:
        """The decision with guesses told as such and one kind for one phrase, and what kinds side
        by side name together."""
        if reading.sides is not None:
            return self._told_apart(decision), None
        draft = reading.draft
        decision = self._told_apart(self._guesses.unless_another(draft, decision))
        one = not (decision.consumed or decision.producers or without)
        if not decision.kinds or not one:
            return decision, None
        where = [span.places[0] for span in decision.places]
        compound = compound_named(draft, decision.kinds, where, self._catalogue)
        return (decision if compound is None else compound.kept(decision)), compound

    def _meaning(
        self,
        draft: Draft,
        decision: Decision,
        senses: dict[str, float],
        named: Named,
        *,
        compares: bool,
    ) -> Meaning:
        """What is asked of what is named, nothing of what is foreign or unknown."""
        intent, stated = intent_of(senses, named)
        voted = voted_intent(draft, decision, intent, stated, self._vocabularies)
        intent, stated = voted or intent, stated or voted is not None
        if compares:
            intent, stated = Intent.COMPARE, True
        foreign = is_foreign(draft, decision, senses)
        if foreign:
            decision = Decision(left_over=True)
            intent = Intent.UNKNOWN
        if decision.certainty is Certainty.NONE:
            # Something unknown was asked about: its kind or place alone is no answer
            decision = Decision(products=decision.products, left_over=True)
        producers = tuple(
            Match(self._producers[found.owner], shown(found)) for found in decision.producers
        )
        products = told(decision.products, self._products)
        if intent is Intent.COMPARE and not compares:
            products = products[:1]  # others of that name are not what it is compared with
        return Meaning(decision, intent, stated, products, producers, foreign)

    def _of_a_kind(self, meaning: Meaning, senses: dict[str, float], stars: int | None) -> Meaning:
        """With the one product that is meant where only a kind is named, if there is one."""
        decision = meaning.decision
        if not decision.kinds or meaning.is_of_one:
            return meaning
        if meaning.intent in ABOUT_ONE_THING:
            meaning = replace(meaning, products=self._only(decision, stars))
        if not meaning.products and Intent.WHERE_TO_BUY in senses and _to_buy_at(decision):
            called_so = self._elsewhere(decision)
            if called_so:
                return replace(meaning, products=called_so, intent=Intent.WHERE_TO_BUY)
        return meaning

    def _of_a_maker(self, meaning: Meaning, draft: Draft, senses: dict[str, float]) -> Meaning:
        """With what a producer makes of a kind, where nothing is asked of the producer itself:
        "Gốm Quang Vinh"."""
        decision = meaning.decision
        of_org = ORG in senses or any(span.meaning.sense == ORG for span in draft.cues)
        if not (meaning.producers and decision.kinds) or meaning.stated or of_org:
            return meaning
        made = self._made(meaning.producers[0].code, decision)
        return replace(meaning, products=made, intent=Intent.PRODUCT if made else meaning.intent)

    def _only(self, decision: Decision, stars: int | None) -> tuple[Match, ...]:
        """The only product that a question about a kind can be about; none where it has several."""
        listed = self._listed(decision, stars)
        return (Match(listed[0].code, 1.0),) if len(listed) == 1 else ()

    def _elsewhere(self, decision: Decision) -> tuple[Match, ...]:
        """Products called just so, where the place to buy them at makes none of that kind; of a
        kind with many others none: who buys coffee wants no one product called "Cà phê"."""
        if self._listed(decision, None) or self._is_of_many(decision):
            return ()
        return told(decision.namesakes, self._products)

    def _is_of_many(self, decision: Decision) -> bool:
        """Whether a kind is named as all of it is called, and most of it is called otherwise."""
        kinds = [span.meaning.key for span in decision.kinds]
        usual = {self._catalogue.kinds[key].name_vi.casefold() for key in kinds}
        codes = [self._products[found.owner] for found in decision.namesakes]
        names = {(self._catalogue.products[code].name_vi or "").casefold() for code in codes}
        others = len(self._catalogue.products_at(kinds=kinds)) - len(codes)
        return others > len(codes) and not usual.isdisjoint(names)

    def _listed(self, decision: Decision, stars: int | None) -> list[Product]:
        return self._catalogue.products_at(
            [span.places[0] for span in decision.places],
            stars=stars,
            kinds=[span.meaning.key for span in decision.kinds],
        )

    def _is_of_other_goods(self, category: Category | None, decision: Decision) -> bool:
        """Whether the kinds named are of other groups: the "làng nghề" of "làng nghề nước mắm" asks
        for no crafts."""
        groups = {self._catalogue.kinds[span.meaning.key].category for span in decision.kinds}
        return bool(groups) and None not in groups and category not in groups

    def _made(self, producer: str, decision: Decision) -> tuple[Match, ...]:
        """Products of a producer that are of a kind named, or all when none is."""
        products = self._catalogue.products_of(producer)
        kinds = {span.meaning.key for span in decision.kinds}
        of_kind = [product for product in products if kinds.intersection(product.kinds)]
        return tuple(Match(product.code, 1.0) for product in (of_kind or products)[:MOST_MATCHES])


def _to_buy_at(decision: Decision) -> bool:
    """Whether places behind the kind are named: "mua miếng rửa bát ở Sài Gòn"."""
    last = max(kind.end for kind in decision.kinds)
    return bool(decision.places) and all(place.start >= last for place in decision.places)
