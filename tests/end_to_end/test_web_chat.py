"""Somebody with a browser talks to the assistant."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Error, Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bot.server import WebServer
from knowledge.base import Knowledge
from tests.end_to_end.web_site import DESK, PHONE, chromium, picture, site

pytestmark = pytest.mark.asyncio(loop_scope="module")

TEA = "tra hoa vang ba che may sao"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def home(knowledge: Knowledge) -> AsyncIterator[str]:
    async with site(knowledge) as url:
        yield url


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as launched:
        yield launched


@asynccontextmanager
async def visit(browser: Browser, home: str, path: str = "/", **given: Any) -> AsyncIterator[Page]:
    """A page in a browser of a Vietnamese visitor with a small phone, unless told otherwise.

    Fails on any error in the console: a refused script or style is one.
    """
    options: dict[str, Any] = {"viewport": PHONE, "locale": "vi-VN", "base_url": home}
    # Pictures are taken of pages that stand still
    options |= {"reduced_motion": "reduce", **given}
    context = await browser.new_context(**options)
    context.set_default_timeout(8000)
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda said: (
            complaints.append(said.text)
            if said.type == "error" and "ERR_INTERNET_DISCONNECTED" not in said.text
            else None
        ),
    )
    await page.goto(path)
    yield page
    await context.close()
    assert complaints == []


async def ask(page: Page, text: str) -> None:
    """Type a question and wait for the answer under it."""
    turns = await page.locator(".turn").count()
    await page.get_by_role("combobox").fill(text)
    await page.get_by_role("combobox").press("Enter")
    await expect(page.locator(".turn").nth(turns).locator(".answer")).to_be_visible()


async def test_asks_and_follows_the_choices(browser: Browser, home: str) -> None:
    async with visit(browser, home) as page:
        await picture(page, "chat-welcome-phone")
        await ask(page, TEA)
        answer = page.locator(".answer").last
        await expect(answer).to_contain_text("Sản phẩm OCOP 5 sao cấp quốc gia")
        await expect(answer.get_by_role("img", name="5 sao").first).to_be_visible()
        await picture(page, "chat-answer-phone")
        await answer.get_by_role("button", name="Mua ở đâu").click()
        await expect(page.locator(".asked").last).to_have_text("Mua ở đâu")
        await expect(page.locator(".answer").last).to_contain_text("Postmart")
        # Who follows the keyboard is led to the new answer
        await expect(page.locator(".answer").last).to_be_focused()


async def test_pages_through_a_list_of_cards(browser: Browser, home: str) -> None:
    async with visit(browser, home) as page:
        await ask(page, "Thái Nguyên có trà gì")
        first = page.locator(".answer").first
        cards = first.locator(".card.product")
        assert await cards.count() == 5
        await picture(page, "chat-cards-phone")
        await first.get_by_role("button", name="Xem thêm").click()
        await expect(page.locator(".answer")).to_have_count(2)
        following = page.locator(".answer").last.locator(".card.product .name")
        shown = set(await cards.locator(".name").all_inner_texts())
        assert shown.isdisjoint(await following.all_inner_texts())
        name = await following.first.inner_text()
        await following.first.click()
        await expect(page.locator(".answer").last.locator("h2")).to_contain_text(name)


async def test_a_shared_link_opens_the_same_answer_for_somebody_else(
    browser: Browser, home: str
) -> None:
    async with visit(browser, home, viewport=DESK) as page:
        await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        await ask(page, TEA)
        # A follow-up means nothing by itself: its link must carry what it was about
        await ask(page, "mua ở đâu")
        copied = []
        for answer in await page.locator(".answer").all():
            await answer.get_by_role("link", name="Chia sẻ").click()
            await expect(page.locator(".toast")).to_have_text("Đã chép liên kết")
            copied.append(await page.evaluate("navigator.clipboard.readText()"))
        said = await page.locator(".answer h2, .answer p.body").all_inner_texts()
    assert "?q=tra+hoa+vang" in copied[0]
    async with visit(browser, home, copied[0], locale="en-GB") as page:
        await expect(page.locator(".asked")).to_contain_text(TEA)
        opened = await page.locator(".answer h2, .answer p.body").all_inner_texts()
        assert opened == said[: len(opened)]
    async with visit(browser, home, copied[1]) as page:
        await expect(page.locator(".answer")).to_contain_text("Trà hoa vàng Ba Chẽ")


async def test_a_reload_keeps_the_conversation(browser: Browser, home: str) -> None:
    async with visit(browser, home, "/?q=OCOP+la+gi") as page:
        await page.reload()
        await expect(page.locator(".turn")).to_have_count(1)
        await ask(page, TEA)
        await page.reload()
        await expect(page.locator(".turn")).to_have_count(2)
        await expect(page.locator(".answer").last).to_contain_text("5 sao")
        # And the assistant still knows what was talked about
        await ask(page, "ai làm ra nó")
        await expect(page.locator(".answer").last).to_contain_text("Đạp Thanh")


async def test_switches_the_language(browser: Browser, home: str) -> None:
    async with visit(browser, home) as page:
        await expect(page.get_by_role("heading", level=2)).to_have_text(
            "Bạn muốn biết sản vật nào?"
        )
        await page.get_by_role("link", name="English").click()
        await expect(page.get_by_role("heading", level=2)).to_contain_text("curious")
        await page.get_by_role("button", name="Where can I buy Lê Gia fish sauce?").click()
        await expect(page.locator(".answer").last).to_contain_text("Lê Gia")
        await page.get_by_role("link", name="Tiếng Việt").click()
        await expect(page.get_by_role("combobox")).to_have_attribute(
            "placeholder", "Trà, cửa hàng, tỉnh…"
        )


async def test_asking_for_another_language_turns_the_page_too(browser: Browser, home: str) -> None:
    async with visit(browser, home) as page:
        await ask(page, "speak English please")
        await expect(page.locator("html")).to_have_attribute("lang", "en")
        await expect(page.locator(".answer").last).to_contain_text("English")


async def test_without_a_line_the_question_waits(browser: Browser, home: str) -> None:
    async with visit(browser, home) as page:
        await ask(page, TEA)
        await page.context.set_offline(True)
        await expect(page.locator(".offline")).to_be_visible()
        await page.get_by_role("combobox").fill("OCOP Quảng Ninh")
        await page.get_by_role("combobox").press("Enter")
        alert = page.get_by_role("alert")
        await expect(alert).to_contain_text("chưa gửi được")
        await picture(page, "chat-offline-phone")
        await page.context.set_offline(False)
        await expect(page.locator(".offline")).to_be_hidden()
        await alert.get_by_role("button", name="Thử lại").click()
        await expect(page.locator(".answer").last).to_contain_text("Quảng Ninh")
        await expect(alert).to_have_count(0)


async def test_dark_follows_the_device_until_the_visitor_chooses(
    browser: Browser, home: str
) -> None:
    def background(page: Page) -> Any:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    async with visit(browser, home, color_scheme="dark", viewport=DESK) as page:
        dark = await background(page)
        await ask(page, "Trà 5 sao ở Thái Nguyên")
        await picture(page, "chat-dark-desk")
        await page.get_by_role("button", name="Sáng hay tối").click()
        light = await background(page)
        await page.reload()
        assert await background(page) == light != dark


@pytest.mark.parametrize("path", ["/", f"/?q={TEA}", "/p/tra-hoa-vang-ba-che", "/tinh/68", "/tinh"])
async def test_fits_a_small_screen(browser: Browser, home: str, path: str) -> None:
    async with visit(browser, home, path) as page:
        wide = await page.evaluate("document.documentElement.scrollWidth")
        assert wide == PHONE["width"]
        await picture(page, f"phone-{path.strip('/').replace('/', '-')[:12] or 'home'}", whole=True)


async def test_suggests_while_typing_and_takes_the_keyboard(browser: Browser, home: str) -> None:
    async with visit(browser, home) as page:
        box = page.get_by_role("combobox")
        await box.press_sequentially("nuoc mam le", delay=10)
        option = page.get_by_role("option").first
        await expect(option).to_contain_text("Nước mắm Lê Gia")
        await picture(page, "chat-suggestions-phone")
        await expect(box).to_have_attribute("aria-expanded", "true")
        await box.press("ArrowDown")
        await expect(option).to_have_attribute("aria-selected", "true")
        await box.press("Enter")
        await expect(page.locator(".answer h2").last).to_contain_text("Nước mắm Lê Gia")
        await expect(page.get_by_role("listbox")).to_be_hidden()


async def test_looks_around_only_after_a_yes(browser: Browser, home: str) -> None:
    hanoi = {"latitude": 21.0285, "longitude": 105.8542}
    async with visit(browser, home, geolocation=hanoi, permissions=["geolocation"]) as page:
        await page.get_by_role("button", name="Gần mình").click()
        await expect(page.get_by_role("dialog")).to_contain_text("100 mét")
        await picture(page, "chat-consent-phone")
        await page.get_by_role("button", name="Để sau").click()
        assert await page.locator(".turn").count() == 0
        await page.get_by_role("button", name="Gần mình").click()
        await page.get_by_role("button", name="Dùng vị trí của mình").click()
        await expect(page.locator(".answer").last).to_contain_text("km")
        # Where somebody is does not belong in a link
        await expect(page.get_by_role("link", name="Chia sẻ")).to_have_count(0)


async def test_says_when_the_browser_does_not_tell_the_place(browser: Browser, home: str) -> None:
    async with visit(browser, home) as page:
        await page.get_by_role("button", name="Gần mình").click()
        await page.get_by_role("button", name="Dùng vị trí của mình").click()
        await expect(page.locator(".toast")).to_contain_text("chưa cho biết vị trí")


async def test_keeps_a_list_of_saved_products(browser: Browser, home: str) -> None:
    async with visit(browser, home) as page:
        await ask(page, "trà hoa vàng Ba Chẽ")
        await page.locator(".answer").last.get_by_role("button", name="Lưu").click()
        await expect(page.locator(".toast")).to_contain_text("Đã lưu")
        await expect(page.locator(".turn")).to_have_count(1)
        await page.get_by_role("button", name="Sản phẩm đã lưu").click()
        await expect(page.locator(".answer").last).to_contain_text("Trà hoa vàng Ba Chẽ")


async def test_works_without_scripts(browser: Browser, home: str) -> None:
    async with visit(browser, home, java_script_enabled=False) as page:
        await page.get_by_role("combobox").fill(TEA)
        await page.get_by_role("combobox").press("Enter")
        await expect(page.locator(".answer")).to_contain_text("5 sao")
        await page.get_by_role("button", name="Mua ở đâu").click()
        await expect(page.locator(".answer")).to_contain_text("Postmart")


@asynccontextmanager
async def portal(widget: str) -> AsyncIterator[str]:
    """Another site that shows the widget: to a browser, localhost is not 127.0.0.1."""
    script = f'<script src="{widget}/widget.js" async></script>'
    page = f'<html lang="vi"><link rel="icon" href="data:,">{script}'

    async def show(request: Request) -> HTMLResponse:
        return HTMLResponse(page)

    server = WebServer(Starlette(routes=[Route("/", show)]), host="127.0.0.1", port=0)
    await server.start()
    yield server.url.replace("127.0.0.1", "localhost")
    await server.stop()


async def test_the_widget_talks_on_another_site_and_shows_it_nothing(
    browser: Browser, knowledge: Knowledge
) -> None:
    async with (
        site(knowledge, widget_origins=("http://localhost:*",)) as home,
        portal(home) as elsewhere,
        visit(browser, elsewhere, viewport=DESK) as page,
    ):
        await page.get_by_role("button", name="Hỏi về sản phẩm OCOP").click()
        chat = page.frame_locator("iframe")
        box = chat.get_by_role("combobox")
        await box.fill(TEA)
        await box.press("Enter")
        await expect(chat.locator(".answer")).to_contain_text("5 sao")
        await box.fill("mua ở đâu")
        await box.press("Enter")
        await expect(chat.locator(".answer").last).to_contain_text("Postmart")
        await picture(page, "widget-desk")
        frame = next(frame for frame in page.frames if frame.url.startswith(home))
        with pytest.raises(Error, match="cross-origin"):
            await frame.evaluate("parent.document.title")
        await box.press("Escape")
        await expect(page.locator("iframe")).to_be_hidden()


async def test_a_site_that_is_not_allowed_cannot_show_the_widget(
    browser: Browser, home: str
) -> None:
    async with portal(home) as elsewhere:
        context = await browser.new_context()
        page = await context.new_page()
        await page.goto(elsewhere)
        refused = page.expect_console_message(lambda said: "frame-ancestors" in said.text)
        async with refused:
            await page.get_by_role("button", name="Hỏi về sản phẩm OCOP").click()
        assert all(not frame.url.startswith(home) for frame in page.frames)
        await context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["/", "/?q=Thái+Nguyên+có+trà+gì", "/p/tra-hoa-vang-ba-che", "/tinh/22", "/tinh", "/no"]
)
async def test_axe_finds_no_fault(browser: Browser, home: str, path: str, scheme: str) -> None:
    # The checker is put into the page as a script of its own, which our policy would refuse
    options: dict[str, Any] = {"color_scheme": scheme, "bypass_csp": True, "base_url": home}
    context = await browser.new_context(viewport=PHONE, locale="vi-VN", **options)
    page = await context.new_page()
    await page.goto(path)
    found = await Axe().run(page)
    faults = [
        (each["id"], each["impact"], [node["html"][:120] for node in each["nodes"]][:3])
        for each in found.response["violations"]
        if each["impact"] in {"moderate", "serious", "critical"}
    ]
    await context.close()
    assert faults == []
