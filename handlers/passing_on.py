"""Requests to be passed on to a producer, which no answer can do: it says so, and whom to reach.

A telephone number in a message is one that somebody leaves to be called back: nothing is looked up
by it, and it is kept nowhere.
"""

from __future__ import annotations

import re
from dataclasses import replace

from handlers import contacts
from handlers.actions import Verb
from handlers.answering import PAGE, Answer, Asked, answered
from handlers.naming import cut, producer_name
from handlers.next_steps import choice
from handlers.reading import folded
from handlers.reply import Outcome
from handlers.topic import Topic, names_subject
from handlers.wording import body
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Intent, Match, Question

_TELEPHONE = re.compile(r"(?<![\d.,])(?:\+ ?84|0)(?:[ .\-]?\d){9,10}(?!\d)")

_SELF = r"(?:minh|toi|em|e|anh|a|chi|c|tui|tao|to|con|chau|co|chu|bac|shop|ben (?:minh|em|toi))"
_HELPING = r"(?:giup|gium|dum|ho|giup do)"
_MAKER = (
    r"(?:htx|hop tac xa|cong ty|cty|ct|nha san xuat|nsx|co so|doanh nghiep|xuong|hang|nha lam|"
    r"nha cung cap|ncc|ho san xuat|chu the|ben (?:do|ay|kia|ban|san xuat|lam|htx|cong ty)|"
    r"ben cong ty|ho\b|nguoi ban|nguoi lam|nguoi san xuat|chu)"
)
_WORD = r"(?:loi nhan|tin nhan|yeu cau|nhu cau|loi|tin)"
_NOT_A_WORD = r"(?! (?:cam on|chao|chuc|hoi tham|khuyen|khen|gop y|tuc))"
_ASKED_FOR = re.compile(
    "|".join(
        (
            rf"\b(?:gui|chuyen|chuyen tiep|truyen|truyen dat|chuyen dat)"
            rf"(?: {_HELPING})?(?: {_SELF})?(?: cai| mot| 1)? {_WORD}\b{_NOT_A_WORD}",
            rf"\b(?:gui|chuyen|chuyen tiep) (?:{_HELPING} )?(?:{_SELF} )?(?:don hang|don|"
            rf"don dat hang|thong tin|so dien thoai|so|thac mac|cau hoi|de nghi)(?: (?:nay|do|"
            rf"cua {_SELF}|{_SELF}|mua si|mua hang))* (?:nay )?(?:cho|toi|den|qua|sang) {_MAKER}",
            rf"\b(?:nhan|nhan tin|nhan lai|nhan loi|truyen dat|chuyen loi|goi|goi dien) {_HELPING}"
            rf"(?: cho)? (?:{_SELF}|{_MAKER}|voi|cai|la)\b",
            rf"(?<!ket )\b(?:bao|noi|hoi|nhan|nhan tin|dat|dat hang|lien he|goi|goi dien|trao doi)"
            rf"(?: lai)? {_HELPING}(?: {_SELF})? (?:voi |cho )?(?:ben|{_MAKER})\b(?! nao)",
            rf"(?<!ket )\b(?:bao|noi|nhan tin|nhan lai|nhan nhu)(?: lai)? (?:voi|cho) {_MAKER}\b"
            r"(?! nao)",
            rf"\bde lai (?:loi nhan|tin nhan|thong tin|lien he|so|so dien thoai|dien thoai|sdt)"
            rf"\b(?! cua (?!{_SELF}\b))",
            rf"\b(?:goi|goi dien|lien he|nhan tin|lien lac|phan hoi|bao) lai (?:cho )?{_SELF}\b",
            rf"\b{_MAKER} (?:do |nay |ay )?(?:goi|goi dien|lien he|nhan tin|lien lac)"
            rf" (?:lai )?(?:cho |voi )?(?:minh|toi|em|tui)\b",
            r"\b(?:forward|pass(?:ing)?(?: \w+)? on|relay|convey|transmit|submit|send|leave|drop"
            r"|pass)(?! (?:me|us|it to me|a review)\b)(?: (?:my|a|an|the|this|them|him|her|our"
            r"|some|one|short|it|out|along|on|buying|purchase|wholesale|bulk|new))*"
            r" (?:messages?|requests?|inquiry|inquiries|enquiry|enquiries|rfq|note|order|word)\b",
            r"\b(?:forward|pass|send|leave|give)(?: \w+){0,4} (?:my|our) (?:phone |mobile )?"
            r"(?:contact )?(?:number|phone|info|information|details|contact)\b",
            r"\b(?:call|contact|message|email|text|write(?: to)?|ask|tell|notify|inform|phone)"
            r" (?:\w+ ){1,4}(?:for me|on my behalf)\b",
            r"\b(?:call|phone|contact|text|message|write|get|ring|reach|email)(?: back)?(?: to)?"
            r" me(?: back)?\b(?<!get me)",
            r"\b(?:pass|forward) (?:this|it|that|them|my words?)(?: on)?(?: to)?\b",
        )
    )
)
_FOR_THE_KEEPER = re.compile(r"\b(?:gop y|admin|quan tri|bot|khieu nai|feedback|complain\w*)\b")


