"""What may go wrong while a download is made."""

from __future__ import annotations


class DownloadError(Exception):
    """A download could not be made; the message says which, why, and what helps."""
