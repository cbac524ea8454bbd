"""The coder with the bundled model, from text to events."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import article, model_coder

from kawat.codebook import load_codebook
from kawat.encoder.model import bundled

pytestmark = pytest.mark.skipif(not (bundled() / "model.onnx").exists(), reason="the bundled model is not here")


def told(text: str, language: str) -> set[tuple[str, str, str]]:
    """Return (type, words of the actors, words of the recipients) of the events in a sentence."""
    coded = model_coder().code_article(article(text, language=language))
    return {
        (event.type, *(" ".join(text[s.start : s.end] for s in side) for side in (event.actors, event.recipients)))
        for event in coded.events
    }


@pytest.mark.parametrize(
    ("text", "language", "event"),
    [
        ("Rusia menyerang Ukraina.", "id", ("ASSAULT", "Rusia", "Ukraina")),
        ("Ukraina diserang Rusia pada Selasa dini hari.", "id", ("ASSAULT", "Rusia", "Ukraina")),
        ("Kanada menjatuhkan sanksi kepada Belarus.", "id", ("SANCTION", "Kanada", "Belarus")),
        ("Polisi menangkap tiga aktivis di Jayapura.", "id", ("COERCE", "Polisi", "tiga aktivis")),
        ("Norway expelled two Russian diplomats on Friday.", "en", ("SANCTION", "Norway", "two Russian diplomats")),
        ("Kenya condemned Uganda over the border raid.", "en", ("ACCUSE", "Kenya", "Uganda")),
        ("The protesters were beaten by riot police on Sunday.", "en", ("ASSAULT", "riot police", "The protesters")),
        pytest.param(
            "The protesters were beaten by police in Nairobi.",
            "en",
            ("ASSAULT", "police", "The protesters"),
            marks=pytest.mark.xfail(reason="the place is read as a part of who acts", strict=True),
        ),
    ],
)
def test_who_does_what_to_whom_in_either_voice(text: str, language: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, language)


def test_what_is_done_together_has_both_on_both_sides() -> None:
    coded = model_coder().code_article(article("Presiden Prancis dan Kanselir Jerman bertemu di Paris."))
    meeting = next(event for event in coded.events if event.type == "CONSULT")
    assert meeting.symmetric
    assert {s.actor_id for s in meeting.actors} == {s.actor_id for s in meeting.recipients}


@pytest.mark.parametrize(
    "name",
    [
        "Perkumpulan Sabda Rimba",
        pytest.param(
            "Komunitas Teluk Kabut",
            marks=pytest.mark.xfail(reason="the registry's common noun stands in the way of the name", strict=True),
        ),
    ],
)
def test_a_side_that_the_registry_does_not_know_is_an_actor_without_a_country(name: str) -> None:
    text = f"{name} berunjuk rasa di depan kantor gubernur pada Senin."
    coded = model_coder().code_article(article(text))
    sides = {s.actor_id for event in coded.events if event.type == "PROTEST" for s in event.actors}
    named = {text[m.start : m.end] for actor in coded.actors if actor.id in sides for m in actor.mentions}
    assert name in named


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Suhu di Palembang mencapai 34 derajat pada Sabtu siang.", "id"),
        ("Jumlah penduduk Islandia sekitar 380 ribu jiwa.", "id"),
        ("The museum opens at nine and closes at five.", "en"),
    ],
)
def test_weather_figures_and_opening_hours_are_no_events(text: str, language: str) -> None:
    assert told(text, language) == set()


def test_relate_reads_the_direction_from_the_marked_sides() -> None:
    sentence = "Uni Eropa menjatuhkan sanksi kepada pemerintah Belarus."
    found = model_coder().relate(sentence, actor=(0, 9), recipient=(36, 54), language="id")
    assert sum(found.values()) == pytest.approx(1, abs=1e-5)
    assert set(found) == {*load_codebook().types, "NONE"}
    assert max(found, key=found.__getitem__) == "SANCTION"
    turned = model_coder().relate(sentence, actor=(36, 54), recipient=(0, 9), language="id")
    assert turned["SANCTION"] < found["SANCTION"]
    one_sided = model_coder().relate("Buruh pelabuhan mogok kerja.", actor=(0, 15), language="id")
    assert max(one_sided, key=one_sided.__getitem__) == "PROTEST"
    with pytest.raises(ValueError, match="outside"):
        model_coder().relate(sentence, actor=(0, 500))


def test_the_same_article_is_read_the_same_whatever_was_read_before() -> None:
    page = article("Iran mengecam Israel.", "Jepang memberi bantuan beras kepada Sri Lanka, kata menterinya.")
    first = model_coder().code_article(page)
    model_coder().code_article(article("Hujan turun di Bogor sejak pagi dan jalan-jalan tergenang."))
    assert model_coder().code_article(page) == first


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=300))
def test_any_text_is_coded_with_spans_inside_it(text: str) -> None:
    coded = model_coder().code_article(article(text, language="en"))
    for event in coded.events:
        for span in (event.trigger, *event.actors, *event.recipients):
            assert 0 <= span.start < span.end <= len(text)


def test_nobody_does_anything_to_himself() -> None:
    text = (
        "Soldiers overthrew Mohamed Bazoum in Niamey. Members of the presidential guard detained Bazoum on Wednesday."
    )
    for event in model_coder().code(text, published="2023-07-27", language="en").events:
        assert event.actors != event.recipients or not event.actors or len(event.actors) > 1