def is_asked(question: Question) -> bool:
    """Whether something is to be passed on to a producer, or a telephone number is left."""
    if question.intent in {Intent.FEEDBACK, Intent.PRIVACY, Intent.SAVED}:
        return False
    if _TELEPHONE.search(question.text) and not names_subject(question):
        return True  # "cần mua miến dong, lh 09..." asks for miến dong
    typed = folded(question.text)
    if _FOR_THE_KEEPER.search(typed):
        return False
    return any(_ASKED_FOR.search(text) for text in {typed, question.said})


def of_whom(question: Question, topic: Topic, catalogue: Catalogue) -> Question:
    """The question with the producers it may name, else the one told last, else none."""
    most = {Certainty.CLEAR: 1, Certainty.RIVALS: PAGE}.get(question.certainty, 0)
    named: list[str | None] = [match.code for match in question.producers[:most]]
    if not (named or question.kinds):
        goods = question.products[:most]
        named = [catalogue.products[each.code].producer for each in goods]
    codes = dict.fromkeys(code for code in named if code in catalogue.producers)
    if not codes:
        codes = dict.fromkeys([topic.maker(catalogue)])
    return replace(
        question,
        intent=Intent.CONTACT,
        intent_stated=True,
        products=(),
        producers=tuple(Match(code, 1.0) for code in codes if code is not None),
    )


def answer(asked: Asked) -> Answer:
    """That nothing is passed on, how to reach the producer, and where feedback goes."""
    t = asked.t
    lines = [
        body(
            t.gettext(
                "I cannot pass messages, orders or phone numbers on to producers: what you write "
                "here does not reach them, so please contact them yourself."
            )
        )
    ]
    if _TELEPHONE.search(asked.question.text):
        lines.append(body(t.gettext("I do not look anything up by the number you typed.")))
    keeper = body(
        t.gettext("What you write through “Feedback” reaches only whoever keeps this bot.")
    )
    feedback = choice(t.pgettext("button", "Feedback"), Verb.FEEDBACK)
    named = [asked.catalogue.producers[match.code] for match in asked.question.producers[:PAGE]]
    if len(named) != 1:
        lines.append(
            body(t.gettext("Name the producer or product, and I will tell you how to reach them."))
        )
        offered = [
            each
            for maker in named
            for each in choice(cut(producer_name(maker, t), 45), Verb.PRODUCER_CONTACT, maker.code)
        ]
        return answered(Outcome.TALK, [*lines, keeper], [*offered, *feedback])
    given = contacts.of_producer(asked, named[0])
    paragraphs = (*lines, *given.reply.paragraphs, keeper)
    choices = (*given.reply.choices, *feedback)
    return replace(given, reply=replace(given.reply, paragraphs=paragraphs, choices=choices))
