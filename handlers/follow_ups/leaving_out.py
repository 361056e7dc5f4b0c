"""A list asked for again without what is not wanted: "trừ Phú Quốc ra", "tỉnh khác có không"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec.structs import replace

from handlers.answers import specialities
from handlers.chat.topic import Topic, names_subject, of_its_list
from handlers.follow_ups.said import FollowUp, Said
from handlers.lists.leaving_out import tells_of_diet
from knowledge.catalogue import Catalogue
from knowledge.facts import Place, Product
from knowledge.understanding.question import Certainty, Intent, Question, Without
from knowledge.understanding.vocabulary.senses import OTHER_PLACES


def of_the_list(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The list last shown without what is not wanted of it: "trừ Phú Quốc ra"; ``None`` where
    something else is asked or no list was shown."""
    without = question.without
    if OTHER_PLACES in question.cues and not names_subject(question):
        return _from_elsewhere(question, topic, catalogue)
    asks = without and not names_subject(question)
    # A list may hold a single product
    one = topic.product is not None and topic.intent is not Intent.SPECIALITIES
    if asks and one and topic.product is not None and (without.kinds or without.places):
        return _of_the_kind_shown(question, topic, catalogue.products[topic.product])
    if not asks or not topic.has_list or one:
        return None
    return replace(
        of_its_list(question, topic),
        places=tuple(place for place in topic.places if place not in without.places),
        stars=None if topic.stars in without.stars else topic.stars,
        category=None if topic.category in without.categories else topic.category,
        kinds=tuple(kind for kind in topic.kinds if kind not in without.kinds),
        not_known="",
    )


def _of_the_kind_shown(question: Question, topic: Topic, shown: Product) -> Question | None:
    """Others of the kind of the product shown, without what is not wanted: "no peanuts" of sesame
    candy; ``None`` where that is the kind itself."""
    kinds = tuple(kind for kind in shown.kinds[:1] if kind not in question.without.kinds)
    if not kinds:
        return None
    listed = of_its_list(question, topic)
    return replace(listed, places=(), stars=None, category=None, kinds=kinds, not_known="")


def another_place(said: Said) -> FollowUp | None:
    """The same of a province that is still to be named: "tỉnh khác"."""
    if not _asks_another_place(said.question, said.topic):
        return None
    return FollowUp(said.question, specialities.pick_province)


def _asks_another_place(question: Question, topic: Topic) -> bool:
    """Whether another place than that whose goods were listed is asked for, and not by its name."""
    some = topic.kinds or topic.category or topic.stars
    listed = topic.intent is Intent.SPECIALITIES and bool(topic.places) and not some
    return listed and OTHER_PLACES in question.cues and question.bare


def _from_elsewhere(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The same goods from other places than those of the list last shown, or than the provinces of
    the products shown: "tỉnh khác có không"."""
    shown = [catalogue.products[code] for code in topic.products]
    kinds = topic.kinds or _kinds_of_all(shown)
    places = topic.places or _provinces_of(shown, catalogue)
    some = kinds or topic.stars or topic.category
    if not (some and places) or question.ordinal is not None:
        return None
    return replace(
        of_its_list(question, topic),
        places=(),
        kinds=kinds,
        without=question.without.joined(Without(places=places)),
    )


def _kinds_of_all(products: Sequence[Product]) -> tuple[str, ...]:
    """The main kind of most of some products."""
    mains = Counter(product.kinds[0] for product in products if product.kinds)
    return tuple(kind for kind, _ in mains.most_common(1))


def _provinces_of(products: Iterable[Product], catalogue: Catalogue) -> tuple[Place, ...]:
    """The provinces of today that some products are from."""
    codes = dict.fromkeys(product.location.province for product in products)
    return tuple(catalogue.province(code) for code in codes)


def with_wider_kinds(question: Question, catalogue: Catalogue) -> Question:
    """A question that names only what is not wanted, as one of the wider kind: "no peanut candy" is
    of other candy. All others as they are."""
    if not question.without.kinds or question.intent is not Intent.UNKNOWN:
        return question
    if tells_of_diet(question):
        return question
    parents = (catalogue.kinds[kind].parents for kind in question.without.kinds)
    # Who wants no dried mango wants other dried fruit, or other mango
    wider = tuple(dict.fromkeys(chain.from_iterable(parents)))
    if not wider or names_subject(question):
        return question
    asked = replace(question, kinds=wider, intent=Intent.SPECIALITIES, intent_stated=True)
    return replace(asked, certainty=Certainty.CLEAR, not_known="")
