"""What the interface tells."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from bot.calendar import today
from handlers.answer_record import record
from handlers.chat.session import Session
from handlers.conversation import Utterance, respond
from knowledge.base import Knowledge
from knowledge.catalogue import Catalogue

Get = Callable[..., Any]
QUESTION = "tra hoa vang ba che may sao"


async def test_asks_by_get_and_by_post_alike(
    client: httpx.AsyncClient, get: Get, knowledge: Knowledge
) -> None:
    turn, _ = respond(Utterance(text=QUESTION), Session(), knowledge, today())
    expected = {**record(turn, knowledge, 0), "ms": None}
    by_get = await get("/ask", q=QUESTION)
    by_post = (await client.post("/ask", json={"question": QUESTION})).json()
    for told in (by_get, by_post):
        assert told["ms"] >= 0
        assert {**told, "ms": None} == expected


async def test_a_language_can_be_forced(get: Get) -> None:
    assert (await get("/ask", q=QUESTION, lang="en"))["language"] == "en"


async def test_only_our_languages_can_be_forced(client: httpx.AsyncClient, get: Get) -> None:
    refused = await client.get("/ask", params={"q": QUESTION, "lang": "fr"})
    assert refused.status_code == 422
    assert "vi, en" in refused.json()["error"]["fields"][0]["problem"]
    described = await get("/openapi.json")
    offered = json.dumps(described["paths"]["/ask"]["get"]["parameters"])
    assert '"enum": ["vi", "en"]' in offered


async def test_a_conversation_is_remembered_and_is_nobody_elses(client: httpx.AsyncClient) -> None:
    async def ask(conversation: str | None, text: str) -> Any:
        body = {"question": text, "conversation": conversation}
        return (await client.post("/ask", json=body)).json()

    await ask("a" * 20, QUESTION)
    assert (await ask("a" * 20, "mua ở đâu"))["products"][0]["code"] == "tra-hoa-vang-ba-che"
    for other in ("b" * 20, None):
        assert (await ask(other, "mua ở đâu"))["products"] == []


@pytest.mark.parametrize(
    "action", ["itra-hoa-vang-ba-che", "rclear!", "Pdelete!", "Pexport", "f+0123abcd"]
)
async def test_without_a_conversation_nothing_is_said_to_be_kept(
    client: httpx.AsyncClient, action: str
) -> None:
    told = (await client.post("/ask", json={"action": action, "language": "vi"})).json()
    assert "không lưu lại gì" in told["text"]
    kept = {"action": action, "language": "vi", "conversation": "c" * 20}
    assert "không lưu lại gì" not in (await client.post("/ask", json=kept)).json()["text"]


async def test_a_choice_is_followed_by_its_action(client: httpx.AsyncClient, get: Get) -> None:
    offered = (await get("/ask", q=QUESTION))["choices"]
    assert offered
    for choice in offered:
        followed = await client.post("/ask", json={"action": choice["action"]})
        assert followed.json()["outcome"] in {"answer", "talk"}


async def test_tells_what_is_near(client: httpx.AsyncClient) -> None:
    answer = await client.post("/ask", json={"latitude": 21.03, "longitude": 105.85})
    assert answer.json()["intent"] == "nearby"
    assert answer.json()["products"]


async def test_filters_products_and_pages_through_them(get: Get, catalogue: Catalogue) -> None:
    place = catalogue.province("22")
    expected = [each.code for each in catalogue.products_at((place,), stars=4)]
    seen: list[str] = []
    path: str | None = "/products?place=province:22&stars=4&limit=8"
    while path:
        page = await get(path.removeprefix("/api/v1"))
        assert page["total"] == len(expected)
        seen += [each["code"] for each in page["products"]]
        path = page["next"]
    assert seen == expected


async def test_products_by_words_kind_category_and_status(get: Get, catalogue: Catalogue) -> None:
    named = await get("/products", q="nuoc mam", limit=100)
    assert named["total"] > 10
    assert "nuoc-mam-le-gia-cot-dac-biet-40n" in [each["code"] for each in named["products"]]
    teas = await get("/products", kind="tra", category="beverage", limit=100)
    assert all("tra" in each["code"] or each["category"] == "beverage" for each in teas["products"])
    proposed = await get("/products", status="candidate", limit=100)
    assert proposed["total"] > 0
    # Stars that were only proposed are never shown as awarded
    assert {each["stars"] for each in proposed["products"]} == {None}


async def test_a_product_with_all_that_is_known(get: Get) -> None:
    product = await get("/products/tra-hoa-vang-ba-che")
    assert product["stars"] == 5
    assert product["certificates"][0]["issued"] == "2025-01-17"
    assert product["certificates"][0]["ends"] == "2028-01-17"
    assert product["location"]["province_name"] == "Quảng Ninh"
    assert product["sources"]
    maker = await get(f"/producers/{product['producer']}")
    assert product["code"] in [each["code"] for each in maker["products"]]
    assert maker["name_vi"] == product["producer_name"]


async def test_places_and_their_counts(get: Get, catalogue: Catalogue) -> None:
    levels = [each["level"] for each in await get("/places")]
    assert levels.count("province") == 34
    assert levels.count("former_province") == 63
    place = await get("/places/province:22")
    told = await get("/statistics", place="province:22")
    assert place["products"] == told["ours"]["total"] == sum(told["ours"]["by_stars"].values())
    assert told["official"][0]["source"]
    whole = await get("/statistics")
    assert whole["ours"]["total"] == len(catalogue.products)
    assert whole["place"] is None


@pytest.mark.parametrize("radius", [2.5, 15, 50])
async def test_every_outlet_within_the_radius_is_told(get: Get, radius: float) -> None:
    near = {"latitude": 21.03, "longitude": 105.85, "limit": 100}
    distances = {each["code"]: each["kilometres"] for each in await get("/outlets", **near)}
    assert max(distances.values()) > 50
    within = {code for code, kilometres in distances.items() if kilometres <= radius}
    told = [each["code"] for each in await get("/outlets", **near, radius_km=radius)]
    assert len(told) == len(within)
    assert set(told) == within


async def test_outlets_near_a_point_and_in_a_place(get: Get) -> None:
    there = await get("/outlets", place="province:22", limit=100)
    assert {each["location"]["province"] for each in there} == {"22"}
    both = await get("/outlets", place="province:22", latitude=21.03, longitude=105.85)
    assert {each["code"] for each in both} <= {each["code"] for each in there}


async def test_suggests_while_typing(get: Get) -> None:
    found = await get("/suggestions", q="nuoc mam l", limit=3)
    assert len(found) <= 3
    assert {"sort": "product", "code": "nuoc-mam-le-gia-cot-dac-biet-40n"}.items() <= next(
        each.items() for each in found if each["sort"] == "product"
    )


async def test_tells_where_to_begin(get: Get, catalogue: Catalogue) -> None:
    index = await get("/")
    assert index["version"] == catalogue.version
    description = await get(index["openapi"].removeprefix("/api/v1"))
    assert description["servers"] == [{"url": "/api/v1"}]
    for path, methods in description["paths"].items():
        for method, described in methods.items():
            assert described["summary"], (path, method)
            assert {"404", "422", "429"} <= described["responses"].keys()
