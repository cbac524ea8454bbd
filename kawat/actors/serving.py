"""For whom people say "we": the body that their title names, or the only one of their own sort that is told of."""

from __future__ import annotations

from collections.abc import Iterator

from kawat.actors.cast import Member
from kawat.actors.said import Said

# Sectors of which one body speaks through its people; of officials and civilians there are too many.
POLICE = "COP"
OWN = frozenset({"COP", "JUD", "BUS", "LAB", "EDU", "PTY", "REB", "UAF", "NGO", "SOC"})


def let_serve(said: Said) -> None:
    """Say of people whom a pronoun may mean for whom they speak, where nothing has told so far."""
    bodies = list({m.id: m for placed in said.placed for _, _, m in placed if _is_body(m)}.values())
    for placed in said.placed:
        for start, end, member in placed:
            if member.is_person and (member.represents is None or member.represents.kind == "country"):
                named = _named_in_title(said, start, end, member, bodies)
                member.represents = named or member.represents or _alike(member, bodies)


def _is_body(member: Member) -> bool:
    return not member.is_person and member.kind != "country"


def _named_in_title(said: Said, start: int, end: int, member: Member, bodies: list[Member]) -> Member | None:
    """Return the body whose name stands in the title: "Kepala BPBD Suroso", "Ketua KPK Firli Bahuri"."""
    title = said.called_at(start, end, member)
    found = [(len(words), b) for b in bodies for words in _proper_names(said, b) if words <= title]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _proper_names(said: Said, body: Member) -> Iterator[frozenset[str]]:
    for start, end in body.mentions:
        if said.text[start].isupper():
            yield said.called_at(start, end, body)


def _alike(member: Member, bodies: list[Member]) -> Member | None:
    """Return the body of a person's own sector and country: the only one with a name, or that is told of at all."""
    sector = member.sectors[0] if member.sectors else ""
    alike = [b for b in bodies if b.sectors[:1] == (sector,) and b.country in (None, member.country)]
    alike = [b for b in alike if sector == POLICE or not b.many] if sector in OWN else []
    named = [b for b in alike if b.kind != "group"]
    if named:
        return named[0] if len(named) == 1 else None
    return alike[0] if alike and (sector == POLICE or len(alike) == 1) else None
