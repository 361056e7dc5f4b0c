"""What is asked, and of what: the parts that a question is composed of."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from knowledge.certificates import Standing, Validity
from knowledge.facts import Category, Place, ProgrammeTopic
from knowledge.sellers import is_visited, seller_asked
from knowledge.understanding.asked.awards import (
    asks_for_many,
    counts_certificates,
    standing_asked,
    validity_asked,
)
from knowledge.understanding.asked.intents import Named
from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft
from knowledge.understanding.places.places import PlaceSpan
from knowledge.understanding.question import Certainty, Intent, Match
from knowledge.understanding.vocabulary.phrases import PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    ASKING_ONE,
    AT,
    CATEGORY,
    EMPTY,
    ENDS_WHEN,
    FILLER,
    GOODS,
    LISTED,
    REFER_BACK,
    SELL,
    SHOP,
    TOPIC,
    WHAT_THERE_IS,
)
from knowledge.understanding.vocabulary.vocabularies import Cue

FAINT = 0.3
"""Evidence under which a group is only asked for where nothing else is."""
ASKING_MORE = ASKING_ONE | {"specialities", "outlets", "statistics"}
BESIDE_A_SHOP = 3
"""Words beside the name of a shop that ask nothing else."""
_BESIDE_A_SHOP = EMPTY | {AT, REFER_BACK}
_SELLING = frozenset({Intent.WHERE_TO_BUY, SELL, Intent.OUTLETS, GOODS})
BREAK = "|"
"""Stands for a word that names something else."""
_OF_SALES = frozenset(
    {
        *(Intent.UNKNOWN, Intent.PRODUCT, Intent.SPECIALITIES, Intent.WHERE_TO_BUY),
        *(Intent.OUTLETS, Intent.STATISTICS),
    }
)
"""Intents that a question what a shop sells may be taken for."""
_OF_NO_GOODS = frozenset(("insult", "chit_chat"))
"""Topics about which nothing is offered: the "bò" of "ngu như bò" is no beef."""


_WHAT_IS_OCOP = f"{TOPIC}{ProgrammeTopic.WHAT_IS_OCOP}"
_THINGS = frozenset(("san", "hang", "do", "mon", "dac"))
"""Folded words with which phrases for goods begin: "sản phẩm", "đồ"."""
_OF_LISTED_GOODS = frozenset((GOODS, LISTED))


class Meaning(Struct, frozen=True):
    """What is asked, and of what."""

    decision: Decision
    intent: Intent
    stated: bool
    """Whether words stated the intent."""
    products: tuple[Match, ...] = ()
    producers: tuple[Match, ...] = ()
    foreign: bool = False
    """Whether it is about something that is surely no OCOP product."""

    @property
    def is_of_one(self) -> bool:
        """Whether a product or producer is named."""
        return bool(self.products or self.producers)

    @property
    def is_open(self) -> bool:
        """Whether nothing is named and nothing understood to be asked."""
        return self.intent is Intent.UNKNOWN and not self.is_of_one

    def exported(self) -> Meaning:
        """The same as a question of what is exported: "sản phẩm nào xuất khẩu Nhật Bản" asks for no
        product with these words in its name."""
        decision = replace(self.decision, certainty=Certainty.CLEAR, left_over=False)
        return Meaning(decision, Intent.WHERE_TO_BUY, True)

    def of_makers(self, places: Sequence[PlaceSpan], *, counted: bool) -> Meaning:
        """The same as a question of who makes goods of the kinds named in some places, or how many
        of them there are."""
        decision = replace(self.decision, certainty=Certainty.CLEAR, left_over=False, places=places)
        counts = counted and self.intent is Intent.STATISTICS
        intent = self.intent if counts or self.intent is Intent.CONTACT else Intent.PRODUCER
        return Meaning(decision, intent, True)

    def of_goods(self, *, counted: bool) -> Meaning:
        """The same as a question of the goods of some places, or of how many there are."""
        decision = replace(self.decision, certainty=Certainty.CLEAR, left_over=False)
        return Meaning(decision, Intent.STATISTICS if counted else Intent.SPECIALITIES, True)


def named_in(draft: Draft, decision: Decision, *, category: bool, stars: bool) -> Named:
    """What an utterance names, as far as the intent depends on it."""
    alike = decision.certainty is not Certainty.NONE
    structured = bool(decision.places or decision.kinds)
    about_name = bool(decision.producers) or (
        bool(decision.products) and not (structured and not decision.consumed)
    )
    # "mật ong" names none of several that are called just so
    several = decision.certainty is Certainty.RIVALS and any(
        decision.consumed <= set(range(kind.start, kind.end)) for kind in draft.kinds
    )
    return Named(
        product=about_name and bool(decision.products) and alike,
        sure=alike and decision.certainty is not Certainty.WEAK and not several,
        exact_product=about_name and decision.exact,
        producer=bool(decision.producers) and alike,
        place=bool(decision.places),
        kind=bool(decision.kinds),
        category=category,
        stars=stars,
        left_over=decision.left_over and decision.certainty is not Certainty.WEAK,
        astray=bool(draft.astray),
    )


def kinds_beside(draft: Draft) -> tuple[str, ...]:
    """The kinds that something not known would be of, or that another topic is about."""
    if any(span.meaning.topic in _OF_NO_GOODS for span in draft.foreign):
        return ()
    topics = {
        word
        for span in draft.foreign
        if span.meaning.topic != "brand"
        for word in range(span.start, span.end)
    }
    return tuple(
        dict.fromkeys(
            span.meaning.key
            for span in draft.kinds
            if topics.isdisjoint(range(span.start, span.end))
        )
    )


def places_beside(draft: Draft) -> tuple[Place, ...]:
    """The places surely named in a question about something not known."""
    return tuple(span.places[0] for span in draft.places if not (span.penalty or span.is_short))


def not_known(draft: Draft) -> str:
    """The words that may name something, with what stands between them, as they were typed."""
    content = [
        place
        for place in range(len(draft.words))
        if place not in draft.soft and place not in draft.placed
    ]
    if draft.everyday.issuperset(place for place in content if len(draft.words[place].text) > 1):
        return ""  # a letter names nothing either
    first, last = draft.words[content[0]].token, draft.words[content[-1]].token
    stretch = draft.tokens[first : last + 1]
    return " ".join(token.text for token in stretch)


def shop_asked(draft: Draft, meaning: Meaning, senses: Collection[str]) -> str | None:
    """Key of the shop where something is to be sold; ``None`` where something else is asked, or the
    shop was only told of: "thấy trên TikTok"."""
    decision = meaning.decision
    if draft.foreign and meaning.intent is Intent.UNKNOWN:
        return None  # "grab from airport to city"
    if meaning.is_of_one:
        sold = meaning.intent in _OF_SALES
        sold = sold and not (meaning.intent is Intent.PRODUCT and meaning.stated)
    else:
        named = decision.kinds or decision.places
        sold = not _SELLING.isdisjoint(senses) or (bool(named) and meaning.intent in _OF_SALES)
        sold = sold or _is_of_shop_alone(draft)
        sold = sold and not (decision.left_over and draft.astray)
    # Who asks what gifts there are at an airport or in Aeon wants them there
    in_a_shop = meaning.intent in _OF_SALES and not WHAT_THERE_IS.isdisjoint(senses)
    if not (sold or in_a_shop):
        return None
    told = {
        word
        for cue in draft.resolved
        if (cue.meaning.sense == FILLER and cue.length > 1)
        or (cue.meaning.sense == SHOP and _is_told_before(cue, draft, decision))
        for word in range(cue.start, cue.end)
    }
    taken = told | decision.consumed
    asked = seller_asked(
        " ".join(
            word.marks.folded if place not in taken else BREAK
            for place, word in enumerate(draft.words)
        )
    )
    return asked if sold or is_visited(asked) else None


def _is_told_before(cue: PhraseSpan[Cue], draft: Draft, decision: Decision) -> bool:
    """Whether a shop is but told of in a clause before the one with the place asked about: "mai ra
    sân bay rồi, Hà Giang có gì"."""
    first = min((span.start for span in decision.places), default=0)
    return any(draft.words[place].follows_break for place in range(cue.end, first + 1))


