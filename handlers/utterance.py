"""What a person did, read as what it asks."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from handlers.answers import mapped, nearby, scanned, smalltalk, specialities
from handlers.answers.examples import examples
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import Answer, Asked
from handlers.chat.session import Session
from handlers.chat.topic import Topic
from handlers.follow_ups import pointed_at, replacing
from handlers.follow_ups.by_letters import as_place
from handlers.follow_ups.by_numbers import beyond
from handlers.follow_ups.kept_filters import with_awards, with_exclusions
from handlers.follow_ups.leaving_out import with_wider_kinds
from handlers.follow_ups.makers_asked_on import of_kind_alone
from handlers.follow_ups.offered import numbered, typed_number
from handlers.tapped import asked_by
from handlers.typed import follow_up
from handlers.words.speaking import is_surely
from knowledge.base import Knowledge
from knowledge.facts import Locale
from knowledge.understanding.question import Intent, Question
from locales import LOCALES, translator

COMMENT = "comment"
"""What :attr:`Session.awaiting` is when the next text is a comment."""

_BY_ACTION: dict[Verb, Callable[[Asked], Answer]] = {
    Verb.WELCOME: smalltalk.welcome,
    Verb.PROVINCES: specialities.pick_province,
    Verb.MAP: mapped.answer,
}
"""Actions answered by another handler than that of their intent."""


class Utterance(Struct, frozen=True):
    """What a person did: typed a text, tapped a choice, told where they are, or sent a picture."""

    text: str = ""
    action: str | None = None
    """The tapped choice's action, as the reply carried it. The text is then not read as a question:
    with ``FEEDBACK`` it is a comment."""
    hint: Locale | None = None
    """The language the platform reports for the person, if any: ``vi``, ``en`` or another."""
    point: tuple[float, float] | None = None
    """Where the person is, latitude and longitude in degrees: asks what is near."""
    scanned: tuple[str, ...] | None = None
    """Texts of the codes read from a picture, none or more: asks what they stand for."""
    language: Locale | None = None
    """The language to answer this in, where it goes on from a text in that language; what the chat
    has chosen for itself stays."""
    afresh: bool = False
    """Stands alone, as a link that somebody passed on: what was said before is not its context."""
    commanded: bool = False
    """Said by a command: never the comment that we may be waiting for."""

    def within(self, session: Session) -> Session:
        """The session in which this is to be read and answered."""
        if self.afresh:
            session = Session(language=session.language, last_language=session.last_language)
        return replace(session, language=self.language) if self.language in LOCALES else session


class Reading(Struct, frozen=True):
    """What an utterance asks, before it is answered."""

    question: Question
    offset: int = 0
    """Entries of the list already shown."""
    handler: Callable[[Asked], Answer] | None = None
    """The one that answers, where it is not the intent's."""
    action: Action | None = None
    point: tuple[float, float] | None = None
    scanned: tuple[str, ...] = ()
    comment: str = ""


def read(utterance: Utterance, session: Session, knowledge: Knowledge) -> Reading:
    """What an utterance asks, in the light of what was said before. Never raises on any input."""
    spoken = session.language or session.last_language or known_locale(utterance.hint) or LOCALES[0]
    text = utterance.text
    if utterance.action is not None:
        action = Action.parse(utterance.action)
        if action == Action(Verb.FEEDBACK) and text.strip():
            return _comment(text, spoken)
        return _taken(action, session, knowledge, spoken)
    if utterance.point is not None:
        question = Question(text="", language=spoken, intent=Intent.NEARBY, intent_stated=True)
        return Reading(question, point=nearby.as_point(*utterance.point))
    if utterance.scanned is not None:
        question = Question(text="", language=spoken, intent=Intent.PRODUCT, intent_stated=True)
        return Reading(question, handler=scanned.answer, scanned=utterance.scanned)
    if session.awaiting == COMMENT and text.strip() and not utterance.commanded:
        return _comment(text, spoken)
    number = typed_number(text)
    if number is None:
        return _typed(text, session, knowledge, spoken)
    action = numbered(number, session, knowledge.catalogue)
    if action is None:
        topic = Topic.of(session, knowledge.catalogue)
        found = beyond(number, topic) if topic.several and number else smalltalk.no_such_number
        if not isinstance(found, Action):
            return Reading(Question(text=text, language=spoken), handler=found)
        action = found
    return _taken(action, session, knowledge, spoken)


def _taken(
    action: Action | None, session: Session, knowledge: Knowledge, spoken: Locale
) -> Reading:
    """What a choice asks, tapped or typed."""
    if action is not None and action.verb is Verb.EXAMPLE:
        offered = examples(translator(spoken))
        if action.argument.isdecimal() and int(action.argument) < len(offered):
            return _typed(offered[int(action.argument)], session, knowledge, spoken)
    asking = asked_by(action, session, knowledge.catalogue, spoken) if action is not None else None
    if action is None or asking is None:
        return Reading(Question(text="", language=spoken), handler=smalltalk.stale)
    return Reading(*asking, handler=_BY_ACTION.get(action.verb), action=action)


def _typed(text: str, session: Session, knowledge: Knowledge, spoken: Locale) -> Reading:
    """What a text asks: by itself, as a follow-up, or as a choice taken in words."""
    catalogue = knowledge.catalogue
    understood = knowledge.understanding
    question = understood.read(text, language=session.language)
    question = replacing.as_meant(question, session, understood.read)
    question = as_place(question, session, understood.read)
    question, session = pointed_at.turned_to(question, session, catalogue, understood.read)
    followed = follow_up(question, session, catalogue)
    if followed.action is not None:
        taken = _taken(followed.action, session, knowledge, spoken)
        if not is_surely(followed.question, talking=session.last_language is not None):
            return taken
        said = replace(taken.question, language=question.language, language_sure=True)
        return replace(taken, question=said)
    asked = with_awards(question, followed.question, session)
    asked = with_exclusions(question, asked, session, catalogue)
    asked = with_wider_kinds(asked, catalogue)
    if followed.handler is None:
        asked = of_kind_alone(asked, catalogue)
    return Reading(asked, handler=followed.handler)


def _comment(text: str, spoken: Locale) -> Reading:
    question = Question(text="", language=spoken, intent=Intent.FEEDBACK, intent_stated=True)
    return Reading(question, action=Action(Verb.FEEDBACK), comment=text)


def known_locale(hint: Locale | None) -> Locale | None:
    """The locale of ours a platform's language tag means: ``en-GB`` is English."""
    short = (hint or "").lower().split("-")[0].split("_")[0]
    return short if short in LOCALES else None
