"""``ocop zalo``: what an operator does with the bot on Zalo.

Each command imports what it needs when it runs: the command line loads this module every time.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import typer

from bot.settings import SettingsError, load_settings

zalo_app = typer.Typer(name="zalo", help="Look after the bot on Zalo.", no_args_is_help=True)


@zalo_app.callback()
def zalo() -> None:
    """Look after the bot on Zalo."""


@zalo_app.command("delete-webhook")
def delete_webhook_command() -> None:
    """Remove the Zalo bot's webhook, so that "ocop run" can fetch messages by polling.

    Exit status: 0 when there is none any more, 2 without a token, 3 when Zalo refuses.
    """
    import asyncio

    from bot.channels.zalo_bot.registering import delete_webhook

    settings = load_settings()
    token = settings.zalo_bot_token.get_secret_value()
    if not token:
        raise SettingsError("ZALO_BOT_TOKEN is not set")
    address = asyncio.run(delete_webhook(token, str(settings.zalo_bot_api_url)))
    typer.echo(f"removed {address}" if address else "there was no webhook")
