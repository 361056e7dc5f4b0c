"""What the bot says back, free of any platform: paragraphs, choices, links, a place, a contact."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Outcome(StrEnum):
    """What a reply amounts to. The names are part of the JSON contract."""

    ANSWER = "answer"
    """Answers the question about what it names."""
    CHOICES = "choices"
    """Asks which of several was meant, or "did you mean"."""
    NOT_FOUND = "not_found"
    TALK = "talk"
    """Help, greeting, thanks, goodbye, language, programme."""


class Style(StrEnum):
    """How a run of text stands out."""

    PLAIN = "plain"
    STRONG = "strong"


class Role(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    BODY = "body"
    ITEM = "item"
    """One entry of a list."""
    NOTE = "note"
    """Less weighty than the rest: a source, a date, a caution."""


class Run(Struct, frozen=True):
    """A stretch of text in one style; with ``url`` it is a link. Never contains markup."""

    text: str
    style: Style = Style.PLAIN
    url: str | None = None


class Paragraph(Struct, frozen=True):
    """One paragraph or list entry."""

    runs: tuple[Run, ...]
    role: Role = Role.BODY

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


class Choice(Struct, frozen=True):
    """Something the person can do next: a button, or a numbered line where there are none."""

    label: str
    action: str
    """What comes back when it is chosen: an :class:`~handlers.chat.actions.Action` as text, at most
    64 bytes (the tightest platform's limit: Telegram's callback data)."""


class GeoPoint(Struct, frozen=True):
    """A spot to show on a map, in degrees."""

    latitude: float
    longitude: float
    title: str
    address: str = ""


class ContactCard(Struct, frozen=True):
    """A published way to reach a producer."""

    name: str
    phone: str
    email: str | None = None
    website: str | None = None


class Document(Struct, frozen=True):
    """A file to hand over."""

    name: str
    content: bytes
    media_type: str


class Reply(Struct, frozen=True):
    """One answer."""

    outcome: Outcome
    paragraphs: tuple[Paragraph, ...]
    choices: tuple[Choice, ...] = ()
    """Next steps. Under ``Outcome.CHOICES`` they are the readings to pick from."""
    point: GeoPoint | None = None
    contact: ContactCard | None = None
    document: Document | None = None
    subject: str | None = None
    """The action that opens this very answer again, for a link to share; ``None``: not shared."""
    feedback: str | None = None
    """The answer's key, when the person may say what they think of it: see
    :func:`handlers.answers.feedback.votes`."""
    asks_location: bool = False
    """Asks the person where they are: a channel that can offers to send the location."""
    brief: bool = False
    """Says in a few words that something was done: may be shown in passing."""

    @property
    def text(self) -> str:
        """The reply as plain text, paragraphs on lines of their own; list entries with "• ";
        a blank line after a title and around runs of list entries."""
        lines: list[str] = []
        before: Role | None = None
        for paragraph in self.paragraphs:
            role = paragraph.role
            if before is not None and (role is not before or before is Role.TITLE):
                lines.append("")
            lines.append(f"• {paragraph.text}" if role is Role.ITEM else paragraph.text)
            before = role
        return "\n".join(lines)
