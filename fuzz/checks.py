"""What must hold whatever comes in: one function per target, raising AssertionError where it does not."""

from __future__ import annotations

import gzip
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from kawat.cleaning import clean
from kawat.cleaning.characters import normalise
from kawat.cleaning.glue import unglue
from kawat.cleaning.language import identify
from kawat.cleaning.stray import without_markup
from kawat.readers import read
from kawat.readers.decoding import NotTextError, decode
from kawat.readers.mojibake import is_suspect
from kawat.readers.sniff import known_binary
from kawat.records import Article, Page, Reject

SECONDS = 2.0  # of processor time that one page may take
_FOLDER = Path(tempfile.gettempdir())


@contextmanager
def in_time(what: str) -> Generator[None]:
    """Hold the block to SECONDS of processor time."""
    before = time.process_time()
    yield
    taken = time.process_time() - before
    assert taken < SECONDS, f"{what} took {taken:.1f} s"


def check_decode(data: bytes) -> None:
    """Decoding gives characters that can be written, or NotTextError; decoding them again changes nothing."""
    labels = (None, "utf-8", "iso-8859-1", "windows-1251", "gb2312", "shift_jis", "utf-16", "utf-7", "rot13", "x" * 50)
    charset = labels[data[0] % len(labels)] if data else None
    with in_time("decoding"):
        try:
            text = decode(data[1:], declared=True, charset=charset)
        except NotTextError as error:
            assert str(error)
            return
    raw = text.encode()
    assert text.strip()
    if not known_binary(raw[:16]) and not is_suspect(text):
        assert decode(raw) == text, "decoding is not stable"


def check_language(data: bytes) -> None:
    """A language is a short code or None, and the same each time."""
    text = data.decode("utf-8", "replace")
    with in_time("identifying"):
        found = identify(text)
    assert found is None or (2 <= len(found) <= 3 and found.isalpha() and found.islower()), found
    assert identify(text) == found


def check_text(data: bytes) -> None:
    """A text page gives an article whose paragraphs tile its text, and every letter is kept or told of."""
    page = Page(source="uji", text=without_markup(data.decode("utf-8", "replace")))
    assert page.text is not None
    with in_time("cleaning"):
        found = clean(page)
    _check_cleaned(found)
    line = normalise(page.text[:2000]).replace("\n", " ")
    assert unglue(line).replace(" ", "") == line.replace(" ", "")
    if isinstance(found, Article):
        before = _letters(normalise(page.text))
        after = _letters(found.text) + _letters("".join(piece.text for piece in found.removed))
        assert not after - before, f"letters that the page does not have: {dict(after - before)}"
        lost = before - after
        # The title is not told of as removed, nor is what was cut off its line; a headline may lie over three lines.
        lines = [line for line in normalise(page.text).split("\n") if line] if found.title else []
        titles = [found.title or "", *("".join(lines[at : at + 3]) for at in range(len(lines)))]
        told = not lost or any(not lost - _letters(line) for line in titles)
        assert told, f"letters that got lost: {dict(lost)}"


def check_html(data: bytes) -> None:
    """An HTML page gives an article whose paragraphs tile its text, or a reject."""
    with in_time("cleaning"):
        found = clean(Page(source="uji", html=data.decode("utf-8", "replace"), url="https://kabar.uji/2023/07/27/x"))
    _check_cleaned(found)


def check_read(suffix: str) -> Callable[[bytes], None]:
    """Return the check of files with an extension: pages and rejects that can be written, and no exception."""

    def check(data: bytes) -> None:
        with tempfile.NamedTemporaryFile(dir=_FOLDER, suffix=suffix) as file:
            file.write(data)
            file.flush()
            with in_time("reading"):
                for found in read([file.name]):
                    _check_read(found)

    return check


def check_packed(data: bytes) -> None:
    """A web archive of one gzip member a record; the first bytes say where it is damaged."""
    at, value, data = int.from_bytes(data[:3], "big"), data[3:4], data[4:]
    parts = [b"WARC/1." + part if number else part for number, part in enumerate(data.split(b"WARC/1."))]
    packed = bytearray(b"".join(gzip.compress(part, 1, mtime=0) for part in parts if part))
    if at and packed:
        at %= len(packed)
        packed[at : at + 1] = value * (at % 3)
    check_read(".warc.gz")(bytes(packed))


def _check_read(found: Page | Reject) -> None:
    assert isinstance(found, Page | Reject)
    if isinstance(found, Reject):
        assert found.reason
        (found.source + found.reason + found.sample).encode()
        return
    assert (found.text is None) != (found.html is None)
    "".join(part or "" for part in (found.text, found.html, found.url, found.title, found.id)).encode()


def _check_cleaned(found: Article | Reject) -> None:
    assert isinstance(found, Article | Reject)
    if isinstance(found, Reject):
        assert found.reason
        (found.reason + found.sample).encode()
        return
    end = -2
    for span in found.paragraphs:
        assert span.start == end + 2, "a paragraph does not follow the one before"
        assert span.start < span.end <= len(found.text)
        assert span.of(found.text).strip() == span.of(found.text) != ""
        assert "\n" not in span.of(found.text)
        end = span.end
    assert found.text == "\n\n".join(span.of(found.text) for span in found.paragraphs)
    assert unicodedata.is_normalized("NFC", found.text)
    assert all(piece.text for piece in found.removed)
    (found.text + (found.title or "")).encode()


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalnum())


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decode": check_decode,
    "language": check_language,
    "text": check_text,
    "html": check_html,
    "warc": check_read(".warc"),
    "packed": check_packed,
    "gz": check_read(".warc.gz"),
    "jsonl": check_read(".jsonl"),
    "parquet": check_read(".parquet"),
    "any": check_read(".berita"),
}
