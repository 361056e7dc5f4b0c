"""Who else makes such goods, beside the producer told last: "còn công ty nào nữa"."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.chat.actions import Verb
from handlers.chat.answering import PAGE, Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph, Role, Run
from handlers.chat.topic import MOST_MEANT, Topic, beyond_doubt, names_subject
from handlers.follow_ups.said import FollowUp, Said
from handlers.follow_ups.whereabouts import home_of, location_shown
from handlers.words.naming import kind_names, maker_label, producer_name, product_name
from handlers.words.places import place_name
from handlers.words.stars import mark
from handlers.words.wording import body, strong
from knowledge.catalogue import Catalogue
from knowledge.facts import Place, Product
from knowledge.understanding.question import Certainty, Intent, Question
from knowledge.understanding.vocabulary.senses import COMPARE, OTHER_MAKERS, THAT_MAKER, TWO


def who_else(said: Said) -> FollowUp | None:
    """Who else makes or sells what was shown."""
    others = _asked_for(said.question, said.topic, said.catalogue)
    return FollowUp(others, answer) if others is not None else None


def _asked_for(question: Question, topic: Topic, catalogue: Catalogue) -> Question | None:
    """The makers of the same kind in the same place, beside those shown."""
    if names_subject(replace(question, stars=None)) or not (topic.products or topic.producers):
        return None
    # "so sánh 2 công ty đó" where only one was told: who the other could be
    lacks_one = {COMPARE, THAT_MAKER, TWO} <= question.cues
    if lacks_one and len(topic.producers) < 2:
        shown = {topic.maker(catalogue)}
    elif THAT_MAKER not in question.cues and OTHER_MAKERS in question.cues:
        shown = {catalogue.products[code].producer for code in topic.products}
    else:
        return None
    there, wanted = _where(topic, catalogue), question.stars or topic.stars
    # Those of fewer stars in the place are nearer than others far away
    for places, stars in dict.fromkeys(((there, wanted), (there, question.stars), ((), wanted))):
        made = catalogue.products_at(
            places, stars=stars, category=topic.category, kinds=_kinds(topic, catalogue)
        )
        others = dict.fromkeys(
            product.producer
            for product in made
            if product.producer in catalogue.producers
            and product.producer not in {*shown, *topic.producers}
        )
        if others:
            break
    return replace(
        question,
        intent=Intent.PRODUCER,
        intent_stated=True,
        certainty=Certainty.RIVALS,
        products=beyond_doubt(*topic.products[:1]),
        producers=beyond_doubt(*(code for code in list(others)[:MOST_MEANT] if code)),
        places=places,
        kinds=_kinds(topic, catalogue),
        stars=stars,
        category=topic.category,
    )


def answer(asked: Asked) -> Answer:
    """List the other makers, each with the best it makes of that kind."""
    t, catalogue, question = asked.t, asked.catalogue, asked.question
    what = kind_names(question.kinds, catalogue, t) or t.gettext("OCOP products")
    makers = [catalogue.producers[match.code] for match in question.producers][:PAGE]
    if not makers:
        line = t.gettext("Besides what is told above I know of no one who makes {what}.", what=what)
        return answered(Outcome.TALK, [body(line)])
    if question.places:
        where = place_name(question.places[0], t)
        line = t.gettext("Others in {place} who make {what}:", what=what, place=where)
    else:
        line = t.gettext("Others across the country who make {what}:", what=what)
    paragraphs: list[Paragraph] = [body(line)]
    choices: list[Choice] = []
    best: list[Product] = []
    made = catalogue.products_at(
        question.places, stars=question.stars, category=question.category, kinds=question.kinds
    )
    for maker in makers:
        name = producer_name(maker, t)
        product = next(each for each in made if each.producer == maker.code)
        best.append(product)
        runs = (strong(name), Run(f" – {product_name(product, t)} {mark(product, t)}"))
        paragraphs.append(Paragraph(runs, Role.ITEM))
        choices += choice(maker_label(maker, t), Verb.PRODUCER, maker.code)
    codes = [maker.code for maker in makers]
    before = [catalogue.products[match.code] for match in question.products]
    if len(makers) == 1 and before and before[0].producer:
        # "so sánh 2 công ty đó": the one told before and this one
        codes.insert(0, before[0].producer)
        best.insert(0, before[0])
    return answered(
        Outcome.ANSWER,
        paragraphs,
        choices,
        products=tuple(product.code for product in best),
        producers=tuple(codes),
        places=question.places,
    )


def _kinds(topic: Topic, catalogue: Catalogue) -> tuple[str, ...]:
    if topic.kinds or not topic.products:
        return topic.kinds
    return catalogue.products[topic.products[0]].kinds[:1]


def _where(topic: Topic, catalogue: Catalogue) -> tuple[Place, ...]:
    location = location_shown(topic, catalogue)
    if topic.places or location is None:
        return topic.places
    return (home_of(location, catalogue),)
