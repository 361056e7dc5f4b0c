"""What an utterance may have been before a space or a slip got into it."""
