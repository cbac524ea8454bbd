"""The language data that cleaning reads: phrase lists and names, per language, from ``kawat/languages``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kawat.languages import CODED, Strict, load


class LineRule(Strict, frozen=True):
    """A regular expression for lines or pieces of lines, tried only where one of its ``hints`` occurs."""

    pattern: str
    hints: tuple[str, ...] = ()


class ChromeData(Strict, frozen=True):
    """``chrome.toml``: what pages carry beside the article. ``lines`` and ``tails`` are whole lines."""

    lines: tuple[str, ...]
    starts: tuple[str, ...]
    patterns: tuple[LineRule, ...]
    inline: tuple[LineRule, ...]
    captions: tuple[LineRule, ...]
    pictures: tuple[str, ...]  # lines beside which a picture's caption stands
    metadata: tuple[str, ...]
    tails: tuple[str, ...]
    ends: tuple[str, ...]  # lines behind which nothing of the article follows
    links: tuple[str, ...]  # words before the title of another story, or above a list of such titles
    headings: tuple[str, ...]  # patterns of further lines above such lists
    buttons: tuple[str, ...]  # lines below a title that lead to its story
    camels: tuple[str, ...]  # names with a capital inside them, at which no sentence begins
    title_words: tuple[str, ...]  # small words that titles write in small letters
    about_site: tuple[str, ...]  # words that only a site says of itself: a line with them is chrome
    perhaps_site: tuple[str, ...]  # words of which two make it so
    address: tuple[str, ...]  # words by which a site speaks to its readers
    reported: tuple[str, ...]  # patterns of words of reported speech: a line with one is the article's
    published: tuple[str, ...]  # words that tell a page's day from that of a change to it,
    updated: tuple[str, ...]  # and the words for such changes and for the day of the visit
    times: tuple[str, ...]  # words that only tell a time: a line of them and a date is the page's date line


class DatelineData(Strict, frozen=True):
    """``dateline.toml``: outlets and places as datelines name them, and labels that are no places."""

    outlets: tuple[str, ...]
    places: tuple[str, ...]
    not_places: tuple[str, ...]


class BylineData(Strict, frozen=True):
    """``bylines.toml``: the words that credit people. ``others`` are editors, photographers and so on."""

    roles: tuple[str, ...]
    others: tuple[str, ...]
    openers: tuple[str, ...]
    other_openers: tuple[str, ...]
    joiners: tuple[str, ...]
    closers: tuple[str, ...]
    newsrooms: tuple[str, ...]  # words for those who sign together
    about_writers: tuple[str, ...]  # what lines about a writer say behind the name
    no_people: tuple[str, ...]  # words that show that a name is none of a person


class AgencyCues(Strict, frozen=True):
    """``agencies.toml``: words beside an agency's name, and names that need such a word to count."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    ambiguous: tuple[str, ...]
    kinds: tuple[str, ...]  # what an agency is called before its name
    sources: tuple[str, ...]  # words before a colon and the outlets from which the report was taken
    republished: tuple[str, ...]  # what a line says before the outlet that had the report first
    short: dict[str, str]  # how credits abbreviate an agency, in lower case, to a name that the registry has
    wires: dict[str, tuple[str, ...]]  # agencies whose reports others carry, and the domains of their own sites


class DateData(Strict, frozen=True):
    """``dates.toml``: names of months (1 to 12), weekdays (1 is Monday), parts of the day, and clock zones."""

    ambiguous: str
    connectors: tuple[str, ...]
    months: dict[str, int]
    weekdays: dict[str, int]
    dayparts: dict[str, str]
    zones: dict[str, int]


class RivalData(Strict, frozen=True):
    """What tells a language from a similar one: words that only the rival has, and words that it does not have."""

    marks: tuple[str, ...]
    own: tuple[str, ...]


class WordData(Strict, frozen=True):
    """``words.toml``: common words of a language, and its rivals by their codes."""

    common: tuple[str, ...]
    rivals: dict[str, RivalData]


def load_chrome() -> tuple[ChromeData, ...]:
    """Return the chrome of all coded languages: a page's language is not yet known when it is cleaned."""
    return tuple(load(language, "chrome", ChromeData) for language in CODED)


def load_datelines() -> tuple[DatelineData, ...]:
    """Return the dateline data of all coded languages."""
    return tuple(load(language, "dateline", DatelineData) for language in CODED)


def load_bylines() -> tuple[BylineData, ...]:
    """Return the byline words of all coded languages."""
    return tuple(load(language, "bylines", BylineData) for language in CODED)


def load_agency_cues() -> tuple[AgencyCues, ...]:
    """Return the agency cues of all coded languages."""
    return tuple(load(language, "agencies", AgencyCues) for language in CODED)


@cache
def load_dates(language: str) -> DateData:
    """Return a language's names of months and days; for a language without data, those of all coded ones."""
    if language in CODED:
        return load(language, "dates", DateData)
    parts = [load(code, "dates", DateData) for code in CODED]
    return DateData(
        ambiguous="day-first",
        connectors=tuple(word for part in parts for word in part.connectors),
        months={name: number for part in parts for name, number in part.months.items()},
        weekdays={name: number for part in parts for name, number in part.weekdays.items()},
        dayparts={name: word for part in parts for name, word in part.dayparts.items()},
        zones={name: hours for part in parts for name, hours in part.zones.items()},
    )


def alternatives(words: Iterable[str]) -> str:
    """Return a regular expression for any of the words, longest first; spaces match any run of blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
