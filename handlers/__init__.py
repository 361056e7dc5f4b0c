"""What the bot says to what a person did. Knows no platform."""
