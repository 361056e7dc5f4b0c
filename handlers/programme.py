"""The programme's rules, a few at a time, each with its source."""

from __future__ import annotations

from handlers.actions import Action, Verb
from handlers.answering import Answer, Asked, answered
from handlers.next_steps import choice
from handlers.reply import Choice, Outcome
from handlers.sourcing import source_runs
from handlers.wording import body, fill, item, note, title
from knowledge.facts import ProgrammeTopic
from locales import Translator

RULES_SHOWN = 3
RELATED = {
    ProgrammeTopic.WHAT_IS_OCOP: (ProgrammeTopic.STARS, ProgrammeTopic.GROUPS),
    ProgrammeTopic.HISTORY: (ProgrammeTopic.SIZE, ProgrammeTopic.ROUNDS),
    ProgrammeTopic.GROUPS: (ProgrammeTopic.STARS, ProgrammeTopic.WHAT_IS_OCOP),
    ProgrammeTopic.STARS: (ProgrammeTopic.WHO_CERTIFIES, ProgrammeTopic.VALIDITY),
    ProgrammeTopic.WHO_CERTIFIES: (ProgrammeTopic.STARS, ProgrammeTopic.APPLYING),
    ProgrammeTopic.VALIDITY: (ProgrammeTopic.CHECKING, ProgrammeTopic.WHO_CERTIFIES),
    ProgrammeTopic.MARK: (ProgrammeTopic.CHECKING, ProgrammeTopic.VALIDITY),
    ProgrammeTopic.CHECKING: (ProgrammeTopic.MARK, ProgrammeTopic.VALIDITY),
    ProgrammeTopic.APPLYING: (ProgrammeTopic.WHO_CERTIFIES, ProgrammeTopic.STARS),
    ProgrammeTopic.ROUNDS: (ProgrammeTopic.SIZE, ProgrammeTopic.WHO_CERTIFIES),
    ProgrammeTopic.SIZE: (ProgrammeTopic.ROUNDS, ProgrammeTopic.WHAT_IS_OCOP),
}


def answer(asked: Asked) -> Answer:
    """Tell the first rules on the topic, with more on request."""
    t = asked.t
    topic = asked.question.topic or ProgrammeTopic.WHAT_IS_OCOP
    facts = asked.catalogue.programme(topic)
    shown = facts[asked.offset : asked.offset + RULES_SHOWN] or facts[:RULES_SHOWN]
    paragraphs = [title(topic_name(topic, t))]
    if not shown:
        paragraphs.append(body(t.gettext("I hold no rule on this yet.")))
    paragraphs += [item(fact.text_en if t.locale == "en" else fact.text_vi) for fact in shown]
    sources = source_runs(dict.fromkeys(source for fact in shown for source in fact.sources))
    if sources:
        paragraphs.append(note(fill(t.gettext("Source: {source}"), source=sources)))
    choices: list[Choice] = []
    following = asked.offset + RULES_SHOWN
    if following < len(facts):
        choices.append(
            Choice(t.gettext("More"), Action.of(Verb.TOPIC, following, topic.value).text)
        )
    for related in RELATED[topic]:
        choices += choice(topic_name(related, t), Verb.TOPIC, 0, related.value)
    return answered(Outcome.TALK, paragraphs, choices)


def topic_name(topic: ProgrammeTopic, t: Translator) -> str:
    """What a topic is called."""
    return {
        ProgrammeTopic.WHAT_IS_OCOP: t.gettext("What OCOP is"),
        ProgrammeTopic.HISTORY: t.gettext("How OCOP began"),
        ProgrammeTopic.GROUPS: t.gettext("The six product groups"),
        ProgrammeTopic.STARS: t.gettext("What the stars mean"),
        ProgrammeTopic.WHO_CERTIFIES: t.gettext("Who awards the stars"),
        ProgrammeTopic.VALIDITY: t.gettext("How long a certificate is valid"),
        ProgrammeTopic.MARK: t.gettext("The OCOP mark on the pack"),
        ProgrammeTopic.CHECKING: t.gettext("How to check a product"),
        ProgrammeTopic.APPLYING: t.gettext("How a producer applies"),
        ProgrammeTopic.ROUNDS: t.gettext("National 5-star rounds"),
        ProgrammeTopic.SIZE: t.gettext("How large the programme is"),
    }[topic]
