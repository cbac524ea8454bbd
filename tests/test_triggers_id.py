"""Indonesian triggers: the file loads, speaks the codebook's words, and no word tells two types at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import pytest

from kawat.codebook import load_codebook
from kawat.languages import NounEntry, Triggers, VerbEntry, load

TRIGGERS = load("id", "triggers", Triggers)
CODEBOOK = load_codebook()
ENTRIES: tuple[VerbEntry | NounEntry, ...] = (*TRIGGERS.verb, *TRIGGERS.noun)

# Meeting any of these as a bare word says nothing of an event: an hour, a town, a trade, a title.
OTHER_WORDS = {"bakar", "gelandang", "hukum", "jamu", "kata", "pukul", "sandera", "sensor", "serang", "tangkis"}


def forms(entry: VerbEntry) -> set[str]:
    """The forms an entry names itself; with inflection its base and passive stand for those derived from it."""
    own = {*entry.forms, *entry.passive_forms}
    return own | {entry.base, f"di{entry.base}"} if entry.inflect else own


def told_apart(one: VerbEntry, other: VerbEntry) -> bool:
    """Whether two entries never hold of the same words with equal right."""
    company = ({*one.near, *filter(None, [one.particle])}, {*other.near, *filter(None, [other.particle])})
    if all(company):
        return not company[0] & company[1]
    return any(company)


def test_there_are_enough_verbs_and_nouns() -> None:
    assert len({entry.base for entry in TRIGGERS.verb}) >= 420
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


def test_every_mode_has_a_trigger_but_those_that_only_context_tells() -> None:
    told = {(entry.type, mode) for entry in ENTRIES for mode in entry.modes}
    all_modes = {(name, mode) for name, kind in CODEBOOK.types.items() for mode in kind.modes}
    assert all_modes - told == set()


def test_no_verb_form_is_claimed_twice_unless_its_company_decides() -> None:
    claims: dict[str, list[VerbEntry]] = defaultdict(list)
    for entry in TRIGGERS.verb:
        for form in forms(entry):
            claims[form].append(entry)
    clashes = {
        (form, one.type, one.near, other.type, other.near)
        for form, entries in claims.items()
        for one, other in combinations(entries, 2)
        if not told_apart(one, other)
    }
    assert clashes == set()


def test_a_word_is_a_verb_or_a_noun_but_not_both() -> None:
    verbs = {form for entry in TRIGGERS.verb if not entry.near for form in forms(entry)}
    nouns = Counter(form for entry in TRIGGERS.noun for form in entry.forms)
    assert verbs & set(nouns) == set()
    assert [form for form, count in nouns.items() if count > 1] == []


def test_bare_forms_that_are_other_words_are_no_triggers() -> None:
    claimed = {form for entry in TRIGGERS.verb for form in forms(entry)}
    assert claimed & OTHER_WORDS == set()


def test_words_are_written_as_they_are_matched() -> None:
    for entry in TRIGGERS.verb:
        single = {entry.base, *forms(entry), *entry.near, *entry.unless, *entry.prepositions}
        assert all(word and word == word.lower() and " " not in word for word in single), entry
        assert not set(entry.near) & set(entry.unless), entry
    for entry in TRIGGERS.noun:
        words = {*entry.forms, *entry.unless, *entry.recipient_prepositions}
        assert all(word == " ".join(word.lower().split()) for word in words), entry


def test_every_verb_has_a_form_and_every_prepositional_recipient_a_preposition() -> None:
    for entry in TRIGGERS.verb:
        assert entry.inflect or entry.forms or entry.passive_forms, entry
        assert entry.frame != "preposition" or entry.prepositions, entry
        assert entry.frame != "object" or not entry.prepositions, entry


def test_stems_with_per_name_their_active_form() -> None:
    """ "Perketat" gives memperketat: the p of a prefix stays, where that of a root falls (perintah, memerintah)."""
    roots = {"perangi", "periksa", "perintahkan", "perkosa"}
    stems = {entry for entry in TRIGGERS.verb if entry.inflect and entry.base.startswith("per")}
    assert {entry.base for entry in stems if f"mem{entry.base}" not in entry.forms} <= roots | {"peras"}


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("bom bunuh diri", "ASSAULT"),
        ("desakan", "REQUEST"),
        ("gencatan senjata", "RETREAT"),
        ("jam malam", "COERCE"),
        ("kecaman", "ACCUSE"),
        ("kunjungan", "CONSULT"),
        ("latihan militer bersama", "COOPERATE"),
        ("mogok makan", "PROTEST"),
        ("operasi tangkap tangan", "COERCE"),
        ("penolakan", "REJECT"),
        ("permintaan maaf", "CONCEDE"),
        ("sanksi", "SANCTION"),
        ("uji coba rudal", "MOBILIZE"),
        ("ultimatum", "THREATEN"),
        ("unjuk rasa", "PROTEST"),
    ],
)
def test_common_nouns_have_the_type_the_codebook_gives(form: str, name: str) -> None:
    assert [entry.type for entry in TRIGGERS.noun if form in entry.forms] == [name]


def test_denials_do_not_suppress_what_they_deny() -> None:
    inner = {entry.base: entry.inner for entry in TRIGGERS.verb if entry.type == "REJECT" and not entry.near}
    assert {inner[base] for base in ("bantah", "tampik", "sangkal", "tepis")} == {"denied"}
    assert inner["tolak"] is None
    claims = [entry for entry in TRIGGERS.verb if entry.base == "tolak" and "klaim" in entry.near]
    assert [entry.inner for entry in claims] == ["denied"]


def test_a_host_is_the_recipient_of_the_visit() -> None:
    swapped = {(entry.base, entry.type) for entry in TRIGGERS.verb if entry.swap}
    assert {("jamu", "CONSULT"), ("terima", "CONSULT"), ("dapat", "AID")} <= swapped
