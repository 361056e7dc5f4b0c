"""Vietnamese and English as typed: letters, tones, keystrokes, tokens."""
