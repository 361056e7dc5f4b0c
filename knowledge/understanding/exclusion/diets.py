"""What people cannot or do not eat, and which kinds of food it is in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from knowledge.understanding.drafts.decision import Decision
from knowledge.understanding.drafts.drafts import Draft

VEGETARIAN = "do-chay"
"""The kind of food without meat and fish."""
NO_VEGETARIAN_EATS = ("thit", "con-ga", "gio-cha", "hai-san", "ca", "mam", "nuoc-mam")
"""Kinds that who eats no meat and no fish leaves out."""
INGREDIENTS = frozenset(
    (
        *("hat", "hat-dieu", "lac", "vung", "dau-nanh", "trung", "sua", "pho-mai", "duong", "muoi"),
        *(
            "trung-vit-muoi",
            "tom",
            "cua",
            "ca",
            "muc",
            "hai-san",
            "thit",
            "thit-lon",
            "thit-bo",
            "ot",
            "toi",
            "hanh",
        ),
    )
)
"""Kinds that are asked for or not wanted as what is in other goods."""
SUGARY = ("keo", "mut", "duong", "mat-ong")
"""Kinds that are surely sweet."""
CALLED_IN_NAMES = {
    "muoi": ("salted",),
    "thit-bo": ("bún bò", "phở bò", "bò khô", "khô bò", "bò sấy", "bò một nắng", "bò gác bếp"),
    "thit-lon": ("lợn gác bếp", "heo khô", "khô heo", "nem chua", "lạp xưởng"),
    "lac": ("bánh hạt", "hạt dinh dưỡng", "granola", "nut crackers", "mixed nuts"),
}
"""Other words of names that tell what is in things."""
_MADE_OF = {
    "hai-san": ("ca", "mam", "nuoc-mam"),
    "ca": ("nuoc-mam", "mam", "kho"),
    "tom": ("mam-tep", "mam-ruoc", "ruoc-tom"),
    "thit": ("con-ga", "gio-cha"),
}
"""Kinds made of others, whatever they are called: fish sauce of fish."""
_NO_MEAT = frozenset(("chay", "vegetarian", "vegetarians", "vegan", "vegans"))
_EATING = frozenset(("an", "nguoi", "am", "m", "im", "is", "are", "for", "a"))
"""Folded words before these that tell of a person rather than of food."""


def with_what_holds(kinds: Iterable[str]) -> tuple[str, ...]:
    """Kinds that somebody cannot eat, with those made of them."""
    told = tuple(kinds)
    return tuple(
        dict.fromkeys((*told, *(made for kind in told for made in _MADE_OF.get(kind, ()))))
    )


def is_vegetarian(decision: Decision, draft: Draft) -> bool:
    """Whether goods of some place or kind are asked for by or for a vegetarian: "ăn chay thì mua gì
    ở Đà Lạt"; where vegetarian food alone is named, that is."""
    others = [span for span in decision.kinds if span.meaning.key != VEGETARIAN]
    told_alone = not (decision.kinds or decision.consumed)
    return bool(decision.places or others or told_alone) and any(
        word.marks.folded in _NO_MEAT and before.marks.folded in _EATING
        for before, word in pairwise(draft.words)
    )
