"""Which of the goods of a list are meant: those of some sort of makers, or that came so far.

"sản phẩm của hợp tác xã", "mới đề xuất, chưa công nhận", "cấp huyện công nhận".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.chat.answering import Asked
from handlers.chat.reply import Paragraph
from handlers.words.wording import note
from knowledge.catalogue import Catalogue
from knowledge.certificates import Standing
from knowledge.facts import Certificate, ProducerType, Product, Status
from knowledge.understanding.question import Question
from locales import Translator

_FULL = 5
"""Stars that the ministry alone gives."""
_OF_THE_PROGRAMME = frozenset({Status.CERTIFIED, Status.LISTED})


def those_meant(products: list[Product], question: Question, catalogue: Catalogue) -> list[Product]:
    """Those of some products, in their order."""
    if question.made_by:
        products = [each for each in products if _sort(each, catalogue) in question.made_by]
    if question.standing is None:
        return products
    return [each for each in products if _came_so_far(each, question, question.standing)]


def with_makers(what: str, question: Question, t: Translator) -> str:
    """Goods with those who make them: "trà của hợp tác xã"."""
    if not question.made_by:
        return what
    return t.gettext("{goods} of {makers}", goods=what, makers=sort_name(question.made_by, t))


def with_standing(what: str, question: Question, t: Translator) -> str:
    """Goods with how far they came: "trà ở Sơn La do cấp huyện công nhận"."""
    sentence = {
        Standing.CERTIFIED: t.gettext("{what}, certified", what=what),
        Standing.PROPOSED: t.gettext("{what}, proposed and not certified yet", what=what),
        Standing.DISTRICT: t.gettext("{what} certified by districts", what=what),
        Standing.PROVINCIAL: t.gettext("{what} certified by provinces", what=what),
        Standing.NATIONAL: t.gettext("{what} certified nationally", what=what),
    }
    return sentence[question.standing] if question.standing is not None else what


def sort_name(sorts: tuple[ProducerType, ...], t: Translator) -> str:
    """What makers of some sorts are called."""
    if ProducerType.COOPERATIVE in sorts:
        return t.gettext("cooperatives")
    if ProducerType.COMPANY in sorts:
        return t.gettext("companies")
    if ProducerType.HOUSEHOLD in sorts:
        return t.gettext("household businesses")
    return t.gettext("producers")


def uncertified(asked: Asked, goods: Iterable[Product]) -> str:
    """How many goods of a list asked for by place are not certified; empty where all are, or their
    standing was asked for."""
    question = asked.question
    if question.standing is not None or question.stars is not None:
        return ""
    count = sum(each.status not in _OF_THE_PROGRAMME for each in goods)
    if not count:
        return ""
    return asked.t.ngettext(
        "{count} of them is not certified: proposed only, or a local speciality.",
        "{count} of them are not certified: proposed only, or local specialities.",
        count,
    )


def makers_uncertified(asked: Asked, made: Iterable[Sequence[Product]]) -> list[Paragraph]:
    """How many makers of a list make nothing on it that is certified."""
    question = asked.question
    if question.standing is not None or question.stars is not None:
        return []
    count = sum(all(each.status not in _OF_THE_PROGRAMME for each in goods) for goods in made)
    if not count:
        return []
    line = asked.t.ngettext(
        "{count} of them has only goods that are not certified.",
        "{count} of them have only goods that are not certified.",
        count,
    )
    return [note(line)]


def not_told(asked: Asked, candidates: Iterable[Product]) -> list[Paragraph]:
    """How many of ``candidates`` the list leaves out because it is not known who makes them or who
    certified them."""
    t, question = asked.t, asked.question
    lines = []
    goods = list(candidates)
    if question.made_by:
        unknown = sum(_sort(each, asked.catalogue) is None for each in goods)
        lines += [
            t.ngettext(
                "Of {count} more product I do not know what sort of maker it is from.",
                "Of {count} more products I do not know what sort of maker they are from.",
                unknown,
            )
        ] * bool(unknown)
    if question.standing is not None and question.standing.is_level:
        unknown = sum(_is_unknown(each) for each in goods)
        lines += [
            t.ngettext(
                "Of {count} more product I do not know who certified it.",
                "Of {count} more products I do not know who certified them.",
                unknown,
            )
        ] * bool(unknown)
    return [note(" ".join(lines))] if lines else []


def _sort(product: Product, catalogue: Catalogue) -> ProducerType | None:
    maker = catalogue.producers.get(product.producer) if product.producer else None
    return maker.type if maker is not None else None


def _came_so_far(product: Product, question: Question, standing: Standing) -> bool:
    if standing is Standing.CERTIFIED:
        return product.status in _OF_THE_PROGRAMME
    newest = product.certificates[0] if product.certificates else None
    if standing is Standing.PROPOSED:
        return product.status is Status.CANDIDATE and _is_scored(newest, question)
    return product.status is Status.CERTIFIED and newest is not None and _level(newest) == standing


def _is_scored(proposal: Certificate | None, question: Question) -> bool:
    """Whether a proposal asks for the stars asked about."""
    if question.stars is None:
        return True
    highest = question.stars_up_to or question.stars
    return proposal is not None and question.stars <= proposal.stars <= highest


def _level(certificate: Certificate) -> str | None:
    return Standing.NATIONAL.value if certificate.stars == _FULL else certificate.level


def _is_unknown(product: Product) -> bool:
    if product.status is Status.LISTED:
        return True
    certified = product.status is Status.CERTIFIED
    return certified and (not product.certificates or _level(product.certificates[0]) is None)
