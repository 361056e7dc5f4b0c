"""Who makes it, where, and what else they make."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.answers.alike_there import with_makers_known
from handlers.answers.choosing import settled, unsettled
from handlers.answers.next_steps import about_product, after_producer, after_product
from handlers.chat.actions import Action, Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import page_choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.lists.awards import star_words
from handlers.lists.entries import entries, product_choices
from handlers.lists.paging import page_of
from handlers.words.naming import producer_name, producer_of, product_name
from handlers.words.places import location_phrase
from handlers.words.sourcing import product_note, sources_note, website_run
from handlers.words.wording import body, fill, strong, title
from knowledge.facts import Producer, ProducerType, Product
from locales import Translator


def answer(asked: Asked) -> Answer:
    """Say who makes the product asked about, or what the producer asked about makes."""
    named = settled(asked)
    if isinstance(named, Producer):
        return card(asked, named)
    return _maker(asked, named) if named is not None else unsettled(asked)


def nothing_else(asked: Asked) -> Answer:
    """Say that nothing more is known of what the producer told last makes."""
    named = asked.catalogue.producers[asked.question.producers[0].code]
    sentence = asked.t.gettext(
        "Beside what is told above I know of nothing else that {producer} makes."
    )
    line = fill(sentence, producer=strong(producer_name(named, asked.t)))
    return answered(Outcome.TALK, [body(line)], after_producer(asked, named))


def card(asked: Asked, producer: Producer) -> Answer:
    """A producer with its place, its published contacts and a page of its products."""
    t, catalogue = asked.t, asked.catalogue
    paragraphs = [title(producer_name(producer, t)), *_about(asked, producer)]
    every = catalogue.products_of(producer.code)
    made = _starred(asked, every) or every
    shown = list(made[asked.offset : asked.offset + PAGE] or made[:PAGE])
    choices: list[Choice] = []
    if made:
        paragraphs.append(body(_counted(asked, every)))
        paragraphs += entries(asked, shown, with_producer=False)
        choices += product_choices(asked, shown)
        choices += _more(asked, producer, len(made))
    paragraphs += sources_note(producer.sources, t)
    choices += after_producer(asked, producer)
    paged = page_of(asked, Action.of(Verb.PRODUCTS_OF, 0, producer.code), len(made), made)
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(product.code for product in shown),
        producers=(producer.code,),
        page=paged if paged.pages > 1 else None,
    )


def _starred(asked: Asked, made: Sequence[Product]) -> list[Product]:
    """Those of a producer's products that have the stars asked for."""
    low = asked.question.stars
    if low is None:
        return []
    high = asked.question.stars_up_to or low
    return [product for product in made if product.stars and low <= product.stars <= high]


def _counted(asked: Asked, made: Sequence[Product]) -> str:
    t, stars = asked.t, asked.question.stars
    of_all = t.ngettext("{count} product in our list:", "{count} products in our list:", len(made))
    if stars is None:
        return of_all
    told = {"stars": star_words(asked.question), "total": t.number(len(made))}
    fitting = len(_starred(asked, made))
    if not fitting:
        return t.gettext("None of its {total} in our list has {stars} stars:", **told)
    return t.ngettext(
        "{count} product of {stars} stars, of {total} in our list:",
        "{count} products of {stars} stars, of {total} in our list:",
        fitting,
        **told,
    )


def _maker(asked: Asked, product: Product) -> Answer:
    t, catalogue = asked.t, asked.catalogue
    name = strong(product_name(product, t))
    producer = producer_of(product, catalogue)
    if producer is None:
        paragraphs = [
            body(
                fill(
                    t.gettext(
                        "The sources we read do not say who makes {product}; it comes from {place}."
                    ),
                    product=name,
                    place=location_phrase(product.location, catalogue, t),
                )
            ),
            *product_note(product, t),
        ]
        return with_makers_known(asked, product, about_product(asked, product, paragraphs))
    paragraphs = [
        body(
            fill(
                t.gettext("{producer} makes {product}."),
                product=name,
                producer=strong(producer_name(producer, t)),
            )
        ),
        *_about(asked, producer),
    ]
    others = [each for each in catalogue.products_of(producer.code) if each.code != product.code]
    choices = after_product(asked, product)
    if others:
        paragraphs.append(
            body(t.ngettext("They also make:", "They also make {count} others:", len(others)))
        )
        paragraphs += entries(asked, others[:PAGE], with_producer=False)
        if len(others) > PAGE:
            choices += _more(asked, producer, len(others) + 1)
    return answered(
        Outcome.ANSWER,
        [*paragraphs, *product_note(product, t)],
        choices,
        products=(product.code,),
        producers=(producer.code,),
    )


def _about(asked: Asked, producer: Producer) -> list[Paragraph]:
    t = asked.t
    lines: list[Paragraph] = []
    kind = _type_name(producer.type, t)
    if kind and t.locale == "en" and producer.name_en is None:
        lines.append(body(t.gettext("Type: {type}", type=kind)))
    if producer.location is not None:
        where = location_phrase(producer.location, asked.catalogue, t)
        lines.append(body(t.gettext("Place: {place}", place=where)))
    if producer.website:
        lines.append(body(fill(t.gettext("Website: {site}"), site=website_run(producer.website))))
    if producer.phone:
        lines.append(body(t.gettext("Phone: {phone}", phone=producer.phone)))
    return lines


def _more(asked: Asked, producer: Producer, count: int) -> list[Choice]:
    return page_choice(
        asked, count, lambda offset: Action.of(Verb.PRODUCTS_OF, offset, producer.code)
    )


def _type_name(kind: ProducerType | None, t: Translator) -> str:
    if kind is None:
        return ""
    return {
        ProducerType.COMPANY: t.pgettext("producer", "company"),
        ProducerType.COOPERATIVE: t.pgettext("producer", "cooperative"),
        ProducerType.COOPERATIVE_GROUP: t.pgettext("producer", "cooperative group"),
        ProducerType.HOUSEHOLD: t.pgettext("producer", "household business"),
    }[kind]
