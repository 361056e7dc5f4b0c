"""The Zalo bot as the settings say."""

from __future__ import annotations

from bot.channels.channel import ChannelError
from bot.channels.zalo_bot.channel import ZaloBotChannel
from bot.limits import Limits
from bot.settings import GroupMessages, Settings
from bot.store.store import Store
from handlers.conversation import Conversation


def zalo_bot_channel(
    settings: Settings, conversation: Conversation, store: Store
) -> ZaloBotChannel:
    """The channel. Raises :class:`~bot.channels.channel.ChannelError` when a webhook is wanted and
    there is no address for it."""
    public_url = None
    if settings.zalo_bot_webhook:
        if settings.public_url is None or settings.public_url.scheme != "https":
            raise ChannelError(
                "ZALO_BOT_WEBHOOK needs OCOP_PUBLIC_URL, the https address people reach us at"
            )
        public_url = str(settings.public_url)
    return ZaloBotChannel(
        conversation,
        store.events,
        token=settings.zalo_bot_token.get_secret_value(),
        api_url=str(settings.zalo_bot_api_url),
        public_url=public_url,
        limits=Limits.of(settings),
        everything_in_groups=settings.zalo_bot_groups is GroupMessages.ALL,
    )
