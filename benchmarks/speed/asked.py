"""The questions asked in the measures of speed: product names typed in eight ways."""

from __future__ import annotations

from benchmarks.accuracy.case import Case
from benchmarks.accuracy.known_names import KnownNames
from benchmarks.accuracy.questions import QuestionMaker
from benchmarks.accuracy.templates_holdout import HOLDOUT
from knowledge.catalogue import Catalogue

NOISES = (*("lower", "no_marks", "telex", "vni", "teen", "one_slip", "no_marks_slip", "two_slips"),)
"""The eight ways of typing."""


def asked(catalogue: Catalogue, questions: int, seed: int) -> list[Case]:
    """About this many questions, one of each way of typing in turn, so that any part of them is as
    mixed as the whole."""
    maker = QuestionMaker(KnownNames(catalogue), HOLDOUT, seed)
    share = max(1, -(-questions // len(NOISES)))
    of_each = [list(maker.cases(noise, share)) for noise in NOISES]
    return [case for together in zip(*of_each, strict=False) for case in together]
