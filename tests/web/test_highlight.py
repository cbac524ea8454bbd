"""Marks over a text become pieces that do not overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kawat.web.highlight import Mark, Segment, segments

MARKS = st.lists(
    st.builds(Mark, st.integers(-5, 60), st.integers(-5, 60), st.sampled_from(["actor", "trigger", "place"])),
    max_size=12,
)


@given(st.text(max_size=50), MARKS, st.integers(0, 60), st.integers(0, 60))
def test_the_pieces_joined_are_the_text(text, marks, start, end):
    found = segments(text, marks, start, end)
    assert "".join(segment.text for segment in found) == text[start:end]
    assert all(segment.text for segment in found)
    assert "".join(segment.text for segment in segments(text, marks)) == text


@given(st.text(max_size=50), MARKS, st.integers(0, 20))
def test_each_character_has_the_marks_that_cover_it_in_their_order(text, marks, start):
    place = start
    for segment in segments(text, marks, start):
        for _ in segment.text:
            assert segment.marks == tuple(mark for mark in marks if mark.start <= place < mark.end)
            place += 1


def test_overlapping_marks_are_cut_where_they_begin_and_end():
    who, did = Mark(0, 10, "actor"), Mark(6, 13, "trigger")
    assert segments("Rusia menuduh itu", [who, did]) == [
        Segment("Rusia ", (who,)),
        Segment("menu", (who, did)),
        Segment("duh", (did,)),
        Segment(" itu", ()),
    ]


def test_characters_beyond_the_basic_plane_count_as_one():
    assert [s.text for s in segments("😀 a 😀 b", [Mark(4, 5, "place")])] == ["😀 a ", "😀", " b"]


def test_a_piece_leads_where_the_mark_on_top_leads():
    marks = [Mark(0, 9, "said", "#s1"), Mark(0, 4, "trigger", "/events/e"), Mark(0, 2, "actor")]
    inner, rest = segments("kata", marks, 0, 2), segments("kata bahwa", marks, 4)
    assert [inner[0].link, inner[0].kinds] == ["/events/e", "said trigger actor"]
    assert [(segment.text, segment.link) for segment in rest] == [(" bahw", "#s1"), ("a", None)]
