"""What the web chat's pages hold and how they are served, as any client sees them."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import AsyncIterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest
import pytest_asyncio

from knowledge.base import Knowledge
from tests.end_to_end.web_site import site

pytestmark = pytest.mark.asyncio(loop_scope="module")

VIETNAMESE = {"Accept-Language": "vi"}
TEA = "tra hoa vang ba che may sao"
FIRST_LOAD = 60 * 1024
"""Bytes of the first visit without fonts and pictures: two seconds on a slow mobile line."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def home(knowledge: Knowledge) -> AsyncIterator[str]:
    async with site(knowledge) as url:
        yield url


@pytest_asyncio.fixture(loop_scope="module")
async def client(home: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=home, headers=VIETNAMESE) as opened:
        yield opened


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag in tags]


PAGES = ["/", f"/?q={TEA}", "/widget", "/p/tra-hoa-vang-ba-che", "/tinh", "/tinh/22", "/tinh-cu/15"]
REST = [
    "/widget.js",
    "/suggest?q=tra",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/no",
    "/api/v1/",
]


@pytest.mark.parametrize("path", [*PAGES, *REST, "/api/v1/no", "/p/no", "/static/no.css"])
async def test_every_answer_carries_the_security_headers(
    client: httpx.AsyncClient, path: str
) -> None:
    headers = (await client.get(path)).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "frame-ancestors" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["permissions-policy"]
    if path != "/widget":
        assert headers["x-frame-options"] == "DENY"


async def test_the_allowed_sites_alone_may_frame_the_widget(knowledge: Knowledge) -> None:
    portal = "https://portal.quangninh.gov.vn"
    async with site(knowledge, widget_origins=portal) as home, httpx.AsyncClient() as client:
        widget = (await client.get(f"{home}/widget")).headers
        assert f"frame-ancestors 'self' {portal}" in widget["content-security-policy"]
        assert "x-frame-options" not in widget
        page = (await client.get(f"{home}/")).headers
        assert "frame-ancestors 'none'" in page["content-security-policy"]


@pytest.mark.parametrize("path", PAGES)
async def test_pages_need_nothing_inline_and_nobody_else(
    client: httpx.AsyncClient, path: str
) -> None:
    page = Elements((await client.get(path)).text)
    for script in page.of("script"):
        assert script.get("type") == "application/ld+json" or (script.get("src") or "")[0] == "/"
    for name, attributes in page.found:
        assert name != "style"
        assert not [each for each in attributes if each == "style" or each.startswith("on")]
    loaded = [each.get("src") for each in page.of("img", "script", "iframe") if each.get("src")]
    loaded += [
        each["href"] for each in page.of("link") if each.get("rel") in {"stylesheet", "icon"}
    ]
    assert all(address and address.startswith("/static/") for address in loaded)


async def test_the_first_load_is_light(client: httpx.AsyncClient) -> None:
    html = (await client.get("/")).text
    page = Elements(html)
    addresses = {str(each["src"]) for each in page.of("script")}
    addresses |= {str(each["href"]) for each in page.of("link") if each.get("rel") == "stylesheet"}
    weight = len(html.encode())
    for address in addresses:
        answer = await client.get(address, headers={"Accept-Encoding": "identity"})
        assert "immutable" in answer.headers["cache-control"]
        weight += len(answer.content)
        packed = await client.get(address, headers={"Accept-Encoding": "gzip"})
        assert packed.headers["content-encoding"] == "gzip"
        assert packed.content == answer.content
        assert len(gzip.compress(answer.content)) < len(answer.content)
    assert weight < FIRST_LOAD


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</title><script>alert(1)</script>",
        "{{ 7*7 }}",
        "' onmouseover='x",
    ],
)
async def test_words_of_a_visitor_never_become_markup(client: httpx.AsyncClient, evil: str) -> None:
    page = (await client.get("/", params={"q": f"trà {evil}"})).text
    assert evil not in page or evil.startswith("{{")
    assert "49" not in re.findall(r"class=\"asked\".*?</p>", page, re.DOTALL)[0]
    names = {name for name, _ in Elements(page).found}
    said = await client.post("/chat", json={"text": f"trà {evil}"})
    assert {name for name, _ in Elements(said.json()["html"]).found} <= names | {"strong", "em"}
    assert all("onerror" not in each for _, each in Elements(page).found)


async def test_a_question_in_the_address_is_answered_in_the_page(client: httpx.AsyncClient) -> None:
    page = (await client.get("/", params={"q": TEA})).text
    assert "Sản phẩm OCOP 5 sao cấp quốc gia" in page
    assert 'aria-label="5 sao"' in page


