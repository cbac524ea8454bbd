"""The page as a list of pieces in page order, each either still part of the body or taken out for a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kawat.records import Reason, Removed, Span

Part = tuple[str, Reason | None]


class Piece:
    """A line of the page, or part of one. ``reason`` is None while it belongs to the body."""

    __slots__ = ("reason", "text")

    def __init__(self, text: str, reason: Reason | None = None) -> None:
        self.text = text
        self.reason = reason


class Pieces:
    """All pieces of a page. Steps mark pieces as removed, cut them apart, or drop them."""

    def __init__(self, items: Iterable[Piece]) -> None:
        self.items = list(items)

    def body(self) -> list[Piece]:
        """Return the pieces that are still body, in page order."""
        return [piece for piece in self.items if piece.reason is None]

    def drop(self, piece: Piece) -> None:
        """Take a piece out without a trace (the title)."""
        self.items.remove(piece)

    def cut(self, knife: Callable[[Piece], list[Part]]) -> None:
        """Put the parts that ``knife`` returns in the place of each piece of the body; [] leaves it whole."""
        items: list[Piece] = []
        for piece in self.items:
            parts = knife(piece) if piece.reason is None else []
            if parts:
                items.extend(Piece(text.strip(), why) for text, why in parts if text.strip())
            else:
                items.append(piece)
        self.items = items

    def removed(self) -> Iterator[Removed]:
        """Yield what was taken out, in page order."""
        for piece in self.items:
            if piece.reason is not None:
                yield Removed(text=piece.text, reason=piece.reason)

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
