"""Actors looked up by names that may be written otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.actors import load_registry
from kawat.actors.registry import Registry, build_entries
from kawat.actors.rows import new_row
from kawat.actors.search import fold, nearest, search


def made(*names: str) -> Registry:
    rows = [
        ("uji.tsv", number, new_row(id=f"a{number}", kind="body", country="IDN", names=name))
        for number, name in enumerate(names)
    ]
    return Registry(build_entries(rows))


def test_the_same_name_comes_first_then_other_cases_then_whole_words_then_parts() -> None:
    registry = made("Lembahan", "Warga Lembah", "LEMBAH", "Lembah")
    found = search(registry, "Lembah")
    assert [(match.entry.name, match.how) for match in found] == [
        ("Lembah", "exact"), ("LEMBAH", "folded"), ("Warga Lembah", "words"), ("Lembahan", "part")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "id"),
    [
        ("Erdogan", "recep-tayyip-erdogan"),
        ("ERDOĞAN", "recep-tayyip-erdogan"),
        ("jokowi", "joko-widodo"),
        ("kim jong un", "kim-jong-un"),
        ("un", "un"),
        ("Korut", "PRK"),
    ],
)
def test_the_bundled_registry_is_found_by_names_written_otherwise(wanted: str, id: str) -> None:
    assert search(load_registry(), wanted)[0].entry.id == id


def test_the_office_is_that_of_the_day() -> None:
    offices = [search(load_registry(), "Joko Widodo", day)[0].office.office for day in ("2013-05-01", "2018-05-01")]
    assert offices == ["governor (Jakarta)", "president"]


def test_an_actor_is_found_once_however_many_of_its_names_fit() -> None:
    found = search(load_registry(), "Widodo")
    assert len({match.entry.id for match in found}) == len(found)


def test_at_most_so_many_are_given() -> None:
    assert len(search(load_registry(), "a", limit=7)) == 7


def test_names_spelt_alike_are_told_where_nobody_is_found() -> None:
    assert search(load_registry(), "Jokowo") == []
    assert "Jokowi" in nearest(load_registry(), "Jokowo")
    assert nearest(load_registry(), "") == []


@given(st.text(max_size=20))
def test_any_text_may_be_looked_for(wanted: str) -> None:
    registry = made("Warga Lembah", "Åland", "al-Qaeda")
    assert fold(fold(wanted)) == fold(wanted)
    for match in search(registry, wanted):
        assert fold(wanted) in fold(match.name) or match.name == wanted
