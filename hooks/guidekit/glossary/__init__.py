"""The glossary: its terms, their page, the links to them."""
