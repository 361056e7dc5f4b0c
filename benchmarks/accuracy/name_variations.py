"""Ways of writing a product's name itself: run together, split, turned round, cut short, other
words for the same thing, English.

Each function returns ``None`` when the name does not offer itself to the variation.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from benchmarks.accuracy.known_names import KnownNames
from benchmarks.folding import fold, strip_marks
from knowledge.facts import Product

Variation = Callable[[Product, KnownNames, random.Random], str | None]

_EXTRAS_BEFORE = ("món", "hàng", "loại", "cái", "sản phẩm", "đặc sản", "mấy cái", "thứ")
_EXTRAS_AFTER = (
    "chính hãng",
    "loại ngon",
    "thật",
    "chính gốc",
    "xịn",
    "hàng Việt Nam",
    "500g",
    "hộp 1kg",
    "mới ra",
    "nhà làm",
    "đóng hộp",
    "ngon nhất",
)

_OTHER_WORDS: tuple[tuple[str, str], ...] = (
    ("trà", "chè"),
    ("chè", "trà"),
    ("thịt lợn", "thịt heo"),
    ("thịt heo", "thịt lợn"),
    ("lợn", "heo"),
    ("heo", "lợn"),
    ("ngô", "bắp"),
    ("bắp", "ngô"),
    ("lạc", "đậu phộng"),
    ("đậu phộng", "lạc"),
    ("đậu phộng", "đậu phụng"),
    ("vừng", "mè"),
    ("mè", "vừng"),
    ("dứa", "thơm"),
    ("khóm", "dứa"),
    ("giò lụa", "chả lụa"),
    ("chả lụa", "giò lụa"),
    ("ruốc", "chà bông"),
    ("chà bông", "ruốc"),
    ("mãng cầu ta", "na"),
    ("na", "mãng cầu"),
    ("bánh đa nem", "bánh tráng"),
    ("củ sắn", "khoai mì"),
    ("khoai mì", "sắn"),
    ("sắn", "khoai mì"),
    ("quả", "trái"),
    ("trái", "quả"),
    ("mướp đắng", "khổ qua"),
    ("khổ qua", "mướp đắng"),
    ("lạp xưởng", "lạp sườn"),
    ("lạp sườn", "lạp xưởng"),
    ("mì", "mỳ"),
    ("mỳ", "mì"),
    ("tôm khô", "khô tôm"),
    ("cá khô", "khô cá"),
    ("khô cá", "cá khô"),
    ("nấm mộc nhĩ", "nấm mèo"),
    ("mộc nhĩ", "nấm mèo"),
    ("cà phê", "cafe"),
    ("cà phê", "cà fê"),
    ("sô cô la", "socola"),
    ("socola", "sô cô la"),
    ("tàu hũ", "đậu hũ"),
    ("đậu phụ", "đậu hũ"),
    ("rượu", "riệu"),
    ("dưa chuột", "dưa leo"),
    ("dưa leo", "dưa chuột"),
    ("chuối sấy", "chuối khô"),
    ("hạt sen", "hột sen"),
    ("hạt điều", "hột điều"),
    ("trứng vịt", "hột vịt"),
    ("trứng gà", "hột gà"),
    ("ốc bươu", "ốc nhồi"),
    ("miến dong", "miến rong"),
)
"""What the north and the south, the shop and the label call the same thing."""
_OTHER_THINGS = ("cá dứa", "lá dứa", "trà dứa", "mắm ruốc")
"""Where such a word names another thing: the fish, pandan, and shrimp paste."""


def run_together(product: Product, _: KnownNames, rng: random.Random) -> str | None:
    """No space at all or only a few: ``nuocmamlegia``, ``nướcmắm lêgia``."""
    if product.name_vi is None or len(product.name_vi.split()) < 2:
        return None
    name = product.name_vi.lower()
    if rng.random() < 0.7:
        name = strip_marks(name)
    if rng.random() < 0.6:
        return name.replace(" ", "")
    words = name.split()
    joined = words[0]
    for word in words[1:]:
        joined += word if rng.random() < 0.6 else f" {word}"
    return joined if joined != name else name.replace(" ", "")


def split_syllables(product: Product, _: KnownNames, rng: random.Random) -> str | None:
    """One or two words with a space inside: ``nướ c mắm``."""
    if product.name_vi is None:
        return None
    words = product.name_vi.split()
    long = [position for position, word in enumerate(words) if len(word) >= 3]
    if not long:
        return None
    for position in rng.sample(long, min(len(long), rng.randint(1, 2))):
        cut = rng.randint(1, len(words[position]) - 1)
        words[position] = f"{words[position][:cut]} {words[position][cut:]}"
    name = " ".join(words).lower()
    return strip_marks(name) if rng.random() < 0.5 else name


def word_order(product: Product, known: KnownNames, rng: random.Random) -> str | None:
    """The brand before the kind: ``Lê Gia nước mắm``."""
    words = (product.name_vi or "").replace(",", " ").replace("–", " ").replace(" - ", " ").split()
    if len(words) < 3:
        return None
    turn = rng.randint(max(1, len(words) // 2 - 1), min(len(words) - 1, len(words) // 2 + 1))
    name = " ".join((*words[turn:], *words[:turn]))
    # "mật ong hoa" turned round may be somebody else's "hoa mật ong".
    if not known.names_only(name, product):
        return None
    return name if rng.random() < 0.5 else name.lower()


def words_left_out(product: Product, known: KnownNames, rng: random.Random) -> str | None:
    """Some words missing, while the rest is in no other product's name."""
    words = (product.name_vi or "").split()
    if len(words) < 4:
        return None
    for _ in range(12):
        # Mostly a stretch falls out: "gạo lứt – hạt sen" becomes "gạo hạt sen".
        count = rng.randint(1, max(1, len(words) // 3))
        start = rng.randint(0, len(words) - count)
        stretch = range(start, start + count)
        missing = stretch if rng.random() < 0.75 else rng.sample(range(len(words)), count)
        kept = [word for position, word in enumerate(words) if position not in missing]
        name = " ".join(kept)
        if len(fold(name).split()) >= 3 and known.identifies(name, product):
            return name if rng.random() < 0.5 else name.lower()
    return None


def extra_words(product: Product, known: KnownNames, rng: random.Random) -> str | None:
    """Words around the name that are no part of it."""
    if product.name_vi is None:
        return None
    name = product.name_vi
    if rng.random() < 0.5:
        name = f"{rng.choice(_EXTRAS_BEFORE)} {name}"
    if name == product.name_vi or rng.random() < 0.6:
        name = f"{name} {rng.choice(_EXTRAS_AFTER)}"
    return name if known.names_only(name, product) else None


def regional(product: Product, known: KnownNames, rng: random.Random) -> str | None:
    """Another region's word for the same thing."""
    if product.name_vi is None:
        return None
    padded = f" {product.name_vi.lower()} "
    possible = [
        padded.replace(f" {word} ", f" {other} ", 1).strip()
        for word, other in _OTHER_WORDS
        if word != other
        and f" {word} " in padded
        and not any(thing.endswith(word) and f" {thing} " in padded for thing in _OTHER_THINGS)
    ]
    rng.shuffle(possible)
    return next((name for name in possible if known.names_only(name, product)), None)


def english(product: Product, _: KnownNames, rng: random.Random) -> str | None:
    """The English name as it is written."""
    return product.name_en


def english_lower(product: Product, _: KnownNames, rng: random.Random) -> str | None:
    """The English name in small letters without marks, as a foreign keyboard types it."""
    if product.name_en is None:
        return None
    return strip_marks(product.name_en).lower()


def english_kind(product: Product, known: KnownNames, rng: random.Random) -> str | None:
    """The unmarked brand with an English word for the kind: ``Ba Che golden camellia tea``."""
    parts = known.brand_and_kind(product)
    if parts is None:
        return None
    brand, kinds = parts
    kind = rng.choice(kinds).lower()
    name = strip_marks(brand)
    form = rng.choice((f"{name} {kind}", f"{name} {kind}", f"{kind} {name}"))
    return form.lower() if rng.random() < 0.4 else form


VARIATIONS: Mapping[str, Variation] = {
    "run_together": run_together,
    "split": split_syllables,
    "word_order": word_order,
    "words_left_out": words_left_out,
    "extra_words": extra_words,
    "regional": regional,
}
"""Ways of writing a Vietnamese name, by class."""

ENGLISH_VARIATIONS: Mapping[str, Variation] = {
    "en_name": english,
    "en_lower": english_lower,
    "en_kind": english_kind,
}
"""Ways of naming a product in English, by class."""
