"""Walking in the list last shown: to another page, or back to it."""

from __future__ import annotations

import re
from functools import partial

from msgspec.structs import replace

from handlers.answers import smalltalk
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.pages import Page
from handlers.chat.reply import Outcome
from handlers.chat.topic import ABOUT_PRODUCTS, Topic
from handlers.follow_ups import list_ended
from handlers.follow_ups.numbers_told import LONGEST, WRITTEN, words_and_numbers
from handlers.follow_ups.offered import counted, following_page
from handlers.follow_ups.pointing import about, by_ordinal
from handlers.follow_ups.refining import refined
from handlers.follow_ups.said import FollowUp, Said
from handlers.lists.listing import Listing
from handlers.words.cores import ASKING, ENDING, core, small_words
from handlers.words.wording import body
from knowledge.understanding.question import Intent

_TURNING_LEADS = ASKING | small_words(
    "mo lai go jump turn move skip get on at qua sang den ve lat chuyen nhay len xuong quay "
    "tro lui back return bam one 1 mot o tren cua"
)
_TURNING_TAILS = ENDING | small_words("cua danh sach of the list it this results co gi bot thu ca")
_PAGE = r"(?:trang|pages?|pg|tr|trag|tragn|phan|part)"
_SOME = (
    r"(?:(?:\d{1,2}|nam|five|few|may|nhung|the) )*(?:cai|mon|loai|san pham|sp|ones|items|results)"
)
_FIRST = r"(?:dau|dau tien|first|the first|so mot|mot)"
_LAST = r"(?:cuoi|cuoi cung|chot|last|the last|final|sau cung|chot cung)"
_BEFORE = r"(?:truoc|truoc do|prev\w*|pervious|the previous|before|lien truoc|vua roi)"
_NEXT = r"(?:sau|ke|ke tiep|tiep|tiep theo|next|the next|nua|after)"
_WORDS = {word: number for word, number in WRITTEN.items() if number > 0}
_NUMBER = rf"(?:(?:so|thu|number|no) )?(?P<number>\d{{1,3}}|{'|'.join(_WORDS)})"
_TURNING = re.compile(
    rf"(?:{_PAGE} (?P<first>{_FIRST})|{_FIRST} {_PAGE}|dau (?:danh sach|list|trang)"
    rf"|(?:the )?(?:beginning|start|top))"
    rf"|(?P<last>{_PAGE} {_LAST}|{_LAST} {_PAGE}|cuoi (?:danh sach|list)|het danh sach"
    r"|(?:the )?(?:end|bottom))"
    rf"|(?P<before>{_SOME} {_BEFORE}|{_BEFORE} {_SOME}|{_PAGE} {_BEFORE}|{_BEFORE} {_PAGE}|"
    rf"{_PAGE} lai|lui lai|lui|prev|previous"
    rf"|(?:lui|lui lai|back) (?:1|mot|one|a) {_PAGE})"
    r"|(?P<counts>(?:how many pages|(?:co |con |tong |tat ca |tong cong )*(?:may|bao nhieu) trang)"
    r"(?: are there| left| vay| the| nua| a| tat ca)*)"
    rf"|(?P<next>{_PAGE} {_NEXT}|{_NEXT} {_PAGE}|{_SOME} {_NEXT}|next {_SOME})"
    rf"|{_PAGE} {_NUMBER}|(?P<second>second|third|fourth|fifth|2nd|3rd|4th|5th) {_PAGE}"
)
_LIST = r"(?:danh sach|ds|lists?|list do|bang|ket qua|results?|search results|menu|search|cai list)"
_BACK = re.compile(
    r"(?:(?:quay|tro|lui) (?:lai|ve|ra)(?: ve)?|quai lai|back|go back|going back|get back|come back"
    r"|(?:take|bring) me back|return|xem lai|mo lai|ve|ve lai|show|see|hien lai|again)"
    r"(?: (?:to|the|that|my|previous|last|first|ve|cai|cho|o|tren|toi|xem|full|whole|den|ban dau|"
    r"luc nay|cu|goc|truoc|hoi nay|me))*"
    rf"(?: {_LIST})?"
)
_PLAINLY = re.compile(
    r"(?:(?:take|bring) me )?(?:(?:quay|tro|lui) (?:lai|ve|ra)|quai lai|back|go back|going back|"
    r"get back|return)"
)
_BACK_LEADS = ASKING | small_words("thanks cam on")
_BACK_TAILS = ENDING | small_words(
    "luc hoi truoc dau cu tren o vua lan san pham of above product products earlier from "
    "before khi trang"
)
_TO_GOODS = re.compile(
    r"(?:(?:thoi|a|u|the|vay|ok|oke|gio|cho|minh|em|toi|muon|xin|da|hay|khong|nham|roi) )*"
    r"(?:quay|quai|tro) (?:lai|ve) "
)
_TO_ENTRY = re.compile(_TO_GOODS.pattern + r"(?:ve )?(?:cai|con|mon|loai|san pham|sp)\b")
_OF_A_LIST = re.compile(rf"\b{_LIST}\b")
_SAID_IN_BOTH = frozenset({"back", "list", "next", "page", "menu", "home"})
"""English words that people who write Vietnamese say as well."""


def walked(said: Said) -> FollowUp | None:
    """Another page of the list, or the list once more."""
    text, topic = said.question.text, said.topic
    if said.session.page is None and not topic.shown and not said.session.choices:
        return None
    if len(text) > LONGEST:
        return None
    words = words_and_numbers(text)
    return _turned(words, said) or _gone_back(words, said)


