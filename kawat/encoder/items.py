"""A sentence as items: words, marks, and whole mentions as one unit each."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kawat.records import Sentence

QUOTES = frozenset('"“”„«»')


class Item(msgspec.Struct, frozen=True):
    """A word or mark, or a whole mention as one unit (``mention``: index into the sentence's mention spans)."""

    start: int
    end: int
    lower: str
    text: str
    mention: int | None = None
    words: frozenset[str] = frozenset()  # the words a mention is made of, lower-case


def to_items(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> list[Item]:
    """Return the words and marks of ``sentence`` in order, each of ``spans`` (in order, apart) as one item."""
    items: list[Item] = []
    position = 0
    for token in sentence.tokens:
        while position < len(spans) and spans[position][1] <= token.start:
            position += 1
        if position == len(spans) or spans[position][0] >= token.end:
            items.append(Item(start=token.start, end=token.end, lower=token.lower, text=token.text))
        elif items and items[-1].mention == position:
            items[-1] = msgspec.structs.replace(items[-1], words=items[-1].words | {token.lower})
        else:
            start, end = spans[position]
            words = frozenset({token.lower})
            items.append(Item(start=start, end=end, lower="", text="·", mention=position, words=words))
    return items


def quote_depth(items: list[Item]) -> list[bool]:
    """Return for each item whether it stands inside quotation marks; a mark belongs to its quotation."""
    inside: list[bool] = []
    open_ = False
    for item in items:
        if item.lower in QUOTES:
            if item.lower in "“„«":
                open_ = True
            elif item.lower in "”»":
                inside.append(True)
                open_ = False
                continue
            else:
                inside.append(True)
                open_ = not open_
                continue
        inside.append(open_)
    return inside
