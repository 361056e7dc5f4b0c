"""A kind named alone that tells closer what was listed: "trà", then "gừng"; "sầu riêng Khánh Sơn",
then "cấp đông"."""

from __future__ import annotations

from itertools import product as pairs

from msgspec.structs import replace

from handlers.chat.topic import MOST_MEANT, Topic, beyond_doubt
from knowledge.catalogue import Catalogue
from knowledge.facts import Place, Product
from knowledge.text.tokens import words_of
from knowledge.understanding.question import Certainty, Intent, Question


def of_both(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """What was listed of the kind told now as well; ``None`` where that kind stands for itself, as
    coffee does after tea.

    It tells closer where goods are made of it ("kẹo", "dừa"), or where there is none of it by
    itself in the place listed.
    """
    if not (topic.kinds and topic.has_list) or question.refers_back or len(question.kinds) != 1:
        return None
    head, rest = topic.kinds[0], question.kinds[0]
    if head == rest or rest in catalogue.kinds_below((head,)):
        return None
    places, stars = topic.places, topic.stars
    by_itself = not places or bool(catalogue.products_at(places, stars=stars, kinds=question.kinds))
    if by_itself and not _may_be_made_of(head, rest, catalogue):
        return None
    of_one = _one_kind(head, rest, catalogue)
    if of_one and catalogue.products_at(places, stars=stars, kinds=(of_one,)):
        return _listed(question, topic, of_one)
    if places and by_itself:
        return None
    listed = catalogue.products_at(places, stars=stars, kinds=topic.kinds)
    names = catalogue.kinds[rest].names
    forms = [f" {' '.join(words_of(form))} " for called in names.values() for form in called]
    both = [each for each in listed if _is_called(each, forms)]
    if not both:
        return None
    codes = (each.code for each in both[:MOST_MEANT])
    return replace(
        question,
        intent=Intent.PRODUCT,
        certainty=Certainty.CLEAR if len(both) == 1 else Certainty.RIVALS,
        products=beyond_doubt(*codes),
        producers=(),
        places=places,
        kinds=(),
    )


def _one_kind(head: str, rest: str, catalogue: Catalogue) -> str | None:
    """The kind that both name together: kẹo dừa."""
    first, second = catalogue.kinds[head].names, catalogue.kinds[rest].names
    joined = {f"{one} {other}" for one, other in pairs(first.get("vi", ()), second.get("vi", ()))}
    joined |= {f"{other} {one}" for one, other in pairs(first.get("en", ()), second.get("en", ()))}
    return next(
        (
            key
            for key in sorted(catalogue.kinds_below((head,)))
            if any(not joined.isdisjoint(forms) for forms in catalogue.kinds[key].names.values())
        ),
        None,
    )


def _may_be_made_of(head: str, rest: str, catalogue: Catalogue) -> bool:
    """Whether a wide kind was listed, and a narrower one of another sort is named."""
    return not catalogue.kinds[head].parents and bool(catalogue.kinds[rest].parents)


def _is_called(product: Product, forms: list[str]) -> bool:
    """Whether a name has one of some words in it."""
    called = (
        f" {' '.join(words_of(name))} " for name in (product.name_vi, product.name_en) if name
    )
    return any(form in name for name in called for form in forms)


def _listed(question: Question, topic: Topic, kind: str) -> Question:
    """The list of one kind, where the last one was of."""
    places: tuple[Place, ...] = topic.places
    return replace(
        question,
        intent=Intent.SPECIALITIES,
        certainty=Certainty.CLEAR,
        products=(),
        producers=(),
        places=places,
        stars=topic.stars,
        category=None,
        kinds=(kind,),
    )
