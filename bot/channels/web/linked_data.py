"""A product as search engines read it: schema.org, and only facts that we hold."""

from __future__ import annotations

from handlers.answers.products import described
from handlers.words.naming import (
    category_name,
    other_name,
    producer_name,
    producer_of,
    product_name,
)
from handlers.words.places import location_phrase
from handlers.words.wording import capitalised
from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from locales import Translator


def product_data(
    product: Product, catalogue: Catalogue, t: Translator, origin: str
) -> dict[str, object]:
    """The product as JSON-LD.

    Stars are an award of the programme, not a rating by buyers, so they are ``award``; a price or
    offer is left out, because no current one is known.
    """
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Product",
        "@id": f"{origin}/p/{product.code}",
        "url": f"{origin}/p/{product.code}",
        "name": product_name(product, t),
        "category": capitalised(category_name(product.category, t)),
        "countryOfOrigin": {"@type": "Country", "name": "Vietnam", "identifier": "VN"},
    }
    other = other_name(product, t)
    if other:
        data["alternateName"] = other
    about = described(product, t)
    if about:
        data["description"] = about
    producer = producer_of(product, catalogue)
    if producer is not None:
        maker: dict[str, object] = {
            "@type": "Organization",
            "name": producer_name(producer, t),
        }
        if producer.website:
            site = producer.website
            maker["url"] = site if site.startswith("http") else f"https://{site}"
        if producer.location is not None:
            maker["address"] = {
                "@type": "PostalAddress",
                "addressCountry": "VN",
                "addressRegion": catalogue.province(producer.location.province).name,
            }
        data["manufacturer"] = maker
    properties = [_value(t.gettext("Place"), location_phrase(product.location, catalogue, t))]
    if product.stars:
        stars = t.ngettext("{count}-star OCOP product", "{count}-star OCOP product", product.stars)
        year = product.certificates[0].year
        data["award"] = f"{stars} ({year})" if year else stars
        properties.append(_value("OCOP", product.stars))
    data["additionalProperty"] = properties
    return data


def _value(name: str, value: object) -> dict[str, object]:
    return {"@type": "PropertyValue", "name": name, "value": value}
