"""What is answered where nothing was found: what the message says as a whole."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.reply import Outcome
from handlers.chat.topic import ABOUT_PRODUCTS
from knowledge.facts import ProgrammeTopic
from knowledge.understanding.question import Certainty, Intent, Leaning, Match, Question
from knowledge.understanding.vocabulary.senses import (
    DELIVERY,
    GOODS,
    LISTED,
    NEWEST,
    OCOP_GOODS,
    SEVERAL_MAKERS,
)

LIKELY = 0.45
"""Likelihood from which that is answered where nothing was named and nothing found. This and the
others were measured on messages of people who did not know the ways to ask."""
QUITE = 0.75
"""The same where it is hardly more than a word, or may be of something else."""
SURELY = 0.85
"""The same where something is named or was found that may not be meant."""
BEYOND_DOUBT = 0.93
"""The same where goods or a place are named, and what it leans towards may be asked of them; and
behind something shown: "chồng tôi không thích" is said of that."""
BARELY = 0.72
"""Score of a name that was told just well enough to be answered about."""
OF_A_GUESS = 0.65
"""The same where all that was found is a guess at a name, which a word of a long message looks
like."""
LONG = 5
"""Words from which a message says more than a name that was mistyped."""
FEW = 3
"""Words from which a message is long enough to lean by more than chance, unlike "phải rồi"."""
SHORT_LIST = 4
"""Words in which hardly more is said than what is to be listed."""
OF_THE_PROGRAMME = "ocop"
"""The word with which "ocop là cái chi rứa" asks of no product that was left unsaid."""
_SAID_BY_CHANCE = frozenset(
    {Intent.GREETING, Intent.THANKS, Intent.GOODBYE, Intent.NEARBY, Intent.STATISTICS}
)
"""What a single word beside goods may look like: the "cam" of a name like thanks."""
_OF_THE_PERSON = frozenset({Intent.PRIVACY, Intent.SAVED, Intent.FEEDBACK})
_KEPT = frozenset({Intent.PRIVACY, Intent.SAVED})
"""What is told with "lưu" and "gửi"."""
_OF_NO_GOODS = _OF_THE_PERSON | {Intent.HELP, Intent.GOODBYE, Intent.THANKS}
"""What nobody says who asks for goods or a place."""
_OF_WHAT_MAY_BE = frozenset({ProgrammeTopic.GROUPS, ProgrammeTopic.HISTORY})
"""What of the programme "có phải ocop không" looks like, whatever it is asked of."""
_WHETHER_IT_IS = "co phai"
"""Folded words behind a name that ask of it alone; "tranh có được ocop không" asks for the rule."""
_OF_GOODS = frozenset({Intent.RATING.value, LISTED})
"""Words that ask for the stars of goods, or for which of them have any."""
_OF_RULES = frozenset({Intent.PROGRAMME, Intent.NEARBY})
"""What may be asked with words that look like goods: the tea (trà) of "ai kiem tra"."""


def may_lean(question: Question, outcome: Outcome) -> bool:
    """Whether what was found for a question leaves room for what it says as a whole."""
    if question.shop is not None:
        return False
    if question.foreign and not question.other_topic:
        return False  # "is Chanel 5 stars" asks of a brand that is none of ours
    if outcome is Outcome.NOT_FOUND:
        return True
    exported = question.market is not None and question.kinds
    many = bool(question.places) or LISTED in question.cues
    dated = bool(question.period or (question.places and question.years))
    dated = dated or (many and question.validity is not None)
    counted = question.intent is Intent.STATISTICS and not _counts_nothing(question)
    if counted or dated or exported:
        return False  # counts, certificates and exports have answers of their own
    named = (*question.products, *question.producers)
    return question.certainty is not Certainty.CLEAR or not named or _is_partly_told(named[0])


def _counts_nothing(question: Question) -> bool:
    """Whether no goods or place is named to be counted: "số liệu cũ quá rồi" finds fault with the
    figures."""
    of_goods = question.names_something or question.stars or question.kinds_beside
    return not of_goods and question.certainty is Certainty.NONE


def _is_partly_told(named: Match) -> bool:
    """Whether less than half of what a name tells was said, or hardly more: the nghĩa of "ngôi sao
    có ý nghĩa gì" is of a cooperative's."""
    return not named.whole and named.score < BARELY


def as_leant(
    question: Question, leaning: Leaning | None, outcome: Outcome, *, follows: bool
) -> Question | None:
    """The question for what its words lean towards, if what was asked so far has no answer, or only
    a guess: "ứng dụng gì mà chạy như rùa bò" finds nothing, and is a complaint.

    ``follows`` tells that something was shown before, which it may be about.
    """
    if leaning is None or leaning.intent is question.intent:
        return None
    beside = question.places_beside or question.foreign
    if beside and leaning.intent is Intent.LANGUAGE and leaning.share < BEYOND_DOUBT:
        return None  # "tiếng Huế khó nghe", "translate thank you"
    if leaning.intent in _KEPT and _is_of_things(question):
        return None
    if leaning.intent is Intent.HELP and DELIVERY in question.cues:
        return None  # "can i order here" was told that nothing is sold
    if leaning.topic in _OF_WHAT_MAY_BE and _asks_whether_it_is(question):
        return None
    if leaning.intent is Intent.FEEDBACK and _leaves_out(question):
        return None  # "không phải đồ ăn" finds no fault with what was told
    found = outcome is not Outcome.NOT_FOUND
    short = len(question.said.split()) <= SHORT_LIST
    if found and question.stars and short and not _asks_meaning(question, leaning):
        return None  # "5 sao quốc gia" asks for them, and not in which rounds they were given
    if question.intent is Intent.STATISTICS:
        # "tỉnh nào có nhiều nhất" asks of no rules
        if leaning.intent is not Intent.FEEDBACK or leaning.share < OF_A_GUESS:
            return None
        return _as_said(question, leaning)
    if found and leaning.intent is Intent.STATISTICS:
        return None  # "tỉnh nào chưa có sản phẩm 5 sao" was answered by those that have none
    if follows and (question.stars or (found and question.kinds)):
        return None  # "5 sao không" narrows what was shown, "mật ong" moves on from it
    least = _least(question, leaning.intent, found=found)
    if least is None or leaning.share < (BEYOND_DOUBT if follows else least):
        return None
    return _as_said(question, leaning)


