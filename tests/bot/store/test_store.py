"""What must survive a restart does, and what must happen once happens once."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import inspect, select

from bot.store.events import READ_AT_ONCE
from bot.store.migrations import downgrade
from bot.store.schema import AskedQuestion, Base, Feedback
from bot.store.store import Store, migrate_store, open_store
from handlers.chat.keeping import LONGEST_SAVED, Noted
from knowledge.database import ensure_database, open_engine

LAN, MINH = "telegram:1", "telegram:2"


def noted(key: str, asked_on: date = date(2026, 5, 1)) -> Noted:
    return Noted(key, asked_on, "telegram", "vi", "rating", "answer", "product:tra", "trà mấy sao")


async def waiting(store: Store, channel: str, beginning: str = "") -> list[tuple[str, str]]:
    return [event async for event in store.events.waiting(channel, beginning)]


async def test_saved_lists_and_languages_survive_a_restart(url: str) -> None:
    first = await open_store(url, question_days=30)
    await first.chats.choose_language(LAN, "en")
    for product in ("tra", "mam", "tra"):
        await first.chats.save(LAN, product)
    await first.chats.mark_blocked(MINH, True)
    await first.close()
    second = await open_store(url, question_days=30)
    assert await second.chats.language(LAN) == "en"
    assert (await second.chats.kept(LAN)).saved == ("tra", "mam")
    assert (await second.chats.kept(MINH)).saved == ()
    assert await second.chats.blocked("telegram") == {MINH}
    await second.chats.mark_blocked(MINH, False)
    assert await second.chats.blocked("telegram") == set()
    await second.close()


async def test_a_list_is_changed_exported_and_forgotten(store: Store) -> None:
    await store.chats.choose_language(LAN, "vi")
    for number in range(LONGEST_SAVED + 1):
        await store.chats.save(LAN, f"product-{number:03}")
    assert len((await store.chats.kept(LAN)).saved) == LONGEST_SAVED
    await store.chats.remove(LAN, "product-000")
    told = await store.chats.everything(LAN)
    assert told["language"] == "vi"
    assert len(told["saved"]) == LONGEST_SAVED - 1  # type: ignore[arg-type]
    await store.chats.clear(LAN)
    assert (await store.chats.kept(LAN)).saved == ()
    await store.chats.forget(LAN)
    assert (await store.chats.everything(LAN))["language"] is None


async def test_a_vote_is_kept_with_the_question_and_changed_by_the_next(
    store: Store, url: str
) -> None:
    await store.chats.note(noted("0123abcd"))
    await store.chats.vote("0123abcd", False, "")
    await store.chats.vote("0123abcd", False, "wrong")
    await store.chats.comment("hay lắm", "vi")
    with open_engine(url).connect() as connection:
        rows = list(connection.execute(select(Feedback.__table__).order_by(Feedback.id)))
    assert [(row.good, row.reason, row.reading, row.comment) for row in rows] == [
        (False, "wrong", "product:tra", ""),
        (None, "", "", "hay lắm"),
    ]


async def test_feedback_is_kept_under_the_day_of_the_questions(url: str) -> None:
    evening = date(2026, 5, 2)
    store = await open_store(url, question_days=30, today=lambda: evening)
    await store.chats.note(noted("0123abcd", evening))
    await store.chats.vote("0123abcd", True, "")
    await store.chats.comment("hay lắm", "vi")
    await store.close()
    with open_engine(url).connect() as connection:
        assert set(connection.scalars(select(Feedback.given_on))) == {evening}


async def test_questions_are_dropped_when_their_time_is_over(store: Store, url: str) -> None:
    await store.chats.note(noted("00000001", date(2026, 4, 1)))
    await store.chats.note(noted("00000002", date(2026, 5, 1)))
    await store.chats.flush()
    await store.drop_old(datetime(2026, 5, 10, tzinfo=UTC))
    with open_engine(url).connect() as connection:
        assert list(connection.scalars(select(AskedQuestion.key))) == ["00000002"]


async def test_no_question_is_kept_when_they_are_kept_for_no_day(url: str) -> None:
    store = await open_store(url, question_days=0)
    await store.chats.note(noted("00000001"))
    await store.close()
    with open_engine(url).connect() as connection:
        assert list(connection.scalars(select(AskedQuestion.key))) == []


async def test_an_event_is_added_once_and_taken_once(store: Store) -> None:
    assert await store.events.add("telegram", "1", "{}")
    assert not await store.events.add("telegram", "1", "{}")
    assert await store.events.add("zalo_bot", "1", "{}")
    added = await asyncio.gather(*(store.events.add("telegram", "2", "{}") for _ in range(5)))
    assert sorted(added) == [False, False, False, False, True]
    taken = await asyncio.gather(*(store.events.take("telegram", "2") for _ in range(3)))
    assert sorted(taken) == [False, False, True]
    assert not await store.events.take("telegram", "never added")


async def test_of_processes_given_the_same_events_one_has_each(url: str) -> None:
    stores = [await open_store(url, question_days=30), await open_store(url, question_days=30)]
    for number in range(10):
        keys = [f"{number}:{each}" for each in range(1000)]
        # Each is told of them in its own order, as platforms deliver again what was not confirmed
        orders = (keys, keys[::-1])
        added = await asyncio.gather(
            *(
                store.events.add("telegram", key, "{}")
                for store, order in zip(stores, orders, strict=True)
                for key in order
            )
        )
        assert sum(added) == len(keys)
        taken = await asyncio.gather(
            *(
                store.events.take("telegram", key)
                for store, order in zip(stores, orders, strict=True)
                for key in order
            )
        )
        assert sum(taken) == len(keys)
    for store in stores:
        await store.close()


async def test_events_never_taken_are_given_back_after_a_restart(url: str) -> None:
    first = await open_store(url, question_days=30)
    for key in ("1", "2", "3"):
        await first.events.add("telegram", key, f'{{"update_id": {key}}}')
    await first.events.take("telegram", "2")
    await first.close()
    second = await open_store(url, question_days=30)
    assert await waiting(second, "telegram") == [
        ("1", '{"update_id": 1}'),
        ("3", '{"update_id": 3}'),
    ]
    await second.drop_old(datetime.now(UTC) + timedelta(days=4))
    assert await waiting(second, "telegram") == []
    assert await second.events.add("telegram", "2", "{}")
    await second.close()


async def test_all_that_was_left_is_gone_through_however_much_it_is(store: Store) -> None:
    left = [f"{number:05}" for number in range(2 * READ_AT_ONCE + 1)]
    await asyncio.gather(*(store.events.add("telegram", key, "{}") for key in left))
    found: list[str] = []
    async for key, _ in store.events.waiting("telegram"):
        if not found:
            # Whoever adds one works on it
            assert await store.events.add("telegram", "later", "{}")
        found.append(key)
    assert found == left


async def test_events_of_before_accounts_were_told_apart_are_adopted(store: Store) -> None:
    for key in ("1", "2", "7:2", "8:3"):
        await store.events.add("telegram", key, key)
    await store.events.add("zalo_bot", "1", "zalo")
    await store.events.take("telegram", "1")
    await store.events.adopt("telegram", "7:")
    await store.events.adopt("telegram", "7:")
    assert not await store.events.add("telegram", "7:1", "again")
    assert await waiting(store, "telegram", "7:") == [("7:2", "7:2")]
    assert await waiting(store, "telegram", "8:") == [("8:3", "8:3")]
    assert await waiting(store, "zalo_bot") == [("1", "zalo")]


async def test_of_two_writers_of_a_value_one_wins(url: str) -> None:
    one, two = await open_store(url, question_days=30), await open_store(url, question_days=30)
    assert await one.state.get("zalo_oa", "token") is None
    won = [
        await store.state.replace("zalo_oa", "token", value, expected=0)
        for store, value in ((one, "a"), (two, "b"))
    ]
    assert won == [True, False]
    held = await two.state.get("zalo_oa", "token")
    assert held is not None
    assert held.value == "a"
    race = await asyncio.gather(
        one.state.replace("zalo_oa", "token", "c", expected=held.version),
        two.state.replace("zalo_oa", "token", "d", expected=held.version),
    )
    assert sorted(race) == [False, True]
    await one.state.put("zalo_oa", "token", "e")
    last = await two.state.get("zalo_oa", "token")
    assert last is not None
    assert (last.value, last.version) == ("e", held.version + 2)
    await one.close()
    await two.close()


def test_two_processes_may_make_the_tables_at_once(url: str) -> None:
    program = "import sys; from bot.store.store import migrate_store; migrate_store(sys.argv[1])"
    started = [subprocess.Popen([sys.executable, "-c", program, url]) for _ in range(2)]
    assert [process.wait(60) for process in started] == [0, 0]
    assert set(Base.metadata.tables) < set(inspect(open_engine(url)).get_table_names())


def test_tables_stand_beside_the_knowledge_and_match_their_revisions(url: str) -> None:
    ensure_database(url)
    migrate_store(url)
    migrate_store(url)
    assert not ensure_database(url).imported
    engine = open_engine(url)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        found = inspect(connection)
        for table in Base.metadata.sorted_tables:
            columns = {column["name"]: column for column in found.get_columns(table.name)}
            assert columns.keys() == set(table.columns.keys())
            for column in table.columns:
                assert columns[column.name]["nullable"] == (
                    column.nullable and not column.primary_key
                ), column
        downgrade(connection, "base")
        left = set(inspect(connection).get_table_names())
        assert not left & set(Base.metadata.tables)
    engine.dispose()
    assert not ensure_database(url).imported
