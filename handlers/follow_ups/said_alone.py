"""What a word or two ask only after something was shown: "shop", "which provinces", "không có 5 sao
thì 4 sao"; and that another question will come."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.answers import ranking, smalltalk
from handlers.chat.topic import ABOUT_PLACES, Topic, names_one, of_its_list
from handlers.follow_ups.pointing import about
from handlers.follow_ups.said import FollowUp, Said
from handlers.lists.listing import Listing
from handlers.words.reading import words_alone
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import MOST, ORIGIN

LONGEST = 70
"""Characters of a message that says no more than that."""
_SHOPS = re.compile(
    r"(?:(?:any|the|which|what|co|cac|nhung|may) )*shops?"
    r"(?: (?:nao|gi|dau|o dau|khong|ko|k|vay|zay|z|the|nhi|where|please|pls|ocop|there|here|"
    r"o do|do))*"
)
_CALLS = frozenset({"shop the", "shop vay", "shop k", "shop do"})
"""Words to whoever keeps a shop, rather than for one."""
_PROVINCES = re.compile(
    r"(?:(?:and|ok|so|but|in|from|of|at|con|the|la|vay|a|nhung|cac|o|tu|thuoc|cua|co o|"
    r"trong|san xuat|"
    r"lam) )*"
    r"(?:(?:which|wich|what) prov\w*|provinces?|by provinces?|(?:which|what) (?:regions?|areas?)|"
    r"tinh(?: thanh)? nao|tinh(?: thanh)?|tinh thanh|may tinh|theo tinh|nhung tinh)"
    r"(?: (?:are|is|it|they|them|from|in|make|makes|made|making|produce|produces|has|have|"
    r"sell|sells|"
    r"this|these|those|the|most|more|co|lam|san xuat|nhieu|nhat|hon|vay|the|a|nhi|ha|ban|nao|"
    r"shop|zay|"
    r"ay|do|thoi))*"
)
_THANKS = (
    r"(?:(?:ok|oke|okay|thanks?|thank you|thankyou|thx|tks|ty|cheers|great|good|got it|noted|well "
    r"noted|khong can nua|khong can|thoi|i see|all right|alright|cool|nice|so much|a lot|"
    r"very much|and|now|well|da|vang|cam on|"
    r"cam on ban|ban|shop|ad|nhe|nha|nhieu|roi|a|em|hieu|biet|ghi nhan|da|duoc|tot|hay|qua|the|"
    r"vay|gio|minh|anh|chi) )*"
)
_ANOTHER = re.compile(
    _THANKS + r"(?:"
    r"(?:(?:i|ive|ve|have|got|can|may|could|let|me|ask|just|would like to|want to|to|you|still) )*"
    r"(?:another|one more|one other|1 more|a new|new|next|a different|different|other|more|"
    r"some more|"
    r"a few more|a second|second|further) (?:questions?|thing|qs?|query|queries)"
    r"(?: (?:please|pls|for you|now|then|to ask|if i may|first))*"
    r"|(?:(?:cho|xin|xin phep|de|muon|can|lai|gio|con|em|minh|toi|anh|chi|tui|chau|co|tien|"
    r"phep|moi|"
    r"nho|lam on|duoc) )*"
    r"hoi (?:them|tiep|nua|cai khac|cau khac|chuyen khac|viec khac|san pham khac|"
    r"ve cai khac|ti|chut|xiu|"
    r"ty|1|mot|cai nua|them|cau nua|lai|cau|cai)"
    r"(?: (?:1|mot|hai|vai|may|cau|cai|dieu|chut|ti|ty|xiu|nua|them|khac|nhe|nha|a|voi|"
    r"duoc khong|ban|"
    r"shop|ad|di|la|em|minh|thoi|duoc|khong|san pham|chuyen|viec|nhi))*"
    r")"
)
_STAR = r"(?: ?(?:sao|stars?|s))?"
_NONE = (
    r"(?:khong|ko|k|kg|hong|chua|chang|het|no|not|none|without|isn t|aren t|is no|are no)"
    r"(?: (?:co|con|thay|duoc|loai|cai|ra|any|with|of|at|available|found|there|is|are))*"
)
_INSTEAD = re.compile(
    r"(?:(?:ok|oke|thoi|neu|if|vay|a|ma|nhung|but|and|or|there|there s|there is|there are|when) )*"
    rf"(?:[1-5]{_STAR} (?:(?:ma|thi|neu|cung) )?{_NONE}|{_NONE} [1-5]{_STAR})(?: (?:nao|nua|"
    rf"then|thi|vay|the|found|available|ones?|a|show|me|give|so|ok|just|"
    r"lay|cho|xem|minh|em|toi|tim|loai|cai|sang|xuong|cung|how about|what about|i|take|ll|will|"
    rf"qua|try))* (?P<stars>[1-5]){_STAR}"
    r"(?: (?:cung|duoc|dc|ok|oke|cung duoc|cung ok|di|nhe|nha|a|vay|thoi|then|ones?|please|pls|is|"
    r"fine|will|do|instead|too|okay|good|co khong|khong|nao|thi sao))*"
)


def as_meant(question: Question, topic: Topic) -> Question:
    """The question, for where to buy what was shown where "shop" is all that is said."""
    if len(question.text) > LONGEST or not (topic.products or topic.has_list):
        return question
    words = words_alone(question.text)
    if "shop" not in words or words in _CALLS or _SHOPS.fullmatch(words) is None:
        return question
    bare = replace(question, bare=True, intent_stated=True, language_sure=False)
    if topic.places and not topic.kinds and topic.intent in ABOUT_PLACES:
        there = replace(bare, intent=Intent.OUTLETS, certainty=Certainty.CLEAR)
        return replace(there, places=topic.places)
    return replace(bare, intent=Intent.WHERE_TO_BUY)


def asked(said: Said) -> FollowUp | None:
    """Another question announced, the provinces of a list, or other stars instead of those that
    there are none of."""
    question, topic = said.question, said.topic
    if len(question.text) > LONGEST or question.places or names_one(question):
        return None
    if not (topic.products or topic.has_list):
        return None
    words = words_alone(question.text)
    if _ANOTHER.fullmatch(words) is not None:
        return FollowUp(question, smalltalk.listening)
    if not topic.has_list:
        return None
    instead = _INSTEAD.fullmatch(words)
    if instead is not None:
        listing = Listing(
            tuple(place.key for place in topic.places),
            int(instead["stars"]),
            topic.category,
            topic.kinds,
        )
        return FollowUp(question, action=listing.whole)
    if _PROVINCES.fullmatch(words) is None:
        return None
    whole = of_its_list(question, topic)
    if _goes_beyond_what_is_seen(topic):
        return FollowUp(replace(whole, intent=Intent.STATISTICS), ranking.answer)
    # A short list, or one product of it, tells where each is from
    seen = topic.several and topic.intent in ABOUT_PLACES and not {ORIGIN, MOST} & question.cues
    if topic.product is not None and question.intent is Intent.UNKNOWN:
        return FollowUp(about(question, topic.products, Intent.PRODUCT))
    return FollowUp(whole) if seen else None


def _goes_beyond_what_is_seen(topic: Topic) -> bool:
    """Whether the whole country was asked for, and more of it than the entries seen tell."""
    listed = topic.several and topic.intent in ABOUT_PLACES and bool(topic.kinds or topic.category)
    return listed and not topic.places and topic.page is not None and topic.page.pages > 1
