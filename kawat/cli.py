"""The command line. Rooms are imported inside the commands, so that ``kawat --help`` answers at once."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.actors_command import actors
from kawat.exits import INTERRUPTED, SOME_REJECTED, check_day, failures, refuse, say
from kawat.review_command import review
from kawat.version import __version__

if TYPE_CHECKING:
    from kawat.actors import Registry
    from kawat.dataset import Dataset, Writer
    from kawat.runners import Summary
    from kawat.runners.sinks import JsonLines

DEFAULT_OUTPUT = "events.duckdb"
DEFAULT_PAGES = "pages.jsonl"

app = typer.Typer(
    name="kawat",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Sourced event data from news: who did what to whom, when and where, and who says so.",
    epilog="Start with: `kawat demo`",
)
app.add_typer(actors)
app.add_typer(review)


class CodeFormat(StrEnum):
    """What ``kawat code`` writes."""

    duckdb = "duckdb"
    jsonl = "jsonl"


class CleanFormat(StrEnum):
    """What ``kawat clean`` writes."""

    jsonl = "jsonl"
    text = "text"


class LanguageChoice(StrEnum):
    """Languages that are coded, or ``auto`` to tell from each page."""

    auto = "auto"
    id = "id"
    en = "en"


class Events(StrEnum):
    """What reads the events."""

    model = "model"
    lexicon = "lexicon"


class Engine(StrEnum):
    """Where ``kawat code`` runs."""

    local = "local"


Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT...", help="Files, folders, or - for standard input.", show_default=False),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Day of publication, YYYY-MM-DD, for all input.", show_default=False),
]
LanguageOption = Annotated[LanguageChoice, typer.Option("--language", help="Language of all input.")]


@app.callback(invoke_without_command=True)
def kawat(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.", is_eager=True)] = False,
) -> None:
    if version:
        print(f"kawat {__version__}")
        raise typer.Exit


@app.command()
def code(
    inputs: Inputs,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The dataset, made or added to [default: events.duckdb]; with --format jsonl a file or - "
            "for standard output [default: -].",
            show_default=False,
        ),
    ] = None,
    format: Annotated[CodeFormat, typer.Option(help="A dataset, or one JSON object a line.")] = CodeFormat.duckdb,
    published: Published = None,
    language: LanguageOption = LanguageChoice.auto,
    workers: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Processes [default: one for each CPU].", show_default=False),
    ] = None,
    engine: Annotated[Engine, typer.Option(help="Where to run.")] = Engine.local,
    events: Annotated[Events, typer.Option(help="What reads the events.")] = Events.model,
    model: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="A model that training wrote [default: the bundled one].", show_default=False
        ),
    ] = None,
    actor_files: Annotated[
        list[Path] | None,
        typer.Option(
            "--actors",
            metavar="FILE",
            help="A file of your own actors, laid over the bundled ones; may be given several times.",
            show_default=False,
        ),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Pass over what the dataset holds already.")] = False,
) -> None:
    """Code articles into events.

    Input is text, HTML, JSON lines or Parquet, as files or in folders. What cannot be read or coded is named,
    counted and kept in the table `rejects`; it never stops a run.

    **Examples**

        kawat code articles/

        kawat code pages.jsonl.gz -o july.duckdb --published 2023-07-27

        kawat code page.html --format jsonl | jq .events

        kawat code articles/ --actors actors.tsv

        kawat code articles/ --resume

    **Exit status**: 0 all input was coded, 3 some was rejected, 2 unusable arguments, 1 the run failed.
    """
    check_day(published)
    if format is CodeFormat.jsonl and resume:
        refuse("--resume works with a dataset; leave out --format jsonl, or leave out --resume")
    if model is not None and events is not Events.model:
        refuse("--model names the model that is to read the events; leave out --events lexicon, or leave out --model")
    if output is None:
        output = "-" if format is CodeFormat.jsonl else DEFAULT_OUTPUT
    with failures(output, resumable=format is CodeFormat.duckdb):
        from functools import partial

        from kawat.encoder.model import bundled, check
        from kawat.runners import run
        from kawat.runners.steps import make_coder
        from kawat.terminal import progress_bar

        if events is Events.model:
            check(model or bundled())  # before any worker starts, which could only say that it did not
        registry = _registry(actor_files)
        with _open_sink(format, output) as sink, progress_bar("coding") as progress:
            summary = run(
                inputs,
                sink,
                workers=workers,
                published=published,
                language=None if language is LanguageChoice.auto else language.value,
                resume=resume,
                progress=progress,
                make_coder=partial(make_coder, events.value, model, registry),
            )
        raise typer.Exit(_report(summary, output))


@app.command()
def clean(
    inputs: Inputs,
    format: Annotated[CleanFormat, typer.Option(help="One JSON object a line, or plain text.")] = CleanFormat.text,
    published: Published = None,
    language: LanguageOption = LanguageChoice.auto,
) -> None:
    """Print cleaned articles: the body alone, with title, date, dateline and what was removed.

    **Examples**

        kawat clean page.html

        kawat clean articles/ --format jsonl > clean.jsonl

    **Exit status**: 0 all input was cleaned, 3 some was rejected, 2 unusable arguments.
    """
    check_day(published)
    with failures("-", resumable=False):
        from kawat.clean_command import clean_inputs

        given = None if language is LanguageChoice.auto else language.value
        summary = clean_inputs(inputs, format.value, published=published, language=given)
        raise typer.Exit(_report_rejects(summary))


@app.command()
def fetch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Addresses of pages, feeds and sitemaps; files that list addresses, one a line; saved feeds and "
            "sitemaps; or - for standard input.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="JSON lines, made or added to; - for standard output.")
    ] = DEFAULT_PAGES,
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Only the newest N pages of each feed or sitemap.", show_default=False),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only pages of that day or later, as feeds date them.", show_default=False),
    ] = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask again for pages that were fetched before.")] = False,
    delay: Annotated[
        float, typer.Option(min=0, max=3600, metavar="SECONDS", help="Pause between requests to one host.")
    ] = 1.0,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also hosts on this machine and in local networks.")
    ] = False,
) -> None:
    """Fetch news pages for `kawat code`, politely: robots.txt is followed, each host gets one request at a time.

    Feeds and sitemaps are followed to the pages that they name. A second run fetches only what is new, and a
    run that was interrupted goes on where it was.

    **Examples**

        kawat fetch https://outlet.example/feed && kawat code pages.jsonl

        kawat fetch https://outlet.example/sitemap.xml --since 2023-07-01 --limit 200 -o july.jsonl

        kawat fetch addresses.txt -o pages.jsonl

    **Exit status**: 0 all was fetched, 3 some addresses failed, 2 unusable arguments, 1 the run failed.
    """
    check_day(since, "--since")
    with failures(output, resumable=False):
        from kawat.fetch_command import Interrupted, fetch_inputs
        from kawat.readers.fetching import Choice, Manners, StoreError
        from kawat.terminal import progress_bar

        choice = Choice(limit=limit, since=date.fromisoformat(since) if since else None, refresh=refresh)
        manners = Manners(delay=delay, allow_private=allow_private)
        where = "standard output" if output == "-" else output
        try:
            with progress_bar("fetching") as progress:
                report = fetch_inputs(inputs, output, choice, manners, progress)
        except StoreError as error:
            refuse(str(error))
        except Interrupted as interrupt:
            kept = "" if output == "-" else f" in {where}; the same command goes on from there"
            say(f"interrupted: {interrupt.report.new} new pages{kept}")
            raise typer.Exit(INTERRUPTED) from None
        known = f"; nothing new at {report.known} addresses" if report.known else ""
        failed = f"; {report.failed} failed" if report.failed else ""
        say(f"{report.new} new pages in {where}{known}{failed}")
        raise typer.Exit(SOME_REJECTED if report.failed else 0)


@app.command()
def demo() -> None:
    """Code the bundled sample pages and show their events.

    **Example**

        kawat demo
    """
    with failures("-", resumable=False):
        from kawat.demo import demo as show

        show()


@app.command()
def export(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="A dataset made by `kawat code`.")],
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            help="csv, parquet, polecat, cameo, geojson, annotations or postgres.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="The folder for the files.", show_default=False),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="For postgres instead of a folder: postgresql://USER@HOST/DATABASE.",
            show_default=False,
        ),
    ] = None,
    schema: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="For postgres: the schema of the tables [default: kawat].", show_default=False
        ),
    ] = None,
) -> None:
    """Write a dataset as files of another format, or into a PostgreSQL database.

    `csv` and `parquet`: all tables. `polecat`: events in POLECAT's columns. `cameo`: events with CAMEO codes, in the
    columns of ICEWS and of GDELT. `geojson`: events on the map. `annotations`: every coded span as a web annotation.
    `postgres`: all tables and views, in one transaction.

    **Examples**

        kawat export events.duckdb --format parquet -o tables/

        kawat export events.duckdb --format polecat -o polecat/

        kawat export events.duckdb --format postgres --to postgresql://me@localhost/news
    """
    with failures("-" if output is None else str(output), resumable=False):
        from kawat.dataset import FORMATS, open_dataset
        from kawat.dataset import export as write

        if format not in (*FORMATS, "postgres"):
            refuse(f"no format {format!r}; there are {', '.join(FORMATS)} and postgres")
        if format == "postgres":
            if output is not None:
                refuse("--format postgres writes no files; leave out --output")
            _export_to_postgres(dataset, to, schema)
            return
        if to is not None or schema is not None:
            refuse("--to and --schema are for --format postgres; leave them out")
        if output is None:
            refuse(f"name the folder for the files: -o {format}")
        if output.exists() and not output.is_dir():
            refuse(f"{output} is a file; name a folder")
        if not output.parent.is_dir():
            refuse(f"the folder {output.parent} does not exist; make it first: mkdir -p {output.parent}")
        with open_dataset(dataset) as source:
            _warn_unresolved(source)
            files = write(source, format, output, say)
        what = f"{len(files)} tables" if format in ("csv", "parquet") else " and ".join(file.name for file in files)
        say(f"{what} in {output}")


@app.command()
def serve(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="A dataset made by `kawat code`.")],
    host: Annotated[str, typer.Option(help="The address to be reached at; the default is for this machine only.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes one that is free.")] = 8001,
    open: Annotated[bool, typer.Option("--open/--no-open", help="Open the browser.")] = False,
) -> None:
    """Show a dataset in the browser: its events, and the words that each comes from.

    The dataset cannot be added to while it is shown. Ctrl-C ends it.

    **Examples**

        kawat serve events.duckdb --open

        kawat serve july.duckdb --port 8080
    """
    with failures("-", resumable=False):
        from kawat.web.command import AddressError
        from kawat.web.command import serve as show

        try:
            show(dataset, host, port, open_browser=open)
        except AddressError as error:
            refuse(str(error))


def main() -> None:
    """Run the command line."""
    app()


# ------------------------------------------------------------------ input


def _registry(files: list[Path] | None) -> Registry | None:
    """Return the bundled actors with files over them, None for the bundled ones alone; leave if a file is unusable."""
    if not files:
        return None
    from kawat.actors import RegistryError, load_registry

    try:
        return load_registry(*files)
    except RegistryError as error:
        refuse(str(error))


# ------------------------------------------------------------------ output


def _open_sink(format: CodeFormat, output: str) -> Writer | JsonLines:
    """Open what a run writes to; leave with a word about it where that cannot be."""
    if format is CodeFormat.duckdb:
        from kawat.dataset import Writer

        if output == "-":
            refuse("a dataset cannot go to standard output; name a file, or use --format jsonl")
        return Writer(output)
    from kawat.runners.sinks import JsonLines

    try:
        return JsonLines(output)
    except ValueError as error:
        refuse(str(error))


def _export_to_postgres(dataset: Path, url: str | None, schema: str | None) -> None:
    from kawat.dataset import open_dataset
    from kawat.dataset.exports import postgres

    if url is None:
        refuse("name the database: --to postgresql://USER@HOST/DATABASE")
    schema = postgres.SCHEMA if schema is None else schema
    try:
        with open_dataset(dataset) as source:
            _warn_unresolved(source)
            names = postgres.write(source, url, schema)
    except postgres.PostgresError as error:
        refuse(str(error))
    say(f"{len(names)} tables and views in the schema {schema} of {postgres.Target(url).shown}")


def _warn_unresolved(dataset: Dataset) -> None:
    if not dataset.resolved:
        say("its run was interrupted: events and stories are missing or out of date; finish it with --resume")


def _report(summary: Summary, output: str) -> int:
    status = _report_rejects(summary)
    articles = f"{summary.coded + summary.unchanged} articles coded"
    if summary.unchanged:
        articles += f" ({summary.unchanged} of them before)"
    where = "standard output" if output == "-" else output
    rejected = f"; {summary.rejected} inputs rejected" if summary.rejected else ""
    say(f"{articles}, {summary.reports} new reports of events, in {where}{rejected}")
    return status


def _report_rejects(summary: Summary) -> int:
    from kawat.terminal import show_rejects

    show_rejects(summary.rejects, summary.rejected)
    return SOME_REJECTED if summary.rejected else 0
