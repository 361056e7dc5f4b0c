"""What things are called in the reader's language, with the other language as a fallback."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from handlers.words.places import district_or_province
from handlers.words.wording import capitalised
from knowledge.catalogue import Catalogue
from knowledge.facts import (
    Category,
    Offer,
    Outlet,
    OutletKind,
    Producer,
    Product,
)
from locales import Translator

LONGEST_LABEL = 60
"""Characters of a choice's label; longer ones are cut by the platforms' buttons anyway."""
LONGEST_IN_LIST = 50
"""Characters of a producer's name beside a product."""
LONGEST_OF_MAKER = 45
"""Characters of a producer's name in a label: its province may stand behind it."""


def product_name(product: Product, t: Translator) -> str:
    """The product's name for this reader."""
    return t.choose(product.name, product.name_en)


def other_name(product: Product, t: Translator) -> str | None:
    """Its name in the other language, when there is one that differs."""
    own = product_name(product, t).casefold()
    names = (product.name_vi, product.name_en)
    return next((name for name in names if name and name.casefold() != own), None)


def producer_name(producer: Producer, t: Translator) -> str:
    """The producer's name for this reader."""
    return t.choose(producer.name, producer.name_en)


def producer_of(product: Product, catalogue: Catalogue) -> Producer | None:
    """Who makes the product, when known."""
    return catalogue.producers.get(product.producer) if product.producer else None


def outlet_name(outlet: Outlet, t: Translator) -> str:
    """The outlet's name for this reader."""
    return t.choose(outlet.name_vi, capitalised(outlet.name_en or outlet.name_vi))


def offer_name(offer: Offer, t: Translator) -> str:
    """What the seller or export market of an offer is called or described as for this reader."""
    return t.choose(offer.name, offer.name_en)


def choice_label(
    product: Product,
    among: Sequence[Product],
    catalogue: Catalogue,
    t: Translator,
    *,
    brief: bool = False,
) -> str:
    """A label that tells a product from the others offered with it.

    ``brief``: the name alone where that is enough, for entries that a list just told more about.
    """
    name = product_name(product, t)
    same = [other for other in among if product_name(other, t).casefold() == name.casefold()]
    if brief and len(same) == 1:
        return cut(name, LONGEST_LABEL)
    province = district_or_province(product.location, catalogue, t)
    details = [province]
    if len(same) > 1:
        producer = producer_of(product, catalogue)
        if producer is not None:
            details = [short_producer(producer_name(producer, t)), province]
        elif product.location.district_name:
            details = [product.location.district_name, province]
    if product.stars:
        details.append(f"{product.stars}★")
    tail = " · " + ", ".join(details)
    return cut(name, max(LONGEST_LABEL - len(tail), 20)) + tail


_LEGAL_FORMS = (
    ("Công ty trách nhiệm hữu hạn một thành viên ", "Cty "),
    ("Công ty trách nhiệm hữu hạn ", "Cty "),
    ("Công ty TNHH một thành viên ", "Cty "),
    ("Công ty TNHH MTV ", "Cty "),
    ("Công ty TNHH ", "Cty "),
    ("Công ty cổ phần ", "CTCP "),
    ("Công ty ", "Cty "),
    ("Hợp tác xã ", "HTX "),
    ("Tổ hợp tác ", "THT "),
    ("Hộ kinh doanh ", "Hộ "),
)


def short_producer(name: str) -> str:
    """A producer's name with its legal form shortened as signboards do, for labels."""
    for form, short in _LEGAL_FORMS:
        if name.casefold().startswith(form.casefold()):
            return short + name[len(form) :]
    return name


def cut(text: str, longest: int) -> str:
    """At most so many characters, ended by an ellipsis when something was left out."""
    return text if len(text) <= longest else text[: longest - 1].rstrip(" ,.-–(") + "…"


def maker_in_list(producer: Producer, t: Translator) -> str:
    """A producer's name as a line of a list has room for it."""
    name = producer_name(producer, t)
    return cut(t.choose(short_producer(name), name), LONGEST_IN_LIST)


def maker_label(producer: Producer, t: Translator) -> str:
    """A producer's name as the label of a choice."""
    return cut(producer_name(producer, t), LONGEST_OF_MAKER)


def category_name(category: Category, t: Translator) -> str:
    """The product group, to be used inside a sentence."""
    return _category_names(t)[category]


def outlet_kind_name(kind: OutletKind, t: Translator) -> str:
    """What kind of outlet it is."""
    return _outlet_kind_names(t)[kind]


@lru_cache(maxsize=8)
def _category_names(t: Translator) -> dict[Category, str]:
    return {
        Category.FOOD: t.pgettext("product group", "food"),
        Category.BEVERAGE: t.pgettext("product group", "beverages"),
        Category.HERBAL: t.pgettext("product group", "herbal products"),
        Category.HANDICRAFT: t.pgettext("product group", "handicrafts"),
        Category.ORNAMENTAL: t.pgettext("product group", "ornamental plants and animals"),
        Category.TOURISM: t.pgettext("product group", "rural tourism"),
    }


@lru_cache(maxsize=8)
def _outlet_kind_names(t: Translator) -> dict[OutletKind, str]:
    return {
        OutletKind.SHOWROOM: t.pgettext("outlet", "showroom"),
        OutletKind.STORE: t.pgettext("outlet", "shop"),
        OutletKind.SUPERMARKET: t.pgettext("outlet", "supermarket"),
        OutletKind.MARKET: t.pgettext("outlet", "market"),
        OutletKind.MARKETPLACE: t.pgettext("outlet", "online marketplace"),
        OutletKind.WEBSITE: t.pgettext("outlet", "website"),
        OutletKind.EXPORT: t.pgettext("outlet", "export market"),
        OutletKind.OTHER: t.pgettext("outlet", "other"),
    }


def kind_names(kinds: Iterable[str], catalogue: Catalogue, t: Translator) -> str:
    """Product kinds as alternatives: "trà hoặc cà phê"."""
    names = [
        t.choose(kind.name_vi, kind.name_en)
        for key in kinds
        if (kind := catalogue.kinds.get(key)) is not None
    ]
    return either(names, t)


def either(names: Sequence[str], t: Translator) -> str:
    """Names as alternatives."""
    if len(names) < 2:
        return "".join(names)
    return t.gettext("{first} or {last}", first=", ".join(names[:-1]), last=names[-1])


def both(names: Sequence[str], t: Translator) -> str:
    """Names taken together: "trà và cà phê"."""
    if len(names) < 2:
        return "".join(names)
    return t.gettext("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
