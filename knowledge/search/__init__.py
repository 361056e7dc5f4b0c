"""Finding names in the catalogue: vocabulary, inverted index, judgement."""
