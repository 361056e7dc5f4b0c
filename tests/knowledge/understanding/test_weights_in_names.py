"""Weights: on a label they tell how much is in the pack, in some names which one it is."""

from __future__ import annotations

from msgspec.structs import replace

from benchmarks.knowledge_bases import facts_of
from knowledge.base import build_knowledge


def test_of_two_that_differ_by_their_weight_the_one_typed_is_meant() -> None:
    facts = facts_of()
    bananas = next(each for each in facts.products if each.name == "Chuối Unifarm")
    sold_by_kilo = replace(bananas, code="chuoi-unifarm-1kg", name_vi="Chuối Unifarm 1kg")
    knowledge = build_knowledge(replace(facts, products=(*facts.products, sold_by_kilo)))
    first = {
        typed: knowledge.understanding.read(typed).products[0].code
        for typed in ("sđt của chuối unifarm 1kg", "chuoi unifarm may sao")
    }
    assert list(first.values()) == ["chuoi-unifarm-1kg", "chuoi-unifarm"]
