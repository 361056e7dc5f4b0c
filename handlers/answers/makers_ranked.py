"""Which makers have the most products, or so many and more, as far as our own list goes."""

from __future__ import annotations

import re

from handlers.answers.makers import Maker, heading, makers_of
from handlers.answers.not_found import own_count
from handlers.chat.actions import Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph, Role, Run
from handlers.words.naming import cut, maker_label, producer_name
from handlers.words.places import location_phrase
from handlers.words.wording import body, strong, title
from knowledge.facts import PlaceLevel
from knowledge.understanding.meaning.makers_asked import SORTS_MEANT
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import (
    FEWEST,
    MAKER_ANY,
    MOST,
    OF_OTHERS,
    PROVINCES,
    RANKS_MAKERS,
    WHICH,
)

LONGEST_NAME = 60
_NO_STARS = r"\b(?! (?:sao|stars?)\b)"
_MORE_THAN = re.compile(rf"\b(?:tren|hon|over|more than) (?P<count>[1-9]\d?){_NO_STARS}")
_AT_LEAST = re.compile(
    rf"\b(?:tu|it nhat|toi thieu|at least) (?P<from>[1-9]\d?){_NO_STARS}"
    rf"|\b(?P<up>[1-9]\d?){_NO_STARS}(?: \w+){{0,3}} (?:tro len|or more)\b"
)
"""How many are asked for, in folded words."""
_WHICH_OF_GOODS = frozenset({WHICH, OF_OTHERS})
_SORTS = frozenset({MAKER_ANY, *SORTS_MEANT})
_OTHERWISE = frozenset({FEWEST, Intent.CONTACT.value})


def is_asked(question: Question) -> bool:
    """Whether makers are ranked by how many products they have: "công ty nào nhiều sản phẩm nhất",
    "htx có trên 5 sản phẩm"."""
    if RANKS_MAKERS in question.cues:
        return True
    # "chủ thể nào ở Nghệ An có nhiều sản phẩm nhất"
    cues = question.cues
    if not cues >= _WHICH_OF_GOODS or cues.isdisjoint(_SORTS) or not cues.isdisjoint(_OTHERWISE):
        return False
    named = question.producers or any(match.whole for match in question.products[:1])
    if named or len(question.places) > 1:
        return False
    # "tỉnh nào nhiều hợp tác xã nhất", but "tỉnh Cà Mau công ty nào nhiều nhất"
    whole = question.places and question.places[0].level is not PlaceLevel.REGION
    if PROVINCES in cues and not whole:
        return False
    return MOST in question.cues or _least(question) is not None


def answer(asked: Asked) -> Answer:
    """The makers with the most products of what was asked about, each with their number."""
    t, question = asked.t, asked.question
    sorts = next((types for sense, types in SORTS_MEANT.items() if sense in question.cues), ())
    found = [each for each in makers_of(asked) if not sorts or each.producer.type in sorts]
    ranked = sorted(found, key=lambda each: -len(each.products))
    least = _least(question)
    told = heading(asked, sorts)
    if least is None:
        head = t.gettext("{makers}, by how many products of theirs I know", makers=told)
    else:
        ranked = [each for each in ranked if len(each.products) >= least]
        line = t.gettext("{makers}, {least} products or more", makers=told, least=t.number(least))
        head = f"{line} ({t.number(len(ranked))})"
    shown = ranked[: PAGE if least is None else 2 * PAGE]
    choices: list[Choice] = []
    for each in shown[:PAGE]:
        label = maker_label(each.producer, t)
        choices += choice(label, Verb.PRODUCER, each.producer.code)
    none = body(t.gettext("In our list nobody has so many."))
    paragraphs = [
        title(head),
        *([_entry(asked, each) for each in shown] or [none]),
        own_count(asked),
    ]
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(each.products[0].code for each in shown),
        producers=tuple(each.producer.code for each in shown),
        places=question.places,
    )


def _least(question: Question) -> int | None:
    """How many products makers are to have at least; ``None`` where the most are asked for."""
    more = _MORE_THAN.search(question.said)
    if more is not None:
        return int(more["count"]) + 1
    least = _AT_LEAST.search(question.said)
    return int(least["from"] or least["up"]) if least is not None else None


def _entry(asked: Asked, maker: Maker) -> Paragraph:
    """A maker, how many products it has and where it is."""
    t, producer = asked.t, maker.producer
    count = t.ngettext("{count} product", "{count} products", len(maker.products))
    location = producer.location or maker.products[0].location
    where = location_phrase(location, asked.catalogue, t)
    name = strong(cut(producer_name(producer, t), LONGEST_NAME))
    return Paragraph((name, Run(f" – {count} · {where}")), Role.ITEM)
