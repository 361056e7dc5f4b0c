"""What words point at beside what was shown last: "cái kia", "the one above it", "nhà thứ hai"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from handlers.chat.session import Session
from handlers.chat.topic import ABOUT_PRODUCTS, OF_MAKERS, Topic, names_subject
from handlers.words.cores import small_words
from handlers.words.reading import folded
from handlers.words.typed_words import TypedWords, typed_words
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Certainty, Question
from knowledge.understanding.vocabulary.senses import COMPARE, SAVE_IT, TAKE_IT_OFF, WHERE

_LONGEST = 60
"""Characters of a message that points at one thing and asks something of it."""
_TOLD_BY = re.compile(
    r"\b(?:kia|te|truoc|sau|nay|con lai|other|previous|earlier|before|above|below|after|former|"
    r"latter|dau|thu|nhat|cuoi|chot|first|second|third|fourth|fifth|last|next|tiep|ke|tren|duoi|"
    r"nhi|gan|2nd|1st|3rd|penultimate)\b"
)
"""Folded words of which one is in each of them."""

_ONE = r"(?:cai|con|mon|loai|san pham|sp|thu|hang|chai|hop|goi|em)"
_OF_IT = r"(?: (?:nay|do|kia|no|it|that|this|that one|this one))"
_TO = r"(?:(?:quay|tro|lui|ve) (?:lai|ve) (?:ve )?|(?:go |going )?back to )?"
_OTHER = re.compile(
    rf"\b{_TO}(?:{_ONE} (?:kia(?! cai)|te|con lai|(?:ban|hoi|luc|vua) nay|(?:hoi|luc) truoc)"
    r"|(?:the )?(?:other|previous|earlier|former) (?:one|product|item)"
    r"|(?:the )?(?:one|product|item) (?:before|earlier|from before)(?! \w)"
    rf"|{_ONE} truoc(?: (?:do|kia))?(?! (?:khi|nam|thang|ngay|\d|no\b|nay\b))"
    r"|(?:the )?(?:one|product) i asked (?:about )?(?:before|first))\b"
)
"""The one shown before: "cái kia", "the other one"."""
_FIRST = re.compile(
    rf"\b{_TO}(?:{_ONE} (?:dau|dau tien|thu nhat|so mot|so 1|thu 1|ban dau)"
    r"|(?:the )?(?:first|1st|former) (?:one|product|item)|the former)\b"
)
"""The first of two."""
_LATTER = re.compile(
    rf"\b{_TO}(?:{_ONE} (?:sau|sau cung|thu hai|thu nhi|thu 2|so 2|so hai|cuoi|cuoi cung|phia sau|"
    rf"dang sau){_OF_IT}?"
    r"|(?:the )?(?:second|2nd|latter|last) (?:one|product|item)|the latter)\b"
)
"""The second of two."""
_ABOVE = re.compile(
    rf"\b(?:{_ONE} (?:(?:ngay |lien |o |nam |phia )*(?:truoc|tren){_OF_IT}?|lien truoc)"
    rf"|(?:the )?(?:one|item|product) (?:just |right )?(?:above|before){_OF_IT}?"
    r"|(?:the )?previous (?:one|item|product))(?= |$)(?! (?:khi|nam|thang|ngay|\d))"
)
"""The entry above that shown."""
_BELOW = re.compile(
    rf"\b(?:{_ONE} (?:(?:ngay |lien |o |nam |phia )*(?:sau|duoi){_OF_IT}?|ke tiep|tiep theo|ke|"
    rf"tiep|ke sau|lien sau|tiep nua)"
    rf"|(?:the )?(?:one|item|product) (?:just |right )?(?:below|after|under){_OF_IT}?"
    r"|(?:the )?(?:next|following) (?:one|item|product))(?= |$)"
)
"""The entry below that shown."""
_LAST_BUT_ONE = re.compile(
    rf"\b(?:(?:{_ONE} )?(?:(?:ap|ke) (?:chot|cuoi)|sat cuoi)|{_ONE} gan (?:cuoi|chot)(?: cung)?"
    r"|(?:the )?(?:second|2nd|next)(?: from the| to the| to| but)? last(?: (?:one|item|product))?"
    r"|(?:the )?last but one|(?:the )?penultimate(?: (?:one|item|product))?)\b"
)
_MAKER = r"(?:nha|co so|cty|cong ty|htx|hop tac xa|don vi|ben|doanh nghiep|dn|hang|ho|nha san xuat)"
_COUNTED = (
    ("dau", "dau tien", "thu nhat", "so 1", "so mot", "thu 1", "1", "first", "1st"),
    ("thu hai", "thu 2", "so 2", "so hai", "thu nhi", "2", "second", "2nd"),
    ("thu ba", "thu 3", "so 3", "so ba", "3", "third", "3rd"),
    ("thu tu", "thu 4", "so 4", "so bon", "4", "fourth", "4th"),
    ("thu nam", "thu 5", "so 5", "so nam", "5", "fifth", "5th"),
)
_ORDINALS = {word: at for at, words in enumerate(_COUNTED) for word in words} | dict.fromkeys(
    ("cuoi", "cuoi cung", "chot", "sau cung", "last", "final"), -1
)
_NUMBER = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_MAKER_BY_NUMBER = re.compile(
    rf"\b{_MAKER} (?P<vi>{_NUMBER})\b(?! (?:sao|nam|san pham|sp|thang))"
    rf"|\b(?:the )?(?P<en>{_NUMBER}) (?:maker|producer|company|firm|coop|cooperative|brand)\b"
)
"""One of the makers listed: "nhà thứ hai"."""
_OTHER_PLACE = re.compile(
    r"\b(?:(?:tinh|huyen|xa|thanh pho|cho|noi|vung|que|mien) (?:kia|te|hoi nay|luc nay|con lai|"
    r"truoc do|truoc)|(?:the )?(?:other|previous) (?:province|city|place|town|district))\b"
    r"(?! (?:khi|sap nhap|nam|\d))"
)
"""The place talked about before: "tỉnh kia"."""
_SEVERAL = small_words("hai 2 ca cac nhung may ba 3 bon 4 nam 5 moi all both these two three")
"""Words that make several of what stands behind them."""
_JOINS = small_words("va voi and with vs versus hay hoac or")
"""Words behind which another one is told."""
_WEIGHS = small_words("hon sanh voi vs versus compare compared than")
_ASKED_OF_GOODS = frozenset(intent.value for intent in ABOUT_PRODUCTS)


_Read = Callable[[str], Question]
"""Reads a text by itself."""


class _Pointed(NamedTuple):
    """Where words point: what they are read as instead, and the chat as if that were shown last."""

    match: re.Match[str]
    instead: str
    session: Session


def turned_to(
    question: Question, session: Session, catalogue: Catalogue, read: _Read
) -> tuple[Question, Session]:
    """The question with "that one" in place of words that point elsewhere, and the chat in which
    that is what was shown last; both as they are where nothing points so."""
    as_they_are = question, session
    if len(question.text) > _LONGEST or not (session.products or session.places_before):
        return as_they_are
    if _TOLD_BY.search(folded(question.text)) is None or _names_another(question):
        return as_they_are
    words = typed_words(question.text)
    topic = Topic.of(session, catalogue)
    there = _there(words, question, session, catalogue, read)
    if there is not None:
        return there, session
    pointed = _maker(words.folded, session, topic, catalogue)
    pointed = pointed or _entry(words.folded, question, session, topic)
    if pointed is None:
        return as_they_are
    meant = read(words.with_instead(pointed.match, _in(question, pointed.instead)))
    if _names_another(meant):
        return as_they_are
    meant = _in_its_language(meant, question)
    if pointed.session.products:
        meant = _as_before(meant, topic)
    return replace(meant, ordinal=None), pointed.session


def _names_another(question: Question) -> bool:
    """Whether it names what it is about; the "lưu" of "lưu cái kia" is in no name."""
    if question.cues.isdisjoint({SAVE_IT, TAKE_IT_OFF}):
        return names_subject(question)
    return question.certainty is Certainty.CLEAR or bool(question.kinds or question.places)


def _in(question: Question, instead: str) -> str:
    """Words to point with, in the language asked in."""
    vietnamese, english = instead.split("|")
    return english if question.language == "en" else vietnamese


def _entry(words: str, question: Question, session: Session, topic: Topic) -> _Pointed | None:
    """Another product than that shown, or one of two compared."""
    if COMPARE in question.cues:
        return None
    for pattern, find in _ENTRIES:
        if question.ordinal is not None and topic.listed and find in (_first, _latter):
            continue  # as any "cái thứ hai" is read
        match = pattern.search(words)
        if match is None or _means_several(words, match):
            continue
        code = find(topic)
        if code is not None:
            return _Pointed(match, "cái đó|that one", _showing(code, session, topic))
    return None


def _means_several(words: str, match: re.Match[str]) -> bool:
    before, behind = words[: match.start()].split(), words[match.end() :].split()
    return (bool(before) and before[-1] in _SEVERAL) or (bool(behind) and behind[0] in _JOINS)


def _as_before(question: Question, topic: Topic) -> Question:
    """The question, for what was asked of the one shown where nothing else is asked."""
    asks = question.intent_stated or not question.cues.isdisjoint({WHERE, *_ASKED_OF_GOODS})
    if asks or not question.bare or topic.intent not in ABOUT_PRODUCTS or topic.intent is None:
        return question
    return replace(question, intent=topic.intent, intent_stated=True)


def _other(topic: Topic) -> str | None:
    """The one of two that is not shown, else the entry before it."""
    if topic.pair:
        return topic.pair[0]
    if topic.several and topic.intent in ABOUT_PRODUCTS:
        return topic.product_before  # rather than those that may be meant by the name said last
    two = _two(topic)
    if topic.product is None or topic.product not in two:
        return None
    return two[0] if two[1] == topic.product else two[1]


def _two(topic: Topic) -> tuple[str, ...]:
    """The two products talked about, in their order; empty where there are not just two."""
    for shown in (topic.products, topic.listed):
        if len(shown) == len(("first", "second")):
            return shown
    return topic.pair if not topic.listed else ()


def _first(topic: Topic) -> str | None:
    two = _two(topic)
    return two[0] if two else None


def _latter(topic: Topic) -> str | None:
    two = _two(topic)
    return two[1] if two else None


def _beside(topic: Topic, step: int) -> str | None:
    """The entry so far from the one product shown, in the list it was picked from."""
    listing = topic.listing
    sequence = listing.codes if listing is not None else topic.listed
    if topic.product is None or topic.product not in sequence:
        return None
    at = sequence.index(topic.product) + step
    return sequence[at] if 0 <= at < len(sequence) else None


def _last_but_one(topic: Topic) -> str | None:
    shown = topic.shown
    return shown[-2] if len(shown) > 1 else None


_ENTRIES: tuple[tuple[re.Pattern[str], Callable[[Topic], str | None]], ...] = (
    (_LAST_BUT_ONE, _last_but_one),
    (_OTHER, _other),
    (_FIRST, _first),
    (_LATTER, _latter),
    (_ABOVE, lambda topic: _beside(topic, -1)),
    (_BELOW, lambda topic: _beside(topic, 1)),
)
"""Words that point at an entry, and which it is."""


def _showing(code: str, session: Session, topic: Topic) -> Session:
    """The chat as if one product were shown last."""
    shown = topic.product
    before = shown if shown is not None and shown != code else session.product_before
    return replace(session, products=(code,), producers=(), product_before=before)


def _maker(words: str, session: Session, topic: Topic, catalogue: Catalogue) -> _Pointed | None:
    """One of the makers listed last, or of the products listed, by its number."""
    if not topic.several:
        return None
    match = _MAKER_BY_NUMBER.search(words)
    if match is None or not _WEIGHS.isdisjoint(words.split()):
        return None
    listed = topic.intent in OF_MAKERS and len(topic.producers) > 1
    made_by = [catalogue.products[code].producer for code in topic.products]
    makers = list(topic.producers) if listed else [code for code in made_by if code]
    at = _ORDINALS[match["vi"] or match["en"]]
    if at >= len(makers) or (not listed and len(makers) < len(made_by)):
        return None
    alone = replace(session, producers=(makers[at],), products=())
    return _Pointed(match, "nhà sản xuất đó|that producer", alone)


def _there(
    words: TypedWords, question: Question, session: Session, catalogue: Catalogue, read: _Read
) -> Question | None:
    """The question of the one place talked about before that of now, by its name."""
    match = _OTHER_PLACE.search(words.folded)
    before = session.places_before
    if match is None or len(before) != 1 or len(session.places) != 1:
        return None
    place = catalogue.places.get(before[0])
    if place is None or COMPARE in question.cues or _means_several(words.folded, match):
        return None
    meant = read(words.with_instead(match, place.name))
    if not meant.places:
        return None
    meant = replace(meant, places=(place,), place_rivals=False, products=(), producers=())
    return _in_its_language(meant, question)


def _in_its_language(meant: Question, question: Question) -> Question:
    if not question.language_sure:
        return meant
    return replace(meant, language=question.language, language_sure=True)
