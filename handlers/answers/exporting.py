"""Which products are sold abroad: those for which a source names a market."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import makers, specialities
from handlers.answers.selling import markets
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import choice, page_choice
from handlers.chat.reply import Choice, Outcome, Paragraph, Role, Run
from handlers.lists.entries import product_choices
from handlers.lists.headings import goods_listed
from handlers.lists.listing import listed
from handlers.lists.paging import counted_heading, page_of
from handlers.words.naming import maker_in_list, producer_name, producer_of, product_name
from handlers.words.places import place_name
from handlers.words.sourcing import sources_note
from handlers.words.stars import mark
from handlers.words.wording import body, capitalised, strong, title
from knowledge.facts import Offer, OutletKind, Product
from knowledge.markets import ANY, MIDDLE_EAST, sold_to
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import UNEXPORTED, WHETHER


def answer(asked: Asked) -> Answer:
    """List the products known to be exported to the market asked about, with the sources."""
    t, question = asked.t, asked.question
    found = [
        (product, offers) for product in _candidates(asked) if (offers := _exports(asked, product))
    ]
    heading = _heading(asked)
    if not found:
        return _none(asked, heading)
    if UNEXPORTED in question.cues and len(found) < len(_candidates(asked)):
        return _others_unknown(asked, heading, [product for product, _ in found])
    shown = found[asked.offset : asked.offset + PAGE] or found[:PAGE]
    exported = [product for product, _ in found]
    page = page_of(asked, _page(question, 0), len(found), exported)
    paragraphs = [title(counted_heading(asked, heading, page))]
    paragraphs += [_entry(asked, product, offers) for product, offers in shown]
    paragraphs += sources_note((each.source for _, offers in shown for each in offers), t)
    products = [product for product, _ in shown]
    choices = product_choices(asked, products)
    choices += page_choice(asked, len(found), lambda offset: _page(question, offset))
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(product.code for product in products),
        places=question.places,
        page=None if question.products else page,
    )


def _page(question: Question, offset: int) -> Action:
    """The action that lists what is exported from an offset on."""
    places = "+".join(place.key for place in question.places)
    kinds = "+".join(question.kinds)
    return Action.of(Verb.EXPORTED, offset, question.market, places, kinds, question.stars)


def _others_unknown(asked: Asked, heading: str, exported: list[Product]) -> Answer:
    """That sources tell what is sold abroad and never what is not, where that was asked."""
    t = asked.t
    line = t.gettext(
        "{heading}: {count} of {total} in our list. Of the others I have read nothing, which does "
        "not mean that they are not exported.",
        heading=heading,
        count=t.number(len(exported)),
        total=t.number(len(_candidates(asked))),
    )
    choices: list[Choice] = []
    page = _page(asked.question, 0)
    if page.fits and not asked.question.products:
        choices.append(Choice(t.gettext("What is sold abroad"), page.text))
    codes = tuple(match.code for match in asked.question.products)
    return answered(
        Outcome.ANSWER, [body(line)], choices, products=codes, places=asked.question.places
    )


def _candidates(asked: Asked) -> list[Product]:
    """What may be exported: the products shown before, else all that the filters let pass."""
    question, catalogue = asked.question, asked.catalogue
    if question.products:
        return asked.products
    return listed(question, question.places, catalogue, asked.today)


def _none(asked: Asked, heading: str) -> Answer:
    """That no export is known, and whom to ask."""
    t, question = asked.t, asked.question
    lines = [
        body(t.gettext("{heading}: I have read of none yet.", heading=heading)),
        body(
            t.gettext(
                "Sources seldom tell where a product is exported: ask its producer. Name a "
                "product and I will give you the contact."
            )
        ),
    ]
    if _names_goods(question) and _candidates(asked):
        return _unexported(asked, lines[0])
    choices: list[Choice] = []
    if question.kinds or question.places:
        whom = replace(question, makers=())
        choices += choice(t.gettext("Producers to ask"), Verb.MAKERS, *makers.fields(whom, 0))
    codes = tuple(match.code for match in question.products)
    return answered(Outcome.NOT_FOUND, lines, choices, products=codes, places=question.places)


def _names_goods(question: Question) -> bool:
    """Whether the goods to be exported are told: whoever looks for some to export wants to see
    them, though no source tells that they are."""
    told = question.kinds or question.category or (question.places and question.stars)
    # "dried mango of Sunnimo, is it exported?" asks for nothing to be shown
    return bool(told) and not question.products and WHETHER not in question.cues


def _unexported(asked: Asked, none: Paragraph) -> Answer:
    """The goods asked for, or who makes them, behind the line that no export of them is known."""
    line = asked.t.gettext(
        "Sources seldom tell where a product is exported: ask its producer. These are in the list "
        "I hold:"
    )
    question = replace(asked.question, market=None, export=False)
    of_makers = question.makers is not None
    handler = makers.answer if of_makers else specialities.answer
    given = handler(replace(asked, question=question)).after(none, body(line))
    if of_makers or not (question.kinds or question.places):
        return given
    whom = replace(question, makers=())
    ask = choice(asked.t.gettext("Producers to ask"), Verb.MAKERS, *makers.fields(whom, 0))
    return given.telling(*given.reply.paragraphs, choices=(*given.reply.choices, *ask))


def _exports(asked: Asked, product: Product) -> list[Offer]:
    market = asked.question.market or ANY
    return [
        offer
        for offer in asked.catalogue.offers_of(product.code)
        if offer.kind is OutletKind.EXPORT and sold_to(f"{offer.name}; {offer.name_en}", market)
    ]


def _entry(asked: Asked, product: Product, offers: list[Offer]) -> Paragraph:
    t = asked.t
    runs = [strong(product_name(product, t)), Run(f" {mark(product, t)}")]
    producer = producer_of(product, asked.catalogue)
    if producer is not None:
        runs.append(Run(f" – {maker_in_list(producer, t)}"))
    named = markets(offers, t)
    if named:
        runs.append(Run(": " + ", ".join(named)))
    return Paragraph(tuple(runs), Role.ITEM)


def _heading(asked: Asked) -> str:
    t, question = asked.t, asked.question
    what = goods_listed(asked) if not question.products else t.gettext("those shown above")
    if question.products and question.producers:
        maker = asked.catalogue.producers[question.producers[0].code]
        what = t.gettext("what {producer} makes", producer=producer_name(maker, t))
    if question.places and not question.products:
        places = ", ".join(place_name(place, t) for place in question.places)
        what = t.gettext("{what} from {place}", what=what, place=places)
    market = question.market or ANY
    if market == ANY:
        return capitalised(t.gettext("{what} sold abroad", what=what))
    name = _market_name(asked, market)
    return capitalised(t.gettext("{what} exported to {market}", what=what, market=name))


def _market_name(asked: Asked, market: str) -> str:
    t = asked.t
    return t.gettext("the Middle East") if market == MIDDLE_EAST else t.country(market)
