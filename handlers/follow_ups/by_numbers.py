"""Entries of the list last shown, by their numbers: "2,3", "so sánh 1 với 3", "giá cái 12"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from handlers.answers import comparison, smalltalk
from handlers.chat.actions import Action
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome
from handlers.chat.topic import ABOUT_PRODUCTS, Topic, names_one
from handlers.follow_ups import weighing
from handlers.follow_ups.beside import side_by_side
from handlers.follow_ups.numbers_told import (
    LONGEST,
    asks_price,
    marked_numbers,
    only_numbers,
    words_and_numbers,
)
from handlers.follow_ups.picking import picked_by_name
from handlers.follow_ups.pointing import about, entry_at, is_far_on
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.wording import body
from knowledge.understanding.question import Intent

_MIDDLE = re.compile(
    r"\b(?:cai|con|mon|loai|san pham|sp|muc|dong|cai thu) (?:o |nam |dung )*(?:chinh )?giua\b"
    r"|^(?:o |chinh )?giua$|\bmiddle (?:one|item|product)\b|\bthe middle$|\bone in the middle\b"
)
_WHOLE = re.compile(
    r"\b(?:cuoi|cuoi cung|chot|sau cung) (?:(?:trong|cua|o|tren) )?"
    r"(?:(?:ca|toan bo|het) )?(?:cai )?(?:danh sach|ds|list)\b"
    r"|\b(?:last|final)(?: (?:one|item|product|entry))? (?:in|of|on) (?:the |this |your )?"
    r"(?:whole |entire |full )?list\b"
)
"""The last of all entries, and not of those on the page."""
_LAST = -1
FEWEST_IN_LIST = 2
FEWEST_WITH_MIDDLE = 3
_WEIGHS = re.compile(r"\b(?:hon|nhat|better|best|cheaper|nicer|nen|should|ngon|tot|re|dat)\b")


def picked(said: Said) -> FollowUp | None:
    """What is asked of entries by their numbers: "2,3", "so sánh 1 với 3", "giá cái 12"."""
    question, topic = said.question, said.topic
    whole = topic.listing.codes if topic.listing is not None else ()
    if max(len(topic.shown), len(whole)) < FEWEST_IN_LIST:
        return None
    asks = question.intent_stated and question.intent in ABOUT_PRODUCTS - {Intent.PRODUCT}
    numbers = only_numbers(question.text)
    asks = asks and not numbers  # the "dau" of "2 cai dau" asks for no place
    numbers = numbers or _in_the_middle(question.text, len(topic.shown))
    if question.ordinal == _LAST and topic.page is not None and _is_of_the_whole(question.text):
        numbers, asks = [topic.page.count], asks and question.intent is not Intent.SPECIALITIES
    if question.places and asks_price(question.text):
        price = replace(question, intent=Intent.PRICE, intent_stated=True)
        question, asks = replace(price, places=(), products=(), kinds=()), True
    if not numbers and not question.places and (asks or not names_one(question)):
        numbers = marked_numbers(question.text)
        if numbers and len(numbers) == 1 and numbers[0] <= len(topic.shown):
            return None  # as any "cái thứ hai" is read
    if not numbers or 0 in numbers:
        return None
    if len(numbers) == 1 and question.ordinal == numbers[0] <= len(topic.shown):
        return None
    codes = _entries(numbers, topic)
    if len(codes) < len(numbers):
        if picked_by_name(question, topic, said.catalogue) is not None:
            return None  # "loại 38" has 38 degrees in its name
        return _beyond(max(numbers), said)
    if len(codes) == 1:
        intent = question.intent if asks else Intent.PRODUCT
        one = replace(question, kinds=(), stars=None, category=None, intent_stated=True)
        return FollowUp(about(one, tuple(codes), intent))
    several = replace(question, kinds=(), stars=None, category=None, places=(), ordinal=None)
    if asks:
        return FollowUp(about(several, tuple(codes), question.intent))
    weighed = weighs(question.text) or len(codes) > comparison.COMPARED_AT_MOST
    beside = side_by_side(several, *((code,) for code in codes))
    return FollowUp(beside, weighing.answer if weighed else comparison.answer)


def weighs(text: str) -> bool:
    """Whether a message asks which of several is better, rather than to see them side by side."""
    return _WEIGHS.search(words_and_numbers(text)) is not None


def _entries(numbers: list[int], topic: Topic) -> list[str]:
    """The products of some numbers: all of them counted on the page, or all from the first one."""
    if len(numbers) > 1 and topic.listing is not None and max(numbers) > len(topic.shown):
        whole = topic.listing.codes
        return [whole[number - 1] for number in numbers if number <= len(whole)]
    return [code for number in numbers if (code := entry_at(number, topic)) is not None]


def _is_of_the_whole(text: str) -> bool:
    return len(text) <= LONGEST and _WHOLE.search(words_and_numbers(text)) is not None


def _in_the_middle(text: str, count: int) -> list[int]:
    """The number of the entry in the middle, or of the two: "cái ở giữa"."""
    if (
        count < FEWEST_WITH_MIDDLE
        or len(text) > LONGEST
        or not _MIDDLE.search(words_and_numbers(text))
    ):
        return []
    return [count // 2 + 1] if count % 2 else [count // 2, count // 2 + 1]


def _beyond(number: int, said: Said) -> FollowUp:
    """The page where an entry stands that is not known by its number; else how many there are."""
    found = beyond(number, said.topic)
    if isinstance(found, Action):
        return FollowUp(said.question, action=found)
    return FollowUp(said.question, found)


def not_there(ordinal: int, said: Said) -> FollowUp:
    """That an ordinal is no entry of the list that is talked about, or of none."""
    if said.topic.listed and ordinal > len(said.topic.shown):
        return _beyond(ordinal, said)
    return FollowUp(said.question, smalltalk.no_such_number)


def beyond(number: int, topic: Topic) -> Action | Callable[[Asked], Answer]:
    """What to do where a number means no entry that is known by it: show its page, or tell how many
    entries there are."""
    page = topic.page
    if page is None or (topic.listing is None and page.codes and not is_far_on(topic)):
        count = len(topic.shown)
    elif number <= page.count:
        return page.turned_to(1 + (number - 1) // page.size)
    else:
        count = page.count
    return partial(_no_such_entry, number=number, count=count)


def _no_such_entry(asked: Asked, *, number: int, count: int) -> Answer:
    """That the list ends before a number."""
    t = asked.t
    if count == 1:
        line = t.gettext("That list has only one entry, so no number {number}.", number=str(number))
        return answered(Outcome.TALK, [body(line)])
    line = t.ngettext(
        "There is only {count} entry in that list, so no number {number}.",
        "There are {count} entries in that list, so no number {number}. Pick one from 1 to "
        "{count}.",
        count,
        number=t.number(number),
    )
    return answered(Outcome.TALK, [body(line)])