def _turned(words: str, said: Said) -> FollowUp | None:
    """Another page: "trang 2", "page 3", "trang trước", "tới trang cuối"."""
    told = core(_TURNING, words, _TURNING_LEADS, _TURNING_TAILS)
    if told is None:
        return None
    page, session = said.session.page, said.session
    following = following_page(session.choices) or session.following
    if page is None or _is_left(said):
        action = Action.parse(following) if following else None
        on = told["next"] or told["number"] in {"2", "hai", "two"}
        if action is None or not on:
            return None
        return FollowUp(said.question, action=action)
    if told["counts"]:
        return FollowUp(said.question, partial(_no_such_page, page=page, before=False))
    if told["before"] and not _is_shown(page, said.topic):
        return FollowUp(said.question, action=page.at(page.offset))  # from a card
    number = _page_number(told, page)
    if number is not None and 1 <= number <= page.pages:
        return FollowUp(said.question, action=page.turned_to(number))
    if told["next"]:
        return FollowUp(said.question, list_ended.answer)
    return FollowUp(said.question, partial(_no_such_page, page=page, before=bool(told["before"])))


def _page_number(told: re.Match[str], page: Page) -> int | None:
    if told["last"]:
        return page.pages
    if told["before"]:
        return page.number - 1
    if told["next"]:
        return page.number + 1
    if told["number"]:
        written = told["number"]
        return int(written) if written.isdecimal() else _WORDS[written]
    if told["second"]:
        return _WORDS.get(told["second"]) or int(told["second"][0])
    return 1


def _is_left(said: Said) -> bool:
    """Whether what was shown last goes on by itself, as no page of the list does: shops."""
    following, page = said.session.following, said.session.page
    if following is None or page is None:
        return False
    return following[0] != page.action[0]


def _gone_back(words: str, said: Said) -> FollowUp | None:
    """The list once more: "quay lại danh sách", "back"; where it was shown last the page before, or
    the list before it."""
    if said.question.ordinal is not None and _TO_ENTRY.search(words):
        return _to_an_entry(said)
    if core(_BACK, words, _BACK_LEADS, _BACK_TAILS) is None:
        return _to_what_is_named(words, said)
    plainly = core(_PLAINLY, words) is not None
    if not plainly and _OF_A_LIST.search(words) is None:
        return None
    page, question = said.session.page, said.question
    if words in _SAID_IN_BOTH:
        question = replace(question, language_sure=False)
    if page is None:
        return FollowUp(question, smalltalk.listening) if plainly else None
    if not _is_shown(page, said.topic):
        return FollowUp(question, action=page.at(page.offset))
    if plainly and page.offset:
        return FollowUp(question, action=page.turned_to(page.number - 1))
    before = said.session.page_before or page
    return FollowUp(question, action=before.at(before.offset))


def _to_what_is_named(words: str, said: Said) -> FollowUp | None:
    """A list named by its goods: "quay lại nước mắm" is one of those shown, where it was, and no
    counter ("quầy") of them."""
    question, session = said.question, said.session
    if _TO_GOODS.match(words) is None:
        return None
    if not (question.kinds or question.places):
        return None
    for page in (session.page, session.page_before):
        if page is None or page.at(0).verb is not Verb.LIST:
            continue
        _, listing = Listing.parse(page.at(0))
        if listing is None or not set(question.kinds) <= set(listing.kinds):
            continue
        if {place.key for place in question.places} <= set(listing.places):
            return FollowUp(question, action=page.at(page.offset))
    if question.intent is not Intent.OUTLETS:
        return None
    listed = replace(question, intent=Intent.SPECIALITIES, intent_stated=False)
    # A place named alone is one of the goods talked about: "quay lại Đắk Lắk" after coffee
    read = refined(listed, said.topic, said.catalogue) or listed
    return FollowUp(replace(read, intent=Intent.SPECIALITIES, intent_stated=True))


def _to_an_entry(said: Said) -> FollowUp | None:
    """An entry of the list shown, and no counter: "quay lại cái đầu tiên"."""
    ordinal, topic = said.question.ordinal, said.topic
    question = replace(said.question, intent=Intent.UNKNOWN, intent_stated=False, products=())
    if ordinal == 1 and topic.pair:
        return FollowUp(about(question, topic.pair[:1], Intent.PRODUCT))
    entry = by_ordinal(question, topic, said.catalogue)
    if entry is not None and entry.products:
        return FollowUp(entry)
    action = counted(ordinal, said.session) if ordinal is not None else None
    return FollowUp(question, action=action) if action is not None else None


def _is_shown(page: Page, topic: Topic) -> bool:
    """Whether the page is what was shown last, and nothing picked from it."""
    shown = page.codes[page.offset : page.offset + page.size]
    if not shown:
        of_makers = topic.several and len(topic.producers) > 1
        return of_makers or topic.intent is Intent.OUTLETS
    return topic.products == shown and topic.intent not in ABOUT_PRODUCTS


def _no_such_page(asked: Asked, *, page: Page, before: bool) -> Answer:
    """That a list has no such page."""
    t = asked.t
    if page.pages == 1:
        line = t.ngettext(
            "That list has one page, with its only entry.",
            "That list has one page, with all {count} of its entries.",
            page.count,
        )
    elif before:
        line = t.gettext("That was the first page of the list already.")
    else:
        line = t.gettext(
            "That list has {pages} pages, {count} entries in all. Which page shall I show?",
            pages=t.number(page.pages),
            count=t.number(page.count),
        )
    return answered(Outcome.TALK, [body(line)])
