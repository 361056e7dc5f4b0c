"""What a message leaves unsaid, taken from what was said before."""
