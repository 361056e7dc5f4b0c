"""What must be said beside an answer: of ingredients, of health, of flights, of what a person can
spend, and of what buyers of large amounts ask that no source tells."""

from __future__ import annotations

import re

from handlers.answers import shelf_life
from handlers.answers.examples import EXAMPLES_OFFERED, example_choices
from handlers.answers.not_found import of_its_kind
from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome
from handlers.chat.topic import names_subject
from handlers.lists.leaving_out import tells_of_diet
from handlers.words.reading import folded
from handlers.words.wording import body
from knowledge.markets import markets_in
from knowledge.understanding.exclusion.diets import NO_VEGETARIAN_EATS
from knowledge.understanding.kinds.kinds_meant import QUALITY
from knowledge.understanding.question import Certainty, Intent, Question, Strength
from knowledge.understanding.vocabulary.senses import (
    AVOID,
    AVOIDED,
    BELONGING,
    CONTAINED,
    DIET,
    FILE,
    FLIGHT,
    HEALTH,
    LIGHT,
    PICTURE,
    STANDARD,
    SUPPLY,
    TASTE,
)
from locales import Translator

_STANDARDS = (
    *("vietgap", "globalgap", "haccp", "iso", "halal", "kosher", "fairtrade", "fda", "gmp", "brc"),
    *("usda", "fssc", "huuco", "organic"),
)
"""Standards as folded letters without spaces."""
_TAKING_ALONG = re.compile(
    r"\b(?:(?:can|could|may|allowed|possible|legal|ok) (?:\w+ ){0,3}(?:bring|take|carry|import)\b"
    r"|(?:bring|take|carry|import)\b.*\b(?:ok|okay|allowed|legal|possible|customs|problem)\b"
    r"|(?:mang|dem|xach|cam) .*\bduoc\b)"
)
"""What asks in folded words whether something may be taken along."""
_CUSTOMS = re.compile(r"\b(?:customs|hai quan)\b")
_WHETHER = re.compile(
    r"\b(?:duoc|tot|sao|hai) (?:khong|chua)\b|^(?:can|could|may|should|is|are|does)\b"
)
"""What asks in folded words whether something is good for somebody, rather than for a list."""
_ASKING_WHAT = re.compile(r"\b(?:what|which|where|how|gi|nao|dau)\b")
"""What rather asks for goods to take."""
_OF_INGREDIENTS = frozenset({AVOID, DIET})
_TOLD_ALONE = frozenset({HEALTH, STANDARD, SUPPLY, PICTURE, FILE})
"""What is asked of goods in general too."""
_SHOWN = frozenset({PICTURE, FILE})
"""What may also be sent to us: "can I send you a photo of the label"."""
_LISTS = frozenset({Intent.SPECIALITIES, Intent.PRODUCT, Intent.WHERE_TO_BUY, Intent.PRICE})


def is_told(asked: Asked, given: Answer) -> bool:
    """Whether the card of the one product shown names every standard that is asked for."""
    question = asked.question
    card = question.intent is Intent.PRODUCT and len(given.products) == 1
    if not card or STANDARD not in question.cues:
        return False
    said = question.said.replace(" ", "")
    standards = [each for each in _STANDARDS if each in said]
    product = asked.catalogue.products[given.products[0]]
    described = (product.name_vi, product.name_en, product.description_vi, product.description_en)
    known = folded(" ".join(filter(None, described))).replace(" ", "")
    return bool(standards) and all(each in known for each in standards)


def caution(question: Question, t: Translator) -> str:
    """That names tell no ingredients, that no advice on health is given, that none of a strength,
    prices to choose by, other certificates or supplies are known; empty where none was asked."""
    if STANDARD in question.cues or QUALITY in question.kinds:
        return t.gettext(
            "I know only the OCOP certificates and what names tell: which others a product has "
            "(organic, VietGAP, ISO, HACCP, halal…), please ask its producer."
        )
    if SUPPLY in question.cues:
        return t.gettext(
            "How much a producer can make, samples and smallest orders I do not know: please ask "
            "the producer."
        )
    eats_no_meat = set(NO_VEGETARIAN_EATS) <= set(question.without.kinds)
    if eats_no_meat or _is_of_ingredients(question):
        return of_contents(t)
    if HEALTH in question.cues:
        return t.gettext(
            "I cannot say what is good for anyone's health: please ask a doctor or pharmacist."
        )
    if LIGHT in question.cues:
        return t.gettext("How heavy things are I do not know: please ask the seller.")
    if TASTE in question.cues and not question.foreign:
        return t.gettext(
            "How spicy or sweet things are I know only where the name says so: please read the "
            "label or ask the seller."
        )
    if PICTURE in question.cues and question.intent is not Intent.HELP:
        return t.gettext("I have no pictures to show: please ask the producer or the seller.")
    if FILE in question.cues:
        return t.gettext("I cannot send a file; here you can see the list page by page.")
    if shelf_life.is_told(question):
        return shelf_life.line(t)
    if shelf_life.may_be_meant(question):
        return t.gettext(
            "That is the certificate; how long the goods themselves keep is on the label."
        )
    if question.strength is not None:
        return t.gettext(
            "How strong it is I know only where the name says so, and of {strength} I found none.",
            strength=_strength(question.strength, t),
        )
    if (_tells_a_sum(question) or question.intent in _LISTS) and (
        question.spends and not question.products
    ):
        return t.gettext("I know no prices, so I cannot choose by what you want to spend.")
    return ""


