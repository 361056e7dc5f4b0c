"""Addresses of databases: what is understood, and what is told of them."""

from __future__ import annotations

import pytest

from knowledge.database import DatabaseUnavailable, async_url, ensure_database
from knowledge.engines import passwords

NOBODY = "127.0.0.1:1"
"""No database listens there."""


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ocop.db",
        "oracle9://x/y",
        "sqlite//typo",
        "postgresql://bot:s3cret@host:none/ocop",
        "postgresql://bot:s3cret@[::1/ocop",
    ],
)
def test_a_wrong_url_is_told_without_repeating_it(url: str) -> None:
    with pytest.raises(DatabaseUnavailable, match="write sqlite:///path") as caught:
        ensure_database(url)
    assert "s3cret" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://bot:s3cret@{NOBODY}/ocop",
        f"postgresql://bot:%2Fs3cret@{NOBODY}/ocop?sslpassword=s3cret",
        f"postgresql://{NOBODY}/ocop?user=bot&password=s3cret",
        f"postgresql://bot:s3cret@{NOBODY}/ocop?sslmode=no-such-mode",
        f"postgresql://bot:s3cret@{NOBODY}/ocop?no_such_option=1",
    ],
)
def test_a_database_that_is_not_there_is_told_on_one_line_without_the_password(url: str) -> None:
    with pytest.raises(DatabaseUnavailable, match=f"{NOBODY}/ocop: .+") as caught:
        ensure_database(url)
    assert "s3cret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_password_that_was_not_written_for_a_url_is_told_how() -> None:
    with pytest.raises(DatabaseUnavailable, match="%40") as caught:
        ensure_database("postgresql://bot:top@secret@127.0.0.1/ocop")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "hidden"),
    [
        ("sqlite:///ocop.db", set()),
        ("postgresql:///ocop", set()),
        ("postgresql://bot:s3cret@host/ocop", {"s3cret"}),
        ("postgresql://bot:a%2Fb@host/ocop?sslpassword=c", {"a/b", "a%2Fb", "c"}),
        ("postgresql://bot:s3cret@host:none/ocop", {"postgresql://bot:s3cret@host:none/ocop"}),
    ],
)
def test_the_passwords_of_an_address_are_known(url: str, hidden: set[str]) -> None:
    assert set(passwords(url)) == hidden


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:///ocop.db", "sqlite+aiosqlite:///ocop.db"),
        ("postgresql://bot:pw@host/ocop", "postgresql+psycopg://bot:pw@host/ocop"),
        ("postgresql+psycopg2://bot:a%2Fb@host/ocop", "postgresql+psycopg://bot:a%2Fb@host/ocop"),
    ],
)
def test_the_same_database_for_asynchronous_engines(url: str, expected: str) -> None:
    assert async_url(url) == expected
