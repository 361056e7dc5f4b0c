"""A follow-up that points at what was just shown: "nó", "công ty đó", "gần đó", "cái thứ hai"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import (
    ABOUT_PLACES,
    ABOUT_PRODUCTS,
    MOST_MEANT,
    Topic,
    beyond_doubt,
    names_one,
    names_subject,
    of_its_list,
)
from handlers.follow_ups.bought_there import only_moves
from handlers.follow_ups.whereabouts import home_of, place_shown, spot_shown
from knowledge.catalogue import Catalogue
from knowledge.facts import Category
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    ELSE,
    LISTED,
    MORE,
    MOVES_ON,
    NEAR_THERE,
    OF_OTHERS,
    ONLY,
    REFER_BACK,
    THAT_MAKER,
    THAT_PLACE,
    THEY,
    WHERE,
    WHETHER,
    WHICH,
)

_OF_THE_MAKER = frozenset({Intent.CONTACT, Intent.WHERE_TO_BUY, Intent.PRICE})
"""What is asked of a maker as it is of a product; everything else its card tells."""
_BEYOND_IT = frozenset({OF_OTHERS, WHICH, LISTED, ELSE})
"""Words that ask after others than the one shown."""


def by_ordinal(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The entry of the list that an ordinal stands for."""
    if question.ordinal is None or question.products:
        return None
    entry = entry_at(question.ordinal, topic)
    if entry is None:
        return replace(question, intent=Intent.UNKNOWN) if not question.intent_stated else question
    intent = question.intent
    if not question.intent_stated:
        before = topic.intent
        intent = before if before in ABOUT_PRODUCTS and before is not None else Intent.PRODUCT
        if question.bare and WHERE in question.cues:
            intent = _where(question, topic, catalogue)
    return about(question, (entry,), intent)


def entry_at(ordinal: int, topic: Topic) -> str | None:
    """The product at a place of the page last shown, further on of its list; -1 is the last one."""
    shown = topic.shown
    if topic.page is not None and is_far_on(topic) and ordinal > topic.page.offset:
        ordinal -= topic.page.offset
    elif ordinal > len(shown):
        shown = topic.listed  # the third of the list after two of it were compared
    if ordinal > len(shown) and topic.listing is not None:
        shown = topic.listing.codes  # "the 12th", counted from the first page
    index = ordinal - 1 if ordinal > 0 else len(shown) + ordinal
    return shown[index] if 0 <= index < len(shown) else None


def is_far_on(topic: Topic) -> bool:
    """Whether a page is seen that is so far on in its list that its entries are known by no number
    of the whole: "the 88th"."""
    page = topic.page
    return page is not None and len(page.codes) <= page.offset and bool(page.codes)


