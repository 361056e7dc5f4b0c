"""Whether what was shown is sold abroad: "xuất khẩu chưa", "xk Nhật không"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import Topic, beyond_doubt, names_subject, of_its_list
from knowledge.catalogue import Catalogue
from knowledge.markets import ANY, market_asked, markets_in
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import GOODS


def of_the_list(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """What of the list last shown, or of the maker told last, is exported, or whether the one
    product shown is: "xuất khẩu chưa", "xk Nhật không", "to the USA?"."""
    if names_subject(question) or question.ordinal is not None or GOODS in question.cues:
        return None
    if not (topic.products or topic.has_list or topic.maker_alone):
        return None
    market = None if question.export else _market_alone(question)
    if not question.export and market is None:
        return None
    exported = replace(
        question, intent=Intent.WHERE_TO_BUY, intent_stated=True, certainty=Certainty.CLEAR
    )
    shown, maker = topic.products, topic.maker_alone
    made = catalogue.products_of(maker) if maker is not None else ()
    if maker is not None and made:
        shown = tuple(product.code for product in made)
        exported = replace(exported, producers=beyond_doubt(maker))
    if len(shown) == 1:
        return replace(exported, products=beyond_doubt(*shown), market=None)
    market = question.market or market or market_asked(question.said) or ANY
    exported = replace(exported, market=market)
    if not made and topic.has_list and topic.intent is not Intent.COMPARE:
        scope = of_its_list(exported, topic)
        return replace(scope, intent=Intent.WHERE_TO_BUY)
    return replace(exported, products=beyond_doubt(*shown))


def _market_alone(question: Question) -> str | None:
    """The market that is named in English and nothing else: "to the USA?". In Vietnamese "nhất"
    would look like Nhật."""
    if question.intent is not Intent.UNKNOWN or not question.bare or question.language != "en":
        return None
    return next(iter(markets_in(question.text)), None)
