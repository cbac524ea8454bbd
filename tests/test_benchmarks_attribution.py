"""The benchmark of who says so: its passages are in their form, and its counts are those of a small example."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.attribution.__main__ import main
from benchmarks.attribution.passages import FOLDER, Passage, PassageError, read_passages
from benchmarks.attribution.score import Scores, score
from kawat.coder import Coder
from kawat.records import Actor, CodedArticle, Mention, SourceSpan, Span, Statement, StatementLink

PASSAGE = """
[[passage]]
name = "gudang"
text = '''
[a:Bupati Sumenep] [q1:[1:menuding]] [s1:petani [2:membakar] gudang]. Ia marah. "[s2:Tidak benar]," [q2:kata] [b:Hasan].
'''
statements = [
    { n = "1", kind = "indirect", source = "a", stance = "alleges" },
    { n = "2", kind = "direct", source = "b", stance = "denies" },
]
events = [
    { t = "1", type = "ACCUSE", status = "asserted" },
    { t = "2", type = "ASSAULT", status = "claimed", by = "1" },
]
links = [{ from = "2", to = "1", how = "contradicts" }]
"""


def passage(tmp_path: Path, written: str = PASSAGE) -> Passage:
    """Return the passage that ``written`` holds."""
    path = tmp_path / "passage.toml"
    path.write_text(written, "utf-8")
    (found,) = read_passages([path])
    return found


def as_labelled(of: Passage) -> CodedArticle:
    """Return what a coder says who finds all statements, speakers and links."""
    spans = {key: Span(*found[0]) for key, found in of.marked.spans.items()}
    actors = tuple(
        Actor(id=key, name=key, mentions=(Mention(start=spans[key].start, end=spans[key].end),)) for key in "ab"
    )
    links = {link.from_: StatementLink(statement_id=f"s{link.to}", how=link.how) for link in of.links}
    statements = tuple(
        Statement(
            id=f"s{label.n}",
            kind=label.kind,
            content=spans[f"s{label.n}"],
            cue=spans[f"q{label.n}"],
            source=SourceSpan(start=spans[label.source].start, end=spans[label.source].end, actor_id=label.source),
            stance=label.stance,
            links=(links[label.n],) if label.n in links else (),
        )
        for label in of.statements
    )
    coded = Coder(events="lexicon").code_article(of.article())
    return CodedArticle(article=coded.article, actors=actors, statements=statements, events=(), run=coded.run)


def test_what_is_labelled_is_right(tmp_path: Path) -> None:
    found, scores = passage(tmp_path), Scores()
    score(found, as_labelled(found), scores)
    assert scores.statements.shares() == (1.0, 1.0, 1.0)
    questions = ("speaker, direct", "speaker, indirect", "chain exact", "stance", "kind")
    assert [scores.right[question].f1 for question in questions] == [1.0] * 5
    assert [scores.links[name].f1 for name in ("any", "contradicts")] == [1.0, 1.0]


def test_another_speaker_and_a_missing_link_count_as_wrong(tmp_path: Path) -> None:
    found, scores = passage(tmp_path), Scores()
    right = as_labelled(found)
    one, two = right.statements
    assert two.source is not None
    wrong = Statement(
        id=two.id, kind=two.kind, content=two.content, cue=two.cue, stance="denies",
        source=SourceSpan(start=two.source.start, end=two.source.end, actor_id="a"),
    )  # fmt: skip
    coded = CodedArticle(article=right.article, actors=right.actors, statements=(one, wrong), events=(), run=right.run)
    score(found, coded, scores)
    assert (scores.right["speaker, direct"].f1, scores.right["speaker, indirect"].f1) == (0.0, 1.0)
    assert scores.links["contradicts"].f1 == 0.0
    assert any("speaker" in line for line in scores.errors)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("[s2:", "[s3:"), "contents marked"),
        (('source = "b"', 'source = "c"'), "names 'c'"),
        (('by = "1"', 'by = "2"'), "stands in statement"),
        (('to = "1"', 'to = "9"'), "a link names"),
        (('"ASSAULT"', '"BRAWL"'), "no type"),
    ],
)
def test_a_label_that_does_not_fit_is_refused(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    with pytest.raises(PassageError, match=message):
        passage(tmp_path, PASSAGE.replace(*change))


def test_all_passages_are_in_their_form_and_names_are_unique() -> None:
    names = [found.name for found in read_passages(sorted(FOLDER.glob("*.toml")))]
    assert len(names) == len(set(names)) >= 120


def test_errors_of_the_part_kept_aside_are_not_shown() -> None:
    with pytest.raises(SystemExit):
        main(["passages", "--split", "held", "--errors"])
