"""Makes foreign questions: brands that do not exist, with kinds of food that do."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.accuracy.case import Case, Subject
from benchmarks.accuracy.known_names import KnownNames
from benchmarks.accuracy.typing_noise import clean, lower, no_marks
from benchmarks.folding import fold
from knowledge.catalogue import Catalogue
from knowledge.understanding.question import Intent

_SYLLABLES = (
    *("Tuyền", "Khuê", "Nhạn", "Diễm", "Thục", "Trác", "Phiên", "Ngạn", "Quỳ", "Lẫm", "Trường"),
    *("Hạnh", "Kiệm", "Thoại", "Vĩ", "Cẩn", "Luân", "Bạt", "Hồi", "Nghi", "Toàn", "Khôi", "Giác"),
    *("Lệnh", "Duyệt", "Triết", "Phiêu", "Khải", "Lãng", "Tịnh", "Uyên", "Thức", "Sảng", "Mạn"),
    *("Đoan", "Hiệu", "Thắm", "Nhuận", "Kỷ", "Tấn", "Xuyến", "Đài", "Bích", "Thư", "Quyên", "Dã"),
    *("Thạc", "Huân", "Nghiêm", "Trứ"),
)
_LATIN = (
    *("Zor", "Qua", "Vex", "Lumi", "Dra", "Kel", "Nova", "Xan", "Brio", "Fen", "Tal", "Mori"),
    *("Pex", "Gri", "Wav", "Jin", "Oba", "Sul", "Ryn", "Hex", "Ulo", "Cra"),
)
_LATIN_ENDS = (
    *("tik", "lon", "vara", "mex", "dian", "zo", "phia", "rix", "bell", "nor", "quil", "vanta"),
    *("sco", "limo"),
)
_KINDS = (
    *("nước mắm", "trà", "cà phê", "mật ong", "bánh tráng", "gạo", "rượu nếp", "yến sào", "kẹo"),
    *("trà sữa", "phở cuốn", "bún chả", "bánh mì", "lẩu", "pizza", "gà rán", "chả cá", "hạt điều"),
    *("miến", "tinh dầu", "muối tôm", "kem", "bia", "xúc xích", "sữa chua", "mứt dừa", "chè"),
)
_ENGLISH_KINDS = (
    *("fish sauce", "tea", "coffee", "honey", "rice paper", "cashews", "noodles", "chilli sauce"),
    *("beer", "pizza", "burger", "chocolate", "dried mango", "coconut candy", "shrimp paste"),
)
_QUESTIONS = (
    *("{x}", "{x}", "mua {x} ở đâu", "{x} mấy sao", "{x} giá bao nhiêu", "{x} của công ty nào"),
    *("sđt {x}", "cho hỏi {x}", "{x} bán ở đâu vậy", "{x} có ocop không", "liên hệ {x}"),
)
_ENGLISH_QUESTIONS = (
    *("{x}", "where to buy {x}", "{x} rating", "who makes {x}", "price of {x}", "contact {x}"),
    *("what is {x}", "is {x} ocop certified?"),
)


class ForeignQuestionMaker:
    """Makes questions about things that do not exist; the same seed makes the same ones."""

    def __init__(self, catalogue: Catalogue, known: KnownNames, seed: int) -> None:
        self._known = known
        self._seed = seed
        facts = catalogue.facts
        names = [n for p in facts.products for n in (p.name_vi, p.name_en) if n]
        names += [n for p in facts.producers for n in (p.name_vi, p.name_en) if n]
        names += [place.name for place in facts.places]
        self._pairs = {
            pair for words in (fold(name).split() for name in names) for pair in pairwise(words)
        }
        self._words = {word for name in names for word in fold(name).split()}

    def cases(self, count: int) -> Iterator[Case]:
        """``count`` questions, two in three Vietnamese."""
        for number in range(count):
            rng = random.Random(f"{self._seed}:foreign:{number}")
            english = rng.random() < 0.33
            brand = self._brand(rng, english=english or rng.random() < 0.25)
            if english:
                x = f"{brand} {rng.choice(_ENGLISH_KINDS)}"
                text = rng.choice(_ENGLISH_QUESTIONS).format(x=x)
            else:
                x = f"{rng.choice(_KINDS)} {brand}"
                text = rng.choice(_QUESTIONS).format(x=x)
            text = rng.choice((clean, clean, lower, no_marks))(text, rng)
            yield Case(
                text,
                "foreign_made",
                Subject.FOREIGN,
                (Intent.UNKNOWN,),
                "en" if english else "vi",
                wanted="made-up brands",
            )

    def _brand(self, rng: random.Random, *, english: bool) -> str:
        """A name of which no two neighbouring words, as letters, stand in any known name."""
        while True:
            if english:
                word = rng.choice(_LATIN) + rng.choice(_LATIN_ENDS)
                if fold(word) not in self._words:
                    return word
                continue
            words = rng.sample(_SYLLABLES, rng.choice((2, 2, 3)))
            folded = [fold(word) for word in words]
            if all(pair not in self._pairs for pair in pairwise(folded)):
                return " ".join(words)
