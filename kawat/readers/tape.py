"""A web archive's bytes as its parser reads them: in stretches, remembered until the record is known to be sound."""

from __future__ import annotations

from collections.abc import Iterator

from kawat.readers.limits import CHUNK, MAX_PAGE_BYTES
from kawat.readers.members import Cut
from kawat.readers.streams import BrokenInputError

_REMEMBERED = MAX_PAGE_BYTES + 4 * CHUNK


class Reel:
    """What is still to come of an archive; its tapes are wound off one after the other."""

    def __init__(self, events: Iterator[bytes | Cut]) -> None:
        self._events = events
        self._next: bytes | Cut | None = b""

    def tapes(self) -> Iterator[Tape]:
        """Yield the stretches between cuts, in order; each has to be read to its end before the next is asked for."""
        while self._next is not None:
            yield Tape(self)

    def pull(self) -> bytes | Cut | None:
        """Return the next event, or None at the end."""
        try:
            self._next = next(self._events, None)
        except BrokenInputError as error:
            self._events = iter(())
            self._next = Cut(str(error))
        return self._next


class Tape:
    """One stretch of an archive, file-like. Reading never raises: a stretch that breaks just ends."""

    def __init__(self, reel: Reel) -> None:
        self._reel = reel
        self._buffer = b""
        self._memory = bytearray()
        self._memory_start = 0
        self.position = 0
        self.ended = False
        self.damage: str | None = None
        self.packed_whole = False  # the stretch is a sound gzip member (or several), and its end a record's end

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes, b"" at the end of the stretch."""
        while not self._buffer and not self.ended:
            event = self._reel.pull()
            if isinstance(event, bytes):
                self._buffer = event
            else:
                self.ended = True
                self.damage = event.damage if event else None
                self.packed_whole = event is not None and event.damage is None
        size = len(self._buffer) if size < 0 else size
        piece, self._buffer = self._buffer[:size], self._buffer[size:]
        self.position += len(piece)
        self._remember(piece)
        return piece

    def tell(self) -> int:
        """Return how many bytes of the stretch were given out. The parser asks, and could not bear an exception."""
        return self.position

    def seek(self, offset: int, whence: int = 0) -> int:
        """Refuse, as a stream does; the parser does not ask it of one."""
        raise OSError("tapes are not wound back")

    def close(self) -> None:
        """Do nothing: the rest is read by whoever comes next."""

    def _remember(self, piece: bytes) -> None:
        self._memory += piece
        if len(self._memory) > _REMEMBERED:
            excess = len(self._memory) - CHUNK
            del self._memory[:excess]
            self._memory_start += excess

    def take(self, start: int, end: int) -> bytes | None:
        """Return the bytes from ``start`` to ``end`` and forget all before ``end``; None where they are too many."""
        from_, to = start - self._memory_start, end - self._memory_start
        piece = bytes(self._memory[from_:to]) if from_ >= 0 else None
        if to > 0:
            del self._memory[:to]
            self._memory_start = end
        return piece
