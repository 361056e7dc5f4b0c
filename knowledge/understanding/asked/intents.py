"""From the cues of a question and what it names to what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from knowledge.understanding.question import Intent
from knowledge.understanding.vocabulary.phrases import NO_MARKS_ALONE, PhraseSpan
from knowledge.understanding.vocabulary.senses import (
    AND,
    GOODS,
    HEALTH,
    OR,
    ORIGIN,
    REFER_BACK,
    SELL,
    SURE_CUE,
    TOPIC,
    WHERE,
)
from knowledge.understanding.vocabulary.vocabularies import Cue

ABOUT_ONE_THING = (
    Intent.CONTACT,
    Intent.PRICE,
    Intent.RATING,
    Intent.PRODUCER,
    Intent.WHERE_TO_BUY,
    Intent.PRODUCT,
)
"""Questions about a named product or producer; of equally strong cues the earlier one is meant:
"liên hệ mua" wants the contact, "mua giá bao nhiêu" the price."""
_TOLD_WITH = {
    Intent.RATING: {Intent.RATING, Intent.PRODUCT},
    Intent.PRODUCER: {Intent.PRODUCER, Intent.PRODUCT},
    Intent.CONTACT: {Intent.CONTACT, Intent.PRODUCER, Intent.PRODUCT},
    Intent.PRICE: {Intent.PRICE, Intent.WHERE_TO_BUY, Intent.PRODUCT},
    Intent.WHERE_TO_BUY: {Intent.WHERE_TO_BUY, Intent.PRODUCT},
}
"""What the answer to each of them tells as well, and what is no question beside it."""
OF_THE_PERSON = (Intent.PRIVACY, Intent.SAVED, Intent.FEEDBACK)
"""About what is kept of the person: nothing that is sold is named."""
SURELY_GOODS = 0.6
"""From here on goods named alone ask what there is: "quà biếu", "souvenirs", but not the "qua" of
"buon qua di"."""
SMALL_TALK = (Intent.THANKS, Intent.GOODBYE, Intent.GREETING, Intent.HELP)
"""Only when nothing else is asked; thanks before greeting: "ok cảm ơn, chào bạn"."""


WEAK_CUE = 0.45
"""Evidence under which a cue decides only where nothing else does: "sao" may ask for stars, or
how."""
SURELY_TOO = 1.1
"""Evidence from which something else is asked as well."""
SURELY_OF_US = 1.9
"""Evidence from which the assistant itself is asked about, whatever its words look like: "có lưu
câu hỏi của tôi không" is about no Bò Bát Bảo Lưu."""
ASKED_WITH_A_GREETING = 1.0
"""Evidence from which a greeting only opens a question."""
SURE_COMPARISON = 1.2
"""Evidence from which one thing named is to be compared with another that was not recognised."""

SURELY_RULES = 2.4
"""Evidence from which the programme is asked of though a maker may be named."""
_OF_MAKERS = frozenset({Intent.CONTACT, Intent.PRODUCER, Intent.RATING, "org"})


class Named(Struct, frozen=True):
    """What an utterance names, as far as the intent depends on it."""

    product: bool = False
    sure: bool = False
    """The product or producer was recognised without doubt."""
    exact_product: bool = False
    """The whole name was typed."""
    producer: bool = False
    place: bool = False
    kind: bool = False
    category: bool = False
    stars: bool = False
    left_over: bool = False
    """Words that are neither named things nor cues remain."""
    astray: bool = False
    """Some of them are no words of everyday language either."""


def weigh(cues: Iterable[PhraseSpan[Cue]]) -> dict[str, float]:
    """The evidence for each sense: the best cue counts whole, longer phrases more."""
    senses: dict[str, float] = {}
    for span in cues:
        if span.meaning.sense.startswith(TOPIC) and _is_slipped(span):
            continue  # "do hai phng" is no "dò lại"
        worth = span.meaning.weight * (1.0 + 0.25 * (span.length - 1)) - 0.5 * span.penalty
        if worth > senses.get(span.meaning.sense, -1.0):
            senses[span.meaning.sense] = worth
    return senses


