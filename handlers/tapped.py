"""A tapped choice as the question it stands for."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

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
    Verb.HELP: Intent.HELP,
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
"""Actions that tell all there is to ask; some are answered by another handler than the intent's."""
_ABOUT_PRODUCER = {
    Verb.PRODUCER: Intent.PRODUCER,
    Verb.PRODUCER_CONTACT: Intent.CONTACT,
    Verb.PRODUCER_BUYING: Intent.WHERE_TO_BUY,
}


class _Tap(Struct, frozen=True):
    """A choice, and where it was tapped."""

    action: Action
    session: Session
    catalogue: Catalogue
    language: Locale

    def asking(self, intent: Intent) -> Question:
        """A question of an intent, about nothing yet."""
        return Question(text="", language=self.language, intent=intent, intent_stated=True)

    def about_product(self, intent: Intent, code: str) -> Question:
        """A question about a product; raises ``KeyError`` when it is no longer known."""
        return replace(
            self.asking(intent),
            text=self.catalogue.products[code].name,
            certainty=Certainty.CLEAR,
            products=beyond_doubt(code),
        )

    def about_producer(self, intent: Intent, code: str) -> Question:
        """A question about a producer; raises ``KeyError`` when it is no longer known."""
        return replace(
            self.asking(intent),
            text=self.catalogue.producers[code].name,
            certainty=Certainty.CLEAR,
            producers=beyond_doubt(code),
        )

    def of_list(self, intent: Intent, places: str, kinds: str, stars: str) -> Question:
        """The question of a list that an action tells by the keys of places and of kinds and by a
        number of stars; each may be empty."""
        keys = filter(None, places.split("+"))
        return replace(
            self.asking(intent),
            certainty=Certainty.CLEAR,
            places=tuple(self.catalogue.places[key] for key in keys),
            kinds=tuple(filter(None, kinds.split("+"))),
            stars=int(stars) if stars else None,
        )


def asked_by(
    action: Action, session: Session, catalogue: Catalogue, language: Locale
) -> Asking | None:
    """The question an action asks; ``None`` when what it names is no longer known."""
    read = _READERS.get(action.verb)
    if read is None:
        return None
    try:
        return read(_Tap(action, session, catalogue, language))
    except (KeyError, ValueError, IndexError):
        return None


def _product(tap: _Tap) -> Asking:
    verb, code = tap.action.verb, tap.action.argument
    question = tap.about_product(_ABOUT_PRODUCT[verb], code)
    return replace(question, export=verb is Verb.EXPORT), 0


def _producer(tap: _Tap) -> Asking:
    return tap.about_producer(_ABOUT_PRODUCER[tap.action.verb], tap.action.argument), 0


def _products_of(tap: _Tap) -> Asking:
    offset, code = tap.action.fields
    return tap.about_producer(Intent.PRODUCER, code), _offset(offset)


def _list(tap: _Tap) -> Asking:
    offset, listing = Listing.parse(tap.action)
    if listing is None:
        listing = _listing_of(tap.session)
    return replace(
        tap.asking(Intent.SPECIALITIES),
        certainty=Certainty.CLEAR,
        places=tuple(tap.catalogue.places[key] for key in listing.places),
        stars=listing.stars,
        stars_up_to=listing.award.stars_up_to,
        period=listing.award.period,
        validity=listing.award.validity,
        years=listing.award.years,
        standing=listing.award.standing,
        made_by=listing.award.made_by,
        category=listing.category,
        kinds=listing.kinds,
        without=parsed(listing.without, tap.catalogue),
        shop=listing.shop if seller_of(listing.shop or "") else None,
    ), offset


def _listing_of(session: Session) -> Listing:
    """The list that a chat is in the middle of."""
    return Listing(
        session.places,
        session.stars,
        Category(session.category) if session.category else None,
        session.kinds,
        Award.parse(session.award),
        session.without,
    )


def _exported(tap: _Tap) -> Asking:
    # The stars were not there at first
    offset, market, places, kinds, stars = [*tap.action.fields, ""][:5]
    listed = tap.of_list(Intent.WHERE_TO_BUY, places, kinds, stars)
    return replace(listed, export=True, market=market), _offset(offset)


def _makers(tap: _Tap) -> Asking:
    offset, sort, stars, category, places, kinds = tap.action.fields
    listed = tap.of_list(Intent.PRODUCER, places, kinds, stars)
    group = Category(category) if category else None
    return replace(listed, category=group, makers=makers.sorts_told(sort)), _offset(offset)


def _outlets(tap: _Tap) -> Asking:
    offset, key = tap.action.fields
    return tap.of_list(Intent.OUTLETS, key, "", ""), _offset(offset)


def _statistics(tap: _Tap) -> Asking:
    stars, key = tap.action.fields
    return tap.of_list(Intent.STATISTICS, key, "", stars), 0


def _topic(tap: _Tap) -> Asking:
    offset, topic = tap.action.fields
    return replace(tap.asking(Intent.PROGRAMME), topic=ProgrammeTopic(topic)), _offset(offset)


def _language(tap: _Tap) -> Asking:
    chosen = tap.action.argument if tap.action.argument in LOCALES else None
    question = replace(tap.asking(Intent.LANGUAGE), asked_language=chosen)
    return replace(question, language=chosen or tap.language), 0


def _plain(tap: _Tap) -> Asking:
    """A question that is all in its action; its handler reads it from there."""
    return tap.asking(_PLAIN[tap.action.verb]), 0


def _label(tap: _Tap) -> Asking:
    stars, code = tap.action.fields
    question = tap.about_product(Intent.RATING, code)
    return replace(question, stars=min(max(int(stars), 1), 5)), 0


def _offset(field: str) -> int:
    """How many entries were shown, as a field tells."""
    return max(int(field), 0)


_READERS: dict[Verb, Callable[[_Tap], Asking]] = {
    Verb.PRODUCTS_OF: _products_of,
    Verb.LIST: _list,
    Verb.EXPORTED: _exported,
    Verb.MAKERS: _makers,
    Verb.OUTLETS: _outlets,
    Verb.STATISTICS: _statistics,
    Verb.TOPIC: _topic,
    Verb.LANGUAGE: _language,
    Verb.LABEL: _label,
    **dict.fromkeys(_ABOUT_PRODUCT, _product),
    **dict.fromkeys(_ABOUT_PRODUCER, _producer),
    **dict.fromkeys(_PLAIN, _plain),
}
