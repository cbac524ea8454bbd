"""The labelled corpus: its marks are read as written, its files are valid, and a wrong label is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.corpus import CorpusError, read_corpus
from training.marked import MarkError, read_marks


def test_marks_give_the_text_and_the_spans_of_every_key() -> None:
    marked = read_marks("[q1:Kata] [a:Menlu Iran], [s1:[b:Israel] [1:menyerang] [c:Isfahan]]. [a:Ia] marah.")
    assert marked.text == "Kata Menlu Iran, Israel menyerang Isfahan. Ia marah."
    words = {key: [marked.text[start:end] for start, end in spans] for key, spans in marked.spans.items()}
    assert words["a"] == ["Menlu Iran", "Ia"]
    assert words["s1"] == ["Israel menyerang Isfahan"]
    assert words["1"] == ["menyerang"]


@pytest.mark.parametrize("broken", ["[a:Iran", "Iran]", "[x Iran]", "[a:]", "[a: Iran]", "[ab:Iran]"])
def test_marks_that_do_not_fit_are_refused(broken: str) -> None:
    with pytest.raises(MarkError):
        read_marks(broken)


@given(st.text(alphabet="abc [:]1qs", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        marked = read_marks(text)
    except MarkError:
        return
    for spans in marked.spans.values():
        assert all(0 <= start < end <= len(marked.text) for start, end in spans)


def test_every_file_of_the_corpus_is_valid() -> None:
    for labelled in read_corpus():
        assert labelled.marked.text


@pytest.mark.parametrize(
    ("item", "complaint"),
    [
        ('text = "[a:Iran] [1:menyerang]."\nmentions = {}\nevents = [{ t = "1", type = "ASSAULT" }]', "mentions"),
        ('text = "[1:menyerang]."\nevents = [{ t = "1", type = "ATTACK" }]', "ATTACK"),
        ('text = "[1:menyerang]."\nevents = [{ t = "1", type = "ASSAULT", modes = ["strike"] }]', "strike"),
        ('text = "[1:menyerang]."\nevents = []', "triggers"),
        ('text = "[1:x]."\nevents = [{ t = "1", type = "ASSAULT", status = "maybe" }]', "status"),
        ('text = "[s1:x]."', "statement"),
        ('text = "[a:keluarga [b:Gamma]]."\nmentions = { a = "ROLE", b = "PER" }', "inside"),
    ],
)
def test_a_wrong_label_is_named_with_its_place(tmp_path: Path, item: str, complaint: str) -> None:
    (tmp_path / "id").mkdir()
    (tmp_path / "id" / "01.toml").write_text(f'topic = "x"\n\n[[item]]\n{item}\n', "utf-8")
    with pytest.raises(CorpusError, match=rf"id/01.toml item 1: .*{complaint}"):
        list(read_corpus(tmp_path))