def _as_said(question: Question, leaning: Leaning) -> Question:
    """What a message leans towards as a question of its own, without what was found in it."""
    return replace(
        question,
        intent=leaning.intent,
        intent_stated=True,
        topic=question.topic or leaning.topic,
        products=(),
        producers=(),
        places=(),
        places_beside=(),
        kinds=(),
        kinds_beside=(),
        category=None,
        stars=None,
        not_known="",
    )


def _asks_meaning(question: Question, leaning: Leaning) -> bool:
    """Whether it is asked what some stars mean: "what is 4 star"."""
    meaning = leaning.topic is ProgrammeTopic.STARS and question.said.startswith(
        ("what is", "what s")
    )
    return meaning and not (question.places or question.kinds or question.category)


def _least(question: Question, intent: Intent, *, found: bool) -> float | None:
    """How likely what a message leans towards must be to be its question; ``None`` where it cannot
    be, however likely."""
    if _is_a_guess(question):
        if intent.value in question.cues:
            return LIKELY  # "quanh đây" says it as well
        # "miến rong Bình Lư có được cấp giấy ocop không" asks of that alone, slip or not
        surely = intent is Intent.PROGRAMME and question.intent is Intent.RATING
        surely = surely or question.certainty is Certainty.RIVALS
        return SURELY if surely else OF_A_GUESS
    goods = question.kinds or question.kinds_beside or question.category or question.products
    if not (goods or question.places or question.places_beside):
        if question.market is not None:
            return BEYOND_DOUBT
        if found:
            return SURELY
        doubtful = question.foreign or _asks_of_one(question)
        return QUITE if doubtful or len(question.said.split()) < FEW else LIKELY
    if found and question.kinds and _is_of_goods_alone(question):
        return None  # "lụa" asks for silk, though "lừa" without its mark is a reproach
    if found and OCOP_GOODS in question.cues:
        return None  # "the best OCOP wine" asks for wine
    if goods and intent in _SAID_BY_CHANCE:
        return None  # the "cam" of "cam thanh paddy rice" is no thanks
    if intent is Intent.NEARBY and (question.places or NEWEST in question.cues):
        return None  # "xã Kon Gang có gì" tells where, "gần đây có gì mới" when
    if found and question.places and len(question.said.split()) < FEW:
        return None  # "sai gon" is where it is to be bought, and not "sai"
    if found and question.kinds and SEVERAL_MAKERS in question.cues:
        return None  # "khô bò ocop có mấy hãng" asks for no rules
    asked_of_goods = question.stars or not question.cues.isdisjoint(_OF_GOODS)
    if found and goods and asked_of_goods:
        return None  # "mực một nắng có chứng nhận ocop không"
    listed = found and (question.kinds or question.category or question.places)
    if listed and intent not in _OF_THE_PERSON | _OF_RULES:
        return None  # "bạn trả lời rất hay, cảm ơn, trà Thái Nguyên"
    return SURELY if intent in _OF_NO_GOODS and not (found and goods) else BEYOND_DOUBT


def _is_a_guess(question: Question) -> bool:
    """Whether nothing but a name was found, and that is only to be offered: the kích of "rất cảm
    kích sự giúp đỡ" is no product's."""
    named = (*question.products, *question.producers)
    rivals = question.certainty is Certainty.RIVALS and not any(each.whole for each in named)
    if not (question.certainty is Certainty.WEAK or rivals) or question.compared:
        return False
    told = question.kinds or question.kinds_beside or question.category or question.places
    if told or question.stars or question.foreign:
        return False
    return question.said.count(" ") + 1 >= LONG


def _is_of_things(question: Question) -> bool:
    """Whether goods are sent, or named and hardly anything else: nothing is kept in "gửi đi Mỹ được
    không" and "quà lưu niệm"."""
    words = question.said.count(" ") + 1
    return DELIVERY in question.cues or (words <= FEW and GOODS in question.cues)


def _leaves_out(question: Question) -> bool:
    """Whether hardly anything is said but which goods are not wanted."""
    without = question.without
    unwanted = without.kinds or without.categories or without.places or without.stars
    return bool(unwanted) and question.said.count(" ") <= SHORT_LIST


def _asks_whether_it_is(question: Question) -> bool:
    """Whether it is asked of one thing, named or left unsaid, if it has stars: "mật ong Út Mập có
    phải ocop không" asks of that honey, and not which goods may have any."""
    if question.intent is not Intent.RATING or not question.intent_stated:
        return False
    named = question.not_known and not question.category and _WHETHER_IT_IS in question.said
    return bool(question.bare or question.kinds_beside or named)


def _is_of_goods_alone(question: Question) -> bool:
    """Whether hardly anything but a kind of goods was said: "củ lạc"."""
    words = question.said.count(" ") + 1
    return words == 1 or (words < FEW and not question.cues)


def _asks_of_one(question: Question) -> bool:
    """Whether something is asked of one product that was left unsaid: "mấy sao"."""
    asks = question.bare and question.intent in ABOUT_PRODUCTS
    return asks and OF_THE_PROGRAMME not in question.said.split()
