"""``kawat clean``: cleaned articles on standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import msgspec

from kawat.cleaning import clean
from kawat.dataset.entries import Written
from kawat.readers import read
from kawat.records import Article, Page, Reject
from kawat.runners import Summary

BETWEEN = "\n---\n\n"  # articles, as text


def clean_inputs(inputs: Iterable[str], format: str, *, published: str | None, language: str | None) -> Summary:
    """Print the cleaned articles of all inputs, as ``jsonl`` or ``text``, and say what was rejected."""
    summary = Summary()
    out = sys.stdout.buffer
    for item in read(inputs):
        article = _clean(item, published, language) if isinstance(item, Page) else item
        if isinstance(article, Reject):
            summary.add(Written(rejects=[article]))
            continue
        if format == "jsonl":
            out.write(_line(article))
        else:
            out.write((BETWEEN if summary.coded else "").encode() + _text(article))
        summary.coded += 1
        out.flush()
    return summary


def _clean(page: Page, published: str | None, language: str | None) -> Article | Reject:
    try:
        return clean(page, published=published, language=language)
    except Exception as error:
        return Reject(source=page.source, reason=f"cleaning failed with {type(error).__name__}: {error}")


def _line(article: Article) -> bytes:
    fields = msgspec.to_builtins(article)
    del fields["source"]
    return msgspec.json.encode(fields) + b"\n"


def _text(article: Article) -> bytes:
    head = f"{article.title}\n\n" if article.title else ""
    return f"{head}{article.text}\n".encode("utf-8", "replace")
