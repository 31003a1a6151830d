"""The guide as an EPUB."""
