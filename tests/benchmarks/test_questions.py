"""The generated questions can be answered, and are the same for the same seed."""

from __future__ import annotations

import pytest

from benchmarks.accuracy.bars import bar_of
from benchmarks.accuracy.case import Case, Subject
from benchmarks.accuracy.everyday_places import EVERYDAY_NAMES
from benchmarks.accuracy.known_names import KnownNames
from benchmarks.accuracy.measuring import CLASSES, make_cases
from benchmarks.accuracy.templates import DEVELOPMENT, TemplateSet
from benchmarks.accuracy.templates_holdout import HOLDOUT
from benchmarks.accuracy.written_questions import handwritten, own_words, refusals
from benchmarks.folding import fold
from knowledge.catalogue import Catalogue

FEW = 12


def cases(catalogue: Catalogue, templates: TemplateSet = DEVELOPMENT, seed: int = 5) -> list[Case]:
    return list(make_cases(catalogue, templates, seed=seed, per_class=FEW))


def test_the_same_seed_asks_the_same(catalogue: Catalogue) -> None:
    assert cases(catalogue) == cases(catalogue)
    assert cases(catalogue) != cases(catalogue, seed=6)


@pytest.mark.parametrize("templates", [DEVELOPMENT, HOLDOUT])
def test_every_class_is_asked_and_has_a_bar(catalogue: Catalogue, templates: TemplateSet) -> None:
    asked = cases(catalogue, templates)
    for noise in CLASSES:
        assert 0.75 <= bar_of(noise) <= 1.0
        assert sum(case.noise == noise for case in asked) >= FEW - 1, noise


def test_the_right_answer_exists(catalogue: Catalogue) -> None:
    for case in cases(catalogue):
        if case.subject in {Subject.PRODUCT, Subject.COMPARE}:
            assert case.codes
            assert case.codes | case.others <= catalogue.products.keys()
        if case.subject is Subject.PRODUCER:
            assert case.codes
            assert case.codes <= catalogue.producers.keys()
        if case.subject is Subject.PLACE:
            assert case.provinces
            assert all(f"province:{code}" in catalogue.places for code in case.provinces)
        assert "{" not in case.text or case.subject is Subject.FOREIGN


def test_names_alike_in_folded_letters_are_all_right(
    catalogue: Catalogue, known: KnownNames
) -> None:
    by_name: dict[str, set[str]] = {}
    for product in catalogue.facts.products:
        if product.name_vi:
            by_name.setdefault(fold(product.name_vi), set()).add(product.code)
    shared = next(codes for codes in by_name.values() if len(codes) > 2)
    assert all(shared <= known.same_as(catalogue.products[code]) for code in shared)


def test_what_is_left_of_a_name_fits_no_other_product(
    catalogue: Catalogue, known: KnownNames
) -> None:
    product = catalogue.products["toi-den-ly-son-dori"]
    assert known.identifies("tỏi đen dori", product)
    assert not known.identifies("tỏi lý sơn", product)


def test_a_slip_into_another_products_name_is_not_asked(
    catalogue: Catalogue, known: KnownNames
) -> None:
    honey = catalogue.products["mat-ong-phuong-di"]
    assert known.names_only("mật ong phương dii mấy sao", honey)
    assert not known.names_only("trà hoa vàng ba chẽ mấy sao", honey)


def test_both_authors_write_fifteen_phrasings_of_their_own() -> None:
    for group in ("products", "places", "producers"):
        ours, theirs = getattr(DEVELOPMENT, group), getattr(HOLDOUT, group)
        for intent, by_language in ours.items():
            for language, phrasings in by_language.items():
                others = theirs[intent][language]
                assert min(len(set(phrasings)), len(set(others))) >= 14, (intent, language)
                shared = set(phrasings) & set(others) - {"{name}", "{producer}"}
                assert len(shared) <= 1, shared


def test_handwritten_questions_name_what_is_known(catalogue: Catalogue, known: KnownNames) -> None:
    written = list(handwritten(catalogue, known))
    assert len(written) >= 150
    assert len({case.text for case in written}) == len(written)
    assert {case.language for case in written} == {"vi", "en"}


def test_messages_in_own_words_are_all_different() -> None:
    written = list(own_words())
    assert len(written) >= 300
    assert len({case.text for case in written}) == len(written)


def test_refusals_name_no_real_product(catalogue: Catalogue, known: KnownNames) -> None:
    """A kind alone ("bún") may stand in them; a name of a product with its brand may not."""
    written = list(refusals())
    assert len(written) >= 300
    generic = {fold(kind.name_vi) for kind in catalogue.facts.kinds}
    generic |= {fold(kind.name_en) for kind in catalogue.facts.kinds}
    for kind in catalogue.facts.kinds:
        generic |= {fold(word) for word in (*kind.also_vi, *kind.also_en)}
    for case in written:
        whole = fold(case.text)
        for code in known.named_in(case.text):
            product = catalogue.products[code]
            names = {fold(name) for name in (product.name_vi, product.name_en) if name}
            standing = {name for name in names if f" {name} " in f" {whole} "}
            # What is asked for has a brand or an origin besides the kind's word.
            assert whole not in names, case.text
            assert all(name in generic or len(name.split()) <= 3 for name in standing), case.text


def test_everyday_names_point_at_todays_provinces(catalogue: Catalogue) -> None:
    assert all(f"province:{code}" in catalogue.places for _, code in EVERYDAY_NAMES)
    former = {fold(p.name): set(p.provinces) for p in catalogue.facts.places if ":" in p.key}
    assert former[fold("Bến Tre")] == {"86"}
