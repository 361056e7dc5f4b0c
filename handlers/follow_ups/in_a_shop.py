"""What a shop has of that which was shown, "mua trên Shopee được không"; the shops listed last."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from handlers.answers import outlets, shops_named
from handlers.answers.sold_at import OF_SALES
from handlers.chat.topic import Topic, beyond_doubt, names_subject, of_its_list
from handlers.follow_ups.said import FollowUp, Said
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import (
    COUNTRY,
    GOODS_OR_HOW_MANY,
    HOURS,
    PRODUCT,
    WHICH,
)

_FOLLOWING = frozenset(
    {*OF_SALES, Intent.UNKNOWN, Intent.PRODUCT, Intent.COMPARE, Intent.STATISTICS}
)
_OF_ALL = GOODS_OR_HOW_MANY | {COUNTRY}


def of_shops(said: Said) -> FollowUp | None:
    """What is asked of a shop by its name, of the shops just listed ("địa chỉ"), or of what was
    shown and a shop has."""
    question, topic = said.question, said.topic
    shops = shops_named.named(question, said.catalogue)
    if shops:
        of_them = shops_named.as_asked(question, shops, said.catalogue)
        return FollowUp(of_them, partial(shops_named.answer, found=shops))
    if not _asks_of_those(question, topic):
        sold = _of_shown(question, topic)
        return FollowUp(sold) if sold is not None else None
    again = replace(question, intent=Intent.OUTLETS, intent_stated=True, places=topic.places)
    return FollowUp(replace(again, certainty=Certainty.CLEAR), outlets.those_shown)


def _of_shown(question: Question, topic: Topic) -> Question | None:
    """What of that which was shown a shop has: "mua trên Shopee được không"; the question as it is
    where all that the shop sells is asked for, ``None`` where nothing was shown or something else
    is asked."""
    if question.shop is None or question.intent not in _FOLLOWING or names_subject(question):
        return None
    if not question.cues.isdisjoint(_OF_ALL):
        # "sản phẩm nào bán trên Shopee" asks for all of them, whatever was shown
        return None if question.refers_back else question
    if not (topic.products or topic.has_list):
        return None
    bought = replace(question, intent=Intent.WHERE_TO_BUY, intent_stated=True)
    if topic.product is None and topic.has_list:
        return replace(of_its_list(bought, topic), intent=Intent.WHERE_TO_BUY)
    certainty = Certainty.CLEAR if topic.product is not None else Certainty.RIVALS
    shown = beyond_doubt(*topic.products)
    return replace(bought, products=shown, producers=(), certainty=certainty)


def _asks_of_those(question: Question, topic: Topic) -> bool:
    """Whether the address, the phone, the hours or the goods of the shops just listed are asked
    for."""
    if topic.intent is not Intent.OUTLETS or not topic.places or names_subject(question):
        return False
    if question.shop is not None or question.ordinal is not None:
        return False
    # "what do they sell"
    sells = question.intent is Intent.WHERE_TO_BUY and {PRODUCT, WHICH} <= question.cues
    sells = sells and question.bare
    return sells or question.intent is Intent.CONTACT or HOURS in question.cues
