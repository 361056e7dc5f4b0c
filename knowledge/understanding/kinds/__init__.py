"""Kinds of product: stated by a name, or named in an utterance."""
