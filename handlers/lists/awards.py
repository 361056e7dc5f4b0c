"""What is asked of the certificates of a list beside its stars: a range, a year, whether they hold.

"4 sao trở lên", "được công nhận năm 2025", "sắp hết hạn". Whoever lists products passes them
through :func:`passing` and names in the heading what was asked (:func:`with_award`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph
from handlers.words.wording import note
from knowledge.certificates import VALIDITY_MONTHS, Standing, Term, Validity, Years, term_of
from knowledge.facts import Certificate, ProducerType, Product, Status
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import RENEWED
from locales import Translator

_BETWEEN, _EACH, _TO = ".", "+", "-"
_YEAR = 4
"""Letters of a period that is a whole year."""


class Award(Struct, frozen=True):
    """The filters on certificates, as a session and an action carry them."""

    stars_up_to: int | None = None
    period: str | None = None
    """``"2025"`` or ``"2025-11"``: of the award; with a validity asked for, of its end."""
    validity: Validity | None = None
    years: Years | None = None
    """The same of several years."""
    standing: Standing | None = None
    made_by: tuple[ProducerType, ...] = ()

    @staticmethod
    def of(question: Question) -> Award:
        """Those of a question."""
        # The time of a count says nothing about certificates, unless those that end are counted
        of_count = question.intent is Intent.STATISTICS and question.validity is None
        period = None if of_count else question.period
        return Award(
            question.stars_up_to,
            period,
            question.validity,
            question.years,
            question.standing,
            question.made_by,
        )

    @staticmethod
    def parse(text: str) -> Award:
        """From its text. Raises ``ValueError`` for one that no award ever had."""
        if not text:
            return Award()
        fields = [*text.split(_BETWEEN), "", "", ""]
        up_to, period, validity, years, standing, made_by = fields[:6]
        return Award(
            int(up_to) if up_to else None,
            period or None,
            Validity(validity) if validity else None,
            _years(years) if years else None,
            Standing(standing) if standing else None,
            tuple(map(ProducerType, filter(None, made_by.split(_EACH)))),
        )

    @property
    def text(self) -> str:
        """Empty where nothing is asked."""
        if self == Award():
            return ""
        years = self.years and _TO.join(str(year or "") for year in self.years)
        fields = [str(self.stars_up_to or ""), self.period or "", self.validity or ""]
        more = [years or "", self.standing or "", _EACH.join(self.made_by)]
        while more and not more[-1]:
            more.pop()
        return _BETWEEN.join((*fields, *more))


def passing(products: Iterable[Product], question: Question, today: date) -> list[Product]:
    """The products whose certificate is of the period and validity asked for, in their order."""
    if question.period is None and question.validity is None and question.years is None:
        return list(products)
    return [each for each in products if _passes(each, question, today)]


def with_award(what: str, question: Question, t: Translator) -> str:
    """What a list holds with what is asked of the certificates: "trà ở Lào Cai được công nhận năm
    2025"."""
    period = when(question.period, t) if question.period else ""
    if question.years is not None:
        period = of_years(question.years, t)
    if question.validity is None:
        if not period:
            return what
        if question.years is not None:
            return t.gettext("{what} certified {period}", what=what, period=period)
        return t.gettext("{what} certified in {period}", what=what, period=period)
    if question.years is not None:
        return t.gettext(
            "{what} whose certificate ends or ended {period}", what=what, period=period
        )
    if period:
        return t.gettext(
            "{what} whose certificate ends or ended in {period}", what=what, period=period
        )
    sentence = {
        Validity.VALID: t.gettext("{what} whose certificate still holds", what=what),
        Validity.EXPIRING: t.gettext("{what} whose certificate ends soon", what=what),
        Validity.EXPIRED: t.gettext("{what} whose certificate has ended", what=what),
    }
    return sentence.get(question.validity, what)


def star_words(question: Question) -> str:
    """The stars asked for: ``4``, or ``4–5`` for a range."""
    if question.stars_up_to is None or question.stars_up_to == question.stars:
        return str(question.stars)
    return f"{question.stars}–{question.stars_up_to}"


def when(period: str, t: Translator) -> str:
    """A year or month inside a sentence: "năm 2025"."""
    return t.pgettext("as of", "{year}", year=period) if len(period) == _YEAR else t.date(period)


def of_years(years: Years, t: Translator) -> str:
    """Several years inside a sentence: "từ năm 2022 đến năm 2024"."""
    first, last = (str(year) for year in years)
    if years.first is None:
        return t.pgettext("years", "up to {year}", year=last)
    if years.last is None:
        return t.pgettext("years", "from {year} on", year=first)
    return t.pgettext("years", "from {first} to {last}", first=first, last=last)


