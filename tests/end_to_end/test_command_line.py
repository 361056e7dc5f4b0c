"""The command line as a shell or a program sees it: real processes, real pipes."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.end_to_end.bot_api_double import TOKEN, BotApiDouble
from tests.end_to_end.zalo_bot_double import TOKEN as ZALO_TOKEN
from tests.end_to_end.zalo_bot_double import ZaloBotDouble

OCOP = str(Path(sys.executable).with_name("ocop"))
QUESTION = "Trà hoa vàng Ba Chẽ được mấy sao?"
CONTRACT: dict[str, type | tuple[type, ...]] = {
    "question": str,
    "language": str,
    "intent": str,
    "outcome": str,
    "products": list,
    "producers": list,
    "places": list,
    "filters": dict,
    "text": str,
    "choices": list,
    "ms": (int, float),
}
PRODUCT_KEYS = {"code", "name_vi", "name_en", "province", "stars", "score"}

Ocop = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def ocop(environment: dict[str, str], tmp_path: Path) -> Ocop:
    def run(
        *arguments: str | bytes, given: bytes = b"", **variables: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [OCOP, *arguments],
            input=given,
            capture_output=True,
            timeout=60,
            check=False,
            cwd=tmp_path,
            env={**environment, **variables},
        )

    return run


def records(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_one_question_is_answered(ocop: Ocop) -> None:
    done = ocop("ask", *QUESTION.split(), LC_ALL="C")
    assert done.returncode == 0, done.stderr.decode()
    assert "5" in done.stdout.decode()
    assert done.stderr == b""


def test_the_status_tells_that_nothing_was_found(ocop: Ocop) -> None:
    done = ocop("ask", "phở cuốn Hưng Bền bán ở đâu?")
    assert done.returncode == 1
    assert done.stdout.decode().strip()


@pytest.mark.parametrize(
    "arguments",
    [["ask", "x"], ["chat"], ["explain", "x"], ["data", "check"], ["data", "show", "x"]],
)
def test_a_language_we_do_not_speak_is_refused(ocop: Ocop, arguments: list[str]) -> None:
    done = ocop(*arguments, "--lang", "fr")
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"'fr' is not one of 'vi', 'en'" in b" ".join(done.stderr.split())


@pytest.mark.parametrize("arguments", [["ask", "--nope"], ["nope"]])
def test_the_status_tells_bad_usage(ocop: Ocop, arguments: list[str]) -> None:
    done = ocop(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_records_keep_the_contract_and_the_order(ocop: Ocop) -> None:
    questions = [
        QUESTION,
        "Which teas in Thai Nguyen have 5 stars?",
        "Đồng Nai có bao nhiêu sản phẩm 5 sao?",
        "xin chào",
        "",
        "🍵🍵🍵",
        "شاي الكاميليا الصفراء",
        "\u202e\u2066abc",
        "a" * 100_000,
        "nước mắm " * 11_000,
        "a\tb\x07c\x1b[31m",
        "asdf qwer zxcv",
    ]
    given = "\n".join(questions).encode()
    told = records(ocop("ask", "--json", given=given))
    assert [each["question"] for each in told] == questions
    for each in told:
        for key, kind in CONTRACT.items():
            assert isinstance(each[key], kind), (each["question"][:50], key)
        assert each["language"] in {"vi", "en"}
        assert each["outcome"] in {"answer", "choices", "not_found", "talk"}
        assert each["text"].strip()
        assert each["filters"].keys() == {"stars", "category", "kind"}
        assert len(each["products"]) <= 10
        assert all(product.keys() >= PRODUCT_KEYS for product in each["products"])
        assert all(0 <= product["score"] <= 1 for product in each["products"])
        assert all(place.keys() >= {"code", "name", "former"} for place in each["places"])
        assert all(choice.keys() == {"label", "action"} for choice in each["choices"])
    assert told[0]["intent"] == "rating"
    assert told[0]["products"][0]["code"] == "tra-hoa-vang-ba-che"
    assert told[0]["products"][0]["stars"] == 5
    assert told[1]["language"] == "en"
    assert told[3]["outcome"] == "talk"
    assert [each["outcome"] for each in told[4:8]] == ["not_found"] * 4


def test_bytes_that_are_no_text_are_answered(ocop: Ocop) -> None:
    told = records(ocop("ask", "--json", given=b"tr\xe0 \xff\xfe\n\xed\xa0\x80\n"))
    assert len(told) == 2
    (argued,) = records(ocop("ask", "--json", b"tr\xe0 \xed\xa0\xbd"))
    assert argued["text"]


def test_each_argument_is_a_question_of_its_own(ocop: Ocop) -> None:
    told = records(ocop("ask", "--json", QUESTION, "mua ở đâu?"))
    assert len(told) == 2
    assert told[1]["products"] == []


def test_a_conversation_keeps_the_context(ocop: Ocop) -> None:
    lines = f"{QUESTION}\nmua ở đâu?\n".encode()
    told = records(ocop("ask", "--json", "--conversation", given=lines))
    assert told[1]["intent"] == "where_to_buy"
    assert told[1]["products"][0]["code"] == "tra-hoa-vang-ba-che"
    assert told[1]["question"] == "mua ở đâu?"


def test_a_comment_is_not_said_to_be_kept(ocop: Ocop) -> None:
    told = ocop("ask", "--conversation", "góp ý", "hay lắm").stdout.decode()
    assert "không lưu lại gì" in told


def test_the_language_can_be_forced(ocop: Ocop) -> None:
    (english,) = records(ocop("ask", "--json", "--lang", "en", QUESTION))
    (vietnamese,) = records(ocop("ask", "--json", "--lang", "vi", "What is OCOP?"))
    assert (english["language"], vietnamese["language"]) == ("en", "vi")
    assert english["text"] != vietnamese["text"]


def test_a_line_is_answered_before_the_next_one_is_there(
    environment: dict[str, str], tmp_path: Path
) -> None:
    with subprocess.Popen(
        [OCOP, "ask", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=tmp_path,
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        for question in (QUESTION, "xin chào"):
            process.stdin.write(f"{question}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdout.close()
        process.stdin.write(f"{QUESTION}\n".encode() * 50)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(30) != 0


def test_running_with_nothing_set_serves_and_says_where_and_how_to_add_platforms(
    environment: dict[str, str], tmp_path: Path
) -> None:
    process = subprocess.Popen(
        [OCOP, "run"],
        stderr=subprocess.PIPE,
        env={**environment, "OCOP_PORT": "0"},
        cwd=tmp_path,
        text=True,
    )
    try:
        assert process.stderr
        said = ""
        while "BotFather" not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        address = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert address
        assert httpx.get(f"{address[0]}/nowhere").status_code == 404
        assert httpx.get(f"{address[0]}/healthz").text == "ok\n"
        ready = httpx.get(f"{address[0]}/readyz")
        assert ready.status_code == 200
        assert ready.json()["channels"] == {"web": True}
        version = ready.json()["catalogue"]["version"]
        assert f'version="{version}"' in httpx.get(f"{address[0]}/metrics").text
        assert {"TELEGRAM_TOKEN", "ZALO_BOT_TOKEN", "ZALO_OA_APP_ID"} <= set(
            re.findall(r"[A-Z_]{10,}", said)
        )
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.communicate()


def test_a_zalo_webhook_is_removed_by_command(ocop: Ocop) -> None:
    assert ocop("zalo", "delete-webhook").returncode == 2
    with ZaloBotDouble(webhook="https://elsewhere.example/hook") as zalo:
        variables = {"ZALO_BOT_TOKEN": ZALO_TOKEN, "ZALO_BOT_API_URL": zalo.url}
        done = ocop("zalo", "delete-webhook", **variables)
        assert done.stdout.decode() == "removed https://elsewhere.example/hook\n"
        assert zalo.webhook == ""
        assert b"no webhook" in ocop("zalo", "delete-webhook", **variables).stdout
        zalo.token = "another"
        refused = ocop("zalo", "delete-webhook", **variables)
    assert refused.returncode == 3
    assert ZALO_TOKEN not in refused.stderr.decode()


def test_an_address_in_use_is_told_on_one_line(ocop: Ocop) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = ocop("run", OCOP_PORT=str(taken.getsockname()[1]), OCOP_LOG_LEVEL="ERROR")
    assert done.returncode == 3
    assert "OCOP_PORT" in done.stderr.decode()
    assert done.stderr.decode().count("\n") == 1


def test_wrong_settings_are_told_on_one_line(ocop: Ocop) -> None:
    done = ocop("run", TELEGRAM_TOKEN=TOKEN, TELEGRAM_API_URL="nowhere")
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert TOKEN not in done.stderr.decode()


def test_a_database_that_cannot_be_opened_is_told_on_one_line(ocop: Ocop, tmp_path: Path) -> None:
    (tmp_path / "ocop.db").write_bytes(b"this is not a database" * 100)
    done = ocop("ask", "x", OCOP_DATA_DIR=str(tmp_path))
    assert done.returncode == 3
    assert done.stderr.decode().count("\n") == 1


async def test_running_serves_telegram_until_it_is_told_to_stop(
    telegram: BotApiDouble, environment_of_its_own: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_TOKEN={TOKEN}\n", encoding="utf-8")
    variables = {
        **environment_of_its_own,
        "TELEGRAM_API_URL": telegram.url,
        "OCOP_LOG_LEVEL": "DEBUG",
        "OCOP_PORT": "0",
    }
    process = subprocess.Popen(  # noqa: ASYNC220 - it runs beside the test
        [OCOP, "run"], stderr=subprocess.PIPE, env=variables, cwd=tmp_path
    )
    try:
        telegram.say(7, QUESTION)
        answer = await telegram.next_text(7, patience=60)
        assert "Ba Chẽ" in answer.text
        process.send_signal(signal.SIGTERM)
        _, log = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == 0
    assert b"ready" in log
    assert TOKEN not in log.decode()


def test_explain_speaks_the_language_asked_for(ocop: Ocop) -> None:
    question = ("mua nuowcs mawms le gia", "--lang")
    vietnamese = ocop("explain", *question, "vi").stdout
    assert {"nguồn gốc", "như đã gõ", "từ hỏi", "phiếu bầu", "đã trả lời"} <= said(vietnamese)
    assert not said(vietnamese) & {"nhà sản xuất", "typed", "soft", "cue", "words and phrases"}
    assert {"made by", "typed", "cue"} <= said(ocop("explain", *question, "en").stdout)


def said(tables: bytes) -> set[str]:
    """The cells of tables."""
    return {cell.strip() for cell in re.split(r"[│┃\n]", tables.decode())}
