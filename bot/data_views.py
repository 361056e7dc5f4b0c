"""Tables of what is known, for the commands under ``ocop data``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.table import Table

from knowledge.catalogue import Catalogue
from knowledge.facts import Offer, PlaceLevel, Producer, Product, Status
from knowledge.importing.checking import Fault, Finding
from knowledge.importing.ledger import Ledger, Reason
from locales import Translator


def rows_of(catalogue: Catalogue) -> dict[str, int]:
    """Rows known by table, for the tables that were collected."""
    facts = catalogue.facts
    return {
        "products": len(facts.products),
        "producers": len(facts.producers),
        "offers": len(facts.offers),
        "outlets": len(facts.outlets),
        "figures": len(facts.figures),
    }


def tables_short_of_rows(rows: dict[str, int], ledger: Ledger) -> list[str]:
    """Tables with fewer rows than were collected, less those left out with a reason."""
    excused = Counter(row.table for row in ledger.left_out)
    return [
        table for table, count in ledger.collected.items() if rows[table] < count - excused[table]
    ]


def told(finding: Finding, t: Translator) -> str:
    """One finding as a sentence."""
    sentences = {
        Fault.SAME_PRODUCT: t.gettext("{subject} is the same product as {detail}"),
        Fault.SAME_OFFER: t.gettext("{subject}: the offer at {detail} stands twice"),
        Fault.UNKNOWN_KIND: t.gettext("{subject}: there is no product kind {detail}"),
        Fault.CERTIFICATE_ORDER: t.gettext("{subject}: the certificate of {detail} must be first"),
        Fault.STARS_UNCLAIMED: t.gettext("{subject}: a local speciality has {detail} stars"),
        Fault.NO_SOURCE: t.gettext("{subject} {detail}: no source"),
        Fault.NO_COMMUNE: t.gettext("{subject}: the commune {detail} is on neither map"),
        Fault.NO_DISTRICT: t.gettext("{subject}: the district {detail} is not on the map"),
    }
    return sentences[finding.fault].format(subject=finding.subject, detail=finding.detail)


def product_table(product: Product, catalogue: Catalogue, t: Translator) -> Table:
    """All that is known of a product."""
    table = _facts_table(product.name, product.code)
    _add(table, t.gettext("English name"), product.name_en)
    _add(table, t.gettext("Category"), product.category)
    _add(table, t.gettext("Status"), product.status)
    for held in product.certificates:
        words = [f"{held.stars}★"]
        words += [str(held.year)] if held.year else []
        words += [word for word in (held.level, held.decision) if word]
        words += [t.date(held.issued)] if held.issued else []
        label = t.gettext("Certificate") if product.stars else t.gettext("Proposed")
        _add(table, label, " · ".join(words))
    producer = catalogue.producers.get(product.producer or "")
    _add(table, t.gettext("Producer"), f"{producer.name} ({producer.code})" if producer else None)
    _add_where(table, product, catalogue, t)
    _add(table, t.gettext("Description"), product.description_vi)
    _add(table, t.gettext("In English"), product.description_en)
    for offer in catalogue.offers_of(product.code):
        _add(table, t.gettext("Sold at"), _offer(offer))
    _add(table, t.gettext("Source date"), t.date(product.source_date or "") or None)
    for source in product.sources:
        _add(table, t.gettext("Source"), source)
    return table


def producer_table(producer: Producer, catalogue: Catalogue, t: Translator) -> Table:
    """All that is known of a producer, with its products."""
    table = _facts_table(producer.name, producer.code)
    _add(table, t.gettext("English name"), producer.name_en)
    _add(table, t.gettext("Type"), producer.type)
    _add_where(table, producer, catalogue, t)
    _add(table, t.gettext("Phone"), producer.phone)
    _add(table, t.gettext("E-mail"), producer.email)
    _add(table, t.gettext("Website"), producer.website)
    _add(table, t.gettext("Description"), producer.description_vi)
    _add(table, t.gettext("In English"), producer.description_en)
    for product in catalogue.products_of(producer.code):
        stars = f" {product.stars}★" if product.stars else ""
        _add(table, t.gettext("Product"), f"{product.name}{stars} ({product.code})")
    for source in producer.sources:
        _add(table, t.gettext("Source"), source)
    return table


def _facts_table(name: str, code: str) -> Table:
    table = Table(title=f"{name} ({code})", show_header=False, title_justify="left")
    table.add_column(no_wrap=True, style="bold")
    table.add_column(overflow="fold")
    return table


def _add(table: Table, label: str, value: str | None) -> None:
    if value:
        table.add_row(label, value)


def _add_where(table: Table, fact: Product | Producer, catalogue: Catalogue, t: Translator) -> None:
    location = fact.location
    if location is None:
        return
    place = catalogue.province(location.province)
    _add(table, t.gettext("Province"), f"{place.full_name} ({place.key})")
    if location.former_province:
        former = catalogue.former_province(location.former_province)
        _add(table, t.gettext("Before July 2025"), f"{former.full_name} ({former.key})")
    for label, key, name in (
        (t.gettext("District"), location.district, location.district_name),
        (t.gettext("Commune"), location.commune, location.commune_name),
    ):
        found = catalogue.places.get(key or "")
        _add(table, label, f"{found.full_name} ({found.key})" if found else name)
    _add(table, t.gettext("Address"), location.address)


def _offer(offer: Offer) -> str:
    parts = (offer.kind.value, offer.name, offer.url, offer.address, offer.source)
    return " · ".join(part for part in parts if part)


def tables_table(rows: dict[str, int], ledger: Ledger, t: Translator) -> Table:
    """Rows collected, left out, added since and known, by table."""
    excused = Counter(row.table for row in ledger.left_out)
    table = Table(title=t.gettext("Tables"), title_justify="left")
    table.add_column(t.gettext("Table"))
    for label in (
        t.gettext("Collected"),
        t.gettext("Left out"),
        t.gettext("Added"),
        t.gettext("Known"),
    ):
        table.add_column(label, justify="right")
    for name, collected in ledger.collected.items():
        added = rows[name] - collected + excused[name]
        numbers = (collected, excused[name], added, rows[name])
        table.add_row(name, *(t.number(number) for number in numbers))
    return table


def left_out_by_reason(ledger: Ledger, t: Translator) -> Iterator[str]:
    """A line for each reason: the reason, then the rows."""
    reasons = {
        Reason.SAME_PRODUCER: t.gettext("Left out, the producer stands under another code:"),
        Reason.SAME_MARKET: t.gettext("Left out, another row names the same export market:"),
    }
    rows: dict[Reason, list[str]] = {}
    for row in ledger.left_out:
        words = f"{row.code} → {row.now}" if row.code != row.now else f"{row.code}: {row.name}"
        rows.setdefault(row.reason, []).append(words)
    for reason, found in rows.items():
        yield f"{reasons[reason]} {', '.join(found)}"


def count_table(title: str, counts: Counter[str], t: Translator) -> Table:
    """Counts, the largest first."""
    table = Table(title=title, show_header=False, title_justify="left")
    table.add_column()
    table.add_column(justify="right")
    for name, count in counts.most_common():
        table.add_row(name, t.number(count))
    return table


def by_stars(products: Iterable[Product], t: Translator) -> Counter[str]:
    """How many products hold how many stars."""
    return Counter(
        f"{product.stars}★" if product.stars else t.gettext("not awarded or not known")
        for product in products
    )


def former_provinces(catalogue: Catalogue) -> tuple[set[str], int]:
    """Keys of the former provinces that have products, and how many provinces there were."""
    codes = [p.key for p in catalogue.facts.places if p.level is PlaceLevel.FORMER_PROVINCE]
    covered = {f"former:{p.location.former_province}" for p in catalogue.facts.products}
    return covered & set(codes), len(codes)


def provinces_table(catalogue: Catalogue, t: Translator) -> Table:
    """Products by today's province and the former province they are in."""
    table = Table(title=t.gettext("Provinces"), title_justify="left")
    table.add_column(t.gettext("Today"))
    table.add_column(t.gettext("Before July 2025"))
    table.add_column(t.gettext("Certified"), justify="right")
    table.add_column(t.gettext("Total"), justify="right")
    known = Counter[tuple[str, str | None]]()
    certified = Counter[tuple[str, str | None]]()
    for product in catalogue.facts.products:
        where = (product.location.province, product.location.former_province)
        known[where] += 1
        certified[where] += product.status is Status.CERTIFIED
    for province in catalogue.facts.places:
        if province.level is not PlaceLevel.PROVINCE:
            continue
        for code in (*province.former_provinces, None):
            where = (province.provinces[0], code)
            if code is None and not known[where]:
                continue
            table.add_row(
                province.name,
                catalogue.former_province(code).name if code else "?",
                t.number(certified[where]),
                t.number(known[where]),
            )
    return table
