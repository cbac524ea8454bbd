"""``kawat review``: what a person says of reports and events, kept beside them and applied at once."""

from __future__ import annotations

import getpass
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kawat.exits import failures, refuse, say

if TYPE_CHECKING:
    import duckdb

review = typer.Typer(
    name="review",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    help="Explain, correct, merge and part events; no later run overwrites what you decide.",
    epilog="Ids of events and reports stand in the dataset's tables and on the pages of `kawat serve`.",
)

DatasetFile = Annotated[Path, typer.Argument(metavar="DATASET", help="A dataset made by `kawat code`.")]
Reports = Annotated[list[str], typer.Argument(metavar="REPORT...", help="Ids of reports.", show_default=False)]
Reviewer = Annotated[
    str | None,
    typer.Option("--reviewer", metavar="NAME", help="Who decides [default: your login].", show_default=False),
]


@review.command()
def why(
    dataset: DatasetFile,
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An event's id.", show_default=False)],
) -> None:
    """Show the reports of an event: the words of each, how likely it belongs to the others, and what speaks for it.

    **Examples**

        kawat review why events.duckdb event-2f67bae5ce6316de

    **Exit status**: 0 done; 2 no such event.
    """
    with failures("-", resumable=False):
        from kawat.dataset import open_dataset

        with open_dataset(dataset) as source:
            rows = source.sql(WHY, [event]).to_pylist()
        if not rows:
            refuse(f"no event {event} in {dataset}")
        for row in rows:
            chance = "alone" if row["event_chance"] is None else f"{row['event_chance']:.2f}"
            typer.echo(f"{row['id']}  {chance}  {', '.join(row['event_why'] or [])}")
            typer.echo(f"    {row['outlet'] or '-'}, {row['published'] or '-'}: {' '.join(row['sentence'].split())}")


@review.command()
def same(dataset: DatasetFile, reports: Reports, reviewer: Reviewer = None) -> None:
    """Say that reports tell one event. It stays so in every later run, until you say otherwise.

    **Examples**

        kawat review same events.duckdb antara-1:e1 tempo-7:e2
    """
    _lock(dataset, reports, together=True, reviewer=reviewer)


@review.command()
def apart(dataset: DatasetFile, reports: Reports, reviewer: Reviewer = None) -> None:
    """Say that reports tell different events, each of them another one.

    **Examples**

        kawat review apart events.duckdb antara-1:e1 tempo-7:e2
    """
    _lock(dataset, reports, together=False, reviewer=reviewer)


@review.command()
def correct(
    dataset: DatasetFile,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id.", show_default=False)],
    fields: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...", help="What is right; FIELD= takes a correction back.", show_default=False
        ),
    ],
    reviewer: Reviewer = None,
) -> None:
    """Correct how a report is coded: type, status, date_start, date_end; rejected=true says that it tells no event.

    The report stays as it was coded; events are put together from what is right.

    **Examples**

        kawat review correct events.duckdb antara-1:e1 type=ASSAULT status=claimed

        kawat review correct events.duckdb tempo-7:e2 rejected=true

    **Exit status**: 0 done; 2 an unknown report, field or value.
    """
    parted = [field.partition("=") for field in fields]
    if bad := [name for name, sign, _ in parted if not sign]:
        refuse(f"{bad[0]!r} has no value: FIELD=VALUE")

    def decide(connection: duckdb.DuckDBPyConnection, who: str) -> None:
        from kawat.dataset import corrections

        for name, _, value in parted:
            corrections.correct(connection, report, name, value or None, who)

    _decide(dataset, decide, reviewer)


def _lock(dataset: Path, reports: list[str], together: bool, reviewer: str | None) -> None:
    if len(reports) < 2:
        refuse("name two reports or more")

    def decide(connection: duckdb.DuckDBPyConnection, who: str) -> None:
        from kawat.dataset import corrections

        pairs = itertools.pairwise(reports) if together else _pairs(reports)
        for one, other in pairs:
            corrections.lock(connection, one, other, together, who)

    _decide(dataset, decide, reviewer)


def _pairs(reports: list[str]) -> list[tuple[str, str]]:
    return [(one, other) for k, one in enumerate(reports) for other in reports[k + 1 :]]


def _decide(dataset: Path, decide: Callable[[duckdb.DuckDBPyConnection, str], None], reviewer: str | None) -> None:
    """Record what is decided and bring events up to date, both or nothing of it."""
    with failures(str(dataset), resumable=False):
        from kawat.dataset import CorrectionError, Writer, open_dataset

        with open_dataset(dataset):
            pass  # says what is wrong with it before a writer would make a new one
        with Writer(dataset) as writer:
            try:
                writer.decide(lambda connection: decide(connection, reviewer or getpass.getuser()))
            except CorrectionError as error:
                refuse(str(error))
            writer.finish()
        say(f"recorded in {dataset}; events are up to date")


WHY = """
    SELECT r.id, r.event_chance, r.event_why, a.outlet, a.published,
        substring(a.text, r.sentence_start + 1, r.sentence_end - r.sentence_start) AS sentence
    FROM reports r JOIN articles a ON a.id = r.article_id
    WHERE r.event_id = ? ORDER BY a.published NULLS LAST, r.id
"""
