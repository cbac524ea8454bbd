"""Coded articles in a DuckDB file: written in transactions, resolved into events, read as tables.

``open_dataset`` reads, ``Writer`` writes, ``export`` gives it out in other formats.
"""

from kawat.dataset.corrections import CorrectionError
from kawat.dataset.entries import Entry, Written
from kawat.dataset.exports import FORMATS, export
from kawat.dataset.files import DatasetError
from kawat.dataset.reading import Dataset, open_dataset
from kawat.dataset.resolve import is_resolved
from kawat.dataset.writer import Writer

__all__ = [
    "FORMATS",
    "CorrectionError",
    "Dataset",
    "DatasetError",
    "Entry",
    "Writer",
    "Written",
    "export",
    "is_resolved",
    "open_dataset",
]
