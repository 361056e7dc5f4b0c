"""A kind named right after a product or its maker: what that maker makes of the kind."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.topic import (
    ABOUT_PRODUCTS,
    MOST_MEANT,
    OPEN,
    Topic,
    beyond_doubt,
    names_kind_alone,
)
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Question


def of_its_own(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The maker's own goods of the kind: "còn nước mắm" after Mắm tôm Lê Gia."""
    if question.places or question.stars or question.intent not in OPEN:
        return None
    if question.makers is not None or not names_kind_alone(question, catalogue):
        return None
    told_one = topic.product is not None or len(topic.producers) == 1
    maker = topic.maker(catalogue) if told_one else None
    if maker is None:
        return None
    made = [
        product.code
        for product in catalogue.products_of(maker)
        if catalogue.is_at(product, kinds=question.kinds) and product.code != topic.product
    ]
    if not made:
        return None
    # "chè tôm nõn" is what one of them is called
    called_so = {match.code for match in question.products if match.whole}
    made = [code for code in made if code in called_so] or made
    before = topic.intent
    carried = question.refers_back and before in ABOUT_PRODUCTS and before is not Intent.PRODUCER
    return replace(
        question,
        intent=before if carried and before is not None else Intent.PRODUCT,
        products=beyond_doubt(*made[:MOST_MEANT]),
        producers=(),
        certainty=Certainty.CLEAR if len(made) == 1 else Certainty.RIVALS,
    )
