"""Grows a knowledge base: real names with other real places, brands and sizes.

Near-duplicates abound by construction ("Mật ong rừng Thanh Hảo 500g", "Mật ong rừng Bình Minh
500g"), as they would in a country-wide list; that is what makes a large one hard to search.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from msgspec.structs import replace

from benchmarks.folding import fold
from knowledge.catalogue import Facts
from knowledge.facts import Place, PlaceLevel, Product

_SIZES = (
    *("500g", "1kg", "250g", "loại 1", "loại đặc biệt", "hộp quà", "túi lọc", "hữu cơ", "cao cấp"),
    *("truyền thống", "chai 500ml", "số 2", "nguyên chất", "thượng hạng", "hộp 12 gói", "40 độ"),
)
_UNIT_WORDS = frozenset(
    (
        *(
            "công",
            "ty",
            "tnhh",
            "cổ",
            "phần",
            "cp",
            "mtv",
            "một",
            "thành",
            "viên",
            "trách",
            "nhiệm",
        ),
        *("hữu", "hạn", "sản", "xuất", "thương", "mại", "dịch", "vụ", "hợp", "tác", "xã", "htx"),
        *("hộ", "kinh", "doanh", "cơ", "sở", "nông", "nghiệp", "và", "tổng", "chế", "biến"),
    )
)


def grow(facts: Facts, products: int, seed: int = 0) -> Facts:
    """Facts with this many products: all real ones first, then made ones, no name twice.

    With fewer than there are, a sample of the real ones. The same seed makes the same facts.
    """
    rng = random.Random(f"{seed}:growth")
    if products <= len(facts.products):
        kept = tuple(rng.sample(facts.products, products))
        wanted = {product.code for product in kept}
        offers = tuple(offer for offer in facts.offers if offer.product in wanted)
        return replace(facts, version=f"{facts.version}-{products}", products=kept, offers=offers)
    made = _made_products(facts, rng)
    grown = list(facts.products)
    taken = {fold(product.name) for product in grown}
    while len(grown) < products:
        product = next(made)
        name = fold(product.name)
        if name not in taken:
            taken.add(name)
            grown.append(replace(product, code=f"made-{len(grown)}"))
    return replace(facts, version=f"{facts.version}-{products}", products=tuple(grown))


def _made_products(facts: Facts, rng: random.Random) -> Iterator[Product]:
    stems = [product for product in facts.products if product.name_vi]
    producers = [producer for producer in facts.producers if producer.name_vi]
    brands = [(brand, p.code) for p in producers if (brand := _brand(p.name_vi or ""))]
    places: list[Place] = []
    for place in facts.places:
        if place.level in {PlaceLevel.DISTRICT, PlaceLevel.FORMER_PROVINCE}:
            places.append(place)
    while True:
        stem = rng.choice(stems)
        location = replace(stem.location, district=None, commune=None, district_name=None)
        producer = stem.producer
        ending_vi = ending_en = ""
        if rng.random() < 0.6:
            brand, producer = rng.choice(brands)
            ending_vi, ending_en = f" {brand}", f"{brand} "
        if rng.random() < 0.5 and places:
            place = rng.choice(places)
            ending_vi += f" {place.name}"
            location = replace(
                location,
                province=place.provinces[0],
                former_province=(place.former_provinces or (None,))[0],
            )
        if rng.random() < 0.5 or not ending_vi:
            size = rng.choice(_SIZES)
            ending_vi += f" {size}"
        # Two words at least stay of the real name: shorter stems would make names of endings only.
        # Brackets and dashes go: half a bracket is in nobody's name.
        words = re.split(r"[(\"“,/–]| - ", stem.name_vi or "")[0].split()
        if not words:
            continue
        kept = " ".join(words[: max(2, rng.randint(len(words) // 2, len(words)))])
        name_en = f"{ending_en}{stem.name_en}" if stem.name_en and ending_en else None
        yield replace(
            stem,
            name_vi=f"{kept}{ending_vi}",
            name_en=name_en,
            producer=producer,
            location=location,
        )


def _brand(name: str) -> str | None:
    """The end of a producer's name that is no word of its legal form."""
    words: list[str] = []
    for word in reversed(name.split()):
        if word.lower() in _UNIT_WORDS or not word[0].isupper() or len(words) == 3:
            break
        words.append(word)
    return " ".join(reversed(words)) if len(words) >= 2 else None
