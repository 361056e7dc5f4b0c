"""Which products a name can mean: what a benchmark question accepts, and whether it is fair."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from benchmarks.folding import fold
from knowledge.catalogue import Catalogue
from knowledge.facts import Kind, Place, Producer, Product

_LEGAL_WORDS = frozenset(
    [
        "cong",
        "ty",
        "tnhh",
        "co",
        "phan",
        "cp",
        "ctcp",
        "mtv",
        "mot",
        "thanh",
        "vien",
        "trach",
        "nhiem",
        "huu",
        "han",
        "san",
        "xuat",
        "thuong",
        "mai",
        "dich",
        "vu",
        "hop",
        "tac",
        "xa",
        "htx",
        "ho",
        "kinh",
        "doanh",
        "hkd",
        "co",
        "so",
        "nong",
        "nghiep",
        "tong",
        "va",
        "che",
        "bien",
        "thuc",
        "pham",
        "doanh",
        "nghiep",
        "tu",
        "nhan",
        "dntn",
        "xuat",
        "nhap",
        "khau",
        "xnk",
        "to",
        "hop",
        "gia",
        "dinh",
        "ong",
        "ba",
        "nha",
        "may",
        "chi",
        "nhanh",
        "company",
        "limited",
        "co",
        "ltd",
        "jsc",
        "joint",
        "stock",
        "cooperative",
        "agricultural",
        "household",
        "business",
        "production",
        "trading",
        "service",
        "the",
        "and",
        "of",
        "group",
        "facility",
        "establishment",
    ]
)


_WRITTEN_OUT = {
    **{"htx": "hop tac xa", "tht": "to hop tac", "cty": "cong ty", "ctcp": "cong ty co phan"},
    **{"cp": "co phan", "tnhh": "trach nhiem huu han", "hkd": "ho kinh doanh"},
}
"""Folded abbreviations of what companies are."""


def _in_full(name: str) -> str:
    """A producer's folded name as it is said: HTX Thuận Phát and Hợp tác xã Thuận Phát are told
    apart by nobody."""
    return " ".join(_WRITTEN_OUT.get(word, word) for word in fold(name).split())


class KnownNames:
    """The folded names of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.products = catalogue.facts.products
        self.producers = catalogue.facts.producers
        self._same: defaultdict[str, set[str]] = defaultdict(set)
        self._words: defaultdict[str, set[str]] = defaultdict(set)
        for product in self.products:
            for name in (product.name_vi, product.name_en):
                if not name:
                    continue
                folded = fold(name)
                self._same[folded.replace(" ", "")].add(product.code)
                for word in folded.split():
                    self._words[word].add(product.code)
        self._places: defaultdict[str, list[Place]] = defaultdict(list)
        for place in catalogue.facts.places:
            self._places[fold(place.name)].append(place)
        self._producers: defaultdict[str, set[str]] = defaultdict(set)
        for producer in catalogue.facts.producers:
            for name in (producer.name_vi, producer.name_en):
                if name:
                    self._producers[_in_full(name)].add(producer.code)
        self._first_words: defaultdict[str, set[str]] = defaultdict(set)
        for name in (fold(n) for p in self.products for n in (p.name_vi, p.name_en) if n):
            self._first_words[name.split()[0] if name else ""].add(name)

    def same_as(self, product: Product) -> frozenset[str]:
        """Codes of the products that nobody can tell from this one by the letters of the name."""
        codes = {product.code}
        for name in (product.name_vi, product.name_en):
            if name:
                codes |= self._same[fold(name).replace(" ", "")]
        return frozenset(codes)

    def named_in(self, text: str) -> set[str]:
        """Codes of the products whose whole folded name stands in the text, word by word."""
        words = fold(text).split()
        found: set[str] = set()
        for start, word in enumerate(words):
            for name in self._first_words.get(word, ()):
                parts = name.split()
                if words[start : start + len(parts)] == parts:
                    found |= self._same[name.replace(" ", "")]
        return found

    def names_only(self, text: str, product: Product) -> bool:
        """Whether no other product's whole name of the same length or longer stands in the text.

        A slip or another word can turn one name into another's; nobody could answer that.
        """
        own = fold(product.name_vi or product.name_en or "")
        for code in self.named_in(text) - self.same_as(product):
            other = self._catalogue.products[code]
            names = [fold(name) for name in (other.name_vi, other.name_en) if name]
            padded = f" {fold(text)} "
            standing = [name for name in names if f" {name} " in padded]
            if any(f" {name} " not in f" {own} " for name in standing):
                return False
        return True

    def identifies(self, name: str, product: Product) -> bool:
        """Whether all these words together stand in no other product's name."""
        holders = [self._words[word] for word in fold(name).split()]
        return bool(holders) and set.intersection(*holders) <= self.same_as(product)

    def same_producer_as(self, producer: Producer) -> frozenset[str]:
        """Codes of the producers whose name folds to the same letters."""
        codes = {producer.code}
        for name in (producer.name_vi, producer.name_en):
            if name:
                codes |= self._producers[_in_full(name)]
        return frozenset(codes)

    @cached_property
    def _brands(self) -> dict[str, frozenset[str]]:
        brands: defaultdict[str, set[str]] = defaultdict(set)
        for producer in self._catalogue.facts.producers:
            brand = self.brand_of(producer)
            if brand:
                brands[fold(brand)].add(producer.code)
        return {brand: frozenset(codes) for brand, codes in brands.items()}

    def brand_of(self, producer: Producer) -> str | None:
        """The part of a producer's name that sets it apart: ``Lê Gia`` of ``Công ty TNHH ... Lê
        Gia``; ``None`` when the name has no such end."""
        words = producer.name.replace("(", " ").replace(")", " ").split()
        kept: list[str] = []
        for word in reversed(words):
            folded = fold(word)
            if not folded or folded in _LEGAL_WORDS or not word[0].isupper():
                break
            kept.append(word)
        kept.reverse()
        if not 2 <= len(kept) <= 4:
            return None
        return " ".join(kept)

    def distinctive_brand(self, producer: Producer) -> str | None:
        """The brand, when no other producer's name or product holds it and no place bears it."""
        brand = self.brand_of(producer)
        if brand is None or len(self._brands[fold(brand)]) > 1 or fold(brand) in self._places:
            return None
        for code in set.intersection(*(self._words[word] for word in fold(brand).split())):
            if self._catalogue.products[code].producer != producer.code:
                return None
        folded = f" {fold(brand)} "
        for name, codes in self._producers.items():
            if folded in f" {name} " and codes != {producer.code}:
                return None
        return brand

    @cached_property
    def _kinds_by_form(self) -> dict[str, Kind]:
        """The kinds by what they are called, with its marks: "tương" is sauce, "tượng" a statue."""
        return {
            form.lower(): kind
            for kind in self._catalogue.facts.kinds
            for form in (kind.name_vi, *kind.also_vi, kind.name_en, *kind.also_en)
            if form
        }

    def kind_and_places(self, name: str, product: Product) -> tuple[str, frozenset[str]] | None:
        """The product's kind and the keys of places where it is at home, if its name tells no more
        than the kind, or the kind and such a place; ``None`` for a name of its own."""
        words = name.lower().split()
        for length in range(len(words), 0, -1):
            for kind_words, rest in (
                (words[:length], words[length:]),
                (words[-length:], words[:-length]),
            ):
                kind = self._kinds_by_form.get(" ".join(kind_words))
                if kind is None or product.code not in self.all_of_kind(kind.key):
                    continue
                places = frozenset(
                    place.key
                    for place in self._places.get(fold(" ".join(rest)), ())
                    if self._catalogue.lies_in(product, place)
                )
                if places or not rest:
                    return kind.key, places
        return None

    def all_of_kind(self, key: str) -> frozenset[str]:
        """Codes of all products of a kind."""
        return frozenset(each.code for each in self._catalogue.products_at(kinds=(key,)))

    def brand_and_kind(self, product: Product) -> tuple[str, tuple[str, ...]] | None:
        """The brand in a Vietnamese name and the English words for its kind.

        Only for names made of a known kind and a proper name, when no other product has both.
        """
        words = (product.name_vi or "").split()
        folded = fold(product.name_vi or "").split()
        if len(words) != len(folded):
            return None
        for length in range(len(words) - 2, 0, -1):
            kind = self._kinds_by_form.get(" ".join(words[:length]).lower())
            if kind is None or not kind.name_en:
                continue
            # The longest kind is the one the name states: what follows must be a name alone.
            if not all(word[0].isupper() for word in words[length:]):
                return None
            of_brand = set.intersection(*(self._words[word] for word in folded[length:]))
            of_kind = set.intersection(*(self._words[word] for word in folded[:length]))
            if not of_brand & of_kind <= self.same_as(product):
                return None
            return " ".join(words[length:]), (kind.name_en, *kind.also_en)
        return None
