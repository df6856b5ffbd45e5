"""Characters and where they stand: decoding, cleaning, documents, sentences."""
