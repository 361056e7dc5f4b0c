"""Settings come from the environment and .env, and a wrong one is told without a secret."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import LogFormat, LogLevel, SettingsError, load_settings

SECRET = "123456:AAsecretAAsecretAAsecretAAsecretAAs"


@pytest.fixture(autouse=True)
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "OCOP_DATA_DIR",
        "OCOP_DATABASE_URL",
        "OCOP_LOG_LEVEL",
        "OCOP_LOG_FORMAT",
        "TELEGRAM_TOKEN",
        "TELEGRAM_API_URL",
    ):
        monkeypatch.delenv(name, raising=False)


def test_nothing_needs_to_be_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    settings = load_settings()
    assert settings.database_url.startswith("sqlite:///")
    assert settings.database_url.endswith("/ocop.db")
    assert "ocop-bot" in settings.database_url
    assert settings.secrets == ()
    assert str(settings.telegram_api_url) == "https://api.telegram.org/"
    assert settings.log_level is LogLevel.INFO


def test_a_file_named_env_is_read_and_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(".env").write_text(
        f"TELEGRAM_TOKEN=' {SECRET} '\nOCOP_LOG_FORMAT=json\nOCOP_LOG_LEVEL=ERROR\nOTHER=1\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("OCOP_LOG_LEVEL", "DEBUG")
    monkeypatch.setenv("OCOP_DATA_DIR", str(tmp_path / "kho dữ liệu"))
    settings = load_settings()
    assert settings.secrets == (SECRET,)
    assert settings.log_format is LogFormat.JSON
    assert settings.log_level is LogLevel.DEBUG
    assert settings.database_url == f"sqlite:///{tmp_path}/kho dữ liệu/ocop.db"
    assert SECRET not in repr(settings)


def test_the_password_of_a_database_is_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCOP_DATABASE_URL", "postgresql://bot:hunt%2Fer2@127.0.0.1/ocop")
    settings = load_settings()
    assert {"hunt/er2", "hunt%2Fer2"} <= set(settings.secrets)
    assert "hunt" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OCOP_LOG_LEVEL", "LOUD"),
        ("OCOP_LOG_FORMAT", "xml"),
        ("TELEGRAM_API_URL", "not an address"),
        ("OCOP_DATABASE_URL", "mysql://user:hunter2@host/x"),
    ],
)
def test_a_wrong_value_is_named_on_one_line_without_the_value(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    message = str(caught.value)
    assert name in message
    assert "\n" not in message
    assert "hunter2" not in message


def test_an_unreadable_env_file_is_told() -> None:
    Path(".env").write_bytes(b"TELEGRAM_TOKEN=\xff\xfe")
    with pytest.raises(SettingsError, match=r"\.env"):
        load_settings()
