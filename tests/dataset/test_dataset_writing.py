"""Writing: what is stored, and that storing it again changes nothing."""

from __future__ import annotations

import datetime

import duckdb
import msgspec
import pytest
from made_articles import RUN, dump, entry, made

from kawat.dataset import DatasetError, Entry, Writer, open_dataset
from kawat.records import Reject


def store(path, *entries, finish=True):
    with Writer(path) as writer:
        written = writer.write(entries)
        if finish:
            writer.finish()
    return written


def contents(path):
    with open_dataset(path) as dataset:
        return dump(dataset)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "events.duckdb"


def test_an_article_becomes_rows_of_every_table(path):
    store(
        path,
        entry(made("a", title="Tuduhan")),
        Entry(source="b", input_digest="", outcome=Reject(source="b", reason="?")),
    )
    rows = contents(path)
    assert {table: len(found) for table, found in rows.items()} == {
        "articles": 1, "actors": 2, "mentions": 2, "statements": 1, "reports": 2,
        "events": 2, "stories": 1, "rejects": 1, "runs": 1,
    }  # fmt: skip
    report = rows["reports"][0]
    assert (report["id"], report["type"], report["actor_countries"], report["recipient_names"]) == (
        "a:e1", "ACCUSE", ["RUS"], ["Ukraina"],
    )  # fmt: skip
    assert (report["date_start"], report["place_name"]) == (datetime.date(2023, 7, 27), "Kerch")
    assert (report["attributed_to"], report["attributed_names"]) == (["a:s1"], ["Rusia"])


def test_spans_point_at_the_words_of_the_stored_text(path):
    store(path, entry(made("a")))
    with open_dataset(path) as dataset:
        found = dataset.sql(
            "SELECT substring(text, actor_start[1] + 1, actor_end[1] - actor_start[1]) AS who, "
            "substring(text, trigger_start + 1, trigger_end - trigger_start) AS what "
            "FROM reports JOIN articles ON articles.id = article_id WHERE type = ?",
            ["ACCUSE"],
        )
    assert found.to_pylist() == [{"who": "Rusia", "what": "menuduh"}]


def test_writing_the_same_input_again_changes_nothing(path):
    entries = [entry(made(id)) for id in "cab"]
    entries.append(Entry(source="x", input_digest="", outcome=Reject(source="x", reason="empty")))
    first = store(path, *entries)
    before = contents(path)
    again = store(path, *entries)
    assert contents(path) == before
    assert (first.coded, first.unchanged, again.coded, again.unchanged) == (3, 0, 0, 3)


def test_the_order_and_the_batches_of_input_do_not_matter(tmp_path):
    articles = [entry(made(id, published=f"2023-07-{day}")) for id, day in (("a", 27), ("b", 25), ("c", 26))]
    one, other = tmp_path / "one.duckdb", tmp_path / "other.duckdb"
    store(one, *articles)
    for article in reversed(articles):
        store(other, article)
    assert contents(one) == contents(other)


def test_an_id_belongs_to_the_first_article_of_a_run_that_has_it(path):
    written = store(path, entry(made("a")), entry(made("a", "Teks yang sama sekali lain dari yang pertama itu. " * 3)))
    assert [reject.reason for reject in written.rejects] == ["id already used by another article: a"]
    assert len(contents(path)["articles"]) == 1


def test_the_same_holds_across_batches_of_a_run(path):
    other = made("a", "Teks yang sama sekali lain dari yang pertama itu. " * 3)
    with Writer(path) as writer:
        writer.write([entry(made("a"))])
        assert len(writer.write([entry(other)]).rejects) == 1
        assert writer.write([entry(made("a"))]).unchanged == 1


def test_a_later_run_replaces_an_article_with_all_its_rows(path):
    store(path, entry(made("a")), entry(made("b")))
    other = made("a", "Teks yang sama sekali lain dari yang pertama itu, tentang hal yang lain pula.")
    other = msgspec.structs.replace(other, actors=other.actors[:1], statements=(), events=())
    assert store(path, entry(other)).coded == 1
    rows = contents(path)
    assert [row["article_id"] for row in rows["reports"]] == ["b", "b"]
    assert [row["article_id"] for row in rows["actors"]] == ["a", "b", "b"]
    assert all("a:e1" not in row["reports"] for row in rows["events"])


