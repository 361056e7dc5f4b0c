"""Which of a few products' certificates hold, or end first: "cái nào hết hạn trước"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph
from handlers.words.naming import choice_label
from handlers.words.reading import folded
from handlers.words.stars import ends
from handlers.words.wording import body
from knowledge.certificates import Term, Validity, term_of
from knowledge.facts import Product, Status
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import ENDED, ENDING, ENDS_WHEN, HOLDING, IN_DATE

MOST_TOLD = 5
"""Products of which the day is told for each."""
_OF_ENDS = frozenset({ENDED, ENDING, ENDS_WHEN, HOLDING, IN_DATE})
_LONGEST = re.compile(r"\b(?:lau|dai|xa|cham|muon|sau)(?: hon| nhat)?\b|\b(?:longe|late)(?:r|st)\b")
_SOONEST = re.compile(r"\b(?:truoc|som|gan|sap|first|soon|sooner|soonest|earlier|earliest)\b")
_Ending = tuple[Product, Term]


def is_asked(question: Question) -> bool:
    """Whether it is asked whose certificates hold, or end first."""
    return not _OF_ENDS.isdisjoint(question.cues)


def told(asked: Asked, products: Sequence[Product]) -> list[Paragraph]:
    """Which of them holds, or ends first or last, and when the certificate of each ends."""
    known = [(each, term_of(each.certificates[0], asked.today)) for each in products if _has(each)]
    known = [(each, term) for each, term in known if term.last_year is not None]
    line = _line(asked, known, products)
    each_end = [f"{_names(asked, [each], products)}: {_end(asked, each)}" for each in products]
    return [*([body(line)] if line else []), *map(body, each_end)]


def _has(product: Product) -> bool:
    return product.status is Status.CERTIFIED and bool(product.certificates)


def _line(asked: Asked, known: list[_Ending], products: Sequence[Product]) -> str:
    """The answer in one sentence; empty where too little is known."""
    t, words = asked.t, folded(asked.question.text)
    longest = _LONGEST.search(words) is not None
    if longest or _SOONEST.search(words) is not None:
        winner = _at_an_end(known, last=longest) if len(known) == len(products) else None
        if winner is None:
            return ""
        names = _names(asked, [winner], products)
        if longest:
            return t.gettext("Valid longest: {names}.", names=names)
        return t.gettext("Ends first: {names}.", names=names)
    ended = ENDED in asked.question.cues
    which = [each for each, term in known if (_has_ended(term) if ended else _surely_holds(term))]
    if which and ended:
        names = _names(asked, which, products)
        return t.gettext("No longer valid, as far as I know: {names}.", names=names)
    if which:
        return t.gettext("Still valid: {names}.", names=_names(asked, which, products))
    judged = [term for _, term in known if _has_ended(term) or _surely_holds(term)]
    if len(judged) < len(products):
        return ""
    if ended:
        return t.gettext("None of them has ended, as far as I know.")
    return t.gettext("None of them is still valid, as far as I know.")


def _has_ended(term: Term) -> bool:
    return term.validity is Validity.EXPIRED


def _surely_holds(term: Term) -> bool:
    """Whether it holds today, rather than to some day of this year."""
    return not _has_ended(term) and (term.validity is Validity.VALID or term.ends is not None)


def _at_an_end(known: list[_Ending], *, last: bool) -> Product | None:
    """The one that ends first or last; ``None`` where that is not known of just one."""
    ranked = sorted(known, key=lambda each: _earliest(each[1]), reverse=last)
    (best, term), (_, next_term) = ranked[0], ranked[1]
    surely = term.last_year != next_term.last_year or (
        term.ends is not None and next_term.ends is not None and term.ends != next_term.ends
    )
    return best if surely else None


def _earliest(term: Term) -> tuple[int, date]:
    year = term.last_year or date.min.year
    return year, term.ends or date(year, 1, 1)


def _end(asked: Asked, product: Product) -> str:
    if not _has(product):
        return asked.t.gettext("end of the certificate not known")
    return ends(product.certificates[0], asked)


def _names(asked: Asked, named: Sequence[Product], products: Sequence[Product]) -> str:
    labels = [choice_label(each, products, asked.catalogue, asked.t, brief=True) for each in named]
    return ", ".join(labels)
