"""The guide and its topics as PDF."""
