"""What a tap on a choice means, as a text short enough for every platform."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

LONGEST_ACTION = 64
"""Bytes. Telegram's limit for callback data (Bot API, InlineKeyboardButton), the tightest of all
our platforms."""

FIELD = "~"
"""Stands between the fields of an argument; never occurs in a code or key."""


class Verb(StrEnum):
    """What to do. One letter each: producer codes reach 60 bytes."""

    PRODUCT = "p"
    RATING = "s"
    WHERE_TO_BUY = "b"
    EXPORT = "x"
    EXPORTED = "X"
    """A page of products sold abroad: offset, market, places, kinds."""
    MAKER = "m"
    """Who makes this product."""
    CONTACT = "c"
    """How to reach who makes this product."""
    PRICE = "d"
    MAKERS = "M"
    """A page of makers of goods: offset, sort of makers, stars, group, places, kinds."""
    PRODUCER = "q"
    """This producer."""
    PRODUCER_CONTACT = "k"
    PRODUCER_BUYING = "y"
    PRODUCTS_OF = "w"
    """A page of a producer's products: offset, producer."""
    LIST = "l"
    """A page of products by place and filters: see :class:`handlers.lists.listing.Listing`."""
    OUTLETS = "o"
    """A page of a place's outlets: offset, place key."""
    STATISTICS = "n"
    """Stars or nothing, place key."""
    TOPIC = "t"
    """A page of a programme topic: offset, topic."""
    LANGUAGE = "g"
    EXAMPLE = "e"
    """The example question with this number."""
    HELP = "h"
    WELCOME = "j"
    """The first words to a person who has just come."""
    NEARBY = "a"
    """What is near a point: see :mod:`handlers.answers.nearby`."""
    PROVINCES = "V"
    """The provinces to pick from."""
    MAP = "z"
    """An outlet on the map: its code."""
    LABEL = "L"
    """Whether a label tells the truth: stars claimed, product."""
    SAVE = "i"
    """Put a product on the chat's saved list."""
    REMOVE = "r"
    SAVED = "v"
    """The saved list."""
    SHARE_SAVED = "u"
    """The saved list as a text to pass on."""
    FEEDBACK = "f"
    """What a person thinks of an answer: see :mod:`handlers.answers.feedback`."""
    PRIVACY = "P"
    """What is kept of the person; ``export`` and ``delete`` (then ``delete!``) as argument."""


PAGED = frozenset(
    {Verb.LIST, Verb.EXPORTED, Verb.MAKERS, Verb.PRODUCTS_OF, Verb.OUTLETS, Verb.TOPIC}
)
"""Verbs of lists, whose first field is how many entries were already shown. What is near a point is
a list too, with another field before it."""
SAME_FOR_EVERYBODY = frozenset(
    {
        *(Verb.PRODUCT, Verb.RATING, Verb.WHERE_TO_BUY, Verb.EXPORT, Verb.MAKER, Verb.CONTACT),
        *(Verb.PRICE, Verb.LABEL, Verb.PRODUCER, Verb.PRODUCER_CONTACT, Verb.PRODUCER_BUYING),
        *(Verb.STATISTICS, Verb.EXAMPLE, Verb.MAP, Verb.PROVINCES),
        *PAGED,
    }
)
"""Verbs whose answer depends on no person and changes nothing. Not where a person is, what they
saved or what they think."""


class Action(Struct, frozen=True):
    """A verb and what it is done to."""

    verb: Verb
    argument: str = ""

    @property
    def text(self) -> str:
        """As a choice carries it."""
        return self.verb.value + self.argument

    @property
    def fits(self) -> bool:
        """Whether every platform can carry it."""
        return len(self.text.encode()) <= LONGEST_ACTION

    @property
    def fields(self) -> list[str]:
        """The argument's fields."""
        return self.argument.split(FIELD)

    @staticmethod
    def of(verb: Verb, *fields: object) -> Action:
        """An action whose argument has several fields; ``None`` becomes an empty one."""
        return Action(verb, FIELD.join("" if field is None else str(field) for field in fields))

    @staticmethod
    def parse(text: str) -> Action | None:
        """The action a text stands for; ``None`` when it is none of ours. Never raises."""
        if not text or len(text) > LONGEST_ACTION:
            return None
        try:
            return Action(Verb(text[0]), text[1:])
        except ValueError:
            return None
