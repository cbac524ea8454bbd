"""Pages to articles: the body without page chrome and repeats, its title, dateline, date, byline and agencies."""

from __future__ import annotations

from kawat.cleaning.article import MAX_ARTICLE_CHARS, MAX_TEXT_CHARS, clean
from kawat.cleaning.dates import find_dates, parse_day

__all__ = ["MAX_ARTICLE_CHARS", "MAX_TEXT_CHARS", "clean", "find_dates", "parse_day"]
