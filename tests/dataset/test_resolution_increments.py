"""Events and stories do not depend on the parts in which articles come in."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from made_articles import dump, made

from kawat.dataset import Entry, Writer, open_dataset
from kawat.records import CodedArticle

SENTENCE = "Rusia menuduh Ukraina menyerang jembatan di Kerch pada Senin. Ukraina membantah tuduhan itu."
PLACES = ("Kerch", "Donetsk Lyman", "Tuapse Novorossiysk", "Sevastopol Inkerman")
DETAILS = ("", " Gubernur Aksyonov datang.", " Kapal Minsk rusak berat di galangan Sevmorzavod.")


@st.composite
def coded(draw: st.DrawFn) -> CodedArticle:
    number, day = draw(st.integers(0, 11)), draw(st.integers(0, 28))
    place, detail = draw(st.sampled_from(PLACES)), draw(st.sampled_from(DETAILS))
    text = SENTENCE + f" Serangan di {place} menewaskan {10 + len(place)} orang, kata Gubernur {place}." + detail
    published = f"2023-07-{day:02}" if day else None
    article = made(f"a{number:02}", text, published=published, title=place)
    language = msgspec.structs.replace(article.article, language=draw(st.sampled_from(["id", "en"])))
    article = msgspec.structs.replace(article, article=language)
    if draw(st.booleans()):
        return article
    return msgspec.structs.replace(article, events=article.events[:1])


def write(path: Path, batches: list[list[CodedArticle]]) -> None:
    """Write each batch in a run of its own."""
    for batch in batches:
        with Writer(path) as writer:
            for number, article in enumerate(batch):
                writer.write([Entry(source="-", input_digest=f"{article.article.id}{number}", outcome=article)])
            writer.finish()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(coded(), min_size=1, max_size=5), min_size=1, max_size=4))
def test_batches_in_any_order_of_days_give_what_all_at_once_gives(batches):
    latest = {article.article.id: article for batch in batches for article in reversed(batch)}
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder, "parts.duckdb"), batches)
        write(Path(folder, "whole.duckdb"), [list(latest.values())])
        with open_dataset(Path(folder, "parts.duckdb")) as parted, open_dataset(Path(folder, "whole.duckdb")) as once:
            parts, whole = dump(parted), dump(once)
    for table in ("articles", "reports", "events", "stories"):
        assert [_plain(row) for row in parts[table]] == [_plain(row) for row in whole[table]], table


def test_a_story_names_its_actors_and_outlets(tmp_path):
    write(tmp_path / "events.duckdb", [[made("a"), made("b", published="2023-07-28")]])
    with open_dataset(tmp_path / "events.duckdb") as dataset:
        (story,) = dataset.arrow("stories").to_pylist()
    assert story["actors"] == ["Rusia", "Ukraina"]
    assert story["article_count"] == 2
    assert story["outlets"] == []


def _plain(row: dict) -> dict:
    return {name: value for name, value in row.items() if name != "input_digest"}
