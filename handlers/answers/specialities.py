"""What a place has: products by place, stars, group and kind, in any combination."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from handlers.answers.not_found import list_date, quoted
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import as_choice, page_choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.geography.territory import (
    namesakes,
    pick_place,
    place_label,
    provinces_of_today,
    today_note,
    wider_place,
)
from handlers.lists.awards import caution
from handlers.lists.entries import entries, product_choices
from handlers.lists.headings import heading
from handlers.lists.listing import Listing, listed, unfiltered
from handlers.words.naming import kind_names, place_name, product_name
from handlers.words.reading import folded, words_alone
from handlers.words.wording import body, title
from knowledge.facts import Place, PlaceLevel, Product
from knowledge.understanding.kinds.kinds_meant import QUALITY
from knowledge.understanding.question import Intent, Question, Without


def answer(asked: Asked) -> Answer:
    """List the best products of each place asked about, or of the whole country."""
    question = asked.question
    if question.place_rivals:
        listing = Listing.of(question)
        return pick_place(
            asked, lambda key: Action.of(Verb.LIST, *replace(listing, places=(key,)).fields(0))
        )
    if len(question.places) > 1:
        return _several(asked)
    place = question.places[0] if question.places else None
    found = _found(asked, place)
    if not found:
        return (
            _of_a_namesake(asked, place)
            or _around(asked, place)
            or _of_wider_kind(asked, place)
            or nothing(asked, place)
        )
    shown = found[asked.offset : asked.offset + PAGE] or found[:PAGE]
    paragraphs = without_it(asked) or _only_related(asked, shown)
    paragraphs += [title(f"{heading(asked, place)} ({asked.t.number(len(found))})")]
    paragraphs += entries(asked, shown)
    paragraphs += _caution(asked, place)
    paragraphs += today_note(asked, place)
    choices = product_choices(asked, shown)
    choices += page_choice(asked, len(found), Listing.of(question).page)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(product.code for product in shown),
        places=question.places,
    )


def without_it(asked: Asked) -> list[Paragraph]:
    """That the very thing asked for is not known, before what there is of its kind."""
    words = quoted(asked.question.not_known)
    if not words:
        return []
    line = asked.t.gettext(
        "I cannot find “{words}” in the list I hold ({date}). Of its kind there are:",
        words=words,
        date=list_date(asked),
    )
    return [body(line)]


def _only_related(asked: Asked, shown: Sequence[Product]) -> list[Paragraph]:
    """That none is just what was asked for, before what only has to do with it: cakes with salted
    eggs, where there are no such eggs."""
    kinds, catalogue, t = asked.question.kinds, asked.catalogue, asked.t
    if len(kinds) != 1 or kinds[0] == QUALITY or asked.offset:
        return []
    first = shown[0].kinds[0]
    if first in catalogue.kinds_below(kinds) or first in catalogue.kinds_above(kinds[0]):
        return []
    name = f" {words_alone(kind_names(kinds, catalogue, t))} "
    if any(name in f" {words_alone(product_name(product, t))} " for product in shown):
        return []
    line = t.gettext(
        "Of {what} itself I know none here; related to it there are:",
        what=kind_names(kinds, catalogue, t),
    )
    return [body(line)]


def _of_a_namesake(asked: Asked, place: Place | None) -> Answer | None:
    """What another place of that name has: coffee of Thuận An is from the one in Đắk Nông."""
    if place is None or folded(place.name) not in asked.question.said:
        return None
    if place.level is PlaceLevel.DISTRICT and not asked.question.kinds:
        return None
    others = namesakes(place, asked.catalogue)
    having = {other.key: (other, count) for other in others if (count := len(_found(asked, other)))}
    if not having:
        return None
    other, _ = max(having.values(), key=lambda each: each[1])
    line = asked.t.gettext(
        "{place} has the same name; from there I know:",
        place=place_label(other, asked.catalogue, asked.t),
    )
    question = replace(asked.question, places=(other,), not_known="")
    return answer(replace(asked, question=question)).after(_none(asked, place), body(line))


def _around(asked: Asked, place: Place | None) -> Answer | None:
    """What the province has, where a district or commune has nothing that passes the filters."""
    wider = wider_place(place, asked.catalogue) if place is not None else None
    if place is None or wider is None or place.level is PlaceLevel.FORMER_PROVINCE:
        return None
    # What is not known is said once, before the list
    question = replace(asked.question, places=(wider,), not_known="")
    around = replace(asked, question=question)
    if not _found(around, wider):
        return None
    given = answer(around).after(_none(asked, place))
    if question.stars is None:
        return given
    # "gốm Bát Tràng 4 sao": what it has of other stars is nearer than another's of four
    whichever = replace(asked, question=replace(asked.question, stars=None, stars_up_to=None))
    count = len(_found(whichever, place))
    first = Listing.of(whichever.question).alone(0) if count else None
    if first is None:
        return given
    nearer = Choice(f"{heading(whichever, place)} ({asked.t.number(count)})", first.text)
    return given.telling(*given.reply.paragraphs, choices=(*given.reply.choices, nearer))


def _of_wider_kind(asked: Asked, place: Place | None) -> Answer | None:
    """What there is of the wider kind, where the one asked for has nothing that passes the filters:
    of Sơn La's coffee, who asks for arabica is told which there is."""
    question = asked.question
    nowhere = place is None and question.stars is None
    if len(question.kinds) != 1 or question.not_known or nowhere or _called_so(asked, place):
        return None
    kinds = asked.catalogue.kinds
    kind = kinds[question.kinds[0]]
    # Spices are no answer to who asks for fish sauce, though it is one of them
    noun = kind.name_vi.split()[0]
    above = tuple(key for key in kind.parents if kinds[key].name_vi.split()[0] == noun)
    wider = replace(asked, question=replace(question, kinds=above))
    if not above or not _found(wider, place):
        return None
    return answer(wider).after(_none(asked, place))