def of_contents(t: Translator) -> str:
    """That names do not tell what is in things."""
    return t.gettext(
        "I know products by name, not what is in them: with an allergy or a diet, please read the "
        "label and ask the seller."
    )


def comes_first(question: Question, given: Answer) -> bool:
    """Whether the caution is the answer, and what was found but of what it is told: somebody asks
    whether one thing may be eaten, rather than for a list."""
    if question.spends and not question.names_something:
        return True  # all there is, and not by its price
    if TASTE in question.cues and not question.foreign:
        return True  # of that kind, and not by its taste
    of_health = HEALTH in question.cues or _is_of_ingredients(question)
    if of_health and (CONTAINED in question.cues or _of_no_list(question)):
        return True
    if HEALTH in question.cues and _WHETHER.search(question.said) is not None:
        return True
    # A kind named alone is listed, though it is asked of as one product is
    of_one = question.intent is Intent.PRODUCT or len(given.products) == 1
    return of_health and (given.reply.outcome is Outcome.CHOICES or of_one)


def _of_no_list(question: Question) -> bool:
    """Whether it is told of what somebody eats, and no goods could be left out for that: "cà phê ít
    đường"."""
    return DIET in question.cues and bool(question.kinds) and not question.without


def _is_of_ingredients(question: Question) -> bool:
    """Whether it is told or asked what is in things."""
    cues = question.cues
    asked_within = question.contents and question.contents != question.kinds
    if asked_within or (question.without.kinds and tells_of_diet(question)):
        return True
    if CONTAINED in cues and BELONGING not in cues:
        # "Đà Nẵng gồm những gì" is of a place
        return bool(question.kinds or question.products or not question.places)
    return not _OF_INGREDIENTS.isdisjoint(cues)


def _strength(strength: Strength, t: Translator) -> str:
    """A strength, or a range of strengths, in words."""
    number = str(strength.number)
    match strength.sign:
        case "<":
            return t.pgettext("strength", "less than {number}°", number=number)
        case "≤":
            return t.pgettext("strength", "at most {number}°", number=number)
        case ">":
            return t.pgettext("strength", "more than {number}°", number=number)
        case "≥":
            return t.pgettext("strength", "at least {number}°", number=number)
        case "–":
            return t.pgettext(
                "strength", "{number}° to {most}°", number=number, most=str(strength.up_to)
            )
        case _:
            return t.pgettext("strength", "{number}°", number=number)


def asks_only_that(question: Question) -> bool:
    """Whether that is all that was told: "tiểu đường uống gì được", "có VietGAP không"."""
    if names_subject(question):
        return False
    shows_us = question.intent is Intent.HELP and not question.cues.isdisjoint(_SHOWN)
    told = not _TOLD_ALONE.isdisjoint(question.cues) or _is_of_ingredients(question)
    told = told or (
        TASTE in question.cues and question.intent is Intent.UNKNOWN and not question.foreign
    )
    return (told and not shows_us) or _tells_a_sum(question)


def _tells_a_sum(question: Question) -> bool:
    """Whether what somebody wants to spend is told, and nothing that is understood beside it:
    "under 10 dollars", "tặng quà tầm 200k"."""
    unknown = question.intent is Intent.UNKNOWN and not question.foreign
    beside = question.kinds_beside or question.places_beside
    return unknown and not beside and question.spends


def asks_of_flights(question: Question) -> bool:
    """Whether it is asked if something may be taken on a plane, or to another country."""
    return FLIGHT in question.cues or _asks_of_customs(question)


def _asks_of_customs(question: Question) -> bool:
    said = question.said
    taken = _TAKING_ALONG.search(said) is not None and _ASKING_WHAT.search(said) is None
    if FLIGHT in question.cues and _CUSTOMS.search(said) is not None:
        return True
    return taken and not question.export and bool(markets_in(question.text))


def of_flights(asked: Asked) -> Answer:
    """That the rules of airlines are not known, and who may help; with what was named to go on."""
    t, question = asked.t, asked.question
    if _asks_of_customs(question):
        line = t.gettext(
            "What may be taken into another country its customs decide, and I do not know their "
            "rules: please ask them, or your airline, before you fly. The seller may pack it "
            "tightly."
        )
    else:
        line = t.gettext(
            "What may go on a plane the airline and the airport decide, and I do not know their "
            "rules: please ask the airline before you fly. The seller may pack it tightly, or send "
            "it to you."
        )
    choices: list[Choice] = []
    if question.certainty is Certainty.CLEAR and not question.kinds:
        for match in question.products[:1]:
            choices += choice(t.gettext("Where to buy"), Verb.WHERE_TO_BUY, match.code)
    choices += of_its_kind(asked, question.kinds or question.kinds_beside)
    return answered(
        Outcome.TALK,
        [body(line)],
        choices,
        products=tuple(match.code for match in question.products),
    )


def answer(asked: Asked) -> Answer:
    """The caution, and what can be asked instead."""
    t = asked.t
    further = t.gettext("Name a kind of product or a province and I will list what there is.")
    paragraphs = [body(caution(asked.question, t)), body(further)]
    # Who must not eat something is not offered it
    eaten = not asked.question.cues & {AVOID, AVOIDED}
    choices = of_its_kind(asked, asked.question.kinds_beside) if eaten else []
    choices += example_choices(t)[: EXAMPLES_OFFERED - len(choices)]
    return answered(Outcome.TALK, paragraphs, choices)
