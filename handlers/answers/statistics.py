"""How many products a province or the country has: official counts, and what our list holds."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import makers, ranking, specialities, validity_counted
from handlers.answers.figures import (
    asks_for_districts,
    asks_for_rank,
    chosen,
    is_limited,
    is_of,
    remark_of,
    starred,
    tells_revenue,
    tells_share,
)
from handlers.answers.not_found import list_date, own_count
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.geography.territory import pick_place, today_note, wider_place
from handlers.lists.awards import passing, star_words, when
from handlers.lists.headings import heading
from handlers.lists.leaving_out import with_exclusion
from handlers.lists.listing import Listing, counted
from handlers.lists.meant import uncertified
from handlers.words.naming import category_name, kind_names
from handlers.words.places import place_name, unit_name
from handlers.words.sourcing import sources_note
from handlers.words.wording import body, capitalised, note, title
from knowledge.facts import Figure, Place, PlaceLevel, Product
from knowledge.understanding.question import Question
from knowledge.understanding.vocabulary.senses import (
    GIVEN,
    NAMES,
    ORIGIN,
    RANKING,
    REVENUE,
    YEARLY,
)
from locales import Translator

_PROVINCES = {PlaceLevel.PROVINCE, PlaceLevel.FORMER_PROVINCE}


def answer(asked: Asked) -> Answer:
    """Give the newest official count, or that of the period asked about, and our own."""
    question, t = asked.question, asked.t
    of_regions = all(each.level is PlaceLevel.REGION for each in question.places)
    if of_regions and not {RANKING, ORIGIN}.isdisjoint(question.cues):
        return ranking.answer(asked)
    if question.place_rivals:
        return pick_place(asked, lambda key: Action.of(Verb.STATISTICS, question.stars, key))
    places: tuple[Place | None, ...] = question.places or (None,)
    paragraphs: list[Paragraph] = []
    choices: list[Choice] = []
    of_place = _of_place if question.validity is None else validity_counted.of_place
    for place in places:
        paragraphs += of_place(asked, place)
        if _products(asked, place):
            listing = Listing.of(replace(question, places=(place,) if place else ()))
            label = (
                t.gettext("See products of {place}", place=place_name(place, t))
                if place
                else t.gettext("See all of them")
            )
            choices.append(Choice(label, listing.page(0).text))
    if question.validity is not None:
        paragraphs.append(own_count(asked))
    if NAMES in question.cues and question.makers is None and not question.place_rivals:
        named = specialities.answer(asked)
        if named.reply.outcome is Outcome.ANSWER:
            said = {each.text for each in paragraphs}
            return named.telling(
                *paragraphs, *(each for each in named.reply.paragraphs if each.text not in said)
            )
    if question.makers is not None:
        choices += choice(t.gettext("See who they are"), Verb.MAKERS, *makers.fields(question, 0))
    return answered(Outcome.ANSWER, paragraphs, choices, places=question.places)


def _of_place(asked: Asked, place: Place | None) -> list[Paragraph]:
    t, question = asked.t, asked.question
    name = _named(place, t)
    paragraphs = [title(capitalised(t.gettext("OCOP figures: {place}", place=name)))]
    used: list[Figure] = []
    if question.category is None and not question.kinds and not question.without:
        if place is None or place.level in _PROVINCES:
            paragraphs += _official(asked, place, used)
        else:
            wider = wider_place(place, asked.catalogue)
            sentence = t.gettext("No official count of {place} alone is known to us.", place=name)
            paragraphs.append(body(sentence))
            if wider is not None:
                paragraphs += _official(asked, wider, used)
        if asks_for_districts(question):
            sentence = t.gettext("Districts and communes are not counted in the figures we know.")
            paragraphs.insert(1, body(sentence))
        if place is not None and asks_for_rank(question):
            rank = ranking.rank_told(asked, place)
            paragraphs += [body(capitalised(rank))] if rank else []
    apart = "" if place is None else uncertified(asked, _products(asked, place))
    told = (_held(asked, place), apart, _awarded(asked, place))
    paragraphs.append(body(" ".join(filter(None, told))))
    if question.makers is not None:
        here = replace(asked, question=replace(question, places=(place,) if place else ()))
        paragraphs.append(body(makers.counted(here)))
    paragraphs += today_note(asked, place)
    return [*paragraphs, *sources_note((figure.source for figure in used), t)]


def _official(asked: Asked, place: Place | None, used: list[Figure]) -> list[Paragraph]:
    """The counts to tell; those told are added to ``used``."""
    t, question = asked.t, asked.question
    figures = asked.catalogue.figures_of(place)
    lines: list[Paragraph] = []
    told = [
        (territory, figure)
        for territory, of_it in _territories(asked, place, figures)
        for figure in chosen(of_it, question)
    ]
    if question.stars is not None:
        told = [each for each in told if starred(each[1], question) is not None] or told
    for territory, figure in told:
        lines.append(body(_told(figure, territory, question, t)))
        used.append(figure)
        remark = remark_of(figure, question, t)
        if remark and (territory == told[0][0] or is_limited(figure)):
            lines.append(note(remark))
    if REVENUE in question.cues and not any(tells_revenue(figure) for figure in used):
        sentence = t.gettext("What they sell for is told by none of the counts that I know.")
        lines.insert(0, body(sentence))
    if not lines:
        sentence = t.gettext("No official count of {place} is known to us.", place=_named(place, t))
        return [body(sentence)]
    period = None if YEARLY in question.cues else question.period
    if period and not any(is_of(figure, period) for figure in used):
        sentence = t.gettext(
            "No count of {period} is known to us; this is the nearest.",
            period=when(period, t),
        )
        lines.insert(0, body(sentence))
    if question.stars is not None and not any(
        starred(figure, question) is not None or tells_share(figure, question) for figure in used
    ):
        sentence = t.gettext(
            "None of the counts we know says how many of them have {stars} stars.",
            stars=star_words(question),
        )
        lines.append(body(sentence))
    return lines


def _territories(
    asked: Asked, place: Place | None, figures: list[Figure]
) -> list[tuple[str, list[Figure]]]:
    """The figures by the territory they count, the one asked about first."""
    t, catalogue = asked.t, asked.catalogue
    whole = [figure for figure in figures if figure.former_province is None]
    if place is None:
        return [(_named(None, t), whole)]
    former: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.former_province is not None:
            former.setdefault(figure.former_province, []).append(figure)
    today = catalogue.province(place.provinces[0])
    merged = len(today.former_provinces) > 1
    whole_name = (
        t.gettext("today's {province}", province=unit_name(today, t))
        if merged
        else place_name(today, t)
    )
    grouped = []
    for code, of_it in former.items():
        name = place_name(catalogue.former_province(code), t)
        if merged:
            name = t.gettext("{province} before the merger of July 2025", province=name)
        grouped.append((name, of_it))
    if place.level is PlaceLevel.FORMER_PROVINCE:
        return [*grouped, (whole_name, whole)]
    return [(whole_name, whole), *grouped]


def _told(figure: Figure, territory: str, question: Question, t: Translator) -> str:
    dated = when(figure.as_of, t) if figure.as_of else None
    count = starred(figure, question)
    if count is not None:
        counted = _of_stars(count, question, t)
        if count and figure.total is not None:
            total = t.number(figure.total)
            counted = t.gettext("{counted} among {total}", counted=counted, total=total)
    else:
        counted = _counted(figure, t)
    values = {"place": territory, "counted": counted}
    if dated is None:
        return capitalised(t.gettext("{place}: {counted} (date not stated).", **values))
    return capitalised(t.gettext("{place}: {counted} (as of {date}).", date=dated, **values))


def _counted(figure: Figure, t: Translator) -> str:
    levels = [
        t.gettext("{number} of {stars} stars", number=t.number(count), stars=str(stars))
        for stars, count in ((5, figure.stars5), (4, figure.stars4), (3, figure.stars3))
        if count is not None
    ]
    detail = t.gettext(", among them {levels}", levels=", ".join(levels)) if levels else ""
    made = (
        t.ngettext(", by {count} producer", ", by {count} producers", figure.producers)
        if figure.producers is not None
        else ""
    )
    if figure.total is None and not levels and figure.producers is not None:
        return t.ngettext("{count} producer", "{count} producers", figure.producers)
    if figure.total is None:
        return ", ".join(levels) + made
    total = t.ngettext("{count} OCOP product", "{count} OCOP products", figure.total)
    return total + detail + made


def _held(asked: Asked, place: Place | None) -> str:
    t, question, catalogue = asked.t, asked.question, asked.catalogue
    count = len(_products(asked, place))
    where = with_exclusion(_named(place, t), question.without, catalogue, t)
    values = {"place": where, "date": list_date(asked)}
    what = kind_names(question.kinds, catalogue, t)
    if not what and question.category is not None:
        what = category_name(question.category, t)
    if question.made_by or question.standing is not None:
        asked_for = heading(replace(asked, question=replace(question, period=None)), place)
        return t.gettext(
            "{heading}: {count}, by our own list ({date}).",
            heading=asked_for,
            count=t.number(count),
            date=values["date"],
        )
    if not count:
        return t.gettext("Our own list ({date}) has none of them from {place}.", **values)
    if question.stars is not None and what:
        counted = t.ngettext(
            "{count} {stars}-star {what} product",
            "{count} {stars}-star {what} products",
            count,
            what=what,
            stars=star_words(question),
        )
    elif question.stars is not None:
        counted = _of_stars(count, question, t)
    elif what:
        counted = t.ngettext("{count} {what} product", "{count} {what} products", count, what=what)
    else:
        counted = t.ngettext("{count} product", "{count} products", count)
    return t.gettext("Our own list ({date}), {place}: {counted}.", counted=counted, **values)


def _awarded(asked: Asked, place: Place | None) -> str:
    """How many of those in our list got their stars in the time asked about, which no official
    count tells; empty where no time is asked about, or only as that of a count."""
    question, t = asked.question, asked.t
    held = _products(asked, place)
    if question.period is None or GIVEN not in question.cues or not held:
        return ""
    count = len(passing(held, question, asked.today))
    period = when(question.period, t)
    if not count:
        return t.gettext("Of none of them I know that it was certified in {period}.", period=period)
    return t.ngettext(
        "Of them {count} was certified in {period}, as far as I know the date.",
        "Of them {count} were certified in {period}, as far as I know the date.",
        count,
        period=period,
    )


def _products(asked: Asked, place: Place | None) -> list[Product]:
    return counted(asked.question, (place,) if place else (), asked.catalogue, asked.today)


def _of_stars(count: int, question: Question, t: Translator) -> str:
    if not count:
        return t.gettext("no product of {stars} stars yet", stars=star_words(question))
    return t.ngettext(
        "{count} product of {stars} stars",
        "{count} products of {stars} stars",
        count,
        stars=star_words(question),
    )


def _named(place: Place | None, t: Translator) -> str:
    return place_name(place, t) if place is not None else t.gettext("the whole country")
