"""How the standing of a product is told: stars, year, level, validity."""

from __future__ import annotations

import re

from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph, Run
from handlers.words.wording import body
from knowledge.certificates import Term, Validity, term_of
from knowledge.facts import Certificate, Product, Status
from locales import Translator

FULL = 5
_NUMBER = re.compile(r"\d+/[\w-]*QĐ[\w-]*")
"""The number of a decision, in whatever words its source puts it."""


def drawn(stars: int) -> str:
    """Stars out of five: ★★★★☆."""
    return "★" * stars + "☆" * (FULL - stars)


def rating(asked: Asked, product: Product) -> list[Paragraph]:
    """The stars of a product with their year, level and validity, in one or two paragraphs."""
    t = asked.t
    newest = product.certificates[0] if product.certificates else None
    if product.status is Status.CERTIFIED and newest is not None:
        line = (Run(drawn(newest.stars)), Run(" "), Run(_rank(newest, t)), Run(". "))
        paragraphs = [body((*line, Run(_validity(newest, term_of(newest, asked.today), t))))]
        decision = _decision(newest, t)
        if decision:
            paragraphs.append(body(decision))
        earlier = _earlier(product.certificates[1:], t)
        if earlier:
            paragraphs.append(body(earlier))
        more = undated(product)
        if more is not None:
            told = t.gettext(
                "Another source gives it {stars}, but does not say since when.", stars=drawn(more)
            )
            paragraphs.append(body(told))
        return paragraphs
    return [body(_without_award(product, newest, t))]


def undated(product: Product) -> int | None:
    """More stars than those of the newest certificate, which a source tells without a year: nobody
    can say whether they came later. ``None`` where none does."""
    first, *others = product.certificates or (None,)
    if first is None:
        return None
    told = [each.stars for each in others if each and not each.year and each.stars > first.stars]
    return max(told, default=None)


def mark(product: Product, t: Translator) -> str:
    """The standing of a product in a list: stars and year, or what stands in their place."""
    if product.stars:
        year = product.certificates[0].year
        values = {"drawn": drawn(product.stars), "stars": str(product.stars)}
        if year:
            return t.gettext("{drawn} ({stars} stars, {year})", year=str(year), **values)
        return t.gettext("{drawn} ({stars} stars)", **values)
    standing = {
        Status.CERTIFIED: t.gettext("OCOP, stars not known"),
        Status.LISTED: t.gettext("OCOP, stars not known"),
        Status.CANDIDATE: t.gettext("proposed for OCOP"),
        Status.SPECIALITY: t.gettext("local speciality"),
    }[product.status]
    return f"({standing})"


def ends(certificate: Certificate, asked: Asked) -> str:
    """When a certificate ends or ended, for a list: "hạn đến 17/01/2028"."""
    t, term = asked.t, term_of(certificate, asked.today)
    if term.ends is None and term.last_year is None:
        return t.gettext("end of the certificate not known")
    end = t.date(term.ends) if term.ends is not None else str(term.last_year)
    if term.validity is Validity.EXPIRED:
        return t.gettext("certificate ended {end}", end=end)
    return t.gettext("certificate ends {end}", end=end)


def given_on(certificate: Certificate, t: Translator) -> str:
    """The day on which a certificate was given, for a list; nothing where no more than the year is
    known, which stands beside the stars."""
    if certificate.issued is None:
        return ""
    return t.gettext("certified on {issued}", issued=t.date(certificate.issued))


def _rank(certificate: Certificate, t: Translator) -> str:
    if certificate.stars == FULL and certificate.level == "national":
        return t.gettext("National 5-star OCOP product")
    if certificate.stars == FULL and certificate.level in {"provincial", "district"}:
        return t.gettext(
            "5-star OCOP by the province's own council; no national certificate is known to us"
        )
    return t.ngettext("{count}-star OCOP product", "{count}-star OCOP product", certificate.stars)


def _validity(certificate: Certificate, term: Term, t: Translator) -> str:
    if certificate.issued is not None and term.ends is not None:
        values = {"issued": t.date(certificate.issued), "ends": t.date(term.ends)}
        if term.validity is Validity.EXPIRED:
            return t.gettext(
                "Certified on {issued}; the certificate ended on {ends} and we know of no renewal.",
                **values,
            )
        if term.validity is Validity.EXPIRING:
            return t.gettext(
                "Certified on {issued}, valid until {ends}: it will need renewing soon.", **values
            )
        return t.gettext("Certified on {issued}, valid until {ends}.", **values)
    if certificate.year is None:
        return t.gettext("The year is not known, so we cannot tell whether it is still valid.")
    years = {"year": str(certificate.year), "last": str(term.last_year)}
    if term.validity is Validity.EXPIRED:
        return t.gettext(
            "Certified in {year}; its 36 months ended by {last} and we know of no renewal.", **years
        )
    if term.validity is Validity.EXPIRING:
        return t.gettext(
            "Certified in {year}; its 36 months end during {last}, so it may need renewing.",
            **years,
        )
    return t.gettext("Certified in {year}, valid into {last}.", **years)


def decision_number(certificate: Certificate) -> str:
    """The number of the decision that awarded the stars, which labels carry too."""
    found = _NUMBER.search(certificate.decision or "")
    return found.group() if found else ""


def _decision(certificate: Certificate, t: Translator) -> str:
    number = decision_number(certificate)
    return t.gettext("Decision number: {number}.", number=number) if number else ""


def _earlier(certificates: tuple[Certificate, ...], t: Translator) -> str:
    told = [
        t.gettext("{stars} in {year}", stars=drawn(each.stars), year=str(each.year))
        for each in certificates
        if each.year
    ]
    return t.gettext("Before that: {list}.", list=", ".join(told)) if told else ""


def _without_award(product: Product, newest: Certificate | None, t: Translator) -> str:
    if product.status is Status.CANDIDATE and newest is not None:
        if newest.year:
            return t.gettext(
                "Proposed for {stars} stars in {year}; no certificate is known to us, so it does "
                "not count as awarded.",
                stars=str(newest.stars),
                year=str(newest.year),
            )
        return t.gettext(
            "Proposed for {stars} stars; no certificate is known to us, so it does not count as "
            "awarded.",
            stars=str(newest.stars),
        )
    return {
        Status.CERTIFIED: t.gettext(
            "An OCOP product; the sources we read do not say how many stars."
        ),
        Status.LISTED: t.gettext("An OCOP product; the sources we read do not say how many stars."),
        Status.CANDIDATE: t.gettext(
            "Put forward for OCOP rating; no certificate is known to us yet."
        ),
        Status.SPECIALITY: t.gettext("A local speciality; no OCOP rating is known to us."),
    }[product.status]
