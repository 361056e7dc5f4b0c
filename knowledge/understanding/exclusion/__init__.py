"""What a list is to leave out."""
