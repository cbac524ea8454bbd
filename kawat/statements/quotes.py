"""Quotations: where quotation marks of any kind open and close, also when they are mixed, nested or never closed."""

from __future__ import annotations

import msgspec

from kawat.records import Span

OPENING = "“„«"
CLOSING = "”»"
STRAIGHT = '"'
SINGLE = "'‘’"  # inside of other marks only: elsewhere they are apostrophes
MAX_OPEN = 4  # deeper nesting is a scanning error, not speech


class Quote(msgspec.Struct, frozen=True):
    """A quotation: ``content`` without its marks, ``outer`` with them. ``closed``: False where a mark is missing."""

    content: Span
    outer: Span
    paragraph: int
    depth: int
    closed: bool = True


def find_quotes(text: str, paragraphs: tuple[Span, ...]) -> list[Quote]:
    """Return the quotations of all paragraphs, in order of their opening marks.

    A quotation that a paragraph leaves open is closed at the last mark inside it, which then closes both
    (“Kim memintanya ... atas "surat yang hangat," ungkap ...), else at its paragraph's end if the next paragraph
    opens with a mark again (a quotation over paragraphs), else at the end of the sentence it opens in.
    """
    quotes: list[Quote] = []
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        runs_on = following is not None and text[following.start : following.start + 1] in tuple(OPENING + STRAIGHT)
        quotes += _of_paragraph(text, paragraph, index, runs_on)
    return sorted(quotes, key=lambda quote: (quote.outer.start, -quote.outer.end))


def _of_paragraph(text: str, paragraph: Span, index: int, runs_on: bool) -> list[Quote]:
    quotes: list[Quote] = []
    open_marks: list[int] = []
    for at in range(paragraph.start, paragraph.end):
        char = text[at]
        if char in SINGLE and open_marks:
            _single(text, at, index, open_marks, quotes)
        if char not in OPENING + CLOSING + STRAIGHT:
            continue
        while open_marks and text[open_marks[-1]] in SINGLE:
            open_marks.pop()  # an apostrophe after all, or never closed: the outer quotation goes on
        if _opens(text, at, paragraph, bool(open_marks)) and len(open_marks) < MAX_OPEN:
            open_marks.append(at)
        elif open_marks:
            start = open_marks.pop()
            quotes.append(_quote(start, at, index, len(open_marks)))
    for depth, start in enumerate(mark for mark in open_marks if text[mark] not in SINGLE):
        end, closed = _missing_end(text, start, paragraph, quotes, runs_on)
        quotes.append(_quote(start, end, index, depth, closed))
    return [quote for quote in quotes if quote.content.start < quote.content.end]


def _single(text: str, at: int, index: int, open_marks: list[int], quotes: list[Quote]) -> None:
    """Read a single mark inside of a quotation: it opens before a word and closes behind one."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    is_open = text[open_marks[-1]] in SINGLE
    if is_open and not before.isspace() and not after.isalnum():
        quotes.append(_quote(open_marks.pop(), at, index, len(open_marks)))
    elif not is_open and not before.isalnum() and after.isalnum() and len(open_marks) < MAX_OPEN:
        open_marks.append(at)


def _opens(text: str, at: int, paragraph: Span, is_open: bool) -> bool:
    char = text[at]
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if char in CLOSING:
        return False
    if char in OPENING:
        return not (is_open and after in " ,.;:" and not before.isspace())
    if not is_open:
        return not after.isspace() or before.isspace()
    return (before.isspace() or before in "([“") and after.isalnum()


def _missing_end(text: str, start: int, paragraph: Span, inner: list[Quote], runs_on: bool) -> tuple[int, bool]:
    inside = [quote.outer.end - 1 for quote in inner if quote.outer.start > start]
    if inside:
        return max(inside), True
    if runs_on:
        return paragraph.end, False
    for at in range(start + 1, paragraph.end):
        if text[at] in ".!?" and (at + 1 == paragraph.end or text[at + 1].isspace()):
            return at + 1, False
    return paragraph.end, False


def _quote(start: int, end: int, index: int, depth: int, closed: bool = True) -> Quote:
    return Quote(
        content=Span(start + 1, end),
        outer=Span(start, end + 1 if closed else end),
        paragraph=index,
        depth=depth,
        closed=closed,
    )
