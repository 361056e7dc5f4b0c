"""Two things compared."""
