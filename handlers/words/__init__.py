"""How facts are put into words: names, sentences, stars and sources in the reader's language."""
