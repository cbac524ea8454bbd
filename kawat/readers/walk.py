"""Which files a named input stands for, in an order that does not depend on the file system."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kawat.records import Reject

TEXT = (".txt", ".text")
HTML = (".html", ".htm", ".xhtml")
LINES = (".jsonl", ".ndjson", ".json")
TABLE = (".parquet",)
ARCHIVE = (".warc", ".wet")
FEEDS = (".xml", ".rss", ".atom")
_KNOWN = TEXT + HTML + LINES + TABLE + ARCHIVE + FEEDS


def kind_of(path: Path) -> str:
    """Return the lower-case extension that says what the file holds, with any ".gz" taken off."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix


def display(path: Path) -> str:
    """Return a path as text that can be written anywhere, even if its name is not valid UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def files_of(path: Path) -> Iterator[Path | Reject]:
    """Yield the regular files that ``path`` stands for, and a Reject for what cannot be read.

    Folders are walked in sorted order; hidden files and files of unknown extension are passed over, and
    links to folders are not followed, so that no loop can catch the walk.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield Reject(source=display(path), reason=_why(error))
        return
    except ValueError:
        yield Reject(source=repr(str(path)), reason="not a possible file name")
        return
    if stat.S_ISREG(mode):
        yield path
    elif stat.S_ISDIR(mode):
        found = False
        for item in _walk(path):
            found = True
            yield item
        if not found:
            reason = f"the folder holds no file of a known kind ({' '.join(_KNOWN)}, or these with .gz)"
            yield Reject(source=display(path), reason=reason)
    else:
        yield Reject(source=display(path), reason="not a regular file; pipe it in and name the input -")


def _walk(folder: Path) -> Iterator[Path | Reject]:
    waiting = [folder]  # a stack rather than recursion: folders may be nested deeper than calls may be
    while waiting:
        path = waiting.pop()
        if path is not folder and (path.is_symlink() or not path.is_dir()):
            yield from files_of(path)
            continue
        try:
            entries = sorted(path.iterdir(), reverse=True)
        except OSError as error:
            yield Reject(source=display(path), reason=_why(error))
            continue
        waiting += [entry for entry in entries if _is_wanted(entry)]


def _is_wanted(path: Path) -> bool:
    """Return whether a folder's entry is walked into or read."""
    if path.name.startswith("."):
        return False
    if path.is_dir():
        return not path.is_symlink()
    return kind_of(path) in _KNOWN


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the path"
    if isinstance(error, PermissionError):
        return "no permission to read it; change its mode or run as another user"
    return f"cannot be opened: {error.strerror or error}"
