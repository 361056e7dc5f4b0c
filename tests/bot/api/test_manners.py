"""How the interface deals with its clients: errors, limits, keys, caching, other sites."""

from __future__ import annotations

import hashlib

import httpx
import pytest

from knowledge.base import Knowledge
from tests.bot.api.conftest import application, connected

KEY = "a-long-random-key"
DIGEST = hashlib.sha256(KEY.encode()).hexdigest()


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/no/such/path", None, 404, "not_found"),
        ("GET", "/products/no-such-code", None, 404, "not_found"),
        ("GET", "/producers/no-such-code", None, 404, "not_found"),
        ("GET", "/places/province:99", None, 404, "not_found"),
        ("POST", "/products", None, 405, "method_not_allowed"),
        ("GET", "/products?limit=1000", None, 422, "invalid"),
        ("GET", "/products?place=nowhere", None, 422, "invalid"),
        ("GET", "/products?kind=nothing", None, 422, "invalid"),
        ("GET", "/products?stars=six", None, 422, "invalid"),
        ("GET", "/outlets", None, 422, "invalid"),
        ("GET", "/outlets?latitude=21", None, 422, "invalid"),
        ("GET", "/ask", None, 422, "invalid"),
        ("POST", "/ask", b"{", 422, "invalid"),
        ("POST", "/ask", b"{}", 422, "invalid"),
        ("POST", "/ask", b'{"question": "\\ud800"}', 422, "invalid"),
        ("POST", "/ask", b'{"question": "a", "action": "h"}', 422, "invalid"),
        ("POST", "/ask", b'{"latitude": 1}', 422, "invalid"),
        ("POST", "/ask", b'{"question": "a", "conversation": "short"}', 422, "invalid"),
        ("POST", "/ask", b"[" * 100_000, 400, "bad_request"),
        ("POST", "/ask", b"x" * 300_000, 413, "too_large"),
    ],
)
async def test_every_error_has_one_shape(
    client: httpx.AsyncClient, *, method: str, path: str, body: bytes | None, status: int, code: str
) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await client.request(method, path, content=body, headers=headers)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert answer.json().keys() == {"error"}
    assert error.keys() == {"code", "message", "fields"}
    assert error["code"] == code
    assert bool(error["fields"]) == (status == 422)
    assert answer.headers["content-type"] == "application/json"


async def test_an_address_has_its_own_limit_and_is_told_of_it(knowledge: Knowledge) -> None:
    app = application(knowledge, api_per_minute=3)
    async with connected(app) as client, connected(app, "203.0.113.8") as neighbour:
        answers = [await client.get("/places") for _ in range(4)]
        assert [each.status_code for each in answers] == [200, 200, 200, 429]
        assert [int(each.headers["ratelimit-remaining"]) for each in answers] == [2, 1, 0, 0]
        assert {each.headers["ratelimit-limit"] for each in answers} == {"3"}
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 20
        assert answers[-1].json()["error"]["code"] == "too_many_requests"
        assert (await neighbour.get("/places")).status_code == 200


async def test_only_a_proxy_of_ours_is_believed(knowledge: Knowledge) -> None:
    app = application(knowledge, api_per_minute=1, trusted_proxies="10.0.0.0/8")

    async def status(client: httpx.AsyncClient, forwarded: str) -> int:
        return (await client.get("/", headers={"X-Forwarded-For": forwarded})).status_code

    async with connected(app, "10.0.0.2") as proxied, connected(app) as direct:
        assert await status(proxied, "198.51.100.1") == 200
        # What stands before the last address that is not ours was written by the caller
        assert await status(proxied, "1.2.3.4, 198.51.100.1") == 429
        assert await status(proxied, "198.51.100.2, 10.0.0.3") == 200
        assert await status(direct, "198.51.100.3") == 200
        assert await status(direct, "198.51.100.4") == 429


async def test_the_addresses_of_one_household_count_as_one(knowledge: Knowledge) -> None:
    app = application(knowledge, api_per_minute=1)
    statuses = []
    for address in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"):
        async with connected(app, address) as client:
            statuses.append((await client.get("/")).status_code)
    assert statuses == [200, 429, 200]


async def test_a_key_has_a_limit_of_its_own(knowledge: Knowledge) -> None:
    app = application(knowledge, api_per_minute=1, api_keys=f"portal={DIGEST}:5")
    async with connected(app) as client:
        for headers in ({"X-API-Key": KEY}, {"Authorization": f"Bearer {KEY}"}):
            answer = await client.get("/", headers=headers)
            assert answer.status_code == 200
            assert answer.headers["ratelimit-limit"] == "5"
        wrong = await client.get("/", headers={"X-API-Key": KEY + "x"})
        assert wrong.status_code == 401
        assert wrong.json()["error"]["code"] == "unknown_key"
        assert wrong.headers["www-authenticate"] == "Bearer"
        # Guessing counts against the address
        assert (await client.get("/", headers={"X-API-Key": "another"})).status_code == 429
        # The digest that is kept is not a key
        assert (await client.get("/", headers={"X-API-Key": DIGEST})).status_code != 200


async def test_what_has_not_changed_is_not_sent_again(
    client: httpx.AsyncClient, knowledge: Knowledge
) -> None:
    first = await client.get("/products")
    assert knowledge.catalogue.version in first.headers["etag"]
    assert "max-age" in first.headers["cache-control"]
    again = await client.get("/products", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]
    other = await client.get("/products", headers={"If-None-Match": 'W/"older"'})
    assert other.json() == first.json()
    missing = await client.get("/products/no", headers={"If-None-Match": first.headers["etag"]})
    assert missing.status_code == 404
    assert missing.headers["cache-control"] == "no-store"


async def test_other_sites_read_it_only_with_leave(knowledge: Knowledge) -> None:
    site = {"Origin": "https://portal.example.vn"}
    async with connected(application(knowledge)) as closed:
        assert "access-control-allow-origin" not in (await closed.get("/", headers=site)).headers
    app = application(knowledge, cors_origins=site["Origin"])
    async with connected(app) as opened:
        answer = await opened.get("/no", headers=site)
        assert answer.headers["access-control-allow-origin"] == site["Origin"]
        assert "RateLimit-Remaining" in answer.headers["access-control-expose-headers"]
        asking = {"Access-Control-Request-Method": "POST", **site}
        asking["Access-Control-Request-Headers"] = "content-type,x-api-key"
        leave = await opened.options("/ask", headers=asking)
        assert leave.status_code == 200
        stranger = await opened.get("/", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in stranger.headers


async def test_the_security_headers_are_on_everything(client: httpx.AsyncClient) -> None:
    for path in ("/", "/no", "/openapi.json", "/products?limit=0"):
        headers = (await client.get(path)).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-content-type-options"] == "nosniff"
