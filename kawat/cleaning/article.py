"""A page to a cleaned article, step by step. A pure function: the same page gives the same article."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from kawat.cleaning import bylines, chrome, html
from kawat.cleaning.agencies import find_agencies
from kawat.cleaning.characters import normalise
from kawat.cleaning.dateline import Head, find_dateline
from kawat.cleaning.glue import unglue
from kawat.cleaning.language import identify, named_language
from kawat.cleaning.lines import rejoin
from kawat.cleaning.pieces import Piece, Pieces
from kawat.cleaning.published import find_published
from kawat.cleaning.repeats import mark_repeats
from kawat.cleaning.title import take_title, tidy_title
from kawat.records import Article, Dateline, Page, Reject

_HTTP = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#]|$)", re.I)
MAX_TEXT_CHARS = 1_000_000  # of a page's text
OPENING_PIECES = 4  # lines among which the paragraph with the dateline is looked for
LONGEST_CAPTION = 240  # characters
MAX_ARTICLE_CHARS = 300_000  # of the body: several times the longest reportage


def clean(page: Page, *, published: str | None = None, language: str | None = None) -> Article | Reject:
    """Return the article that a page holds, or a Reject that says why there is none.

    ``published`` and ``language`` are the user's word and overrule what the page says. Everything that is
    taken out of the page is in ``Article.removed`` with its reason, in page order; the title is not.
    """
    try:
        return _clean(page, published, language)
    except html.NoArticleError as error:
        return _reject(page, str(error))


def _clean(page: Page, published: str | None, language: str | None) -> Article | Reject:
    found = html.extract(page.html, page.url) if page.html is not None else html.Extract(_lines(page.text or ""))
    itself = found.about
    if sum(len(text) for text, _ in found.blocks) > MAX_TEXT_CHARS:
        return _reject(page, f"longer than {MAX_TEXT_CHARS:,} characters, too much for one article; split it")
    if not found.blocks:
        return _reject(page, "no text left: the page is blank")
    pieces = Pieces(Piece(unglue(text), reason) for text, reason in found.blocks)
    names = bylines.take_tagged_initials(pieces)
    chrome.cut_inline(pieces)
    chrome.mark_chrome(pieces)
    names += bylines.take_bylines(pieces)
    title = take_title(pieces, tidy_title(page.title) or itself.title)
    chrome.mark_labels(pieces.body())
    head, opening = _take_dateline(pieces)
    mark_repeats(pieces, opening)
    text, paragraphs = pieces.layout()
    if not any(char.isalnum() for char in text):
        return _reject(page, "no article text left once page chrome is removed")
    if len(text) > MAX_ARTICLE_CHARS:
        return _reject(page, f"longer than {MAX_ARTICLE_CHARS:,} characters, too much for one article; split it")
    about = [piece.text for piece in pieces.items if piece.reason in ("metadata", "byline")]
    day, days = find_published(
        given=published,
        field=page.published,
        markup=itself.published,
        url=page.url,
        lines=[head.day] if head and head.day else about,
        paragraphs=[span.of(text) for span in paragraphs],
    )
    dateline = head.dateline if head else Dateline()
    return Article(
        id=page.id or article_id(page),
        source=page.source,
        text=text,
        paragraphs=paragraphs,
        url=page.url or itself.url,
        title=title,
        language=named_language(language) or named_language(page.language) or identify(text),
        published=day.day if day else None,
        published_from=day.from_ if day else None,
        published_candidates=days,
        dateline=dateline,
        bylines=bylines.unique([*itself.authors, *names]),
        agencies=_agencies("\n".join([*about, text]), dateline.outlet, names, page.url or itself.url),
        removed=tuple(pieces.removed()),
    )


def _lines(text: str) -> html.Choice:
    """Return the lines of a text page as blocks, none of them left out yet."""
    if len(text) > MAX_TEXT_CHARS:
        return [(text, None)]
    return [(line, None) for line in rejoin([line.strip() for line in normalise(text).split("\n") if line.strip()])]


def _agencies(text: str, outlet: str | None, names: tuple[str, ...], url: str | None) -> tuple[str, ...]:
    """Return the agencies cited. A dateline's outlet is one if it is an agency, not if it is the site itself."""
    site = (urlsplit(url).hostname or "") if url and _HTTP.match(url) else ""
    own = [site, *(".".join(site.split(".")[-size:]) for size in (2, 3))]
    if outlet and "." in outlet:
        own.append(outlet)
        outlet = None
    credits = [outlet or "", *(part for name in names for part in name.split("/"))]
    return find_agencies(text, credits=credits, own=own)


def _take_dateline(pieces: Pieces) -> tuple[Head | None, str]:
    """Cut the dateline off the first paragraph; return it with the characters that were cut.

    Short lines before a paragraph that opens with a place are the picture's caption or the outlet's name.
    """
    body = pieces.body()
    heads = [(find_dateline(piece.text), piece) for piece in body[:OPENING_PIECES]]
    placed = [(k, head) for k, (head, _) in enumerate(heads) if head is not None and head.dateline.place]
    at, head = placed[0] if placed else (0, heads[0][0] if heads else None)
    if any(len(piece.text) > LONGEST_CAPTION for _, piece in heads[:at]):
        at, head = 0, heads[0][0]
    if head is None or (head.end >= len(body[at].text) and len(body) == at + 1):
        return None, ""
    for before, piece in heads[:at]:
        piece.reason = "caption" if before is None else "metadata"
    first = body[at]
    opening = first.text[: head.end]
    where = pieces.items.index(first)
    rest = first.text[head.end :].strip()
    pieces.items[where : where + 1] = [Piece(opening.strip(), "dateline"), *([Piece(rest)] if rest else [])]
    return head, opening


def article_id(page: Page) -> str:
    """Return 16 hexadecimal digits that depend on the page's content and its URL or file name alone."""
    name = page.url or page.source.replace("\\", "/").rsplit("/", 1)[-1]
    content = page.html if page.html is not None else page.text or ""
    digest = hashlib.blake2b(digest_size=8)
    digest.update(name.encode("utf-8", "replace") + b"\0" + content.encode("utf-8", "replace"))
    return digest.hexdigest()


def _reject(page: Page, reason: str) -> Reject:
    content = (page.html if page.html is not None else page.text) or ""
    sample = content[:1000].strip()[:120].encode("utf-8", "replace").decode()
    return Reject(source=page.source, reason=reason, sample=sample)
