"""Flash cards for Anki."""
