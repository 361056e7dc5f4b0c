"""What must be said of goods that are not known to be one product: with what may be meant."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.answers import specialities
from handlers.answers.choosing import pick
from handlers.chat.answering import Answer, Asked
from handlers.chat.reply import Paragraph
from knowledge.understanding.question import Certainty, Intent


def told_of(asked: Asked, told: Paragraph) -> Answer | None:
    """What is told, before the products that may be meant or all of the kind; ``None`` where no
    goods are. Of whichever is picked, the way to its maker is told."""
    question = asked.question
    meant = replace(asked, question=replace(question, intent=Intent.CONTACT))
    if question.certainty is Certainty.RIVALS and question.products:
        offered = pick(meant)
        if offered is not None:
            return offered.after(told)
    if question.kinds:
        listed = replace(question, intent=Intent.SPECIALITIES, products=(), producers=())
        return specialities.answer(replace(asked, question=listed)).after(told)
    offered = pick(meant) if question.certainty is Certainty.WEAK else None
    return offered.after(told) if offered is not None else None
