"""Accuracy of cleaning on labelled pages of text: ``python -m benchmarks.cleaning.text [--errors 20]``.

lines kept, lines removed   F1 over the page's lines: a line is kept if most of what the reader keeps of it is in the
              article (for a line of which the reader keeps nothing: most of its letters), letters aligned in page order
inline        F1 over the letters that the reader cuts out of lines of which something stays
paragraphs    F1 over paragraphs that are right to the letter, spaces and shapes of quotation marks aside
repeats       lines of repeats that were left in (a number, not a share)
title ...     share of pages on which a field is right; for bylines and agencies, F1 over names as well
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from itertools import product
from pathlib import Path

from rich.console import Console

from benchmarks.cleaning.alignment import Kept, align
from benchmarks.cleaning.tables import Table, show
from benchmarks.cleaning.text_pages import PAGES, TextPage, load_pages
from benchmarks.tally import Tally
from kawat.cleaning import clean
from kawat.cleaning.agencies import named_agency
from kawat.cleaning.characters import fold, normalise
from kawat.records import Article, Page, Reject

_QUOTES = re.compile("\\s*([“”„\"‘’'`´]+)\\s*")
_REPEAT_LETTERS = 12  # of a repeat: fewer letters left behind are no line left in

Row = dict[str, str | int | float]


def cleaned(page: TextPage) -> Article | Reject:
    """Clean a page as a reader would hand it on."""
    about = page.about
    return clean(Page(source=page.name, text=page.text, url=about.get("url"), title=about.get("title")))


def wanted_fields(page: TextPage) -> dict[str, str | list[str]]:
    """Return the fields that a careful reader finds."""
    about = page.about
    return {
        "title": fold(about.get("title") or page.title or ""),
        "place": about["place"],
        "outlet": about["dateline_outlet"],
        "date": about["published"],
        "bylines": sorted(name.casefold() for name in about["bylines"]),
        "agencies": sorted({named_agency(name) or name for name in about["agencies"]}),
    }


def given_fields(article: Article) -> dict[str, str | list[str]]:
    """Return the same fields as the cleaner found them."""
    return {
        "title": fold(article.title or ""),
        "place": article.dateline.place or "",
        "outlet": article.dateline.outlet or "",
        "date": article.published or "",
        "bylines": sorted(name.casefold() for name in article.bylines),
        "agencies": sorted(article.agencies),
    }


def paragraph_key(text: str) -> str:
    """Return a paragraph for comparison: white space folded, one shape of quotation marks, no spaces beside them."""
    return _QUOTES.sub('"', " ".join(normalise(text).split()))


def paragraphs(article: Article) -> list[str]:
    """Return the article's paragraphs."""
    return [span.of(article.text) for span in article.paragraphs]


def judge_lines(page: TextPage, kept: Kept) -> list[tuple[bool, bool]]:
    """Return for each line with letters whether the reader and whether the cleaner keeps it."""
    judged = []
    for line, letters in zip(page.lines, kept.lines, strict=True):
        looked_at = [given for wanted, given in letters if wanted or not line.kept]
        if looked_at:
            judged.append((bool(line.kept), 2 * sum(looked_at) > len(looked_at)))
    return judged


def repeats_left(page: TextPage, kept: Kept) -> list[str]:
    """Return the repeated lines and pieces that are still in the article for the most part."""
    left = []
    for line, letters in zip(page.lines, kept.lines, strict=True):
        at = 0
        for text, reason in line.parts:
            length = sum(char.isalnum() for char in text)
            stays = sum(given for _, given in letters[at : at + length])
            if reason == "repeat" and stays > _REPEAT_LETTERS and 2 * stays > length:
                left.append(text)
            at += length
    return left


