"""The house keeps its shape: imports point one way, platforms stay in their room."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("bot", "handlers", "knowledge", "locales")
MAY_IMPORT = {
    "bot": {"bot", "handlers", "knowledge", "locales"},
    "handlers": {"handlers", "knowledge", "locales"},
    "knowledge": {"knowledge"},
    "locales": {"locales"},
}
PACKAGES_OF_HANDLERS = ("chat", "words", "geography", "lists", "answers", "follow_ups")
"""Each may import those before it and itself."""
WITH_MEMORY = {"chat", "follow_ups"}
"""Packages of handlers that know what a chat is in the middle of."""
PACKAGES_OF_UNDERSTANDING = (
    "words", "vocabulary", "places", "kinds", "drafts", "asked", "spotting", "names", "deciding",
    "slips", "comparison", "exclusion", "meaning",
)  # fmt: skip
"""Each may import those before it, itself and the question that all is for."""
PLATFORM_LIBRARIES = {
    "telegram", "prompt_toolkit", "rich", "typer", "click", "httpx", "starlette", "fastapi",
    "uvicorn", "pydantic_settings", "platformdirs",
}  # fmt: skip
SHARED_BY_CHANNELS = {"answered", "channel", "commands", "courtesies", "plain"}
"""Modules of bot/channels that are no channel themselves."""
LONGEST_MODULE = 400


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Dotted names of all modules a file imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide which layer is meant"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def tops(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_point_one_way(layer: str) -> None:
    wrong = {
        str(path.relative_to(ROOT)): sorted(tops(path) & set(LAYERS) - MAY_IMPORT[layer])
        for path in modules(layer)
    }
    assert {path: names for path, names in wrong.items() if names} == {}


@pytest.mark.parametrize(
    ("parent", "packages", "shared"),
    [
        ("handlers", PACKAGES_OF_HANDLERS, ()),
        ("knowledge.understanding", PACKAGES_OF_UNDERSTANDING, ("question",)),
    ],
)
def test_packages_import_those_before_them(
    parent: str, packages: tuple[str, ...], shared: tuple[str, ...]
) -> None:
    """The order in which docs/architecture.md tells them."""
    folder = ROOT / parent.replace(".", "/")
    folders = {path.name for path in folder.iterdir() if path.is_dir()}
    assert folders - {"__pycache__"} == {*packages}
    depth = parent.count(".") + 2
    wrong = {}
    for place, package in enumerate(packages):
        may = {f"{parent}.{each}" for each in (*packages[: place + 1], *shared)}
        for path in modules(f"{folder.relative_to(ROOT)}/{package}"):
            names = {name for name in imported(path) if name.startswith(f"{parent}.")}
            beyond = {name for name in names if ".".join(name.split(".")[:depth]) not in may}
            if beyond:
                wrong[str(path.relative_to(ROOT))] = sorted(beyond)
    assert wrong == {}


def test_answers_do_not_know_what_was_said_before() -> None:
    """A follow-up is made a whole question of first, so that an answer has all in the question."""
    before = {"handlers.chat.topic.Topic", "handlers.chat.session.Session"}
    folders = [f"handlers/{each}" for each in PACKAGES_OF_HANDLERS if each not in WITH_MEMORY]
    assert [path for path in modules(*folders) if imported(path) & before] == []


def test_no_product_code_imports_tests_or_tools() -> None:
    outside = {"tests", "benchmarks", "tools", "pytest", "hypothesis"}
    assert [path for path in modules(*LAYERS) if tops(path) & outside] == []


def test_platform_libraries_stay_in_bot() -> None:
    wrong = {
        str(path.relative_to(ROOT)): tops(path) & PLATFORM_LIBRARIES
        for path in modules("handlers", "knowledge", "locales")
    }
    assert {path: names for path, names in wrong.items() if names} == {}


def test_telegram_and_prompts_stay_in_their_channels() -> None:
    homes = {"telegram": ROOT / "bot/channels/telegram", "prompt_toolkit": ROOT / "bot/channels"}
    for library, home in homes.items():
        users = [path for path in modules("bot") if library in tops(path)]
        assert users, f"{library} is not used: the rule checks nothing"
        assert [path for path in users if not path.is_relative_to(home)] == []


def test_no_channel_imports_another() -> None:
    folder = ROOT / "bot/channels"
    for path in modules("bot/channels"):
        own = path.relative_to(folder).parts[0].removesuffix(".py")
        names = {name.split(".")[2] for name in imported(path) if name.startswith("bot.channels.")}
        assert names - {own} <= SHARED_BY_CHANNELS, path


@pytest.mark.parametrize("package", ["delivery", "http", "operations", "store"])
def test_what_channels_stand_on_knows_no_platform(package: str) -> None:
    for path in modules(f"bot/{package}"):
        of_channels = {name for name in imported(path) if name.startswith("bot.channels.")}
        assert all(name.startswith("bot.channels.channel") for name in of_channels), path


def test_only_bot_reads_the_environment() -> None:
    readers = []
    for path in modules("handlers", "knowledge", "locales"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = (isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}) or (
                isinstance(node, ast.alias) and node.name in {"environ", "getenv"}
            )
            if named:
                readers.append(path)
    assert readers == []


def test_modules_stay_short() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(*LAYERS, "tests", "tools")
    }
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}
