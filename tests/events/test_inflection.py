"""Forms of verbs and the voice each shows."""

from __future__ import annotations

from typing import Any

import pytest

from kawat.events.inflection import active, forms
from kawat.languages import VerbEntry


def entry(base: str, **fields: Any) -> VerbEntry:
    return VerbEntry(base=base, type="ACCUSE", **fields)


@pytest.mark.parametrize(
    ("base", "derived"),
    [
        ("tuduh", "menuduh"),
        ("serang", "menyerang"),
        ("kecam", "mengecam"),
        ("kritik", "mengkritik"),
        ("pukul", "memukul"),
        ("protes", "memprotes"),
        ("tangkap", "menangkap"),
        ("transfer", "mentransfer"),
        ("setujui", "menyetujui"),
        ("skors", "menskors"),
        ("bunuh", "membunuh"),
        ("fitnah", "memfitnah"),
        ("veto", "memveto"),
        ("dukung", "mendukung"),
        ("cela", "mencela"),
        ("jatuhkan", "menjatuhkan"),
        ("ancam", "mengancam"),
        ("embargo", "mengembargo"),
        ("hukum", "menghukum"),
        ("gugat", "menggugat"),
        ("lawan", "melawan"),
        ("minta", "meminta"),
        ("nilai", "menilai"),
        ("rampas", "merampas"),
        ("yakinkan", "meyakinkan"),
        ("wawancarai", "mewawancarai"),
        ("bom", "mengebom"),
        ("cat", "mengecat"),
    ],
)
def test_the_active_prefix_melts_into_the_root(base: str, derived: str) -> None:
    assert active(base) == derived


def test_an_indonesian_verb_has_an_active_a_passive_and_a_bare_form() -> None:
    assert forms(entry("tuduh"), "id") == {"menuduh": "active", "dituduh": "passive", "tuduh": "bare"}


def test_what_an_entry_names_itself_comes_first() -> None:
    verb = entry("bom", forms=("membom",), passive_forms=("kena bom",))
    assert forms(verb, "id")["membom"] == "active"
    assert forms(verb, "id")["kena bom"] == "passive"
    assert forms(entry("temu", forms=("bertemu",), inflect=False), "id") == {"bertemu": "active"}


def test_a_phrase_is_not_inflected() -> None:
    assert forms(entry("tembak mati"), "id") == {"tembak mati": "bare"}


@pytest.mark.parametrize(
    ("base", "present", "ing", "past"),
    [
        ("attack", "attacks", "attacking", "attacked"),
        ("accuse", "accuses", "accusing", "accused"),
        ("deny", "denies", "denying", "denied"),
        ("destroy", "destroys", "destroying", "destroyed"),
        ("punish", "punishes", "punishing", "punished"),
        ("veto", "vetoes", "vetoing", "vetoed"),
        ("bar", "bars", "barring", "barred"),
        ("stab", "stabs", "stabbing", "stabbed"),
        ("commit", "commits", "committing", "committed"),
        ("expel", "expels", "expelling", "expelled"),
        ("raid", "raids", "raiding", "raided"),
        ("threaten", "threatens", "threatening", "threatened"),
        ("visit", "visits", "visiting", "visited"),
        ("free", "frees", "freeing", "freed"),
    ],
)
def test_english_verbs(base: str, present: str, ing: str, past: str) -> None:
    assert forms(entry(base), "en") == {base: "bare", present: "active", ing: "gerund", past: "participle"}


def test_an_irregular_past_is_active_and_its_participle_passive() -> None:
    found = forms(entry("give", past="gave", participle="given"), "en")
    assert (found["gave"], found["given"]) == ("active", "passive")
    assert forms(entry("shoot", past="shot"), "en")["shot"] == "participle"


def test_a_verb_that_does_not_change_is_bare() -> None:
    assert forms(entry("cut", past="cut", participle="cut"), "en")["cut"] == "bare"
