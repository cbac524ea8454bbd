"""Short mentions of people introduced in full: "Sergey Shoigu ... Shoigu", "Deddy Sitorus ... Deddy"."""

from __future__ import annotations

from kawat.actors.cast import Member
from kawat.actors.spelling import fold
from kawat.languages.grammar import Grammar
from kawat.records import Sentence, Token

MIN_PART = 3  # letters: shorter parts of names are too common to stand alone ("Li", "Xi")
MIN_SOUND = 5  # letters: from here on another spelling counts as the same


class NameTable:
    """Parts of the names of people in one article, and whom they may mean."""

    def __init__(self) -> None:
        self._bearers: dict[str, list[Member]] = {}

    def add(self, member: Member, name: str) -> None:
        """Let every part of ``name`` mean ``member`` from now on."""
        for part in name.split():
            bearers = self._bearers.setdefault(_key(part), [])
            if member not in bearers:
                bearers.append(member)

    def bearer(self, part: str, start: int) -> Member | None:
        """Return who was mentioned last before ``start`` of those with ``part`` in their name, if anybody was."""
        found = [m for m in self._bearers.get(_key(part), ()) if any(end <= start for _, end in m.mentions)]
        return max(found, key=lambda m: max(end for _, end in m.mentions if end <= start), default=None)

    def find(self, sentence: Sentence, covered: list[tuple[int, int]], words: Grammar) -> list[tuple[int, int, Member]]:
        """Return the short mentions in ``sentence`` outside the spans ``covered``: (start, end, member).

        A run of capitalised words is a mention only if all of it belongs to one person's name: with only
        Kim Jong-un known, "Kim" is he and "Kim Yo-jong" is not. Of several bearers the one mentioned last wins.
        """
        found = []
        run: list[Token] = []
        for token in [*sentence.tokens, None]:
            outside = token is None or any(start <= token.start < end for start, end in covered)
            if token is not None and not outside and token.text[0].isupper() and token.text not in words.not_names:
                run.append(token)
                continue
            if run:
                found += self._read(run)
            run = []
        return found

    def _read(self, run: list[Token]) -> list[tuple[int, int, Member]]:
        candidates = list(self._bearers.get(_key(run[0].text), ()))
        for token in run[1:]:
            candidates = [member for member in candidates if member in self._bearers.get(_key(token.text), ())]
        if len(run) == 1 and len(run[0].text) < MIN_PART:
            return []
        before = [m for m in candidates if any(end <= run[0].start for _, end in m.mentions)]
        if not before:
            return []
        last = max(before, key=lambda m: max(end for _, end in m.mentions if end <= run[0].start))
        return [(run[0].start, run[-1].end, last)]


def _key(part: str) -> str:
    """Return what a part of a name is kept under: with its capital, so that it meets no ordinary word."""
    return fold(part).capitalize() if len(part) >= MIN_SOUND else part
