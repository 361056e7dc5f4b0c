"""One answered question as a flat record: what ``ocop ask --json`` prints."""

from __future__ import annotations

from handlers.chat.reply import Outcome
from handlers.conversation import Turn
from knowledge.base import Knowledge
from knowledge.catalogue import Catalogue
from knowledge.facts import Place, PlaceLevel
from knowledge.understanding.question import Question

PRODUCTS_TOLD = 10

_FORMER = {PlaceLevel.FORMER_PROVINCE, PlaceLevel.DISTRICT, PlaceLevel.FORMER_COMMUNE}

Record = dict[str, object]


def record(turn: Turn, knowledge: Knowledge, milliseconds: float) -> Record:
    """The record of a turn.

    ``milliseconds`` is the time from the text to the reply. ``products`` are those the reply
    answers about or offers, best first, at most ten, followed by the question's other readings;
    ``places`` are today's provinces, with the name asked for when that was a former unit.
    """
    question, reply, catalogue = turn.question, turn.reply, knowledge.catalogue
    return {
        "question": question.text,
        "language": turn.language,
        "intent": question.intent.value,
        "outcome": reply.outcome.value,
        "products": _products(turn, catalogue),
        "producers": _producers(turn, catalogue),
        "places": [
            told
            for place in question.places or turn.answer.places
            for told in _places(place, catalogue)
        ],
        "filters": {
            "stars": question.stars,
            "category": question.category.value if question.category else None,
            "kind": question.kinds[0] if question.kinds else None,
        },
        "text": reply.text,
        "choices": [{"label": each.label, "action": each.action} for each in reply.choices],
        "ms": round(milliseconds, 3),
    }


def _products(turn: Turn, catalogue: Catalogue) -> list[Record]:
    question = turn.question
    scores = {match.code: match.score for match in question.products}
    codes = list(turn.answer.products)
    if turn.reply.outcome is not Outcome.NOT_FOUND and not question.producers:
        codes += [code for code in scores if code not in codes]
    told: list[Record] = []
    for code in dict.fromkeys(codes):
        product = catalogue.products.get(code)
        if product is None:
            continue
        told.append(
            {
                "code": code,
                "name_vi": product.name_vi,
                "name_en": product.name_en,
                "province": catalogue.province(product.location.province).name,
                "stars": product.stars,
                "score": round(scores.get(code, 1.0), 4),
            }
        )
    return told[:PRODUCTS_TOLD]


def _producers(turn: Turn, catalogue: Catalogue) -> list[Record]:
    question: Question = turn.question
    scores = {match.code: match.score for match in question.producers}
    codes = dict.fromkeys((*turn.answer.producers, *scores))
    return [
        {
            "code": code,
            "name": catalogue.producers[code].name,
            "score": round(scores.get(code, 1.0), 4),
        }
        for code in codes
        if code in catalogue.producers
    ]


def _places(place: Place, catalogue: Catalogue) -> list[Record]:
    former = place.name if place.level in _FORMER else None
    told: list[Record] = []
    for code in place.provinces:
        name = catalogue.province(code).name
        # Under a name that is also today's, nothing former was asked for.
        told.append({"code": code, "name": name, "former": former if former != name else None})
    return told
