"""Which of the products shown is best: only what is known, the stars, can tell."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.answers import comparison
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome
from handlers.chat.topic import MOST_MEANT, Topic, beyond_doubt
from handlers.follow_ups import ends_told, told_apart
from handlers.follow_ups.said import FollowUp, Said
from handlers.lists.entries import entries, product_choices
from handlers.words.reading import folded
from handlers.words.wording import body
from knowledge.catalogue import Catalogue, best_first
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import OTHER_PLACES, PROVINCES, RANKING

_TASTES = {
    **{"cay": "cay", "ngot": "ngọt", "man": "mặn", "chua": "chua", "beo": "béo", "dang": "đắng"},
    **{"thom": "thơm", "gion": "giòn", "deo": "dẻo", "mem": "mềm", "cung": "cứng", "dai": "dai"},
    **{"dam": "đậm", "nhat": "nhạt", "lat": "lạt", "chat": "chát", "bui": "bùi", "ngay": "ngậy"},
    **{word: word for word in ("spicy", "sweet", "salty", "sour", "bitter", "crispy", "soft")},
    **{"spicier": "spicy", "sweeter": "sweet", "saltier": "salty", "milder": "mild"},
    **{word: word for word in ("hot", "mild", "strong", "crunchy", "chewy", "fragrant")},
}
"""Words for how something tastes, as folded letters, with the word that a name would have."""

_WHICH_TASTES = re.compile(
    r"(?:(?:co |trong do )?(?:cai|loai|mon|thu|hang|vi|san pham) nao (?:la |thi |co )?(?:vi )?"
    r"(?:it |hoi |khong |ko |k )?(?P<vi>\w+)(?: hon| nhat| khong| ko| k| the| vay| a| nhi)*"
    r"|which(?: one| ones| of them| of these)?(?: is| are)?(?: the)?(?: most| more| least)? ?"
    r"(?P<en>\w+))[?!. ]*"
)


def weighed(said: Said) -> FollowUp | None:
    """What was shown, told apart by a taste, stars or years."""
    found = _tasted(said.question, said.topic, said.catalogue)
    found = found or _told_by_facts(said.question, said.topic)
    if found is None:
        return None
    named = found.intent is not Intent.COMPARE
    return FollowUp(found, None if named else answer)


def _tasted(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """Which of the list tastes so, "cái nào cay": those named after it, else nothing can tell.

    Without marks such a word may read as a kind ("cay" as cáy, a crab): it is none here.
    """
    found = _WHICH_TASTES.fullmatch(folded(question.text))
    word = _TASTES.get(found["vi"] or found["en"]) if found is not None else None
    shown = topic.products if topic.several else topic.listed or topic.products
    if word is None or not shown or question.places or OTHER_PLACES in question.cues:
        return None
    called = re.compile(rf"\b{word}\b")
    pool = [catalogue.products[code] for code in shown]
    if topic.kinds:
        pool += catalogue.products_at(topic.places, stars=topic.stars, kinds=topic.kinds)
    named = dict.fromkeys(
        product.code
        for product in pool
        if called.search(f"{product.name} {product.name_en}".casefold())
    )
    return replace(
        question,
        intent=Intent.PRODUCT if named else Intent.COMPARE,
        intent_stated=True,
        certainty=Certainty.CLEAR if len(named) == 1 else Certainty.RIVALS,
        products=beyond_doubt(*list(named or shown)[:MOST_MEANT]),
        producers=(),
        kinds=(),
        category=None,
    )


def _told_by_facts(question: Question, topic: Topic) -> Question | None:
    """Which of those shown has more stars or was recognised first, where nothing else is named:
    "cấp trước", "sao cao hơn là loại nào"."""
    shown = topic.products if topic.several else topic.listed
    # "nước mắm nào cấp trước" says again what was listed
    others = not set(question.kinds) <= set(topic.kinds)
    named = others or question.places or question.producers or question.compared
    unsure = question.certainty in {Certainty.NONE, Certainty.WEAK} or not question.products
    # "tỉnh nào nhiều sao nhất" asks of provinces, whatever was listed
    of_places = question.cues >= {RANKING, PROVINCES}
    if not told_apart.is_asked(question) or len(shown) < 2 or named or of_places or not unsure:
        return None
    return replace(
        question,
        intent=Intent.COMPARE,
        certainty=Certainty.RIVALS,
        products=beyond_doubt(*shown),
    )


def answer(asked: Asked) -> Answer:
    """Say honestly what we cannot tell, and set the products asked about in order of stars."""
    t = asked.t
    no_guess = body(
        t.gettext(
            "I know no prices and have not tasted anything, so I cannot say which is cheaper or "
            "nicer. What I do know is how many stars each was given:"
        )
    )
    products = asked.products
    opening = tuple(told_apart.told(asked, products))
    if not opening and ends_told.is_asked(asked.question):
        opening = tuple(ends_told.told(asked, products[: ends_told.MOST_TOLD]))
    opening = opening or (no_guess,)
    if 1 < len(products) <= comparison.COMPARED_AT_MOST:
        question = replace(asked.question, certainty=Certainty.CLEAR)
        return comparison.answer(replace(asked, question=question)).after(*opening)
    ranked = sorted(products[:MOST_MEANT], key=best_first)
    hint = body(t.gettext("Pick one and I will tell you who sells it, to ask for the price."))
    return answered(
        Outcome.ANSWER,
        [*opening, *entries(asked, ranked), hint],
        product_choices(asked, ranked),
        products=tuple(product.code for product in ranked),
        places=asked.question.places,
    )
