"""One of those shown, or of the same maker's, picked by a part of its name."""

from __future__ import annotations

import re

from handlers.chat.topic import ABOUT_PRODUCTS, MOST_MEANT, OPEN, Topic, names_one
from handlers.follow_ups.pointing import about, of_maker
from handlers.words.naming import producer_of
from handlers.words.reading import words_alone
from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from knowledge.understanding.question import Certainty, Intent, Question

LEAST_OF_A_BRAND = 2
"""Words from which a part of a name picks from the list, though it names something else too."""
_POINTED = re.compile(
    r"(?:(?:the|con|cai|loai|mon|thu|chai|hop|goi|vay|va|lay|chon|doi|sang|qua|toi) )*"
    r"(?:(?:the|con|cai|loai|mon|thu|chai|hop|goi|vay|va|(?P<taste>vi|mui|huong)) )"
    r"(?P<name>\w+(?: \w+){0,3}?)"
    r"(?: (?:ones?|do|kia|ay|nay|thi|sao|nhe|di|a|ha|nha|thoi|co|please))*"
    r"|(?P<alone>\w+(?: \w+)?) ones?"
)
"""A part of a name in words that point at it: "the black one", "còn loại 38 thì sao"."""


def picked_by_name(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """An entry of the list by a part of its name or of its maker's: "đông á" after coconut candy.

    Only for words that mean nothing else: what stands for itself is a question of its own.
    """
    unsure = question.certainty in {Certainty.NONE, Certainty.WEAK}
    told = _POINTED.fullmatch(words_alone(question.text))
    of_shown = _by_its_sort(question, told, topic, catalogue)
    if of_shown:
        return about(question, of_shown[:MOST_MEANT], _asked_before(topic))
    # "vị sầu riêng" after coconut candy is no durian
    tasted = told is not None and told["taste"] is not None and topic.has_list
    alone = question.kinds or question.places or (unsure and question.bare)
    if not tasted and (alone or not (unsure or _is_said_in_part(question, topic))):
        return None
    typed = f" {told['name'] or told['alone'] if told else words_alone(question.text)} "
    if not typed.strip():
        return None
    found = called_so(typed, topic, catalogue)
    if not found or (not (unsure or tasted) and len(typed.split()) < LEAST_OF_A_BRAND):
        return None
    # "loại 40 độ đạm" is any that has it in its name
    several = told is not None and len(found) > 1
    if not (unsure or tasted or several) and question.products[0].code in found:
        return None
    makers = {catalogue.products[code].producer for code in found}
    only = next(iter(makers))
    if len(found) > 1 and len(makers) == 1 and only is not None and _names(only, typed, catalogue):
        return of_maker(question, only)
    return about(question, tuple(found[:MOST_MEANT]), _asked_before(topic))


def _asked_before(topic: Topic) -> Intent:
    """What was asked of the products shown, which is asked of the one picked as well."""
    asked = topic.intent if topic.intent in ABOUT_PRODUCTS else None
    return asked or Intent.PRODUCT


def _by_its_sort(
    question: Question, told: re.Match[str] | None, topic: Topic, catalogue: Catalogue
) -> tuple[str, ...]:
    """Those of the products just named together, or of the one's maker, whose name has the words of
    a sort in it: "loại rang muối" after the cashews of a maker, "tiêu đỏ" after three peppers."""
    maker = topic.maker(catalogue)
    if maker is None or not topic.products or topic.intent not in ABOUT_PRODUCTS:
        return ()
    if question.intent not in OPEN or question.stars or question.places:
        return ()
    typed = (told["name"] or told["alone"]) if told is not None else words_alone(question.text)
    alone = told is None and bool(question.kinds) and topic.several
    if not (told is not None or alone) or not typed:
        return ()
    pool = [catalogue.products[code] for code in topic.products]
    if topic.product is not None:
        same = set(catalogue.products[topic.product].kinds)
        pool += [each for each in catalogue.products_of(maker) if same & {*each.kinds}]
    called = {each.code: None for each in pool if f" {typed} " in _told_of(each, catalogue)}
    return tuple(called) if len(called) < max(len(topic.products), 2) else ()


def _is_said_in_part(question: Question, topic: Topic) -> bool:
    """Whether a name typed in part may be of the list, though it names something else as well:
    "quang vinh" after the pottery of Bát Tràng is the potter, not the melon of another."""
    if question.intent_stated or question.producers or not topic.several:
        return False
    return names_one(question) and not any(each.whole for each in question.products)


def called_so(typed: str, topic: Topic, catalogue: Catalogue) -> list[str]:
    """The products of the list last shown whose name, or whose maker's, has the words in it."""
    listed = [catalogue.products[code] for code in topic.listed or topic.products]
    if topic.places or topic.kinds:
        listed += catalogue.products_at(
            topic.places, stars=topic.stars, category=topic.category, kinds=topic.kinds
        )
    called = [each for each in listed if typed in _told_of(each, catalogue)]
    maker = topic.maker(catalogue) if topic.product is not None else None
    # "còn loại 38 thì sao" means the same maker's before anybody else's
    own = [each for each in called if each.producer == maker and each.code != topic.product]
    return list(dict.fromkeys(each.code for each in (own if maker and own else called)))


def _names(maker: str, typed: str, catalogue: Catalogue) -> bool:
    """Whether words are in the name of a maker: "vị sầu riêng" means products, whoever makes
    them."""
    return typed in f" {words_alone(catalogue.producers[maker].name)} "


def _told_of(product: Product, catalogue: Catalogue) -> str:
    """What a list tells of a product, to be looked through for whole words."""
    maker = producer_of(product, catalogue)
    names = (product.name, product.name_en or "", maker.name if maker else "")
    return f" {' | '.join(map(words_alone, names))} "