def of_that_maker(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """What "công ty đó", "bên đó" asks of the producer told last."""
    maker = topic.maker(catalogue)
    if THAT_MAKER not in question.cues or maker is None or question.places or question.producers:
        return None
    if question.kinds:
        made = [
            product.code
            for product in catalogue.products_of(maker)
            if not set(question.kinds).isdisjoint(product.kinds)
        ]
        if made:
            asked = question.intent if question.intent in ABOUT_PRODUCTS else Intent.PRODUCT
            return about(question, tuple(made[:MOST_MEANT]), asked)
    elif names_one(question):
        return None
    return of_maker(question, maker)


def asking_there(question: Question) -> Question:
    """With what a place has asked for, where "tỉnh đó có gì nữa" asks for nothing else: words that
    ask what else a maker has do so of a place as well."""
    if THAT_PLACE not in question.cues or names_one(question):
        return question
    if question.intent is Intent.UNKNOWN and not question.bare:
        return question  # "is there a storm this week" asks something else
    # "how is it there" asks of the thing
    points_at_thing = REFER_BACK in question.cues
    vague = {Intent.PRODUCT, Intent.PRODUCER} - ({question.intent} if points_at_thing else set())
    if question.intent is not Intent.UNKNOWN and question.intent not in vague:
        return question
    return replace(question, intent=Intent.SPECIALITIES)


def claims_stars(question: Question, topic: Topic) -> bool:
    """Whether stars are asked of the product shown, "nó 5 sao hả", not of others: "còn 5 sao"."""
    if topic.product is None or question.stars is None or question.category:
        return False
    points = question.refers_back or (topic.is_of_one and _asks_whether(question))
    return points and question.cues.isdisjoint({MOVES_ON, ONLY})


def _asks_whether(question: Question) -> bool:
    """Whether "4 sao không", "co 5 sao khong" asks yes or no, rather than which others are."""
    asks = question.bare and WHETHER in question.cues
    return asks and question.cues.isdisjoint(_BEYOND_IT)


def around_there(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """What "gần đó", "ở tỉnh đó" asks of the place of what was shown."""
    if question.places or (names_one(question) and question.intent not in ABOUT_PLACES):
        return None
    if NEAR_THERE in question.cues:
        place = spot_shown(topic, catalogue)
        if place is None:
            return None
        return replace(
            question, intent=Intent.NEARBY, intent_stated=True, places=(place,), products=()
        )
    if THAT_PLACE not in question.cues or topic.places or question.kinds:
        return None
    if question.intent in ABOUT_PRODUCTS - {Intent.PRODUCT}:
        return None  # "ở đó có bán không" asks of the product
    there = place_shown(question, topic, catalogue)
    if there is None:
        return None
    intent = question.intent if question.intent in ABOUT_PLACES else Intent.SPECIALITIES
    return replace(question, intent=intent, certainty=Certainty.CLEAR, places=(there,), products=())


def about_shown(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """A question without a name about what was just shown: "còn số điện thoại?"."""
    if names_one(question) and not question.bare and question.intent not in ABOUT_PLACES:
        return _same_of_another(question, topic)
    intent = _asked_of_it(question, topic, catalogue)
    if MORE in question.cues and not question.intent_stated and not names_subject(question):
        more = _more_like_it(question, topic, catalogue)
        if more is not None:
            return more
    if intent not in ABOUT_PRODUCTS or not _points_back(question, intent, topic):
        return None
    of_place = topic.intent in ABOUT_PLACES and topic.places and not question.places
    if intent is Intent.WHERE_TO_BUY and of_place and topic.several:
        # After a list of what a place has: the shops of that place, not one product's.
        shops = replace(question, intent=intent, places=topic.places)
        return about(shops, topic.products[:MOST_MEANT], intent) if topic.kinds else shops
    asked, question = question.intent, replace(question, intent=intent)
    if topic.product is not None:
        return about(question, topic.products, intent)
    if len(topic.producers) == 1:
        return replace(
            question, producers=beyond_doubt(topic.producers[0]), certainty=Certainty.CLEAR
        )
    if topic.products and not question.places:
        return about(question, topic.products[:MOST_MEANT], intent)
    if (_was_empty(topic) or topic.counted) and question.bare and not question.places:
        # "mấy sao" of what there is none of: say so again; of what was counted: which they are
        return _of_counted(question, topic)
    if asked in ABOUT_PLACES and only_moves(question):
        # "còn Tây Ninh" after the shops of Hà Nội: those there, though goods are called so too
        return replace(question, products=(), producers=(), certainty=Certainty.CLEAR)
    return question


def _of_counted(question: Question, topic: Topic) -> Question:
    """What is asked of goods of which none was shown: the shops of their place, else the list."""
    whole = of_its_list(question, topic)
    if question.intent is not Intent.WHERE_TO_BUY or not topic.counted:
        return whole
    return replace(whole, intent=Intent.WHERE_TO_BUY)


def _same_of_another(question: Question, topic: Topic) -> Question | None:
    """What was asked before, of the product that is named now: "còn mật ong Thanh Sơn thì sao"."""
    before = topic.intent
    goes_on = question.refers_back and not question.intent_stated
    named_alone = not question.kinds and question.intent in ABOUT_PRODUCTS
    if before is None or before not in ABOUT_PRODUCTS or not (goes_on and named_alone):
        return None
    return replace(question, intent=before)


def _asked_of_it(question: Question, topic: Topic, catalogue: Catalogue) -> Intent:
    """What is asked of that which was shown, where the question may tell it by a hint alone."""
    if claims_stars(question, topic):
        return Intent.RATING
    if question.intent is Intent.UNKNOWN:
        hinted = _hinted(question) if question.bare else None
        if hinted is not None:
            return hinted
        if question.bare and WHERE in question.cues:
            return _where(question, topic, catalogue)
        if question.refers_back:
            return Intent.PRODUCT
    if topic.intent is Intent.WHERE_TO_BUY and only_moves(question):
        return Intent.WHERE_TO_BUY
    return question.intent


def _was_empty(topic: Topic) -> bool:
    """Whether the list of a kind asked for last had nothing in it."""
    shown = topic.products or topic.listed or topic.producers
    return bool(topic.kinds) and not shown and (topic.intent in ABOUT_PLACES or bool(topic.places))


def _more_like_it(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """What else there is beside the one product shown: of its maker, else of its province."""
    if topic.product is None:
        return None
    maker = topic.maker(catalogue)
    if maker is not None and len(catalogue.products_of(maker)) > 1:
        return of_maker(question, maker)
    home = home_of(catalogue.products[topic.product].location, catalogue)
    return replace(question, intent=Intent.SPECIALITIES, certainty=Certainty.CLEAR, places=(home,))


def _hinted(question: Question) -> Intent | None:
    """The one thing that too weak a cue asks of a product: "có mấy sao" alone."""
    hints = [intent for intent in ABOUT_PRODUCTS if intent.value in question.cues]
    return hints[0] if len(hints) == 1 else None


def _where(question: Question, topic: Topic, catalogue: Catalogue) -> Intent:
    """What "ở đâu" alone asks: where to go, after somewhere to stay or a maker; else to buy."""
    if THEY in question.cues:
        return Intent.CONTACT  # "họ ở làng nào"
    shown = [catalogue.products[code] for code in topic.products]
    stays = bool(shown) and all(product.category is Category.TOURISM for product in shown)
    of_maker = topic.intent in {Intent.PRODUCER, Intent.CONTACT}
    return Intent.CONTACT if stays or of_maker else Intent.WHERE_TO_BUY


def _points_back(question: Question, intent: Intent, topic: Topic) -> bool:
    """Whether a question without a product's name is about the one just shown."""
    claims = intent is Intent.RATING and topic.product is not None
    if question.kinds or question.category or (question.stars and not claims):
        return False
    if question.certainty is not Certainty.NONE and not question.places:
        return False
    if question.places:
        return question.refers_back or intent is Intent.WHERE_TO_BUY
    stated = question.intent_stated or intent is not question.intent
    return question.refers_back or stated


def about(question: Question, codes: tuple[str, ...], intent: Intent) -> Question:
    """The question asked of products known from what was shown."""
    return replace(
        question,
        intent=intent,
        products=beyond_doubt(*codes),
        producers=(),
        certainty=Certainty.CLEAR if len(codes) == 1 else Certainty.RIVALS,
    )


def of_maker(question: Question, maker: str) -> Question:
    """The question of a producer."""
    return replace(
        question,
        intent=question.intent if question.intent in _OF_THE_MAKER else Intent.PRODUCER,
        intent_stated=True,
        products=(),
        producers=beyond_doubt(maker),
        certainty=Certainty.CLEAR,
        kinds=(),
        category=None,
        stars=None,
    )
