"""Which rules of the programme a question comes nearest to, by the words they share."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise
from math import log

from handlers.reading import folded
from knowledge.catalogue import Catalogue
from knowledge.facts import ProgrammeFact, ProgrammeTopic

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
    "gcn": "giay chung nhan",
    "qd": "quyet dinh",
    "htx": "hop tac xa",
    "atttp": "an toan thuc pham",
    "attp": "an toan thuc pham",
    "diem ban": "trung tam",
    "xuat khau": "thi truong kho tinh",
    "export": "thi truong kho tinh",
    "exported": "thi truong kho tinh",
    **dict.fromkeys(
        ("thu phi", "mat phi", "ton phi", "dong phi", "mat tien", "ton tien", "fee", "fees"),
        "le phi",
    ),
    "bao lau": "hieu luc",
    "may nam": "hieu luc",
    "bao nhieu nam": "hieu luc",
    "how long": "hieu luc",
}
"""Folded ways to ask, with the words that the rules have for it."""
_OTHERWISE = re.compile(rf"\b(?:{'|'.join(_SAID_OTHERWISE)})\b")
_SMALL = frozenset(
    (
        *("ai", "bao", "ca", "cac", "can", "cho", "co", "con", "cua", "da", "de", "den", "di"),
        *("do", "duoc", "gi", "hay", "khi", "khong", "la", "lai", "lam", "len", "mot", "muon"),
        *("nam", "nao", "nay", "ngay", "nguoi", "nhieu", "nhung", "o", "ocop", "pham", "phai"),
        *("ra", "san", "sao", "sau", "sp", "thang", "the", "thi", "thoi", "tu", "va", "vao"),
        *("ve", "voi", "xin", "nhan", "cong", "a", "an", "and", "are", "be", "by", "does", "for"),
        *("from", "how", "is", "of", "or", "product", "products", "star", "stars", "to", "what"),
    )
)
"""Folded words of talk, and those that nearly every rule has."""


def rules_asked(
    text: str, kinds: Collection[str], topic: ProgrammeTopic, catalogue: Catalogue
) -> list[ProgrammeFact]:
    """The rules that were asked for, nearest first: of the topic understood, or of one of which a
    rule comes much nearer. Empty where the question shares too little with any."""
    names = [catalogue.kinds[key].names["vi"][0] for key in kinds if key in catalogue.kinds]
    found = _nearness(text, names, catalogue)
    nearest = max(found, key=lambda each: each[1])
    ours = max(value for rule, value in found if rule.topic is topic)
    if nearest[1] > ours + MUCH_NEARER:
        topic, ours = nearest[0].topic, nearest[1]
    near = [
        each for each in found if each[0].topic is topic and each[1] >= max(NEAR, AS_NEAR * ours)
    ]
    return [rule for rule, _ in sorted(near, key=lambda each: -each[1])]


def topic_near(text: str, catalogue: Catalogue) -> ProgrammeTopic | None:
    """The topic of the rule that a question comes nearest to, where it comes near one."""
    rule, nearness = max(_nearness(text, (), catalogue), key=lambda each: each[1])
    return rule.topic if nearness >= NEAR else None


def _nearness(
    text: str, names: Collection[str], catalogue: Catalogue
) -> list[tuple[ProgrammeFact, float]]:
    """Each rule with what it shares with a question: much for what is rare among the rules."""
    rules = catalogue.facts.programme
    said = _OTHERWISE.sub(
        lambda found: f"{found.group()} {_SAID_OTHERWISE[found.group()]}", folded(text)
    )
    worth = {
        sign: weight * log(len(rules) / shared)
        for sign, weight in _signs(said)
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
