"""One process with every channel: the same answer on each, one log, one way to stop."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.end_to_end.bot_api_double import BotApiDouble
from tests.end_to_end.test_command_line import OCOP
from tests.end_to_end.zalo_bot_double import TOKEN as ZALO_TOKEN
from tests.end_to_end.zalo_bot_double import ZaloBotDouble
from tests.end_to_end.zalo_oa_double import (
    APP_ID,
    APP_SECRET,
    FIRST_REFRESH_TOKEN,
    SECRET_KEY,
    ZaloOaDouble,
)

LAN = 41_977_003
ZALO_LAN, OA_LAN = "zalo-chat-of-lan", "99112233445566"
QUESTION = "Trà hoa vàng Ba Chẽ được mấy sao?"
FACT = "17/01/2028"
STARTING_SECONDS = 60


@pytest.fixture
def zalo() -> Iterator[ZaloBotDouble]:
    with ZaloBotDouble() as double:
        yield double


@pytest.fixture
def oa() -> Iterator[ZaloOaDouble]:
    with ZaloOaDouble() as double:
        yield double


async def test_one_process_answers_the_same_everywhere_and_logs_no_person(
    telegram: BotApiDouble,
    zalo: ZaloBotDouble,
    oa: ZaloOaDouble,
    environment_of_its_own: dict[str, str],
    tmp_path: Path,
) -> None:
    variables = {
        **environment_of_its_own,
        "OCOP_PORT": "0",
        "OCOP_LOG_FORMAT": "json",
        "OCOP_LOG_LEVEL": "DEBUG",
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.url,
        "ZALO_BOT_TOKEN": ZALO_TOKEN,
        "ZALO_BOT_API_URL": zalo.url,
        "ZALO_OA_APP_ID": APP_ID,
        "ZALO_OA_APP_SECRET": APP_SECRET,
        "ZALO_OA_SECRET_KEY": SECRET_KEY,
        "ZALO_OA_REFRESH_TOKEN": FIRST_REFRESH_TOKEN,
        "ZALO_OA_API_URL": oa.url,
        "ZALO_OA_OAUTH_URL": oa.url,
    }
    log = tmp_path / "log"
    with log.open("wb") as errors:
        process = subprocess.Popen(  # noqa: ASYNC220 - it runs beside the test
            [OCOP, "run"], stderr=errors, env=variables, cwd=tmp_path
        )
    try:
        url = await _announced(log, process)
        ready = json.loads(await _got(f"{url}/readyz"))
        assert ready["channels"] == dict.fromkeys(("web", "telegram", "zalo-bot", "zalo-oa"), True)
        telegram.say(LAN, QUESTION)
        zalo.say(ZALO_LAN, QUESTION)
        assert await oa.say(url, OA_LAN, QUESTION) == 200
        assert FACT in (await telegram.next_text(LAN)).text
        assert FACT in (await zalo.next_text(ZALO_LAN)).text
        assert FACT in (await oa.next_text(OA_LAN)).text
        counted = await _got(f"{url}/metrics")
        for name in ("telegram", "zalo-bot", "zalo-oa"):
            assert f'ocop_questions_total{{channel="{name}"' in counted
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, 30) == 0
    finally:
        process.kill()
    assert [telegram.refused, zalo.refused, oa.refused] == [[], [], []]
    _holds_no_person(log.read_text(encoding="utf-8"), telegram.token)


def _holds_no_person(log: str, telegram_token: str) -> None:
    entries = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert {entry["message"] for entry in entries} >= {"zalo-bot: ready", "zalo-oa: ready"}
    logged = "\n".join(line for line in log.splitlines() if line.startswith("{"))
    people = (str(LAN), ZALO_LAN, OA_LAN, "Ba Chẽ", "Lan")
    secrets = (telegram_token, ZALO_TOKEN, APP_SECRET, SECRET_KEY, FIRST_REFRESH_TOKEN, "access-1")
    for hidden in (*people, *secrets):
        assert hidden not in logged, hidden


async def _got(url: str) -> str:
    async with httpx.AsyncClient() as client:
        return (await client.get(url)).text


async def _announced(log: Path, process: subprocess.Popen[bytes]) -> str:
    """The address the process says it is reached at."""
    async with asyncio.timeout(STARTING_SECONDS):
        while True:
            said = await asyncio.to_thread(log.read_text, "utf-8")
            found = re.search(r"Web chat: (http://127\.0\.0\.1:\d+)", said)
            if found is not None:
                return found[1]
            assert process.poll() is None, said
            await asyncio.sleep(0.05)
