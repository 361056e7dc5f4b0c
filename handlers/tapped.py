"""A tapped choice as the question it stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers.answers import makers
from handlers.chat.actions import Action, Verb
from handlers.chat.session import Session
from handlers.chat.topic import beyond_doubt
from handlers.lists.awards import Award
from handlers.lists.leaving_out import parsed
from handlers.lists.listing import Listing
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Locale, ProgrammeTopic
from knowledge.sellers import seller_of
from knowledge.understanding.question import Certainty, Intent, Question
from locales import LOCALES

Asking = tuple[Question, int]
"""A question and how many entries of its list were already shown."""

_ABOUT_PRODUCT = {
    Verb.PRODUCT: Intent.PRODUCT,
    Verb.RATING: Intent.RATING,
    Verb.WHERE_TO_BUY: Intent.WHERE_TO_BUY,
    Verb.EXPORT: Intent.WHERE_TO_BUY,
    Verb.MAKER: Intent.PRODUCER,
    Verb.CONTACT: Intent.CONTACT,
    Verb.PRICE: Intent.PRICE,
}
_PLAIN = {
    Verb.WELCOME: Intent.HELP,
    Verb.PROVINCES: Intent.SPECIALITIES,
    Verb.NEARBY: Intent.NEARBY,
    Verb.MAP: Intent.OUTLETS,
    Verb.SAVE: Intent.SAVED,
    Verb.REMOVE: Intent.SAVED,
    Verb.SAVED: Intent.SAVED,
    Verb.SHARE_SAVED: Intent.SAVED,
    Verb.FEEDBACK: Intent.FEEDBACK,
    Verb.PRIVACY: Intent.PRIVACY,
}
"""Actions that another handler than the intent's may answer: see ``conversation``."""
_ABOUT_PRODUCER = {
    Verb.PRODUCER: Intent.PRODUCER,
    Verb.PRODUCER_CONTACT: Intent.CONTACT,
    Verb.PRODUCER_BUYING: Intent.WHERE_TO_BUY,
}


def asked_by(
    action: Action, session: Session, catalogue: Catalogue, language: Locale
) -> Asking | None:
    """The question an action asks; ``None`` when what it names is no longer known."""
    if action.verb in _ABOUT_PRODUCT:
        if action.argument not in catalogue.products:
            return None
        return Question(
            text=catalogue.products[action.argument].name,
            language=language,
            intent=_ABOUT_PRODUCT[action.verb],
            intent_stated=True,
            certainty=Certainty.CLEAR,
            products=beyond_doubt(action.argument),
            export=action.verb is Verb.EXPORT,
        ), 0
    if action.verb in _ABOUT_PRODUCER:
        return _of_producer(_ABOUT_PRODUCER[action.verb], action.argument, catalogue, language, 0)
    read = _READERS.get(action.verb)
    if read is None:
        return None
    try:
        return read(action, session, catalogue, language)
    except (KeyError, ValueError, IndexError):
        return None


def _of_producer(
    intent: Intent, code: str, catalogue: Catalogue, language: Locale, offset: int
) -> Asking | None:
    if code not in catalogue.producers:
        return None
    return Question(
        text=catalogue.producers[code].name,
        language=language,
        intent=intent,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        producers=beyond_doubt(code),
    ), offset


def _products_of(
    action: Action, session: Session, catalogue: Catalogue, language: Locale
) -> Asking | None:
    offset, code = action.fields
    return _of_producer(Intent.PRODUCER, code, catalogue, language, max(int(offset), 0))


def _list(action: Action, session: Session, catalogue: Catalogue, language: Locale) -> Asking:
    offset, listing = Listing.parse(action)
    if listing is None:
        category = Category(session.category) if session.category else None
        listing = Listing(
            session.places,
            session.stars,
            category,
            session.kinds,
            Award.parse(session.award),
            session.without,
        )
    return Question(
        text="",
        language=language,
        intent=Intent.SPECIALITIES,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        places=tuple(catalogue.places[key] for key in listing.places),
        stars=listing.stars,
        stars_up_to=listing.award.stars_up_to,
        period=listing.award.period,
        validity=listing.award.validity,
        category=listing.category,
        kinds=listing.kinds,
        without=parsed(listing.without, catalogue),
        shop=listing.shop if seller_of(listing.shop or "") else None,
    ), offset


