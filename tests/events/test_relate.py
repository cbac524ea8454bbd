"""Two marked spans of one sentence: the probability of each event type from the one to the other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.codebook import load_codebook
from kawat.events.relate import relate


def between(marked: str, language: str = "en") -> dict[str, float]:
    """Relate the spans of ``marked``: "<Russia> attacked [Ukraine]" - the actor in <>, the recipient in []."""
    text, starts, spans = "", {}, {}
    for char in marked:
        if char in "<[":
            starts[char] = len(text)
        elif char in ">]":
            mark = "<" if char == ">" else "["
            spans[mark] = (starts[mark], len(text))
        else:
            text += char
    return relate(text, language, spans.get("<"), spans.get("["))


@pytest.mark.parametrize(
    ("marked", "language", "type_"),
    [
        ("<Russia> attacked [Ukraine] with drones.", "en", "ASSAULT"),
        ("[Ukraine] was attacked by <Russia>.", "en", "ASSAULT"),
        ("<France> condemned [Mali].", "en", "ACCUSE"),
        ("<Germany> sent aid to [Sudan].", "en", "AID"),
        ("<Rusia> menyerang [Ukraina] dengan drone.", "id", "ASSAULT"),
        ("[Ukraina] diserang <Rusia>.", "id", "ASSAULT"),
        ("<Menlu Prancis> mengunjungi [Mesir].", "id", "CONSULT"),
        ("<Russia> lies east of [Ukraine].", "en", "NONE"),
        ("Hubungan <Jepang> dan [Korea] baik.", "id", "NONE"),
    ],
)
def test_the_likeliest_type(marked: str, language: str, type_: str) -> None:
    found = between(marked, language)
    assert max(found, key=found.__getitem__) == type_


def test_the_pair_decides_among_the_events_of_a_sentence() -> None:
    praise = between("<France> praised [Egypt] and Russia attacked Ukraine.")
    attack = between("France praised Egypt and <Russia> attacked [Ukraine].")
    assert max(praise, key=praise.__getitem__) == "SUPPORT"
    assert max(attack, key=attack.__getitem__) == "ASSAULT"


def test_the_other_direction_is_less_likely() -> None:
    assert between("[Russia] attacked <Ukraine>.")["ASSAULT"] < between("<Russia> attacked [Ukraine].")["ASSAULT"]


def test_one_side_may_be_missing() -> None:
    found = between("<Russia> attacked Ukraine.")
    assert max(found, key=found.__getitem__) == "ASSAULT"
    assert sum(relate("Russia attacked Ukraine.", "en", None, None).values()) == pytest.approx(1)


def test_the_likeliest_type_comes_first() -> None:
    found = list(between("<Russia> attacked [Ukraine] and met China.").values())
    assert found == sorted(found, reverse=True)


@pytest.mark.parametrize(
    ("actor", "recipient", "says"),
    [
        ((0, 99), None, "outside"),
        ((-1, 3), None, "outside"),
        ((3, 3), None, "outside"),
        ((0, 6), (5, 9), "overlap"),
        ((0, 6), (0, 6), "overlap"),
    ],
)
def test_spans_must_lie_in_the_sentence_and_apart(
    actor: tuple[int, int] | None, recipient: tuple[int, int] | None, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        relate("Russia attacked Ukraine.", "en", actor, recipient)


WORDS = ["Russia", "attacked", "the", "town", ",", "and", "Iran", "denied", "that", "it", "met", "by", "with", "“", "”"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=4, max_size=20), st.data())
def test_probabilities_of_known_types_add_up_to_one(words: list[str], data: st.DataObject) -> None:
    sentence = " ".join(words)
    cut = data.draw(st.integers(1, len(sentence) - 1))
    found = relate(sentence, "en", (0, cut), (cut, len(sentence)))
    assert sum(found.values()) == pytest.approx(1)
    assert set(found) <= {*load_codebook().types, "NONE"}
    assert all(0 < value <= 1 for value in found.values())
