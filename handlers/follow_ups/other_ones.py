"""What else there is like the one product shown: "còn loại nào khác không"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.reply import Choice, Outcome
from handlers.chat.topic import OPEN, Topic, beyond_doubt, names_subject, of_its_list
from handlers.follow_ups.said import FollowUp, Said
from handlers.follow_ups.whereabouts import home_of
from handlers.lists.entries import entries, product_choices
from handlers.lists.headings import heading
from handlers.lists.listing import Listing
from handlers.words.naming import product_name
from handlers.words.wording import body, fill, strong
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Question
from knowledge.understanding.vocabulary.senses import ALIKE, ANOTHER


def asked_for(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The rest of the list that the product was picked from, else more of its kind."""
    if topic.product is None or ANOTHER not in question.cues:
        return None
    shown = catalogue.products[topic.product]
    kinds = topic.kinds or shown.kinds[:1]
    places = topic.places
    rest = [code for code in topic.listed if code != shown.code]
    if not rest and kinds:
        home = (home_of(shown.location, catalogue),)
        for places in dict.fromkeys((topic.places or home, ())):
            found = catalogue.products_at(places, stars=topic.stars, kinds=kinds)
            rest = [product.code for product in found if product.code != shown.code]
            if rest:
                break
    if not rest:
        return None
    return replace(
        of_its_list(question, topic),
        products=beyond_doubt(shown.code, *rest),
        places=places,
        kinds=topic.kinds if topic.listed else kinds,
    )


def alike(said: Said) -> FollowUp | None:
    """What is like the product named or shown: "loại tương tự"."""
    found = _more_alike(said.question, said.topic, said.catalogue)
    return FollowUp(found, answer) if found is not None else None


def _more_alike(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """More of the kind of the product named or shown, or of the list shown, wherever it is made:
    "loại tương tự"; ``None`` where something else is asked."""
    if ALIKE not in question.cues or question.intent not in OPEN or question.without:
        return None
    if question.certainty is Certainty.CLEAR and question.products:
        shown = catalogue.products[question.products[0].code]
    elif names_subject(question) or not question.bare or not topic.products:
        return None
    else:
        shown = catalogue.products[topic.products[0]]
    kinds = shown.kinds[:1] if question.products or not topic.kinds else topic.kinds
    besides = {shown.code} if question.products else {shown.code, *topic.products}
    # Of a kind that has but one product, the wider kind is the nearest
    for likely in (kinds, *((parent,) for kind in kinds for parent in _parents(kind, catalogue))):
        found = catalogue.products_at(kinds=likely)
        rest = [product.code for product in found if product.code not in besides]
        if rest:
            return replace(
                of_its_list(question, topic),
                products=beyond_doubt(shown.code, *rest),
                places=(),
                stars=None,
                category=None,
                kinds=likely,
            )
    return None


def _parents(kind: str, catalogue: Catalogue) -> tuple[str, ...]:
    known = catalogue.kinds.get(kind)
    return known.parents if known is not None else ()


def answer(asked: Asked) -> Answer:
    """List the others, under the list they are of and the one they are beside."""
    t, question = asked.t, asked.question
    shown, *rest = (asked.catalogue.products[match.code] for match in question.products)
    listed = rest[:PAGE]
    place = question.places[0] if question.places else None
    line = t.gettext("{list}, besides {product}:")
    runs = fill(line, list=heading(asked, place), product=strong(product_name(shown, t)))
    choices = product_choices(asked, listed)
    if len(rest) > PAGE:
        choices.append(Choice(t.gettext("See all of them"), Listing.of(question).page(0).text))
    return answered(
        Outcome.ANSWER,
        [body(runs), *entries(asked, listed)],
        choices,
        products=tuple(product.code for product in listed),
        places=question.places,
    )
