"""The Telegram bot as the settings say."""

from __future__ import annotations

from bot.channels.channel import ChannelError
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.webhook import Webhook
from bot.limits import Limits
from bot.settings import Settings
from bot.store.store import Store
from handlers.conversation import Conversation


def telegram_channel(
    settings: Settings, conversation: Conversation, store: Store
) -> TelegramChannel:
    """The channel. Raises :class:`~bot.channels.channel.ChannelError` when a webhook is wanted and
    there is no address for it."""
    webhook = None
    if settings.telegram_webhook:
        if settings.public_url is None or settings.public_url.scheme != "https":
            raise ChannelError(
                "TELEGRAM_WEBHOOK needs OCOP_PUBLIC_URL, the https address people reach us at"
            )
        webhook = Webhook(
            str(settings.public_url),
            settings.telegram_webhook_path,
            settings.telegram_webhook_certificate,
        )
    return TelegramChannel(
        conversation,
        token=settings.telegram_token.get_secret_value(),
        api_url=str(settings.telegram_api_url),
        events=store.events,
        marks=store.chats,
        webhook=webhook,
        limits=Limits.of(settings),
    )
