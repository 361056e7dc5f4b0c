"""Where what was told is from: "nguồn ở đâu" after a product, "dữ liệu cập nhật khi nào"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from handlers.answers import smalltalk
from handlers.chat.topic import names_subject
from handlers.follow_ups.pointing import about
from handlers.follow_ups.said import FollowUp, Said
from handlers.words.cores import ASKING, ENDING, core, small_words
from handlers.words.reading import words_alone
from knowledge.understanding.question import Intent
from knowledge.understanding.vocabulary.senses import ITSELF, OF_FIGURES

_LONGEST = 60
"""Characters of a message that asks for no more than that."""
_OF_SOURCES = frozenset({ITSELF, OF_FIGURES})
_ALONE = frozenset({"nguon", "sources", "source"})
_UNTOLD = frozenset({Intent.UNKNOWN, Intent.STATISTICS, Intent.PRIVACY, Intent.HELP})
_DATA = r"(?:du lieu|thong tin|data|info|information|database)"
_WHEN = r"(?:khi nao|ngay nao|luc nao|bao gio|hoi nao|thang nao|nam nao|lan cuoi|dau)"
_SOURCE = re.compile(
    r"nguon(?: thong tin| tin| du lieu| so lieu| tham khao)?"
    r"(?: (?:nay|do|tren))?(?: (?:o|lay o|tu|lay tu))?(?: (?:dau|dau ra|nao|gi|bao nao))?"
    r"|(?:(?:what|which|is|are|s|the|your|any|where|from) )*sources?"
    r"(?: (?:of|for) (?:this|that|it))?"
)
_OF_DATA = re.compile(
    rf"{_DATA}(?: (?:nay|do|o day|cua (?:ban|em|may|shop|app|bot|ad)))?(?: duoc)?"
    rf"(?: (?:moi )?cap nhat(?: (?:den|toi|vao|tu|moi nhat))* {_WHEN}"
    r"| (?:lay )?(?:o|tu) dau(?: ra)?)"
    rf"|lay {_DATA} (?:o|tu) dau(?: ra)?"
    rf"|(?:when|where) (?:is|was|does|did|do)(?: (?:the|your|this|that))? {_DATA}"
    r"(?: (?:last )?updated| come from| from)"
)
_LEADS = ASKING | small_words("vay the a nhung ma con and but so ok")
_TAILS = ENDING | small_words("ra shop ad bot then exactly vay")


def asked(said: Said) -> FollowUp | None:
    """The product with its sources, or where all that is known is from and how new it is."""
    question, topic = said.question, said.topic
    cued = not question.cues.isdisjoint(_OF_SOURCES) or question.said in _ALONE
    if question.intent not in _UNTOLD or not cued:
        return None
    if len(question.text) > _LONGEST or names_subject(question):
        return None
    words = words_alone(question.text)
    if core(_OF_DATA, words, _LEADS, _TAILS) is None:
        if core(_SOURCE, words, _LEADS, _TAILS) is None:
            return None
        if topic.product is not None:
            told = about(question, (topic.product,), Intent.PRODUCT)
            return FollowUp(replace(told, intent_stated=True))
    of_all = replace(question, intent=Intent.HELP, intent_stated=True)
    return FollowUp(replace(of_all, cues=question.cues | {ITSELF}), smalltalk.help_)
