"""The Zalo Bot Platform: a bot with a token, as on Telegram, without buttons."""