def measure(pages: Iterable[TextPage], **keys: str) -> Row:
    """Return one row of the table: ``keys``, then the measures over the pages."""
    tallies = {name: Tally() for name in ("kept", "removed", "inline", "paragraphs", "bylines", "agencies")}
    right: Counter[str] = Counter()
    repeats = count = 0
    for page in pages:
        count += 1
        article = cleaned(page)
        if isinstance(article, Reject):
            article = Article(id="", source=page.name, text="", paragraphs=())
        kept = align(page.lines, article)
        lines = judge_lines(page, kept)
        for name, side in (("kept", True), ("removed", False)):
            both = sum(a == b == side for a, b in lines)
            tallies[name].add(both, sum(b == side for _, b in lines), sum(a == side for a, _ in lines))
        inner = [pair for line, pairs in zip(page.lines, kept.lines, strict=True) if line.kept for pair in pairs]
        gone = sum(not a and not b for a, b in inner)
        tallies["inline"].add(gone, sum(not b for _, b in inner), sum(not a for a, _ in inner))
        mine = Counter(map(paragraph_key, paragraphs(article)))
        theirs = Counter(map(paragraph_key, page.paragraphs))
        tallies["paragraphs"].add((mine & theirs).total(), mine.total(), theirs.total())
        repeats += len(repeats_left(page, kept))
        wanted, given = wanted_fields(page), given_fields(article)
        right.update(name for name in wanted if wanted[name] == given[name])
        for name in ("bylines", "agencies"):
            a, b = set(given[name]), set(wanted[name])
            tallies[name].add(len(a & b), len(a), len(b))
    shares = {name: right[name] / max(count, 1) for name in ("title", "place", "outlet", "date")}
    return {
        **keys,
        "pages": count,
        "lines kept": tallies["kept"].f1,
        "lines removed": tallies["removed"].f1,
        "inline": tallies["inline"].f1,
        "paragraphs": tallies["paragraphs"].f1,
        "repeats": repeats,
        **shares,
        "bylines": tallies["bylines"].f1,
        "bylines exact": right["bylines"] / max(count, 1),
        "agencies": tallies["agencies"].f1,
        "agencies exact": right["agencies"] / max(count, 1),
    }


def rows(splits: Iterable[str] = ("dev", "held"), folder: Path = PAGES) -> list[Row]:
    """Return the table: a row for each split and language, and one for both languages together."""
    pages = load_pages(folder=folder)
    found = []
    for split, language in product(splits, ("id", "en", "all")):
        chosen = [p for p in pages if p.about["split"] == split and language in (p.about["language"], "all")]
        if chosen:
            found.append(measure(chosen, split=split, language=language))
    return found


def table(splits: Iterable[str] = ("dev", "held"), folder: Path = PAGES) -> Table:
    """Return the rows as a table of text."""
    found = rows(splits, folder)
    columns = list(found[0]) if found else []
    shown = [[f"{value:.3f}" if isinstance(value, float) else str(value) for value in row.values()] for row in found]
    return Table("Pages of text", columns, shown)


def errors(page: TextPage) -> list[str]:
    """Return what is wrong on a page, a line for each thing."""
    article = cleaned(page)
    if isinstance(article, Reject):
        return [f"rejected: {article.reason}"]
    kept = align(page.lines, article)
    found = [] if kept.exact else ["letters were lost or changed"]
    wanted, given = wanted_fields(page), given_fields(article)
    found += [f"{name}: {given[name]!r} for {wanted[name]!r}" for name in wanted if wanted[name] != given[name]]
    for line, pairs in zip(page.lines, kept.lines, strict=True):
        missed = sum(given and not wanted for wanted, given in pairs)
        lost = sum(wanted and not given for wanted, given in pairs)
        if missed or lost:
            found.append(f"{line.label}: {missed} letters left in, {lost} lost: {line.text[:160]}")
    mine, theirs = (Counter(map(paragraph_key, texts)) for texts in (paragraphs(article), page.paragraphs))
    found += [f"paragraph given:  {text[:200]}" for text in mine - theirs]
    found += [f"paragraph wanted: {text[:200]}" for text in theirs - mine]
    return found


def main() -> None:
    """Print the table, or what is wrong on single pages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print what is wrong on N pages")
    parser.add_argument("--split", choices=("dev", "held"), help="only this one; --errors shows dev unless told")
    parser.add_argument("--pages", type=Path, default=PAGES, help="folder of the pages")
    options = parser.parse_args()
    if options.errors:
        console = Console(width=200, highlight=False)
        wrong = ((page, errors(page)) for page in load_pages(options.split or "dev", options.pages))
        for page, found in [pair for pair in wrong if pair[1]][: options.errors]:
            console.print(f"{page.name} ({page.about['outlet']})", style="bold")
            for line in found:
                console.print("   " + line, markup=False)
        return
    show(table([options.split] if options.split else ("dev", "held"), options.pages))


if __name__ == "__main__":
    main()
