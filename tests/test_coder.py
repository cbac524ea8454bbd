"""The Python interface: Coder, its answers, and the JSON object that OUTPUT promises."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import article, coder

import kawat
from kawat.codebook import load_codebook
from kawat.coder import Coder, NotCoded, known_or_needed
from kawat.records import Actor, Article, CodedArticle, Mention, SourceSpan, Span, Statement

PAGE = (
    "Iran Bantah Pasok Senjata\n"
    "TEHERAN - Amerika Serikat menuduh Iran memasok senjata kepada Rusia pada Rabu (26/7/2023).\n"
    "“Kami tidak pernah memasok senjata kepada Rusia,” kata Menteri Luar Negeri Iran Hossein Amirabdollahian.\n"
    "Menteri itu bertemu Menlu Rusia Sergey Lavrov di Moskow pekan lalu.\n"
)

KEYS = {
    "article": {
        "id", "url", "title", "language", "published", "published_from", "published_candidates", "dateline", "bylines",
        "agencies", "text", "paragraphs", "removed", "story_id", "duplicate_of",
    },
    "actors": {"id", "name", "country", "sectors", "wikidata", "mentions"},
    "statements": {"id", "kind", "content", "cue", "source", "via", "stance", "links"},
    "events": {
        "id", "type", "modes", "contexts", "quad", "score", "trigger", "sentence", "actors", "recipients", "symmetric",
        "status", "attributed_to", "disputed_by", "date", "place", "confidence",
    },
    "run": {"kawat", "model", "model_digest", "codebook"},
}  # fmt: skip
SPAN = {"start", "end"}


def test_a_text_is_cleaned_and_coded() -> None:
    found = kawat.Coder().code(PAGE)
    assert found.article.title == "Iran Bantah Pasok Senjata"
    assert (found.article.language, found.article.published, found.article.dateline.place) == (
        "id",
        "2023-07-26",
        "TEHERAN",
    )
    assert {event.type for event in found.events} >= {"ACCUSE", "AID", "CONSULT"}
    assert found.statements


def test_what_is_given_stands_before_what_is_found() -> None:
    found = coder().code(PAGE, title="Judul", published="2024-01-02", url="https://kabar.example/1", language="id")
    made = found.article
    assert (made.title, made.published, made.published_from) == ("Judul", "2024-01-02", "given")
    assert (made.url, made.language) == ("https://kabar.example/1", "id")


def test_english() -> None:
    found = coder().code("Russia attacked Ukraine on Wednesday. " * 3 + "The president said that it was a crime.")
    assert found.article.language == "en"
    assert [event.type for event in found.events][:1] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Le président de la République a rencontré hier à Paris le premier ministre du Canada pour parler de commerce.",
        "Der Bundeskanzler hat am Mittwoch in Berlin den französischen Präsidenten getroffen und über Handel geredet.",
        "",
        " \n\n ",
    ],
)
def test_other_languages_and_empty_texts_are_not_coded(text: str) -> None:
    with pytest.raises(NotCoded) as caught:
        coder().code(text)
    assert str(caught.value)


@pytest.mark.parametrize("language", ["fr", "", "ID"])
def test_an_article_in_another_language_is_refused_by_name(language: str) -> None:
    with pytest.raises(NotCoded, match="is not coded"):
        coder().code_article(article("Rusia menyerang Ukraina.", language=language))


def test_languages_can_be_limited_to_those_there_are() -> None:
    with pytest.raises(NotCoded, match=r"coded: en\)"):
        Coder(languages=["en"]).code_article(article("Rusia menyerang Ukraina."))
    with pytest.raises(ValueError, match="no language data for fr"):
        Coder(languages=["id", "fr"])


def test_many_articles_are_coded_in_order_one_at_a_time() -> None:
    taken: list[str] = []

    def articles():
        for text in ("Rusia menyerang Ukraina.", "Iran mengecam Israel.", "Hujan turun."):
            taken.append(text)
            yield article(text)

    found = coder().code_many(articles())
    assert [event.type for event in next(found).events] == ["ASSAULT"]
    assert len(taken) == 1
    assert [[event.type for event in one.events] for one in found] == [["ACCUSE"], []]


def test_relate_gives_probabilities_of_types() -> None:
    found = coder().relate("Russia attacked Ukraine.", actor=(0, 6), recipient=(16, 23))
    assert max(found, key=found.__getitem__) == "ASSAULT"
    assert sum(found.values()) == pytest.approx(1)
    assert set(found) <= {*load_codebook().types, "NONE"}
    found = coder().relate("Rusia menyerang Ukraina.", actor=(0, 5), recipient=(16, 23), language="id")
    assert max(found, key=found.__getitem__) == "ASSAULT"
    with pytest.raises(ValueError, match="outside"):
        coder().relate("Russia attacked Ukraine.", actor=(0, 100))


def test_coding_is_pure() -> None:
    one, two = coder().code(PAGE), Coder(events="lexicon").code(PAGE)
    assert one == two
    assert one.to_json() == two.to_json()
    coder().code("Amerika Serikat mengecam Iran. Presiden Vladimir Putin mengunjungi China.", language="id")
    assert coder().code(PAGE) == one


def test_the_json_object_has_the_keys_of_the_contract() -> None:
    found = coder().code(PAGE).to_dict()
    assert set(found) == set(KEYS)
    assert set(found["article"]) == KEYS["article"]
    assert set(found["article"]["dateline"]) == {"place", "outlet"}
    assert all(set(piece) == {"text", "reason"} for piece in found["article"]["removed"])
    assert all(set(span) == SPAN for span in found["article"]["paragraphs"])
    assert set(found["run"]) == KEYS["run"]
    for kind in ("actors", "statements", "events"):
        assert found[kind]
        assert all(set(row) == KEYS[kind] for row in found[kind])
    for statement in found["statements"]:
        assert set(statement["content"]) == SPAN
        assert statement["source"] is None or set(statement["source"]) == {*SPAN, "actor_id"}
    for event in found["events"]:
        assert set(event["trigger"]) == set(event["sentence"]) == SPAN
        for side in (*event["actors"], *event["recipients"]):
            assert set(side) == {*SPAN, "actor_id"}
        assert event["date"] is None or set(event["date"]) == {
            *SPAN, "text_start", "text_end", "precision", "contradicts",
        }  # fmt: skip
    places = [event["place"] for event in found["events"] if event["place"]]
    assert places
    for place in places:
        assert set(place) == {*SPAN, "name", "country", "admin1", "latitude", "longitude", "geonames_id"}


def test_a_mention_is_a_span_and_no_more() -> None:
    found = coder().code(PAGE).to_dict()
    assert all(set(mention) == SPAN for actor in found["actors"] for mention in actor["mentions"])


def test_json_is_one_line_of_what_the_dict_says() -> None:
    found = coder().code(PAGE)
    assert "\n" not in found.to_json()
    assert json.loads(found.to_json()) == json.loads(json.dumps(found.to_dict()))


def test_the_run_says_what_coded_it() -> None:
    run = coder().code(PAGE).run
    assert run.kawat == kawat.__version__
    assert run.codebook == load_codebook().version
    assert run.model
    assert run.model_digest


def check_spans(found: CodedArticle) -> None:
    """Every span lies inside the text and is not empty; every id that is pointed to is there."""
    text = found.article.text
    actors = {actor.id for actor in found.actors}
    statements = {statement.id for statement in found.statements}
    events = {event.id for event in found.events}

    def inside(start: int | None, end: int | None) -> None:
        assert start is not None
        assert end is not None
        assert 0 <= start < end <= len(text)

    for actor in found.actors:
        for mention in actor.mentions:
            inside(mention.start, mention.end)
    for statement in found.statements:
        inside(statement.content.start, statement.content.end)
        if statement.cue is not None:
            inside(statement.cue.start, statement.cue.end)
        if statement.source is not None:
            inside(statement.source.start, statement.source.end)
            assert statement.source.actor_id is None or statement.source.actor_id in actors
        assert set(statement.via) <= actors
    book = load_codebook()
    for event in found.events:
        inside(event.trigger.start, event.trigger.end)
        inside(event.sentence.start, event.sentence.end)
        assert event.sentence.covers(event.trigger)
        for side in (*event.actors, *event.recipients):
            inside(side.start, side.end)
            assert side.actor_id in actors
        assert event.actors or event.recipients
        assert set(event.attributed_to) <= statements
        assert set(event.disputed_by) <= events - {event.id}
        assert (event.quad, event.score) == (book.types[event.type].quad, book.types[event.type].score)
        assert set(event.modes) <= set(book.types[event.type].modes)
        assert set(event.contexts) <= set(book.contexts)
        assert 0 <= event.confidence <= 1
        if event.symmetric:
            assert {side.actor_id for side in event.actors} == {side.actor_id for side in event.recipients}
        if event.date is not None:
            assert event.date.start <= event.date.end
            if event.date.text_start is not None:
                inside(event.date.text_start, event.date.text_end)
        if event.place is not None and event.place.start is not None:
            inside(event.place.start, event.place.end)


def test_spans_of_a_page() -> None:
    check_spans(coder().code(PAGE))


WORDS = {
    "id": (
        "Rusia Ukraina AS PBB Kremlin KCNA Presiden Menlu Vladimir Putin Joko Widodo Budi Santoso polisi demonstran "
        "dia mereka kami ia menyerang diserang mengecam menuduh membantah memasok senjata bantuan kepada oleh dengan "
        "di ke dari antara bahwa yang dan serta tidak akan bisa jika setelah pertemuan serangan sanksi klaim tuduhan "
        "kata ujarnya mengatakan menurut dilansir hal itu kedua negara Jakarta Kharkiv kemarin Rabu (27/7/2023) 2014"
    ),
    "en": (
        "Russia Ukraine U.S. UN Kremlin KCNA President minister Vladimir Putin Joe Biden John Smith police protesters "
        "he they we it attacked was condemned accused of denied supplying arms aid to by with in from between that "
        "which and not will could if after talks attack sanctions claim 's said according reported the two countries "
        "Moscow Kharkiv yesterday on Wednesday July 27, 2023 in 2014 has been a an the -led"
    ),
}
MARKS = ["“", "”", '"', "'", "’", ",", ".", ";", ":", "(", ")", "—", "-", "?", "!", "...", "[", "]", "«", "»", "İ", "é"]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    language = draw(st.sampled_from(["id", "en"]))
    piece = st.sampled_from([*WORDS[language].split(), *MARKS]) | st.text(min_size=1, max_size=4)
    paragraph = st.lists(piece, min_size=1, max_size=30).flatmap(
        lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
    )
    paragraphs = draw(st.lists(paragraph.filter(str.strip), min_size=1, max_size=4))
    return article(
        *paragraphs,
        language=language,
        published=draw(st.sampled_from([None, "2023-07-27", "2024-02-29"])),
        place=draw(st.sampled_from([None, "PYONGYANG", "Jakarta", "Entahlah"])),
        url=draw(st.sampled_from([None, "https://www.antaranews.com/berita/1", "https://kabar.example/1"])),
    )


@settings(max_examples=300, deadline=None)
@given(articles())
def test_any_words_are_coded_with_spans_inside_the_text(made: Article) -> None:
    check_spans(coder().code_article(made))


@settings(max_examples=30, deadline=None)
@given(articles())
def test_any_words_are_coded_the_same_twice(made: Article) -> None:
    assert coder().code_article(made) == coder().code_article(made)


def test_whom_the_model_alone_read_stays_while_somebody_needs_them() -> None:
    known = Actor(id="IDN", name="Indonesia", mentions=(Mention(start=0, end=9),))
    read = [Actor(id=f"ZZZ.{n}", name=n, mentions=(Mention(start=20, end=24, how="model"),)) for n in ("a", "b", "c")]
    source = SourceSpan(start=20, end=24, actor_id="ZZZ.a")
    statement = Statement(id="s1", kind="indirect", content=Span(30, 40), source=source, via=("ZZZ.b",))
    kept = known_or_needed((known, *read), (statement,), ())
    assert [actor.id for actor in kept] == ["IDN", "ZZZ.a", "ZZZ.b"]
