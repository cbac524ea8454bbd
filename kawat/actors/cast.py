"""The actors of one article while they are being found: identities, attributes and mentions."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from kawat.actors.registry import Entry, Registry
from kawat.records import Actor, Mention

FORMER = "ELI"  # sector of somebody who held an office and holds none
UNKNOWN = "ZZZ"  # stands for the country in the id of an actor whose country is not known


class Member:
    """One actor while its mentions are being gathered."""

    def __init__(self, id: str, name: str, country: str | None, sectors: tuple[str, ...], wikidata: str | None) -> None:
        self.id = id
        self.name = name
        self.country = country
        self.sectors = sectors
        self.wikidata = wikidata
        self.kind = ""  # of its registry entry, else "group", "body" or "person"
        self.many = False  # people called by a common noun: "they" rather than "it"
        self.gender: str | None = None  # of a person, once a pronoun or title has told it
        self.roles: set[str] = set()  # names of titles it was given, for "the minister" later on
        self.represents: Member | None = None  # for whom a person says "we"
        self.mentions: dict[tuple[int, int], Mention] = {}

    @property
    def is_person(self) -> bool:
        """Whether it is one person."""
        return self.kind == "person"

    def to_actor(self) -> Actor:
        """Return it as a record, mentions in text order."""
        mentions = tuple(sorted(self.mentions.values(), key=lambda m: (m.start, m.end)))
        return Actor(
            id=self.id,
            name=self.name,
            country=self.country,
            sectors=self.sectors,
            wikidata=self.wikidata,
            mentions=mentions,
            represents=self.represents.id if self.represents is not None else None,
        )


class Cast:
    """All actors of one article, by id."""

    def __init__(self, registry: Registry, day: str | None) -> None:
        self.registry = registry
        self.day = day
        # Whoever fell this week fell as what he was: "Pasukan AS menangkap Presiden Maduro".
        self._last_week = None if day is None else (date.fromisoformat(day) - timedelta(days=7)).isoformat()
        self.members: dict[str, Member] = {}

    def entry(self, entry: Entry) -> Member:
        """Return the member for a registry entry, coded by the office held on the article's day.

        A capital or seat that stands for a whole government is that country.
        """
        office = entry.at(self.day)
        if entry.kind in ("capital", "seat") and office.sectors in ((), ("GOV",)):
            entry = self.registry.entries.get(office.country or "", entry)
            office = entry.at(self.day)
        sectors = office.sectors
        if entry.kind == "person" and entry.is_former(self._last_week):
            sectors = (FORMER, *(sector for sector in sectors if sector != FORMER))
        member = self._member(entry.id, entry.name, office.country, sectors, entry.wikidata)
        member.kind = entry.kind
        return member

    def country(self, code: str | None) -> Member | None:
        """Return the member for the country with this code, if the registry has it."""
        entry = self.registry.entries.get(code or "")
        return self.entry(entry) if entry is not None else None

    def person(self, name: str, country: str | None, sectors: tuple[str, ...]) -> Member:
        """Return the member for a person whom the registry does not know."""
        member = self._member(f"{country or UNKNOWN}.{slug(name)}", name, country, sectors or ("UNK",), None)
        member.kind = "person"
        return member

    def group(self, name: str, country: str | None, sectors: tuple[str, ...]) -> Member:
        """Return the member for an organ or group named by a common noun, of this country."""
        member = self._member(f"{country or UNKNOWN}.{slug(name)}", name, country, sectors or ("UNK",), None)
        member.kind = "group"
        entry = self.registry.entries.get(country or "")
        if entry is not None and member.name == name:
            member.name = f"{name} ({entry.name})"
        return member

    def body(self, name: str, country: str | None, sectors: tuple[str, ...]) -> Member:
        """Return the member for a body that the registry does not know, named by a proper name."""
        member = self._member(f"{country or UNKNOWN}.{slug(name)}", name, country, sectors or ("UNK",), None)
        member.kind = "body"
        return member

    def forget(self, member: Member, start: int, end: int) -> None:
        """Take back that ``text[start:end]`` names ``member``."""
        del member.mentions[start, end]

    def mention(self, member: Member, start: int, end: int, how: str) -> None:
        """Record that ``text[start:end]`` names ``member``; the first reading of a span stays."""
        member.mentions.setdefault((start, end), Mention(start=start, end=end, how=how))

    def actors(self) -> tuple[Actor, ...]:
        """Return all actors that are mentioned, in the order of their first mention, then those they speak for."""
        found = [member.to_actor() for member in self.members.values() if member.mentions]
        found.sort(key=lambda actor: (actor.mentions[0].start, actor.mentions[0].end, actor.id))
        spoken_for = {a.represents for a in found if a.represents} - {a.id for a in found}
        return (*found, *(self.members[id].to_actor() for id in sorted(spoken_for)))

    def _member(
        self, id: str, name: str, country: str | None, sectors: tuple[str, ...], wikidata: str | None
    ) -> Member:
        if id not in self.members:
            self.members[id] = Member(id, name, country, sectors, wikidata)
        return self.members[id]


def slug(name: str) -> str:
    """Return ``name`` in lower-case ASCII letters, digits and hyphens: the readable part of an id."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or format(hash_name(name), "x")


def hash_name(name: str) -> int:
    """Return a stable number for a name that has no ASCII form."""
    from hashlib import blake2b

    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest(), "big")
