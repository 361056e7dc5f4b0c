"""What an utterance is about: a name, a place and kind, or a kind and its maker."""
