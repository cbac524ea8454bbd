"""The headline of a page, out of the several that it gives: as data, for other sites, as heading, in its title bar."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from kawat.cleaning.characters import fold, normalise

_LONGEST = 400
_SEPARATOR = re.compile(r"\s+[-–—|»·•:/]{1,2}\s+|\s*[|｜»]\s*|\s+\|\s*|[：]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_CUT_OFF = ("…", "...")
_ENDING = 6  # letters that may follow a site's name: ".com", "online"
_NO_HEADLINE = 4  # characters of a headline's key, at least (a Chinese headline is short)


class Candidate(NamedTuple):
    """A headline from one place on the page; ``weight`` is how much that place is trusted."""

    text: str
    where: str
    weight: float


def plain(text: str, most: int = _LONGEST) -> str:
    """Return a text on one line, its entities decoded and markup gone, cut after ``most`` characters."""
    text = text[: 2 * most]
    if "&" in text:
        text = unescape(unescape(text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(normalise(text).split())[:most].strip()


@lru_cache(maxsize=256)
def key(text: str) -> str:
    """Return what is compared of a headline: its letters and digits without case."""
    return re.sub(r"[\W_]+", "", fold(text))


def without_site(text: str, sites: list[str], headlines: list[str]) -> str:
    """Cut the names of site and section off a headline's ends.

    ``sites``: names and addresses of the site. ``headlines``: the page's other headlines; where one of them
    stands alone before or behind a separator, the rest is names.
    """
    keys = {key(site) for site in sites} - {""}
    others = {key(other) for other in headlines} - {key(text)}
    for separator in _SEPARATOR.finditer(text):
        before, behind = text[: separator.start()], text[separator.end() :]
        if len(key(before)) > _NO_HEADLINE and key(before) in others:
            return before.strip()
        if len(key(behind)) > _NO_HEADLINE and key(behind) in others and key(before) in keys:
            return behind.strip()
    for _ in range(3):
        last = None
        for last in _SEPARATOR.finditer(text):  # noqa: B007
            pass
        if last is None or not _names_site(text[last.end() :], keys) or len(key(text[: last.start()])) <= _NO_HEADLINE:
            break
        text = text[: last.start()].strip()
    first = _SEPARATOR.search(text)
    if first and key(text[: first.start()]) in keys and len(key(text[first.end() :])) > _NO_HEADLINE:
        text = text[first.end() :].strip()
    return text


def _names_site(text: str, keys: set[str]) -> bool:
    """Return whether words name the site: wholly, by the beginning or end of its name, or with an ending to it."""
    name = key(text)
    for site in keys:
        if name == site or (len(name) > 2 and (site.startswith(name) or site.endswith(name))):
            return True
        if len(site) > 3 and name.startswith(site) and len(name) - len(site) <= _ENDING:
            return True
    return False


def choose(candidates: list[Candidate], sites: list[str]) -> Candidate | None:
    """Return the headline that most of the trusted places give; among equals, the first in order of trust."""
    keys = {key(site) for site in sites}
    texts = [item.text for item in candidates]
    usable = []
    for item in candidates:
        text = without_site(item.text, sites, [other for other in texts if other != item.text])
        if len(key(text)) >= _NO_HEADLINE and key(text) not in keys:
            usable.append(item._replace(text=text))
    if not usable:  # a site that gives the headline as its own name
        return max(candidates, key=lambda item: item.weight, default=None)
    usable.sort(key=lambda item: -item.weight)
    best = max(usable, key=lambda item: _support(item, usable))
    return _whole(best, usable)


def _support(item: Candidate, all_items: list[Candidate]) -> float:
    """Return the weight of all places that give this headline; the page's heading may have a kicker before it."""
    mine = key(item.text)
    votes: dict[str, float] = {}
    for other in all_items:
        theirs = key(other.text)
        if theirs == mine or (other.where == "h1" and len(mine) > 12 and theirs.endswith(mine)):
            votes[other.where] = max(votes.get(other.where, 0.0), other.weight)
    return sum(votes.values())


def _whole(best: Candidate, all_items: list[Candidate]) -> Candidate:
    """Return the whole of a headline that was cut off to fit ("...")."""
    if not best.text.endswith(_CUT_OFF):
        return best
    begin = key(best.text)
    longer = (item for item in all_items if len(item.text) > len(best.text) and key(item.text).startswith(begin))
    return next(longer, best)
