"""Who makes goods of a kind or place: cooperatives, companies and households, best first."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from handlers.answers import contacts, producers, specialities
from handlers.answers.empty_lists import nothing
from handlers.answers.not_found import list_date, own_count
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import choice, page_choice
from handlers.chat.reply import Choice, Outcome, Paragraph, Role, Run
from handlers.geography.territory import pick_place, today_note, wider_place
from handlers.lists.awards import with_award
from handlers.lists.headings import goods_listed
from handlers.lists.listing import listed
from handlers.lists.meant import makers_uncertified, sort_name, with_standing
from handlers.lists.paging import counted_heading, page_of
from handlers.words.naming import cut, maker_label, producer_name, product_name
from handlers.words.places import location_phrase, place_name
from handlers.words.stars import mark
from handlers.words.wording import body, capitalised, item, strong, title
from knowledge.facts import Place, Producer, ProducerType, Product
from knowledge.understanding.meaning.makers_asked import SORTS_MEANT
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import PHONE, WEBSITE
from locales import Translator

SORTS = tuple(SORTS_MEANT.values())
"""The sorts of makers that are asked for by a name of their own."""


class Maker(Struct, frozen=True):
    """A producer with what it makes of the goods asked about, best first."""

    producer: Producer
    products: tuple[Product, ...]


def answer(asked: Asked) -> Answer:
    """List those who make such goods in the places asked about, else in the wider place."""
    question = asked.question
    if question.place_rivals:
        return pick_place(asked, lambda key: Action.of(Verb.MAKERS, *fields(question, 0, (key,))))
    found = makers_of(asked)
    if found:
        return _listed(asked, found)
    if _goods(asked):
        return _of_unknown_makers(asked)
    if len(question.places) == 1:
        wider = wider_place(question.places[0], asked.catalogue)
        if wider is not None:
            today = asked.catalogue.province(wider.provinces[0])
            # Newer sources tell today's province alone
            wider = today if today.name == wider.name else wider
            around = replace(asked, question=replace(question, places=(wider,)))
            if makers_of(around):
                return answer(around).after(_none(asked, question.places[0]))
    return nothing(asked, question.places[0] if question.places else None)


def makers_of(asked: Asked) -> list[Maker]:
    """Those who make what is asked about, whatever sort of makers they are."""
    catalogue = asked.catalogue
    made: dict[str, list[Product]] = {}
    for product in _goods(asked):
        if product.producer is not None and product.producer in catalogue.producers:
            made.setdefault(product.producer, []).append(product)
    return [Maker(catalogue.producers[code], tuple(goods)) for code, goods in made.items()]


def _goods(asked: Asked) -> list[Product]:
    """What is asked about, whether or not anybody is known who makes it."""
    return listed(asked.question, asked.question.places, asked.catalogue, asked.today)


def _of_unknown_makers(asked: Asked) -> Answer:
    """The goods asked about, where sources tell of none who makes them."""
    line = asked.t.gettext(
        "These are in the list I hold, but I have not read who makes them; the label tells, and "
        "so do the OCOP offices of their provinces."
    )
    goods = replace(asked, question=replace(asked.question, makers=None))
    return specialities.answer(goods).after(body(line))


def counted(asked: Asked) -> str:
    """How many of them our list holds."""
    sorts = asked.question.makers or ()
    found = [maker for maker in makers_of(asked) if not sorts or maker.producer.type in sorts]
    count = asked.t.number(len(found))
    return asked.t.gettext("{makers}: {count}.", makers=heading(asked, sorts), count=count)


def _listed(asked: Asked, found: list[Maker]) -> Answer:
    t, question = asked.t, asked.question
    sorts = question.makers or ()
    wanted = [maker for maker in found if maker.producer.type in sorts] if sorts else found
    paragraphs = specialities.without_it(asked)
    others = len(found) - len(wanted)
    if sorts and not wanted:
        line = t.gettext(
            "{makers}: I know of none ({date}). Others who make it:",
            makers=heading(asked, sorts),
            date=list_date(asked),
        )
        paragraphs.append(body(line))
        asked = replace(asked, question=replace(question, makers=()))
        wanted, sorts, others = found, (), 0
    if len(wanted) == 1 and not others and not asked.offset:
        return _only(asked, wanted[0], paragraphs)
    shown = wanted[asked.offset : asked.offset + PAGE] or wanted[:PAGE]
    page = page_of(asked, Action.of(Verb.MAKERS, *fields(question, 0)), len(wanted))
    paragraphs.append(title(counted_heading(asked, heading(asked, sorts), page)))
    paragraphs += [_entry(asked, maker) for maker in shown]
    if len(question.places) > 1:
        paragraphs += _none_there(asked)
    if not sorts and len(wanted) <= PAGE:
        paragraphs += _beside(asked)
    if not asked.offset:
        paragraphs += makers_uncertified(asked, (maker.products for maker in wanted))
    if len(question.places) == 1:
        paragraphs += today_note(asked, question.places[0])
    if question.intent is Intent.STATISTICS:
        paragraphs.append(own_count(asked))
    if PHONE in question.cues:
        paragraphs += _phones(asked, wanted, shown)
    if WEBSITE in question.cues:
        paragraphs += _websites(asked, wanted)
    if question.intent is Intent.CONTACT:
        paragraphs.append(body(t.gettext("Pick one and I will tell how to reach it.")))
    choices = _choices(asked, shown)
    choices += page_choice(
        asked, len(wanted), lambda offset: Action.of(Verb.MAKERS, *fields(question, offset))
    )
    if others:
        label = t.ngettext("{count} of another sort too", "{count} of other sorts too", others)
        choices += choice(label, Verb.MAKERS, *fields(replace(question, makers=()), 0))
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(maker.products[0].code for maker in shown),
        producers=tuple(maker.producer.code for maker in shown),
        places=question.places,
        page=page,
    )


def _only(asked: Asked, maker: Maker, before: list[Paragraph]) -> Answer:
    """The card or the contact of the only one there is."""
    headed = title(f"{heading(asked, asked.question.makers or ())} ({asked.t.number(1)})")
    if asked.question.intent is Intent.CONTACT:
        given = contacts.of_producer(asked, maker.producer)
    else:
        given = producers.card(asked, maker.producer)
    missing = _none_there(asked) if len(asked.question.places) > 1 else []
    if not asked.question.makers:
        missing += _beside(asked)
    return replace(
        given.after(*before, headed, *missing),
        products=given.products or (maker.products[0].code,),
        places=asked.question.places,
    )


def _entry(asked: Asked, maker: Maker) -> Paragraph:
    """Name, the best it makes of what was asked about, where, and how to call it."""
    t, producer = asked.t, maker.producer
    best = maker.products[0]
    runs = [
        strong(cut(producer_name(producer, t), 60)),
        Run(f" – {product_name(best, t)} {mark(best, t)}"),
    ]
    more = len(maker.products) - 1
    if more:
        runs.append(Run(t.ngettext(" and {count} other", " and {count} others", more)))
    where = location_phrase(producer.location or best.location, asked.catalogue, t)
    runs.append(Run(f" · {where}"))
    if producer.phone:
        runs.append(Run(f" · {producer.phone}"))
    return Paragraph(tuple(runs), Role.ITEM)


def _phones(asked: Asked, makers: list[Maker], shown: list[Maker]) -> list[Paragraph]:
    """The telephone numbers known of makers who are not shown, or that none is known of any."""
    t = asked.t
    known = [maker.producer for maker in makers if maker.producer.phone]
    if not known:
        line = t.gettext("No phone number of any of them was published that I know of.")
        return [body(line)]
    told = {maker.producer.code for maker in shown}
    others = [producer for producer in known if producer.code not in told]
    if not others:
        return []
    return [
        body(t.gettext("I know the phone number of these too:")),
        *(item(f"{producer_name(each, t)} · {each.phone}") for each in others[:PAGE]),
    ]


def _websites(asked: Asked, makers: list[Maker]) -> list[Paragraph]:
    """The websites known of makers, or that none is known of any."""
    t = asked.t
    known = [maker.producer for maker in makers if maker.producer.website]
    if not known:
        return [body(t.gettext("No website of any of them was published that I know of."))]
    return [
        body(t.gettext("I know the website of these:")),
        *(item(f"{producer_name(each, t)} · {each.website}") for each in known[:PAGE]),
    ]


def _choices(asked: Asked, shown: list[Maker]) -> list[Choice]:
    contact = asked.question.intent is Intent.CONTACT
    verb = Verb.PRODUCER_CONTACT if contact else Verb.PRODUCER
    return maker_choices([maker.producer for maker in shown], asked.t, verb)


def maker_choices(
    producers: Iterable[Producer], t: Translator, verb: Verb = Verb.PRODUCER
) -> list[Choice]:
    """A choice for each of some makers."""
    return [
        offered for each in producers for offered in choice(maker_label(each, t), verb, each.code)
    ]


def _none_there(asked: Asked) -> list[Paragraph]:
    """Of several places those where nobody is known to make it."""
    return [
        _none(asked, place)
        for place in asked.question.places
        if not makers_of(replace(asked, question=replace(asked.question, places=(place,))))
    ]


def _beside(asked: Asked) -> list[Paragraph]:
    """The goods of whose makers nothing is known, beside those of the few who are."""
    t, catalogue = asked.t, asked.catalogue
    unknown = [each for each in _goods(asked) if each.producer not in catalogue.producers]
    if not unknown or asked.question.without.names:
        return []
    named = ", ".join(f"{product_name(each, t)} {mark(each, t)}" for each in unknown[:PAGE])
    line = t.ngettext(
        "Our list has one more of which I have not read who makes it: {names}.",
        "Our list has {count} more of which I have not read who makes them, such as: {names}.",
        len(unknown),
        names=named,
    )
    return [body(line)]


def _none(asked: Asked, place: Place) -> Paragraph:
    here = replace(asked, question=replace(asked.question, places=(place,)))
    line = asked.t.gettext(
        "{makers}: I know of none ({date}).",
        makers=heading(here, asked.question.makers or ()),
        date=list_date(asked),
    )
    return body(line)


def heading(asked: Asked, sorts: tuple[ProducerType, ...]) -> str:
    """Who is listed: "Hợp tác xã làm trà 5 sao ở Thái Nguyên"."""
    t, places = asked.t, asked.question.places
    goods = goods_listed(asked)
    values = {"makers": sort_name(sorts, t), "goods": goods}
    if not places:
        told = t.gettext("{makers} making {goods} across the country", **values)
    else:
        named = ", ".join(place_name(place, t) for place in places)
        told = t.gettext("{makers} making {goods} in {place}", place=named, **values)
    return capitalised(with_award(with_standing(told, asked.question, t), asked.question, t))


def fields(
    question: Question, offset: int, places: tuple[str, ...] | None = None
) -> tuple[object, ...]:
    """What an action says of the makers to list."""
    keys = tuple(place.key for place in question.places) if places is None else places
    return (
        offset,
        next(iter(question.makers or ()), None),
        question.stars,
        question.category,
        "+".join(keys),
        "+".join(question.kinds),
    )


def sorts_told(sort: str) -> tuple[ProducerType, ...]:
    """The sorts of makers that an action to list them tells of; none for any."""
    return next((sorts for sorts in SORTS if sort == sorts[0]), ())
