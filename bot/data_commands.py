"""``ocop data``: the knowledge base for people who keep it.

Each command imports what it needs when it runs: the command line loads this module every time.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from bot.languages import OutputLanguage
from bot.settings import load_settings
from knowledge.catalogue import Catalogue
from locales import LOCALES, translator

if TYPE_CHECKING:
    from rich.console import Console

SOMETHING_WRONG = 1
"""Exit status when a check fails or a code is unknown."""
SUGGESTIONS = 5
LEAST_ALIKE = 60
"""Codes less alike than this, of 100, are not worth suggesting."""

data_app = typer.Typer(
    help="Check, show and count what the bot knows.", no_args_is_help=True, add_completion=False
)


@data_app.command()
def check(lang: OutputLanguage = LOCALES[0]) -> None:
    """Validate the bundled tables and the database; exit status 1 when something is wrong."""
    from bot.data_views import rows_of, tables_short_of_rows, told
    from knowledge.database import DatabaseUnavailable
    from knowledge.importing.bundled import BUNDLED, read_tables
    from knowledge.importing.checking import look_over
    from knowledge.importing.ledger import read_ledger
    from knowledge.importing.tables import TableError
    from knowledge.understanding.vocabulary.patterns import PatternError
    from knowledge.understanding.vocabulary.tables import check_patterns

    t, console = translator(lang), _console()
    try:
        facts = read_tables()
        ledger = read_ledger(BUNDLED)
        check_patterns()
    except (TableError, PatternError) as error:
        console.print(t.gettext("The tables cannot be read: {reason}", reason=error), style="red")
        raise typer.Exit(SOMETHING_WRONG) from error
    faults, remarks = 0, 0
    for finding in look_over(facts):
        remarks += finding.is_remark
        faults += not finding.is_remark
        console.print(told(finding, t), style="dim" if finding.is_remark else "red")
    for table in tables_short_of_rows(rows_of(Catalogue(facts)), ledger):
        faults += 1
        console.print(
            t.gettext("{table}: rows are missing without a reason", table=table), style="red"
        )
    try:
        if _catalogue().facts != facts:
            faults += 1
            console.print(t.gettext("The database differs from the tables."), style="red")
    except DatabaseUnavailable as error:
        faults += 1
        console.print(t.gettext("The database cannot be used: {reason}", reason=error), style="red")
    console.print(
        t.ngettext("{count} fault", "{count} faults", faults)
        + ", "
        + t.ngettext("{count} remark", "{count} remarks", remarks),
        style="red" if faults else "green",
    )
    raise typer.Exit(SOMETHING_WRONG if faults else 0)


@data_app.command()
def show(
    code: Annotated[str, typer.Argument(help="Code of a product or producer.")],
    lang: OutputLanguage = LOCALES[0],
) -> None:
    """Show all that is known of a product or producer, with the pages it was read on."""
    from rapidfuzz import process

    from bot.data_views import producer_table, product_table
    from knowledge.importing.bundled import BUNDLED
    from knowledge.importing.ledger import read_ledger

    t, console, catalogue = translator(lang), _console(), _catalogue()
    now = read_ledger(BUNDLED).now(code)
    if product := catalogue.products.get(now):
        console.print(product_table(product, catalogue, t))
    elif producer := catalogue.producers.get(now):
        console.print(producer_table(producer, catalogue, t))
    else:
        console.print(t.gettext("No product or producer has the code {code}.", code=code))
        known = (*catalogue.products, *catalogue.producers)
        alike = process.extract(code, known, limit=SUGGESTIONS, score_cutoff=LEAST_ALIKE)
        if alike:
            codes = ", ".join(found for found, *_ in alike)
            console.print(t.gettext("Did you mean: {codes}", codes=codes))
        raise typer.Exit(SOMETHING_WRONG)


@data_app.command()
def stats(lang: OutputLanguage = LOCALES[0]) -> None:
    """Count what is known: tables, provinces, stars, categories, sources."""
    from bot.data_views import (
        by_stars,
        count_table,
        former_provinces,
        left_out_by_reason,
        provinces_table,
        rows_of,
        tables_table,
    )
    from knowledge.importing.bundled import BUNDLED
    from knowledge.importing.checking import unsourced
    from knowledge.importing.ledger import read_ledger

    t, console, catalogue = translator(lang), _console(), _catalogue()
    ledger = read_ledger(BUNDLED)
    products = catalogue.facts.products
    console.print(tables_table(rows_of(catalogue), ledger, t))
    for line in left_out_by_reason(ledger, t):
        console.print(line, style="dim")
    for title, counts in (
        (t.gettext("Stars"), by_stars(products, t)),
        (t.gettext("Status"), Counter(product.status.value for product in products)),
        (t.gettext("Category"), Counter(product.category.value for product in products)),
    ):
        console.print(count_table(title, counts, t))
    console.print(provinces_table(catalogue, t))
    covered, total = former_provinces(catalogue)
    console.print(
        t.gettext(
            "Former provinces with products: {covered} of {total}",
            covered=t.number(len(covered)),
            total=t.number(total),
        )
    )
    console.print(
        t.gettext("Facts without a source: {count}", count=t.number(unsourced(catalogue.facts)))
    )


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


def _catalogue() -> Catalogue:
    """What the database holds, brought up to date first. Raises ``DatabaseUnavailable``."""
    from knowledge.database import ensure_database, open_engine
    from knowledge.importing.snapshot import read_catalogue

    url = load_settings().database_url
    ensure_database(url)
    engine = open_engine(url)
    try:
        return read_catalogue(engine)
    finally:
        engine.dispose()
