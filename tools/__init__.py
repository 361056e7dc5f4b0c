"""Scripts for people who keep the bundled tables; no part of the installed product."""
