"""What a list holds, said above it."""

from __future__ import annotations

from handlers.chat.answering import Asked
from handlers.lists.awards import star_words, with_award
from handlers.lists.leaving_out import with_exclusion
from handlers.lists.meant import with_makers, with_standing
from handlers.lists.sold_by import where
from handlers.words.naming import category_name, kind_names
from handlers.words.places import place_name
from handlers.words.wording import capitalised
from knowledge.facts import Place


def heading(asked: Asked, place: Place | None) -> str:
    """What the list holds, with every filter named: "Trà 5 sao ở Thái Nguyên"."""
    t, question = asked.t, asked.question
    what = goods_listed(asked)
    if place is not None:
        what = t.gettext("{what} from {place}", what=what, place=place_name(place, t))
    elif question.shop is None:
        what = t.gettext("{what} across the country", what=what)
    if question.shop is not None:
        what = t.gettext("{what} sold {where}", what=what, where=where(question.shop, t))
    what = with_award(with_standing(what, question, t), question, t)
    return capitalised(with_exclusion(what, question.without, asked.catalogue, t))


def goods_listed(asked: Asked) -> str:
    """The goods that a list holds, wherever they are from: "trà 5 sao"."""
    t, question = asked.t, asked.question
    what = kind_names(question.kinds, asked.catalogue, t)
    if not what:
        what = (
            t.gettext("OCOP {group}", group=category_name(question.category, t))
            if question.category is not None
            else t.gettext("OCOP products")
        )
    if question.stars is not None:
        what = t.gettext("{stars}-star {what}", stars=star_words(question), what=what)
    return with_makers(what, question, t)
