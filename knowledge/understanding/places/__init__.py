"""Places named in an utterance, on the map of today or of before the mergers."""
