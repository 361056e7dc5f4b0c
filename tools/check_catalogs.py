"""Check the gettext catalogs against the code, or bring them up to date with it.

``python tools/check_catalogs.py`` fails on a message that is missing, empty, fuzzy or no longer in
the code, and on placeholders that differ from the English. ``--update`` writes new messages into
the catalogs and drops those gone: English is filled in by itself, Vietnamese is left for a person.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from locales import LOCALES  # noqa: E402
from locales.catalogs import DOMAIN, po_path  # noqa: E402

SEARCHED = ("handlers", "bot")
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
SOURCE_LOCALE = "en"
_SENTENCE = 30
"""Letters from which a text is no word said twice on purpose."""


def extracted() -> Catalog:
    """Every message in the code."""
    template = Catalog(domain=DOMAIN, project="ocop-bot", fuzzy=False)
    for folder in SEARCHED:
        found = extract_from_dir(
            ROOT / folder,
            method_map=[("**.py", "python"), ("**/templates/**.html", "jinja2")],
            keywords=KEYWORDS,
        )
        for name, line, message, comments, context in found:
            template.add(
                message,
                locations=[(f"{folder}/{Path(name).as_posix()}", line)],
                auto_comments=comments,
                context=context,
            )
    return template


def catalog_of(locale: str) -> Catalog:
    """A locale's catalog as edited; an empty one when there is none yet."""
    path = po_path(locale)
    if not path.exists():
        return Catalog(
            locale=locale,
            domain=DOMAIN,
            project="ocop-bot",
            header_comment=f"# What ocop-bot says in {locale}.",
            version="1",
            msgid_bugs_address="ocop-bot",
            last_translator="ocop-bot",
            language_team=locale,
            fuzzy=False,
        )
    with path.open("rb") as file:
        return read_po(file, locale=locale, domain=DOMAIN)


def update(locale: str, template: Catalog) -> None:
    """Write the locale's catalog with the code's messages, keeping what is translated."""
    catalog = catalog_of(locale)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    if locale == SOURCE_LOCALE:
        for message in catalog:
            if message.id and not any(_forms(message)):
                message.string = message.id
    path = po_path(locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        # Without line numbers, so that a moved line of code is no change of the catalog.
        write_po(file, catalog, width=100, sort_output=True, include_lineno=False)


def complaints(locale: str, template: Catalog) -> Iterator[str]:
    """Everything wrong with a locale's catalog."""
    catalog = catalog_of(locale)
    for gone in catalog.obsolete:
        yield f"obsolete: {gone!r}"
    wanted = {_key(message) for message in template if message.id}
    for message in catalog:
        if message.id and _key(message) not in wanted:
            yield f"no longer in the code: {message.id!r}"
    for message in template:
        if not message.id:
            continue
        translated = catalog.get(_singular(message), context=message.context)
        if translated is None:
            yield f"missing: {message.id!r}"
        elif translated.fuzzy:
            yield f"fuzzy: {message.id!r}"
        elif not all(_forms(translated)) or len(_forms(translated)) != _expected(message, catalog):
            yield f"empty: {message.id!r}"
        else:
            # A plural may name the count that the singular says in words; nothing else may differ.
            needed = _placeholders(_singular(message))
            allowed = (
                needed if isinstance(message.id, str) else needed | _placeholders(message.id[1])
            )
            for form in _forms(translated):
                if len(form) > _SENTENCE and form[: len(form) // 2] == form[(len(form) + 1) // 2 :]:
                    yield f"says the same twice: {form!r}"
                if not needed <= _placeholders(form) <= allowed:
                    yield f"placeholders differ: {message.id!r} / {form!r}"


def main() -> int:
    """Run the check, after the update when asked for; the exit status tells whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="write new messages into catalogs")
    options = parser.parse_args()
    template = extracted()
    wrong = 0
    for locale in LOCALES:
        if options.update:
            update(locale, template)
        for complaint in complaints(locale, template):
            print(f"{po_path(locale).relative_to(ROOT)}: {complaint}")
            wrong += 1
    if not wrong:
        print(f"{len(template)} messages complete in {', '.join(LOCALES)}")
    return 1 if wrong else 0


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, _singular(message)


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> tuple[str, ...]:
    text = message.string
    return (text,) if isinstance(text, str) else tuple(text or ())


def _expected(message: Message, catalog: Catalog) -> int:
    return 1 if isinstance(message.id, str) else catalog.num_plurals


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


if __name__ == "__main__":
    sys.exit(main())
