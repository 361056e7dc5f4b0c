"""How long what is named or was shown keeps: "để được mấy ngày", "bánh pía bảo quản thế nào"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import shelf_life
from handlers.chat.topic import names_kind_alone, names_subject
from handlers.follow_ups.of_shown import of_shown
from handlers.follow_ups.said import FollowUp, Said
from knowledge.understanding.question import Certainty, Intent


def of_shelf_life(said: Said) -> FollowUp | None:
    """What answers it of the goods that are meant; nothing of the programme just told of."""
    question = said.question
    shown = bool(said.topic.products) and said.session.topic is None
    if not shelf_life.is_asked(question, shown=shown):
        return None
    if not names_subject(question):
        if said.session.topic is not None:
            return None
        question = of_shown(question, said.topic)
    elif names_kind_alone(question, said.catalogue):
        # "mật ong giữ được bao lâu" asks of any honey, whatever product is called just so
        question = replace(question, products=(), certainty=Certainty.CLEAR)
    asked = replace(question, intent=Intent.PRODUCT, intent_stated=True)
    return FollowUp(asked, shelf_life.answer)
