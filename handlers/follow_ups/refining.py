"""A follow-up that narrows or moves the list last shown: its stars, its kind, its place."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import (
    ABOUT_PLACES,
    ABOUT_PRODUCTS,
    MOST_MEANT,
    OPEN,
    Topic,
    beyond_doubt,
    is_called_by_kind,
    names_kind_alone,
    names_one,
)
from handlers.follow_ups.moved import counts_there, of_one_listed, states_intent
from handlers.follow_ups.of_both_kinds import of_both
from handlers.follow_ups.pointing import claims_stars
from handlers.follow_ups.whereabouts import home_of
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Place, PlaceLevel
from knowledge.understanding.kinds.kinds_meant import QUALITY
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    CATEGORY,
    COUNTRY,
    DISTRICTS,
    HOW_MANY,
    QUANTITY,
    RANKING,
    THAT_PLACE,
    VARIETIES,
    WHICH,
)

_OF_SHOPS = frozenset({Intent.OUTLETS, Intent.WHERE_TO_BUY})
_HOW_MANY_SORTS = frozenset({VARIETIES, HOW_MANY})


def refined(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The question with the filters of the list last shown; ``None`` when it is no part of it."""
    question = _with_category(question, topic)
    if question.places:
        return _elsewhere(question, topic, catalogue)
    if not topic.has_list:
        return question if question.category is not None else None
    if question.kinds == (QUALITY,) and topic.kinds:
        # "organic?" of coffee: which of it is, the names hardly tell
        question = replace(question, kinds=(), products=(), producers=())
        return _listing(
            question,
            Intent.SPECIALITIES,
            places=_places(question, topic),
            stars=_stars(question, topic),
            category=None,
            kinds=topic.kinds,
        )
    if names_kind_alone(question, catalogue):
        closer = None if _states(question) else of_both(question, topic, catalogue)
        return closer or _of_kind(question, topic, catalogue)
    if question.kinds or (names_one(question) and question.intent not in ABOUT_PLACES):
        return None
    if question.stars is not None or question.category is not None:
        tells = question.intent is Intent.PROGRAMME  # "4 sao là gì"
        return (
            None
            if tells or claims_stars(question, topic)
            else _filtered(question, topic, catalogue)
        )
    return _continued(question, topic)


