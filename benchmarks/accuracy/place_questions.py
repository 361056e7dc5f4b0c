"""Makes the questions about places: provinces old and new, everyday names, districts."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator

from benchmarks.accuracy.case import Case, Subject
from benchmarks.accuracy.everyday_places import EVERYDAY_NAMES
from benchmarks.accuracy.templates import TemplateSet
from benchmarks.accuracy.typing_noise import NOISES, Noise, lower, no_marks
from benchmarks.folding import fold, strip_marks
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Locale, Place, PlaceLevel
from knowledge.understanding.question import Intent

PLACE_NOISES: dict[str, str] = {
    "place_clean": "clean",
    "place_no_marks": "no_marks",
    "place_nfd": "nfd",
    "place_upper": "upper",
    "place_telex": "telex",
    "place_vni": "vni",
    "place_teen": "teen",
    "place_look_alikes": "look_alikes",
    "place_slip": "one_slip",
    "place_no_marks_slip": "no_marks_slip",
    "place_messy": "messy",
    "place_en": "clean",
    "place_everyday": "clean",
    "place_district": "clean",
}
"""Classes of questions about places, each with the way it is typed."""

_CATEGORY_WORDS: dict[Locale, tuple[tuple[str, Category], ...]] = {
    "vi": (
        ("đồ uống", Category.BEVERAGE),
        ("thực phẩm", Category.FOOD),
        ("dược liệu", Category.HERBAL),
        ("đồ thủ công mỹ nghệ", Category.HANDICRAFT),
        ("hàng thủ công", Category.HANDICRAFT),
        ("du lịch cộng đồng", Category.TOURISM),
    ),
    "en": (
        ("drinks", Category.BEVERAGE),
        ("beverages", Category.BEVERAGE),
        ("handicrafts", Category.HANDICRAFT),
        ("medicinal herbs", Category.HERBAL),
        ("foods", Category.FOOD),
    ),
}

_PLAIN_KINDS = frozenset(
    [
        "nuoc mam",
        "tra",
        "ca phe",
        "mat ong",
        "gao",
        "ruou",
        "banh trang",
        "mien dong",
        "cha ca",
        "yen sao",
        "keo",
        "hat dieu",
        "muoi",
        "nam",
        "thit trau gac bep",
        "tinh bot nghe",
        "tinh dau",
        "buoi",
        "cam",
        "xoai",
        "dong trung ha thao",
        "lap xuong",
    ]
)
"""Kinds that anybody asks for by this very word."""

MOST_SLIPS = 5
"""How often a slip is made anew that made the name of another place."""

_SHORT_ANSWER_INTENTS = {
    # "Đồ 5 sao Đà Lạt" asks what there is; "mấy sản phẩm 5 sao" how many. Both are told apart.
    Intent.OUTLETS: (Intent.OUTLETS, Intent.WHERE_TO_BUY),
}


class PlaceQuestionMaker:
    """Makes questions about places; the same seed and catalogue make the same questions."""

    def __init__(self, catalogue: Catalogue, templates: TemplateSet, seed: int) -> None:
        self._templates = templates
        self._seed = seed
        self._provinces_of: defaultdict[str, set[str]] = defaultdict(set)
        for place in catalogue.facts.places:
            # One name for several units: any province in which one of them lies is right.
            if place.level is not PlaceLevel.REGION:
                self._provinces_of[fold(place.name)] |= set(place.provinces)
        by_level: defaultdict[PlaceLevel, list[Place]] = defaultdict(list)
        for place in catalogue.facts.places:
            by_level[place.level].append(place)
        self._provinces = by_level[PlaceLevel.PROVINCE] + by_level[PlaceLevel.FORMER_PROVINCE]
        self._wide = {
            fold(place.name) for place in (*self._provinces, *by_level[PlaceLevel.DISTRICT])
        }
        province_names = {fold(place.name) for place in self._provinces}
        counted: defaultdict[str, int] = defaultdict(int)
        for place in by_level[PlaceLevel.DISTRICT]:
            counted[fold(place.name)] += 1
        self._districts = [
            place
            for place in by_level[PlaceLevel.DISTRICT]
            if counted[fold(place.name)] == 1
            and fold(place.name) not in province_names
            and len(self._provinces_of[fold(place.name)]) == 1
            # "Quận 5" needs its city.
            and not any(letter.isdigit() for letter in place.name)
        ]
        self._kinds = [k for k in catalogue.facts.kinds if fold(k.name_vi) in _PLAIN_KINDS]

    def cases(self, noise: str, count: int) -> Iterator[Case]:
        """``count`` questions of one class of :data:`PLACE_NOISES`."""
        for number in range(count):
            yield self._case(noise, random.Random(f"{self._seed}:{noise}:{number}"))

    def _named(self, noise: str, rng: random.Random) -> tuple[str, frozenset[str]]:
        """A name and the provinces that are right for it."""
        if noise == "place_everyday":
            name, province = rng.choice(EVERYDAY_NAMES)
            return name, frozenset({province})
        if noise == "place_district" and self._districts:
            place = rng.choice(self._districts)
            unit = place.full_name[: -len(place.name)].strip().lower()
            name = f"{unit} {place.name}" if unit and rng.random() < 0.3 else place.name
            return name, frozenset(place.provinces)
        place = rng.choice(self._provinces)
        name = f"tỉnh {place.name}" if rng.random() < 0.1 and noise != "place_en" else place.name
        return name, frozenset(place.provinces)

    def _typed(
        self, text: str, name: str, right: frozenset[str], noise: Noise, rng: random.Random
    ) -> str:
        """The text as typed. A slip that makes the name of a province or district elsewhere ("Bắc
        Binh", "Thanh Hà") is made anew: nobody could tell that another place was meant."""
        typed = noise(text, rng)
        for _ in range(MOST_SLIPS):
            others = self._wider_names(typed) - self._wider_names(text)
            # A slip in the words around is told by the place, which stands as it should
            instead = [other for other in others if set(other.split()) & set(fold(name).split())]
            if all(self._provinces_of[other] & right for other in instead):
                break
            typed = noise(text, rng)
        return typed

    def _wider_names(self, text: str) -> set[str]:
        """The names of provinces and districts, of two words or more, that a text holds."""
        words = fold(text).split()
        return {
            name
            for start in range(len(words))
            for end in range(start + 2, min(start + 5, len(words)) + 1)
            if (name := " ".join(words[start:end])) in self._wide
        }

    def _case(self, noise: str, rng: random.Random) -> Case:
        language: Locale = "en" if noise == "place_en" else "vi"
        name, provinces = self._named(noise, rng)
        if language == "en":
            name = strip_marks(name)
        # Two of three ask what there is: it is what travellers ask.
        intent = rng.choice((Intent.SPECIALITIES,) * 4 + (Intent.OUTLETS, Intent.STATISTICS))
        phrasings = self._templates.places[intent][language]
        template = rng.choice(phrasings)
        if not self._kinds:
            template = rng.choice([phrase for phrase in phrasings if "{kind}" not in phrase])
        kind = rng.choice(self._kinds) if "{kind}" in template else None
        category_word, category = rng.choice(_CATEGORY_WORDS[language])
        stars = rng.choice((3, 4, 5)) if "{stars}" in template else None
        text = template.format(
            place=name,
            stars=stars,
            kind=(kind.name_vi if language == "vi" else kind.name_en).lower() if kind else "",
            category=category_word,
        )
        typed = self._typed(text, name, provinces, NOISES[PLACE_NOISES[noise]], rng)
        if noise in {"place_en", "place_everyday", "place_district"}:
            typed = rng.choice((typed, lower(typed, rng), no_marks(typed, rng)))
        return Case(
            typed,
            noise,
            Subject.PLACE,
            _SHORT_ANSWER_INTENTS.get(intent, (intent,)),
            language,
            wanted=name,
            provinces=provinces,
            stars=stars if intent is Intent.SPECIALITIES else None,
            category=category if "{category}" in template else None,
            kind=kind.key if kind else None,
        )
