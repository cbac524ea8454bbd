"""What became of the addresses of a run, told as it happens."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from kawat.records import Reject


class Report(msgspec.Struct):
    """Counts of a run. ``on_reject`` hears of each failure, ``on_done`` how many addresses are done."""

    on_reject: Callable[[Reject], None]
    on_done: Callable[[int], None]
    new: int = 0
    known: int = 0
    failed: int = 0

    def kept(self) -> None:
        """Count a page that was added to the file."""
        self.new += 1
        self._tell()

    def passed(self) -> None:
        """Count an address that holds nothing new."""
        self.known += 1
        self._tell()

    def rejected(self, reject: Reject) -> None:
        """Count an address, or an input, that gave nothing."""
        self.failed += 1
        self.on_reject(reject)
        self._tell()

    def _tell(self) -> None:
        self.on_done(self.new + self.known + self.failed)
