"""What the bot knows and how it finds it. Knows no chat."""
