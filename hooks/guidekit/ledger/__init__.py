"""The ledger of facts: entries, references to them on pages, corrections, its own page."""
