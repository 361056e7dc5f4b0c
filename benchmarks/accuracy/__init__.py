"""How often a typed question is understood, by the way it is typed and by what it asks."""
