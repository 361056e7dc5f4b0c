"""``ocop telegram``: what an operator does with the bot on Telegram.

Each command imports what it needs when it runs: the command line loads this module every time.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import typer

from bot.settings import SettingsError, load_settings

telegram_app = typer.Typer(
    name="telegram", help="Look after the bot on Telegram.", no_args_is_help=True
)


@telegram_app.callback()
def telegram() -> None:
    """Look after the bot on Telegram."""


@telegram_app.command("delete-webhook")
def delete_webhook_command() -> None:
    """Remove the webhook, so that "ocop run" can fetch updates by polling.

    Exit status: 0 when there is none any more, 2 without a token, 3 when Telegram refuses.
    """
    import asyncio

    from bot.channels.telegram.registering import delete_webhook

    settings = load_settings()
    token = settings.telegram_token.get_secret_value()
    if not token:
        raise SettingsError("TELEGRAM_TOKEN is not set")
    address = asyncio.run(delete_webhook(token, str(settings.telegram_api_url)))
    typer.echo(f"removed {address}" if address else "there was no webhook")
