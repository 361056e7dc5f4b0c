"""Where a fact was read: the note under an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from handlers.chat.reply import Paragraph, Run
from handlers.words.wording import fill, joined, note
from knowledge.facts import Product
from locales import Translator

SOURCES_SHOWN = 2
"""More would be longer than the answer; the rest is one command away for an operator."""

_CATALOGUING = re.compile(r"\s*\((?:project )?seed \d+\)")


def product_note(product: Product, t: Translator) -> Paragraph | None:
    """The source of a product's facts and its date; ``None`` when there is none."""
    sources = source_runs(product.sources)
    if not sources:
        return None
    if product.source_date:
        return note(
            fill(
                t.gettext("Source: {source} ({date})"),
                source=sources,
                date=t.date(product.source_date),
            )
        )
    return note(fill(t.gettext("Source: {source}"), source=sources))


def sources_note(sources: Iterable[str], t: Translator) -> Paragraph | None:
    """The sources of other facts; ``None`` when there are none."""
    runs = source_runs(sources)
    return note(fill(t.gettext("Source: {source}"), source=runs)) if runs else None


def source_runs(sources: Iterable[str]) -> tuple[Run, ...]:
    """The first few sources, addresses as links under the name of their site."""
    shown: dict[str, Run] = {}
    for source in sources:
        run = source_run(source)
        if run.text:
            shown.setdefault(run.text, run)
        if len(shown) == SOURCES_SHOWN:
            break
    return joined(shown.values())


@lru_cache(maxsize=8192)
def source_run(source: str) -> Run:
    """One source: a link shown by its site, or the plain words of a printed one."""
    if source.startswith(("http://", "https://")):
        try:
            site = urlsplit(source).hostname or source
        except ValueError:
            return Run(source)
        return Run(site.removeprefix("www."), url=source)
    return Run(_CATALOGUING.sub("", source).strip())


def website_run(website: str) -> Run:
    """A producer's or shop's website as a link."""
    url = website if website.startswith(("http://", "https://")) else f"https://{website}"
    return Run(website.split("://", 1)[-1].rstrip("/"), url=url)
