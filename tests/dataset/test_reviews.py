"""What people decide: it counts at once, survives every run, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_articles import entry, made
from typer.testing import CliRunner

from kawat.cli import app
from kawat.dataset import Writer, open_dataset

OTHER = "Rusia menuduh Ukraina menyerang kapal di Tuapse pada Rabu. Ukraina membantah tuduhan itu. Kota Tuapse sepi."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "events.duckdb"
    write(path, made("a"), made("b", published="2023-07-28"), made("c", OTHER, published="2023-08-20"))
    return path


def write(path: Path, *articles) -> None:
    with Writer(path) as writer:
        writer.write([entry(article) for article in articles])
        writer.finish()


def review(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["review", *map(str, arguments)])
    return done.exit_code, done.output


def events(path: Path) -> dict[str, str]:
    """Return the event of each accusation."""
    with open_dataset(path) as dataset:
        rows = dataset.sql("SELECT id, event_id FROM reports WHERE type = 'ACCUSE' OR id LIKE '%:e1'").to_pylist()
    return {row["id"]: row["event_id"] for row in rows}


def test_reports_put_together_stay_together_in_later_runs(path):
    assert len(set(events(path).values())) == 2  # two copies, and another accusation weeks later
    assert review("same", path, "a:e1", "c:e1", "--reviewer", "ani")[0] == 0
    assert len(set(events(path).values())) == 1
    write(path, made("d", OTHER + " Lain lagi.", published="2023-08-21"))
    assert events(path)["a:e1"] == events(path)["c:e1"]
    with open_dataset(path) as dataset:
        assert dataset.sql("SELECT reviewer FROM review.locks").to_pylist() == [{"reviewer": "ani"}]


def test_reports_told_apart_stay_apart_and_a_later_word_counts(path):
    assert events(path)["a:e1"] == events(path)["b:e1"]
    review("apart", path, "a:e1", "b:e1")
    assert events(path)["a:e1"] != events(path)["b:e1"]
    review("same", path, "a:e1", "b:e1")
    assert events(path)["a:e1"] == events(path)["b:e1"]


def test_a_correction_changes_the_event_and_not_the_report(path):
    assert review("correct", path, "c:e1", "type=THREATEN", "date_start=2023-08-19", "date_end=2023-08-19")[0] == 0
    with open_dataset(path) as dataset:
        (event,) = dataset.sql("SELECT * FROM events WHERE list_contains(reports, 'c:e1')").to_pylist()
        (report,) = dataset.sql("SELECT type FROM reports WHERE id = 'c:e1'").to_pylist()
    assert (event["type"], str(event["date_start"]), report["type"]) == ("THREATEN", "2023-08-19", "ACCUSE")
    review("correct", path, "c:e1", "type=")
    with open_dataset(path) as dataset:
        (event,) = dataset.sql("SELECT type FROM events WHERE list_contains(reports, 'c:e1')").to_pylist()
    assert event["type"] == "ACCUSE"


def test_a_rejected_report_is_no_event(path):
    review("correct", path, "c:e1", "rejected=true")
    assert events(path)["c:e1"] is None
    with open_dataset(path) as dataset:
        assert not dataset.sql("SELECT 1 FROM events WHERE list_contains(reports, 'c:e1')").to_pylist()
    review("correct", path, "c:e1", "rejected=false")
    assert events(path)["c:e1"] is not None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["correct", "zzz:e1", "type=ASSAULT"], "no report zzz:e1"),
        (["correct", "a:e1", "type=WAR"], "'WAR' is no type"),
        (["correct", "a:e1", "date_start=kemarin"], "no day"),
        (["correct", "a:e1", "place=Kyiv"], "no field 'place'"),
        (["correct", "a:e1", "type"], "has no value"),
        (["same", "a:e1"], "two reports"),
        (["same", "a:e1", "a:e1"], "itself"),
        (["why", "event-0"], "no event event-0"),
    ],
)
def test_a_mistake_is_said_in_a_line_and_changes_nothing(path, arguments, said):
    before = events(path)
    code, output = review(arguments[0], path, *arguments[1:])
    assert (code, "Traceback" in output) == (2, False)
    assert said in output
    assert events(path) == before


def test_a_dataset_that_is_not_there_is_not_made(tmp_path):
    code, output = review("same", tmp_path / "none.duckdb", "a:e1", "b:e1")
    assert code != 0
    assert "does not exist" in output
    assert not (tmp_path / "none.duckdb").exists()


def test_why_shows_the_words_the_chance_and_what_speaks_for_it(path):
    code, output = review("why", path, events(path)["a:e1"])
    assert code == 0
    assert "a:e1  0." in output
    assert "type" in output
    assert "menuduh Ukraina" in output