def test_another_version_of_the_coder_replaces_what_the_former_coded(path):
    store(path, entry(made("a")))
    newer = msgspec.structs.replace(made("a"), run=msgspec.structs.replace(RUN, model="better"))
    assert store(path, entry(newer)).coded == 1
    with open_dataset(path) as dataset:
        used = dataset.sql("SELECT model FROM articles JOIN runs ON runs.id = run_id").to_pylist()
    assert used == [{"model": "better"}]


def test_an_input_that_is_coded_at_last_is_no_longer_among_the_rejects(path):
    source = made("a").article.source
    store(path, Entry(source=source, input_digest="", outcome=Reject(source=source, reason="no text")))
    store(path, entry(made("a")))
    assert contents(path)["rejects"] == []


def test_two_rejects_of_one_input_are_both_kept(path):
    rejects = [
        Entry(source="a.gz", input_digest="", outcome=Reject(source="a.gz", reason=why)) for why in ("broken", "cut")
    ]
    store(path, *rejects)
    store(path, *rejects)
    assert [row["reason"] for row in contents(path)["rejects"]] in (["broken", "cut"], ["cut", "broken"])


@pytest.mark.parametrize(
    ("field", "value"),
    [("published", "kemarin"), ("title", "surogat \ud800 sendirian")],
)
def test_what_cannot_be_stored_is_rejected_and_the_rest_is_stored(path, field, value):
    bad = made("bad")
    bad = msgspec.structs.replace(bad, article=msgspec.structs.replace(bad.article, **{field: value}))
    written = store(path, entry(bad), entry(made("good")))
    assert written.coded == 1
    assert "cannot be stored" in written.rejects[0].reason


def test_paths_that_are_no_unicode_and_texts_with_nul_are_stored(path):
    odd = made("a", "Rusia menuduh Ukraina\0 menyerang jembatan di Kerch pada Senin. Ukraina membantah itu semua.")
    odd = msgspec.structs.replace(odd, article=msgspec.structs.replace(odd.article, source="\udce9.txt"))
    store(path, entry(odd), Entry(source="\udce9", input_digest="", outcome=Reject(source="\udce9", reason="\udce9")))
    rows = contents(path)
    assert "\0" in rows["articles"][0]["text"]
    assert rows["rejects"][0]["source"] == "\\udce9"


def test_inputs_stored_already_are_known_by_digest_and_version(path):
    with Writer(path) as writer:
        writer.write([entry(made("a"))])
        assert writer.stored(["digest of a", "digest of b"], RUN) == {"digest of a"}
        assert writer.stored(["digest of a"], msgspec.structs.replace(RUN, kawat="0.2.0")) == set()
        assert writer.write([Entry(source="a", input_digest="digest of a", outcome=None)]).unchanged == 1


def test_an_input_passed_over_still_holds_its_id_in_the_run(path):
    store(path, entry(made("a")))
    other = made("a", "Teks yang sama sekali lain dari yang pertama itu. " * 3)
    with Writer(path) as writer:
        writer.write([Entry(source="a", input_digest="digest of a", outcome=None)])
        assert len(writer.write([entry(other)]).rejects) == 1


def test_a_batch_that_fails_leaves_nothing_behind(path, monkeypatch):
    with Writer(path) as writer:
        writer.write([entry(made("a"))])
        with monkeypatch.context() as patch:
            patch.setattr(writer, "_write_rejects", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                writer.write([entry(made("b"))])
        assert writer.write([entry(made("b"))]).coded == 1
    assert [row["id"] for row in contents(path)["articles"]] == ["a", "b"]


def test_a_missing_folder_is_named_with_its_remedy(tmp_path):
    with pytest.raises(DatasetError, match=r"nowhere does not exist; make it first: mkdir -p"):
        Writer(tmp_path / "nowhere" / "events.duckdb")


@pytest.mark.parametrize("content", [b"", b"my thesis", b"SQLite format 3\0" + bytes(100)])
def test_a_file_that_is_something_else_is_left_as_it_is(path, content):
    path.write_bytes(content)
    with pytest.raises(DatasetError, match="not a Kawat dataset"):
        Writer(path)
    assert path.read_bytes() == content


def test_another_duckdb_file_is_left_as_it_is(path):
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE articles AS SELECT 1 AS id")
    before = path.read_bytes()
    with pytest.raises(DatasetError, match="not a Kawat dataset"):
        Writer(path)
    assert path.read_bytes() == before


def test_making_a_dataset_leaves_no_other_file(path):
    store(path, entry(made("a")))
    assert [each.name for each in path.parent.iterdir()] == [path.name]
