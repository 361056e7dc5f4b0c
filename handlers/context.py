"""A follow-up read together with what was just talked about."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.actions import Action, Verb
from handlers.session import Session
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Place
from knowledge.understanding.question import Certainty, Intent, Match, Question

ABOUT_PRODUCTS = frozenset(
    {
        Intent.PRODUCT,
        Intent.RATING,
        Intent.WHERE_TO_BUY,
        Intent.PRODUCER,
        Intent.CONTACT,
        Intent.PRICE,
    }
)
ABOUT_PLACES = frozenset({Intent.SPECIALITIES, Intent.OUTLETS, Intent.STATISTICS})

_NUMBER = re.compile(
    r"\s*(?:#|số|so|no\.?|chọn|chon|câu|cau)?\s*(\d{1,2})\s*[.)!]*\s*", re.IGNORECASE
)


def typed_number(text: str) -> int | None:
    """The number when a message is nothing but one: "2", "số 2", "2."."""
    found = _NUMBER.fullmatch(text) if len(text) <= 16 else None
    return int(found.group(1)) if found else None


def numbered(number: int, session: Session, catalogue: Catalogue) -> Action | None:
    """What a number stands for: a choice offered last, else a product shown last."""
    if 0 < number <= len(session.choices):
        return Action.parse(session.choices[number - 1])
    if 0 < number <= len(session.products) and session.products[number - 1] in catalogue.products:
        return Action(Verb.PRODUCT, session.products[number - 1])
    return None


def in_context(question: Question, session: Session, catalogue: Catalogue) -> Question:
    """The question with what it leaves unsaid taken from the session.

    A question that stands by itself comes back unchanged. Codes and keys that a reload of the data
    took away are passed over.
    """
    products = tuple(code for code in session.products if code in catalogue.products)
    producers = tuple(code for code in session.producers if code in catalogue.producers)
    if question.ordinal is not None and not question.products and products:
        return _ordinal(question, session, products)
    intent = _intent(question, session)
    named = question.products or question.producers
    if intent in ABOUT_PRODUCTS and not named and _points_back(question, intent):
        if intent is Intent.WHERE_TO_BUY and len(products) > 1 and not question.places:
            # After a list of what a place has: the shops of that place, not one product's.
            there = _places_of(session, catalogue) if _before(session) in ABOUT_PLACES else ()
            if there:
                return replace(question, intent=intent, places=there)
        return _about_shown(replace(question, intent=intent), products, producers)
    if intent in ABOUT_PRODUCTS and named:
        return replace(question, intent=intent)
    if intent in ABOUT_PLACES:
        return _about_place(replace(question, intent=intent), session, catalogue)
    return question


def _intent(question: Question, session: Session) -> Intent:
    """The intent stated, or that of the question before when this one only names something else."""
    before = _before(session)
    if question.intent_stated or before is None:
        return question.intent
    if question.products or question.producers:
        keeps = question.refers_back and before in ABOUT_PRODUCTS
        return before if keeps else question.intent
    if question.places or question.kinds or question.category or question.stars:
        # "đồ uống 4 sao ở Lâm Đồng" after a list of shops is a question of its own
        by_itself = question.kinds or question.category
        if before in ABOUT_PLACES and (question.refers_back or (question.places and not by_itself)):
            return before
        if before is Intent.WHERE_TO_BUY and question.refers_back and question.places:
            return before
        return question.intent
    if question.refers_back and question.intent is Intent.UNKNOWN:
        return Intent.PRODUCT
    return question.intent


def _points_back(question: Question, intent: Intent) -> bool:
    """Whether a question without a product's name is about the one just shown."""
    if question.kinds or question.category or question.stars:
        return False
    if question.certainty is not Certainty.NONE:
        return False
    if question.places:
        return question.refers_back or intent is Intent.WHERE_TO_BUY
    return question.refers_back or question.intent_stated


def _about_shown(
    question: Question, products: tuple[str, ...], producers: tuple[str, ...]
) -> Question:
    if len(products) == 1:
        return replace(question, products=(Match(products[0], 1.0),), certainty=Certainty.CLEAR)
    if len(producers) == 1:
        return replace(question, producers=(Match(producers[0], 1.0),), certainty=Certainty.CLEAR)
    if products and not question.places:
        return replace(
            question,
            products=tuple(Match(code, 1.0) for code in products[:10]),
            certainty=Certainty.RIVALS,
        )
    return question


def _ordinal(question: Question, session: Session, products: tuple[str, ...]) -> Question:
    ordinal = question.ordinal or 0
    index = ordinal - 1 if ordinal > 0 else len(products) + ordinal
    if not 0 <= index < len(products):
        return replace(question, intent=Intent.UNKNOWN) if not question.intent_stated else question
    before = _before(session)
    intent = question.intent
    if not question.intent_stated:
        intent = before if before in ABOUT_PRODUCTS and before is not None else Intent.PRODUCT
    return replace(
        question,
        intent=intent,
        products=(Match(products[index], 1.0),),
        certainty=Certainty.CLEAR,
    )


def _about_place(question: Question, session: Session, catalogue: Catalogue) -> Question:
    before = _before(session)
    bare = not question.names_something
    if before not in ABOUT_PLACES or not (
        question.refers_back or bare or (question.places and not question.intent_stated)
    ):
        return question
    places: tuple[Place, ...] = question.places
    rivals = question.place_rivals
    if not places:
        places = _places_of(session, catalogue)
        rivals = False
    keeps_kind = not question.kinds and question.category is None
    return replace(
        question,
        places=places,
        place_rivals=rivals,
        stars=question.stars if question.stars is not None else session.stars,
        kinds=session.kinds if keeps_kind else question.kinds,
        category=_category(session) if keeps_kind else question.category,
    )


def _places_of(session: Session, catalogue: Catalogue) -> tuple[Place, ...]:
    return tuple(catalogue.places[key] for key in session.places if key in catalogue.places)


def _before(session: Session) -> Intent | None:
    try:
        return Intent(session.intent) if session.intent else None
    except ValueError:
        return None


def _category(session: Session) -> Category | None:
    try:
        return Category(session.category) if session.category else None
    except ValueError:
        return None
