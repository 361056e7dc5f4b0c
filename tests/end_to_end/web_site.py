"""The web chat and the HTTP interface as people reach them, and a browser to look at them with."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from bot.api.configured import configured_interface
from bot.app import make_conversation, make_server
from bot.calendar import today
from bot.channels.web.configured import web_channel
from bot.operations.health import Readiness
from bot.settings import Settings
from knowledge.base import Knowledge
from tests.end_to_end.conftest import running

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1200, "height": 850}
PICTURES = Path(__file__).parents[2] / "test-output"
"""Screenshots of every run, for people to look at."""

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@asynccontextmanager
async def site(knowledge: Knowledge, **given: object) -> AsyncIterator[str]:
    """The address of a running installation; ``given`` are settings."""
    settings = Settings.model_validate({"host": "127.0.0.1", "port": 0, **given})
    conversation = make_conversation(knowledge)

    async def version() -> str:
        return knowledge.catalogue.version

    def current() -> Knowledge:
        return knowledge

    web = web_channel(settings, conversation, current, today)
    readiness = Readiness(stored_version=version, knowledge=current, channels=[web])
    interface = configured_interface(settings, conversation, current, today)
    server = make_server(settings, [web], readiness, interface=interface, elsewhere=web.elsewhere)
    async with running(web, server=server):
        yield server.url


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The browser of this machine. Nothing is downloaded: without one the test is skipped, or fails
    where ``OCOP_TEST_BROWSER=required`` says that there should be one."""
    path = os.environ.get("OCOP_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        reason = "needs Chromium: apt-get install chromium, or say where it is in OCOP_CHROMIUM"
        if os.environ.get("OCOP_TEST_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield browser
        await browser.close()


async def picture(page: Page, name: str, *, whole: bool = False) -> None:
    """Keep a screenshot."""
    PICTURES.mkdir(exist_ok=True)
    await page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)
