"""What was talked about last, as far as the knowledge of today still has it."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from handlers.chat.answering import PAGE
from handlers.chat.pages import Page
from handlers.chat.session import Session
from knowledge.catalogue import Catalogue
from knowledge.facts import Category, Place, Product
from knowledge.text.letters import fold
from knowledge.understanding.question import Certainty, Intent, Match, Question

ABOUT_PRODUCTS = frozenset(
    {
        Intent.PRODUCT,
        Intent.RATING,
        Intent.WHERE_TO_BUY,
        Intent.PRODUCER,
        Intent.CONTACT,
        Intent.PRICE,
    }
)
ABOUT_PLACES = frozenset({Intent.SPECIALITIES, Intent.OUTLETS, Intent.STATISTICS})
OF_PRODUCTS = ABOUT_PRODUCTS | {Intent.COMPARE}
OF_MAKERS = frozenset({Intent.PRODUCER, Intent.CONTACT})
OPEN = frozenset({Intent.UNKNOWN, Intent.PRODUCT, Intent.SPECIALITIES})
"""Intents that ask for nothing but to see what there is."""

MOST_MEANT = 2 * PAGE
"""Products that a follow-up is about: who saw two pages of a list remembers no more of it."""

NEARLY_WHOLE = 0.95
"""Score from which a product's name was typed in full, whatever its words look like."""


class Topic(Struct, frozen=True):
    """What a follow-up can refer to; codes and keys that a reload took away are left out."""

    intent: Intent | None
    """Of the last question that was answered."""
    products: tuple[str, ...]
    """Shown last."""
    listed: tuple[str, ...]
    """The list last shown: still that from which the one product of ``products`` was picked."""
    producers: tuple[str, ...]
    places: tuple[Place, ...]
    stars: int | None
    category: Category | None
    kinds: tuple[str, ...]
    page: Page | None = None
    """The page of a list last shown, of which ``listed`` may be."""
    product_before: str | None = None
    """The one product shown before the one of ``products``."""

    @staticmethod
    def of(session: Session, catalogue: Catalogue) -> Topic:
        """The topic of a chat."""
        return Topic(
            _intent(session),
            tuple(code for code in session.products if code in catalogue.products),
            tuple(code for code in session.listed if code in catalogue.products),
            tuple(code for code in session.producers if code in catalogue.producers),
            tuple(catalogue.places[key] for key in session.places if key in catalogue.places),
            session.stars,
            _category(session),
            tuple(kind for kind in session.kinds if kind in catalogue.kinds),
            _page(session, catalogue),
            session.product_before if session.product_before in catalogue.products else None,
        )

    @property
    def shown(self) -> tuple[str, ...]:
        """What "the second one" counts in: the products shown last, else the list of the one."""
        return self.products if self.several else self.listed or self.products

    @property
    def listing(self) -> Page | None:
        """The page whose list is still talked about: what was shown last is on it or was picked
        from its list."""
        page = self.page
        if page is None or not self.shown:
            return None
        return page if set(self.listed or self.products) <= {*page.codes} else None

    @property
    def has_list(self) -> bool:
        """Whether a list was talked about that can be narrowed."""
        return bool(self.places or self.kinds or self.category or self.stars)

    @property
    def product(self) -> str | None:
        """The one product shown last."""
        return self.products[0] if len(self.products) == 1 else None

    @property
    def pair(self) -> tuple[str, ...]:
        """The two products shown one after the other; empty where there are no such two."""
        shown, before = self.product, self.product_before
        return (before, shown) if shown and before and shown != before else ()

    @property
    def maker_alone(self) -> str | None:
        """The one maker told last, rather than a product of it."""
        told = self.intent in OF_MAKERS and self.product is None and len(self.producers) == 1
        return self.producers[0] if told else None

    @property
    def counted(self) -> bool:
        """Whether how many products there are of a list was told last, and none of them."""
        return self.intent is Intent.STATISTICS and self.has_list and not self.products

    @property
    def several(self) -> bool:
        """Whether more products than one were shown last."""
        return len(self.products) > 1

    @property
    def is_of_one(self) -> bool:
        """Whether one product was asked about by itself, rather than picked from a list."""
        narrowed = self.places or self.category or self.stars
        return self.product is not None and not self.listed and not narrowed

    def maker(self, catalogue: Catalogue) -> str | None:
        """The producer told last, or the one who makes all that was shown last."""
        if len(self.producers) == 1:
            return self.producers[0]
        makers = {catalogue.products[code].producer for code in self.products}
        made_by = makers.pop() if len(makers) == 1 else None
        return made_by if made_by in catalogue.producers else None


