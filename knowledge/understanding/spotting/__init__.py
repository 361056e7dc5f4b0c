"""Everything that can be spotted in an utterance, nothing decided."""
