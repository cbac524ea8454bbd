"""A page's tree as a list of blocks: the pieces of text that a browser shows apart, in page order."""

from __future__ import annotations

import re

from lxml import html as markup
from lxml.etree import iterwalk  # ty: ignore[import-not-found]

from kawat.cleaning.characters import fold, normalise

Path = tuple[tuple[str, str], ...]

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
    .split()
)  # fmt: skip
_UNSEEN_TAGS = frozenset(  # not shown as text, or never part of an article
    "audio button canvas embed footer head iframe input link map meta nav noscript object option picture script "
    "select style svg template textarea title video".split()
)
_MOST_CELLS, _LONGEST_CELL = 20, 120  # of a row of facts
_PATH = 4  # elements of a block's path, from its own outwards
_SENTENCE_END = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")


class Block:
    """A piece of text with the element that holds it.

    ``key``: its folded text, for comparing; ``linked``: the share of its characters inside links. A page's template
    gives all paragraphs the same ``path``.
    """

    __slots__ = ("_path", "element", "key", "linked", "text")

    def __init__(self, text: str, element: markup.HtmlElement, linked: float) -> None:
        self.text = text
        self.element = element
        self.linked = linked
        self.key = fold(text)
        self._path: Path = ()

    @property
    def path(self) -> Path:
        """Tags and classes of the element and its nearest ancestors, from the inside out."""
        if not self._path:
            self._path = _path(self.element)
        return self._path

    @property
    def tag(self) -> str:
        """The tag of the element."""
        return str(self.element.tag)

    @property
    def is_heading(self) -> bool:
        """Whether the markup calls it a heading."""
        return self.tag in ("h1", "h2", "h3", "h4", "h5", "h6")


def _path(element: markup.HtmlElement | None) -> Path:
    found = []
    while element is not None and len(found) < _PATH:
        found.append((str(element.tag), element.get("class") or ""))
        element = element.getparent()
    return tuple(found)


def blocks_of(root: markup.HtmlElement) -> list[Block]:
    """Return the blocks of the tree under ``root``."""
    return _Walk(root).blocks


class _Walk:
    """One pass over a tree, collecting text until an element ends or begins a block."""

    def __init__(self, root: markup.HtmlElement) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._linked = 0
        self._links = 0  # how many links are open
        self._open = [root]
        self._walk(root)

    def _walk(self, root: markup.HtmlElement) -> None:
        walk = iterwalk(root, events=("start", "end"))
        taken = None  # an element whose inside is passed over
        for event, element in walk:
            tag = element.tag
            if event == "end":
                if element is taken:
                    taken = None
                    self._add(element.tail)
                else:
                    self._end(element, tag, element is not root)
            elif tag in _UNSEEN_TAGS or (tag == "tr" and self._row(element)):
                taken = element
                walk.skip_subtree()
            else:
                self._start(element, tag)
        self._flush()

    def _row(self, row: markup.HtmlElement) -> bool:
        """Take a row of a table of facts as one block, its cells parted by bars; rows that hold prose are walked."""
        cells = [normalise(cell.text_content().replace("\n", " ")) for cell in row.iterchildren("td", "th")]
        if not 2 <= len(cells) <= _MOST_CELLS or max(map(len, cells)) > _LONGEST_CELL:
            return False
        if next(row.iter("table", "p", "li", *_UNSEEN_TAGS), None) is not None:
            return False
        self._flush()
        text = " | ".join(cell for cell in cells if cell)
        if text:
            self.blocks.append(Block(text, row, 0.0))
        return True

    def _start(self, element: markup.HtmlElement, tag: str) -> None:
        if tag in _BLOCK_TAGS:
            self._flush()
            self._open.append(element)
        elif tag == "br":
            self._text.append("\n")
        elif tag == "a":
            self._links += 1
        self._add(element.text)

    def _end(self, element: markup.HtmlElement, tag: str, inside: bool) -> None:
        if tag in _BLOCK_TAGS:
            self._flush()
            if len(self._open) > 1:
                self._open.pop()
        elif tag == "a":
            self._links = max(self._links - 1, 0)
        if inside:
            self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            # Line ends of the markup are spaces; those of <br> are put in by _start.
            self._text.append(text.replace("\n", " "))
            if self._links:
                self._linked += len("".join(text.split()))

    def _flush(self) -> None:
        if not self._text:
            return
        raw = "".join(self._text)
        linked, self._linked = self._linked, 0
        self._text.clear()
        text = normalise(raw) if not raw.isspace() else ""
        if not text:
            return
        length = len("".join(text.split()))
        share = min(linked / length, 1.0) if length else 0.0
        for line in _lines(text):
            self.blocks.append(Block(line, self._open[-1], share))


def _lines(text: str) -> list[str]:
    """Part a block at breaks that part sentences; other breaks are spaces, blank lines always part."""
    lines: list[str] = []
    blank = False
    for line in text.split("\n"):
        if not line:
            blank = True
        elif lines and not blank and not _SENTENCE_END.search(lines[-1]):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
            blank = False
            continue
        if line:
            blank = False
    return lines