def _elsewhere(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The same list in another place: "còn Cao Bằng"."""
    if question.kinds or question.category or _asks_of_one(question):
        return None  # "đồ uống 4 sao ở Lâm Đồng" after a list of shops is a question of its own
    if names_one(question) and question.intent not in ABOUT_PLACES:
        return None
    before = topic.intent
    if before is None or question.intent not in {*OPEN, *ABOUT_PLACES}:
        return None
    if before in ABOUT_PLACES:
        if counts_there(question, topic):
            intent = Intent.STATISTICS
        elif question.refers_back or not states_intent(question):
            intent = before
        elif of_one_listed(question, topic):
            intent = question.intent
        else:
            return None
    elif before is not Intent.WHERE_TO_BUY and (
        question.refers_back
        or (
            not question.intent_stated
            and (_of_a_kind(topic, catalogue) or _is_made_there(question, topic, catalogue))
        )
    ):
        intent = Intent.SPECIALITIES
    else:
        return None
    return _listing(
        question,
        intent,
        places=question.places,
        stars=_stars(question, topic),
        category=topic.category,
        kinds=topic.kinds,
    )


def _of_kind(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """Another kind in the place last talked about, or a kind of what was listed."""
    places = _places(question, topic)
    asked = question.intent if _states(question) else None
    carried = asked is None and question.refers_back and topic.intent in ABOUT_PRODUCTS
    if not places and not carried and (topic.kinds or not topic.has_list):
        return None  # with neither a place nor stars to keep the kind stands for itself
    intent = asked or (_carried(question, topic) if question.refers_back else Intent.SPECIALITIES)
    stars = _stars(question, topic)
    found = catalogue.products_at(places, stars=stars, kinds=question.kinds)
    if intent in ABOUT_PRODUCTS and intent is not Intent.WHERE_TO_BUY and found:
        best = beyond_doubt(*(product.code for product in found[:MOST_MEANT]))
        certainty = Certainty.CLEAR if len(found) == 1 else Certainty.RIVALS
        return replace(
            question, intent=intent, places=places, products=best, certainty=certainty, stars=None
        )
    if intent in ABOUT_PRODUCTS and (intent is not Intent.WHERE_TO_BUY or not found):
        intent = Intent.SPECIALITIES
    return _listing(
        question, intent, places=places, stars=stars, category=None, kinds=question.kinds
    )


def _of_a_kind(topic: Topic, catalogue: Catalogue) -> bool:
    """Whether a kind was talked about, though one product may be called just so: "chè shan tuyết"
    may mean one, but with "ở Yên Bái" it means the kind."""
    if topic.several or topic.product is None:
        return bool(topic.kinds)
    return is_called_by_kind(catalogue.products[topic.product], topic.kinds, catalogue)


def _is_made_there(question: Question, topic: Topic, catalogue: Catalogue) -> bool:
    """Whether the place named alone has what the one product shown is: "Đắk Lắk" after the coffee
    of Khe Sanh."""
    one = topic.product is not None and bool(topic.kinds)
    return one and bool(catalogue.products_at(question.places, kinds=topic.kinds))


def _filtered(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """Only some of the list: "4 sao thôi", "handicrafts only"."""
    if _asks_of_one(question):
        return None
    counts = question.intent is Intent.STATISTICS
    if counts and topic.intent not in ABOUT_PLACES:
        return None  # "có bao nhiêu sản phẩm 5 sao" after one product asks of the country
    if counts and question.refers_back and WHICH in question.cues:
        # "trong mấy cái đó cái nào 4 sao" asks which, not how many
        question = replace(question, intent=Intent.SPECIALITIES)
    intent = question.intent if question.intent in ABOUT_PLACES else Intent.SPECIALITIES
    if question.refers_back and not question.intent_stated and topic.intent in ABOUT_PLACES:
        intent = topic.intent  # "4 sao thì mấy" after a count
    return _listing(
        question,
        intent,
        places=_places(question, topic) or _home(question, topic, catalogue),
        stars=_stars(question, topic),
        category=question.category or topic.category,
        # What is of a group and of a kind outside it does not exist
        kinds=() if question.category is not None else topic.kinds,
    )


def _continued(question: Question, topic: Topic) -> Question | None:
    """Asking on about the list without naming anything: "kể ra xem", "cả nước thì sao"."""
    said = question.bare or question.refers_back or question.intent_stated
    if question.intent is Intent.SPECIALITIES and not said:
        return replace(question, intent=Intent.UNKNOWN)  # words that are not understood
    if question.intent is Intent.UNKNOWN and question.bare and QUANTITY in question.cues:
        # "có bao nhiêu" after a list asks of all of it
        question = replace(question, intent=Intent.STATISTICS)
    if question.intent is Intent.PRODUCT and question.bare and question.cues >= _HOW_MANY_SORTS:
        question = replace(question, intent=Intent.STATISTICS)  # "có mấy loại"
    widens = COUNTRY in question.cues and question.intent in OPEN
    if not widens and question.intent not in ABOUT_PLACES:
        return None
    if not widens and topic.intent not in ABOUT_PLACES and question.intent is Intent.STATISTICS:
        return None
    intent = question.intent
    if widens:
        intent = topic.intent if topic.intent in ABOUT_PLACES else Intent.SPECIALITIES
    anew = THAT_PLACE in question.cues and intent is Intent.SPECIALITIES
    places = _places(question, topic)
    if RANKING in question.cues and DISTRICTS not in question.cues:
        # "tỉnh nào nhiều nhất" asks of all provinces, or of those of the region told of
        places = tuple(place for place in places if place.level is PlaceLevel.REGION)
    return _listing(
        question,
        intent,
        places=places,
        # "ở đó có gì" asks for all there is
        stars=None if anew else topic.stars,
        category=None if anew else topic.category,
        kinds=() if anew else topic.kinds,
    )


def _listing(
    question: Question,
    intent: Intent,
    *,
    places: tuple[Place, ...],
    stars: int | None,
    category: Category | None,
    kinds: tuple[str, ...],
) -> Question:
    return replace(
        question,
        intent=intent,
        certainty=Certainty.CLEAR,
        products=(),
        producers=(),
        places=places,
        place_rivals=question.place_rivals and places == question.places,
        stars=stars,
        category=category,
        kinds=kinds,
    )


def _places(question: Question, topic: Topic) -> tuple[Place, ...]:
    return () if COUNTRY in question.cues else topic.places


def _home(question: Question, topic: Topic, catalogue: Catalogue) -> tuple[Place, ...]:
    """Where the one product talked about is from: "có loại 4 sao không" asks of its likes there."""
    if topic.product is None or not topic.is_of_one or COUNTRY in question.cues:
        return ()
    return (home_of(catalogue.products[topic.product].location, catalogue),)


def _stars(question: Question, topic: Topic) -> int | None:
    return question.stars if question.stars is not None else topic.stars


def _states(question: Question) -> bool:
    """Whether one thing is asked in so many words: the "sao" of "thì sao" asks for no stars."""
    return question.intent_stated and question.intent.value in question.cues


def _asks_of_one(question: Question) -> bool:
    """Whether something is asked that a list does not tell."""
    return question.intent in ABOUT_PRODUCTS - {Intent.PRODUCT} and _states(question)


def _carried(question: Question, topic: Topic) -> Intent:
    """What "còn trà thì sao" asks about tea: what was asked before."""
    if topic.intent in _OF_SHOPS:
        return Intent.WHERE_TO_BUY
    if topic.intent is None or topic.intent in OPEN:
        return Intent.SPECIALITIES
    known = topic.intent in ABOUT_PRODUCTS or topic.intent in ABOUT_PLACES
    return topic.intent if known else Intent.SPECIALITIES


def _with_category(question: Question, topic: Topic) -> Question:
    """With the group that is named alone, or beside words not understood where a list can be
    narrowed."""
    named = sorted(sense for sense in question.cues if sense.startswith(CATEGORY))
    lost = question.intent in OPEN and question.category is None
    lost = lost and not question.without.categories
    if not (named and lost and (topic.has_list or question.bare)) or question.kinds:
        return question
    category = Category(named[0].removeprefix(CATEGORY))
    return replace(question, category=category, intent=Intent.SPECIALITIES)
