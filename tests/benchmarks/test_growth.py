"""Grown knowledge bases are whole, repeatable and full of near-duplicates."""

from __future__ import annotations

from collections import Counter

from benchmarks.folding import fold
from benchmarks.speed.growth import grow
from benchmarks.speed.peers import Rapidfuzz, TrigramSearch
from knowledge.catalogue import Catalogue

SIZE = 6_000


def test_growing_keeps_the_real_and_repeats_itself(catalogue: Catalogue) -> None:
    grown = grow(catalogue.facts, SIZE)
    assert len(grown.products) == len({product.code for product in grown.products}) == SIZE
    assert grown.products[: len(catalogue.facts.products)] == catalogue.facts.products
    assert grown == grow(catalogue.facts, SIZE)
    assert grown.version != catalogue.facts.version


def test_made_names_are_new_and_alike(catalogue: Catalogue) -> None:
    real = {fold(product.name) for product in catalogue.facts.products}
    made = [fold(product.name) for product in grow(catalogue.facts, SIZE).products]
    made = made[len(catalogue.facts.products) :]
    assert len(set(made)) == len(made)
    assert real.isdisjoint(made)
    stems = Counter(" ".join(name.split()[:2]) for name in made)
    assert stems.most_common(1)[0][1] > 20


def test_a_smaller_one_is_a_sample(catalogue: Catalogue) -> None:
    small = grow(catalogue.facts, 50)
    assert len(small.products) == 50
    kept = {product.code for product in small.products}
    assert kept <= catalogue.products.keys()
    assert all(offer.product in kept for offer in small.offers)


def test_peers_find_what_is_typed_well(catalogue: Catalogue) -> None:
    names = [(p.code, p.name_vi) for p in catalogue.facts.products if p.name_vi]
    for peer in (Rapidfuzz(names), TrigramSearch(names)):
        assert peer.first("mua trà hoa vàng Ba Chẽ ở đâu") == "tra-hoa-vang-ba-che"
    assert TrigramSearch(names).first("?") is None
