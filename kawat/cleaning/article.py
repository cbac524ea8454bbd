"""A page to a cleaned article, step by step. A pure function: the same page gives the same article."""

from __future__ import annotations

import hashlib

from kawat.cleaning import bylines, chrome, html, inline, links
from kawat.cleaning.captions import mark_captions
from kawat.cleaning.characters import normalise, unique
from kawat.cleaning.cited import cited_agencies
from kawat.cleaning.dated import dated_lines
from kawat.cleaning.glue import unglue
from kawat.cleaning.header import take_header
from kawat.cleaning.language import identify, named_language
from kawat.cleaning.lines import rejoin
from kawat.cleaning.opening import cut_opening, find_opening
from kawat.cleaning.pieces import Piece, Pieces
from kawat.cleaning.published import find_published
from kawat.cleaning.quotes import mend_quotes
from kawat.cleaning.repeats import mark_repeats
from kawat.cleaning.stray import without_markup
from kawat.cleaning.tail import mark_labels, mark_tail
from kawat.cleaning.title import take_title, tidy_title
from kawat.records import Article, Dateline, Page, Reject

MAX_TEXT_CHARS = 1_000_000  # of a page's text
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
    pieces = Pieces(Piece(mend_quotes(unglue(text)), reason) for text, reason in found.blocks)
    initials = bylines.take_tagged_initials(pieces)
    inline.cut_inline(pieces)
    lines = pieces.body()
    chrome.mark_chrome(pieces)
    links.mark_links(pieces)
    mark_captions(pieces, lines)
    credits = bylines.take_bylines(pieces)
    title = take_title(pieces, tidy_title(page.title) or itself.title)
    header = take_header(pieces)
    mark_tail(pieces)
    if page.html is None:  # markup tells links and headings better than the form of a line does
        links.mark_headlines(pieces, title)
        mark_labels(pieces.body())
    ending = bylines.take_end(pieces)
    bylines.mark_about_writers(pieces, (*header.writers, *credits.writers))
    opening = find_opening(pieces)
    mark_repeats(pieces, opening.text if opening else "")
    if opening:
        cut_opening(pieces, opening)
    text, paragraphs = pieces.layout()
    if not any(char.isalnum() for char in text):
        return _reject(page, "no article text left once page chrome is removed")
    if len(text) > MAX_ARTICLE_CHARS:
        return _reject(page, f"longer than {MAX_ARTICLE_CHARS:,} characters, too much for one article; split it")
    about = dated_lines(pieces)
    day, days = find_published(
        given=published,
        field=page.published,
        markup=itself.published,
        url=page.url,
        lines=[opening.head.day] if opening and opening.head.day else about,
        paragraphs=[span.of(text) for span in paragraphs],
    )
    dateline = opening.head.dateline if opening else Dateline(place=header.place)
    names = (*header.writers, *credits.writers, *initials, *ending.writers)
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
        bylines=tuple(unique([*itself.authors, *names])),
        agencies=cited_agencies(
            pieces,
            opening,
            [*header.outlets, *credits.outlets],
            [*header.sources, *credits.sources, *ending.sources],
            page.url or itself.url,
        ),
        removed=tuple(pieces.removed()),
    )


def _lines(text: str) -> html.Choice:
    """Return the lines of a text page as blocks, none of them left out yet."""
    if len(text) > MAX_TEXT_CHARS:
        return [(text, None)]
    lines = [line.strip() for line in normalise(without_markup(text)).split("\n")]
    return [(line, None) for line in rejoin([line for line in lines if line])]


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
