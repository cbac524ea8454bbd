"""English triggers: the file loads, speaks the codebook's words, and no word tells two types at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import pytest

from kawat.codebook import load_codebook
from kawat.languages import NounEntry, Triggers, VerbEntry, load

TRIGGERS = load("en", "triggers", Triggers)
CODEBOOK = load_codebook()
ENTRIES: tuple[VerbEntry | NounEntry, ...] = (*TRIGGERS.verb, *TRIGGERS.noun)


def forms(entry: VerbEntry) -> set[str]:
    """The forms an entry names itself; inflection derives the rest from ``base``, so the base stands for them."""
    own = {*entry.forms, *entry.passive_forms, *filter(None, (entry.past, entry.participle))}
    return own | {entry.base} if entry.inflect else own


def told_apart(one: VerbEntry, other: VerbEntry) -> bool:
    """Whether two entries never hold of the same words with equal right."""
    if one.particle != other.particle:
        return True
    if one.near and other.near:
        return not set(one.near) & set(other.near)
    if one.near or other.near:
        return True
    return bool(one.unless or other.unless)


def test_there_are_enough_verbs_and_nouns() -> None:
    assert len({entry.base for entry in TRIGGERS.verb}) >= 450
    assert len(TRIGGERS.noun) >= 180


def test_every_type_has_verbs_and_nouns() -> None:
    verbs: dict[str, set[str]] = defaultdict(set)
    for entry in TRIGGERS.verb:
        verbs[entry.type].add(entry.base)
    nouns = {entry.type for entry in TRIGGERS.noun}
    assert {name: len(verbs[name]) for name in CODEBOOK.types if len(verbs[name]) < 8} == {}
    assert set(CODEBOOK.types) - nouns == set()


def test_types_modes_and_contexts_are_the_codebooks() -> None:
    for entry in ENTRIES:
        assert entry.type in CODEBOOK.types, entry
        assert set(entry.modes) <= set(CODEBOOK.types[entry.type].modes), entry
        assert set(entry.contexts) <= set(CODEBOOK.contexts), entry


def test_no_verb_form_tells_two_types_unless_its_company_decides() -> None:
    claims: dict[str, list[VerbEntry]] = defaultdict(list)
    for entry in TRIGGERS.verb:
        for form in forms(entry):
            claims[form].append(entry)
    clashes = {
        (form, one.base, one.type, other.base, other.type)
        for form, entries in claims.items()
        for one, other in combinations(entries, 2)
        if one.type != other.type and not told_apart(one, other)
    }
    assert clashes == set()


def test_no_noun_stands_in_two_entries() -> None:
    counts = Counter(form for entry in TRIGGERS.noun for form in entry.forms)
    assert [form for form, count in counts.items() if count > 1] == []


def test_no_entry_stands_twice() -> None:
    counts = Counter(TRIGGERS.verb)
    assert [entry for entry, count in counts.items() if count > 1] == []


def test_words_are_written_as_they_are_matched() -> None:
    for entry in TRIGGERS.verb:
        single = {entry.base, *forms(entry), *entry.near, *entry.unless, *entry.prepositions}
        single |= {entry.particle} if entry.particle else set()
        assert all(word and word == word.lower() and " " not in word for word in single), entry
        assert not set(entry.near) & set(entry.unless), entry
    for entry in TRIGGERS.noun:
        words = {*entry.forms, *entry.unless, *entry.recipient_prepositions}
        assert all(word == " ".join(word.lower().split()) for word in words), entry


def test_a_recipient_behind_a_preposition_has_one() -> None:
    for entry in TRIGGERS.verb:
        assert entry.frame != "preposition" or entry.prepositions, entry
        assert entry.inflect or entry.forms, entry


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("airstrike", "ASSAULT"),
        ("apology", "CONCEDE"),
        ("ceasefire", "RETREAT"),
        ("condemnation", "ACCUSE"),
        ("denial", "REJECT"),
        ("deployment", "MOBILIZE"),
        ("deportation", "COERCE"),
        ("hunger strike", "PROTEST"),
        ("joint exercise", "COOPERATE"),
        ("sanctions", "SANCTION"),
        ("ultimatum", "THREATEN"),
        ("visit", "CONSULT"),
    ],
)
def test_common_nouns_have_the_type_the_codebook_gives(form: str, name: str) -> None:
    assert [entry.type for entry in TRIGGERS.noun if form in entry.forms] == [name]


def test_denials_do_not_suppress_what_they_deny() -> None:
    inner = {entry.base: entry.inner for entry in TRIGGERS.verb if entry.type == "REJECT" and not entry.near}
    assert all(inner[base] == "denied" for base in ("deny", "rebut", "refute", "dispute"))
    assert inner["refuse"] is None


def test_a_host_is_the_recipient_of_the_visit() -> None:
    swapped = {entry.base for entry in TRIGGERS.verb if entry.swap}
    assert {"host", "receive"} <= swapped
