"""What search engines are told: which pages there are, and which are nothing for them."""

from __future__ import annotations

from xml.sax.saxutils import escape

from bot.channels.web.views import place_url
from knowledge.catalogue import Catalogue
from knowledge.facts import PlaceLevel

MOST_ADDRESSES = 50_000
"""Of one file (sitemaps.org, protocol 0.9)."""


def sitemap(catalogue: Catalogue, origin: str) -> str:
    """The addresses of all pages: the chat, the provinces, the products, best first."""
    provinces = [
        place_url(place)
        for place in catalogue.facts.places
        if place.level in {PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}
    ]
    products = [f"/p/{product.code}" for product in catalogue.products_at()]
    entries = "".join(
        f"<url><loc>{escape(origin + path)}</loc></url>"
        for path in ["/", "/tinh", *provinces, *products][:MOST_ADDRESSES]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>\n'
    )


def robots(origin: str) -> str:
    """Pages are for everybody; answers to questions are not to be crawled one by one."""
    return (
        "User-agent: *\nDisallow: /?\nDisallow: /chat\nDisallow: /suggest\nDisallow: /widget\n"
        f"\nSitemap: {origin}/sitemap.xml\n"
    )
