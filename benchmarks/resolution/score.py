"""What a coder resolved in one labelled paragraph against its labels."""

from __future__ import annotations

from collections import Counter, defaultdict

import msgspec

from benchmarks.resolution.paragraphs import GoldAct, GoldMention, GoldPlace, Paragraph
from kawat.actors import Registry
from kawat.places import kilometres
from kawat.records import Actor, EventDate, Place, Span

NEAR = 50.0  # kilometres


class Located(msgspec.Struct, frozen=True):
    """Where and when a coder says an act happened."""

    place: Place | None
    date: EventDate | None


class Answer(msgspec.Struct, frozen=True):
    """One question to the coder: which measure it counts for, about which words, and whether it was answered right."""

    measure: str
    words: str
    right: bool
    wanted: str
    given: str


def answers(paragraph: Paragraph, actors: tuple[Actor, ...], acts: list[Located], registry: Registry) -> list[Answer]:
    """Return every answer of the coder in ``paragraph``; ``acts`` in the order of its labelled acts."""
    found = _Found(paragraph, actors)
    told = found.mentions() + found.resolved(known_ids(registry))
    for gold, located in zip(paragraph.act, acts, strict=True):
        told += _located(gold, located)
    return told


def known_ids(registry: Registry) -> dict[str, str]:
    """Return the id of every name that the registry knows, in any language; names of several entries are left out."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for entry in registry.entries.values():
        for name in (*entry.names, *entry.names_id, *entry.names_en):
            ids[name].add(entry.id)
    return {name: next(iter(bearers)) for name, bearers in ids.items() if len(bearers) == 1}


class _Found:
    """The mentions of one paragraph: labelled ones, given ones, and which go together."""

    def __init__(self, paragraph: Paragraph, actors: tuple[Actor, ...]) -> None:
        self.paragraph = paragraph
        self.gold = [(paragraph.span(m.words, m.nth), m) for m in paragraph.mention]
        given: defaultdict[Span, list[Actor]] = defaultdict(list)
        for actor in actors:
            for mention in actor.mentions:
                given[Span(mention.start, mention.end)].append(actor)
        self.given = dict(given)
        self.pairs = self._pair()

    def _pair(self) -> dict[int, Span]:
        """Return for each labelled mention the given one that shares at least half of the longer one's characters."""
        scored = []
        for k, (span, _) in enumerate(self.gold):
            for other in self.given:
                shared = min(span.end, other.end) - max(span.start, other.start)
                if 2 * shared >= max(span.end - span.start, other.end - other.start):
                    scored.append((shared, k, other))
        pairs: dict[int, Span] = {}
        for _, k, other in sorted(scored, key=lambda s: -s[0]):
            if k not in pairs and other not in pairs.values():
                pairs[k] = other
        return pairs

    def mentions(self) -> list[Answer]:
        """Return an answer for every mention that is labelled, or given where nobody and no place is."""
        text = self.paragraph.text
        told = [
            Answer("mention found", gold.words, k in self.pairs, gold.kind, gold.kind)
            for k, (_, gold) in enumerate(self.gold)
            if gold.kind != "place"
        ]
        free = [s for s in self.given if s not in self.pairs.values()]
        places = [span for span, gold in self.gold if gold.kind == "place"]
        given = [s for k, s in self.pairs.items() if self.gold[k][1].kind != "place"]
        told += [Answer("mention given", s.of(text), True, "", "") for s in given]
        for s in free:
            if not any(s.overlaps(place) for place in places):
                told.append(Answer("mention given", s.of(text), False, "nobody", self.given[s][0].id))
        return told

    def resolved(self, known: dict[str, str]) -> list[Answer]:
        """Return the answers about whom the mentions that were found mean."""
        told = []
        bearers = self._bearers()
        for k, (_, gold) in enumerate(self.gold):
            if gold.kind == "place" or k not in self.pairs:
                if gold.kind == "reference":
                    told.append(Answer("reference", gold.words, False, gold.who, "not found"))
                continue
            actors = self.given[self.pairs[k]]
            if gold.kind == "reference":
                told.append(_reference(gold, actors, bearers, known))
            elif len(actors) == 1 and len(gold.everybody) == 1:
                told += _attributes(gold, actors[0], known)
        return told

    def _bearers(self) -> dict[str, Counter[str]]:
        """Return for each actor's id whom the labels say its names and nominals mean."""
        bearers: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for k, (_, gold) in enumerate(self.gold):
            if gold.kind in ("name", "nominal") and k in self.pairs:
                for actor in self.given[self.pairs[k]]:
                    bearers[actor.id][gold.who] += 1
        return bearers


def _attributes(gold: GoldMention, actor: Actor, known: dict[str, str]) -> list[Answer]:
    sector = actor.sectors[0] if actor.sectors else "UNK"
    told = [Answer("country", gold.words, (actor.country or "") == gold.country, gold.country, actor.country or "")]
    told.append(Answer("sector", gold.words, sector == gold.sector, gold.sector, sector))
    if gold.kind == "name" and gold.who in known:
        told.append(Answer("identity", gold.words, actor.id == known[gold.who], known[gold.who], actor.id))
    return told


def _reference(
    gold: GoldMention, actors: list[Actor], bearers: dict[str, Counter[str]], known: dict[str, str]
) -> Answer:
    means = {actor.id: {*bearers.get(actor.id, ())} | {w for w in gold.everybody if known.get(w) == actor.id}
             for actor in actors}  # fmt: skip
    whole = all(any(who in whos for whos in means.values()) for who in gold.everybody)
    right = whole and all(whos & gold.everybody for whos in means.values())
    return Answer("reference", gold.words, right, gold.who, "+".join(a.id for a in actors))


def _located(gold: GoldAct, given: Located) -> list[Answer]:
    told = []
    place = given.place
    shown = f"{place.name} {place.country} {place.latitude} {place.longitude}" if place is not None else "nowhere"
    if gold.place is None:
        told.append(Answer("no place", gold.trigger, place is None, "nowhere", shown))
    else:
        wanted = f"{gold.place.name} {gold.place.country} {gold.place.latitude} {gold.place.longitude}"
        right = place is not None and place.country == gold.place.country
        told.append(Answer("place country", gold.trigger, right, wanted, shown))
        if not gold.place.area:
            near = place is not None and distance(gold.place, place) <= NEAR
            told.append(Answer("place within 50 km", gold.trigger, near, wanted, shown))
    days = (gold.date.start, gold.date.end) if gold.date is not None else ("", "")
    got = (given.date.start, given.date.end) if given.date is not None else ("", "")
    told.append(Answer("days", gold.trigger, days == got, "/".join(days), "/".join(got)))
    return told


def distance(one: GoldPlace, two: Place) -> float:
    """Return the kilometres between two places by the haversine formula; infinite where one has no coordinates."""
    if two.latitude is None or two.longitude is None:
        return float("inf")
    return kilometres((one.latitude, one.longitude), (two.latitude, two.longitude))
