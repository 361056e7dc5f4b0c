"""What is asked, told by cues, by the votes of all words, or by a message as a whole."""
