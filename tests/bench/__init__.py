"""Measurements, printed as ratios and sizes; nothing here passes or fails."""