def pick_province(asked: Asked) -> Answer:
    """Let the person pick one of today's provinces, by name."""
    provinces = sorted(
        provinces_of_today(asked.catalogue),
        key=lambda each: folded(each.name),
    )
    return answered(
        Outcome.TALK,
        [body(asked.t.gettext("Which province? Pick one or type its name, old names too."))],
        [
            offered
            for each in provinces
            for offered in as_choice(place_name(each, asked.t), Listing(places=(each.key,)).page(0))
        ],
    )


def of_one_place(question: Question, place: Place) -> Question:
    """The question of one of several places; of "Cà Mau và Bạc Liêu" the first without the second,
    which has a list of its own."""
    inside = tuple(
        other
        for other in question.places
        if place.level is PlaceLevel.PROVINCE
        and other.level is PlaceLevel.FORMER_PROVINCE
        and other.provinces == place.provinces
    )
    without = question.without.joined(Without(places=inside))
    return replace(question, places=(place,), without=without)


def nothing(asked: Asked, place: Place | None) -> Answer:
    """Say that nothing passes the filters, and offer the nearest lists that do hold something."""
    t = asked.t
    paragraphs = [_none(asked, place), *_caution(asked, place)]
    paragraphs += today_note(asked, place)
    choices = wider_lists(asked, place)
    namesakes = _called_so(asked, place)
    if namesakes:
        anywhere = replace(asked, question=replace(asked.question, places=()))
        paragraphs.append(body(t.gettext("There is one called so, made elsewhere:")))
        return answered(
            Outcome.ANSWER,
            [*paragraphs, *entries(anywhere, namesakes)],
            [*product_choices(anywhere, namesakes), *choices],
            products=tuple(product.code for product in namesakes),
            places=asked.question.places,
        )
    if choices:
        paragraphs.append(body(t.gettext("Near to it there are:")))
    else:
        hint = t.gettext("Try the product's name as on its label, or a province.")
        paragraphs.append(body(hint))
    return answered(Outcome.NOT_FOUND, paragraphs, choices, places=asked.question.places)


