"""Telegram through the Bot API: decoding, rendering, delivery, and the channel that joins them."""
