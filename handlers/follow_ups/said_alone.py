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
from handlers.words.cores import ASKING, ENDING, core, small_words
from handlers.words.reading import words_alone
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import MOST, ORIGIN

LONGEST = 70
"""Characters of a message that says no more than that."""
_SHOPS = re.compile(r"shops?")
_SHOPS_LEADS = small_words("any the which what co cac nhung may")
_SHOPS_TAILS = small_words(
    "nao gi dau o khong ko k vay zay z the nhi where please pls ocop there here do"
)
_CALLS = frozenset({"shop the", "shop vay", "shop k", "shop do"})
"""Words to whoever keeps a shop, rather than for one."""
_PROVINCES = re.compile(
    r"(?:which|wich|what) prov\w*|(?:by )?provinces?|(?:which|what) (?:regions?|areas?)"
    r"|(?:may |theo |nhung )?tinh(?: thanh)?(?: nao)?"
)
_PROVINCES_LEADS = small_words(
    "and ok so but in from of at con the la vay a nhung cac o tu thuoc cua co trong san xuat lam"
)
_PROVINCES_TAILS = small_words(
    "are is it they them from in make makes made making produce produces has have sell sells "
    "this these those the most more co lam san xuat nhieu nhat hon vay a nhi ha ban nao shop "
    "zay ay do thoi"
)
_ANOTHER = re.compile(
    r"(?:another|one more|1 more|a new|new|next|(?:a )?different|other|(?:a few |some )?more|"
    r"(?:a )?second|further) (?:questions?|thing|qs?|query|queries)"
    r"|hoi (?:them|tiep|nua|lai|ti|ty|chut|xiu|1|mot|cai|cau|ve cai khac"
    r"|(?:cai|cau|chuyen|viec|san pham) khac|(?:cai|cau) nua)"
)
_ANOTHER_LEADS = ASKING | small_words(
    "thanks thank thankyou thx tks ty cheers great good got it noted well all right alright "
    "cool nice so much lot very and khong can nua da vang cam on shop ad nhe nha nhieu hieu "
    "biet ghi nhan duoc tot qua ive ve have may could ask just still one phep de lai chau co "
    "tien moi nho lam"
)
_ANOTHER_TAILS = ENDING | small_words(
    "for you then to ask if i may first 1 mot hai vai cau dieu chut ti ty xiu them khac shop "
    "ad la san pham chuyen viec"
)
_STAR = r"(?: ?(?:sao|stars?|s))?"
_NONE = (
    r"(?:khong|ko|k|kg|hong|chua|chang|het|no|not|none|without|isn t|aren t|is no|are no)"
    r"(?: (?:co|con|thay|duoc|loai|cai|ra|any|with|of|at|available|found|there|is|are))*"
)
_INSTEAD = re.compile(
    rf"(?:[1-5]{_STAR} (?:(?:ma|thi|neu|cung) )?{_NONE}|{_NONE} [1-5]{_STAR})(?: (?:nao|nua|"
    rf"then|thi|vay|the|found|available|ones?|a|show|me|give|so|ok|just|"
    r"lay|cho|xem|minh|em|toi|tim|loai|cai|sang|xuong|cung|how about|what about|i|take|ll|will|"
    rf"qua|try))* (?P<stars>[1-5]){_STAR}"
)
_WITH = re.compile(
    r"(?:(?:is|are|there|any|anything|something|some|ones?|thing) )+(?:with|of|at) "
    rf"(?P<stars>[1-5]){_STAR}"
)
""""Anything with 5?": stars, though no word says so."""
_INSTEAD_LEADS = ASKING | small_words("neu if ma nhung but and or there is are when")
_INSTEAD_TAILS = ENDING | small_words(
    "cung dc ok oke okay vay then one ones is fine will instead too good co"
)


def as_meant(question: Question, topic: Topic) -> Question:
    """The question, for where to buy what was shown where "shop" is all that is said."""
    if len(question.text) > LONGEST or not (topic.products or topic.has_list):
        return question
    words = words_alone(question.text)
    if (
        "shop" not in words
        or words in _CALLS
        or core(_SHOPS, words, _SHOPS_LEADS, _SHOPS_TAILS) is None
    ):
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
    if core(_ANOTHER, words, _ANOTHER_LEADS, _ANOTHER_TAILS) is not None:
        return FollowUp(question, smalltalk.listening)
    if not topic.has_list:
        return None
    instead = core(_INSTEAD, words, _INSTEAD_LEADS, _INSTEAD_TAILS) or core(_WITH, words)
    if instead is not None:
        listing = Listing(
            tuple(place.key for place in topic.places),
            int(instead["stars"]),
            topic.category,
            topic.kinds,
        )
        return FollowUp(question, action=listing.whole)
    if core(_PROVINCES, words, _PROVINCES_LEADS, _PROVINCES_TAILS) is None:
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
