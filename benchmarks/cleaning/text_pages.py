"""The scraped text pages in ``pages/``: page and labels in one file, so that they cannot drift apart.

A file opens with TOML between two lines of ``+++`` and goes on with the lines of the page, each with its label::

    +++
    outlet = "tempo.co"            # whose layout this is; the words are ours
    language = "id"
    split = "dev"                  # dev, or held: not looked at while rules are made
    published = "2024-03-05"       # the day that a reader finds; "" where nothing on the page tells it
    place = "Semarang"             # of the dateline, as written; "" for none
    dateline_outlet = "TEMPO.CO"
    bylines = ["Rina Wulandari"]   # writers and initials, not editors and photographers
    agencies = ["Antara"]
    url = "https://..."            # optional: handed to the cleaner with the page
    title = "..."                  # optional: handed to the cleaner with the page
    +++
    title|    Warga Semarang Tolak Tambang Pasir
    metadata| Selasa, 5 Maret 2024 14:05 WIB
    body|     {dateline:TEMPO.CO, Semarang - }Warga tiga desa menolak tambang.{+}Mereka datang pagi hari.
    chrome|   Baca Juga: Harga Pasir Naik
    body|     Bupati belum menjawab.
    repeat|   Bupati belum menjawab.
    byline|   Editor: Hasan Basri

Labels are the reasons of ``kawat.records.Reason``, ``title``, ``body``, and ``+`` for a line that goes on with the
sentence of the body line before it. Inside a line, ``{chrome:...}`` (or another reason) is a piece to be cut out and
``{+}`` a place where scraping lost the space between two sentences. Braces stand for nothing else.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

PAGES = Path(__file__).parent / "pages"
LABELS = ("title", "body", "+", "chrome", "repeat", "byline", "dateline", "caption", "metadata")
_INLINE = re.compile(r"\{(?:(?P<reason>[a-z]+):(?P<text>[^{}]*)|(?P<glue>\+))\}")
_TIGHT = re.compile(r"\s*\0\s*(?=[,;.!?)\]](?:\s|$))")  # no space where a piece is cut out before a stop
_CUT = re.compile(r"\s*\0\s*")
_FIELDS = {"outlet", "language", "split", "published", "place", "dateline_outlet", "bylines", "agencies"}
_OPTIONAL = {"url", "title", "layout"}


class Line(NamedTuple):
    """A line of a page as scraping left it, its label, and what of it a careful reader keeps ("" for none).

    ``parts`` are the pieces of ``text`` in order, each with its reason, or None for what is kept.
    """

    text: str
    label: str
    kept: str
    parts: tuple[tuple[str, str | None], ...]


class TextPage(NamedTuple):
    """A labelled page."""

    name: str
    about: dict
    lines: list[Line]

    @property
    def text(self) -> str:
        """The page as a scraper hands it on."""
        return "\n".join(line.text for line in self.lines)

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs that a careful reader keeps."""
        found: list[str] = []
        for line in self.lines:
            if line.label == "+" and found:
                space = "" if re.match(r"[,;.!?)\]”’]", line.kept) else " "
                found[-1] += space + line.kept
            elif line.kept:
                found.append(line.kept)
        return found

    @property
    def title(self) -> str | None:
        """The headline on the page, if it is there."""
        return next((line.text.strip() for line in self.lines if line.label == "title"), None)


class PageError(ValueError):
    """A page file is not in the form; the message names file, line and remedy."""


def load_pages(split: str | None = None, folder: Path = PAGES) -> list[TextPage]:
    """Return the pages (of one split) in the order of their names. Raises PageError for a file not in the form."""
    pages = [_load(path) for path in sorted(folder.glob("*.page"))]
    return [page for page in pages if split in (None, page.about["split"])]


def _load(path: Path) -> TextPage:
    head, mark, rest = path.read_text("utf-8").removeprefix("+++\n").partition("\n+++\n")
    if not mark:
        raise PageError(f"{path.name}: no TOML between two lines of +++")
    about = tomllib.loads(head)
    if missing := _FIELDS - about.keys():
        raise PageError(f"{path.name}: missing {', '.join(sorted(missing))}")
    if unknown := about.keys() - _FIELDS - _OPTIONAL:
        raise PageError(f"{path.name}: unknown {', '.join(sorted(unknown))}")
    if about["split"] not in ("dev", "held"):
        raise PageError(f"{path.name}: split is dev or held")
    first = head.count("\n") + 4
    return TextPage(path.stem, about, [_line(raw, f"{path.name}:{k}") for k, raw in enumerate(_rows(rest), first)])


def _rows(rest: str) -> list[str]:
    return rest.rstrip("\n").split("\n")


def _line(raw: str, where: str) -> Line:
    label, mark, text = raw.partition("|")
    label, text = label.strip(), text.lstrip()
    if not mark or label not in LABELS:
        raise PageError(f"{where}: a line begins with one of {' '.join(LABELS)} and a bar")
    for match in _INLINE.finditer(text):
        if match["reason"] and match["reason"] not in LABELS[3:]:
            raise PageError(f"{where}: {match['reason']} is no reason")
    if "{" in _INLINE.sub("", text) or "}" in _INLINE.sub("", text):
        raise PageError(f"{where}: a brace that opens no {{reason:text}} or {{+}}")
    plain = _INLINE.sub(lambda match: match["text"] or "", text)
    kept = _INLINE.sub("\0", text)
    if label not in ("body", "+"):
        return Line(plain, label, "", ((plain, label),))
    return Line(plain, label, " ".join(_CUT.sub(" ", _TIGHT.sub("", kept)).split()), _parts(text))


def _parts(text: str) -> tuple[tuple[str, str | None], ...]:
    parts: list[tuple[str, str | None]] = []
    done = 0
    for match in _INLINE.finditer(text):
        parts.append((text[done : match.start()], None))
        if match["reason"]:
            parts.append((match["text"], match["reason"]))
        done = match.end()
    return tuple(part for part in [*parts, (text[done:], None)] if part[0])