def caution(asked: Asked, candidates: Iterable[Product]) -> list[Paragraph]:
    """How the list was made, and how many of ``candidates`` it leaves out because nothing is known
    of their certificate's date; nothing where neither a time nor a validity was asked for."""
    t, question = asked.t, asked.question
    if question.period is None and question.validity is None and question.years is None:
        return _of_renewal(asked)
    goods = list(candidates)
    unknown = sum(_is_undated(each, question, asked.today) for each in goods)
    lines = []
    if question.validity is not None:
        lines.append(
            t.gettext(
                "A certificate holds {months} months; I know of no renewal for those listed as "
                "ended or ending, but there may be one.",
                months=str(VALIDITY_MONTHS),
            )
            if question.validity is not Validity.VALID
            else t.gettext("A certificate holds {months} months.", months=str(VALIDITY_MONTHS))
        )
    if question.validity is Validity.VALID:
        this_year = sum(_ends_in(each, asked.today) for each in goods)
        unknown -= this_year
        lines += [
            t.ngettext(
                "The certificate of {count} more ends in {year}: I do not know the day, so it may "
                "still hold.",
                "The certificates of {count} more end in {year}: I do not know the day, so they "
                "may still hold.",
                this_year,
                year=str(asked.today.year),
            )
        ] * bool(this_year)
    if unknown:
        lines.append(
            t.ngettext(
                "Of {count} more product I do not know the date well enough to tell.",
                "Of {count} more products I do not know the date well enough to tell.",
                unknown,
            )
        )
    return [note(" ".join(lines))] if lines else []


def _of_renewal(asked: Asked) -> list[Paragraph]:
    """That nobody can tell from our list what was given its stars once more, if that is asked."""
    if RENEWED not in asked.question.cues:
        return []
    line = asked.t.gettext(
        "Which of them were recognised once more I do not know for sure; the years shown are those "
        "of the newest recognition that I know of."
    )
    return [note(line)]


def _years(text: str) -> Years:
    """Several years from their text. Raises ``ValueError`` for one that is none."""
    first, last = text.split(_TO)
    return Years(int(first) if first else None, int(last) if last else None)


def _passes(product: Product, question: Question, today: date) -> bool:
    if product.status is not Status.CERTIFIED or not product.certificates:
        return False
    if question.validity is None:
        return any(
            _is_of(certificate, question) and _is_dated(certificate, question)
            for certificate in product.certificates
        )
    newest = product.certificates[0]
    term = term_of(newest, today)
    if question.years is not None:
        return term.last_year is not None and question.years.hold(term.last_year)
    if question.period is not None:
        ends = str(term.ends or term.last_year or "")
        return ends.startswith(question.period)
    if question.validity is Validity.VALID:
        # With the year alone, a certificate in its last year may have ended
        return term.validity is Validity.VALID or (
            term.validity is Validity.EXPIRING and term.ends is not None
        )
    return term.validity is question.validity


def _is_of(certificate: Certificate, question: Question) -> bool:
    if question.stars is None:
        return True
    return question.stars <= certificate.stars <= (question.stars_up_to or question.stars)


def _is_dated(certificate: Certificate, question: Question) -> bool:
    period = question.period
    if question.years is not None:
        return certificate.year is not None and question.years.hold(certificate.year)
    if period is None:
        return True
    dated = str(certificate.issued or certificate.year or "")
    return dated.startswith(period)


def _is_undated(product: Product, question: Question, today: date) -> bool:
    """Whether it may be in the list for all that is known of its certificate's date."""
    if product.status not in {Status.CERTIFIED, Status.LISTED}:
        return False
    if not product.certificates or product.certificates[0].year is None:
        return True
    if _passes(product, question, today):
        return False
    newest = product.certificates[0]
    term = term_of(newest, today)
    if question.period is None or question.years is not None:
        return question.validity is Validity.VALID and _may_hold(term)
    of_month = len(question.period) > _YEAR
    year = term.last_year if question.validity is not None else newest.year
    return of_month and newest.issued is None and question.period.startswith(str(year))


def _ends_in(product: Product, today: date) -> bool:
    """Whether its certificate ends in the year of a day, and no more than that is known."""
    if product.status is not Status.CERTIFIED or not product.certificates:
        return False
    return _may_hold(term_of(product.certificates[0], today))


def _may_hold(term: Term) -> bool:
    return term.validity is Validity.EXPIRING and term.ends is None
