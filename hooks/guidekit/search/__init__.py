"""What the search of the site reads."""
