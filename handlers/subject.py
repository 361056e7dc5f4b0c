"""The action that opens an answer again, for a link to share."""

from __future__ import annotations

from handlers.chat.actions import Action, Verb
from handlers.chat.answering import Answer
from handlers.chat.reply import Outcome
from handlers.chat.topic import ABOUT_PRODUCTS
from handlers.lists.listing import Listing
from knowledge.understanding.question import Intent, Question


def subject_of(question: Question, given: Answer) -> str | None:
    """The card of the one product or producer, or the list, that an answer is about."""
    if given.reply.outcome is not Outcome.ANSWER:
        return None
    if question.intent is Intent.SPECIALITIES and question.places:
        first_page = Listing.of(question).page(0)
        _, listing = Listing.parse(first_page)
        # One too long for an action is kept in the session, which nobody else has
        return first_page.text if listing is not None else None
    if question.intent not in ABOUT_PRODUCTS or question.makers is not None:
        return None
    if len(given.products) == 1 and not (question.producers and not question.products):
        return _fitting(Action(Verb.PRODUCT, given.products[0]))
    if len(given.producers) == 1 and question.producers:
        return _fitting(Action(Verb.PRODUCER, given.producers[0]))
    return None


def _fitting(action: Action) -> str | None:
    return action.text if action.fits else None
