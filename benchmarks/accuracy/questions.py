"""Makes the questions about products and producers from a catalogue, by a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from benchmarks.accuracy.case import Case, Subject
from benchmarks.accuracy.known_names import KnownNames
from benchmarks.accuracy.name_variations import ENGLISH_VARIATIONS, VARIATIONS
from benchmarks.accuracy.short_forms import shorten
from benchmarks.accuracy.slips import slip
from benchmarks.accuracy.templates import Phrasings, TemplateSet
from benchmarks.accuracy.typing_noise import NOISES, Noise, clean, lower, no_marks
from benchmarks.folding import strip_marks
from knowledge.facts import Category, Locale, Producer, Product
from knowledge.understanding.question import Intent

_ATTEMPTS = 200
"""How many products are tried for one question before it is given up: rare variations (a tone that
can move, a regional word) fit one product in ten to thirty."""

_CASUAL: tuple[Noise, ...] = (clean, lower, no_marks)

PRODUCT_NOISES: tuple[str, ...] = (
    *NOISES,
    *VARIATIONS,
    "long_sentence",
    *ENGLISH_VARIATIONS,
    "en_slip",
    "mixed",
    "compare",
)
_MISTYPED = frozenset(("run_together", "split"))
"""Variations that are the product's own name, typed otherwise."""
PRODUCER_NOISES: tuple[str, ...] = (
    "producer_clean",
    "producer_no_marks",
    "producer_short",
    "producer_slip",
    "producer_brand",
    "producer_en",
)


