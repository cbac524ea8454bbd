"""FollowTheMoney entities as JSON lines, as OpenSanctions gives them out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from kawat.actors.checks import is_date, is_wikidata
from kawat.actors.importers.countries import country_code
from kawat.actors.importers.found import Found, Item, Refused, Skipped, Term
from kawat.actors.importers.names import from_capitals, is_latin, tidy
from kawat.languages import CODED, Roles, load
from kawat.readers.limits import megabytes
from kawat.readers.streams import BrokenInputError, lines_of

MAX_LINE = 4 << 20  # bytes; the longest entities of OpenSanctions stay well under it
SHOWN = 60

# Schemata that are actors: their kind, and the sector that they have if no topic tells more.
SCHEMATA = {
    "Person": ("person", ""),
    "Organization": ("body", ""),
    "PublicBody": ("body", "GOV"),
    "Company": ("company", "BUS"),
    "LegalEntity": ("body", ""),
}
# Topics that tell a sector, the primary ones first. Being sanctioned or wanted tells none.
TOPICS = {
    "gov.head": "GOV", "gov.legislative": "LEG", "gov.judicial": "JUD", "role.judge": "JUD", "mil": "MIL",
    "role.spy": "SPY", "gov.national": "GOV", "gov.state": "GOV", "gov.muni": "GOV", "gov.executive": "GOV",
    "gov.admin": "GOV", "gov.financial": "GOV", "gov.security": "GOV", "gov.igo": "GOV", "gov": "GOV",
    "role.diplo": "GOV", "role.civil": "GOV", "role.pep": "GOV", "role.pep.natl": "GOV", "role.pep.intl": "GOV",
    "pol.party": "PTY", "crime.terror": "REB", "gov.soe": "BUS", "pol.union": "LAB", "rel": "REL",
    "gov.religion": "REL", "role.journo": "JRN", "role.act": "SOC", "fin": "BUS", "fin.bank": "BUS", "fin.fund": "BUS",
    "role.oligarch": "BUS", "role.pol": "ELI", "role.pep.frmr": "ELI", "role.rca": "ELI", "crime": "CRM",
    "crime.boss": "CRM", "crime.cyber": "CRM", "crime.fin": "CRM", "crime.fraud": "CRM", "crime.theft": "CRM",
    "crime.traffick": "CRM", "crime.traffick.drug": "CRM", "crime.traffick.human": "CRM",
}  # fmt: skip
COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")
OTHER_SCRIPT = "names in other letters than Latin ones"
WEAK = "weak aliases, which mean too many people"

Properties = dict[str, list[str]]


class _Entity(msgspec.Struct):
    schema: str
    id: str = ""
    caption: str = ""
    properties: dict[str, msgspec.Raw] = {}


def read(chunks: Iterator[bytes]) -> Iterator[Item]:
    """Yield the actors of a file of entities and what of it cannot be taken."""
    number = 0
    try:
        for number, line in lines_of(chunks, MAX_LINE):
            if line is None:
                yield Refused(number, f"a line of more than {megabytes(MAX_LINE)}")
            else:
                yield from _entity(number, line)
    except BrokenInputError as error:
        yield Refused(number + 1, str(error))


def _entity(number: int, line: bytes) -> Iterator[Item]:
    try:
        entity = msgspec.json.decode(line, type=_Entity)
        if entity.schema not in SCHEMATA:
            yield Skipped(f"entities of the schema {entity.schema[:SHOWN]}")
            return
        properties = {key: _strings(value) for key, value in entity.properties.items()}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield Refused(number, f"no entity: {error}")
        return
    yield from _actor(number, entity, properties)


def _actor(number: int, entity: _Entity, properties: Properties) -> Iterator[Item]:
    kind, sector = SCHEMATA[entity.schema]
    topics = properties.get("topics", [])
    given = [tidy(name) for name in (entity.caption, *properties.get("name", []), *properties.get("alias", []))]
    given = [name for name in given if name and name != entity.id]
    names = [shown for name in given if is_latin(name) for shown in _shown(name, kind == "person")]
    yield from (Skipped(OTHER_SCRIPT) for name in given if not is_latin(name))
    yield from (Skipped(WEAK) for _ in properties.get("weakAlias", []))
    sectors = _sectors(topics, sector)
    position = next(iter(properties.get("position", [])), "")
    wikidata = next(filter(is_wikidata, (*properties.get("wikidataId", []), entity.id)), "")
    yield Found(
        line=number,
        kind=_kind(kind, topics),
        names=tuple(dict.fromkeys(names)),
        terms=(_term(kind, sectors, _country(properties, kind, topics), properties, position),),
        wikidata=wikidata,
        note=" ".join(filter(None, (f"ftm:{entity.id}" if entity.id else "", tidy(position)[:200]))),
    )


def _strings(value: msgspec.Raw) -> list[str]:
    """Return the strings of a property; entities that are nested in it are passed over."""
    found = msgspec.json.decode(value)
    return [item for item in (found if isinstance(found, list) else [found]) if isinstance(item, str)]


def _shown(name: str, person: bool) -> tuple[str, ...]:
    return from_capitals(name, person) if " " in name else (name,)


def _kind(kind: str, topics: list[str]) -> str:
    if kind == "person":
        return kind
    if "pol.party" in topics:
        return "party"
    return "armed_group" if kind == "body" and "crime.terror" in topics else kind


def _sectors(topics: list[str], own: str) -> tuple[str, ...]:
    found = dict.fromkeys(sector for topic, sector in TOPICS.items() if topic in topics)
    return (*found, *((own,) if own and own not in found else ())) or ("UNK",)


def _country(properties: Properties, kind: str, topics: list[str]) -> str:
    if "gov.igo" in topics and kind != "person":
        return "IGO"
    written = (country for field in COUNTRIES for country in properties.get(field, []))
    return next(filter(None, map(country_code, written)), "")


def _term(kind: str, sectors: tuple[str, ...], country: str, properties: Properties, position: str) -> Term:
    """Return what an actor is; an office only where it is known since when, for it stands for "the minister" then."""
    office = _office(position) if kind == "person" else ""
    since, until = (_day(properties.get(field, [])) for field in ("startDate", "endDate"))
    if not office or not since or (until and until < since):
        return Term(country, sectors)
    return Term(country, sectors, office, since, until)


def _office(position: str) -> str:
    """Return the office of Kawat that a position names: "President of Indonesia" is a president."""
    whole = " ".join(position.lower().split())
    head = whole.split(" of ")[0]
    return whole if whole in _offices() else head if head in _offices() else ""


@cache
def _offices() -> frozenset[str]:
    titles = (title for language in CODED for title in load(language, "roles", Roles).title)
    return frozenset(title.office for title in titles if title.office)


def _day(written: list[str]) -> str:
    return next(filter(is_date, (value[:10] for value in written)), "")
