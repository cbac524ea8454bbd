"""Web archives (WARC, WET) to pages: one page per successful HTML or plain-text answer, whatever else they hold.

Records are found and taken apart by FastWARC. Around it stands what hostile and broken archives need: gzip members
that may be damaged one by one (``members``), a bounded memory of what was read (``tape``), a check that each record
ends where it says (``mend``), and bodies that are not packed as declared (``answers``, ``payload``).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

from fastwarc.warc import ArchiveIterator, WarcRecord

from kawat.readers.answers import page_of
from kawat.readers.limits import CHUNK
from kawat.readers.members import WARC_MAGIC, Cut, members
from kawat.readers.mend import extent_of, mended, pieces_of
from kawat.readers.tape import Reel, Tape
from kawat.records import Page, Reject

__all__ = ["WARC_MAGIC", "read_packed_warc", "read_warc"]

_CUT_OFF = "the record is cut off; what came before it was read"


def read_packed_warc(chunks: Iterator[bytes], source: str) -> Iterator[Page | Reject]:
    """Yield what ``read_warc`` yields, from gzipped bytes."""
    return _Archive(source).read(members(chunks))


def read_warc(chunks: Iterator[bytes], source: str) -> Iterator[Page | Reject]:
    """Yield a page per answer with text, and a Reject for each that is unreadable and each stretch passed over.

    The pages' sources are numbered by record. Other records are passed over silently.
    """
    return _Archive(source).read(chunks)


class _Waiting(NamedTuple):
    """A record that was read, until it is known that it ends where it says."""

    result: Page | Reject | None
    start: int
    declared: int | None  # length of its content; None where it declares none that can be


class _Archive:
    def __init__(self, source: str) -> None:
        self._source = source
        self._number = 0

    def read(self, events: Iterator[bytes | Cut]) -> Iterator[Page | Reject]:
        """Yield the pages of all stretches."""
        for tape in Reel(events).tapes():
            yield from self._stretch(tape)
            if tape.damage:
                yield self._reject(f"{tape.damage}; what could be read around it was read")
        if not self._number:
            yield Reject(source=self._source, reason="not a readable WARC file: it holds no record")

    def _stretch(self, tape: Tape) -> Iterator[Page | Reject]:
        waiting: _Waiting | None = None
        for record in _records_on(tape):
            start = record.stream_pos
            yield from self._settle(waiting, tape, start, last=False)
            waiting = self._take(record, start)
        yield from self._settle(waiting, tape, tape.position, last=True)

    def _take(self, record: WarcRecord, start: int = 0) -> _Waiting:
        self._number += 1
        declared = _declared(record)
        return _Waiting(page_of(record, self._where()), start, declared)

    def _settle(self, waiting: _Waiting | None, tape: Tape, end: int, *, last: bool) -> Iterator[Page | Reject]:
        """Yield what a record gives, now that it is known where the next begins."""
        raw = tape.take(waiting.start if waiting else 0, end)
        if waiting is None:
            if raw is None or raw.strip(b" \t\r\n\0"):
                yield self._passed_over(end)
            return
        sound_end = not last or tape.packed_whole
        if raw is None:
            extra = end - waiting.start - (waiting.declared or 0)
            missing, beyond = max(0, -extra), extra if extra > CHUNK else 0
        else:
            missing, beyond = extent_of(raw, waiting.declared or 0)
        if raw is not None and (missing or beyond):
            pieces = pieces_of(raw)
            if len(pieces) > 1 or waiting.declared is None or (last and sound_end):
                yield from self._mended(pieces, sound_end=sound_end or not missing)
                return
        if missing and not sound_end:
            if not tape.damage:  # which is told of anyway
                yield self._reject(_CUT_OFF)
            return
        if waiting.result is not None:
            yield waiting.result
        if beyond:
            yield self._passed_over(beyond)

    def _mended(self, pieces: list[bytes], *, sound_end: bool) -> Iterator[Page | Reject]:
        """Yield what the records give that one record with a wrong length had swallowed, itself first."""
        self._number -= 1
        for number, piece in enumerate(pieces, start=1):
            whole = sound_end or number < len(pieces)
            record = next(_records(io.BytesIO(mended(piece) if whole else piece)), None)
            if record is None:
                self._number += 1
                yield self._reject("a WARC record whose header cannot be read; it was passed over")
                continue
            waiting = self._take(record)
            if not whole and extent_of(piece, waiting.declared or 0).missing:
                yield self._reject(_CUT_OFF)
            elif waiting.result is not None:
                yield waiting.result
            elif not record.headers.get("WARC-Type"):
                yield self._reject("a WARC record that does not say its kind; it was passed over")

    def _where(self) -> str:
        return f"{self._source}#{self._number}" if self._number else self._source

    def _reject(self, reason: str) -> Reject:
        return Reject(source=self._where(), reason=reason)

    def _passed_over(self, count: int) -> Reject:
        place = "after this record" if self._number else "before the first record"
        return self._reject(f"{count:,} bytes {place} are no record; they were passed over")


def _records_on(tape: Tape) -> Iterator[WarcRecord]:
    """Yield the records of a stretch. Where the parser gives up, it is set to work again on what follows."""
    while not tape.ended:
        before = tape.position
        yield from _records(tape)
        if tape.position == before:
            return


def _records(stream: Tape | io.BytesIO) -> Iterator[WarcRecord]:
    """Yield records until the end, or until a header that never ends."""
    try:
        yield from ArchiveIterator(stream, parse_http=False, quirks_mode=True, stream_detect=False, fsspec_args=False)
    except OSError:
        return


def _declared(record: WarcRecord) -> int | None:
    """Return the length that a record declares, or None where it is no number, or one that the parser refused."""
    value = (record.headers.get("Content-Length") or "").strip()
    length = record.content_length
    return length if value.isascii() and value.isdigit() and value.lstrip("0") == str(length).lstrip("0") else None
