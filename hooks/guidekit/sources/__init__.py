"""What authors write, read with its line numbers: YAML, Markdown, the block tree."""
