"""Whatever the bytes, reading gives pages and rejects that can be written, and never raises."""

from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from kawat.readers import page_from_row, read
from kawat.readers.streams import lines_of
from kawat.records import Page, Reject

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from(["id", "url", "title", "published", "language", "text", "html", "lain"])


def check(found: Page | Reject) -> None:
    assert isinstance(found, Page | Reject)
    if isinstance(found, Page):
        assert (found.text is None) != (found.html is None)
        (found.text or found.html or "").encode()
    else:
        assert found.reason
        (found.source + found.reason + found.sample).encode()


@given(st.binary(max_size=300))
def test_any_bytes_on_standard_input(raw):
    for found in read(["-"], stdin=io.BytesIO(raw)):
        check(found)


@given(st.binary(max_size=200))
def test_any_bytes_as_a_web_archive(raw):
    for head in (b"WARC/1.0\r\n", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n"):
        for found in read(["-"], stdin=io.BytesIO(head + raw)):
            check(found)


@given(st.dictionaries(NAMES, VALUES, max_size=6) | VALUES)
def test_any_row(row):
    check(page_from_row(row, "uji#1"))


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4), min_size=1, max_size=4))
def test_any_json_lines_give_one_result_a_line(rows):
    raw = "\n".join(json.dumps(row) for row in rows).encode()
    results = list(read(["-"], stdin=io.BytesIO(raw)))
    for found in results:
        check(found)
    if raw.startswith(b'{"'):
        assert len(results) == len(rows)


@given(st.binary(max_size=200), st.integers(1, 40), st.integers(1, 20))
def test_lines_do_not_depend_on_how_the_stream_is_cut(raw, size, limit):
    cut = [raw[start : start + size] for start in range(0, len(raw), size)]
    expected = [
        (number, line if len(line.lstrip(b" \t\r\n")) <= limit else None)
        for number, line in enumerate(raw.split(b"\n"), start=1)
        if line.strip(b" \t\r\n")
    ]
    found = list(lines_of(iter(cut), limit))
    assert [number for number, _ in found] == [number for number, _ in expected]
    for (_, line), (_, wanted) in zip(found, expected, strict=True):
        assert (line is None) == (wanted is None)
        assert line is None or line.strip(b" \t\r\n") == wanted.strip(b" \t\r\n")
