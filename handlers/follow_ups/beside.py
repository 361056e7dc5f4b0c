"""What a follow-up wants to see beside what was shown: "so sánh cái 1 với cái 2"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import Topic, beyond_doubt, names_one
from handlers.follow_ups.pointing import entry_at
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Match, Question
from knowledge.understanding.vocabulary.senses import COMPARE, ORG, THAT_MAKER

_ORDINAL = "ordinal:"


def compared_with_shown(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """A comparison of entries of the list last shown, or of the product last shown with another."""
    if COMPARE not in question.cues or question.compared or question.places:
        return None
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
    others = question.products or _likest(question, topic.product, catalogue)
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


def _likest(question: Question, shown: str, catalogue: Catalogue) -> tuple[Match, ...]:
    """What a producer makes that is most like the product shown."""
    kinds = set(catalogue.products[shown].kinds)
    made = catalogue.products_of(question.producers[0].code)
    alike = sorted(made, key=lambda product: -len(kinds.intersection(product.kinds)))
    return beyond_doubt(*(product.code for product in alike[:1]))


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
