"""Logging to standard error: readable lines or JSON, and never a secret.

Every line carries the number of the request it belongs to, and nothing that leads to a person: no
texts, no names, no chats. What is logged stays to that; the trace of an error shows code alone.
"""

from __future__ import annotations

import logging
import secrets
import sys
from collections.abc import Iterable, MutableMapping
from typing import Any

import structlog

from bot.settings import LogFormat, Settings

OURS = ("bot", "handlers", "knowledge", "locales")
"""Whose records are logged from the level that is set. Of libraries only warnings are: below that
they log addresses that hold tokens, and rows with what people wrote."""

_Entry = MutableMapping[str, Any]


class SafeFormatter(logging.Formatter):
    """Formats a record, trace included, and blots out secrets wherever they stand."""

    def __init__(self, output: LogFormat, hidden: Iterable[str], *, colours: bool = False) -> None:
        super().__init__()
        self._hidden = tuple(hidden)
        processors = _JSON if output is LogFormat.JSON else (_console(colours),)
        self._formatter = structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_COMMON,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *processors],
        )

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line, or as lines with its trace."""
        line = self._formatter.format(record)
        for secret in self._hidden:
            line = line.replace(secret, "***")
        return line


def start_logging(settings: Settings) -> None:
    """Send all log records to standard error as the settings say."""
    handler = logging.StreamHandler()
    handler.setFormatter(
        SafeFormatter(settings.log_format, settings.secrets, colours=sys.stderr.isatty())
    )
    level = logging.getLevelNamesMapping()[settings.log_level.value]
    logging.basicConfig(level=max(level, logging.WARNING), handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    # A gateway's error page is not JSON; the call that met it is logged by who made it
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)


def error_code() -> str:
    """A short code that ties an apology to the trace in the log, easy to read aloud: ``4F9A1C``."""
    return secrets.token_hex(3).upper()


def _named(_logger: object, _method: str, entry: _Entry) -> _Entry:
    """The entry with the names log collectors are set up for."""
    ordered: _Entry = {
        "time": entry.pop("timestamp"),
        "level": str(entry.pop("level")).upper(),
        "logger": entry.pop("logger"),
        "message": entry.pop("event"),
    }
    if "exception" in entry:
        ordered["trace"] = entry.pop("exception")
    return {**ordered, **entry}


def _console(colours: bool) -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(
        colors=colours,
        pad_event_to=0,
        # The library's own would show the values of variables: people's texts among them
        exception_formatter=structlog.dev.plain_traceback,
    )


_COMMON = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)
_JSON = (
    structlog.processors.format_exc_info,
    _named,
    structlog.processors.JSONRenderer(ensure_ascii=False),
)
