"""The last step of the reading: from what an utterance is about to the question it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.catalogue import Catalogue
from knowledge.certificates import Validity
from knowledge.facts import Category, Locale, Product, ProgrammeTopic
from knowledge.markets import market_asked
from knowledge.search.finder import Found
from knowledge.understanding.awards import asks_for_many, stars_asked, validity_asked
from knowledge.understanding.ballots import voted_intent
from knowledge.understanding.certainty import is_whole
from knowledge.understanding.deciding import MOST_MATCHES
from knowledge.understanding.decision import Decision
from knowledge.understanding.drafts import Draft
from knowledge.understanding.foreign import is_foreign
from knowledge.understanding.intents import ABOUT_ONE_THING, Named, intent_of, weigh
from knowledge.understanding.kinds_meant import kinds_meant
from knowledge.understanding.languages import LOANWORDS, asked_language, language_of
from knowledge.understanding.phrases import PhraseSpan
from knowledge.understanding.question import Certainty, Intent, Match, Question
from knowledge.understanding.reading import Reading
from knowledge.understanding.senses import ASKING_ONE, ORG, REFER_BACK, TOPIC
from knowledge.understanding.vocabularies import Cue, Vocabularies

FAINT = 0.3
"""Evidence under which a group is only asked for where nothing else is."""
ASKING_MORE = ASKING_ONE | {"specialities", "outlets", "statistics"}
_OF_EXPORTS = frozenset(
    {
        *(Intent.UNKNOWN, Intent.PRODUCT, Intent.SPECIALITIES, Intent.WHERE_TO_BUY),
        *(Intent.PRODUCER, Intent.STATISTICS),
    }
)
"""Intents that a question which products are exported may be taken for."""


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
        draft, decision, sides = reading
        if sides is not None:
            consumed = sides.left[0].verdict.positions | sides.right[0].verdict.positions
            decision = Decision(Certainty.CLEAR, [sides.left[0], sides.right[0]], consumed=consumed)
        if len(decision.kinds) > 1:
            where = [span.places[0] for span in decision.places]
            meant = kinds_meant(decision.kinds, where, self._catalogue)
            decision = replace(decision, kinds=meant)
        cues = draft.cues_outside(decision.consumed)
        senses = weigh(draft.of_the_question(cues, decision.consumed))
        told, sure = self._language(draft, cues)
        alike = decision.certainty is not Certainty.NONE
        structured = bool(decision.places or decision.kinds)
        about_name = bool(decision.producers) or (
            bool(decision.products) and not (structured and not decision.consumed)
        )
        category = _category(senses, asks=bool(decision.kinds))
        stars, stars_up_to = stars_asked(draft.text, draft.stars)
        named = Named(
            product=about_name and bool(decision.products) and alike,
            sure=alike and decision.certainty is not Certainty.WEAK,
            exact_product=about_name and decision.exact,
            producer=bool(decision.producers) and alike,
            place=bool(decision.places),
            kind=bool(decision.kinds),
            category=category is not None,
            stars=stars is not None,
            left_over=decision.left_over and decision.certainty is not Certainty.WEAK,
            astray=bool(draft.astray),
        )
        intent, stated = intent_of(senses, named)
        if sides is not None:
            intent, stated = Intent.COMPARE, True
        else:
            voted = voted_intent(draft, decision, intent, stated, self._vocabularies)
            intent, stated = voted or intent, stated or voted is not None
        if is_foreign(draft, decision, senses):
            decision = Decision(left_over=True)
            intent = Intent.UNKNOWN
        if decision.certainty is Certainty.NONE:
            # Something unknown was asked about: its kind or place alone is no answer
            decision = Decision(products=decision.products, left_over=True)
        products, producers = self._matches(decision)
        if decision.kinds and not (products or producers):
            if intent in ABOUT_ONE_THING:
                products = self._only(decision, stars)
            if not products and Intent.WHERE_TO_BUY in senses and _to_buy_at(decision):
                products = self._elsewhere(decision)
                intent = Intent.WHERE_TO_BUY if products else intent
        of_org = ORG in senses or any(span.meaning.sense == ORG for span in draft.cues)
        if producers and decision.kinds and not stated and not of_org:
            # "Gốm Quang Vinh": what the producer makes of this kind, not the producer
            made = self._made(producers[0].code, decision)
            products, intent = made, Intent.PRODUCT if made else intent
        market = None
        if sides is None and not producers:
            market = _market(draft, senses, intent, products, of_kind=bool(decision.kinds))
        if market is not None:
            # "sản phẩm nào xuất khẩu Nhật Bản" asks for no product with these words in its name
            decision = replace(decision, certainty=Certainty.CLEAR, left_over=False)
            products, intent, stated = (), Intent.WHERE_TO_BUY, True
        of_one = bool(products or producers)
        lists, validity = _of_certificates(draft, senses, intent, named, of_one=of_one)
        if lists or (stars_up_to is not None and intent is Intent.UNKNOWN and not of_one):
            intent, stated = Intent.SPECIALITIES, True
        bare = len(draft.soft) == len(draft.words)
        # "du lịch 5 sao" leaves nothing unexplained, though no name was found in it
        unknown = decision.certainty is Certainty.NONE and decision.left_over and not bare
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
            stars=None if unknown and draft.astray else stars,
            stars_up_to=None if unknown and draft.astray else stars_up_to,
            validity=validity,
            category=None if unknown else category,
            kinds=tuple(dict.fromkeys(span.meaning.key for span in decision.kinds)),
            topic=_topic(senses) if intent is Intent.PROGRAMME else None,
            period=draft.period,
            export="export" in senses or market is not None,
            market=market,
            ordinal=_ordinal(senses),
            refers_back=any(sense.startswith(REFER_BACK) for sense in senses),
            asked_language=asked_language(draft.words) if intent is Intent.LANGUAGE else None,
            cut=was_cut,
            bare=bare,
            cues=frozenset(senses),
        )

    def _matches(self, decision: Decision) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        producers = tuple(
            Match(self._producers[found.owner], _shown(found)) for found in decision.producers
        )
        return self._told(decision.products), producers

    def _only(self, decision: Decision, stars: int | None) -> tuple[Match, ...]:
        """The only product that a question about a kind can be about; none where it has several."""
        listed = self._listed(decision, stars)
        return (Match(listed[0].code, 1.0),) if len(listed) == 1 else ()

    def _elsewhere(self, decision: Decision) -> tuple[Match, ...]:
        """Products called just so, where the place to buy them at makes none of that kind."""
        return () if self._listed(decision, None) else self._told(decision.namesakes)

    def _listed(self, decision: Decision, stars: int | None) -> list[Product]:
        return self._catalogue.products_at(
            [span.places[0] for span in decision.places],
            stars=stars,
            kinds=[span.meaning.key for span in decision.kinds],
        )

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
        phrases = [
            (span.meaning.language, span.length)
            for span in cues
            if span.length > 1 or draft.words[span.start].text not in LOANWORDS
        ]
        # "nước mắm" is a name in English too: only a name that is English alone tells anything
        vietnamese = {span.start for span in draft.kinds if span.meaning.language == "vi"}
        phrases += [
            ("en", 1)
            for span in draft.kinds
            if span.meaning.language == "en" and span.start not in vietnamese
        ]
        return language_of(draft.words, phrases, self._vocabularies.english_words)


def _market(
    draft: Draft,
    senses: dict[str, float],
    intent: Intent,
    products: Sequence[Match],
    *,
    of_kind: bool,
) -> str | None:
    """The market of which it is asked what is exported there; ``None`` where one product is named,
    pointed back at, or nothing is asked of exports."""
    asks_many = of_kind or not {"goods", "specialities"}.isdisjoint(senses)
    one = any(match.whole for match in products) or any(
        sense.startswith(REFER_BACK) for sense in senses
    )
    return market_asked(draft.text) if asks_many and not one and intent in _OF_EXPORTS else None


def _of_certificates(
    draft: Draft, senses: dict[str, float], intent: Intent, named: Named, *, of_one: bool
) -> tuple[bool, Validity | None]:
    """Whether a list is asked for by the time or validity of certificates, and which validity."""
    validity = validity_asked(draft.text)
    if of_one or (validity is None and draft.period is None):
        return False, None
    lists = asks_for_many(
        draft.text,
        intent,
        senses,
        validity=validity is not None,
        named=named.place or named.kind or named.category or named.stars,
    )
    return lists, validity if lists else None


def _to_buy_at(decision: Decision) -> bool:
    """Whether places behind the kind are named: "mua miếng rửa bát ở Sài Gòn"."""
    last = max(kind.end for kind in decision.kinds)
    return bool(decision.places) and all(place.start >= last for place in decision.places)


def _shown(found: Found) -> float:
    return round(max(0.0, min(1.0, found.verdict.score)), 3)


def _category(senses: dict[str, float], *, asks: bool) -> Category | None:
    """The group of products asked for; ``asks`` tells that something else is."""
    best = max(((w, s) for s, w in senses.items() if s.startswith("category:")), default=None)
    if best is None:
        return None
    # "du lịch Cà Mau" asks for places to visit, "đi du lịch Cà Mau mua gì" for presents
    if best[0] < FAINT and (asks or not ASKING_MORE.isdisjoint(senses)):
        return None
    return Category(best[1].removeprefix("category:"))


def _topic(senses: dict[str, float]) -> ProgrammeTopic | None:
    best = max(((w, s) for s, w in senses.items() if s.startswith(TOPIC)), default=None)
    return ProgrammeTopic(best[1].removeprefix(TOPIC)) if best else None


def _ordinal(senses: dict[str, float]) -> int | None:
    best = max(((w, s) for s, w in senses.items() if s.startswith("ordinal:")), default=None)
    return int(best[1].removeprefix("ordinal:")) if best else None
