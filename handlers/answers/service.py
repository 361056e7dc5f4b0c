"""What the bot does not do: sell, deliver, take complaints. Said plainly, with who may help."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import buying, contacts, outlets
from handlers.answers.choosing import settled
from handlers.chat.actions import Verb
from handlers.chat.answering import Answer, Asked, answered
from handlers.chat.choices import choice
from handlers.chat.reply import Choice, Outcome, Paragraph
from handlers.chat.topic import names_one
from handlers.words.places import place_name
from handlers.words.wording import body
from knowledge.facts import ProgrammeTopic
from knowledge.markets import ANY, markets_in
from knowledge.understanding.question import Intent, Question
from knowledge.understanding.vocabulary.senses import COMPLAINT, DELIVERY, INVOICE

_OF_DELIVERY = frozenset(
    {
        *(Intent.UNKNOWN, Intent.WHERE_TO_BUY, Intent.OUTLETS, Intent.PRICE, Intent.PRODUCT),
        *(Intent.STATISTICS, Intent.SPECIALITIES, Intent.CONTACT, Intent.PROGRAMME),
    }
)
_OF_COMPLAINTS = frozenset(
    {
        *(Intent.UNKNOWN, Intent.PROGRAMME, Intent.CONTACT, Intent.WHERE_TO_BUY, Intent.PRODUCT),
        *(Intent.RATING, Intent.OUTLETS, Intent.FEEDBACK, Intent.PRODUCER),
        *(Intent.SPECIALITIES, Intent.PRICE),
    }
)


_OF_INVOICES = frozenset(
    {
        *(Intent.UNKNOWN, Intent.WHERE_TO_BUY, Intent.PRODUCT, Intent.CONTACT, Intent.OUTLETS),
        *(Intent.PRICE, Intent.SPECIALITIES),
    }
)


def asks_invoice(question: Question) -> bool:
    """Whether it is asked if a seller writes invoices."""
    return INVOICE in question.cues and question.intent in _OF_INVOICES


def invoices(asked: Asked) -> Answer:
    """That only the seller knows, and who sells what is named."""
    t, question = asked.t, asked.question
    line = t.gettext(
        "Whether a VAT invoice is written I do not know: ask the seller before you pay."
    )
    named = names_one(question) or question.kinds or question.places
    if named:
        sold = replace(asked, question=replace(question, intent=Intent.WHERE_TO_BUY))
        given = buying.answer(sold)
        return given.after(body(line))
    name = t.gettext("Name a product and I will say who sells it.")
    return answered(Outcome.TALK, [body(line), body(name)])


def asks_delivery(question: Question) -> bool:
    """Whether goods are to be sent, and no product, kind or producer is named to buy."""
    named = names_one(question) or question.kinds or question.category
    return DELIVERY in question.cues and question.intent in _OF_DELIVERY and not named


def asks_complaint(question: Question) -> bool:
    """Whether somebody wants to complain of goods."""
    return COMPLAINT in question.cues and question.intent in _OF_COMPLAINTS


def not_delivering(asked: Asked) -> Paragraph:
    """That the bot neither sells nor delivers."""
    line = asked.t.gettext(
        "I neither sell nor deliver anything; how goods are sent and what that costs, the seller "
        "says."
    )
    return body(line)


def delivery(asked: Asked) -> Answer:
    """Who may send goods: the sellers online."""
    t, question = asked.t, asked.question
    heading = t.gettext("Selling OCOP products online across the country:")
    paragraphs = [not_delivering(asked), *outlets.online_list(asked, heading)]
    paragraphs.append(body(t.gettext("Name a product and I will say who sells it.")))
    choices: list[Choice] = []
    for place in question.places[:1]:
        label = t.gettext("OCOP outlets in {place}", place=place_name(place, t))
        choices += choice(label, Verb.OUTLETS, 0, place.key)
    market = next(iter(markets_in(question.text)), ANY) if _is_abroad(question) else None
    if market is not None:
        line = t.gettext("Whether they send goods abroad I do not know: ask them first.")
        paragraphs.insert(-1, body(line))
        choices += choice(t.gettext("What is sold abroad"), Verb.EXPORTED, 0, market, None, None)
    return answered(Outcome.TALK, paragraphs, choices)


def complaint(asked: Asked) -> Answer:
    """Whom to turn to: the seller and the producer; no office is known."""
    t = asked.t
    named = settled(asked)
    sorry = t.gettext(
        "I am sorry about that. I take no complaints, and I know of no office to name that does."
    )
    keep = t.gettext(
        "Keep the pack and the receipt, and turn to the seller and the producer on the label first."
    )
    checking = t.gettext("How to check a product")
    choices = choice(checking, Verb.TOPIC, 0, ProgrammeTopic.CHECKING.value)
    if named is not None:
        reached = contacts.answer(asked)
        told = (body(sorry), body(keep), *reached.reply.paragraphs)
        return reached.telling(*told, choices=(*reached.reply.choices, *choices))
    name = t.gettext("Name the product and I will look for the producer's contact.")
    return answered(Outcome.TALK, [body(sorry), body(keep), body(name)], choices)


def _is_abroad(question: Question) -> bool:
    return question.export or (not question.places and bool(markets_in(question.text)))