async def test_the_product_page_tells_search_engines_facts_alone(
    client: httpx.AsyncClient, knowledge: Knowledge, home: str
) -> None:
    html = (await client.get("/p/tra-hoa-vang-ba-che")).text
    page = Elements(html)
    meta = {each.get("property"): each.get("content") for each in page.of("meta")}
    assert meta["og:title"] == "Trà hoa vàng Ba Chẽ"
    assert meta["og:url"] == f"{home}/p/tra-hoa-vang-ba-che"
    written = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert written is not None
    data: dict[str, Any] = json.loads(written[1])
    assert data["@type"] == "Product"
    assert data["name"] == "Trà hoa vàng Ba Chẽ"
    assert data["award"] == "Sản phẩm OCOP 5 sao (2025)"
    maker = knowledge.catalogue.producers["cong-ty-cp-kinh-doanh-lam-san-dap-thanh"]
    assert data["manufacturer"]["name"] == maker.name
    # A rating by buyers, a price or an offer would be invented
    assert not {"aggregateRating", "review", "offers", "price", "image"} & data.keys()


async def test_every_product_and_province_has_a_page(
    client: httpx.AsyncClient, knowledge: Knowledge, home: str
) -> None:
    listed = ElementTree.fromstring((await client.get("/sitemap.xml")).content)  # noqa: S314 - ours
    paths = [str(each.text).removeprefix(home) for each in listed.iter() if each.tag[-3:] == "loc"]
    catalogue = knowledge.catalogue
    assert {f"/p/{code}" for code in catalogue.products} <= set(paths)
    assert "/tinh/22" in paths
    assert "/tinh-cu/15" in paths
    provinces = [path for path in paths if path.startswith("/tinh")]
    assert len(provinces) == 1 + 34 + 63
    for path in [*provinces, *paths[-2000::97]]:
        answer = await client.get(path)
        assert answer.status_code == 200, path
        assert "<h1" in answer.text


async def test_the_province_page_draws_our_own_figures(
    client: httpx.AsyncClient, knowledge: Knowledge
) -> None:
    html = (await client.get("/tinh/22")).text
    province = knowledge.catalogue.province("22")
    products = knowledge.catalogue.products_at((province,))
    assert f"{len(products)} sản phẩm" in html
    chart = next(each for each in Elements(html).of("svg") if each.get("class") == "bars")
    fives = sum(product.stars == 5 for product in products)
    assert str(chart["aria-label"]).startswith(f"5 sao: {fives}")
    spots = [each for each in Elements(html).of("circle") if each.get("class") == "origin"]
    assert len(spots) > 10
    # A merged province leads to those it was made from, and they lead back
    assert '"/tinh-cu/10"' in (await client.get("/tinh/15")).text
    assert '"/tinh/15"' in (await client.get("/tinh-cu/10")).text


async def test_what_is_not_there_says_so_in_both_languages(client: httpx.AsyncClient) -> None:
    for path in ("/p/no-such-code", "/tinh/99", "/nowhere/at/all", "/static/old.css"):
        answer = await client.get(path)
        assert answer.status_code == 404
        assert "Không có trang này." in answer.text
        assert "This page is not here." in answer.text


@pytest.mark.parametrize(
    ("path", "accepted", "spoken"),
    [
        ("/", "en-GB,en;q=0.9,vi;q=0.2", "en"),
        ("/", "fr,vi;q=0.8,en;q=0.1", "vi"),
        ("/", "fr", "vi"),
        ("/", "en;q=broken", "vi"),
        ("/?lang=en", "vi", "en"),
        ("/tinh?lang=xx", "en", "en"),
    ],
)
async def test_speaks_the_language_of_the_visitor(
    home: str, path: str, accepted: str, spoken: str
) -> None:
    async with httpx.AsyncClient(base_url=home) as client:
        answer = await client.get(path, headers={"Accept-Language": accepted})
        assert answer.headers["content-language"] == spoken
        assert f'<html lang="{spoken}"' in answer.text
        if "lang=en" in path:
            again = await client.get("/tinh", headers={"Accept-Language": "vi"})
            assert again.headers["content-language"] == "en"


async def test_a_page_that_has_not_changed_is_not_sent_again(client: httpx.AsyncClient) -> None:
    first = await client.get("/tinh/22")
    tag = {"If-None-Match": first.headers["etag"]}
    assert (await client.get("/tinh/22", headers=tag)).status_code == 304
    assert (await client.get("/tinh/22?lang=en", headers=tag)).status_code == 200
    assert (await client.get("/")).headers["cache-control"] == "no-store"


