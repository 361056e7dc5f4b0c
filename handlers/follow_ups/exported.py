"""Whether what was shown is sold abroad: "xuất khẩu chưa", "xk Nhật không"; and where else: "sang
Nhật"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.chat.actions import Action, Verb
from handlers.chat.topic import Topic, beyond_doubt, names_subject, of_its_list
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.cores import ASKING, ENDING, core, small_words
from handlers.words.reading import words_alone
from knowledge.catalogue import Catalogue
from knowledge.markets import ANY, CALLED, market_asked, markets_in
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import GOODS

_LONGEST = 40
"""Letters of a message that names no more than a market."""
_TO = re.compile(rf"(?:xuat )?(?:sang|qua|thi truong|xuat)(?: ben)?(?: nuoc)? (?P<market>{CALLED})")
"""A market, with the word that makes one of it where no exports were told of."""
_TO_AFTER = re.compile(
    r"(?:(?:xuat )?(?:sang|qua|thi truong|xuat|di|den|toi|vao|o|to|for|in|into|exported to) )?"
    rf"(?:ben |nuoc |the )?(?P<market>{CALLED})"
)
_LOOKS_LIKE_ONE = re.compile(r"\b(?:[Nn]hất|anh|đức)\b")
"""What is no market as it is written: "qua anh", "nhất"."""
_LEADS = ASKING | small_words(
    "con the vay a u da so and what about how or but is are loai cai nao hang which ones any"
)
_TAILS = ENDING | small_words("co thi sao khong ko k duoc chua vay ha thi any instead too as well")


def to_another_market(said: Said) -> FollowUp | None:
    """The same goods sold to another market: "sang Nhật", after a list of what is exported just its
    name: "còn Hàn Quốc"."""
    question, topic = said.question, said.topic
    if len(question.text) > _LONGEST or not (topic.products or topic.has_list):
        return None
    listed = _exports_listed(topic)
    if listed is not None and _names_place_alone(question):
        offset, market, _, *scope = listed.fields
        there = "+".join(place.key for place in question.places)
        return FollowUp(question, action=Action.of(listed.verb, offset, market, there, *scope))
    if not markets_in(question.text) or _LOOKS_LIKE_ONE.search(question.text):
        return None
    words = words_alone(question.text)
    found = core(_TO if listed is None else _TO_AFTER, words, _LEADS, _TAILS)
    if found is None:
        return None
    market = markets_in(found["market"])[0]
    if listed is not None:
        # The first page of the same list, of another market
        offset, _, *scope = listed.fields
        return FollowUp(question, action=Action.of(listed.verb, offset, market, *scope))
    asked = replace(question, products=(), producers=(), places=(), kinds=(), stars=None)
    asked = replace(asked, category=None, cues=frozenset(), export=True, market=market)
    exported = of_the_list(asked, topic, said.catalogue)
    return FollowUp(exported) if exported is not None else None


def _names_place_alone(question: Question) -> bool:
    """Whether nothing but a place is named: "của Thanh Hóa"."""
    if not question.places or question.intent_stated or question.certainty is not Certainty.CLEAR:
        return False
    others = question.products or question.producers or question.kinds or question.category
    return not (others or question.stars or question.without or question.export)


def _exports_listed(topic: Topic) -> Action | None:
    """What lists the goods sold abroad that were shown last, and none picked of them."""
    page = topic.page
    if page is None or page.at(0).verb is not Verb.EXPORTED:
        return None
    picked = topic.product is not None and page.count > 1
    shown = bool(topic.products) and set(topic.products) <= set(page.codes)
    return page.at(0) if shown and not picked else None


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
