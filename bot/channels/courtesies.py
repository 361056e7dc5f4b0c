"""Short words that a channel says by itself, when there is no question to answer."""

from __future__ import annotations

from collections.abc import Callable

from handlers.chat.reply import Outcome, Paragraph, Reply, Run
from locales import LOCALES, Translator, translator


def apology(code: str) -> Reply:
    """For an error nobody foresaw; the log has its trace under ``code``."""
    return _in_all_languages(
        lambda t: t.gettext(
            "Sorry, something went wrong on our side (code {code}). Please try again.", code=code
        )
    )


def only_text() -> Reply:
    """For a sticker, a picture or whatever else cannot be read."""
    return _in_all_languages(
        lambda t: t.gettext("I can only read text. Please write the name of a product or province.")
    )


def slower() -> Reply:
    """For whoever asks too much at once."""
    return _in_all_languages(
        lambda t: t.gettext(
            "That is more than I can answer at once. Please wait a minute, then ask again."
        )
    )


def _in_all_languages(sentence: Callable[[Translator], str]) -> Reply:
    """In every language we speak: nobody has said which one is theirs."""
    paragraphs = tuple(Paragraph((Run(sentence(translator(locale))),)) for locale in LOCALES)
    return Reply(Outcome.TALK, paragraphs)
