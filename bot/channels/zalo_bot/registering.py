"""Where the Zalo Bot Platform delivers updates, looked after by hand."""

from __future__ import annotations

from bot.channels.channel import ChannelError
from bot.channels.zalo_bot.client import ZaloBotClient
from bot.delivery.calls import CallFailed


async def delete_webhook(token: str, api_url: str) -> str:
    """Have updates delivered nowhere; the address they went to, empty when there was none.

    Raises :class:`~bot.channels.channel.ChannelError` when Zalo refuses or cannot be reached.
    """
    client = ZaloBotClient(token, api_url=api_url)
    try:
        address = await client.webhook_url()
        if address:
            await client.delete_webhook()
    except CallFailed as error:
        raise ChannelError(f"the webhook could not be removed: {error}") from None
    finally:
        await client.close()
    return address
