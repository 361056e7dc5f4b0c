"""One turn of a conversation: an utterance in, a reply out, the session carried along."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from handlers.answered_by import answer_to, handler_of
from handlers.answers import broken_down, feedback, smalltalk
from handlers.answers.cards import Card, cards
from handlers.answers.leaning import as_leant, may_lean
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import Answer, Asked
from handlers.chat.keeping import NEEDED, NOTHING, Deed, Effect, Keeping, Kept
from handlers.chat.keeping_memory import MemoryKeeping
from handlers.chat.noting import is_noted, noted
from handlers.chat.reply import Document, Outcome, Reply
from handlers.chat.session import Session, SessionStore
from handlers.chat.topic import Topic
from handlers.remembering import remembered
from handlers.subject import subject_of
from handlers.utterance import COMMENT, Reading, Utterance, known_locale, read
from handlers.words.speaking import is_surely
from knowledge.base import Knowledge
from knowledge.facts import Locale
from knowledge.understanding.question import Intent, Question
from locales import LOCALES, translator

__all__ = ["Conversation", "Reading", "Turn", "Utterance", "read", "respond", "settle"]


class Turn(Struct, frozen=True):
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
        keeping: Keeping | None = None,
    ) -> None:
        """``keeping`` holds what must survive a restart; without one, memory does."""
        self._knowledge = knowledge
        self._sessions = sessions
        self._today = today
        self._keeping: Keeping = keeping if keeping is not None else MemoryKeeping()

    async def hear(self, chat: str, utterance: Utterance) -> Turn:
        """Answer an utterance of a chat and remember what it was about.

        ``chat`` is the channel's name and its own key of the chat with a colon between
        (``telegram:1001``). Two utterances of one chat must not be heard at the same time; those of
        different chats may.
        """
        session = await self._sessions.load(chat)
        if session == Session():
            session = Session(language=await self._keeping.language(chat))
        knowledge, today = self._knowledge(), self._today()
        chosen = session.language
        session = utterance.within(session)
        reading = read(utterance, session, knowledge)
        kept = await self._keeping.kept(chat) if reading.question.intent in NEEDED else NOTHING
        turn, following = settle(reading, utterance, session, knowledge, today=today, kept=kept)
        following = _chosen(following, utterance, turn, chosen)
        if following.language and following.language != chosen:
            await self._keeping.choose_language(chat, following.language)
        await self._sessions.save(chat, following)
        for effect in turn.answer.effects:
            turn = await self._carry_out(chat, turn, effect)
        if is_noted(turn.question) and not reading.offset:
            key = secrets.token_hex(4)
            channel = chat.partition(":")[0]
            await self._keeping.note(noted(key, today, channel, turn.question, turn.answer))
            if turn.reply.outcome in {Outcome.ANSWER, Outcome.NOT_FOUND}:
                turn = replace(turn, reply=replace(turn.reply, feedback=key))
        return turn

    def cards(
        self, text: str, language: Locale, *, offset: int = 0, longest: int = 50
    ) -> list[Card]:
        """Cards of the products a text names or describes: see :mod:`handlers.answers.cards`."""
        spoken = known_locale(language) or LOCALES[0]
        return cards(text, spoken, self._knowledge(), self._today(), offset=offset, longest=longest)

    async def _carry_out(self, chat: str, turn: Turn, effect: Effect) -> Turn:
        keeping, value = self._keeping, effect.value
        if effect.deed is Deed.SAVE:
            await keeping.save(chat, value)
        elif effect.deed is Deed.REMOVE:
            await keeping.remove(chat, value)
        elif effect.deed is Deed.CLEAR:
            await keeping.clear(chat)
        elif effect.deed is Deed.VOTE:
            sign, key, *reason = value.split()
            await keeping.vote(key, sign == "+", "".join(reason))
        elif effect.deed is Deed.COMMENT:
            await keeping.comment(value, turn.language)
        elif effect.deed is Deed.FORGET:
            await keeping.forget(chat)
            await self._sessions.save(chat, Session(last_language=turn.language))
        elif effect.deed is Deed.EXPORT:
            told = json.dumps(await keeping.everything(chat), ensure_ascii=False, indent=2)
            file = Document("ocop-bot.json", told.encode(), "application/json")
            turn = replace(turn, reply=replace(turn.reply, document=file))
        return turn


def respond(
    utterance: Utterance, session: Session, knowledge: Knowledge, today: date, kept: Kept = NOTHING
) -> tuple[Turn, Session]:
    """Answer one utterance: the reply, and the session after it. Never raises on any input."""
    within = utterance.within(session)
    reading = read(utterance, within, knowledge)
    turn, following = settle(reading, utterance, within, knowledge, today=today, kept=kept)
    return turn, _chosen(following, utterance, turn, session.language)


def settle(
    reading: Reading,
    utterance: Utterance,
    session: Session,
    knowledge: Knowledge,
    *,
    today: date,
    kept: Kept,
) -> tuple[Turn, Session]:
    """Answer what :func:`read` made of an utterance, with what is kept of the chat."""
    question = reading.question
    awaited = session.awaiting
    if question.intent is Intent.LANGUAGE and question.asked_language in LOCALES:
        session = replace(session, language=question.asked_language)
    if reading.point or session.awaiting:
        session = replace(session, point=reading.point or session.point, awaiting=None)
    language = _language(question, session, utterance.hint)
    if language != question.language:
        question = replace(question, language=language)
    asked = Asked(
        question,
        knowledge.catalogue,
        translator(language),
        today,
        reading.offset,
        action=reading.action,
        point=session.point,
        comment=reading.comment,
        scanned=reading.scanned,
        kept=kept,
    )
    asked, given = _answered(asked, reading, session, knowledge)
    question = asked.question
    subject = subject_of(question, given)
    if subject is not None:
        given = replace(given, reply=replace(given.reply, subject=subject))
    following = remembered(session, question, given, knowledge.catalogue)
    if awaited != COMMENT and given.reply.outcome is Outcome.TALK:
        following = replace(following, awaiting=awaited)  # "ok" is no name yet
    if given.reply.asks_location:
        following = replace(following, awaiting=Intent.NEARBY.value)
    if _asks_for_comment(reading, question, given):
        following = replace(following, awaiting=COMMENT)
    return Turn(given.reply, question, language, given), following


def _asks_for_comment(reading: Reading, question: Question, given: Answer) -> bool:
    """Whether the answer asks for a comment in the next message: to its button, or to "góp ý"."""
    if reading.action is not None:
        return reading.action == Action(Verb.FEEDBACK) and not given.effects
    if reading.handler is not None or question.intent is not Intent.FEEDBACK or given.effects:
        return False
    return handler_of(question) is feedback.answer


def _answered(
    asked: Asked, reading: Reading, session: Session, knowledge: Knowledge
) -> tuple[Asked, Answer]:
    """The answer and what it answers: where nothing was found, what all of the message says."""
    if reading.handler is not None:
        given = reading.handler(asked)
        if reading.handler is not smalltalk.listening:
            return asked, given
    else:
        given = answer_to(asked)
    outcome = Outcome.NOT_FOUND if _lists_all(asked.question) else given.reply.outcome
    if not may_lean(asked.question, outcome):
        return asked, given
    topic = Topic.of(session, knowledge.catalogue)
    question = as_leant(
        asked.question,
        knowledge.understanding.leaning(asked.question),
        outcome,
        follows=bool(topic.products or topic.has_list),
    )
    if question is None:
        return asked, given
    asked = replace(asked, question=question)
    return asked, answer_to(asked)


def _lists_all(question: Question) -> bool:
    """Whether everything there is would be listed because some word may mean goods."""
    by_chance = question.intent is Intent.SPECIALITIES and not question.intent_stated
    return by_chance and not question.names_something and not broken_down.is_asked(question)


def _chosen(
    following: Session, utterance: Utterance, turn: Turn, language: Locale | None
) -> Session:
    """The session after an utterance that had a language of its own: the chat keeps its choice."""
    if utterance.language in LOCALES and turn.question.intent is not Intent.LANGUAGE:
        return replace(following, language=language)
    return following


def _language(question: Question, session: Session, hint: Locale | None) -> Locale:
    if session.language in LOCALES:
        return session.language
    if is_surely(question, talking=session.last_language is not None):
        return question.language
    return session.last_language or known_locale(hint) or question.language
