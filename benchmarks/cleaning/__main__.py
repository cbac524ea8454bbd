"""All tables of the cleaning benchmark: ``python -m benchmarks.cleaning``; needs ``kawat[bench]`` and the data."""

from __future__ import annotations

from benchmarks.cleaning import bodies, metadata, speed, text
from benchmarks.cleaning.tables import show


def main() -> None:
    """Print bodies, metadata, text pages and speed, each as soon as it is measured."""
    for table in (bodies.table, metadata.table, text.table, speed.table):
        show(table())


if __name__ == "__main__":
    main()
