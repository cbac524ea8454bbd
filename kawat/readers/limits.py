"""How much of an input the readers are willing to hold, so that no input can exhaust the machine."""

from __future__ import annotations

CHUNK = 1 << 16
MAX_PAGE_BYTES = 8 << 20  # one page, or one row of JSON lines; the longest news pages stay under 2 MB
MAX_SKIP_BYTES = 256 << 20  # how far an endless line is skipped before its file is given up
SAMPLE_CHARS = 120  # of a rejected input, kept for whoever looks into it


def megabytes(count: int) -> str:
    """Return a number of bytes as a person would say it."""
    return f"{count / (1 << 20):.0f} MB"
