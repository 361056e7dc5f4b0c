"""Logging to standard error: readable lines or JSON, and never a secret."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime

from bot.settings import LogFormat, Settings

QUIET_LIBRARIES = ("httpx", "httpcore", "telegram", "asyncio", "alembic", "sqlalchemy", "uvicorn")
"""They log each request, some with the address that holds the token, at INFO."""


class SafeFormatter(logging.Formatter):
    """Formats a record, trace included, and blots out secrets wherever they stand."""

    def __init__(self, output: LogFormat, hidden: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._output = output
        self._hidden = tuple(hidden)

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line, or as lines with its trace."""
        line = super().format(record)
        if self._output is LogFormat.JSON:
            entry: dict[str, object] = {
                "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
                "level": record.levelname,
                "logger": record.name,
                "message": record.getMessage(),
            }
            if record.exc_info:
                entry["trace"] = self.formatException(record.exc_info)
            line = json.dumps(entry, ensure_ascii=False)
        for secret in self._hidden:
            line = line.replace(secret, "***")
        return line


def start_logging(settings: Settings) -> None:
    """Send all log records to standard error as the settings say."""
    handler = logging.StreamHandler()
    handler.setFormatter(SafeFormatter(settings.log_format, settings.secrets))
    logging.basicConfig(level=settings.log_level.value, handlers=[handler], force=True)
    for name in QUIET_LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    # A gateway's error page is not JSON; the call that met it is logged by who made it
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)


def error_code() -> str:
    """A short code that ties an apology to the trace in the log, easy to read aloud: ``4F9A1C``."""
    return secrets.token_hex(3).upper()
