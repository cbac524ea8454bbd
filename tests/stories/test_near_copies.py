"""Near-copies: which articles copy which."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.stories import are_copies, find_copies, signature_bands, signatures

WORDS = [f"kata{number}" for number in range(400)]


def text(seed: int, length: int = 250) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def edited(words: list[str], edits: int, seed: int = 0) -> list[str]:
    chance = random.Random(seed)
    out = list(words)
    for place in chance.sample(range(len(out)), edits):
        out[place] = f"sunting{place}"
    return out


def copied(one: list[str], other: list[str]) -> bool:
    rows, runs = signatures([" ".join(one), " ".join(other)])
    return bool(are_copies(rows[:1], rows[1:], runs[:1], runs[1:])[0])


def test_edited_and_cut_copies_are_copies_and_another_text_is_none():
    assert copied(text(1), edited(text(1), 8))
    assert copied(text(1), edited(text(1), 40))
    assert copied(text(1), text(1)[:90])
    assert not copied(text(1), text(2))


def test_a_common_paragraph_of_background_makes_no_copy():
    assert not copied(text(1) + text(9, 40), text(2) + text(9, 40))


def test_case_punctuation_and_spacing_make_no_difference():
    one = "Presiden bertemu Menteri Luar Negeri, di Jakarta, pada Senin."
    other = "presiden  bertemu menteri luar negeri\n\ndi jakarta pada senin"
    rows, _ = signatures([one, other])
    assert (rows[0] == rows[1]).all()


@pytest.mark.parametrize("edits", [0, 8, 40])
def test_similar_texts_agree_in_a_band(edits):
    missed = 0
    for seed in range(30):
        rows, _ = signatures([" ".join(text(seed)), " ".join(edited(text(seed), edits, seed))])
        bands = signature_bands(rows)
        missed += not (bands[0] == bands[1]).any()
    assert missed == 0


def test_different_texts_hardly_ever_agree_in_a_band():
    bands = signature_bands(signatures([" ".join(text(seed)) for seed in range(60)])[0])
    agreeing = sum((bands[i] == bands[j]).any() for i in range(60) for j in range(i))
    assert agreeing <= 1


def test_texts_without_words_have_no_signature():
    rows, runs = signatures(["", "... !", "kata"])
    assert rows.any(axis=1).tolist() == [False, False, True]
    assert runs.tolist() == [0, 0, 1]
    assert len(signatures([])[0]) == 0


def test_signatures_do_not_depend_on_what_else_is_signed():
    alone, _ = signatures(["satu dua tiga empat lima"])
    together, _ = signatures(["lain sama sekali", "satu dua tiga empat lima"])
    assert np.array_equal(alone[0], together[1])


def test_a_chain_of_copies_leads_to_its_earliest_article():
    assert find_copies([(5, 3), (3, 1), (9, 8)]) == {5: 1, 3: 1, 9: 8}


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=30), st.randoms())
def test_copies_do_not_depend_on_the_order_of_links(links, chance):
    shuffled = list(links)
    chance.shuffle(shuffled)
    found = find_copies(links)
    assert found == find_copies(shuffled)
    assert all(original < article and original not in found for article, original in found.items())
