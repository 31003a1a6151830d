"""Diagrams: Mermaid fences, their committed drawings, the figures of a page."""
