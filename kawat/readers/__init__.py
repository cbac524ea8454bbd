"""Bytes to pages: text, HTML, JSON lines, Parquet tables, web archives, folders of these, and standard input.

``read`` yields one Page per article and one Reject per input that could not be read, in the order of the
inputs; it never holds more than one record (or one small batch of a table) in memory, and never raises for
what it finds in an input.
"""

from __future__ import annotations

from kawat.readers.files import read
from kawat.readers.limits import MAX_PAGE_BYTES
from kawat.readers.rows import page_from_row
from kawat.readers.sniff import looks_like_html

__all__ = ["MAX_PAGE_BYTES", "looks_like_html", "page_from_row", "read"]
