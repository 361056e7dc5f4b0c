"""Which rules of the programme a question comes nearest to, by the words they share."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise
from math import log

from handlers.words.reading import folded
from knowledge.catalogue import Catalogue
from knowledge.facts import ProgrammeFact, ProgrammeTopic
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import (
    ABROAD,
    FEE,
    HOW_LONG,
    LEARNT_FROM,
    SALES_POINT,
)

NEAR = 3.0
"""From this a rule is what was asked about: it shares two words in a row that hardly any other
has."""
AS_NEAR = 0.6
"""Share of the nearest rule's nearness from which another one answers as well."""
MUCH_NEARER = 4.5
"""How much nearer a rule of another topic comes, to be what was asked about."""
_OF_A_KIND, _OF_A_NUMBER, _OF_A_WORD = 4.0, 2.5, 0.3
"""What the name of a kind, a number of a decision or year, and a single word count for, beside two
rare words in a row."""
_LEAST_LETTERS = 4
"""A shorter word without its marks means too many things."""
_DIGITS_OF_AN_AMOUNT = 2
_WORDS = re.compile(r"\w+")
_SAID_OTHERWISE = {
    FEE: "le phi",
    HOW_LONG: "hieu luc",
    SALES_POINT: "trung tam",
    ABROAD: "thi truong kho tinh",
    LEARNT_FROM: "moi lang",
}
"""Ways to ask, with the folded words that the rules have for it."""
_SMALL = frozenset(
    (
        *("ai", "bao", "ca", "cac", "can", "cho", "co", "con", "cua", "da", "de", "den", "di"),
        *("dieu", "kien"),
        *("do", "duoc", "gi", "hay", "khi", "khong", "la", "lai", "lam", "len", "mot", "muon"),
        *("nam", "nao", "nay", "ngay", "nguoi", "nhieu", "nhung", "o", "ocop", "pham", "phai"),
        *("ra", "san", "sao", "sau", "sp", "thang", "the", "thi", "thoi", "tu", "va", "vao"),
        *("ve", "voi", "xin", "nhan", "cong", "a", "an", "and", "are", "be", "by", "does", "for"),
        *("from", "how", "is", "of", "or", "product", "products", "star", "stars", "to", "what"),
    )
)
"""Folded words of talk, and those that nearly every rule has."""


def rules_asked(
    question: Question, topic: ProgrammeTopic, catalogue: Catalogue
) -> list[ProgrammeFact]:
    """The rules that were asked for, nearest first: of the topic understood, or of one of which a
    rule comes much nearer. Empty where the question shares too little with any."""
    named = (catalogue.kinds[key] for key in question.kinds if key in catalogue.kinds)
    found = _nearness(question, [kind.names["vi"][0] for kind in named], catalogue)
    nearest = max(found, key=lambda each: each[1])
    ours = max(value for rule, value in found if rule.topic is topic)
    if nearest[1] > ours + MUCH_NEARER:
        topic, ours = nearest[0].topic, nearest[1]
    near = [
        each for each in found if each[0].topic is topic and each[1] >= max(NEAR, AS_NEAR * ours)
    ]
    return [rule for rule, _ in sorted(near, key=lambda each: -each[1])]


def topic_near(question: Question, catalogue: Catalogue) -> ProgrammeTopic | None:
    """The topic of the rule that a question comes nearest to, where it comes near one."""
    rule, nearness = max(_nearness(question, (), catalogue), key=lambda each: each[1])
    return rule.topic if nearness >= NEAR else None


def _nearness(
    question: Question, names: Collection[str], catalogue: Catalogue
) -> list[tuple[ProgrammeFact, float]]:
    """Each rule with what it shares with a question: much for what is rare among the rules."""
    rules = catalogue.facts.programme
    otherwise = (words for sense, words in _SAID_OTHERWISE.items() if sense in question.cues)
    said = dict.fromkeys(
        sign
        for words in (folded(question.text), question.said, *otherwise)
        for sign in _signs(words)
    )
    worth = {
        sign: weight * log(len(rules) / shared)
        for sign, weight in said
        if (shared := sum(sign in _written(rule) for rule in rules))
    }
    return [
        (
            rule,
            sum(value for sign, value in worth.items() if sign in _written(rule))
            + _OF_A_KIND * any(_names(rule, name) for name in names),
        )
        for rule in rules
    ]


def _signs(text: str) -> Iterator[tuple[str, float]]:
    words = _WORDS.findall(text)
    for word in words:
        if word.isdecimal() and len(word) > _DIGITS_OF_AN_AMOUNT:
            yield word, _OF_A_NUMBER
        elif len(word) >= _LEAST_LETTERS and word not in _SMALL:
            yield word, _OF_A_WORD
    for first, second in pairwise(words):
        if _SMALL.isdisjoint((first, second)) and not (first + second).isdecimal():
            yield f"{first} {second}", 1.0


@lru_cache(maxsize=512)
def _written(rule: ProgrammeFact) -> frozenset[str]:
    texts = (rule.text_vi, rule.text_en)
    return frozenset(sign for text in texts for sign, _ in _signs(folded(text)))


def _names(rule: ProgrammeFact, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", rule.text_vi, re.IGNORECASE) is not None
