"""Which of what was shown is made nearer to a place: "nhà nào gần Hà Nội hơn"."""

from __future__ import annotations

import re
from functools import partial

from msgspec.structs import replace

from handlers.answers.nearby import accuracy, distance_phrase
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.reply import Outcome, Paragraph
from handlers.chat.topic import Topic, names_one
from handlers.follow_ups.said import FollowUp, Said
from handlers.geography.spots import DOUBT_KM, Spot, kilometres_between, spot_of
from handlers.lists.entries import product_choices
from handlers.words.cores import small_words
from handlers.words.naming import choice_label
from handlers.words.places import location_phrase, place_name
from handlers.words.reading import words_alone
from handlers.words.wording import body, item, note
from knowledge.facts import Place, Product
from knowledge.understanding.question import Certainty, Intent
from knowledge.understanding.vocabulary.senses import ENDED, ENDING

_LONGEST = 60
_NEARER = re.compile(
    r"\b(?:gan|xa)\b(?: \w+){0,5}? (?:hon|nhat)\b|\b(?:closer|closest|nearer|nearest|farther|"
    r"farthest|further)\b"
)
_OTHERS = re.compile(r"\bco\b.*\b(?:khong|ko|hong|k)$|\b(?:any|anything|anywhere|there|else)\b")
_NO_DISTANCE = small_words("nhan cap chung giong bang nghia vi moi newly recently")
"""Words of which one is in what is near in time or alike: "gần đây nhất được công nhận"."""
_TWO = 2


def weighed(said: Said) -> FollowUp | None:
    """Which of several shown is nearer to the place named, else where each is made."""
    question, topic = said.question, said.topic
    codes = _shown(topic)
    if len(codes) < _TWO or len(question.text) > _LONGEST or question.place_rivals:
        return None
    if question.kinds or question.category or names_one(question) or len(question.places) > 1:
        return None
    if not question.cues.isdisjoint({ENDED, ENDING}):
        return None  # "cái nào gần hết hạn nhất"
    words = words_alone(question.text)
    if _NEARER.search(words) is None or _OTHERS.search(words) is not None:
        return None  # "có chỗ nào gần hơn không"
    if not _NO_DISTANCE.isdisjoint(words.split()):
        return None
    read = replace(
        question,
        intent=Intent.COMPARE,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        places=(),
        producers=(),
    )
    to = question.places[0] if question.places else None
    return FollowUp(read, partial(_told, codes=codes, to=to))


def _shown(topic: Topic) -> tuple[str, ...]:
    """The products among which one is to be told."""
    page = topic.listing
    if topic.several and page is not None and len(page.codes) == page.count:
        return page.codes
    if topic.several:
        return topic.products[:PAGE]
    return topic.pair or (topic.listed[:PAGE] if topic.product is None else ())


def _told(asked: Asked, *, codes: tuple[str, ...], to: Place | None) -> Answer:
    """How far each is made from the place, as the crow flies; where each is made, if we are told
    no place."""
    t, catalogue = asked.t, asked.catalogue
    products = [catalogue.products[code] for code in codes]
    spots = {each.code: spot_of(each.location, catalogue) for each in products}
    placed: list[tuple[Product, Spot]] = []
    for each in products:
        spot = spots[each.code]
        if spot is not None:
            placed.append((each, spot))
    if to is None or to.latitude is None:
        products = products[:PAGE]
        lines: list[Paragraph] = [item(_line(asked, each, products, "")) for each in products]
        hint = t.gettext("Tell me a province or town, and I will say which is nearer to it.")
        told = [*lines, body(hint)]
        return answered(
            Outcome.ANSWER, told, product_choices(asked, products), products=codes[:PAGE]
        )
    ordered = sorted(placed, key=lambda each: _rank(each[1], to))
    told = []
    if _is_surely_first([spot for _, spot in ordered], to):
        name = choice_label(ordered[0][0], products, catalogue, t, brief=True)
        line = t.gettext(
            "Of these, made nearest to {place}: {name}.", place=place_name(to, t), name=name
        )
        told.append(body(line))
    for each, spot in ordered[:PAGE]:
        about = distance_phrase(kilometres_between(to, spot.place), t)
        told.append(item(_line(asked, each, products, about)))
    missing = [each for each in products if spots[each.code] is None]
    shown = [*(each for each, _ in ordered), *missing][:PAGE]
    told += [item(_line(asked, each, products, "")) for each in shown if each in missing]
    told.append(note(accuracy((spot for _, spot in placed), t)))
    return answered(
        Outcome.ANSWER,
        told,
        product_choices(asked, shown),
        products=tuple(each.code for each in shown),
    )


def _rank(spot: Spot, point: Place) -> float:
    return kilometres_between(point, spot.place) + DOUBT_KM[spot.precision]


def _is_surely_first(spots: list[Spot], point: Place) -> bool:
    """Whether the first one is nearer however wide the places are that are known of the next."""
    if len(spots) < _TWO:
        return False
    next_at_least = kilometres_between(point, spots[1].place) - DOUBT_KM[spots[1].precision]
    return _rank(spots[0], point) < next_at_least


def _line(asked: Asked, product: Product, products: list[Product], about: str) -> str:
    name = choice_label(product, products, asked.catalogue, asked.t, brief=True)
    where = location_phrase(product.location, asked.catalogue, asked.t)
    return f"{name} – {where}" + (f": {about}" if about else "")
