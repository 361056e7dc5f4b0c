"""The programme's rules, a few at a time, each with its source."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.answers.rounds import newest_round, year_of
from handlers.answers.rules_told import rules_asked
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome
from handlers.lists.awards import Award
from handlers.lists.listing import Listing
from handlers.words.naming import both
from handlers.words.places import place_name
from handlers.words.reading import folded
from handlers.words.rules import rule_text
from handlers.words.sourcing import sources_note
from handlers.words.stars import FULL
from handlers.words.wording import body, item, title
from knowledge.facts import Place, ProgrammeFact, ProgrammeTopic
from knowledge.understanding.vocabulary.senses import (
    FOREIGNERS,
    NEWEST,
    NEXT_PERIOD,
    PENALTY,
    RECENT,
    SUPPORT,
)
from locales import Translator

RULES_SHOWN = 3
_OF_PLACES = frozenset(
    {
        *(ProgrammeTopic.SIZE, ProgrammeTopic.ROUNDS),
        *(ProgrammeTopic.VALIDITY, ProgrammeTopic.HISTORY),
    }
)
"""Topics that tell of single places; the rules of the others are the same everywhere."""
_OF_FINES = frozenset({ProgrammeTopic.MARK, ProgrammeTopic.CHECKING, ProgrammeTopic.VALIDITY})
_OF_THE_YEARS = frozenset(
    {
        *(ProgrammeTopic.HISTORY, ProgrammeTopic.SIZE),
        *(ProgrammeTopic.WHAT_IS_OCOP, ProgrammeTopic.ROUNDS),
    }
)
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
    near = rules_asked(asked.question, topic, asked.catalogue)
    topic = near[0].topic if near else topic
    if topic is ProgrammeTopic.ROUNDS and not asked.question.cues.isdisjoint({NEWEST, RECENT}):
        near = [newest_round(asked.catalogue.programme(topic))]
    facts = asked.catalogue.programme(topic)
    rest = [fact for fact in facts[asked.offset :] or facts if fact not in near]
    shown = [*near, *rest][:RULES_SHOWN]
    following = [fact for fact in rest if fact not in shown]
    paragraphs = [title(topic_name(topic, t))]
    paragraphs += [body(line) for line in _no_rule_tells(asked, topic)]
    untold = [place for place in asked.question.places if _is_untold(place, asked, shown)]
    if untold and near and topic in _OF_PLACES:
        names = both([place_name(place, t) for place in untold], t)
        line = t.gettext("Of {place} itself I know no more; this is what I do know:", place=names)
        paragraphs.append(body(line))
    if not shown:
        paragraphs.append(body(t.gettext("I hold no rule on this yet.")))
    paragraphs += [item(rule_text(fact, t)) for fact in shown]
    paragraphs += sources_note((source for fact in shown for source in fact.sources), t)
    choices: list[Choice] = []
    if following:
        more = Action.of(Verb.TOPIC, facts.index(following[0]), topic.value)
        choices.append(Choice(t.gettext("More"), more.text))
    if topic is ProgrammeTopic.ROUNDS and shown:
        choices += _of_the_year(asked, shown[0])
    for related in RELATED[topic]:
        choices += choice(topic_name(related, t), Verb.TOPIC, 0, related.value)
    return answered(Outcome.TALK, paragraphs, choices)


def _of_the_year(asked: Asked, told: ProgrammeFact) -> list[Choice]:
    """The list of those recognised with five stars in the year of a round."""
    year = year_of(told)
    if year is None:
        return []
    listing = Listing(stars=FULL, award=Award(period=year))
    action = listing.alone(0)
    label = asked.t.gettext("5-star products certified in {year}", year=year)
    return [Choice(label, action.text)] if action is not None else []


def _no_rule_tells(asked: Asked, topic: ProgrammeTopic) -> list[str]:
    """What is asked that no rule says: of support, foreigners, fines and the years to come."""
    t, cues = asked.t, asked.question.cues
    lines: list[str] = []
    if topic is ProgrammeTopic.APPLYING and SUPPORT in cues:
        lines.append(
            t.gettext(
                "What money or other support there is I do not know. Ask the People's "
                "Committee of your commune or ward."
            )
        )
    if topic is ProgrammeTopic.APPLYING and FOREIGNERS in cues:
        lines.append(
            t.gettext(
                "Whether a foreign person or company can take part I do not know. Ask the "
                "People's Committee of the commune or ward where it is made."
            )
        )
    if topic in _OF_FINES and PENALTY in cues:
        lines.append(
            t.gettext(
                "How high a fine is I do not know: the rules I read do not tell. Ask the People's "
                "Committee of your commune or ward."
            )
        )
    if topic in _OF_THE_YEARS and NEXT_PERIOD in cues:
        lines.append(
            t.gettext(
                "What rules hold for the programme from 2026 to 2030 I do not know yet; this is "
                "what I do know:"
            )
        )
    return lines


def _is_untold(place: Place, asked: Asked, shown: Sequence[ProgrammeFact]) -> bool:
    """Whether a place typed by its name is not told of by any of the rules."""
    name = folded(place.name)
    typed = name in folded(asked.question.text)
    return typed and not any(name in folded(rule.text_vi) for rule in shown)


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
