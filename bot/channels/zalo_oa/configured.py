"""The Official Account as the settings say."""

from __future__ import annotations

from bot.channels.channel import ChannelError
from bot.channels.zalo_oa.channel import ZaloOaChannel
from bot.limits import Limits
from bot.settings import Settings
from bot.store.store import Store
from handlers.conversation import Conversation


def zalo_oa_channel(settings: Settings, conversation: Conversation, store: Store) -> ZaloOaChannel:
    """The channel. Raises :class:`~bot.channels.channel.ChannelError` when settings are missing."""
    secrets = {
        "ZALO_OA_APP_SECRET": settings.zalo_oa_app_secret.get_secret_value(),
        "ZALO_OA_SECRET_KEY": settings.zalo_oa_secret_key.get_secret_value(),
        "ZALO_OA_REFRESH_TOKEN": settings.zalo_oa_refresh_token.get_secret_value(),
    }
    missing = [name for name, value in secrets.items() if not value]
    if missing:
        raise ChannelError(f"ZALO_OA_APP_ID is set, but not {', '.join(missing)}")
    return ZaloOaChannel(
        conversation,
        store.events,
        store.state,
        app_id=settings.zalo_oa_app_id,
        app_secret=secrets["ZALO_OA_APP_SECRET"],
        secret_key=secrets["ZALO_OA_SECRET_KEY"],
        refresh_token=secrets["ZALO_OA_REFRESH_TOKEN"],
        api_url=str(settings.zalo_oa_api_url),
        oauth_url=str(settings.zalo_oa_oauth_url),
        limits=Limits.of(settings),
        sends_per_second=settings.zalo_oa_sends_per_second,
    )
