"""What a chat is in the middle of after an answer."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.actions import Verb
from handlers.chat.answering import Answer
from handlers.chat.pages import Page
from handlers.chat.reply import Outcome
from handlers.chat.session import Session
from handlers.chat.topic import ABOUT_PLACES, ABOUT_PRODUCTS, OF_PRODUCTS
from handlers.follow_ups.offered import following_page
from handlers.lists.awards import Award
from handlers.lists.leaving_out import tells_of_diet, text_of
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Question

MOST_OTHERS = 5
MOST_LISTS = 4
"""Lists that a chat remembers to set them beside each other."""
AS_LIKELY = 0.5
"""Share of the best score from which something else may have been meant as well."""


def remembered(
    session: Session, question: Question, given: Answer, catalogue: Catalogue
) -> Session:
    """The session after an answer: talk, asides and what was not understood leave the subject
    alone, everything else replaces it."""
    talks = given.reply.outcome is Outcome.TALK
    choices = session.choices
    # After "cảm ơn" the choices that are still to be seen above keep their numbers
    if not given.reply.brief and (given.reply.choices or not talks):
        choices = tuple(choice.action for choice in given.reply.choices)
    if talks or _shows_nothing(question, given):
        topic = session.topic
        if question.intent is Intent.PROGRAMME and question.topic is not None:
            topic = question.topic.value
        said = replace(session, last_language=question.language, choices=choices, topic=topic)
        if talks:
            return _with_allergy(said, question)
        if question.intent_stated and question.bare and question.intent in ABOUT_PRODUCTS:
            # We ask which product, and the name told next answers that
            said = replace(said, awaiting=question.intent.value)
        # An unknown thing was asked about: "giá bao nhiêu" then does not ask about the one before
        asks = question.intent_stated or question.intent in OF_PRODUCTS
        astray = asks and not question.bare and question.intent is not Intent.PROGRAMME
        return replace(said, products=(), producers=()) if astray else said
    if given.reply.outcome is Outcome.NOT_FOUND and not _names_new_kind(session, question):
        # An empty list shows nothing: what was shown before it is still there to be pointed at
        return replace(
            _scoped(session, question, given, catalogue),
            last_language=question.language,
            choices=choices,
            topic=None,
            intent=question.intent.value,
            following=None,
        )
    of_products = question.intent in OF_PRODUCTS
    of_one = len(given.products) == 1 and of_products
    # Some of a list, one picked or two compared, leave it where it was
    picked = of_products and given.products and set(given.products) <= _still_listed(session)
    page, before = _pages(session, given)
    return replace(
        _scoped(session, question, given, catalogue),
        last_language=question.language,
        choices=choices,
        topic=None,
        intent=_intent(question, given).value,
        products=given.products,
        product_before=_product_before(session, given),
        producers=given.producers,
        makers=next(iter(question.makers or ()), None),
        others=_others(question, given),
        listed=_listed(session, question, given, picked=bool(picked), of_one=of_one),
        following=session.following if picked else following_page(choices),
        page=page,
        page_before=before,
        lists=_lists(session, given),
    )


def _product_before(session: Session, given: Answer) -> str | None:
    """The one product shown before the one shown now."""
    if len(session.products) != 1:
        return None
    if len(given.products) != 1:
        return session.products[0] if given.reply.outcome is Outcome.CHOICES else None
    return session.product_before if session.products == given.products else session.products[0]


def _still_listed(session: Session) -> set[str]:
    """The list last shown, with those of its other pages."""
    shown = set(session.listed)
    whole = set(session.page.codes) if session.page is not None else set()
    return whole if shown and shown <= whole else shown


def _pages(session: Session, given: Answer) -> tuple[Page | None, Page | None]:
    """The page to come back to, and that of the list before."""
    if given.page is None:
        return session.page, session.page_before
    if session.page is None or session.page.is_of_same_list(given.page):
        return given.page, session.page_before
    return given.page, session.page


def _lists(session: Session, given: Answer) -> tuple[str, ...]:
    """The lists shown, the newest last."""
    shown = given.page.action if given.page is not None else ""
    if not shown or shown[0] != Verb.LIST.value:
        return session.lists
    return (*(each for each in session.lists if each != shown), shown)[-MOST_LISTS:]


def _intent(question: Question, given: Answer) -> Intent:
    """What was asked; which goods of a list are sold abroad is no matter of shops, and "mật ong" is
    no one product, though one is called so, where all of them were listed."""
    of_kind = question.intent is Intent.PRODUCT and given.page is not None
    of_goods = _is_of_exports(question) or of_kind
    return Intent.SPECIALITIES if of_goods else question.intent


def _is_of_exports(question: Question) -> bool:
    """Whether a list of what is sold abroad was asked for."""
    return question.market is not None and not question.products


def _with_allergy(session: Session, question: Question) -> Session:
    """The session with what somebody cannot eat, told before anything was asked for."""
    told = question.without.kinds and tells_of_diet(question)
    asked = session.places or session.kinds or session.category or session.stars
    return replace(session, without=text_of(question.without)) if told and not asked else session


def _listed(
    session: Session, question: Question, given: Answer, *, picked: bool, of_one: bool
) -> tuple[str, ...]:
    """The list that what follows can point into: after "còn loại 38 thì sao" the two."""
    if picked:
        return session.listed
    if of_one and question.refers_back and len(session.products) == 1:
        before = session.listed or session.products
        if not session.listed and session.product_before in given.products:
            return (*given.products, *session.products)  # "cái kia": both, as they were shown
        return before if given.products[0] in before else (*before, *given.products)
    return () if of_one else given.products


def _names_new_kind(session: Session, question: Question) -> bool:
    """Whether other goods were asked for, so that a follow-up does not mean those shown before."""
    return bool(question.kinds) and not set(question.kinds) <= set(session.kinds)


def _shows_nothing(question: Question, given: Answer) -> bool:
    """Whether an answer is about no product, producer or place, so that nothing can point at it."""
    if given.products or given.producers or given.places or question.intent in ABOUT_PLACES:
        return False
    named = bool(question.places or question.kinds or question.category or question.stars)
    missed = given.reply.outcome is Outcome.NOT_FOUND and question.certainty is Certainty.NONE
    return missed or not named


def _scoped(session: Session, question: Question, given: Answer, catalogue: Catalogue) -> Session:
    """With the list that a follow-up can narrow.

    After one product that is the list it was picked from; else the products of its kind.
    """
    # "nước mắm Lê Gia mua ở Hà Nội": the place of the shops, not of what is talked about
    of_shops = question.intent is Intent.WHERE_TO_BUY and bool(given.products)
    # The "nấm" that "htx nam yang" may be read as asks for no mushrooms
    of_maker = bool(question.producers) and len(given.producers) == 1 and not question.products
    names_list = bool((question.kinds and not of_maker) or (question.places and not of_shops))
    names_list = names_list or _is_of_exports(question)
    if question.intent not in OF_PRODUCTS or names_list:
        places = question.origins or question.places or given.places
        category = question.category.value if question.category else None
        keys = tuple(place.key for place in places)
        moved = bool(session.places) and keys != session.places
        return replace(
            session,
            places=keys,
            places_before=session.places if moved else session.places_before,
            stars=question.stars,
            award=Award.of(question).text,
            without=text_of(question.without),
            category=category,
            kinds=question.kinds,
        )
    shown = [catalogue.products[code] for code in given.products if code in catalogue.products]
    places = tuple(catalogue.places[key] for key in session.places if key in catalogue.places)
    has_list = bool(session.places or session.kinds or session.category or session.stars)
    if has_list and all(catalogue.is_at(each, places, kinds=session.kinds) for each in shown):
        return session
    kinds = shown[0].kinds[:1] if shown else ()
    return replace(session, places=(), stars=None, award="", without="", category=None, kinds=kinds)


def _others(question: Question, given: Answer) -> tuple[str, ...]:
    """The readings not shown that come next after the one that was answered."""
    if question.intent not in ABOUT_PRODUCTS or len(given.products) != 1 or not question.products:
        return ()
    least = question.products[0].score * AS_LIKELY
    return tuple(
        match.code
        for match in question.products
        if match.code not in given.products and match.score >= least
    )[:MOST_OTHERS]
