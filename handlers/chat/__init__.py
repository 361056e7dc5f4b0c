"""What comes and goes in a chat and what is kept of it: the parts that every turn is made of."""
