"""What is meant in place of what was said before: "không phải Hà Giang, Yên Bái", "đổi sang trà",
"tea instead", "the one from Phú Quốc"."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from handlers.chat.session import Session
from handlers.chat.topic import OPEN, names_one, names_subject
from handlers.words.reading import folded
from handlers.words.typed_words import TypedWords, typed_words
from knowledge.understanding.exclusion.diets import INGREDIENTS, with_what_holds
from knowledge.understanding.question import Certainty, Intent, Question, Without

_LONGEST = 80
"""Characters of a message that says no more than that."""
_KEPT = frozenset({Intent.LANGUAGE, Intent.PROGRAMME, Intent.THANKS, Intent.GOODBYE, Intent.SAVED})
"""Intents of messages that are what they say: "đổi sang tiếng Anh"."""
_TOLD_BY = re.compile(
    r"\b(?:khong|ko|kg|hong|hok|k|not|no|bo|thay|doi|chuyen|sua|instead|change|switch|replace|swap|"
    r"ones?|those|rather)\b"
)
"""Folded words of which one is in each of them."""
_OF_SAVING = re.compile(r"\b(?:luu|saved?|unsave)\b")
"""A word that drops something from what was saved: "bỏ lưu"."""

_LEAD = (
    r"(?:(?:thoi|a|u|oi|y|la|ok|oke|okay|um|uh|vay|the|thi|gio|bay gio|minh|toi|tui|em|anh|chi|"
    r"muon|cho|lam on|xin|hay|giup|nham|nham roi|sai|sorry|oh|oops|actually|please|pls|can you|"
    r"could you|let s|i|i d|we|want|would|like|and|but|well|hmm|hi|shop|ad|oi|ban|da|vang|i mean|"
    r"how about|what about|show me|give me|no|nope|khong|ko|,) )*"
)
_TAIL = r"(?: (?:,|please|pls|plz|instead|then|maybe|moi dung|co|nhe|nha|di))*"
_NO = r"(?:khong|ko|kg|hong|hok|k|chang)"
_CORRECTING = re.compile(
    rf"{_LEAD}(?:{_NO} phai(?: la)?|not)(?! (?:want|like|eat|drink|need|a|the)\b)"
    r" (?P<x>[^,]+?)(?: (?:nua|anymore))?"
    r"(?:(?P<rather>(?: ,)? (?:ma la|ma|la|but rather|but|it s))| ,)"
    rf" (?P<y>[^,]+?){_TAIL}"
)
"""One thing denied and another said at once: "not tea, coffee"."""
_TAKING = re.compile(
    rf"{_LEAD}(?:(?:bo|khoi|thoi|dung|loai)(?: qua| het)?|{_NO} (?:phai|can|lay|thich|muon|mua|xem"
    rf"|(?P<eats>uong|an)(?: duoc)?)) (?P<x>[^,]+?)"
    r"(?: (?:nua|ra|di))?(?: ,)?(?: (?:ma|thi|roi))?"
    r" (?:lay|chon|cho xem|cho minh|cho toi|cho em|xem|mua|tim|thay bang|doi sang|doi qua|"
    rf"chuyen sang|chuyen qua|thay vao|sang|qua|chi lay|them) (?P<y>.+?){_TAIL}"
)
"""One thing dropped and another taken: "bỏ Hà Giang, lấy Yên Bái"."""
_CHANGING = re.compile(
    rf"{_LEAD}(?:(?:doi|chuyen|thay doi|thay|sua)(?: (?:lai|het|tiep|luon))?"
    rf"(?: (?P<x>[^,]+?))?(?: ,)? (?:sang|qua|thanh|bang|thanh ra|lai thanh)"
    rf"|(?:change|switch|swap|replace|changed?)(?: (?:it|that|this|the list|over|back))*"
    rf"(?: (?P<x2>[^,]+?))? (?:to|with|for|by|into)) (?P<y>.+?){_TAIL}"
)
"""One thing changed for another: "đổi sang trà", "thay Hà Giang bằng Yên Bái"."""
_INSTEAD = re.compile(
    rf"{_LEAD}(?:(?P<y>[^,]+?) (?:instead of|rather than|thay vi|thay cho) (?P<x>[^,]+?)"
    r"|(?:instead of|rather than|thay vi|thay cho) (?P<x2>[^,]+?) ,(?: thi)?"
    rf" (?P<y2>[^,]+?)"
    rf"|(?:no(?: more)? (?P<x3>[^,]+?) , )?(?P<y3>[^,]+?) instead"
    rf"|instead(?: ,)? (?P<y4>[^,]+?)){_TAIL}"
)
"""One thing in place of another: "tea instead"."""
_THE_ONE = re.compile(
    rf"{_LEAD}(?:(?:(?:the|that|this|just|only|any|some) )*(?:ones?|those|products?)"
    r"(?: (?:that|which) (?:is|are|comes?))?"
    r" (?P<y>(?:made )?(?P<from>from|in|of|at|near|by) (?P<name>.+?))"
    rf"|(?:the )?(?P<y2>[^,]+?) ones?){_TAIL}"
)
"""Those of a list from some place or by some maker: "the one from Phú Quốc"."""
_DROPPING = re.compile(
    rf"{_LEAD}bo(?: qua| het| bot| luon)? (?P<x>[^,]+?)"
    r"(?: (?:ra|di|nhe|nha|luon|het|giup))*"
)
"""Some of a list taken off it: "bỏ Hà Giang"."""
_WAYS = (_TAKING, _CORRECTING, _CHANGING, _INSTEAD)
_ALL = re.compile(r"\b(?:va|voi|hoac|hay|lan|cung|and|or|nor)\b")
"""Words that join what is not wanted."""
_OF_MAKERS = frozenset({"from", "by"})
_UNSURE = frozenset({Certainty.WEAK, Certainty.RIVALS})


def as_meant(question: Question, session: Session, read: Callable[[str], Question]) -> Question:
    """The question for what is meant alone, without what it takes the place of; only where both are
    of one sort, since "not spicy, cakes" corrects nothing."""
    if len(question.text) > _LONGEST or question.intent in _KEPT:
        return question
    said = folded(question.text)
    if _TOLD_BY.search(said) is None or _OF_SAVING.search(said) is not None:
        return question
    words = typed_words(question.text)
    for way in _WAYS:
        match = way.fullmatch(words.folded)
        meant = _replacing(match, words, question, read) if match is not None else None
        if meant is not None:
            return _as_typed(meant, question)
    return (
        _without(question, session, words, read)
        or _of_the_one(question, session, words, read)
        or question
    )


def _without(
    question: Question, session: Session, words: TypedWords, read: Callable[[str], Question]
) -> Question | None:
    """The question for the list without what is taken off it. Without its mark the word looks like
    "bò" and "bơ", and takes off but what is on the list."""
    if not (session.places or session.kinds or session.stars or session.category):
        return None
    match = _DROPPING.fullmatch(words.folded)
    if match is None:
        return None
    less = read(f"trừ {words.of(match, 'x')}")
    there = {place.key for place in less.without.places}.intersection(session.places)
    told = "bỏ" in words.text.lower() or there
    if not less.without or names_subject(less) or not told:
        return None
    return _as_typed(less, question)


def _of_the_one(
    question: Question, session: Session, words: TypedWords, read: Callable[[str], Question]
) -> Question | None:
    """The question for the place or maker told of one of a list: "the ones from Nghệ An"."""
    listed = session.products or session.places or session.kinds or session.stars
    surely = names_subject(question) and question.certainty not in _UNSURE
    match = None if surely or not listed else _THE_ONE.fullmatch(words.folded)
    if match is None:
        return None
    if match["from"] in _OF_MAKERS:
        named = read(words.of(match, "name"))
        # "Nam Yang" is a village as well, and whose coffee is known
        if names_one(named) and not named.places and named.certainty is not Certainty.WEAK:
            return _as_typed(named, question)
    there = read(words.of(match, "y"))
    if not there.places or there.certainty is not Certainty.CLEAR or there.intent not in OPEN:
        return None
    return _as_typed(there, question)


def _replacing(
    match: re.Match[str], words: TypedWords, question: Question, read: Callable[[str], Question]
) -> Question | None:
    """The question for what is meant, if it can be that."""
    dropped = words.of(match, "x")
    if _ALL.search(folded(dropped)) or (
        match.re is _CORRECTING and _ALL.search(folded(words.of(match, "y")))
    ):
        return None
    meant = read(words.of(match, "y"))
    sorts = _sorts(meant)
    if meant.bare and match.re is _CHANGING and question.certainty is Certainty.WEAK:
        return meant  # "đổi sang cái khác"
    if not sorts or meant.intent not in OPEN or meant.without:
        return None
    if not dropped:
        return meant
    other = read(dropped)
    told = match.groupdict()
    if sorts.isdisjoint(_sorts(other)) and not (told.get("rather") and _sorts(other)):
        return None
    # Who eats no fish wants none of it in what is meant either
    within = tuple(kind for kind in other.kinds if kind in INGREDIENTS)
    if told.get("eats"):
        within = with_what_holds(other.kinds)
    within = tuple(kind for kind in within if kind not in meant.kinds)
    return replace(meant, without=Without(kinds=within)) if within else meant


def _sorts(question: Question) -> set[str]:
    """What sorts of things a question surely names."""
    if question.certainty in {Certainty.WEAK, Certainty.NONE} and not question.stars:
        return set()
    goods = question.kinds or question.products or question.producers or question.category
    named = {"place": question.places, "stars": question.stars, "goods": goods}
    return {sort for sort, found in named.items() if found}


def _as_typed(meant: Question, question: Question) -> Question:
    """What is meant, in the language of the whole message."""
    sure = question.language_sure
    return replace(
        meant,
        language=question.language if sure else meant.language,
        language_sure=sure or meant.language_sure,
    )