def _of_list(
    intent: Intent, fields: Sequence[str], catalogue: Catalogue, language: Locale
) -> Question:
    """The question of a list that an action tells by the keys of places and of kinds and by a
    number of stars, in this order; each may be empty."""
    places, kinds, stars = fields
    return Question(
        text="",
        language=language,
        intent=intent,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        places=tuple(catalogue.places[key] for key in filter(None, places.split("+"))),
        kinds=tuple(filter(None, kinds.split("+"))),
        stars=int(stars) if stars else None,
    )


def _exported(action: Action, session: Session, catalogue: Catalogue, language: Locale) -> Asking:
    # The stars were not there at first
    offset, market, places, kinds, stars = [*action.fields, ""][:5]
    listed = _of_list(Intent.WHERE_TO_BUY, (places, kinds, stars), catalogue, language)
    return replace(listed, export=True, market=market), max(int(offset), 0)


def _makers(action: Action, session: Session, catalogue: Catalogue, language: Locale) -> Asking:
    offset, sort, stars, category, places, kinds = action.fields
    listed = _of_list(Intent.PRODUCER, (places, kinds, stars), catalogue, language)
    group = Category(category) if category else None
    return replace(listed, category=group, makers=makers.sorts_told(sort)), max(int(offset), 0)


def _outlets(action: Action, session: Session, catalogue: Catalogue, language: Locale) -> Asking:
    offset, key = action.fields
    return _of_list(Intent.OUTLETS, (key, "", ""), catalogue, language), max(int(offset), 0)


def _statistics(action: Action, session: Session, catalogue: Catalogue, language: Locale) -> Asking:
    stars, key = action.fields
    return _of_list(Intent.STATISTICS, (key, "", stars), catalogue, language), 0


def _topic(action: Action, session: Session, catalogue: Catalogue, language: Locale) -> Asking:
    offset, topic = action.fields
    return Question(
        text="",
        language=language,
        intent=Intent.PROGRAMME,
        intent_stated=True,
        topic=ProgrammeTopic(topic),
    ), max(int(offset), 0)


def _language(action: Action, session: Session, catalogue: Catalogue, language: Locale) -> Asking:
    asked = action.argument if action.argument in LOCALES else None
    return Question(
        text="",
        language=asked or language,
        intent=Intent.LANGUAGE,
        intent_stated=True,
        asked_language=asked,
    ), 0


def _plain(action: Action, session: Session, catalogue: Catalogue, language: Locale) -> Asking:
    """A question that is all in its action; its handler reads it from there."""
    intent = _PLAIN[action.verb]
    return Question(text="", language=language, intent=intent, intent_stated=True), 0


def _label(action: Action, session: Session, catalogue: Catalogue, language: Locale) -> Asking:
    stars, code = action.fields
    return Question(
        text=catalogue.products[code].name,
        language=language,
        intent=Intent.RATING,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=beyond_doubt(code),
        stars=min(max(int(stars), 1), 5),
    ), 0


def _help(action: Action, session: Session, catalogue: Catalogue, language: Locale) -> Asking:
    return Question(text="", language=language, intent=Intent.HELP, intent_stated=True), 0


_READERS: dict[Verb, Callable[[Action, Session, Catalogue, Locale], Asking | None]] = {
    Verb.PRODUCTS_OF: _products_of,
    Verb.LIST: _list,
    Verb.EXPORTED: _exported,
    Verb.MAKERS: _makers,
    Verb.OUTLETS: _outlets,
    Verb.STATISTICS: _statistics,
    Verb.TOPIC: _topic,
    Verb.LANGUAGE: _language,
    Verb.HELP: _help,
    Verb.LABEL: _label,
    **dict.fromkeys(_PLAIN, _plain),
}
