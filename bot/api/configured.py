"""The interface as the settings say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fastapi import FastAPI

from bot.api.interface import make_interface
from bot.http.callers import Callers
from bot.http.lists import key_entries, networks
from bot.settings import Settings
from handlers.conversation import Conversation
from knowledge.base import Knowledge


def configured_interface(
    settings: Settings,
    conversation: Conversation,
    knowledge: Callable[[], Knowledge],
    today: Callable[[], date],
) -> FastAPI:
    """The application; with nothing set it is open to everybody, within its limits."""
    return make_interface(
        conversation,
        knowledge,
        today,
        callers=Callers(networks(settings.trusted_proxies)),
        per_minute=settings.api_per_minute,
        keys=key_entries(settings.api_keys),
        cors_origins=settings.cors_origins,
    )
