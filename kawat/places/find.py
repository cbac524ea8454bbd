"""The places that an article names, and which of several places of one name it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from math import log10
from typing import Literal

import msgspec

from kawat.languages.grammar import grammar
from kawat.languages.places import PlaceWords, place_words
from kawat.places.distance import kilometres
from kawat.places.gazetteer import GazetteerPlace, places_named
from kawat.records import Sentence, Token

Role = Literal["at", "to", "origin", "none"]

MOST_WORDS = 4  # of a place's name
SKIPPED = 6  # lower-case words between a word of place and the name, at the most
LISTED = (",", "(")  # between places of which one lies in the other
CITY_STATES = frozenset({"SGP", "HKG", "MAC", "MCO", "VAT", "GIB"})  # the country is the town
NEAR = 400.0  # kilometres: a place this near to the area it is said to lie in lies there
BESIDE = 60.0  # kilometres: the same where it is said to lie in a town
HAMLET = 1_000  # people: a place below is meant only beside other places of the article, or called a village
TOWN = 100_000  # people: the same where no word of place stands before it
AROUND = 150.0  # kilometres that this is
# What speaks for a place, in powers of ten of its people (see `_score`): lying in what the text says it lies in; its
# country being told of; being in the country where the language is at home; being a capital.
INSIDE, TOLD, HOME, CAPITAL = 6.0, 1.5, 0.75, 1.0


class PlaceMention(msgspec.Struct, frozen=True):
    """A place named at ``start`` to ``end``.

    ``role``: what the word before it says; ``village``: it says of what kind the place is. ``place`` is None for a
    country. ``part_of``: the index of the mention that says in what it lies ("Desa Wadas, Purworejo"), in the order of
    the mentions.
    """

    start: int
    end: int
    sentence: int
    role: Role
    name: str
    country: str | None
    place: GazetteerPlace | None = None
    part_of: int | None = None
    village: bool = False


class _Candidate(msgspec.Struct):
    start: int
    end: int
    sentence: int
    role: Role
    name: str
    country: str | None  # where the name is a country's
    places: tuple[GazetteerPlace, ...]
    part_of: int | None = None
    village: bool = False
    listed: bool = False  # behind another place and a comma

    def within(self, country: str | None) -> tuple[GazetteerPlace, ...]:
        """Return those of the places that lie in ``country``."""
        return tuple(place for place in self.places if place.country == country)


class PlaceFinder:
    """Finds places in articles of one language. ``countries`` and ``capitals``: the ISO 3166-1 alpha-3 code that each
    country's or capital's name stands for. ``seats``: for names of seats of government the town in which they are."""

    def __init__(
        self, language: str, countries: Mapping[str, str], capitals: Mapping[str, str], seats: Mapping[str, str]
    ) -> None:
        self._words: PlaceWords = place_words(language)
        self._kinds = frozenset(self._words.kinds)
        self._articles = frozenset((*grammar(language).articles, *grammar(language).genitives))
        self._roles: dict[str, Role] = {
            word: role
            for role, words in (("origin", self._words.origin), ("to", self._words.to), ("at", self._words.at))
            for word in words
        }  # type: ignore[assignment]
        self._countries = countries
        self._capitals = capitals
        self._seats = seats
        self._owning = frozenset(("'s", "’s"))
        self._never = frozenset(grammar(language).not_names)
        self._home = "IDN" if language == "id" else None

    def find(
        self, text: str, sentences: Sequence[Sentence], dateline: str | None, told: Counter[str],
        read: Collection[int] = (),
    ) -> tuple[PlaceMention, ...]:  # fmt: skip
        """Return the places of an article in text order.

        ``dateline``: the country of its dateline. ``told``: how often the article names actors of each country.
        ``read``: where the model reads a place to begin.
        """
        found: list[_Candidate] = []
        for number, sentence in enumerate(sentences):
            self._scan(text, number, sentence, read, found)
        return self._decide(found, dateline, told)

    def named(self, name: str, told: Counter[str]) -> PlaceMention | None:
        """Return the place that ``name`` by itself means, as a dateline has it; None where it means none."""
        shown = name.title() if name.isupper() else name
        parts = [part.strip() for part in shown.split(",")] if not places_named(shown) else [shown]
        found = [_Candidate(-1, -1, -1, "at", part, self._countries.get(part), places_named(part)) for part in parts]
        if found[0].country is None and not found[0].places:
            return None
        known = [candidate for candidate in found if candidate.country is not None or candidate.places]
        for k, candidate in enumerate(known[:-1]):
            candidate.part_of = k + 1
        return self._decide(known, None, told)[0]

    # -- where names of places stand --------------------------------------------------

    def _scan(self, text: str, number: int, sentence: Sentence, read: Collection[int], found: list[_Candidate]) -> None:
        tokens = sentence.tokens
        i = 0
        while i < len(tokens):
            role = self._role_before(tokens, i)
            chained = bool(found) and found[-1].sentence == number and self._is_chained(text, found[-1], tokens[i])
            never = tokens[i].text in self._never
            owner = self._owner(found, tokens, i)
            if never or not tokens[i].text[0].isupper() or not (role or chained or owner or tokens[i].start in read):
                i += 1
                continue
            candidate, count = self._longest(text, number, tokens, i)
            if candidate is None or self._is_adjective(tokens, i + count, candidate):
                i += 1
                continue
            owned = () if owner is None or candidate.country is not None else candidate.within(owner.country)
            if not (role or chained or owned or tokens[i].start in read):
                i += 1
                continue
            listed = chained and not set(self._words.joining) & set(text[found[-1].end : candidate.start].split())
            if listed and not role and self._lies_elsewhere(found[-1], candidate):
                chained = listed = False
            if candidate.name in self._seats and chained and not listed and not role:
                i += count  # "Israel and the Palestinian Authority": a body, not where it sits
                continue
            candidate.village = self._is_kind_before(tokens, i)
            candidate.role = role or ("none" if not chained else found[-1].role)
            candidate.listed = listed
            if owner is not None and owned:
                candidate.places, candidate.role, owner.role = owned, owner.role, "none"
            if listed:
                found[-1].part_of = len(found)
            found.append(candidate)
            i += count

    def _owner(self, found: list[_Candidate], tokens: Sequence[Token], i: int) -> _Candidate | None:
        """Return the country to which the name at token ``i`` is said to belong: "in Russia's Belgorod region"."""
        if not found or found[-1].country is None or found[-1].role == "none":
            return None
        between = [token.lower for token in tokens[max(0, i - SKIPPED) : i] if token.start >= found[-1].end]
        if between[:1] and between[0] in self._owning and all(word in self._kinds for word in between[1:]):
            return found[-1]
        return None

    def _lies_elsewhere(self, before: _Candidate, whole: _Candidate) -> bool:
        """Whether a country behind a town is none that has such a town: "in Aqaba, Israel promised ..."."""
        if whole.country is None or whole.places or not before.places:
            return False
        return before.country is None and not before.within(whole.country)

    def _is_adjective(self, tokens: Sequence[Token], after: int, candidate: _Candidate) -> bool:
        """Whether a country's name only says whose town is meant: "the Saudi city of Jeddah"."""
        if candidate.country is None or candidate.places or after + 1 >= len(tokens):
            return False
        kind = tokens[after].lower
        return kind in self._kinds and kind not in self._articles and tokens[after].text[0].islower()

    def _role_before(self, tokens: Sequence[Token], i: int) -> Role | None:
        """Return what the word of place before the name at token ``i`` says, past kinds of places: "di Kabupaten"."""
        settled = False  # "balai kota Tripoli": a place without a word of place
        for j in range(i - 1, max(-1, i - 2 - SKIPPED), -1):
            word = tokens[j].lower
            if j == i - 1 and self._is_settlement(tokens, i):
                settled = True
            if word in self._kinds and not (word in self._roles and j > 0 and tokens[j - 1].lower not in self._kinds):
                continue
            if j < i - 1 and tokens[j].text in self._countries:
                continue  # "in the Saudi city of Jeddah"
            return self._roles.get(word) or ("at" if settled else None)
        return "at" if settled else None

    def _is_settlement(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether the words before token ``i`` make it the name of a place: "kota", "town of"; not "wali kota"."""
        before = " ".join(["", *(token.lower for token in tokens[max(0, i - SKIPPED) : i])])
        word = next((w for w in self._words.settlements if before.endswith(f" {w}")), None)
        return word is not None and not before.removesuffix(word).rstrip().endswith(
            tuple(f" {w}" for w in self._words.offices)
        )

    def _is_chained(self, text: str, before: _Candidate, token: Token) -> bool:
        """Whether a name goes on a list of places: "Desa Wadas, Kecamatan Bener, Purworejo", "Kyiv dan Odesa"."""
        gap = text[before.end : token.start]
        if len(gap) > 40 or not gap.strip():
            return False
        words = gap.replace(",", " , ").replace("(", " ( ").split()
        if words[0] not in (*LISTED, *self._words.joining, *self._words.after):
            return False
        if words[0] == "," and not before.listed and words[1:2] and words[1] in self._words.joining:
            return False  # "in Jeddah, and Washington lifted ...": a clause of its own
        joining = {*LISTED, *self._words.joining, *self._words.at}
        return all(w in joining or w.lower() in self._kinds for w in words)

    def _longest(self, text: str, number: int, tokens: Sequence[Token], i: int) -> tuple[_Candidate | None, int]:
        """Return the longest known name that begins at token ``i``, and how many tokens it takes."""
        for count in range(min(MOST_WORDS, len(tokens) - i), 0, -1):
            start, end = tokens[i].start, tokens[i + count - 1].end
            name = text[start:end]
            if not tokens[i + count - 1].text[0].isalnum() or "\n" in name:
                continue
            country, places = self._countries.get(name), places_named(self._seats.get(name, name))
            if country is None and not places:
                continue
            if count == 1 and self._goes_on(tokens, i):
                break
            return _Candidate(start, end, number, "none", name, country, places), count
        return None, 1

    def _goes_on(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a capital behind a single word says that it is part of another name: "Jordan Henderson"."""
        after = tokens[i + 1].text if i + 1 < len(tokens) else ""
        if not after[:1].isupper() or after.lower() in self._kinds:
            return False
        return not self._is_kind_before(tokens, i)

    def _is_kind_before(self, tokens: Sequence[Token], i: int) -> bool:
        return i > 0 and tokens[i - 1].lower in self._kinds and tokens[i - 1].lower not in self._articles

    # -- which place is meant --------------------------------------------------------------

    def _decide(self, found: list[_Candidate], dateline: str | None, told: Counter[str]) -> tuple[PlaceMention, ...]:
        countries = self._context(found, dateline, told)
        self._tell_states(found)
        chosen: list[PlaceMention] = []
        for k in range(len(found) - 1, -1, -1):  # what a place lies in stands behind it, and is known by then
            candidate = found[k]
            whole = chosen[len(found) - 1 - candidate.part_of] if candidate.part_of is not None else None
            chosen.append(self._choose(candidate, whole, countries))
        return self._without_hamlets(list(reversed(chosen)), {*told, dateline})

    def _tell_states(self, found: list[_Candidate]) -> None:
        """Take a name for a region, not the country, where only there a town before it is known: "Atlanta, Georgia"."""
        parts_of: dict[int, list[_Candidate]] = {}
        for candidate in found:
            if candidate.part_of is not None and candidate.places:
                parts_of.setdefault(candidate.part_of, []).append(candidate)
        for k, candidate in enumerate(found):
            parts = parts_of.get(k, [])
            regions = {place.country for place in candidate.places} - {candidate.country}
            if candidate.country is None or not parts or not regions:
                continue
            towns = {place.country for c in parts for place in c.places}
            if candidate.country not in towns and regions & towns:
                candidate.country = None

    def _without_hamlets(self, chosen: list[PlaceMention], told: Collection[str | None]) -> tuple[PlaceMention, ...]:
        """Return the places, of hamlets only the name where nothing speaks for them.

        What does: other places nearby, or abroad that the article tells of their country.
        """
        sure = {m.place for m in chosen if m.place is not None and m.place.weight >= HAMLET}
        kept = []
        for mention in chosen:
            place = mention.place
            small = TOWN if mention.role in ("none", "to") else HAMLET
            doubtful = place is not None and place.weight < small and mention.part_of is None and not mention.village
            named = {m.country for m in chosen if m.name != mention.name}
            abroad = place is not None and place.country != self._home and place.country in {*told, *named}
            if (
                place is not None
                and doubtful
                and not abroad
                and not any(kilometres(place.point, o.point) < AROUND for o in sure)
            ):
                mention = msgspec.structs.replace(mention, place=None, country=None)
            kept.append(mention)
        return tuple(kept)

    def _choose(
        self, candidate: _Candidate, whole: PlaceMention | None, countries: Mapping[str, float]
    ) -> PlaceMention:
        scored = [(self._score(candidate.name, place, whole, countries), place) for place in candidate.places]
        best = max(scored, key=lambda pair: pair[0], default=None)
        place: GazetteerPlace | None = best[1] if best is not None else None
        if candidate.country is not None and (best is None or not _is_inside(best[1], whole, candidate)):
            city = best is not None and best[1].country == candidate.country and candidate.country in CITY_STATES
            place = best[1] if best is not None and city else None
        country = place.country if place is not None else candidate.country
        return PlaceMention(
            start=candidate.start, end=candidate.end, sentence=candidate.sentence, role=candidate.role,
            name=candidate.name, country=country, place=place, part_of=candidate.part_of, village=candidate.village,
        )  # fmt: skip

    def _score(
        self, name: str, place: GazetteerPlace, whole: PlaceMention | None, countries: Mapping[str, float]
    ) -> float:
        """Return what speaks for ``place``: its people, its country being told, lying in what the text says."""
        score = log10(place.weight + 100) + countries.get(place.country, 0.0) + (0.0 if place.own else -1.0)
        if place.country == self._home:
            score += HOME
        if self._capitals.get(name) == place.country:
            score += CAPITAL
        if whole is None or whole.country != place.country:
            return score
        if whole.place is None:
            return score + INSIDE
        near = NEAR if whole.place.geonames_id is None else BESIDE  # a list of towns says nothing of what lies where
        return score + (2 * INSIDE if kilometres(whole.place.point, place.point) < near else 0.0)

    def _context(self, found: list[_Candidate], dateline: str | None, told: Counter[str]) -> dict[str, float]:
        """Return how much each country is on the article's mind."""
        named = Counter(told)
        for candidate in found:
            if candidate.country is not None:
                named[candidate.country] += 1
            elif candidate.places and len({p.country for p in candidate.places if p.own}) == 1:
                named[candidate.places[0].country] += 1
        if dateline is not None:
            named[dateline] += 1
        return {country: TOLD + min(1.0, log10(count)) for country, count in named.items()}


def _is_inside(place: GazetteerPlace, whole: PlaceMention | None, candidate: _Candidate) -> bool:
    """Whether a name that is also a country's means the place: "Georgia" where the United States are told of."""
    if whole is not None and whole.country is not None:
        return whole.country == place.country != candidate.country
    return False
