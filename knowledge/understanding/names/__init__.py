"""What to look for in names, and what of it is somebody else's name."""
