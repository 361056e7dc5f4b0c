"""The last step of the reading: from what an utterance is about to the question it asks."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.catalogue import Catalogue
from knowledge.facts import Locale, Place, PlaceLevel
from knowledge.understanding.asked.ballots import voted_intent
from knowledge.understanding.asked.counting import of_the_fewest, without_plurals
from knowledge.understanding.asked.cues_read import names_the_programme_of
from knowledge.understanding.asked.intents import Named, besides, intent_of, weigh
from knowledge.understanding.comparison.sides_told import SidesTold, shown, told
from knowledge.understanding.deciding.guesses import Guesses
from knowledge.understanding.drafts.certainty import MOSTLY
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.meaning.certified_lists import lists_certified
from knowledge.understanding.meaning.compounds import Compound, of_both, unknown_of
from knowledge.understanding.meaning.filters import filters_of
from knowledge.understanding.meaning.goods_named import GoodsNamed
from knowledge.understanding.meaning.lists_asked import ListAsked, list_asked
from knowledge.understanding.meaning.meaning import (
    Meaning,
    certificates_asked,
    kinds_beside,
    lists_goods,
    named_in,
    not_known,
    ordinal_of,
    places_beside,
    shop_asked,
    standing_meant,
    topic_of,
)
from knowledge.understanding.meaning.places_of_sale import places_of_sale, wants_to_buy
from knowledge.understanding.meaning.strengths import Asked as AskedOfStrength
from knowledge.understanding.meaning.strengths import with_strength
from knowledge.understanding.names.brands_unmarked import SideBySide
from knowledge.understanding.names.slips_beside import is_slipped_talk
from knowledge.understanding.places.former_meant import place_meant
from knowledge.understanding.question import Certainty, Intent, Match, Question
from knowledge.understanding.reading import Reading
from knowledge.understanding.spotting.foreign import is_foreign, is_of_no_goods
from knowledge.understanding.spotting.language_spoken import language_spoken
from knowledge.understanding.subjects import Subjects
from knowledge.understanding.vocabulary.senses import EXPORT, OCOP_GOODS, OF_THE_LIST, REFER_BACK
from knowledge.understanding.vocabulary.vocabularies import Vocabularies
from knowledge.understanding.words.languages import asked_language

_COMMUNES = frozenset({PlaceLevel.COMMUNE, PlaceLevel.FORMER_COMMUNE})


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
        self._subjects = Subjects(
            catalogue,
            vocabularies.lexicon,
            Guesses(catalogue, products, SideBySide(vocabularies)),
        )
        self._goods = GoodsNamed(catalogue, products)

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
        decision, without, compound, contents = self._subjects.of(reading)
        cues = draft.cues_outside(decision.consumed)
        cues = without_plurals(cues, draft, decision.consumed)
        senses = weigh(draft.of_the_question(cues, decision.consumed))
        senses = of_the_fewest(draft, decision, senses)
        spoken, sure = language_spoken(draft, cues, self._vocabularies)
        filters = filters_of(draft, decision, without, senses, self._catalogue)
        stars, stars_up_to, category, without = filters
        named = named_in(draft, decision, category=category is not None, stars=stars is not None)
        meaning = self._meaning(draft, decision, senses, named, compares=sides is not None)
        meaning = self._of_goods(meaning, compound, draft, senses, stars)
        said = draft.said(self._vocabularies.table.words)
        strength, listed = None, ListAsked(meaning)
        if sides is None:
            meaning, without, strength = with_strength(
                AskedOfStrength(meaning, without),
                draft,
                self._catalogue,
                self._vocabularies.lexicon,
            )
            listed = list_asked(
                draft, said, senses, meaning, self._catalogue, listed=filters.is_any
            )
            meaning = listed.meaning
        intent, validity = certificates_asked(draft, senses, named, meaning)
        open_range = stars_up_to is not None and meaning.is_open
        certified = meaning.intent is Intent.RATING and lists_certified(draft, named)
        if intent is None and (open_range or certified):
            intent = Intent.SPECIALITIES
        if intent is not None:
            meaning = replace(meaning, intent=intent, stated=True)
        decision = meaning.decision
        meaning, sold_in, shop = self._sold(meaning, draft, senses, spoken)
        bare = len(draft.soft) == len(draft.words)
        # "du lịch 5 sao" leaves nothing unexplained, though no name was found in it
        unknown = decision.certainty is Certainty.NONE and decision.left_over and not bare
        if unknown and draft.astray:
            stars, stars_up_to = None, None
        rivals = any(len(span.places) > 1 for span in decision.places)
        years = draft.years if lists_goods(meaning) else None
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
            places=self._places(decision, draft, rivals=rivals),
            sold_in=sold_in,
            place_rivals=rivals,
            stars=stars,
            stars_up_to=stars_up_to,
            validity=validity,
            category=None if unknown else category,
            without=without,
            kinds=listed.kinds or tuple(dict.fromkeys(span.meaning.key for span in decision.kinds)),
            kinds_beside=kinds_beside(draft) if unknown else (),
            places_beside=places_beside(draft) if unknown else (),
            foreign=meaning.foreign,
            other_topic=meaning.foreign and is_of_no_goods(draft),
            not_known=not_known(draft) if unknown else unknown_of(compound),
            contents=contents,
            topic=topic_of(senses) if meaning.intent is Intent.PROGRAMME else None,
            period=draft.period if years is None else None,
            years=years,
            standing=standing_meant(draft, meaning),
            made_by=listed.made_by,
            spends=draft.spends,
            shop=shop,
            strength=strength,
            export=EXPORT in senses or listed.market is not None,
            market=listed.market,
            makers=listed.makers,
            ordinal=ordinal_of(senses),
            refers_back=any(sense.startswith(REFER_BACK) for sense in senses),
            asked_language=(
                asked_language(draft.words) if meaning.intent is Intent.LANGUAGE else None
            ),
            cut=was_cut,
            bare=bare,
            cues=draft.asides_outside(decision.consumed).union(
                senses, draft.asides_outside(frozenset()) & OF_THE_LIST, _told_of_goods(draft)
            ),
        )

    def _of_goods(
        self,
        meaning: Meaning,
        compound: Compound | None,
        draft: Draft,
        senses: dict[str, float],
        stars: int | None,
    ) -> Meaning:
        """What is asked, of the goods that kinds side by side, a kind or its maker mean."""
        if compound is not None and compound.products:
            meaning = of_both(meaning, compound)
        meaning = self._goods.of_a_kind(meaning, draft, senses, stars)
        return self._goods.of_a_maker(meaning, draft, senses)

    def _sold(
        self, meaning: Meaning, draft: Draft, senses: dict[str, float], spoken: Locale
    ) -> tuple[Meaning, tuple[Place, ...], str | None]:
        """What is asked, of where to buy if a place or shop is named for that; and which."""
        sold_in = places_of_sale(draft, meaning, senses, spoken, self._catalogue)
        if sold_in and (meaning.intent is not Intent.SPECIALITIES or wants_to_buy(draft)):
            meaning = replace(meaning, intent=Intent.WHERE_TO_BUY, stated=True)
        asks_where = "ask:where" in senses or "outlets" in senses
        if meaning.intent is Intent.OUTLETS and draft.is_carried_on and not asks_where:
            # "muốn mua đặc sản Cà Mau gửi về Huế" asks what there is to send
            meaning = replace(meaning, intent=Intent.SPECIALITIES, stated=True)
        shop = shop_asked(draft, meaning, senses)
        of_many = meaning.intent is Intent.OUTLETS or (
            meaning.intent is Intent.SPECIALITIES and meaning.is_of_one
        )
        if shop is not None and not of_many:
            meaning = replace(meaning, intent=Intent.WHERE_TO_BUY, stated=True)
        return meaning, sold_in, shop

    def _places(self, decision: Decision, draft: Draft, *, rivals: bool) -> tuple[Place, ...]:
        """The places named: of ``rivals`` all, else the one that each name means."""
        places = tuple(
            place
            for span in decision.places
            for place in (
                span.places if rivals else (place_meant(span, draft.words, self._catalogue),)
            )
        )
        if rivals or len(places) < 2:
            return places
        # "xã Đông Sang, Mộc Châu" asks for no more of Mộc Châu
        first = places[0]
        if first.level not in _COMMUNES or decision.kinds:
            return places
        around = {first.parent, self._catalogue.province(first.provinces[0]).key}
        return tuple(place for place in places if place.key not in around)

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
        if (
            draft.stars is not None
            and products
            and not decision.places
            and (best := decision.products[0].verdict).covered >= MOSTLY
            and is_slipped_talk(best, draft, self._vocabularies, or_noise=True)
        ):
            products = (replace(products[0], mistyped=True), *products[1:])
        if intent is Intent.COMPARE and not compares:
            products = products[:1]  # others of that name are not what it is compared with
        return Meaning(decision, intent, stated, products, producers, foreign)


def _told_of_goods(draft: Draft) -> frozenset[str]:
    """What the name of the programme tells of the goods that are named, if it does."""
    told = any(names_the_programme_of(kind, draft.words) for kind in draft.kinds)
    return frozenset({OCOP_GOODS}) if told else frozenset()
