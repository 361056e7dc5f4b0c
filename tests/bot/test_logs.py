"""Logs hold no secret, in any form they are written."""

from __future__ import annotations

import json
import logging

import pytest

from bot.logs import SafeFormatter, error_code
from bot.settings import LogFormat

SECRET = "123456:AAsecretAAsecretAAsecret"


def broken_record() -> logging.LogRecord:
    try:
        raise ConnectionError(f"https://api.telegram.org/bot{SECRET}/getMe")
    except ConnectionError as error:
        trace = (type(error), error, error.__traceback__)
    return logging.LogRecord(
        "bot", logging.ERROR, __file__, 1, "calling %s", (f"bot{SECRET}",), trace
    )


@pytest.mark.parametrize("output", LogFormat)
def test_a_secret_is_blotted_out_of_message_and_trace(output: LogFormat) -> None:
    line = SafeFormatter(output, [SECRET]).format(broken_record())
    assert SECRET not in line
    assert "ConnectionError" in line


def test_json_lines_are_one_object_each() -> None:
    line = SafeFormatter(LogFormat.JSON, [SECRET]).format(broken_record())
    entry = json.loads(line)
    assert "\n" not in line
    assert entry["level"] == "ERROR"
    assert entry["message"] == "calling bot***"
    assert "ConnectionError" in entry["trace"]


def test_codes_are_short_and_differ() -> None:
    codes = {error_code() for _ in range(20)}
    assert len(codes) == 20
    assert all(len(code) == 6 for code in codes)