async def test_cookies_are_given_for_a_conversation_alone_and_kept_from_scripts(home: str) -> None:
    async with httpx.AsyncClient(base_url=home) as client:
        for path in ("/", "/tinh/22", "/p/tra-hoa-vang-ba-che"):
            assert "set-cookie" not in (await client.get(path)).headers
        cookie = (await client.post("/chat", json={"text": TEA})).headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Secure" not in cookie


async def test_behind_a_proxy_of_ours_the_cookie_is_for_https_alone(knowledge: Knowledge) -> None:
    forwarded = {"X-Forwarded-Proto": "https"}
    async with (
        site(knowledge, trusted_proxies="127.0.0.1") as home,
        httpx.AsyncClient(base_url=home, headers=forwarded) as client,
    ):
        cookie = (await client.post("/chat", json={"text": TEA})).headers["set-cookie"]
        assert "; Secure" in cookie


async def test_a_visitor_has_a_conversation_of_their_own(home: str) -> None:
    async with httpx.AsyncClient(base_url=home) as one, httpx.AsyncClient(base_url=home) as other:
        await one.post("/chat", json={"text": TEA})
        await other.post("/chat", json={"text": "Nước mắm Lê Gia"})
        again = (await one.post("/chat", json={"text": "mua ở đâu"})).json()
        assert "Trà hoa vàng" in again["text"]
        # A cookie that is none of ours is a new visitor
        one.cookies.clear()
        one.cookies.set("ocop_visit", "guessed")
        fresh = (await one.post("/chat", json={"text": "mua ở đâu"})).json()
        assert "Trà hoa vàng" not in fresh["text"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 422),
        (b"[]", 422),
        (b'{"text": 5}', 422),
        (b'{"text": "%s"}' % (b"a" * 20_000), 200),
        (b'{"text": "\\ud800"}', 422),
        (b'{"point": [200, "x"]}', 422),
        (b'{"point": [999, 999]}', 200),
        (b'{"action": "zz~~~~"}', 200),
        (b'{"text": "\\u0000\\u202e"}', 200),
        (b"a" * 300_000, 413),
    ],
)
async def test_bad_input_is_refused_or_answered_never_an_error(
    client: httpx.AsyncClient, body: bytes, status: int
) -> None:
    answer = await client.post("/chat", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status


async def test_too_many_questions_are_asked_to_wait(knowledge: Knowledge) -> None:
    async with (
        site(knowledge, web_per_minute=3) as home,
        httpx.AsyncClient(base_url=home, headers=VIETNAMESE) as client,
    ):
        answers = [await client.post("/chat", json={"text": TEA}) for _ in range(5)]
        assert [each.status_code for each in answers] == [200, 200, 200, 429, 429]
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert "Đợi một chút" in answers[-1].text
        # Whose address it is cannot be made up
        lied = await client.post(
            "/chat", json={"text": TEA}, headers={"X-Forwarded-For": "9.9.9.9"}
        )
        assert lied.status_code == 429


async def test_no_word_of_a_visitor_is_logged(
    client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", logger="bot")
    await client.get("/", params={"q": "bí mật của tôi"})
    await client.post("/chat", json={"text": "bí mật của tôi"})
    await client.get("/suggest", params={"q": "bí mật của tôi"})
    assert caplog.records
    assert "mật" not in caplog.text
    assert "m%E1%BA%ADt" not in caplog.text


async def test_a_link_of_another_site_changes_nothing_of_the_visitor(home: str) -> None:
    async with httpx.AsyncClient(base_url=home, headers=VIETNAMESE) as client:
        await client.post("/chat", json={"action": "itra-hoa-vang-ba-che"})

        async def saved() -> str:
            return str((await client.post("/chat", json={"action": "v"})).json()["text"])

        assert "Trà hoa vàng" in await saved()
        for action in ("rtra-hoa-vang-ba-che", "rclear!", "Pdelete!"):
            answer = await client.get("/", params={"a": action})
            assert answer.status_code == 200
            assert 'class="asked"' not in answer.text
        assert "Trà hoa vàng" in await saved()
        for query in ({"q": "speak english"}, {"lang": "en"}):
            assert (await client.get("/", params=query)).status_code == 200
        client.cookies.delete("ocop_lang")
        assert "5 sao" in (await client.post("/chat", json={"text": TEA})).json()["text"]
        # A form cannot pretend to be our script either
        for kind in ("text/plain", "application/x-www-form-urlencoded"):
            forged = await client.post(
                "/chat", content=b'{"action": "rclear!"}', headers={"Content-Type": kind}
            )
            assert forged.status_code == 415
        assert "Trà hoa vàng" in await saved()
        # Our own pages may, also without scripts
        ours = {"Sec-Fetch-Site": "same-origin"}
        await client.get("/", params={"a": "rtra-hoa-vang-ba-che"}, headers=ours)
        assert "Trà hoa vàng" not in await saved()
