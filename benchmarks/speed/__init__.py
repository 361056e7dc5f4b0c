"""How fast a typed question is understood and answered, beside general search engines."""
