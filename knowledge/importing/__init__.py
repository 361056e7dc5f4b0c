"""From the bundled tables to the database, and from the database to the catalogue."""
