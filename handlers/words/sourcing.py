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


def product_note(product: Product, t: Translator) -> list[Paragraph]:
    """The source of a product's facts and its date; nothing when there is none."""
    sources = _source_runs(product.sources)
    if not sources or not product.source_date:
        return sources_note(product.sources, t)
    dated = t.gettext("Source: {source} ({date})")
    return [note(fill(dated, source=sources, date=t.date(product.source_date)))]


def sources_note(sources: Iterable[str | None], t: Translator) -> list[Paragraph]:
    """The sources of other facts, each once; nothing when there are none."""
    runs = _source_runs(sources)
    return [note(fill(t.gettext("Source: {source}"), source=runs))] if runs else []


def _source_runs(sources: Iterable[str | None]) -> tuple[Run, ...]:
    """The first few sources, addresses as links under the name of their site."""
    shown: dict[str, Run] = {}
    for source in filter(None, sources):
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
