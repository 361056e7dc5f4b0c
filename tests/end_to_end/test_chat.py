"""Talking in the terminal: in a real one, and through a pipe."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.end_to_end.test_command_line import OCOP, QUESTION

CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\r")


@pytest.fixture
def terminal(environment: dict[str, str], tmp_path: Path) -> Iterator[pexpect.spawn[str]]:
    child = pexpect.spawn(
        OCOP,
        ["chat"],
        env={**environment, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"},
        cwd=str(tmp_path),
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 80),
    )
    yield child
    child.close(force=True)


def test_a_person_asks_picks_a_number_and_leaves(
    terminal: pexpect.spawn[str], data_dir: Path
) -> None:
    terminal.expect("❯ ")
    terminal.sendline(QUESTION)
    terminal.expect("Liên hệ")
    terminal.expect("❯ ")
    terminal.sendline("1")
    terminal.expect("Ba Chẽ")
    terminal.expect("❯ ")
    terminal.sendline("/lang en")
    terminal.expect("English")
    terminal.expect("❯ ")
    terminal.sendline("/help")
    terminal.expect("OCOP products")
    terminal.expect("❯ ")
    terminal.sendcontrol("c")
    terminal.expect("❯ ")
    terminal.sendline("/quit")
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 0
    assert QUESTION in (data_dir / "history").read_text(encoding="utf-8")


def test_the_end_of_input_leaves_and_lines_are_wrapped(terminal: pexpect.spawn[str]) -> None:
    terminal.expect("❯ ")
    terminal.sendline("OCOP là gì?")
    terminal.expect("❯ ")
    terminal.expect("❯ ")
    shown = CONTROL.sub("", terminal.before or "")
    assert "OCOP" in shown
    assert max(len(line) for line in shown.splitlines()) <= 80
    terminal.sendeof()
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 0


def test_a_pipe_gets_plain_answers_in_order(environment: dict[str, str], tmp_path: Path) -> None:
    lines = [QUESTION, "", "[bold red]x[/] \x1b[31m", "/lang en", "/quit", "never read"]
    done = subprocess.run(
        [OCOP, "chat"],
        input="\n".join(lines).encode() + b"\nbad \xff",
        capture_output=True,
        timeout=60,
        check=False,
        env=environment,
        cwd=tmp_path,
    )
    said = done.stdout.decode()
    assert done.returncode == 0
    assert done.stderr == b""
    assert "\x1b" not in said
    assert said.index("Ba Chẽ") < said.index("English")
    assert said.count("never") == 0


def test_a_pipe_keeps_the_context(environment: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [OCOP, "chat", "--lang", "en"],
        input=f"{QUESTION}\nmua ở đâu?\n".encode(),
        capture_output=True,
        timeout=60,
        check=False,
        env=environment,
        cwd=tmp_path,
    )
    said = done.stdout.decode()
    assert "star" in said
    assert "Postmart" in said


def test_a_command_is_no_comment(environment: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [OCOP, "chat"],
        input="/gopy\n/tim trà 5 sao Thái Nguyên\n".encode(),
        capture_output=True,
        timeout=60,
        check=False,
        env=environment,
        cwd=tmp_path,
    )
    assert "Trà 5 sao ở Thái Nguyên" in done.stdout.decode()
