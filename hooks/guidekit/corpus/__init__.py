"""Every source of a build read once, and all problems at once."""
