"""The bundled sample pages, from start to end: read, cleaned, coded, stored, and shown as a table."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from kawat.dataset import Writer, open_dataset
from kawat.runners import run
from kawat.terminal import event_table, show_rejects

ROWS = 36
SHOWN = """
    SELECT * FROM (
        FROM events ORDER BY report_count DESC, len(actor_ids) > 0 AND len(recipient_ids) > 0 DESC,
            len(attributed_to) > 0 DESC, confidence DESC, id LIMIT ?
    ) ORDER BY date_start, type, id
"""
"""The events that most reports tell, then those that say most, by date."""


def sample_pages() -> Path:
    """Return the folder of the bundled pages: beside the package in a checkout, inside it when installed."""
    package = Path(str(resources.files("kawat")))
    installed = package / "examples"
    return installed if installed.is_dir() else package.parent / "examples" / "pages"


def demo() -> None:
    """Code the sample pages and print their events. Raises FileNotFoundError where there are none."""
    pages = sample_pages()
    if not pages.is_dir():
        raise FileNotFoundError(f"the sample pages are not installed: {pages}")
    with TemporaryDirectory(prefix="kawat-demo-") as folder:
        path = Path(folder) / "demo.duckdb"
        with Writer(path) as writer:
            summary = run([pages], writer, workers=1)
        with open_dataset(path) as dataset:
            events = dataset.sql(SHOWN, [ROWS]).to_pylist()
            count = len(dataset.arrow("events"))
            stories = dataset.sql("SELECT count(*) AS n FROM stories").to_pylist()[0]["n"]
    console = Console()
    console.print(event_table(events, console.width))
    console.print(
        f"{summary.coded} sample pages in {stories} stories: {summary.reports} reports of {count} events"
        f"{f', {len(events)} of them shown' if count > len(events) else ''}. The pages are in {pages}",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
    show_rejects(summary.rejects, summary.rejected)
