"""Counts of what was right, given and wanted, and the shares that follow."""

from __future__ import annotations


class Tally:
    """Counts summed up over pages or articles."""

    def __init__(self) -> None:
        self.right = self.given = self.wanted = 0

    def add(self, right: int, given: int, wanted: int) -> None:
        """Add the counts of one page or article."""
        self.right += right
        self.given += given
        self.wanted += wanted

    def shares(self) -> tuple[float, float, float]:
        """Return precision, recall and F1, each 0 where nothing was given or wanted."""
        precision = self.right / self.given if self.given else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def f1(self) -> float:
        """The F1; 1 where nothing was wanted and nothing given."""
        return self.shares()[2] if self.given or self.wanted else 1.0
