"""Exam points: how authors write them, what readers get, the index and the checklist."""
