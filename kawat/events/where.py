"""Where it happened: a place that the event's sentence names, else its paragraph's, else the dateline's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kawat.encoder.clauses import Clauses
from kawat.languages.places import place_words
from kawat.languages.times import times
from kawat.places import PlaceMention, Places, kilometres, speaks_again
from kawat.records import Article, Place, Side, Span

FAR = {"none": 2.0, "to": 3.0}  # words that a place's role keeps it away from an act
MEETING = "CONSULT"
SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"})
TARGETED = SPEECH | {"SANCTION", "AID", "AGREE", "CONCEDE", "COOPERATE"}  # what is told "to" or "on" a country in them
OBJECT = 2.5  # the same: further behind a word of speech a place is rather that of what is spoken of
NEAR = 500.0  # kilometres from the middle of an area within which a town may lie in it
SEALED = 8.0  # the same of a paper that is signed
CALL = 16  # characters from an act to the word that says that it has no place: "spoke by phone"
REACH = 60  # characters before a name in which words that belong to it stand
CLOSE = 2  # words between a verb and its goal
BARRIER = 6.0  # the same for each clause that opens between
ANOTHER = 4.0  # the same for another verb joined to the first: "expelled the envoy and closed the office in ..."
BEFORE = 2.0  # the same where the place stands before the act: what follows a verb is rather its own


class Map:
    """Where the acts of one article happened."""

    def __init__(self, article: Article, language: str, places: Places) -> None:
        self._text = article.text
        self._words = place_words(language)
        self._language = language
        self._places = places
        self._turns = frozenset(times(language).then)
        self._meetings: list[tuple[int, Place, frozenset[str]]] = []  # trigger, where, and who took part

    def where(
        self, clauses: Clauses, trigger: int, number: int, type_: str, countries: set[str], sides: Sequence[Side] = ()
    ) -> Place | None:
        """Return the place of the act whose trigger starts at ``trigger`` in the sentence with index ``number``.

        Of the places of its sentence the one that stands nearest to it, words behind it and words that say "at" first;
        else the town told last, where a word refers back to it ("the same city"), or the place told last in its
        paragraph, unless the act is one of speech (``type_`` in `SPEECH`), for reactions may come from anywhere; else
        where those on its ``sides`` met; else the dateline's, where its country takes part in the event
        (``countries``, ISO alpha-3) or where nobody's country is known: an agency's desk in Jakarta does not move a
        war to Indonesia.
        """
        if self._is_remote(trigger):
            return None
        mention = self._in_sentence(clauses, trigger, number, type_, [Span(side.start, side.end) for side in sides])
        if (mention is None or self._is_area(mention)) and self._refers_back(clauses):
            before = self._scene_before(trigger, anywhere=True)
            if mention is None or (before is not None and self._lies_in(before, mention)):
                mention = before  # "the city in Darfur"
        if mention is None and type_ not in SPEECH:
            mention = self._scene_before(trigger)
        if mention is not None:
            place = self._exact(self._more_exact(self._first_of_chain(mention)))
            desk = self._places.dateline
            if (
                mention.sentence != number
                and place.latitude is None
                and desk is not None
                and desk.country == place.country
            ):
                return _place(desk, None)
            if type_ == MEETING:
                self._meetings.append((trigger, place, frozenset(side.actor_id for side in sides)))
            return place
        if type_ in SPEECH and self._was_before(clauses, trigger) and not self._refers_back(clauses):
            return None
        met = self._where_they_met(trigger, sides)
        desk = self._places.dateline
        if met is not None or desk is None or (countries and desk.country not in countries):
            return met
        return _place(desk, None)

    def _in_sentence(
        self, clauses: Clauses, trigger: int, number: int, type_: str, taken: Sequence[Span]
    ) -> PlaceMention | None:
        sealed = self._text[trigger : trigger + REACH].lower().split()[0].strip(",.") in self._words.sealing
        near = [
            (far, k, mention)
            for k, mention in self._places.in_sentence(number)
            if (far := self._far(clauses, trigger, type_, mention, taken)) is not None
            and not (type_ in SPEECH and mention.start > trigger and far > (SEALED if sealed else OBJECT))
        ]
        return min(near, key=lambda found: found[:2])[2] if near else None

    def _refers_back(self, clauses: Clauses) -> bool:
        """Whether a sentence speaks of a place told before: "di kota itu", "in the same city"."""
        items = clauses.items
        return bool(items) and speaks_again(self._text[items[0].start : items[-1].end], self._language)

    def _is_remote(self, trigger: int) -> bool:
        """Whether an act has no place at all: "telephoned", "spoke by phone"."""
        start = self._text.rfind(" ", 0, max(0, trigger - 1)) + 1
        around = f" {self._text[start : trigger + REACH].lower()} ".replace(",", " ").replace(".", " ")
        return any(f" {words} " in around[: trigger - start + len(words) + CALL] for words in self._words.remote)

    def _was_before(self, clauses: Clauses, trigger: int) -> bool:
        """Whether the verb at ``trigger`` tells what somebody said before the story: "had accused"."""
        i = next((i for i, item in enumerate(clauses.items) if item.end > trigger), None)
        if i is None:
            return False
        return any(item.lower in self._words.perfect for item in clauses.items[clauses.verb_start(i) : i])

    def _is_area(self, mention: PlaceMention) -> bool:
        return mention.place is None or mention.place.geonames_id is None

    def _lies_in(self, town: PlaceMention, area: PlaceMention) -> bool:
        """Whether ``town`` may well lie in ``area``: in its country, and not far from the middle of it."""
        if town.place is None or self._is_area(town) or town.country != area.country:
            return False
        return area.place is None or kilometres(town.place.point, area.place.point) < NEAR

    def _where_they_met(self, trigger: int, sides: Sequence[Side]) -> Place | None:
        """Return where those on the ``sides`` of an act met, if its paragraph tells of it before."""
        paragraph = self._text.rfind("\n\n", 0, trigger)
        taking_part = {side.actor_id for side in sides}
        met = (
            place
            for at, place, present in reversed(self._meetings)
            if paragraph < at < trigger and present & taking_part
        )
        return next(met, None)

    def _far(
        self, clauses: Clauses, trigger: int, type_: str, mention: PlaceMention, taken: Sequence[Span]
    ) -> float | None:
        """Return how far a place stands from an act, in words; None for one that cannot be where it happened."""
        if mention.country is None and mention.part_of is None:
            return None
        first, last = sorted((trigger, mention.start))
        between = [i for i, item in enumerate(clauses.items) if first <= item.start < last]
        if mention.start < trigger and self._is_enclosed(clauses, mention, trigger):
            return None
        if mention.start < trigger and type_ in SPEECH and self._is_beside(clauses, between):
            return None
        words = {clauses.items[i].lower for i in between}
        moves = words & set(self._words.arrivals if mention.role == "to" else self._words.departures)
        if mention.role == "none" and not self._is_scene(mention, trigger, type_, len(between), taken):
            return None
        if mention.role == "origin" and not moves and type_ not in SPEECH:
            return None
        if mention.role == "to" and mention.place is None and not moves and type_ in TARGETED:
            return None  # "sanctions on Russia", "aid to Ukraine"
        far = FAR[mention.role] if mention.role in ("none", "to") and not moves else 0.0
        far += BARRIER * sum(clauses.is_barrier(i) for i in between)
        if mention.start > trigger:
            far += ANOTHER * sum(
                clauses.is_verb(i) and clauses.items[i - 1].lower in clauses.words.coordination for i in between[1:]
            )
        return far + len(between) / 2 + (BEFORE if mention.start < trigger else 0.0)

    def _is_beside(self, clauses: Clauses, between: Sequence[int]) -> bool:
        """Whether a clause that stands beside the one before opens ``between``: "...; Paris condemned it"."""
        words = [clauses.items[i].lower for i in between]
        beside = clauses.words.coordination
        return ";" in words or any(one == "," and two in beside for one, two in pairwise(words))

    def _is_enclosed(self, clauses: Clauses, mention: PlaceMention, trigger: int) -> bool:
        """Whether a place before an act stands in a clause between commas: "Pakistan, which borders Iran, fired"."""
        before = [item.lower for item in clauses.items if item.start < mention.start]
        behind = [item.lower for item in clauses.items if mention.start < item.start < trigger]
        opened = max((i for i, word in enumerate(before) if word in clauses.words.relatives), default=None)
        if opened is None or "," not in behind or before[opened - 1 : opened] != [","]:
            return False
        return "," not in before[opened:]

    def _is_scene(self, mention: PlaceMention, trigger: int, type_: str, between: int, taken: Sequence[Span]) -> bool:
        """Whether a town without a word of place is where it happened: in a list, or right behind a verb of attack or
        arrival ("di RSCM, Jakarta", "menyerbu Caracas", "visited Portland")."""
        if mention.place is None:
            return False
        if self._before(mention).endswith((",", "(")) and Span(mention.start, mention.end) not in taken:
            return True
        word = self._text[trigger : trigger + 24].split()
        goes = type_ == "ASSAULT" or (bool(word) and word[0].lower() in self._words.arrivals)
        return goes and mention.start > trigger and between <= CLOSE

    def _sets_scene(self, mention: PlaceMention) -> bool:
        """Whether what is told next happens at this place: something happened at it, or somebody came to it."""
        if mention.country is None:
            return False
        if mention.role == "at":
            return True
        before = self._before(mention)
        comes = bool(set(before.lower().split()[-4:]) & set(self._words.arrivals))
        listed = before.endswith((",", "(")) and mention.role == "none"
        return mention.place is not None and ((mention.role in ("to", "none") and comes) or listed)

    def _before(self, mention: PlaceMention) -> str:
        return self._text[max(0, mention.start - REACH) : mention.start].rstrip()

    def _scene_before(self, trigger: int, anywhere: bool = False) -> PlaceMention | None:
        """Return the place told last before an act, in its paragraph or (a town) ``anywhere``, where things happen."""
        paragraph = 0 if anywhere else self._text.rfind("\n\n", 0, trigger)
        told = (m for m in reversed(self._places.mentions) if paragraph <= m.start < trigger)
        last = next((m for m in told if self._sets_scene(m) and not (anywhere and m.place is None)), None)
        return self._main(last) if last is not None else None

    def _main(self, last: PlaceMention) -> PlaceMention:
        """Return for a place behind "after" or "before" the one before that word: where the sentence's main act was."""
        here = [m for _, m in self._places.in_sentence(last.sentence) if m.start < last.start and self._sets_scene(m)]
        for mention in reversed(here):
            between = self._text[mention.end : last.start].lower().split()
            if mention.place is not None and set(between) & self._turns:
                return mention
        return last

    def _first_of_chain(self, mention: PlaceMention) -> PlaceMention:
        """Return the most exact place of those that lie in one another and end in ``mention``."""
        k = self._places.mentions.index(mention)
        while k > 0 and self._places.mentions[k - 1].part_of == k:
            k -= 1
        return self._places.mentions[k]

    def _more_exact(self, mention: PlaceMention) -> PlaceMention:
        """Return for a country the town of it that its paragraph names, if it names just one."""
        if mention.place is not None or mention.part_of is not None:
            return mention
        start = self._text.rfind("\n\n", 0, mention.start)
        end = self._text.find("\n\n", mention.start)
        inside = [
            m
            for m in self._places.mentions
            if m.role == "at" and m.place is not None and m.country == mention.country
            and start < m.start and (end < 0 or m.start < end)
        ]  # fmt: skip
        return inside[0] if len({m.place for m in inside}) == 1 else mention

    def _exact(self, mention: PlaceMention) -> Place:
        """Return the place that a mention names; where it is not on the map, what it is said to lie in is."""
        known = mention
        while known.place is None and known.part_of is not None:
            known = self._places.mentions[known.part_of]
        return _place(known if known.place is not None else mention, Span(mention.start, mention.end))


def _place(mention: PlaceMention, span: Span | None) -> Place:
    start, end = (span.start, span.end) if span is not None else (None, None)
    place = mention.place
    if place is None:
        return Place(name=mention.name, country=mention.country, start=start, end=end)
    return Place(
        name=place.name,
        country=place.country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        geonames_id=place.geonames_id,
        start=start,
        end=end,
    )