class QuestionMaker:
    """Makes questions of any class; the same seed and catalogue make the same questions."""

    def __init__(self, known: KnownNames, templates: TemplateSet, seed: int) -> None:
        self._known = known
        self._templates = templates
        self._seed = seed
        self._vietnamese = [product for product in known.products if product.name_vi]
        self._english = [product for product in known.products if product.name_en]
        self._with_kind = [p for p in self._vietnamese if known.brand_and_kind(p)]
        self._producers = [producer for producer in known.producers if producer.name_vi]
        self._english_producers = [producer for producer in known.producers if producer.name_en]
        self._branded = [p for p in self._producers if known.distinctive_brand(p)]

    def cases(self, noise: str, count: int) -> Iterator[Case]:
        """``count`` questions of one class, fewer when the catalogue does not offer them."""
        make = self._maker(noise)
        for number in range(count):
            rng = random.Random(f"{self._seed}:{noise}:{number}")
            for _ in range(_ATTEMPTS):
                case = make(rng)
                if case is not None:
                    yield case
                    break

    def _maker(self, noise: str) -> Callable[[random.Random], Case | None]:
        if noise in NOISES:
            return lambda rng: self._typed(noise, rng)
        if noise in VARIATIONS or noise in ENGLISH_VARIATIONS:
            return lambda rng: self._varied(noise, rng)
        makers = {
            "long_sentence": self._polite,
            "en_slip": self._english_slip,
            "mixed": self._mixed,
            "compare": self._compared,
        }
        if noise in makers:
            return makers[noise]
        if noise in PRODUCER_NOISES:
            return lambda rng: self._producer(noise, rng)
        raise ValueError(f"no class of questions is called {noise!r}")

    def _ask(self, language: Locale, rng: random.Random) -> tuple[Intent, str]:
        """An intent, each as likely, and one of its phrasings."""
        intents = [intent for intent in self._templates.products if intent is not Intent.COMPARE]
        intent = rng.choice(intents)
        return intent, rng.choice(self._templates.products[intent][language])

    def _product_case(
        self,
        text: str,
        noise: str,
        intent: Intent,
        language: Locale,
        product: Product,
        *,
        name: str | None = None,
    ) -> Case | None:
        """The question, unless nobody could answer it. ``name`` is what the product is called in
        it before any slip, if that is not its own name in the language."""
        if not self._known.names_only(text, product):
            return None
        name = name or (product.name_en if language == "en" else product.name_vi) or product.name
        kind, places = self._known.kind_and_places(name, product) or (None, frozenset())
        return Case(
            text,
            noise,
            Subject.PRODUCT,
            (intent,),
            language,
            wanted=product.name,
            codes=self._known.same_as(product),
            or_all_of=kind,
            from_places=places,
        )

    def _typed(self, noise: str, rng: random.Random) -> Case | None:
        product = rng.choice(self._vietnamese)
        intent, template = self._ask("vi", rng)
        written = _capital(template.format(name=product.name_vi))
        typed = NOISES[noise](written, rng)
        if noise == "tone_place" and typed == written:
            return None
        return self._product_case(typed, noise, intent, "vi", product)

    def _varied(self, noise: str, rng: random.Random) -> Case | None:
        in_english = noise in ENGLISH_VARIATIONS
        variation = ENGLISH_VARIATIONS[noise] if in_english else VARIATIONS[noise]
        pool = self._english if in_english else self._vietnamese
        if noise == "en_kind":
            pool = self._with_kind
        if not pool:
            return None
        product = rng.choice(pool)
        name = variation(product, self._known, rng)
        if name is None:
            return None
        language: Locale = "en" if in_english else "vi"
        intent, template = self._ask(language, rng)
        if not in_english and name == strip_marks(name):
            template = strip_marks(template)
        text = template.format(name=name)
        if noise == "en_lower":
            text = text.lower()
        named = product.name_vi if noise in _MISTYPED else name
        return self._product_case(text, noise, intent, language, product, name=named)

    def _polite(self, rng: random.Random) -> Case | None:
        language: Locale = "en" if rng.random() < 0.3 else "vi"
        product = rng.choice(self._english if language == "en" else self._vietnamese)
        if product.category not in {Category.FOOD, Category.BEVERAGE}:
            # Nobody found a vase delicious.
            return None
        intent = rng.choice(list(self._templates.polite))
        template = rng.choice(self._templates.polite[intent][language])
        name = product.name_en if language == "en" else product.name_vi
        text = rng.choice(_CASUAL)(template.format(name=name), rng)
        return self._product_case(text, "long_sentence", intent, language, product)

    def _english_slip(self, rng: random.Random) -> Case | None:
        product = rng.choice(self._english)
        intent, template = self._ask("en", rng)
        name = strip_marks(product.name_en or "")
        text = slip(template.format(name=name), rng)
        if rng.random() < 0.5:
            text = text.lower()
        return self._product_case(text, "en_slip", intent, "en", product)

    def _mixed(self, rng: random.Random) -> Case | None:
        """A Vietnamese name in an English sentence or the other way round."""
        product = rng.choice(self._vietnamese)
        language: Locale = rng.choice(("vi", "en"))
        intent, template = self._ask(language, rng)
        name = product.name_vi if language == "en" else product.name_en
        if not name or template == "{name}":
            return None
        text = rng.choice(_CASUAL)(template.format(name=name), rng)
        return self._product_case(text, "mixed", intent, language, product, name=name)

    def _compared(self, rng: random.Random) -> Case | None:
        language: Locale = rng.choice(("vi", "vi", "en"))
        one, two = rng.sample(self._vietnamese if language == "vi" else self._english, 2)
        first, second = self._known.same_as(one), self._known.same_as(two)
        template = rng.choice(self._templates.products[Intent.COMPARE][language])
        names = (one.name_vi, two.name_vi) if language == "vi" else (one.name_en, two.name_en)
        text = rng.choice(_CASUAL)(template.format(name=names[0], other=names[1]), rng)
        if first & second:
            return None
        wanted = f"{names[0]} + {names[1]}"
        return Case(
            text,
            "compare",
            Subject.COMPARE,
            (Intent.COMPARE,),
            language,
            wanted=wanted,
            codes=first | self._all_of(names[0], one),
            others=second | self._all_of(names[1], two),
        )

    def _all_of(self, name: str | None, product: Product) -> frozenset[str]:
        """The products of a kind where a name tells no more than that: any of them may be meant."""
        told = self._known.kind_and_places(name, product) if name else None
        return self._known.all_of_kind(told[0]) if told and not told[1] else frozenset()

    def _producer(self, noise: str, rng: random.Random) -> Case | None:
        language: Locale = "en" if noise == "producer_en" else "vi"
        pools = {"producer_en": self._english_producers, "producer_brand": self._branded}
        pool: list[Producer] = pools.get(noise, self._producers)
        if not pool:
            return None
        producer = rng.choice(pool)
        name = producer.name_en if language == "en" else producer.name_vi
        if noise == "producer_brand":
            # A bare brand can be a product's as well: say that the maker is meant.
            unit = rng.choice(("công ty", "cơ sở", "bên", "cty"))
            name = f"{unit} {self._known.distinctive_brand(producer)}"
        intent = rng.choice(list(self._templates.producers))
        phrasings: Phrasings = self._templates.producers[intent]
        text = rng.choice(phrasings[language]).format(producer=name)
        intents: tuple[Intent, ...] = (intent,)
        if intent is Intent.PRODUCER:
            # "What do they make" may be read as asking for the products.
            intents = (intent, Intent.PRODUCT, Intent.SPECIALITIES)
        text = _PRODUCER_TYPING.get(noise, clean)(text, rng)
        return Case(
            text,
            noise,
            Subject.PRODUCER,
            intents,
            language,
            wanted=producer.name,
            codes=self._known.same_producer_as(producer),
        )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _plain_slip(text: str, rng: random.Random) -> str:
    return slip(strip_marks(text).lower() if rng.random() < 0.5 else text, rng)


_PRODUCER_TYPING: dict[str, Noise] = {
    "producer_no_marks": no_marks,
    "producer_short": lambda text, rng: shorten(text.lower(), rng, 0.9),
    "producer_slip": _plain_slip,
    "producer_brand": lambda text, rng: rng.choice(_CASUAL)(text, rng),
    "producer_en": lambda text, rng: rng.choice(_CASUAL)(text, rng),
}
