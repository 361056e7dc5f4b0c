"""Which provinces have no product of some stars yet, as far as is known."""

from __future__ import annotations

from handlers.answers.figures import starred
from handlers.answers.not_found import list_date
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import Outcome
from handlers.geography.territory import provinces_of_today
from handlers.lists.awards import star_words
from handlers.lists.listing import unfiltered
from handlers.words.places import place_name
from handlers.words.reading import folded
from handlers.words.wording import body, item, note, title
from knowledge.facts import Place
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import LACKING


def is_asked(question: Question) -> bool:
    """Whether it is asked which provinces have none of some stars."""
    return question.stars is not None and LACKING in question.cues


def answer(asked: Asked) -> Answer:
    """Those of which neither an official count nor our own list knows one."""
    t, question = asked.t, asked.question
    stars = star_words(question)
    without = sorted(
        (place for place in provinces_of_today(asked.catalogue) if not _has_any(asked, place)),
        key=lambda each: folded(each.name),
    )
    heading = t.gettext("Provinces of which I know no {stars}-star product", stars=stars)
    names = ", ".join(place_name(place, t) for place in without)
    told = item(names) if without else body(t.gettext("I know such products of every province."))
    remark = t.gettext(
        "By the official counts I know and our own list ({date}), which is not complete: they may "
        "have one all the same.",
        date=list_date(asked),
    )
    return answered(Outcome.ANSWER, [title(heading), told, note(remark)])


def _has_any(asked: Asked, place: Place) -> bool:
    figures = asked.catalogue.figures_of(place)
    official = any(starred(figure, asked.question) for figure in figures)
    return official or bool(unfiltered(asked.question, (place,), asked.catalogue))
