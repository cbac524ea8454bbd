"""All steps of this room in their order."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from kawat.actors.cast import Cast, slug
from kawat.actors.homonyms import without_homonyms
from kawat.actors.lookup import Lookup
from kawat.actors.phrases import join
from kawat.actors.pieces import Piece, find_pieces
from kawat.actors.read_names import ReadNames
from kawat.actors.references import resolve_references
from kawat.actors.registry import Entry, Registry, load_registry
from kawat.actors.resolve import Resolver
from kawat.languages.grammar import grammar
from kawat.places import PlaceFinder, Places, find_places, places_named
from kawat.records import Actor, Article, Encoding

LARGE = 100_000  # people
CLEARLY = 2  # times as often a country must be named as the dateline's for an article to be about it


class ActorFinder:
    """Finds the actors of articles. Built once for a registry; look-ups are made at the first article of a language."""

    def __init__(self, registry: Registry | None = None) -> None:
        self.registry = registry or load_registry()
        self._lookups: dict[str, Lookup] = {}
        self._places: dict[str, PlaceFinder] = {}
        self._by_outlet: dict[str, Entry] | None = None

    def find(self, article: Article, encoding: Encoding) -> tuple[tuple[Actor, ...], Places]:
        """Return the actors of ``article`` with their mentions, in the order of their first mention, and its places.

        They are found together: whose police "the police" are depends on the town, and which town on the countries.
        """
        language = encoding.language
        words = grammar(language)
        pieces = find_pieces(article.text, encoding, self._lookup(language))
        cast = Cast(self.registry, article.published)
        named = _countries(article, pieces)
        places = find_places(self.places(language), article, encoding, named)
        default = _default_country(places, named, language)
        resolver = Resolver(cast, article, places, words, language, default)
        for number, (sentence, found) in enumerate(zip(encoding.sentences, pieces, strict=True)):
            whole = without_homonyms(article.text, found, words, language)
            resolver.sentence(number, sentence, join(article.text, whole, words, language))
        read = ReadNames(article.text, encoding, cast, words, default)
        read.add_names()
        resolve_references(article.text, encoding, cast)
        read.add_others()
        return cast.actors(), places

    def prepare(self, language: str) -> None:
        """Build the look-ups of ``language`` now rather than at its first article."""
        self._lookup(language)
        self.places(language)

    def outlet(self, article: Article) -> Actor | None:
        """Return the outlet that publishes the article, by its dateline or its address; None where neither says."""
        name = article.dateline.outlet
        host = (urlsplit(article.url).hostname or "").removeprefix("www.") if article.url else ""
        for known in (name, host):
            entry = self._outlets().get(_plain(known)) if known else None
            if entry is not None:
                return Cast(self.registry, article.published).entry(entry).to_actor()
        shown = name or host
        return Actor(id=f"outlet.{slug(shown)}", name=shown, sectors=("JRN",)) if shown else None

    def _outlets(self) -> dict[str, Entry]:
        if self._by_outlet is None:
            agencies = [entry for entry in self.registry.entries.values() if entry.kind == "agency"]
            names = {_plain(name): e for e in agencies for name in (*e.names_en, *e.names_id, *e.names)}
            self._by_outlet = names
        return self._by_outlet

    def places(self, language: str) -> PlaceFinder:
        """Return what finds places in articles of ``language``."""
        if language not in self._places:
            names = self.registry.names(language)
            countries = {n: e.id for n, entries in names.items() for e in entries if e.kind == "country"}
            capitals = {n: e.offices[0].country or "" for n, es in names.items() for e in es if e.kind == "capital"}
            towns = {e.offices[0].country: e.name for e in self.registry.entries.values() if e.kind == "capital"}
            seats = {n: towns.get(e.offices[0].country) for n, es in names.items() for e in es if e.kind == "seat"}
            known = {name: town for name, town in seats.items() if town is not None}
            self._places[language] = PlaceFinder(language, countries, capitals, known)
        return self._places[language]

    def _lookup(self, language: str) -> Lookup:
        if language not in self._lookups:
            self._lookups[language] = Lookup(self.registry, language)
        return self._lookups[language]


def _countries(article: Article, pieces: list[list[Piece]]) -> Counter[str]:
    """Return how often countries are named, by themselves or by their bodies and people."""
    entries = (piece.country or piece.body or piece.person for found in pieces for piece in found)
    sure = (entry for entry in entries if entry is not None and not _is_ambiguous(entry))
    return Counter(c for entry in sure if len(c := entry.at(article.published).country or "") == 3)


def _is_ambiguous(entry: Entry) -> bool:
    """Whether a capital shares its name with another large town: "Tripoli", "San Jose"."""
    if entry.kind != "capital":
        return False
    country = entry.offices[0].country
    return any(place.country != country and place.population > LARGE for place in places_named(entry.name))


def _default_country(places: Places, named: Counter[str], language: str) -> str | None:
    """Return whose police "the police" are: the dateline's country, unless the article is clearly about another one
    (talks abroad, a desk far away); Indonesian news that names no country is Indonesian."""
    own = places.dateline.country if places.dateline is not None else None
    if own is None and language == "id" and (not named or named["IDN"]):
        own = "IDN"
    if not named:
        return own
    most, count = named.most_common(1)[0]
    if own is None:
        return most if language == "id" or count >= CLEARLY else None
    return most if count >= CLEARLY * named[own] + CLEARLY else own


def _plain(name: str) -> str:
    """Return an outlet's name as its host would have it: "KOMPAS.com", "news.detik.com" and "detikcom" meet."""
    plain = name.lower().replace(" ", "")
    for ending in (".co.id", ".com", ".id", ".net", ".org"):
        plain = plain.removesuffix(ending)
    return plain.rsplit(".", 1)[-1]
