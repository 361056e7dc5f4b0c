"""One turn of a conversation: an utterance in, a reply out, the session carried along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from handlers import (
    buying,
    comparison,
    contacts,
    not_found,
    outlets,
    places,
    prices,
    producers,
    products,
    programme,
    ratings,
    smalltalk,
    statistics,
)
from handlers.actions import Action, Verb
from handlers.answering import Answer, Asked, answered
from handlers.context import ABOUT_PRODUCTS, in_context, numbered, typed_number
from handlers.examples import examples
from handlers.reply import Outcome, Reply
from handlers.session import Session, SessionStore
from handlers.tapped import Asking, asked_by
from handlers.wording import body, note
from knowledge.base import Knowledge
from knowledge.facts import Locale
from knowledge.understanding.question import Intent, Question
from locales import LOCALES, translator

_HANDLERS: dict[Intent, Callable[[Asked], Answer]] = {
    Intent.PRODUCT: products.answer,
    Intent.RATING: ratings.answer,
    Intent.WHERE_TO_BUY: buying.answer,
    Intent.PRODUCER: producers.answer,
    Intent.CONTACT: contacts.answer,
    Intent.PRICE: prices.answer,
    Intent.SPECIALITIES: places.answer,
    Intent.OUTLETS: outlets.answer,
    Intent.STATISTICS: statistics.answer,
    Intent.COMPARE: comparison.answer,
    Intent.PROGRAMME: programme.answer,
    Intent.HELP: smalltalk.help_,
    Intent.GREETING: smalltalk.greeting,
    Intent.THANKS: smalltalk.thanks,
    Intent.GOODBYE: smalltalk.goodbye,
    Intent.LANGUAGE: smalltalk.language,
    Intent.UNKNOWN: not_found.answer,
}

_ANSWERS_KINDS = frozenset({Intent.WHERE_TO_BUY, Intent.PRICE})
"""Intents about products that also answer for a kind of product by themselves."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a person did: typed a text or tapped a choice."""

    text: str = ""
    action: str | None = None
    """The tapped choice's action, as the reply carried it; the text is then not read."""
    hint: Locale | None = None
    """The language the platform reports for the person, if any: ``vi``, ``en`` or another."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance answered."""

    reply: Reply
    question: Question
    """As answered: follow-ups already read together with the session."""
    language: Locale
    answer: Answer
    """The reply with what it shows."""


class Conversation:
    """Answers the utterances of many chats over whatever knowledge is current."""

    def __init__(
        self,
        knowledge: Callable[[], Knowledge],
        sessions: SessionStore,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._knowledge = knowledge
        self._sessions = sessions
        self._today = today

    async def hear(self, chat: str, utterance: Utterance) -> Turn:
        """Answer an utterance of a chat and remember what it was about.

        Two utterances of one chat must not be heard at the same time; those of different chats
        may.
        """
        session = await self._sessions.load(chat)
        turn, following = respond(utterance, session, self._knowledge(), self._today())
        await self._sessions.save(chat, following)
        return turn


def respond(
    utterance: Utterance, session: Session, knowledge: Knowledge, today: date
) -> tuple[Turn, Session]:
    """Answer one utterance: the reply, and the session after it. Never raises on any input."""
    question, offset, answer = _asked(utterance, session, knowledge)
    if question.intent is Intent.LANGUAGE and question.asked_language in LOCALES:
        session = replace(session, language=question.asked_language)
    language = _language(question, session, utterance.hint)
    question = replace(question, language=language)
    asked = Asked(question, knowledge.catalogue, translator(language), today, offset)
    given = answer(asked) if answer is not None else answer_to(asked)
    return Turn(given.reply, question, language, given), _remembered(session, question, given)


def answer_to(asked: Asked) -> Answer:
    """Answer a question already read, by the handler of its intent."""
    given = _handler(asked.question)(asked)
    if not asked.question.cut:
        return given
    cut = asked.t.gettext("Your message was long, so I read only its beginning.")
    reply = replace(given.reply, paragraphs=(*given.reply.paragraphs, note(cut)))
    return replace(given, reply=reply)


def _asked(
    utterance: Utterance, session: Session, knowledge: Knowledge
) -> tuple[Question, int, Callable[[Asked], Answer] | None]:
    """The question, the entries already shown, and a handler where it is not the intent's."""
    catalogue = knowledge.catalogue
    spoken = session.language or session.last_language or _known(utterance.hint) or LOCALES[0]
    text = utterance.text
    number = typed_number(text) if utterance.action is None else None
    action: Action | None = None
    if number is not None:
        action = numbered(number, session, catalogue)
        if action is None:
            return Question(text=text, language=spoken), 0, _no_such_number
    elif utterance.action is not None:
        action = Action.parse(utterance.action)
        if action is None:
            return Question(text="", language=spoken), 0, smalltalk.stale
    if action is not None and action.verb is Verb.EXAMPLE:
        offered = examples(translator(spoken))
        if not action.argument.isdecimal() or int(action.argument) >= len(offered):
            return Question(text="", language=spoken), 0, smalltalk.stale
        text = offered[int(action.argument)]
        action = None
    if action is not None:
        asking: Asking | None = asked_by(action, session, catalogue, spoken)
        if asking is None:
            return Question(text="", language=spoken), 0, smalltalk.stale
        return asking[0], asking[1], None
    question = knowledge.understanding.read(text, language=session.language)
    return in_context(question, session, catalogue), 0, None


def _handler(question: Question) -> Callable[[Asked], Answer]:
    """The handler for a question: its intent's, or the list when only a kind or place was named."""
    if (
        question.intent in ABOUT_PRODUCTS
        and question.intent not in _ANSWERS_KINDS
        and not question.products
        and not question.producers
        and (question.places or question.kinds or question.category or question.stars)
    ):
        return places.answer
    return _HANDLERS[question.intent]


def _no_such_number(asked: Asked) -> Answer:
    sentence = asked.t.gettext(
        "I do not know what that number stands for. Please type a product's name or a province."
    )
    return answered(Outcome.NOT_FOUND, [body(sentence)])


def _language(question: Question, session: Session, hint: Locale | None) -> Locale:
    if session.language in LOCALES:
        return session.language
    if question.language_sure:
        return question.language
    return session.last_language or _known(hint) or LOCALES[0]


def _known(hint: Locale | None) -> Locale | None:
    """The locale of ours a platform's language tag means: ``en-GB`` is English."""
    short = (hint or "").lower().split("-")[0].split("_")[0]
    return short if short in LOCALES else None


def _remembered(session: Session, question: Question, given: Answer) -> Session:
    """The session after an answer: talk leaves the subject alone, everything else replaces it."""
    said = replace(
        session,
        last_language=question.language,
        choices=tuple(choice.action for choice in given.reply.choices),
    )
    if given.reply.outcome is Outcome.TALK:
        return said
    return replace(
        said,
        intent=question.intent.value,
        products=given.products,
        producers=given.producers,
        places=tuple(place.key for place in given.places or question.places),
        stars=question.stars,
        category=question.category.value if question.category else None,
        kinds=question.kinds,
    )
