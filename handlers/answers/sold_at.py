"""What a shop sells that is asked for by its name: "sản phẩm nào bán trên Shopee", "Aeon có không".

Nobody tells all that a shop sells, so that what is not found there may be there all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from handlers.answers import buying, outlets, specialities
from handlers.answers.choosing import settled
from handlers.chat.actions import Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.chat.topic import names_one
from handlers.geography.shops import ON_THE_NET
from handlers.geography.territory import wider_place
from handlers.lists.entries import entries
from handlers.lists.headings import heading
from handlers.lists.listing import listed
from handlers.lists.sold_by import outlets_by, sold_by, where
from handlers.words.naming import choice_label, outlet_name, product_name
from handlers.words.places import place_name
from handlers.words.wording import body, capitalised, fill, item, joined, note, strong
from knowledge.catalogue import Catalogue
from knowledge.facts import Outlet, Place, Product
from knowledge.sellers import Seller, SellerKind, seller_of
from knowledge.understanding.question import Certainty, Intent, Question

OF_SALES = frozenset({Intent.WHERE_TO_BUY, Intent.OUTLETS, Intent.SPECIALITIES})
"""Intents of a question that may name where something is sold."""
_ONLINE, _SUPERMARKETS = "online", "sieu-thi"
IN_TOWN = 3
"""Shops told of in the town of an airport."""


def is_asked(question: Question) -> bool:
    """Whether it is asked what a shop sells, or whether it sells something."""
    return seller_of(question.shop or "") is not None and question.intent in OF_SALES


def answer(asked: Asked) -> Answer:
    """Say what the shop named is known to have of what was asked for, and where the shop is."""
    question = asked.question
    seller = seller_of(question.shop or "")
    if seller is None:
        return buying.answer(asked)
    question = _of_the_land(question, seller, asked.catalogue)
    asked = replace(asked, question=question)
    if question.intent is Intent.WHERE_TO_BUY and names_one(question):
        named = settled(asked)
        if isinstance(named, Product):
            return _one(asked, named, seller)
        few = question.certainty is Certainty.RIVALS and question.products
        # "Shopee có mật ong không" asks for any honey, though two are just called so
        if not (few and question.kinds):
            return _of_several(asked, seller) if few else buying.answer(asked)
    if asked.offset or question.place_rivals:
        return specialities.answer(asked)
    narrowed = bool(question.kinds or question.category or question.stars or question.places)
    of_shops = not narrowed or question.intent is Intent.OUTLETS
    if seller.is_sort and of_shops and seller.kind is not SellerKind.AIRPORT:
        return _of_a_sort(asked, seller)
    goods = _goods(asked, seller)
    if goods is None:
        return _none(asked, seller, narrowed=narrowed)
    told: list[Paragraph] = []
    if seller.kind is SellerKind.AIRPORT:
        told += _in_town(asked, seller)
    elif question.places or not seller.is_sort or seller.is_online:
        told += _shops(asked, seller)
    told.append(note(asked.t.gettext("Only what my sources say is sold there; there may be more.")))
    return goods.telling(*goods.reply.paragraphs, *told)


def _of_the_land(question: Question, seller: Seller, catalogue: Catalogue) -> Question:
    """The question, for a kind as it is made where an airport is: who wants squid cakes at the
    airport of Vân Đồn means those of Quảng Ninh."""
    if question.places or not question.kinds:
        return question
    keys = [each.place or "" for each in seller.parts or (seller,)]
    lands = [catalogue.places[key] for key in keys if key in catalogue.places]
    making = tuple(place for place in lands if catalogue.products_at([place], kinds=question.kinds))
    return replace(question, places=making, products=()) if making else question


def _of_a_sort(asked: Asked, seller: Seller) -> Answer:
    """Shops of a sort: "siêu thị nào bán OCOP"; any of the place where none is known there."""
    question, t = asked.question, asked.t
    here = _shops_around(asked, seller)
    if here or not question.places or seller.is_online:
        shops = here or _shops(asked, seller)
        if shops:
            return answered(Outcome.ANSWER, shops, places=question.places)
        goods = _goods(asked, seller)
        return goods if goods is not None else _none(asked, seller, narrowed=False)
    sentence = t.gettext("I have not read of OCOP goods sold {where} in {place}.")
    place = place_name(question.places[0], t)
    none = body(fill(sentence, where=where(seller.key, t), place=place))
    others = outlets.answer(replace(asked, question=replace(question, shop=None)))
    return others.after(none)


def _none(asked: Asked, seller: Seller, *, narrowed: bool) -> Answer:
    """That nothing of what was asked for is known to be sold in a shop, which may be for want of
    sources: where the shop is, or others of its sort, and all that there is of the kind."""
    t, question = asked.t, asked.question
    shops = _in_town(asked, seller) or _shops(asked, seller) or _others(asked, seller)
    place = question.places[0] if question.places else None
    sentence = t.gettext(
        "{heading}: my sources tell of none, which does not mean that there is none."
    )
    paragraphs = [body(fill(sentence, heading=heading(asked, place))), *shops]
    all_there_is = replace(question, shop=None, intent=Intent.SPECIALITIES)
    everything = specialities.answer(replace(asked, question=all_there_is)) if narrowed else None
    if everything is None or everything.reply.outcome is not Outcome.ANSWER:
        return answered(Outcome.ANSWER, paragraphs, places=question.places)
    paragraphs += everything.reply.paragraphs
    paragraphs.append(body(t.gettext("Pick a product and I will say where it is sold.")))
    choices = buying.to_be_bought(everything.reply.choices)
    return everything.telling(*paragraphs, choices=choices)


def _goods(asked: Asked, seller: Seller) -> Answer | None:
    """The list of what a shop sells of what a place makes, else of what is made around it."""
    question = asked.question
    scopes: list[tuple[Place, ...]] = [question.places]
    for place in question.places[:1]:
        wider = wider_place(place, asked.catalogue)
        scopes += [(wider,)] if wider is not None else []
        # Who asks for a province's airport is not helped by what another one has
        anywhere = not seller.is_online and not seller.is_all_airports
        scopes += [()] if anywhere else []
    for scope in scopes:
        here = replace(question, places=scope, sold_in=(), intent=Intent.SPECIALITIES)
        if listed(here, scope, asked.catalogue, asked.today):
            return specialities.answer(replace(asked, question=here))
    return None


def _one(asked: Asked, product: Product, seller: Seller) -> Answer:
    """Whether a shop sells one product, and where else it is sold."""
    t, question = asked.t, asked.question
    bought = buying.answer(replace(asked, question=replace(question, shop=None)))
    maker = asked.catalogue.producers.get(product.producer or "")
    own_site = seller.kind is SellerKind.ONLINE and maker is not None and maker.website
    sentence = (
        t.gettext("Yes, as my sources have it {product} is sold {where}.")
        if own_site or sold_by(seller.key, [product], asked.catalogue)
        else t.gettext("I have not read that {product} is sold {where}.")
    )
    line = fill(sentence, product=strong(product_name(product, t)), where=where(seller.key, t))
    return bought.after(body(line))


def _of_several(asked: Asked, seller: Seller) -> Answer:
    """Which of the products shown a shop sells; all of them to pick from where it is none."""
    t, catalogue = asked.t, asked.catalogue
    shown = asked.products
    sold = sold_by(seller.key, shown, catalogue)
    sentence = (
        t.gettext("Of these my sources say that they are sold {where}:")
        if sold
        else t.gettext("Of none of these have I read that it is sold {where}.")
    )
    paragraphs = [body(fill(sentence, where=where(seller.key, t)))]
    offered = (sold or shown)[:PAGE]
    paragraphs += entries(asked, offered)
    if not sold:
        paragraphs.append(body(t.gettext("Pick a product and I will say where it is sold.")))
    choices: list[Choice] = []
    for product in offered:
        label = choice_label(product, offered, catalogue, t, brief=True)
        choices += choice(label, Verb.WHERE_TO_BUY, product.code)
    products = tuple(product.code for product in offered)
    return answered(Outcome.ANSWER, paragraphs, choices, products=products)


def _in_town(asked: Asked, seller: Seller) -> list[Paragraph]:
    """Outlets where an airport is, or each of several, for who finds nothing there."""
    if seller.kind is not SellerKind.AIRPORT:
        return []
    if seller.parts:
        return [line for part in seller.parts for line in _in_town(asked, part)]
    place = asked.catalogue.places.get(seller.place or "")
    if place is None and asked.question.places:
        place = asked.question.places[0]
    return outlets.some_of(asked, place, IN_TOWN) if place is not None else []


def _shops(asked: Asked, seller: Seller) -> list[Paragraph]:
    """The outlets of a shop in the place asked about, else around it, else everywhere."""
    t, question, catalogue = asked.t, asked.question, asked.catalogue
    if seller.kind is SellerKind.ONLINE:
        heading = t.gettext("Selling OCOP products online across the country:")
        return outlets.online_list(asked, heading)
    here = _shops_around(asked, seller)
    if here or (question.places and seller.is_online):
        return here
    return _everywhere(asked, outlets_by(seller, None, catalogue))


def _shops_around(asked: Asked, seller: Seller) -> list[Paragraph]:
    """The outlets of a shop in the place asked about, else in the one around it."""
    t, catalogue = asked.t, asked.catalogue
    for place in asked.question.places[:1]:
        wider = wider_place(place, catalogue)
        for around in (place, wider) if wider is not None else (place,):
            found = outlets_by(seller, around, catalogue)
            if found:
                name = place_name(around, t)
                return [
                    body(t.gettext("Known to have OCOP goods in {place}:", place=name)),
                    *(outlets.entry(asked, outlet, within=True) for outlet in found[:PAGE]),
                ]
    return []


def _everywhere(asked: Asked, found: Sequence[Outlet]) -> list[Paragraph]:
    """Outlets of the whole country: the chains, and by province the names of the others."""
    t = asked.t
    if not found:
        return []
    place = asked.question.places[0] if asked.question.places else None
    heading = (
        t.gettext("Known to have OCOP goods:")
        if place is None
        else t.gettext(
            "I know of none in {place}; elsewhere known to have OCOP goods:",
            place=place_name(place, t),
        )
    )
    of_country = [outlet for outlet in found if outlet.location is None]
    lines = [outlets.entry(asked, outlet) for outlet in of_country]
    by_province: dict[str, list[Outlet]] = {}
    for outlet in found:
        # A site is the same everywhere
        if outlet.location is not None and not (of_country and outlet.kind in ON_THE_NET):
            by_province.setdefault(outlet.location.province, []).append(outlet)
    for code, there in sorted(by_province.items()):
        names = joined(outlet_name(outlet, t) for outlet in there)
        province = capitalised(place_name(asked.catalogue.province(code), t))
        lines.append(item(fill("{province}: {names}", province=strong(province), names=names)))
    return [body(heading), *lines]


def _others(asked: Asked, seller: Seller) -> list[Paragraph]:
    """Other shops of the sort, where nothing is known of the one named."""
    others = seller_of(_ONLINE if seller.is_online else _SUPERMARKETS)
    return _shops(asked, others) if others is not None else []
