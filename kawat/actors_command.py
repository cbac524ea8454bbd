"""``kawat actors``: actors of your own, looked up, added, checked and imported from other formats."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.exits import SOME_REJECTED, check_day, failures, refuse, say

if TYPE_CHECKING:
    from kawat.actors.importers import Imported
    from kawat.actors.rows import Problem, Row

DEFAULT_FILE = "actors.tsv"

actors = typer.Typer(
    name="actors",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    help="Look up, add, check and import actors.",
    epilog="Use them with: `kawat code articles/ --actors actors.tsv`",
)


class SearchFormat(StrEnum):
    """What ``kawat actors search`` prints."""

    table = "table"
    json = "json"


class Source(StrEnum):
    """What ``kawat actors import`` reads."""

    auto = "auto"
    petrarch = "petrarch"
    csv = "csv"
    ftm = "ftm"


ActorFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--actors", metavar="FILE", help="A file of your own actors; may be given several times.", show_default=False
    ),
]


@actors.command()
def search(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, a part of one, or an id.", show_default=False)],
    actor_files: ActorFiles = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day whose offices are shown, YYYY-MM-DD.", show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Show at most N actors.")] = 10,
    format: Annotated[SearchFormat, typer.Option(help="A table, or one JSON array.")] = SearchFormat.table,
) -> None:
    """Show who the registry knows by a name: id, country, sectors, office, all names, and the file it comes from.

    Names that are the same come first, then those that differ in case or diacritics, then those with it as a part.

    **Examples**

        kawat actors search Erdogan

        kawat actors search "Joko Widodo" --on 2013-05-01

        kawat actors search lembah --actors actors.tsv --format json

    **Exit status**: 0 done, also where nobody was found; 2 unusable arguments.
    """
    check_day(on, "--on")
    with failures("-", resumable=False), _refusals():
        from kawat.actors.registry import load_registry
        from kawat.actors.search import nearest
        from kawat.actors.search import search as find
        from kawat.actors_table import as_json, show_table

        registry = load_registry(*(actor_files or ()))
        found = find(registry, name, on, limit)
        if format is SearchFormat.json:
            print(as_json(found, registry))
        elif found:
            show_table(found, registry)
        if not found:
            _say_nobody(name, nearest(registry, name))


@actors.command()
def add(
    id: Annotated[str, typer.Option(metavar="ID", help="Its id in all output, such as warga-lembah.")],
    file: Annotated[Path, typer.Option(metavar="FILE", help="Your file of actors, made if need be.")],
    name: Annotated[str, typer.Option(metavar="NAME", help="The name it is shown by.", show_default=False)] = "",
    also: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Another name; may be given several times.", show_default=False),
    ] = None,
    kind: Annotated[str, typer.Option(metavar="KIND", help="What it is; none takes a bundled actor out.")] = "body",
    country: Annotated[str, typer.Option(metavar="CODE", help="ISO 3166-1 alpha-3.", show_default=False)] = "",
    sectors: Annotated[
        str, typer.Option(metavar="CODES", help="Sectors, the primary one first: GOV,MIL.", show_default=False)
    ] = "",
    office: Annotated[
        str, typer.Option(metavar="OFFICE", help="A person's office, such as minister.", show_default=False)
    ] = "",
    since: Annotated[
        str, typer.Option("--from", metavar="DATE", help="When the office began.", show_default=False)
    ] = "",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="When it ended.", show_default=False)] = "",
    wikidata: Annotated[str, typer.Option(metavar="ID", help="Wikidata id.", show_default=False)] = "",
) -> None:
    """Add an actor to a file of your own, or replace the one with its id.

    A person may have several offices: one with the same office and the same beginning is replaced, another one is
    added. The files that ship with Kawat are never changed.

    **Examples**

        kawat actors add --id warga-lembah --name "Warga Lembah Hijau" --kind movement --country IDN --sectors SOC --file actors.tsv

        kawat actors add --id ana-tan --name "Ana Tan" --kind person --country SGP --sectors GOV --office minister --from 2021-05 --file actors.tsv

        kawat actors add --id kpu --kind none --file actors.tsv

    **Exit status**: 0 done, 2 unusable arguments; then the file is as it was.
    """  # noqa: E501
    with failures("-", resumable=False), _refusals():
        from kawat.actors.adding import add_row
        from kawat.actors.rows import new_row

        row = new_row(
            id=id, kind=kind, country=country, sectors=sectors.replace(",", "|"), names="|".join([name, *(also or ())]),
            office=office, since=since, until=until, wikidata=wikidata,
        )  # fmt: skip
        say(add_row(file, row))


@actors.command()
def check(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Files of actors, the lowest first.", show_default=False)
    ],
) -> None:
    """Name every row of a file of actors that cannot be used, with its line and the reason.

    **Examples**

        kawat actors check actors.tsv

        kawat actors check ministry.tsv province.tsv

    **Exit status**: 0 all rows are good, 3 some are not, 2 a file cannot be read.
    """
    with failures("-", resumable=False), _refusals():
        from kawat.actors.checks import unsafe_names
        from kawat.actors.registry import check_file, load_registry

        registry = load_registry()
        bad = 0
        for file in files:
            checked = check_file(file, registry)
            _print(checked.problems)
            _print(unsafe_names(checked.lines, checked.file), "note: ")
            ids = {row["id"] for _, row in checked.lines}
            say(f"{file}: {len(ids)} actors in {len(checked.lines)} rows; {len(checked.problems)} rows refused")
            bad += len(checked.problems)
            registry = checked.over(registry)
        raise typer.Exit(SOME_REJECTED if bad else 0)


@actors.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to import.", show_default=False)],
    source: Annotated[Source, typer.Option("--from", help="Its format; auto tells it from the content.")] = Source.auto,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Your file, made or added to; - for standard output.")
    ] = DEFAULT_FILE,
    new_only: Annotated[
        bool, typer.Option("--new-only", help="Leave out actors whose name the bundled registry has.")
    ] = False,
) -> None:
    """Turn a file of actors in another format into rows of your own file.

    Formats: PETRARCH dictionaries of actors (`petrarch`), tables with a header (`csv`), and FollowTheMoney entities as
    JSON lines, as OpenSanctions has them (`ftm`); each may be compressed with gzip. Rows that cannot be taken are named
    with line and reason; the others go on.

    **Examples**

        kawat actors import ministries.csv -o actors.tsv

        kawat actors import Phoenix.Countries.actors.txt -o countries.tsv --new-only

        kawat actors import entities.ftm.json --from ftm -o sanctioned.tsv

    **Exit status**: 0 all rows were taken, 3 some were not, 2 unusable arguments; then the file is as it was.
    """
    with failures("-", resumable=False), _refusals():
        from kawat.actors.adding import own_lines, write_own
        from kawat.actors.importers import import_file

        before = [] if output == "-" else own_lines(Path(output))
        imported = import_file(file, None if source is Source.auto else source.value, before, new_only=new_only)
        _print(imported.problems, "rejected: ")
        _print(imported.notes, "note: ")
        if output == "-":
            _print_rows(imported.rows)
        elif imported.rows:
            write_own(Path(output), imported.rows, before)
        _say_imported(imported, output)
        raise typer.Exit(SOME_REJECTED if imported.problems else 0)


# ------------------------------------------------------------------ output


@contextmanager
def _refusals() -> Generator[None]:
    """Leave with a word where a file of actors cannot be used."""
    from kawat.actors.rows import RegistryError

    try:
        yield
    except RegistryError as error:
        refuse(str(error))


def _print(problems: Iterable[Problem], before: str = "") -> None:
    from kawat.terminal import plain

    for problem in problems:
        print(plain(f"{before}{problem}"), file=sys.stderr)


def _print_rows(rows: list[Row]) -> None:
    from kawat.actors.rows import to_text

    sys.stdout.buffer.write(to_text(rows).encode())
    sys.stdout.buffer.flush()


def _say_nobody(name: str, near: list[str]) -> None:
    from kawat.actors.cast import slug
    from kawat.terminal import plain

    shown = plain(name)
    say(f"nobody is known as {shown!r}" + (f"; known are {', '.join(map(plain, near))}" if near else ""))
    say(f"to add it: kawat actors add --id {slug(shown)} --name {shlex.quote(shown)} --file {DEFAULT_FILE}")


def _say_imported(imported: Imported, output: str) -> None:
    from kawat.terminal import plain

    for what, count in imported.skipped.most_common():
        say(f"left out: {plain(what)}: {count}")
    if imported.bundled:
        say(f"{imported.bundled} of them have the id of a bundled actor and take its place; to leave them: --new-only")
    where = "standard output" if output == "-" else output
    to = f"in {where}" if imported.actors else "that could be taken; nothing is written"
    say(f"{imported.actors} actors {to}; {len(imported.problems)} rejected, {len(imported.notes)} notes")
