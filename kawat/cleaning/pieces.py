"""A page as a list of pieces in page order, each either still part of the body or taken out for a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kawat.records import Reason, Removed, Span

Part = tuple[str, Reason | None]
_TIGHT = (",", ";", ".", "!", "?", ")")


class Piece:
    """A line of the page, or part of one. ``reason`` is None while it belongs to the body.

    ``inner`` holds what was cut out of the middle of the line: where in ``text`` it stood, and what it was.
    """

    __slots__ = ("inner", "reason", "text")

    def __init__(self, text: str, reason: Reason | None = None) -> None:
        self.text = text
        self.reason = reason
        self.inner: list[tuple[int, str]] = []

    def cut_out(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take chrome out of the line; what is left stays one paragraph. Spans may overlap: the first one counts."""
        text, rest, done = self.text, "", 0
        inner: list[tuple[int, str]] = []
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start < done:
                continue
            rest = _joined(rest, text[done:start])
            inner.append((len(rest), text[start:end].strip()))
            done = end
        rest = _joined(rest, text[done:])
        if not inner:
            return
        if rest:
            self.text, self.inner = rest, inner
        else:
            self.reason = "chrome"

    def parted(self, parts: list[Part]) -> list[Piece]:
        """Return the pieces that the line falls into, given its parts in order, which make up its text."""
        made: list[Piece] = []
        start = 0
        inner = self.inner
        for text, why in parts:
            end = start + len(text)
            stripped = text.strip()
            if stripped:
                made.append(Piece(stripped, why))
                shift = start + len(text) - len(text.lstrip())
                mine = [(at, cut) for at, cut in inner if at < end]
                inner = inner[len(mine) :]
                made[-1].inner = [(min(max(at - shift, 0), len(stripped)), cut) for at, cut in mine]
            start = end
        if made:
            made[-1].inner += [(len(made[-1].text), cut) for _, cut in inner]
        return made


def _joined(before: str, after: str) -> str:
    after = after.strip()
    if not before or not after:
        return before or after
    return before + after if after.startswith(_TIGHT) else f"{before} {after}"


class Pieces:
    """All pieces of a page. Steps mark pieces as removed, cut them apart, or drop them."""

    def __init__(self, items: Iterable[Piece]) -> None:
        self.items = list(items)
        self.title_at: int | None = None  # where the title stood, once it has been taken out

    def body(self) -> list[Piece]:
        """Return the pieces that are still body, in page order."""
        return [piece for piece in self.items if piece.reason is None]

    def place(self, piece: Piece) -> int:
        """Return where a piece stands among all."""
        return next(where for where, item in enumerate(self.items) if item is piece)

    def drop(self, piece: Piece) -> None:
        """Take a piece out without a trace (the title); what was cut out of it stays."""
        self.title_at = self.place(piece)
        self.items[self.title_at : self.title_at + 1] = [Piece(text, "chrome") for _, text in piece.inner]

    def cut(self, knife: Callable[[Piece], list[Part]], among: Iterable[Piece] | None = None) -> None:
        """Put the parts that ``knife`` returns in the place of each piece of the body; [] leaves it whole.

        ``among``: only these pieces are looked at. Parts have to make up the text of their piece.
        """
        chosen = None if among is None else {id(piece) for piece in among}
        items: list[Piece] = []
        for piece in self.items:
            looked_at = piece.reason is None and (chosen is None or id(piece) in chosen)
            parts = knife(piece) if looked_at else []
            items.extend(piece.parted(parts) if parts else [piece])
        self.items = items

    def removed(self) -> Iterator[Removed]:
        """Yield what was taken out, in page order."""
        for piece in self.items:
            done = 0
            for at, text in piece.inner:
                if piece.reason is not None and piece.text[done:at].strip():
                    yield Removed(text=piece.text[done:at].strip(), reason=piece.reason)
                yield Removed(text=text, reason="chrome")
                done = at
            if piece.reason is not None and piece.text[done:].strip():
                yield Removed(text=piece.text[done:].strip(), reason=piece.reason)

    def layout(self) -> tuple[str, tuple[Span, ...]]:
        """Return the body as one text, paragraphs joined by a blank line, and the paragraphs' spans."""
        spans: list[Span] = []
        texts: list[str] = []
        start = 0
        for piece in self.body():
            texts.append(piece.text)
            spans.append(Span(start, start + len(piece.text)))
            start += len(piece.text) + 2
        return "\n\n".join(texts), tuple(spans)
