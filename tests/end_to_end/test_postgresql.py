"""The whole program over PostgreSQL: set one variable, and everything is as over SQLite."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy.engine import make_url

from tests.postgresql import PostgreSQL

OCOP = str(Path(sys.executable).with_name("ocop"))
QUESTION = "Trà hoa vàng Ba Chẽ được mấy sao?"
QUESTIONS = (
    QUESTION,
    "mua nuoc mam le gia o dau",
    "Which teas in Thai Nguyen have 5 stars?",
    "Yên Bái có đặc sản gì 5 sao?",
    "Đồng Nai có bao nhiêu sản phẩm?",
    "bán OCOP ở đâu tại Hà Nội",
    "OCOP là gì?",
    "phở cuốn Hưng Bền bán ở đâu?",
)
HALF_A_PASSWORD = "hush"


@pytest.fixture(scope="module")
def url(postgresql: PostgreSQL) -> str:
    """An empty database that the first command fills for those after it."""
    return postgresql.database()


@pytest.fixture(scope="module")
def own_data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder without an index that was built over another database."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def on_postgresql(environment: dict[str, str], url: str, own_data_dir: Path) -> dict[str, str]:
    """The environment of an installation with the database set."""
    return {**environment, "OCOP_DATABASE_URL": url, "OCOP_DATA_DIR": str(own_data_dir)}


def ocop(
    environment: dict[str, str], folder: Path, *arguments: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [OCOP, *arguments],
        capture_output=True,
        timeout=60,
        cwd=folder,
        env=environment,
        check=False,
    )


def answers(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert done.stderr == b""
    return [{**json.loads(line), "ms": None} for line in done.stdout.splitlines()]


def test_questions_are_answered_as_over_sqlite(
    on_postgresql: dict[str, str], environment: dict[str, str], tmp_path: Path
) -> None:
    told = answers(ocop(on_postgresql, tmp_path, "ask", "--json", *QUESTIONS))
    assert [each["question"] for each in told] == list(QUESTIONS)
    assert told == answers(ocop(environment, tmp_path, "ask", "--json", *QUESTIONS))


def test_the_knowledge_is_checked_counted_and_shown_as_over_sqlite(
    on_postgresql: dict[str, str], environment: dict[str, str], tmp_path: Path
) -> None:
    checked = ocop(on_postgresql, tmp_path, "data", "check", "--lang", "en")
    assert checked.returncode == 0, checked.stdout.decode()
    for arguments in (["stats"], ["show", "tra-hoa-vang-ba-che"]):
        done = ocop(on_postgresql, tmp_path, "data", *arguments)
        assert done.returncode == 0
        assert done.stderr == b""
        assert done.stdout == ocop(environment, tmp_path, "data", *arguments).stdout


@pytest.mark.parametrize(
    ("command", "change", "told"),
    [
        ("ask x", {"port": 1}, "No such file"),
        ("run", {"password": "another-hush"}, "authentication failed"),
        ("data stats", {"database": "nowhere"}, "does not exist"),
    ],
)
def test_a_database_that_cannot_be_had_is_told_on_one_line(
    on_postgresql: dict[str, str], tmp_path: Path, command: str, change: dict[str, Any], told: str
) -> None:
    url = make_url(on_postgresql["OCOP_DATABASE_URL"])
    wrong = url.set(**change).render_as_string(hide_password=False)
    done = ocop({**on_postgresql, "OCOP_DATABASE_URL": wrong}, tmp_path, *command.split())
    message = done.stderr.decode()
    assert done.returncode == 3
    assert done.stdout == b""
    assert message.count("\n") == 1
    assert told in message
    assert HALF_A_PASSWORD not in message


@contextmanager
def running(environment: dict[str, str], folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a server of its own, and a list that gets what it wrote to its log."""
    process = subprocess.Popen(
        [OCOP, "run"],
        stderr=subprocess.PIPE,
        env={**environment, "OCOP_PORT": "0", "OCOP_LOG_LEVEL": "DEBUG"},
        cwd=folder,
        text=True,
    )
    assert process.stderr
    log: list[str] = []
    try:
        while not (found := re.search(r"http://127\.0\.0\.1:\d+", "".join(log))):
            log.append(process.stderr.readline())
            assert log[-1], log
        while "BotFather" not in log[-1]:
            log.append(process.stderr.readline())
            assert log[-1], log
        yield found[0], log
        process.send_signal(signal.SIGTERM)
        log.append(process.communicate(timeout=30)[1])
        assert process.returncode == 0
    finally:
        process.kill()
        process.communicate()


def test_serving_goes_on_while_the_database_is_away(
    on_postgresql: dict[str, str], postgresql: PostgreSQL, url: str, tmp_path: Path
) -> None:
    def ask(address: str, text: str, conversation: str) -> dict[str, Any]:
        body = {"question": text, "conversation": conversation * 20}
        answer = httpx.post(f"{address}/api/v1/ask", json=body)
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    def ready(address: str) -> tuple[int, bool]:
        answer = httpx.get(f"{address}/readyz")
        return answer.status_code, answer.json()["database"]

    with running(on_postgresql, tmp_path) as (address, log):
        assert ready(address) == (200, True)
        before = ask(address, QUESTION, "a")
        assert before["products"][0]["code"] == "tra-hoa-vang-ba-che"
        with postgresql.away(url):
            assert ready(address) == (503, False)
            assert ask(address, QUESTION, "b")["text"] == before["text"]
            assert ask(address, "mua ở đâu?", "a")["intent"] == "where_to_buy"
        assert ready(address) == (200, True)
        assert ask(address, "English please", "a")["language"] == "en"
    with running(on_postgresql, tmp_path) as (address, again):
        assert ask(address, QUESTION, "a")["language"] == "en"
    assert HALF_A_PASSWORD not in "".join([*log, *again])
    assert "Traceback" not in "".join([*log, *again])
