"""The programme's rules in the language of a reply."""

from __future__ import annotations

from knowledge.facts import ProgrammeFact
from locales import Translator


def rule_text(rule: ProgrammeFact, t: Translator) -> str:
    """A rule as it is told to a person."""
    return t.choose(rule.text_vi, rule.text_en)
