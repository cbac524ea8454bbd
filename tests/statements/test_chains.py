"""Chains: by which mouths a statement reached the outlet."""

from __future__ import annotations

import pytest
from making import article, coded, coder

from kawat.records import CodedArticle, Statement


def saying(found: CodedArticle, words: str) -> Statement:
    """Return the innermost statement that holds ``words``."""
    holding = [s for s in found.statements if words in s.content.of(found.article.text)]
    return min(holding, key=lambda s: s.content.end - s.content.start)


def test_a_statement_inside_a_statement_came_through_the_outer_source() -> None:
    found = coded("KCNA melaporkan bahwa Kim Jong-un mengatakan Korea Utara siap berperang.")
    inner = saying(found, "siap berperang")
    assert inner.source is not None
    assert (inner.source.actor_id, inner.via) == ("kim-jong-un", ("kcna",))
    outer = saying(found, "Kim Jong-un mengatakan")
    assert outer.source is not None
    assert (outer.source.actor_id, outer.via) == ("kcna", ())


def test_the_outlet_is_the_outermost_mouth() -> None:
    made = article(
        "KCNA melaporkan bahwa Kim Jong-un mengatakan Korea Utara siap berperang.", url="https://www.antaranews.com/b/1"
    )
    found = coder().code_article(made)
    assert saying(found, "siap berperang").via == ("antara", "kcna")
    assert "antara" in [actor.id for actor in found.actors]


def test_an_outlet_nobody_knows_is_still_a_mouth_and_an_actor() -> None:
    found = coded("Kremlin mengatakan bahwa perang akan segera usai.", url="https://kabar.example/1")
    assert found.statements[0].via == ("outlet.kabar-example",)
    assert found.actors[-1].id == "outlet.kabar-example"
    assert found.actors[-1].mentions == ()


def test_a_source_is_not_in_its_own_chain() -> None:
    found = coded("Menurut Kremlin, “kami tidak akan pernah mundur,” kata Kremlin.")
    for statement in found.statements:
        assert statement.source is None or statement.source.actor_id not in statement.via


def test_neighbours_are_not_in_each_others_chains() -> None:
    found = coded("Kremlin mengatakan bahwa perang usai sudah.", "Teheran mengatakan bahwa perang belum usai.")
    assert [statement.via for statement in found.statements] == [(), ()]


def test_a_speaker_left_out_is_the_subject_of_the_sentence_before() -> None:
    found = coded("Sergey Shoigu memuji Kim Jong-un. “Kami sahabat yang sangat lama,” katanya.")
    statement = saying(found, "sahabat")
    assert statement.source is not None
    assert statement.source.actor_id == "sergei-shoigu"


@pytest.mark.xfail(strict=False, reason="the subject of a reported clause is taken from outside it")
def test_a_source_inside_a_report_in_english() -> None:
    found = coded("TASS reported that Vladimir Putin said Russia was ready to talk.", language="en")
    inner = saying(found, "ready to talk")
    assert inner.source is not None
    assert (inner.source.actor_id, inner.via) == ("vladimir-putin", ("tass",))
