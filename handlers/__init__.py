"""What the bot says: one module for each thing people ask. Knows no platform."""
