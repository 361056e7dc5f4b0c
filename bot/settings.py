"""Settings from the environment and a ``.env`` file. Nothing below ``bot`` reads either."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from platformdirs import user_data_path
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    HttpUrl,
    SecretStr,
    ValidationError,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.http.lists import key_entries, networks, origins, split
from knowledge.engines import passwords

APPLICATION = "ocop-bot"


class LogFormat(StrEnum):
    """How log lines look."""

    CONSOLE = "console"
    JSON = "json"
    """One object a line, for a log collector."""


class LogLevel(StrEnum):
    """The least severe message that is logged."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class GroupMessages(StrEnum):
    """Which messages of a group are answered."""

    MENTIONS = "mentions"
    """Those that name the bot, commands, and numbers that pick from its last list."""
    ALL = "all"


class SettingsError(Exception):
    """A setting cannot be used. The message is one line and never holds a setting's value."""


def _without_blanks(token: SecretStr) -> SecretStr:
    """A token pasted with blanks around it is meant without them; an empty one is no token."""
    return SecretStr(token.get_secret_value().strip())


def _supported_database(url: str) -> str:
    if not url.startswith(("sqlite", "postgresql")):
        raise ValueError("must begin with sqlite:// or postgresql://")
    return url


class Settings(BaseSettings):
    """Everything that can be set, with the name of its environment variable as alias."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    data_dir: Path = Field(
        default_factory=lambda: user_data_path(APPLICATION, appauthor=False),
        alias="OCOP_DATA_DIR",
    )
    """Folder of the database, the index cache and the chat's history."""
    given_database_url: Annotated[str, AfterValidator(_supported_database)] | None = Field(
        default=None, alias="OCOP_DATABASE_URL", repr=False
    )
    telegram_token: Annotated[SecretStr, AfterValidator(_without_blanks)] = Field(
        default=SecretStr(""), alias="TELEGRAM_TOKEN"
    )
    telegram_api_url: HttpUrl = Field(
        default=HttpUrl("https://api.telegram.org"), alias="TELEGRAM_API_URL"
    )
    """Bot API server: Telegram's, or a self-hosted one."""
    telegram_webhook: bool = Field(default=False, alias="TELEGRAM_WEBHOOK")
    """Have updates delivered to ``OCOP_PUBLIC_URL`` instead of fetching them."""
    telegram_webhook_path: str = Field(
        default="/webhooks/telegram",
        alias="TELEGRAM_WEBHOOK_PATH",
        pattern=r"^/[A-Za-z0-9/_-]{1,200}$",
    )
    telegram_webhook_certificate: Path | None = Field(
        default=None, alias="TELEGRAM_WEBHOOK_CERTIFICATE"
    )
    """PEM file of a self-signed certificate, uploaded so that Telegram trusts it."""
    questions_per_person: int = Field(default=20, ge=1, alias="OCOP_QUESTIONS_PER_PERSON")
    """Questions a minute of one person that are answered on chat platforms."""
    questions_per_group: int = Field(default=30, ge=1, alias="OCOP_QUESTIONS_PER_GROUP")
    """Questions a minute of one group that are answered on chat platforms."""
    questions_in_all: int = Field(default=3000, ge=1, alias="OCOP_QUESTIONS_IN_ALL")
    """Questions a minute of all people together that one platform's channel answers."""
    question_days: int = Field(default=90, ge=0, alias="OCOP_QUESTION_DAYS")
    """Days that anonymised questions are kept; 0 keeps none."""
    host: str = Field(default="127.0.0.1", alias="OCOP_HOST")
    """Address to listen on; ``0.0.0.0`` is every one this machine has."""
    port: int = Field(default=8080, ge=0, le=65535, alias="OCOP_PORT")
    """Port to listen on; 0 is any that is free."""
    public_url: HttpUrl | None = Field(default=None, alias="OCOP_PUBLIC_URL")
    """Where people and platforms reach us from outside, as ``https://ocop.example.vn``: webhooks
    and shared links begin with it."""
    metrics_token: SecretStr = Field(default=SecretStr(""), alias="OCOP_METRICS_TOKEN")
    """Asked of whoever fetches ``/metrics``; without one anybody may."""
    zalo_bot_token: Annotated[SecretStr, AfterValidator(_without_blanks)] = Field(
        default=SecretStr(""), alias="ZALO_BOT_TOKEN"
    )
    zalo_bot_api_url: HttpUrl = Field(
        default=HttpUrl("https://bot-api.zaloplatforms.com"), alias="ZALO_BOT_API_URL"
    )
    zalo_bot_webhook: bool = Field(default=False, alias="ZALO_BOT_WEBHOOK")
    """Receive by webhook at ``OCOP_PUBLIC_URL`` instead of polling."""
    zalo_bot_groups: GroupMessages = Field(default=GroupMessages.MENTIONS, alias="ZALO_BOT_GROUPS")
    zalo_oa_app_id: str = Field(default="", alias="ZALO_OA_APP_ID")
    zalo_oa_app_secret: Annotated[SecretStr, AfterValidator(_without_blanks)] = Field(
        default=SecretStr(""), alias="ZALO_OA_APP_SECRET"
    )
    """With it the tokens are renewed."""
    zalo_oa_secret_key: Annotated[SecretStr, AfterValidator(_without_blanks)] = Field(
        default=SecretStr(""), alias="ZALO_OA_SECRET_KEY"
    )
    """With it the account signs its events."""
    zalo_oa_refresh_token: Annotated[SecretStr, AfterValidator(_without_blanks)] = Field(
        default=SecretStr(""), alias="ZALO_OA_REFRESH_TOKEN"
    )
    """The first one; those that follow are kept in the database."""
    zalo_oa_api_url: HttpUrl = Field(
        default=HttpUrl("https://openapi.zalo.me"), alias="ZALO_OA_API_URL"
    )
    zalo_oa_oauth_url: HttpUrl = Field(
        default=HttpUrl("https://oauth.zaloapp.com"), alias="ZALO_OA_OAUTH_URL"
    )
    zalo_oa_sends_per_second: float = Field(
        default=20.0, gt=0, le=1000, alias="ZALO_OA_SENDS_PER_SECOND"
    )
    """Messages this process sends a second; the account may send about 20 in all."""
    trusted_proxies: Annotated[tuple[str, ...], NoDecode, BeforeValidator(split)] = Field(
        default=(), alias="OCOP_TRUSTED_PROXIES"
    )
    """Addresses or networks of our own proxies; ``X-Forwarded-*`` counts from them alone."""
    web_per_minute: int = Field(default=1200, ge=1, le=1_000_000, alias="OCOP_WEB_PER_MINUTE")
    """Questions a minute from one address in the web chat; a whole market may share one."""
    widget_origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(split)] = Field(
        default=(), alias="OCOP_WIDGET_ORIGINS"
    )
    """Sites that may show the widget, as ``https://portal.example.vn``."""
    api_per_minute: int = Field(default=120, ge=1, le=1_000_000, alias="OCOP_API_PER_MINUTE")
    """Requests a minute to the HTTP interface from one address without a key."""
    api_keys: Annotated[tuple[str, ...], NoDecode, BeforeValidator(split)] = Field(
        default=(), alias="OCOP_API_KEYS", repr=False
    )
    """``name=SHA-256 of the key``, perhaps with ``:requests a minute``."""
    cors_origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(split)] = Field(
        default=(), alias="OCOP_CORS_ORIGINS"
    )
    """Sites whose scripts may read the HTTP interface; ``*`` is every one."""
    log_level: LogLevel = Field(default=LogLevel.INFO, alias="OCOP_LOG_LEVEL")
    log_format: LogFormat = Field(default=LogFormat.CONSOLE, alias="OCOP_LOG_FORMAT")

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        networks(given)
        return given

    @field_validator("widget_origins", "cors_origins")
    @classmethod
    def _origins(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        return origins(given)

    @field_validator("api_keys")
    @classmethod
    def _keys(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        key_entries(given)
        return given

    @property
    def database_url(self) -> str:
        """SQLAlchemy address of the database; a SQLite file in the data folder by default."""
        if self.given_database_url:
            return self.given_database_url
        return f"sqlite:///{self.data_dir.expanduser().absolute() / 'ocop.db'}"

    @property
    def cache_dir(self) -> Path:
        """Folder of what can be built again at any time."""
        return self.data_dir.expanduser() / "cache"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Values that must never reach a log."""
        held = (getattr(self, name) for name in type(self).model_fields)
        texts = (value.get_secret_value() for value in held if isinstance(value, SecretStr))
        return tuple(text for text in (*texts, *passwords(self.database_url)) if text)


def load_settings() -> Settings:
    """Read the settings. Raises :class:`SettingsError` for values that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        raise SettingsError("; ".join(faults)) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsError(".env cannot be read as UTF-8 text") from None
