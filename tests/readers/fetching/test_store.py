"""The file of pages and its state: nothing is lost, nothing of anybody else's is touched."""

from __future__ import annotations

import json

import pytest

from kawat.readers.fetching import Store, StoreError
from kawat.readers.fetching.state import Seen


def row(number: int) -> dict[str, str]:
    return {"fetched": "2023-07-27T00:00:00+00:00", "url": f"https://a.example/{number}", "html": "<p>é\n"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "pages.jsonl"


def add(path, *numbers: int) -> None:
    with Store(str(path)) as store:
        for number in numbers:
            store.add(row(number), row(number)["url"], Seen(etag=str(number)))


def known(path) -> list[int]:
    with Store(str(path)) as store:
        return [number for number in range(9) if store.state.seen(row(number)["url"])]


def test_rows_are_whole_lines_and_added_at_the_end(path):
    add(path, 1)
    add(path, 2)
    assert [json.loads(line)["url"] for line in path.read_bytes().splitlines()] == [row(1)["url"], row(2)["url"]]
    assert known(path) == [1, 2]


def test_rows_that_the_state_missed_are_learnt_from_the_file(path):
    add(path, 1)
    with path.open("ab") as file:
        file.write(json.dumps(row(2)).encode() + b'\nsomething else\n{"half": ')
    assert known(path) == [1, 2]
    assert path.read_bytes().endswith(b"something else\n")
    with Store(str(path)) as store:
        assert store.state.seen(row(1)["url"]) == Seen(etag="1")


def test_half_a_first_row_is_written_anew(path):
    path.write_bytes(b'{"fetch')
    add(path, 1)
    assert len(path.read_bytes().splitlines()) == 1


@pytest.mark.parametrize("remove", [True, False])
def test_without_its_pages_the_state_is_forgotten(path, remove):
    add(path, 1, 2)
    first = path.read_bytes().splitlines(keepends=True)[0]
    path.unlink() if remove else path.write_bytes(first)
    assert known(path) == ([] if remove else [1])


def test_a_file_of_something_else_is_left_alone(path):
    path.write_bytes(b'{"url": "https://a.example/", "text": "mine"}')
    before = path.read_bytes()
    with pytest.raises(StoreError, match="name another file"):
        Store(str(path))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_state_that_is_none_is_named(path):
    path.with_name("pages.jsonl.state").write_bytes(b"not a database, " * 100)
    with pytest.raises(StoreError, match="remove it"):
        Store(str(path))


def test_a_file_in_use_is_said_to_be_so(path):
    with Store(str(path)), pytest.raises(StoreError, match="in use"):
        Store(str(path))


@pytest.mark.parametrize(("target", "said"), [("tiada/a.jsonl", "mkdir -p"), (".", "folder"), ("/dev/null", "regular")])
def test_a_place_that_cannot_be_written_is_named(tmp_path, monkeypatch, target, said):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=said):
        Store(target)


def test_standard_output_gets_the_rows_and_no_state(tmp_path, monkeypatch, capfdbinary):
    monkeypatch.chdir(tmp_path)
    add("-", 1)
    assert json.loads(capfdbinary.readouterr().out)["url"] == row(1)["url"]
    assert list(tmp_path.iterdir()) == []
