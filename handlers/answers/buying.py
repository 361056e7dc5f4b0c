"""Where to buy: a product's own sellers first, then the OCOP outlets nearby, told apart."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from handlers.answers import outlets, specialities
from handlers.answers.choosing import settled, unsettled
from handlers.answers.next_steps import about_product, after_producer
from handlers.answers.selling import NEARBY, at_the_producer, by_kind, markets, sellers
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.chat.topic import MOST_MEANT, names_one
from handlers.words.naming import kind_names, producer_name, producer_of, product_name
from handlers.words.places import address_phrase, place_name, province_phrase
from handlers.words.sourcing import product_note, sources_note
from handlers.words.stars import rating
from handlers.words.wording import body, fill, item, strong
from knowledge.facts import Category, OutletKind, Place, Producer, Product
from knowledge.understanding.meaning.places_of_sale import BUYING
from knowledge.understanding.question import Intent, Question


def answer(asked: Asked) -> Answer:
    """Say where the product, the producer's goods or a kind of product can be bought."""
    named = settled(asked)
    if isinstance(named, Product):
        return _export(asked, named) if asked.question.export else _buy(asked, named)
    if isinstance(named, Producer):
        return from_producer(asked, named)
    question = asked.question
    if question.products or question.producers:
        return unsettled(asked)
    if question.kinds or question.category or question.stars:
        return _of_a_kind(asked)
    return outlets.answer(asked) if question.places else unsettled(asked)


def asks_for_sellers(question: Question) -> bool:
    """Whether a list of what a place makes of a kind is asked for by who wants to buy it there:
    "mua chè ở Thái Nguyên"."""
    lists = question.intent is Intent.SPECIALITIES and not question.place_rivals
    named = bool(question.places and question.kinds) and not names_one(question)
    return lists and named and bool(question.sold_in or not BUYING.isdisjoint(question.cues))


def from_producer(asked: Asked, producer: Producer) -> Answer:
    """Where a producer's goods can be bought."""
    t, catalogue = asked.t, asked.catalogue
    name = producer_name(producer, t)
    paragraphs = [
        body(fill(t.gettext("Buying from {producer}:"), producer=strong(name))),
        *at_the_producer(asked, producer),
    ]
    made = catalogue.products_of(producer.code)
    for product in made:
        own = by_kind(
            (o for o in catalogue.offers_of(product.code) if o.kind is not OutletKind.EXPORT), t
        )
        if own:
            paragraphs.append(
                body(
                    fill(
                        t.gettext("{product} is also sold at:"),
                        product=strong(product_name(product, t)),
                    )
                )
            )
            paragraphs += [item(line.runs) for line in own]
            break
    paragraphs += sources_note(producer.sources, t)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        after_producer(asked, producer),
        products=tuple(product.code for product in made[:MOST_MEANT]),
        producers=(producer.code,),
    )


def _of_a_kind(asked: Asked) -> Answer:
    """Products of a kind to choose from when asked where to buy that kind, and the outlets to ask
    at: behind what is made there, before what is from elsewhere."""
    t, question = asked.t, asked.question
    made = replace(question, places=question.origins, sold_in=())
    listed = specialities.answer(replace(asked, question=made))
    if listed.reply.outcome is not Outcome.ANSWER:
        return listed
    pick = body(t.gettext("Pick a product and I will say where it is sold."))
    if question.sold_in:
        shops = [line for place in question.sold_in[:2] for line in _shops_of_kind(asked, place)]
        paragraphs = [*shops, *listed.reply.paragraphs, pick]
    else:
        paragraphs = [*listed.reply.paragraphs, pick]
        for place in question.places[:2]:
            paragraphs += outlets.some_of(asked, place, NEARBY)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        to_be_bought(listed.reply.choices),
        products=listed.products,
        places=listed.places,
    )


def to_be_bought(choices: Iterable[Choice]) -> list[Choice]:
    """The choices of a list of products, each asking where the product is sold."""
    return [
        Choice(each.label, Action(Verb.WHERE_TO_BUY, each.action[1:]).text)
        if each.action.startswith(Verb.PRODUCT.value)
        else each
        for each in choices
    ]


def _shops_of_kind(asked: Asked, place: Place) -> list[Paragraph]:
    """Where in a place to ask for a kind that is from elsewhere."""
    t, question = asked.t, asked.question
    told = outlets.some_of(asked, place, PAGE) or [outlets.none_in(asked, place)]
    if question.origins:
        return told
    what = kind_names(question.kinds, asked.catalogue, t)
    line = t.gettext("I know of no {what} made in {place}, but you can ask for it in shops there.")
    return [body(fill(line, what=what, place=place_name(place, t))), *told]


def _buy(asked: Asked, product: Product) -> Answer:
    t, catalogue = asked.t, asked.catalogue
    producer = producer_of(product, catalogue)
    home = catalogue.province(product.location.province).key
    there = [
        paragraph
        for place in asked.question.places
        if place.key != home
        for paragraph in outlets.some_of(asked, place, NEARBY) or [outlets.none_in(asked, place)]
    ]
    visited = product.category is Category.TOURISM
    paragraphs = [
        body(
            fill(
                t.gettext("{product}, {place}, is a place to visit:")
                if visited
                else t.gettext("Buying {product}, {place}:"),
                product=strong(product_name(product, t)),
                place=province_phrase(product.location, catalogue, t),
            )
        ),
        # Who asks for one of so many stars is told them, and whether they still hold
        *(rating(asked, product) if asked.question.stars is not None else ()),
        *sellers(asked, product, introduced=True, asked_for=there),
    ]
    if visited and (producer is None or producer.location is None):
        where = address_phrase(product.location, catalogue, t)
        paragraphs.append(item(fill(t.gettext("Address: {address}"), address=where)))
    if producer is not None:
        direct = at_the_producer(asked, producer, visited=visited)
        if direct:
            name = producer_name(producer, t)
            line = (
                t.gettext("To book, contact {producer}:")
                if visited
                else t.gettext("Straight from {producer}:")
            )
            paragraphs.append(body(fill(line, producer=name)))
            paragraphs += direct
    offered = (offer.source for offer in catalogue.offers_of(product.code))
    paragraphs += sources_note(offered, t) or product_note(product, t)
    return about_product(asked, product, paragraphs)


def _export(asked: Asked, product: Product) -> Answer:
    t, catalogue = asked.t, asked.catalogue
    name = strong(product_name(product, t))
    offers = catalogue.offers_of(product.code)
    exports = [offer for offer in offers if offer.kind is OutletKind.EXPORT]
    countries = markets(exports, t)
    if exports:
        sentence = (
            fill(
                t.gettext("{product} is exported to: {markets}."),
                product=name,
                markets=", ".join(countries),
            )
            if countries
            else fill(
                t.gettext("{product} is exported; the sources do not name the markets."),
                product=name,
            )
        )
        paragraphs = [body(sentence)]
        paragraphs += sources_note((offer.source for offer in exports), t)
    else:
        paragraphs = [
            body(
                fill(
                    t.gettext("We have not read of any export of {product}. In Vietnam:"),
                    product=name,
                )
            ),
            *sellers(asked, product, introduced=True),
        ]
    return about_product(asked, product, paragraphs)
