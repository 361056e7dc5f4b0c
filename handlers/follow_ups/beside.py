"""What a follow-up wants to see beside what was shown: "so sánh cái 1 với cái 2"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import ABOUT_PRODUCTS, Topic, beyond_doubt, names_one
from handlers.follow_ups.pointing import entry_at
from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from knowledge.understanding.question import Certainty, Intent, Match, Question
from knowledge.understanding.vocabulary.senses import COMPARE, ORG, THAT_MAKER

_ORDINAL = "ordinal:"
_THAN = "so voi"


def compared_with_shown(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """A comparison of entries of the list last shown, or of the product last shown with another."""
    if COMPARE not in question.cues or question.compared:
        return None
    if question.places:
        return _with_those_of_a_place(question, topic, catalogue)
    ordinals = ordinals_in(question)
    if ordinals and not names_one(question):
        return _entries(question, ordinals, topic)
    of_makers = not question.cues.isdisjoint({THAT_MAKER, ORG})
    if of_makers and len(topic.producers) > 1 and not names_one(question):
        best = [_shown_of(maker, topic, catalogue) for maker in topic.producers[:2]]
        return side_by_side(question, *((code,) for code in best))
    asks = question.intent is Intent.COMPARE or question.refers_back
    if not asks or topic.product is None or not names_one(question):
        return None
    others = question.products or _likest(question.producers[0].code, topic.product, catalogue)
    maker = catalogue.products[others[0].code].producer if others else None
    if question.products and maker and not (others[0].whole or question.kinds):
        # "so với Lê Gia" beside a fish sauce means the fish sauce of that maker
        others = _likest(maker, topic.product, catalogue, than=others[0].code) or others
    if not others or others[0].code == topic.product:
        return None
    return side_by_side(question, (topic.product,), others)


def ordinals_in(question: Question) -> list[int]:
    """The ordinals of a question, in the order counted; the last one comes last."""
    found = [
        int(sense.removeprefix(_ORDINAL)) for sense in question.cues if sense.startswith(_ORDINAL)
    ]
    return sorted(found, key=lambda ordinal: (ordinal < 0, ordinal))


def _entries(question: Question, ordinals: list[int], topic: Topic) -> Question | None:
    codes = [code for ordinal in ordinals if (code := entry_at(ordinal, topic)) is not None]
    if len(codes) < len(ordinals):
        return None
    if len(codes) == 1 and topic.product is not None:
        codes.insert(0, topic.product)
    elif ordinals == [1] and topic.several:
        codes = list(topic.products[:2])  # "so sánh hai cái đầu"
    if len(set(codes)) < 2:
        return None
    return side_by_side(question, *((code,) for code in codes))


def _shown_of(maker: str, topic: Topic, catalogue: Catalogue) -> str:
    """What a producer makes that was shown, else the best it makes."""
    made = [product.code for product in catalogue.products_of(maker)]
    return next((code for code in topic.products if code in made), made[0])


def _likest(
    maker: str, shown: str, catalogue: Catalogue, than: str | None = None
) -> tuple[Match, ...]:
    """What a producer makes that is most like the product shown; more so than another one."""
    kinds = set(catalogue.products[shown].kinds)

    def likeness(product: Product) -> int:
        return len(kinds.intersection(product.kinds))

    made = [each for each in catalogue.products_of(maker) if each.code != shown]
    alike = sorted(made, key=likeness, reverse=True)[:1]
    if than is not None and alike and likeness(alike[0]) <= likeness(catalogue.products[than]):
        return ()
    return beyond_doubt(*(product.code for product in alike))


def _with_those_of_a_place(
    question: Question, topic: Topic, catalogue: Catalogue
) -> Question | None:
    """The product shown beside those of its kind from a place: "so với Cửa Lò"."""
    if topic.product is None or topic.intent not in ABOUT_PRODUCTS or question.place_rivals:
        return None
    if question.kinds or question.products or _THAN not in question.said:
        return None
    kinds = catalogue.products[topic.product].kinds[:1]
    there = catalogue.products_at(question.places, kinds=kinds) if kinds else []
    others = [each.code for each in there if each.code != topic.product][:2]
    if not others:
        return None
    beside = side_by_side(question, (topic.product,), *((code,) for code in others))
    return replace(beside, places=(), kinds=())


def side_by_side(question: Question, *sides: tuple[str | Match, ...]) -> Question:
    """A comparison of these, each by its code or by what it was read as."""
    compared = tuple(
        tuple(each if isinstance(each, Match) else Match(each, 1.0) for each in side)
        for side in sides
    )
    return replace(
        question,
        intent=Intent.COMPARE,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=tuple(side[0] for side in compared),
        producers=(),
        compared=compared,
    )
