"""What is shown to people: pages cannot reach the terminal through it."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from kawat.records import Reject
from kawat.terminal import event_table, plain, show_rejects

EVENT = {
    "type": "CONSULT",
    "modes": ["visit"],
    "actor_names": ["Sergey Shoigu"],
    "recipient_names": ["Kim Jong-un"],
    "symmetric": False,
    "status": "asserted",
    "attributed_to": ["KCNA"],
    "disputed_by": [],
    "date_start": date(2023, 7, 27),
    "date_end": date(2023, 7, 27),
    "place_name": "Pyongyang",
}


def shown(width: int = 240, **fields) -> str:
    console = Console(width=width, force_terminal=False, record=True, file=StringIO())
    console.print(event_table([EVENT | fields], width))
    return console.export_text()


def test_a_row_says_who_did_what_to_whom_when_where_and_who_says_so():
    (row,) = [line for line in shown().splitlines() if "Shoigu" in line]
    assert row.split("  ")[0].strip() == "Sergey Shoigu"
    for cell in ("CONSULT visit", "Kim Jong-un", "2023-07-27", "Pyongyang", "KCNA", "asserted"):
        assert cell in row


@pytest.mark.parametrize("width", [60, 80, 109, 110, 200])
def test_rows_fit_the_terminal(width):
    assert all(len(line) <= width for line in shown(width, actor_names=["Nama" * 40]).splitlines())


def test_what_both_sides_do_is_shown_once():
    both = ["Joko Widodo", "Anthony Albanese"]
    text = shown(240, actor_names=both, recipient_names=both, symmetric=True)
    assert "Joko Widodo + Anthony Albanese" in text
    assert text.count("Widodo") == 1


def test_who_says_so_is_the_outlet_only_for_what_the_outlet_asserts():
    assert "(the outlet)" in shown(attributed_to=[])
    assert "(not named)" in shown(attributed_to=[], status="claimed")


def test_a_disputed_event_says_so():
    assert "disputed" in shown(disputed_by=["event-1"])


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2023, 7, 1), date(2023, 7, 3), "2023-07-01 to 2023-07-03"),
        (None, None, ""),
    ],
)
def test_spans_of_days_are_shown_as_such(start, end, text):
    assert text in " ".join(shown(240, date_start=start, date_end=end).split())


def test_markup_in_a_page_is_shown_as_it_is():
    assert "[red]Shoigu[/red]" in shown(actor_names=["[red]Shoigu[/red]"])
    assert "[/]" in shown(place_name="[/]")


@given(st.text())
def test_no_control_character_passes(text):
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in plain(text))


def test_rejects_are_named_without_their_control_sequences(capsys):
    show_rejects([Reject(source="\x1b]0;judul\x07[red]a.txt", reason="no\ntext \u202e")], 3)
    assert capsys.readouterr().err == "rejected: ]0;judul[red]a.txt: no text \n... and 2 more rejected\n"
