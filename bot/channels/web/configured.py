"""The web chat as the settings say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.channels.web.channel import WebChannel
from bot.http.callers import Callers
from bot.http.lists import networks
from bot.settings import Settings
from handlers.conversation import Conversation
from knowledge.base import Knowledge


def web_channel(
    settings: Settings,
    conversation: Conversation,
    knowledge: Callable[[], Knowledge],
    today: Callable[[], date],
) -> WebChannel:
    """The channel; with nothing set it serves everybody who reaches this address."""
    return WebChannel(
        conversation,
        knowledge,
        today,
        callers=Callers(networks(settings.trusted_proxies)),
        public_url=str(settings.public_url or ""),
        widget_origins=settings.widget_origins,
        per_minute=settings.web_per_minute,
    )
