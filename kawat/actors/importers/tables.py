"""Tables with a header, separated by commas, semicolons or tabs, with the columns in any order."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence

from kawat.actors.checks import is_date, is_id, is_wikidata
from kawat.actors.importers.countries import country_code
from kawat.actors.importers.found import Dropped, Found, Item, Refused, Term
from kawat.actors.importers.names import tidy
from kawat.actors.importers.words import COLUMN_NAMES, field_of, kind_of, sector_of
from kawat.actors.rows import BOM
from kawat.readers.limits import megabytes
from kawat.readers.streams import BrokenInputError

SEPARATORS = ",;\t"
MAX_TABLE = 256 << 20  # bytes
SHOWN = 60  # characters of a cell that a message repeats
SEVERAL = ("names", "aliases", "names_id", "names_en")  # fields that several columns may hold

_SEVERAL = re.compile(r"[|;]")
_CODES = re.compile(r"[|;,/]")

Cells = Mapping[str, str]


def read(chunks: Iterator[bytes]) -> Iterator[Item]:
    """Yield the actors of a table and what of it cannot be taken."""
    try:
        content = _whole(chunks)
    except BrokenInputError as error:
        yield Refused(0, str(error))
        return
    raw = content.removeprefix(BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    lines, unreadable = _decoded(raw)
    separator = separator_of(lines[0])
    fields, problems = _fields(next(csv.reader(lines[:1], delimiter=separator), []))
    yield from problems
    if "names" not in fields:
        yield Refused(1, f"no column of names; its header may be {COLUMN_NAMES['names'].replace(' ', ', ')}")
        return
    yield from _rows(lines[1:], separator, fields, unreadable)


def separator_of(header: str) -> str:
    """Return what separates the cells of a header."""
    return max(SEPARATORS, key=header.count)


def _whole(chunks: Iterator[bytes]) -> bytes:
    content = bytearray()
    for chunk in chunks:
        content += chunk
        if len(content) > MAX_TABLE:
            raise BrokenInputError(f"larger than {megabytes(MAX_TABLE)}; split it")
    return bytes(content)


def _decoded(raw: Sequence[bytes]) -> tuple[list[str], set[int]]:
    """Return lines as text, and the numbers of those that are not UTF-8."""
    lines, unreadable = [], set()
    for number, line in enumerate(raw, start=1):
        try:
            lines.append(line.decode("utf-8") + "\n")
        except UnicodeDecodeError:
            lines.append(line.decode("utf-8", "replace") + "\n")
            unreadable.add(number)
    return lines, unreadable


def _fields(header: Sequence[str]) -> tuple[list[str | None], list[Item]]:
    """Return the field of each column, None where it is left out, and a word on each of these."""
    fields: list[str | None] = []
    problems: list[Item] = []
    for cell in header:
        field = field_of(cell)
        if field is None:
            problems.append(Dropped(1, f"the column {cell.strip()[:SHOWN]!r} is not known and left out"))
        elif field in fields and field not in SEVERAL:
            problems.append(Dropped(1, f"the column {cell.strip()[:SHOWN]!r} is left out; another one is read for it"))
            field = None
        fields.append(field)
    return fields, problems


def _rows(lines: Sequence[str], separator: str, fields: Sequence[str | None], unreadable: set[int]) -> Iterator[Item]:
    reader = csv.reader(iter(lines), delimiter=separator)
    while True:
        first = reader.line_num + 2  # the header is line 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Refused(first, f"it cannot be read: {error}")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if not unreadable.isdisjoint(range(first, reader.line_num + 2)):
            yield Refused(first, "not valid UTF-8; save the file as UTF-8")
        elif len(cells) != len(fields):
            yield Refused(first, f"{len(cells)} cells where the header has {len(fields)}")
        else:
            yield from _actor(first, _by_field(fields, cells))


def _by_field(fields: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, cell in zip(fields, cells, strict=True):
        if field is not None and cell.strip():
            found[field] = f"{found[field]}|{cell}" if field in found else cell.strip()
    return found


def _actor(line: int, cells: Cells) -> Iterator[Item]:
    try:
        term = Term(
            country=_country(cells.get("country", "")),
            sectors=_sectors(cells.get("sectors", "")),
            office=" ".join(cells.get("office", "").lower().split()),
            since=_date("from", cells.get("from", "")),
            until=_date("to", cells.get("to", "")),
        )
        kind = _kind(cells.get("kind", ""), term)
    except ValueError as error:
        yield Refused(line, str(error))
        return
    id, wikidata = cells.get("id", ""), cells.get("wikidata", "").rsplit("/", 1)[-1].strip()
    if id and not is_id(id):
        yield Dropped(line, f"{id[:SHOWN]!r} cannot be an id; the actor gets one from its name")
        id = ""
    if wikidata and not is_wikidata(wikidata):
        yield Dropped(line, f"{wikidata[:SHOWN]!r} is no Wikidata id and left out")
        wikidata = ""
    yield Found(
        line=line,
        kind=kind,
        names=(*_names(cells.get("names", "")), *_names(cells.get("aliases", ""))),
        names_id=_names(cells.get("names_id", "")),
        names_en=_names(cells.get("names_en", "")),
        terms=(term,),
        id=id,
        wikidata=wikidata,
        note=cells.get("note", ""),
    )


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for part in _SEVERAL.split(cell) if (name := tidy(part)))


def _country(cell: str) -> str:
    code = country_code(cell) if cell else ""
    if code is None:
        raise ValueError(f"unknown country {cell[:SHOWN]!r}")
    return code


def _sectors(cell: str) -> tuple[str, ...]:
    sectors: dict[str, None] = {}
    for word in filter(None, map(str.strip, _CODES.split(cell))):
        sector = sector_of(word)
        if sector is None:
            raise ValueError(f"unknown sector {word[:SHOWN]!r}")
        sectors[sector] = None
    return tuple(sectors)


def _date(field: str, cell: str) -> str:
    if cell and not is_date(cell):
        raise ValueError(f"{field} {cell[:SHOWN]!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    return cell


def _kind(cell: str, term: Term) -> str:
    if not cell:
        return "person" if term.office else "body"
    kind = kind_of(cell)
    if kind is None:
        raise ValueError(f"unknown kind {cell[:SHOWN]!r}")
    return kind
