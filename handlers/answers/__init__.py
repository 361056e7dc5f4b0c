"""An answer to each thing that people ask, and what several answers share."""