def _is_of_shop_alone(draft: Draft) -> bool:
    """Whether a shop is named and next to nothing else said: "trên TikTok", "Bách Hóa Xanh có
    không"."""
    rest = [cue for cue in draft.resolved if cue.meaning.sense != SHOP]
    empty = all(cue.meaning.sense in _BESIDE_A_SHOP for cue in rest)
    covered = sum(cue.length for cue in draft.resolved) >= len(draft.words)
    return empty and covered and sum(cue.length for cue in rest) <= BESIDE_A_SHOP


def certificates_asked(
    draft: Draft, senses: dict[str, float], named: Named, meaning: Meaning
) -> tuple[Intent | None, Validity | None]:
    """The list or count that is asked for by the time or validity of certificates, and which
    validity; ``None`` where none is."""
    if meaning.is_of_one:
        return None, None
    asides = draft.asides_outside(meaning.decision.consumed)
    validity = validity_asked(asides)
    standing = standing_asked(asides)
    told = named.place + (named.kind or named.category) + named.stars
    if validity is None and draft.period is None and draft.years is None and standing is None:
        # "when do the certificates of 5-star pepper expire" asks of no rule
        of_goods = ENDS_WHEN in asides and told > 1
        of_goods = of_goods or _asks_what_a_place_has(draft, meaning)
        of_goods = of_goods and meaning.intent is Intent.PROGRAMME
        return (Intent.SPECIALITIES if of_goods else None), None
    asked = asides.union(senses)
    if validity is not None and counts_certificates(meaning.intent, asked, named=told):
        return Intent.STATISTICS, validity
    told_of_goods = named.place and not _OF_LISTED_GOODS.isdisjoint(asked)
    if meaning.intent is Intent.PROGRAMME and told_of_goods and (draft.years or standing):
        return Intent.SPECIALITIES, validity  # "sản phẩm Sơn La giai đoạn 2021-2025"
    lists = asks_for_many(meaning.intent, asked, validity=validity is not None, named=told)
    if lists:
        return Intent.SPECIALITIES, validity
    counts = meaning.intent is Intent.STATISTICS and validity is not None
    return (Intent.STATISTICS, validity) if counts else (None, None)


