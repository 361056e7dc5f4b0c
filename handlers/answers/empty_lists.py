"""What stands in for an empty list: another one, or those that may be asked for next."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from handlers.answers.not_found import list_date, quoted
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.geography.territory import namesakes, place_label, today_note, wider_place
from handlers.lists.entries import entries, product_choices
from handlers.lists.headings import heading
from handlers.lists.listing import Listing, caution_at, listed_at
from handlers.words.reading import folded, words_alone
from handlers.words.wording import body
from knowledge.facts import Place, PlaceLevel, Product
from knowledge.understanding.question import Intent, Question


class OtherList(NamedTuple):
    """A list told in place of an empty one."""

    question: Question
    before: tuple[Paragraph, ...]
    """What is said before it: that there is none of what was asked for."""
    choices: tuple[Choice, ...] = ()
    """Lists offered behind it."""


def other_list(asked: Asked, place: Place | None) -> OtherList | None:
    """The list nearest to an empty one, where one is near enough to be told at once."""
    return _of_a_namesake(asked, place) or _around(asked, place) or of_wider_kind(asked, place)


def _of_a_namesake(asked: Asked, place: Place | None) -> OtherList | None:
    """What another place of that name has: coffee of Thuận An is from the one in Đắk Nông."""
    if place is None or folded(place.name) not in asked.question.said:
        return None
    if place.level is PlaceLevel.DISTRICT and not asked.question.kinds:
        return None
    others = namesakes(place, asked.catalogue)
    having = {
        other.key: (other, count) for other in others if (count := len(listed_at(asked, other)))
    }
    if not having:
        return None
    other, _ = max(having.values(), key=lambda each: each[1])
    line = asked.t.gettext(
        "{place} has the same name; from there I know:",
        place=place_label(other, asked.catalogue, asked.t),
    )
    question = replace(asked.question, places=(other,), not_known="")
    return OtherList(question, (none_there(asked, place), body(line)))


def _around(asked: Asked, place: Place | None) -> OtherList | None:
    """What the province has, where a district or commune has nothing that passes the filters."""
    wider = wider_place(place, asked.catalogue) if place is not None else None
    if place is None or wider is None or place.level is PlaceLevel.FORMER_PROVINCE:
        return None
    # What is not known is said once, before the list
    question = replace(asked.question, places=(wider,), not_known="")
    if not listed_at(replace(asked, question=question), wider):
        return None
    before = (none_there(asked, place),)
    if question.stars is None:
        return OtherList(question, before)
    # "gốm Bát Tràng 4 sao": what it has of other stars is nearer than another's of four
    whichever = replace(asked, question=replace(asked.question, stars=None, stars_up_to=None))
    count = len(listed_at(whichever, place))
    return OtherList(question, before, _offered(whichever, place, count))


def of_wider_kind(asked: Asked, place: Place | None) -> OtherList | None:
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
    wider = replace(question, kinds=above)
    if not above or not listed_at(replace(asked, question=wider), place):
        return None
    return OtherList(wider, (none_there(asked, place),))


def nothing(asked: Asked, place: Place | None) -> Answer:
    """Say that nothing passes the filters, and offer the nearest lists that do hold something."""
    t = asked.t
    paragraphs = [none_there(asked, place), *caution_at(asked, place)]
    paragraphs += today_note(asked, place)
    choices = wider_lists(asked, place)
    elsewhere = _called_so(asked, place)
    if elsewhere:
        anywhere = replace(asked, question=replace(asked.question, places=()))
        paragraphs.append(body(t.gettext("There is one called so, made elsewhere:")))
        return answered(
            Outcome.ANSWER,
            [*paragraphs, *entries(anywhere, elsewhere)],
            [*product_choices(anywhere, elsewhere), *choices],
            products=tuple(product.code for product in elsewhere),
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
    return [
        product for product in listed_at(asked, None) if name in f" {words_alone(product.name)} "
    ][:PAGE]


def wider_lists(asked: Asked, place: Place | None) -> list[Choice]:
    """The nearest lists that hold more than the one asked for."""
    choices: list[Choice] = []
    for alternative in _looser(asked, place):
        where = alternative.question.places[0] if alternative.question.places else None
        choices += _offered(alternative, where, len(listed_at(alternative, where)))
    return choices[:3]


def _offered(asked: Asked, place: Place | None, count: int) -> tuple[Choice, ...]:
    """The list of a question as a choice, where it holds anything and an action can say it."""
    first = Listing.of(asked.question).alone(0) if count else None
    if first is None:
        return ()
    return (Choice(f"{heading(asked, place)} ({asked.t.number(count)})", first.text),)


def none_there(asked: Asked, place: Place | None) -> Paragraph:
    """That what is asked for is not known, or nothing of it there."""
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


def _looser(asked: Asked, place: Place | None) -> list[Asked]:
    """The question with one or more of its filters left out, the nearest to it first."""
    question = replace(asked.question, intent=Intent.SPECIALITIES)
    wider = wider_place(place, asked.catalogue) if place is not None else None
    variants: list[Question] = []
    anyhow = replace(question, period=None, years=None, validity=None, standing=None, made_by=())
    if anyhow != question:
        question = anyhow
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
