"""From tokens to words: short forms, raw keystrokes, slips, words run together, numerals."""
