"""The saved list: products a traveller wants to remember.

Reached through the actions ``SAVE``, ``REMOVE``, ``SAVED`` and ``SHARE_SAVED`` and the intent
``SAVED``. The list itself is in ``asked.kept``; changes leave as effects.
"""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from handlers.answers import smalltalk
from handlers.answers.examples import EXAMPLES_OFFERED, example_choices
from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.keeping import LONGEST_SAVED, Deed, Effect
from handlers.chat.reply import Choice, Outcome, Paragraph, Role, Run
from handlers.lists.entries import product_choices
from handlers.words.naming import cut, producer_name, producer_of, product_name
from handlers.words.places import location_phrase, place_name
from handlers.words.stars import mark
from handlers.words.wording import body, fill, strong, title
from knowledge.facts import Product

REMOVED_AT_ONCE = 20
"""Buttons to take a product off: beyond that the message would be nothing but buttons."""
OFFERED = 5
"""Products to pick from, where it was not said which of those shown is to be saved."""
CLEAR = "clear"
"""Argument of ``REMOVE`` for the whole list; no product has a code of this word alone."""


def answer(asked: Asked) -> Answer:
    """Save, remove, show or share, as the tapped choice says; without one, show the list."""
    action = asked.action
    verb = action.verb if action is not None else Verb.SAVED
    code = action.argument if action is not None else ""
    if verb is Verb.SAVE:
        return _save(asked, code)
    if verb is Verb.REMOVE:
        if code == f"{CLEAR}!":
            return _without(asked, set(asked.kept.saved), Effect(Deed.CLEAR))
        return _without(asked, {code}, Effect(Deed.REMOVE, code))
    return _share(asked) if verb is Verb.SHARE_SAVED else _show(asked)


def which(asked: Asked) -> Answer:
    """Which of the products shown is to be saved."""
    line = asked.t.gettext("Which one shall I save?")
    choices = product_choices(asked, list(asked.products[:OFFERED]), Verb.SAVE)
    return answered(Outcome.TALK, [body(line)], choices)


def _save(asked: Asked, code: str) -> Answer:
    t, product = asked.t, asked.catalogue.products.get(code)
    if product is None:
        return smalltalk.stale(asked)
    name = strong(product_name(product, t))
    if code in asked.kept.saved:
        return _briefly(fill(t.gettext("{product} is on your list already."), product=name), asked)
    if len(asked.kept.saved) >= LONGEST_SAVED:
        return _briefly(
            fill(
                t.ngettext(
                    "Your list is full ({count} product). Remove some first.",
                    "Your list is full ({count} products). Remove some first.",
                    LONGEST_SAVED,
                )
            ),
            asked,
        )
    return _briefly(
        fill(t.gettext("Saved: {product}."), product=name),
        asked,
        Effect(Deed.SAVE, code),
    )


def _briefly(runs: tuple[Run, ...], asked: Asked, *effects: Effect) -> Answer:
    choices = choice(asked.t.gettext("My saved list"), Verb.SAVED)
    given = answered(Outcome.TALK, [body(runs)], choices, effects=effects)
    return replace(given, reply=replace(given.reply, brief=True))


def _without(asked: Asked, codes: set[str], effect: Effect) -> Answer:
    kept = replace(asked.kept, saved=tuple(code for code in asked.kept.saved if code not in codes))
    return replace(_show(replace(asked, kept=kept)), effects=(effect,))


def _show(asked: Asked) -> Answer:
    t = asked.t
    products = _products(asked)
    if not products:
        line = t.gettext(
            "Your list is empty. Tap “Save” under a product and you will find it here."
        )
        return answered(Outcome.TALK, [body(line)], example_choices(t)[:EXAMPLES_OFFERED])
    paragraphs = [title(_heading(asked, len(products)))]
    choices: list[Choice] = []
    for province, found in _by_province(asked, products).items():
        paragraphs.append(body((strong(province),)))
        paragraphs += [_entry(asked, product) for product in found]
        for product in found:
            label = t.gettext("Remove: {product}", product=product_name(product, t))
            choices += choice(cut(label, 45), Verb.REMOVE, product.code)
    choices = choices[:REMOVED_AT_ONCE]
    choices += choice(t.gettext("Share the list"), Verb.SHARE_SAVED)
    if len(products) > 1:
        choices += choice(t.gettext("Empty the list"), Verb.REMOVE, f"{CLEAR}!")
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(product.code for product in products),
    )


def _share(asked: Asked) -> Answer:
    """The list with all that a friend needs, as one text without buttons."""
    t = asked.t
    products = _products(asked)
    if not products:
        return _show(asked)
    paragraphs = [title(_heading(asked, len(products)))]
    for province, found in _by_province(asked, products).items():
        paragraphs.append(body((strong(province),)))
        for product in found:
            entry = _entry(asked, product)
            producer = producer_of(product, asked.catalogue)
            if producer is not None:
                maker = Run(f" · {producer_name(producer, t)}")
                entry = replace(entry, runs=(*entry.runs, maker))
            paragraphs.append(entry)
    return answered(
        Outcome.ANSWER, paragraphs, products=tuple(product.code for product in products)
    )


def _heading(asked: Asked, count: int) -> str:
    return asked.t.ngettext(
        "{count} OCOP product to remember", "{count} OCOP products to remember", count
    )


def _products(asked: Asked) -> list[Product]:
    """The saved products that the list of today still has."""
    known = asked.catalogue.products
    return [known[code] for code in asked.kept.saved if code in known]


def _by_province(asked: Asked, products: list[Product]) -> dict[str, list[Product]]:
    grouped: defaultdict[str, list[Product]] = defaultdict(list)
    for product in products:
        province = asked.catalogue.province(product.location.province)
        grouped[place_name(province, asked.t)].append(product)
    return dict(sorted(grouped.items()))


def _entry(asked: Asked, product: Product) -> Paragraph:
    t = asked.t
    where = location_phrase(product.location, asked.catalogue, t)
    runs = (strong(product_name(product, t)), Run(f" {mark(product, t)} – {where}"))
    return Paragraph(runs, Role.ITEM)
