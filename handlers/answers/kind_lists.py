"""A kind named alone, though a product or two are called just so: "mật ong", "hủ tiếu"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import as_choice
from handlers.chat.reply import Outcome
from handlers.chat.topic import is_all_of_kinds, names_kind_alone
from handlers.lists.entries import entries, product_choices
from handlers.lists.headings import heading
from handlers.lists.listing import Listing
from handlers.lists.paging import page_of
from handlers.words.reading import words_alone
from handlers.words.wording import title
from knowledge.catalogue import Catalogue
from knowledge.facts import Product
from knowledge.understanding.question import Certainty, Match

MOST_CALLED_SO = 2
"""Products called just so that come before the best of their kind."""
FEWEST = 4
"""Products of a kind from which the one called just so is not what is meant before the others."""
MOSTLY_OTHERS = 5
"""How many times as many a kind has as are called just so where what one of them is was asked."""
_SURE = frozenset({Certainty.CLEAR, Certainty.RIVALS})


def of_its_kind(asked: Asked) -> Answer | None:
    """All of a kind, those that are called just so first; ``None`` where one thing is meant."""
    if not _names_no_more(asked):
        return None
    question = replace(asked.question, products=(), producers=())
    every = asked.catalogue.products_at(kinds=question.kinds)
    called = _called_so(asked, every)
    if len(every) < (FEWEST if len(called) == 1 else 2):
        return None
    if question.intent_stated and len(every) < MOSTLY_OTHERS * len(called):
        return None  # "giới thiệu hạt điều rang muối": which of those called so
    first = called[:MOST_CALLED_SO]
    rest = [product for product in every if product not in first]
    best = rest[: PAGE - len(first)]
    shown = [*first, *best]
    above = replace(asked, question=question)
    t = asked.t
    choices = product_choices(above, shown)
    left = len(every) - len(shown)
    if left > 0:
        label = t.gettext("More ({count} left)", count=t.number(left))
        following = next(at for at, product in enumerate(every) if product not in shown)
        choices += as_choice(label, Listing.of(question).page(following))
    return answered(
        Outcome.ANSWER,
        [title(f"{heading(above, None)} ({t.number(len(every))})"), *entries(above, shown)],
        choices,
        products=tuple(product.code for product in shown),
        page=page_of(
            asked,
            Listing.of(question).whole,
            len(every),
            [*shown, *(product for product in every if product not in shown)],
        ),
    )


def _names_no_more(asked: Asked) -> bool:
    """Whether a kind is all that was named, by what was typed and not by what was shown before."""
    question, catalogue = asked.question, asked.catalogue
    if not question.products or question.certainty not in _SURE or len(question.kinds) != 1:
        return False
    narrowed = question.places or question.stars or question.category or question.without
    asks = question.intent_stated and question.certainty is Certainty.CLEAR  # "mật ong là gì"
    best = question.products[0]
    if narrowed or asks or not _is_typed(best) or not names_kind_alone(question, catalogue):
        return False
    if best.whole:
        return not _is_of_its_place(catalogue.products[best.code], catalogue)
    # "mực một nắng Thanh Măng" names a maker beside the kind
    return is_all_of_kinds(question, catalogue) and not _is_the_best(best.code, asked)


def _is_the_best(code: str, asked: Asked) -> bool:
    """Whether a product leads its kind, so that its name in part most likely means it: ST25 rice of
    5 stars."""
    of_kind = asked.catalogue.products_at(kinds=asked.question.kinds)
    return bool(of_kind) and of_kind[0].code == code and bool(of_kind[0].stars)


def _is_typed(match: Match) -> bool:
    """Whether a product is one whose name was found in what was typed."""
    return match.whole or match.score < 1.0


def _is_of_its_place(product: Product, catalogue: Catalogue) -> bool:
    """Whether a product is called after where it is made: "tỏi Lý Sơn" is that garlic."""
    where = product.location
    names = {*catalogue.province_names[where.province], where.district_name, where.commune_name}
    called = f" {words_alone(product.name)} "
    return any(f" {words_alone(name)} " in called for name in names if name)


def _called_so(asked: Asked, every: list[Product]) -> list[Product]:
    """The products called just so, best first."""
    codes = {match.code for match in asked.question.products if match.whole}
    return [product for product in every if product.code in codes]
