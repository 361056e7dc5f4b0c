"""The layers of docs and DESIGN hold: imports point one way."""
