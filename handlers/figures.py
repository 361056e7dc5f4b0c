"""The counts that official figures give: of all products, or of some stars."""

from __future__ import annotations

from knowledge.facts import Figure
from knowledge.understanding.question import Question


def counted_of(figure: Figure, question: Question) -> int | None:
    """The count asked for: of some stars, or of all; ``None`` where it is not known."""
    return figure.total if question.stars is None else starred(figure, question)


def starred(figure: Figure, question: Question) -> int | None:
    """The count of the stars asked for; ``None`` where it is not known, or none were asked for."""
    if question.stars is None:
        return None
    counts = [
        _of_level(figure, stars)
        for stars in range(question.stars, (question.stars_up_to or question.stars) + 1)
    ]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _of_level(figure: Figure, stars: int) -> int | None:
    """The count of one star level; 0 for five stars when the lower levels make up the total."""
    lower = (figure.stars3, figure.stars4)
    if stars == 5 and figure.stars5 is None and figure.total and None not in lower:
        return 0 if sum(filter(None, lower)) == figure.total else None
    return {3: figure.stars3, 4: figure.stars4, 5: figure.stars5}.get(stars)
