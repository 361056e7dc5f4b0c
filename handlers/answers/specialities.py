"""What a place has: products by place, stars, group and kind, in any combination."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from handlers.answers.empty_lists import OtherList, none_there, nothing, of_wider_kind, other_list
from handlers.answers.not_found import list_date, quoted
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import as_choice, page_choice
from handlers.chat.pages import Page
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.geography.territory import pick_place, provinces_of_today, today_note
from handlers.lists.entries import entries, product_choices
from handlers.lists.headings import heading
from handlers.lists.listing import Listing, caution_at, listed_at
from handlers.lists.meant import uncertified
from handlers.lists.paging import counted_heading, page_of
from handlers.words.naming import kind_names, product_name
from handlers.words.places import place_name
from handlers.words.reading import folded, words_alone
from handlers.words.wording import body, note, title
from knowledge.facts import Place, PlaceLevel, Product
from knowledge.understanding.kinds.kinds_meant import QUALITY
from knowledge.understanding.question import Question, Without


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
    found = listed_at(asked, place)
    if not found:
        return _instead(asked, other_list(asked, place)) or nothing(asked, place)
    shown = found[asked.offset : asked.offset + PAGE] or found[:PAGE]
    paragraphs = without_it(asked) or _only_related(asked, shown)
    page = page_of(asked, Listing.of(question).whole, len(found), found)
    paragraphs += [title(counted_heading(asked, heading(asked, place), page))]
    paragraphs += entries(asked, shown)
    apart = uncertified(asked, found) if place is not None and not asked.offset else ""
    paragraphs += [note(apart)] if apart else []
    paragraphs += caution_at(asked, place)
    paragraphs += today_note(asked, place)
    choices = product_choices(asked, shown)
    choices += page_choice(asked, len(found), Listing.of(question).page)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(product.code for product in shown),
        places=question.places,
        page=page,
    )


def _instead(asked: Asked, other: OtherList | None) -> Answer | None:
    """The list that is told in place of an empty one."""
    if other is None:
        return None
    given = answer(replace(asked, question=other.question)).after(*other.before)
    return given.telling(*given.reply.paragraphs, choices=(*given.reply.choices, *other.choices))


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


def _nowhere(asked: Asked) -> Answer:
    """That none of several places has any, with what one of them has of a wider kind."""
    places = asked.question.places
    for place in places:
        here = replace(asked, question=of_one_place(asked.question, place))
        given = _instead(here, of_wider_kind(here, place))
        if given is not None:
            others = [none_there(asked, other) for other in places if other != place]
            return replace(given.after(*others), places=places)
    last = places[-1]
    others = [none_there(asked, other) for other in places[:-1]]
    return replace(nothing(asked, last).after(*others), places=places)


def _several(asked: Asked) -> Answer:
    t = asked.t
    paragraphs: list[Paragraph] = []
    choices: list[Choice] = []
    codes: list[str] = []
    for place in asked.question.places:
        here = replace(asked, question=of_one_place(asked.question, place))
        found = listed_at(here, place)
        if not found:
            paragraphs.append(none_there(here, place))
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
        return _nowhere(asked)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(codes),
        places=asked.question.places,
        page=Page.of(
            Listing.of(asked.question).whole, 0, len(codes), len(codes), codes=tuple(codes)
        ),
    )
