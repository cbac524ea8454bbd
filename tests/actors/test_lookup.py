"""Look-up of names and role words in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kawat.actors.lookup import Lookup
from kawat.actors.registry import Registry, build_entries, load_registry
from kawat.actors.rows import new_row

LOOKUPS = {language: Lookup(load_registry(), language) for language in ("id", "en")}


def hits(text: str, language: str = "id") -> list[tuple[str, str | None]]:
    """Return what was found with the id of its entry, "role", or None for a block."""
    return [
        (text[hit.start : hit.end], hit.entries[0].id if hit.entries else "role" if hit.role else None)
        for hit in LOOKUPS[language].find(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Korea Utara diam.", [("Korea Utara", "PRK")]),
        ("Korea Selatan dan Korea Utara", [("Korea Selatan", "KOR"), ("Korea Utara", "PRK")]),
        ("KOREA UTARA DIAM", [("KOREA UTARA", "PRK")]),
        ("korea utara diam", []),
        ("AS menang", [("AS", "USA")]),
        ("as roda", []),
        ("ASTAGA", []),
        ("Rusia-Ukraina", [("Rusia", "RUS"), ("Ukraina", "UKR")]),
        ("(PBB)", [("PBB", "un")]),
        ("Dewan Keamanan PBB", [("Dewan Keamanan PBB", "unsc")]),
        ("Perang Korea", [("Perang Korea", None)]),
        ("dolar AS", [("dolar AS", None)]),
        ("US$5 juta", [("US$", None)]),
        ("presiden dan demonstran", [("presiden", "role"), ("demonstran", "role")]),
        ("Presiden", [("Presiden", "role")]),
        ("", []),
    ],
)
def test_indonesian(text: str, found: list[tuple[str, str | None]]) -> None:
    assert hits(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("North Korea and South Korea", [("North Korea", "PRK"), ("South Korea", "KOR")]),
        ("the U.S. and the UK", [("U.S.", "USA"), ("UK", "GBR")]),
        ("Ukraine's", [("Ukraine", "UKR")]),
        ("the us and them", []),
        ("Russians", [("Russians", "RUS")]),
        ("European Union", [("European Union", "eu")]),
        ("protesters", [("protesters", "role")]),
    ],
)
def test_english(text: str, found: list[tuple[str, str | None]]) -> None:
    assert hits(text, "en") == found


def test_a_language_has_its_own_names() -> None:
    assert hits("Jerman", "id") == [("Jerman", "DEU")]
    assert hits("Jerman", "en") == []


def test_letters_that_grow_when_lowered_do_not_move_what_follows() -> None:
    """The lower-case form of "İ" has two characters."""
    assert hits("İİİ presiden Rusia", "id")[-2:] == [("presiden", "role"), ("Rusia", "RUS")]


def test_hits_are_in_order_and_none_overlaps_another() -> None:
    text = "Menteri Luar Negeri Amerika Serikat Antony Blinken tiba di Dewan Keamanan PBB, New York, Amerika Serikat."
    found = LOOKUPS["id"].find(text)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kemendagri Baru", ["Kemendagri Baru"]),
        ("Kemendagri", ["Kemendagri"]),
        ("Kemendagri Baruna", ["Kemendagri"]),
        ("Kemendagrian", []),
        ("Kemendag, Kemendagri", ["Kemendag", "Kemendagri"]),
        ("KEMENDAGRI BARU", ["KEMENDAGRI BARU"]),
        ("di Kemenda", ["Kemenda"]),
        ("Kemendagri$", []),
        ("x_Kemendag", []),
    ],
)
def test_names_that_begin_alike_are_told_apart(text: str, found: list[str]) -> None:
    names = ("Kemenda", "Kemendag", "Kemendagri", "Kemendagri Baru")
    rows = [("uji.tsv", n, new_row(id=f"uji-{n}", kind="body", names=name)) for n, name in enumerate(names, start=2)]
    lookup = Lookup(Registry(build_entries(rows)), "id")
    assert [text[hit.start : hit.end] for hit in lookup.find(text)] == found


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_name_is_found_as_it_stands(language: str) -> None:
    lookup, names = LOOKUPS[language], load_registry().names(language)
    missed = [name for name, entries in names.items() if entries and not found_whole(lookup, name)]
    assert missed == []


def found_whole(lookup: Lookup, name: str) -> bool:
    """Return whether a text that is nothing but ``name`` has one hit, all of it."""
    return [(hit.start, hit.end) for hit in lookup.find(name)] == [(0, len(name))]


def test_a_person_is_known_in_another_spelling() -> None:
    known = LOOKUPS["en"].alike("Sergei Lavrow")
    assert known is not None
    assert known.name == "Sergei Lavrov"
    assert LOOKUPS["en"].alike("Lavrow") is None
