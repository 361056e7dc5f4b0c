"""Help, greetings and the choice of language."""

from __future__ import annotations

from handlers.answers.examples import EXAMPLES_OFFERED, example_choices
from handlers.answers.not_found import list_date
from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Outcome, Paragraph
from handlers.words.wording import body, item
from knowledge.understanding.vocabulary.senses import ITSELF
from locales import LOCALES, language_name


def help_(asked: Asked) -> Answer:
    """What can be asked, by example; first what the assistant is, where that was asked."""
    t = asked.t
    lines = [
        *(_itself(asked) if ITSELF in asked.question.cues else ()),
        body(t.gettext("I answer questions about Vietnam's OCOP products. You can ask:")),
        item(t.gettext("what a product is, how many stars it has, who makes it")),
        item(t.gettext("where to buy it and how to reach the producer")),
        item(t.gettext("what a province has to offer, by stars or kind of product")),
        item(t.gettext("how many OCOP products a province has")),
        item(t.gettext("what OCOP is, what the stars mean, how to check a label")),
        body(t.gettext("With or without accents, in Vietnamese or English. For example:")),
    ]
    return answered(Outcome.TALK, lines, example_choices(t))


def _itself(asked: Asked) -> list[Paragraph]:
    """What the assistant is and costs, and where it has its facts."""
    t = asked.t
    return [
        body(
            t.gettext(
                "I am a computer program, not a person, and asking me costs nothing. Feedback "
                "goes to the people who run me."
            )
        ),
        body(
            t.gettext(
                "What I know comes from published sources, named below each answer, up to {date}.",
                date=list_date(asked),
            )
        ),
    ]


def welcome(asked: Asked) -> Answer:
    """The first words to a person who has just come: three lines and four examples."""
    t = asked.t
    lines = [
        body(t.gettext("Hello! I know Vietnam's OCOP products.")),
        body(t.gettext("Ask me about stars, producers, where to buy, or what a province has.")),
        body(t.gettext("Write as you like, in Vietnamese or English. For example:")),
    ]
    return answered(Outcome.TALK, lines, example_choices(t)[:EXAMPLES_OFFERED])


def greeting(asked: Asked) -> Answer:
    """A greeting back, with something to try."""
    t = asked.t
    line = t.gettext(
        "Hello! I know about Vietnam's OCOP products: their stars, who makes them, where to buy "
        "them. What would you like to know?"
    )
    return answered(Outcome.TALK, [body(line)], example_choices(t)[:EXAMPLES_OFFERED])


def thanks(asked: Asked) -> Answer:
    """You are welcome."""
    return answered(
        Outcome.TALK,
        [body(asked.t.gettext("You are welcome! Ask me anytime about OCOP products."))],
    )


def goodbye(asked: Asked) -> Answer:
    """Goodbye."""
    return answered(
        Outcome.TALK, [body(asked.t.gettext("Goodbye, and enjoy the flavours of Vietnam!"))]
    )


def listening(asked: Asked) -> Answer:
    """To a word of assent in the middle of a talk."""
    return answered(Outcome.TALK, [body(asked.t.gettext("I am here. What else can I tell you?"))])


def of_what(asked: Asked) -> Answer:
    """The same where more, or what was told again, is asked for and nothing was told."""
    return listening(asked)


def language(asked: Asked) -> Answer:
    """Confirm the language chosen (we already speak it), or offer the languages."""
    t = asked.t
    if asked.question.asked_language in LOCALES:
        return answered(
            Outcome.TALK,
            [body(t.gettext("I will answer in English from now on."))],
            example_choices(t)[:EXAMPLES_OFFERED],
        )
    choices = [
        each
        for locale in LOCALES
        for each in choice(language_name(locale, locale), Verb.LANGUAGE, locale)
    ]
    offered = t.gettext("I speak Vietnamese and English. Which of them shall I answer in?")
    return answered(Outcome.TALK, [body(offered)], choices)


def stale(asked: Asked) -> Answer:
    """A button that has gone stale or is not ours."""
    t = asked.t
    return answered(
        Outcome.NOT_FOUND,
        [body(t.gettext("That button is no longer up to date. Please ask me again."))],
        example_choices(t)[:EXAMPLES_OFFERED],
    )


def no_such_number(asked: Asked) -> Answer:
    """A number or "the third one" that stands for nothing shown."""
    sentence = asked.t.gettext(
        "I do not know what that number stands for. Please type a product's name or a province."
    )
    return answered(Outcome.NOT_FOUND, [body(sentence)])
