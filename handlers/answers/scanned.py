"""Codes read from the photo of a label, matched against what we know.

A channel that decodes pictures gives the texts as ``Utterance(scanned=(...))``; with nothing read
it gives ``("",)``. Nothing that a code names is ever fetched.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from handlers.answers import producers, products
from handlers.answers.not_found import quoted
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome
from handlers.words.reading import folded
from handlers.words.wording import body, note
from knowledge.catalogue import Catalogue
from knowledge.facts import Producer, Product

_GTIN = re.compile(r"\d{8}|\d{12,14}")
_SHARED_HOSTS = frozenset(
    {"facebook.com", "zalo.me", "shopee.vn", "lazada.vn", "postmart.vn", "voso.vn", "youtube.com",
     "tiktok.com", "google.com", "goo.gl", "bit.ly", "qr.me", "ocop.gov.vn"}
)  # fmt: skip
"""Sites of many sellers: the host alone says nothing about the producer."""
_LEAST_NAME = 6
"""Folded letters that a name needs to be looked for within a code's text."""


def answer(asked: Asked) -> Answer:
    """The product or producer that a code names; else what was read, and a request for the name."""
    texts = [text for text in asked.scanned if text.strip()]
    t = asked.t
    if not texts:
        line = t.gettext(
            "I see no QR code or barcode that I can read in the picture. Please type the product's "
            "name as on the label."
        )
        return answered(Outcome.NOT_FOUND, [body(line)])
    for text in texts:
        named = named_by(text, asked.catalogue)
        if named is not None:
            if isinstance(named, Product):
                given = products.card(asked, named)
            else:
                given = producers.card(asked, named)
            read = note(t.gettext("Read from the picture: {code}", code=quoted(text)))
            return given.after(read)
    lines = [body(t.gettext("Read from the picture: {code}", code=quoted(texts[0])))]
    if _GTIN.fullmatch(texts[0].strip()):
        lines.append(
            body(
                t.gettext(
                    "That is a barcode number, and the list I hold has no such numbers. Please "
                    "type the product's name as on the label."
                )
            )
        )
    else:
        lines.append(
            body(
                t.gettext(
                    "That is none I know. I open no links from pictures; please type the product's "
                    "name as on the label."
                )
            )
        )
    return answered(Outcome.NOT_FOUND, lines)


def named_by(text: str, catalogue: Catalogue) -> Product | Producer | None:
    """The product or producer that the text of a code stands for: by our own code, by a website,
    or by a full name in it."""
    text = text.strip()
    parts = _path_parts(text)
    for part in (text, *parts):
        code = part.removeprefix("p_")
        found = catalogue.products.get(code) or catalogue.producers.get(code)
        if found is not None:
            return found
    host = _host(text)
    if host and host not in _SHARED_HOSTS:
        for producer in catalogue.facts.producers:
            if producer.website and _host(producer.website) == host:
                return producer
    return _by_name(" ".join((text, *parts)), catalogue)


def _by_name(text: str, catalogue: Catalogue) -> Product | Producer | None:
    """The longest full name of a product, else of a producer, that stands in the text."""
    said = f" {_words(text)} "
    best: Product | Producer | None = None
    longest = _LEAST_NAME - 1
    for things in (catalogue.facts.products, catalogue.facts.producers):
        for thing in things:
            for name in (thing.name_vi, thing.name_en):
                words = _words(name or "")
                if len(words) > longest and " " in words and f" {words} " in said:
                    best, longest = thing, len(words)
        if best is not None:
            return best
    return None


def _words(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", folded(text)))


def _path_parts(text: str) -> list[str]:
    """The pieces of an address's path and query, decoded."""
    try:
        address = urlsplit(text)
    except ValueError:
        return []
    if not address.scheme:
        return []
    pieces = re.split(r"[/?&=#]", f"{address.path}?{address.query}")
    return [unquote(piece) for piece in pieces if piece]


def _host(text: str) -> str:
    try:
        address = urlsplit(text if "://" in text else f"//{text}")
        host = (address.hostname or "").casefold().removeprefix("www.")
    except ValueError:
        return ""
    return host if "." in host and " " not in host else ""