def beyond_doubt(*codes: str) -> tuple[Match, ...]:
    """Products or producers that are known from what was shown, as a question names them."""
    return tuple(Match(code, 1.0) for code in codes)


def of_its_list(question: Question, topic: Topic) -> Question:
    """A question of the list last talked about."""
    return replace(
        question,
        intent=Intent.SPECIALITIES,
        intent_stated=True,
        certainty=Certainty.CLEAR,
        products=(),
        producers=(),
        places=topic.places,
        stars=topic.stars,
        category=topic.category,
        kinds=topic.kinds,
    )


def names_subject(question: Question) -> bool:
    """Whether a question names by itself what it is about."""
    return bool(question.places or question.kinds or question.category or question.stars) or (
        names_one(question)
    )


def names_one(question: Question) -> bool:
    """Whether a question names products or producers that may be meant."""
    named = bool(question.products or question.producers)
    return named and question.certainty is not Certainty.NONE


def names_programme(question: Question) -> bool:
    """Whether the programme is named, so that what was shown is hardly meant: "OCOP có thời hạn bao
    lâu"."""
    return "ocop" in question.said


def names_kind_alone(question: Question, catalogue: Catalogue) -> bool:
    """Whether of all goods only a kind is named: "mật ong", which a product is called too."""
    if not question.kinds or question.producers:
        return False
    if not question.products or question.intent in ABOUT_PLACES:
        return True
    best = question.products[0]
    product = catalogue.products.get(best.code)
    if product is None:
        return True
    if best.whole and len(question.kinds) > 1 and "or" not in question.cues:
        return False  # "kẹo dừa ca cao" is that candy
    if is_called_by_kind(product, question.kinds, catalogue):
        return True
    if best.whole or best.score >= NEARLY_WHOLE:
        return False
    beyond = _words(product.name) - _words_of(question.kinds, catalogue)
    return beyond.isdisjoint(_words(question.text))


def is_all_of_kinds(question: Question, catalogue: Catalogue) -> bool:
    """Whether all words typed are of the names of the kinds: "hủ tiếu"."""
    return _words(question.said or question.text) <= _words_of(question.kinds, catalogue)


def is_called_by_kind(product: Product, kinds: tuple[str, ...], catalogue: Catalogue) -> bool:
    """Whether a product's name, in either language, is no more than a name of one of the kinds."""
    of_kinds = _words_of(kinds, catalogue)
    names = (product.name, product.name_en or product.name)
    return any(_words(name) <= of_kinds for name in names)


def _words_of(kinds: tuple[str, ...], catalogue: Catalogue) -> set[str]:
    """All words of the names of some kinds, folded."""
    return {
        word
        for key in kinds
        if (kind := catalogue.kinds.get(key)) is not None
        for names in kind.names.values()
        for name in names
        for word in _words(name)
    }


@lru_cache(maxsize=16384)
def _words(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(fold(text).split())


def _intent(session: Session) -> Intent | None:
    try:
        return Intent(session.intent) if session.intent else None
    except ValueError:
        return None


def _page(session: Session, catalogue: Catalogue) -> Page | None:
    page = session.page
    if page is None or all(code in catalogue.products for code in page.codes):
        return page
    return replace(page, codes=())  # their numbers are no longer those told


def _category(session: Session) -> Category | None:
    try:
        return Category(session.category) if session.category else None
    except ValueError:
        return None