def _called_so(asked: Asked, place: Place | None) -> list[Product]:
    """What of a kind is named after a place that makes none of it: Mật ong rừng U Minh, of Ho Chi
    Minh City."""
    if place is None or not asked.question.kinds:
        return []
    name = f" {words_alone(place.name)} "
    return [product for product in _found(asked, None) if name in f" {words_alone(product.name)} "][
        :PAGE
    ]


def wider_lists(asked: Asked, place: Place | None) -> list[Choice]:
    """The nearest lists that hold more than the one asked for."""
    choices: list[Choice] = []
    for alternative in _looser(asked, place):
        where = alternative.question.places[0] if alternative.question.places else None
        count = len(_found(alternative, where))
        if count:
            label = f"{heading(alternative, where)} ({asked.t.number(count)})"
            first = Listing.of(alternative.question).alone(0)
            choices += [Choice(label, first.text)] if first is not None else []
    return choices[:3]


def _none(asked: Asked, place: Place | None) -> Paragraph:
    words = quoted(asked.question.not_known)
    if words:
        line = asked.t.gettext(
            "I cannot find “{words}” in the OCOP list I hold (as of {date}).",
            words=words,
            date=list_date(asked),
        )
        return body(line)
    return body(
        asked.t.gettext(
            "{heading}: none in the list we hold ({date}).",
            heading=heading(asked, place),
            date=list_date(asked),
        )
    )


def _found(asked: Asked, place: Place | None) -> list[Product]:
    places = () if place is None else (place,)
    return listed(asked.question, places, asked.catalogue, asked.today)


def _caution(asked: Asked, place: Place | None) -> list[Paragraph]:
    places = () if place is None else (place,)
    return caution(asked, unfiltered(asked.question, places, asked.catalogue))


def _several(asked: Asked) -> Answer:
    t = asked.t
    paragraphs: list[Paragraph] = []
    choices: list[Choice] = []
    codes: list[str] = []
    for place in asked.question.places:
        here = replace(asked, question=of_one_place(asked.question, place))
        found = _found(here, place)
        if not found:
            paragraphs.append(_none(here, place))
            continue
        paragraphs.append(title(f"{heading(here, place)} ({t.number(len(found))})"))
        paragraphs += entries(asked, found[:PAGE])
        codes += [product.code for product in found[:PAGE]]
        paragraphs += today_note(asked, place)
        if len(found) > PAGE:
            label = t.gettext("More from {place}", place=place_name(place, t))
            following = Listing.of(here.question).alone(PAGE)
            choices += [Choice(label, following.text)] if following is not None else []
    if not codes:
        first = asked.question.places[0]
        return _of_wider_kind(asked, first) or nothing(asked, first)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(codes),
        places=asked.question.places,
    )


def _looser(asked: Asked, place: Place | None) -> list[Asked]:
    question = replace(asked.question, intent=Intent.SPECIALITIES)
    wider = wider_place(place, asked.catalogue) if place is not None else None
    variants: list[Question] = []
    dated = question.period is not None or question.validity is not None
    question = replace(question, period=None, validity=None)
    if dated:
        variants.append(question)
    if question.stars is not None and (place is not None or question.kinds or question.category):
        variants.append(replace(question, stars=None, stars_up_to=None))
    if wider is not None:
        variants.append(replace(question, places=(wider,)))
    if question.kinds or question.category:
        if place is not None or question.stars is not None:
            variants.append(replace(question, kinds=(), category=None))
        if place is not None:
            variants.append(replace(question, places=()))
    if place is not None:
        variants.append(replace(question, stars=None, stars_up_to=None, kinds=(), category=None))
    if wider is not None:
        variants.append(
            replace(
                question,
                places=(wider,),
                stars=None,
                stars_up_to=None,
                kinds=(),
                category=None,
            )
        )
    if place is None and question.kinds:
        # Of bánh khoái none is known: other cakes are nearest
        kinds = (asked.catalogue.kinds[kind].parents for kind in question.kinds)
        variants.append(replace(question, kinds=tuple(dict.fromkeys(chain.from_iterable(kinds)))))
    return [replace(asked, question=variant, offset=0) for variant in dict.fromkeys(variants)]
