"""How to reach a producer: what was published, and the next best way where nothing was."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers.choosing import settled, unsettled
from handlers.answers.next_steps import about_product, after_producer
from handlers.answers.selling import sellers
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.reply import ContactCard, GeoPoint, Outcome, Paragraph
from handlers.words.naming import producer_name, producer_of, product_name
from handlers.words.places import address_phrase, unit_name
from handlers.words.sourcing import product_note, sources_note, website_run
from handlers.words.wording import body, fill, item, strong
from knowledge.facts import Location, Place, PlaceLevel, Producer, Product
from knowledge.understanding.vocabulary.senses import EMAIL, WEBSITE


def answer(asked: Asked) -> Answer:
    """Give the published contacts of a product's producer or of the producer asked about."""
    named = settled(asked)
    if named is None:
        return unsettled(asked)
    return of_producer(asked, named) if isinstance(named, Producer) else _of_product(asked, named)


def of_producer(asked: Asked, producer: Producer) -> Answer:
    """How to reach a producer."""
    t = asked.t
    opening = t.gettext("Contact of {producer}:")
    paragraphs = [
        body(fill(opening, producer=strong(producer_name(producer, t)))),
        *_ways_to_reach(asked, producer, producer.location),
        *sources_note(producer.sources, t),
    ]
    choices = after_producer(asked, producer)
    given = answered(Outcome.ANSWER, paragraphs, choices, producers=(producer.code,))
    return _with_card(asked, given, producer, producer.location)


def _of_product(asked: Asked, product: Product) -> Answer:
    """How to reach who makes a product; where no phone is known, who sells it as well."""
    t, producer = asked.t, producer_of(product, asked.catalogue)
    location = product.location
    if producer is not None:
        location = producer.location or location
        opening = fill(
            t.gettext("{producer} makes {product}."),
            product=product_name(product, t),
            producer=strong(producer_name(producer, t)),
        )
        source = sources_note(producer.sources, t)
    else:
        opening = fill(
            t.gettext("The sources we read do not say who makes {product}; it comes from {place}."),
            product=strong(product_name(product, t)),
            place=address_phrase(location, asked.catalogue, t),
        )
        source = product_note(product, t)
    paragraphs = [body(opening), *_ways_to_reach(asked, producer, location)]
    if producer is None or not producer.phone:
        paragraphs += sellers(asked, product, site_told=True)
    given = about_product(asked, product, [*paragraphs, *source])
    return _with_card(asked, given, producer, location)


def published(asked: Asked, producer: Producer) -> list[Paragraph]:
    """Phone, email, website and address, as far as they were published."""
    t = asked.t
    lines: list[Paragraph] = []
    if producer.phone:
        lines.append(item(t.gettext("Phone: {phone}", phone=producer.phone)))
    if producer.email:
        lines.append(item(t.gettext("Email: {email}", email=producer.email)))
    if producer.website:
        lines.append(item(fill(t.gettext("Website: {site}"), site=website_run(producer.website))))
    if producer.location is not None:
        where = address_phrase(producer.location, asked.catalogue, t)
        lines.append(item(t.gettext("Address: {address}", address=where)))
    return lines


def _ways_to_reach(
    asked: Asked, producer: Producer | None, location: Location | None
) -> list[Paragraph]:
    """What was published of a producer, and another way where that is no phone."""
    lines = published(asked, producer) if producer is not None else []
    if EMAIL in asked.question.cues and (producer is None or not producer.email):
        lines.append(body(asked.t.gettext("No email address was published that we know of.")))
    if WEBSITE in asked.question.cues and (producer is None or not producer.website):
        lines.append(body(asked.t.gettext("No website was published that we know of.")))
    if producer is None or not producer.phone:
        lines.append(body(_another_way(asked, location)))
    return lines


def _with_card(
    asked: Asked, given: Answer, producer: Producer | None, location: Location | None
) -> Answer:
    """The answer with what a platform can show beside it: a contact, and a spot on the map."""
    contact, point = _card(asked, producer), _point(asked, producer, location)
    return replace(given, reply=replace(given.reply, contact=contact, point=point))


def _another_way(asked: Asked, location: Location | None) -> str:
    t, catalogue = asked.t, asked.catalogue
    if location is None:
        return t.gettext("No phone number was published that we know of.")
    province = unit_name(catalogue.province(location.province), t)
    commune = _commune_of_today(asked, location)
    if commune is not None:
        return t.gettext(
            "No phone number was published that we know of. The People's Committee of {commune} "
            "or the OCOP office of {province} can put you in touch.",
            commune=unit_name(commune, t),
            province=province,
        )
    return t.gettext(
        "No phone number was published that we know of. The commune's People's Committee or the "
        "OCOP office of {province} can put you in touch.",
        province=province,
    )


def _commune_of_today(asked: Asked, location: Location) -> Place | None:
    place = asked.catalogue.places.get(location.commune) if location.commune else None
    if place is not None and place.level is PlaceLevel.FORMER_COMMUNE and place.successors:
        return asked.catalogue.places.get(place.successors[0])
    return place if place is not None and place.level is PlaceLevel.COMMUNE else None


def _card(asked: Asked, producer: Producer | None) -> ContactCard | None:
    if producer is None or not producer.phone:
        return None
    name = producer_name(producer, asked.t)
    return ContactCard(name, producer.phone, producer.email, producer.website)


def _point(asked: Asked, producer: Producer | None, location: Location | None) -> GeoPoint | None:
    """The centre of the producer's commune: nothing nearer was published."""
    place = asked.catalogue.places.get(location.commune or "") if location is not None else None
    if producer is None or location is None or place is None:
        return None
    if place.latitude is None or place.longitude is None:
        return None
    address = address_phrase(location, asked.catalogue, asked.t)
    return GeoPoint(
        place.latitude,
        place.longitude,
        producer_name(producer, asked.t),
        asked.t.gettext("{address} (centre of the commune)", address=address),
    )