def _asks_what_a_place_has(draft: Draft, meaning: Meaning) -> bool:
    """Whether goods of the programme are asked for right behind a place: "Đơn Dương sản phẩm OCOP
    là gì" asks which they are, and not what the programme is."""
    ends = {span.end for span in meaning.decision.places}
    return any(
        cue.start in ends
        and cue.meaning.sense == _WHAT_IS_OCOP
        and not draft.words[cue.start].follows_break
        and draft.words[cue.start].marks.folded in _THINGS
        for cue in draft.resolved
    )


def lists_goods(meaning: Meaning) -> bool:
    """Whether a list of goods or makers is asked for, rather than a count or one thing."""
    makers = meaning.intent is Intent.PRODUCER and not meaning.is_of_one
    return makers or meaning.intent is Intent.SPECIALITIES


def standing_meant(draft: Draft, meaning: Meaning) -> Standing | None:
    """How far the goods listed or counted are to have come, or who is to have certified them."""
    if not (lists_goods(meaning) or meaning.intent is Intent.STATISTICS):
        return None
    standing = standing_asked(draft.asides_outside(meaning.decision.consumed))
    # A time tells of certificates by itself
    dated = draft.period is not None or draft.years is not None
    return None if standing is Standing.CERTIFIED and dated else standing


def category_of(senses: dict[str, float], *, asks: bool) -> Category | None:
    """The group of products asked for; ``asks`` tells that something else is."""
    best = max(((w, s) for s, w in senses.items() if s.startswith(CATEGORY)), default=None)
    if best is None:
        return None
    # "du lịch Cà Mau" asks for places to visit, "đi du lịch Cà Mau mua gì" for presents
    if best[0] < FAINT and (asks or not ASKING_MORE.isdisjoint(senses)):
        return None
    return Category(best[1].removeprefix(CATEGORY))


def topic_of(senses: dict[str, float]) -> ProgrammeTopic | None:
    """The topic of the programme asked about, that with the most evidence."""
    best = max(((w, s) for s, w in senses.items() if s.startswith(TOPIC)), default=None)
    return ProgrammeTopic(best[1].removeprefix(TOPIC)) if best else None


def ordinal_of(senses: dict[str, float]) -> int | None:
    """The place in a list that is pointed at, -1 for the last."""
    best = max(((w, s) for s, w in senses.items() if s.startswith("ordinal:")), default=None)
    return int(best[1].removeprefix("ordinal:")) if best else None
