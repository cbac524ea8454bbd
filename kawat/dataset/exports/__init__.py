"""A dataset as files of other formats: one module for each.

``FORMATS`` names them; ``export`` writes one. Every file is written as a stream and takes its name once it is
whole; the same dataset gives the same bytes. ``postgres`` stands apart: it writes into a database.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kawat.dataset.exports import cameo, csv, geojson, parquet, polecat, web_annotations
from kawat.dataset.exports.files import Note
from kawat.dataset.reading import Dataset

FORMATS: dict[str, Callable[[Dataset, Path, Note], list[Path]]] = {
    "csv": csv.write,
    "parquet": parquet.write,
    "polecat": polecat.write,
    "cameo": cameo.write,
    "geojson": geojson.write,
    "annotations": web_annotations.write,
}
"""The formats, each with what writes its files into a folder and returns them."""


def export(dataset: Dataset, format: str, folder: str | Path, note: Note = lambda _: None) -> list[Path]:
    """Write a dataset into ``folder``, which is made if need be, and return the files.

    ``note`` is called with a sentence about each kind of row that the format has no room for. Raises ValueError
    for an unknown format and OSError where a file cannot be written.
    """
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    folder = Path(folder)
    folder.mkdir(exist_ok=True)
    return FORMATS[format](dataset, folder, note)