def besides(intent: Intent, senses: Mapping[str, float]) -> tuple[Intent, ...]:
    """What else of a product is asked as surely as need be, that its answer does not tell."""
    if intent not in _TOLD_WITH:
        return ()
    return tuple(
        other
        for other in ABOUT_ONE_THING
        if other not in _TOLD_WITH[intent] and senses.get(other, 0.0) >= SURELY_TOO
    )


def _is_slipped(span: PhraseSpan[Cue]) -> bool:
    """Whether a short cue was read with a slip, rather than only without its marks."""
    return span.length < SURE_CUE and span.penalty > NO_MARKS_ALONE


def intent_of(senses: Mapping[str, float], named: Named) -> tuple[Intent, bool]:
    """The intent, and whether a cue stated it (rather than what was named)."""
    topics = any(sense.startswith(TOPIC) for sense in senses)
    one_thing = named.product or named.producer
    something = one_thing or named.place or named.kind
    if "language" in senses and not something:
        return Intent.LANGUAGE, True
    for intent in (*OF_THE_PERSON, Intent.HELP):
        surely = senses.get(intent, 0.0) >= SURELY_OF_US and not named.sure
        if surely or (intent in OF_THE_PERSON and intent in senses and not something):
            return intent, True
    if Intent.NEARBY in senses and not named.place and not one_thing:
        return Intent.NEARBY, True
    # "nước mắm loại nào ngon" asks for a list; with another name in it, to compare
    comparable = named.product or (named.kind and named.left_over)
    one_named = named.product and not named.left_over and not {AND, OR} & senses.keys()
    if one_named and Intent.PRODUCT in senses:
        comparable = False  # "trà Khau Bjoóc có gì khác biệt" asks what is special about it
    if senses.get("compare", 0.0) >= SURE_COMPARISON and comparable:
        return Intent.COMPARE, True
    if topics and (
        not (one_thing and (named.sure or Intent.RATING in senses)) or _asks_of_rules(senses, named)
    ):
        return Intent.PROGRAMME, True
    if (
        "statistics" in senses
        and not named.exact_product
        and (not one_thing or named.place or (named.stars and not (named.producer and named.sure)))
    ):
        return Intent.STATISTICS, True
    if named.producer and not named.product:
        return _about_a_producer(senses)
    if named.product:
        return _about_a_product(senses, named)
    return _about_many(senses, named)


def _asks_of_rules(senses: Mapping[str, float], named: Named) -> bool:
    """Whether a long phrase asks of the programme beside a maker alone, of which nothing is asked:
    who says "nhà tui nuôi ong, mần răng được 3 sao" tells of no beekeepers."""
    if named.product or not _OF_MAKERS.isdisjoint(senses):
        return False
    return any(sense.startswith(TOPIC) and worth >= SURELY_RULES for sense, worth in senses.items())


def _about_a_producer(senses: Mapping[str, float]) -> tuple[Intent, bool]:
    for intent in (Intent.CONTACT, Intent.RATING, Intent.PRICE):
        # "hàng OCOP của cơ sở Dân Mập gồm những gì" asks for its goods, and not for their stars
        goods = senses.get("specialities", 0.0) if intent is Intent.RATING else 0.0
        other = max(senses.get(Intent.PRODUCER, 0.0) - WEAK_CUE, WEAK_CUE, goods)
        if senses.get(intent, 0.0) > other:
            return intent, True
    asked = {
        *("producer", "ask:where", ORIGIN, "product", "specialities", "goods", "quantity"),
        *("statistics", "outlets"),
    }
    return Intent.PRODUCER, bool(asked & senses.keys())


def _about_a_product(senses: Mapping[str, float], named: Named) -> tuple[Intent, bool]:
    strongest = max((senses.get(intent, 0.0) for intent in ABOUT_ONE_THING), default=0.0)
    if strongest >= WEAK_CUE:
        # A clearly longer phrase outweighs the order: "bán ở cửa hàng nào" against "cửa hàng"
        chosen = next(
            intent
            for intent in ABOUT_ONE_THING
            if intent in senses and senses[intent] >= strongest - 0.6
        )
        if chosen is not Intent.PRODUCT:
            return chosen, True
    if ORIGIN in senses or (HEALTH in senses and not named.stars):
        # "có phải trị ho không" asks for no stars
        return Intent.PRODUCT, True
    topics = {sense for sense in senses if sense.startswith(TOPIC)}
    if Intent.RATING in senses or topics - {"topic:groups"}:
        # How long a certificate holds, asked of a product: whether its stars still hold
        return Intent.RATING, True
    if "org" in senses and not named.producer and Intent.PRODUCT not in senses:
        return Intent.PRODUCER, True
    if "quantity" in senses:
        return Intent.PRICE, True
    if {WHERE, SELL, "outlets"} & senses.keys():
        return Intent.WHERE_TO_BUY, True
    if named.stars:
        return Intent.RATING, True
    return Intent.PRODUCT, Intent.PRODUCT in senses


