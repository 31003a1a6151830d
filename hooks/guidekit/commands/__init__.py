"""What the Makefile runs: `python -m guidekit.commands.<name>`."""
