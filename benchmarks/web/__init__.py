"""How fast the web chat and the HTTP interface answer, beside a server that does nothing."""