def _about_many(senses: Mapping[str, float], named: Named) -> tuple[Intent, bool]:
    of_kind = named.kind or named.category
    if (named.place or of_kind or named.stars) and not named.left_over:
        if "quantity" in senses and not of_kind and Intent.PRICE not in senses:
            return Intent.STATISTICS, True
        return _about_place_or_kind(senses, named, of_kind)
    if not named.left_over:
        for intent in SMALL_TALK:
            if intent in senses and not (intent is Intent.GREETING and _asks_of_one(senses)):
                return intent, True
        # How to reach a cooperative that is not known asks for no shop
        if "outlets" in senses and not {"org", Intent.CONTACT} <= senses.keys():
            return Intent.OUTLETS, True
        if "country" in senses and {"specialities", "goods"} & senses.keys():
            return Intent.SPECIALITIES, True
    for intent in ABOUT_ONE_THING:
        if senses.get(intent, 0.0) >= WEAK_CUE and intent is not Intent.PRODUCT:
            return intent, True
    if "specialities" in senses and not named.astray:
        return Intent.SPECIALITIES, True
    if Intent.PRODUCT in senses:
        return Intent.PRODUCT, True
    for intent in SMALL_TALK:
        if named.left_over and senses.get(intent, 0.0) >= 1.0:
            return intent, True
    refers_back = any(sense.startswith(REFER_BACK) for sense in senses)
    if senses.get(GOODS, 0.0) >= SURELY_GOODS and not named.left_over and not refers_back:
        return Intent.SPECIALITIES, False
    return Intent.UNKNOWN, False


def _asks_of_one(senses: Mapping[str, float]) -> bool:
    """Whether something is surely asked beside a greeting: "alo, sđt đi"."""
    return any(
        senses.get(intent, 0.0) >= ASKED_WITH_A_GREETING
        for intent in ABOUT_ONE_THING
        if intent is not Intent.PRODUCT
    )


def _about_place_or_kind(
    senses: Mapping[str, float], named: Named, of_kind: bool
) -> tuple[Intent, bool]:
    asks_what = senses.get("specialities", 0.0)
    where = bool({"ask:where", "outlets"} & senses.keys())
    buying = senses.get(Intent.WHERE_TO_BUY, 0.0)
    outlets = senses.get("outlets", 0.0)
    if of_kind:
        # "coffee rated 3 stars from Dak Lak" tells which, "mấy sao" asks
        asked = (Intent.CONTACT, Intent.PRICE, *(() if named.stars else (Intent.RATING,)))
        for intent in asked:
            # "where to buy cheap tea" asks for no price
            if senses.get(intent, 0.0) > max(asks_what, buying, outlets, WEAK_CUE):
                return intent, True
        if buying > asks_what and (where or not named.place):
            return Intent.WHERE_TO_BUY, True
        if named.place and not named.kind and not named.stars and outlets >= max(asks_what, 1.0):
            return Intent.OUTLETS, True  # "craft shops in Huế"
    elif named.place and {"org", Intent.CONTACT} <= senses.keys() and not where:
        return Intent.CONTACT, True  # "nhà sản xuất nào có số điện thoại ở Quảng Ninh"
    elif named.place and asks_what <= outlets:
        looks_for_shops = "outlets" in senses or (bool(buying) and not named.stars)
        if looks_for_shops or (where and {SELL, GOODS} & senses.keys()):
            return Intent.OUTLETS, True
    return Intent.SPECIALITIES, bool(asks_what) or "goods" in senses or bool(buying)
