"""What a reader takes away: made from the built site, after the strict build has passed."""
