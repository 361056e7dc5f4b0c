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
from knowledge.certificates import VALIDITY_MONTHS, Term, Validity, term_of
from knowledge.facts import Certificate, Product, Status
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import NEWEST, RENEWED
from locales import Translator

_BETWEEN = "."
_YEAR = 4
"""Letters of a period that is a whole year."""


class Award(Struct, frozen=True):
    """The filters on certificates, as a session and an action carry them."""

    stars_up_to: int | None = None
    period: str | None = None
    """``"2025"`` or ``"2025-11"``: of the award; with a validity asked for, of its end."""
    validity: Validity | None = None

    @staticmethod
    def of(question: Question) -> Award:
        """Those of a question."""
        # The time of a count says nothing about certificates, unless those that end are counted
        of_count = question.intent is Intent.STATISTICS and question.validity is None
        period = None if of_count else question.period
        return Award(question.stars_up_to, period, question.validity)

    @staticmethod
    def parse(text: str) -> Award:
        """From its text. Raises ``ValueError`` for one that no award ever had."""
        if not text:
            return Award()
        up_to, period, validity = text.split(_BETWEEN)
        return Award(
            int(up_to) if up_to else None, period or None, Validity(validity) if validity else None
        )

    @property
    def text(self) -> str:
        """Empty where nothing is asked."""
        if self == Award():
            return ""
        return _BETWEEN.join((str(self.stars_up_to or ""), self.period or "", self.validity or ""))


def passing(products: Iterable[Product], question: Question, today: date) -> list[Product]:
    """The products whose certificate is of the period and validity asked for, in their order."""
    if question.period is None and question.validity is None:
        return list(products)
    return [each for each in products if _passes(each, question, today)]


def with_award(what: str, question: Question, t: Translator) -> str:
    """What a list holds with what is asked of the certificates: "trà ở Lào Cai được công nhận năm
    2025"."""
    period = when(question.period, t) if question.period else ""
    if question.validity is None:
        if not period:
            return what
        return t.gettext("{what} certified in {period}", what=what, period=period)
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


def is_of_the_newest(question: Question) -> bool:
    """Whether what was recognised last is asked for, and no time told."""
    return NEWEST in question.cues and question.period is None and question.validity is None


def newest_year(products: Iterable[Product]) -> int | None:
    """The year in which the newest of some certificates was given, as far as it is known."""
    years = (product.certificates[0].year for product in products if product.certificates)
    return max((year for year in years if year is not None), default=None)


def star_words(question: Question) -> str:
    """The stars asked for: ``4``, or ``4–5`` for a range."""
    if question.stars_up_to is None or question.stars_up_to == question.stars:
        return str(question.stars)
    return f"{question.stars}–{question.stars_up_to}"


def when(period: str, t: Translator) -> str:
    """A year or month inside a sentence: "năm 2025"."""
    return t.pgettext("as of", "{year}", year=period) if len(period) == _YEAR else t.date(period)


def caution(asked: Asked, candidates: Iterable[Product]) -> list[Paragraph]:
    """How the list was made, and how many of ``candidates`` it leaves out because nothing is known
    of their certificate's date; nothing where neither a time nor a validity was asked for."""
    t, question = asked.t, asked.question
    if question.period is None and question.validity is None:
        return _of_renewal(asked)
    unknown = sum(_is_undated(each, question, asked.today) for each in candidates)
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


def _passes(product: Product, question: Question, today: date) -> bool:
    if product.status is not Status.CERTIFIED or not product.certificates:
        return False
    if question.validity is None:
        return any(
            _is_of(certificate, question) and _is_dated(certificate, question.period)
            for certificate in product.certificates
        )
    newest = product.certificates[0]
    term = term_of(newest, today)
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


def _is_dated(certificate: Certificate, period: str | None) -> bool:
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
    if question.period is None:
        return question.validity is Validity.VALID and _may_hold(term)
    of_month = len(question.period) > _YEAR
    year = term.last_year if question.validity is not None else newest.year
    return of_month and newest.issued is None and question.period.startswith(str(year))


def _may_hold(term: Term) -> bool:
    return term.validity is Validity.EXPIRING and term.ends is None
