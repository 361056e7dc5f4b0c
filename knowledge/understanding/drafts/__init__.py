"""What the steps of a reading hand on: what was spotted, what was decided, and how sure it is."""
