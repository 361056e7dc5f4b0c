"""A sort of what was listed, told by a word that names other goods as well: "rượu", then "loại
ngâm"; "oolong tea", then "and black"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.chat.topic import ABOUT_PLACES, ABOUT_PRODUCTS, MOST_MEANT, OPEN, Topic
from handlers.follow_ups.of_both_kinds import of_both
from handlers.follow_ups.pointing import about
from handlers.words.cores import ENDING, small_words
from handlers.words.naming import producer_of
from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from knowledge.text.letters import fold
from knowledge.understanding.kinds.kinds_meant import QUALITY
from knowledge.understanding.question import Certainty, Intent, Question

_LONGEST = 40
"""Characters of a message that tells no more than a sort."""
_MOST_WORDS = 2
_LEADS = small_words(
    "the and con cai mon thu hang dang loai nao co vay va la thi cho xem lay what about which is "
    "one ones kind type some any"
)
_TAILS = ENDING | small_words("ones one kind type sort hon please co")
_SORT = small_words("loai hang dang kind type")
"""Folded words before a sort, though it is called like other goods: "loại sữa" of chocolate."""
_COLOURS = frozenset(("đen", "trắng", "đỏ", "tím", "nâu", "den", "trang", "nau"))
"""Sorts that are small words elsewhere; without marks those that nearly always are colours here."""
_WORD = re.compile(r"\w+")


def of_a_sort(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """Those listed whose name has the word in it; the kind that it makes with a wider one."""
    listed = topic.product is None or topic.intent in ABOUT_PLACES
    if not (topic.kinds and listed) or len(question.text) > _LONGEST:
        return None
    if topic.intent in ABOUT_PRODUCTS and topic.maker(catalogue) is not None:
        return None  # a sort of that maker's
    if question.places or question.stars or question.category or question.producers:
        return None
    if question.intent not in OPEN or question.intent_stated:
        return None
    written, pointed = _sort_in(question.text)
    if not 0 < len(written) <= _MOST_WORDS or not _may_tell_apart(question, written, pointed):
        return None
    if question.kinds and (
        {*question.kinds} <= {*topic.kinds, *catalogue.kinds_below(topic.kinds)}
        or of_both(question, topic, catalogue) is not None
    ):
        return None  # "loại chuối" of liquor is a kind
    found = _kind_so(written, question, topic, catalogue)
    if question.certainty is Certainty.NONE and not question.bare:
        return found  # words of names are looked for as others are
    found = found or _called_so(written, question, topic, catalogue)
    if found is None and pointed and not question.kinds and not question.bare:
        return _none_so(written, question, topic, catalogue)
    return found


def _sort_in(text: str) -> tuple[list[str], bool]:
    """The words of a message without the small ones around them, and whether those tell that a
    sort is named."""
    words = _WORD.findall(text.casefold())
    pointed = False
    while words and fold(words[0]) in _LEADS and words[0] not in _COLOURS:
        pointed = pointed or fold(words[0]) in _SORT
        words.pop(0)
    while words and fold(words[-1]) in _TAILS and words[-1] not in _COLOURS:
        words.pop()
    return words, pointed


def _may_tell_apart(question: Question, written: list[str], pointed: bool) -> bool:
    """Whether the words name nothing by themselves, or so many goods that those shown are meant."""
    if question.kinds:
        return pointed and question.kinds != (QUALITY,)
    if question.bare:
        return written[0] in _COLOURS
    if question.certainty is Certainty.NONE:
        return pointed
    whole = bool(question.products) and question.products[0].whole
    return bool(question.products) and (pointed or not whole)


def _called_so(
    written: list[str], question: Question, topic: Topic, catalogue: Catalogue
) -> Question | None:
    listed = catalogue.products_at(
        topic.places, stars=topic.stars, category=topic.category, kinds=topic.kinds
    )
    found = [product.code for product in listed if _has(product, written)]
    if not found or len(found) == len(listed):
        return None
    makers = (producer_of(product, catalogue) for product in listed)
    if any(maker is not None and _is_in(maker.name, written) for maker in makers):
        return None  # who makes it, rather than a sort
    return about(replace(question, kinds=()), tuple(found[:MOST_MEANT]), Intent.PRODUCT)


def _has(product: Product, written: list[str]) -> bool:
    """Whether a name has the words in it, with their marks where they are written with any."""
    return any(_is_in(name or "", written) for name in (product.name_vi, product.name_en))


def _is_in(name: str, written: list[str]) -> bool:
    typed = " ".join(written)
    words = " ".join(_WORD.findall(name.casefold()))
    return f" {typed} " in f" {fold(words) if typed.isascii() else words} "


def _kind_so(
    written: list[str], question: Question, topic: Topic, catalogue: Catalogue
) -> Question | None:
    """The list of the kind that the words make with the one listed or one above it: "loại ngâm" of
    liquor, "and black" after oolong tea."""
    typed = fold(" ".join(written))
    for above in (*topic.kinds, *_above(topic.kinds, catalogue)):
        names = catalogue.kinds[above].names
        called = {fold(f"{name} {typed}") for name in names.get("vi", ())}
        called |= {fold(f"{typed} {name}") for name in names.get("en", ())}
        for key in sorted(catalogue.kinds_below((above,))):
            forms = {fold(form) for each in catalogue.kinds[key].names.values() for form in each}
            if not called.isdisjoint(forms) and key not in topic.kinds:
                return replace(
                    question,
                    intent=Intent.SPECIALITIES,
                    certainty=Certainty.CLEAR,
                    products=(),
                    places=topic.places,
                    stars=topic.stars,
                    kinds=(key,),
                )
    return None


def _none_so(
    written: list[str], question: Question, topic: Topic, catalogue: Catalogue
) -> Question:
    """That there is none so of what was listed, rather than what else is called like it."""
    names = catalogue.kinds[topic.kinds[0]].names
    called = (names.get(question.language) or names["vi"])[0]
    told = " ".join(written)
    return replace(
        question,
        intent=Intent.PRODUCT,
        intent_stated=True,
        certainty=Certainty.NONE,
        products=(),
        kinds_beside=topic.kinds,
        not_known=f"{told} {called}" if question.language == "en" else f"{called} {told}",
    )


def _above(kinds: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(above for kind in kinds for above in catalogue.kinds[kind].parents)
