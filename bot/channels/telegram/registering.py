"""Looking at and removing the webhook that Telegram has on record for the bot."""

from __future__ import annotations

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.channels.channel import ChannelError


async def delete_webhook(token: str, api_url: str) -> str:
    """Remove the webhook, keeping what waits to be delivered; the address it had, or ``""``.

    Raises :class:`~bot.channels.channel.ChannelError`.
    """
    bot = Bot(token, base_url=f"{api_url.rstrip('/')}/bot")
    try:
        async with bot:
            address = (await bot.get_webhook_info()).url
            if address:
                await bot.delete_webhook()
            return address
    except InvalidToken:
        raise ChannelError(
            "Telegram does not accept TELEGRAM_TOKEN; copy it again from @BotFather"
        ) from None
    except TelegramError as error:
        raise ChannelError(f"Telegram cannot be reached: {error}") from None
