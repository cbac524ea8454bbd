"""The page the project began with: what a careful coder reads in it comes out of it."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from making import coder, model_coder, sides

from kawat.records import CodedArticle

ROOT = Path(__file__).parent.parent
FOLDER = (ROOT / os.environ.get("KAWAT_DATA", "../shared/data")).resolve().parent / "seed"
PAGE = FOLDER / "000_45b1288b14f83929.txt"

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the founding page is not here (KAWAT_DATA)")

Row = tuple[str, str, str]  # type, countries of the actors, countries of the recipients

EVENTS: list[Row] = [
    ("CONSULT", "RUS", "PRK"),  # Shoigu hands over the letter
    ("CONSULT", "RUS", "PRK"),  # and visits the country
    ("SUPPORT", "PRK", "RUS"),  # Kim thanks Putin
    ("CONSULT", "PRK RUS", "PRK RUS"),  # Kim and Shoigu discuss relations
    ("CONSULT", "RUS", "PRK"),  # Shoigu visits the exhibition
    ("CONSULT", "PRK RUS", "PRK RUS"),  # and meets his colleague
    ("SUPPORT", "RUS", "PRK"),  # whom he praises
    ("ACCUSE", "PRK", "USA"),  # "hegemonic actions"
    ("REJECT", "PRK", "USA"),  # refuses to join the sanctions
    ("SUPPORT", "PRK", "RUS"),  # backs the operation in Ukraine
    ("ACCUSE", "USA", "PRK"),  # claims that it supplied arms
    ("AID", "PRK", "RUS"),  # what is claimed
    ("REJECT", "PRK", "USA"),  # denies it
    ("CONSULT", "CHN", "PRK"),  # Li Hongzhong's delegation
    ("REQUEST", "USA", "CHN RUS"),  # to urge North Korea to show restraint
]


# Right events at least and other events at most. The lexicon was made with this page in view, the model was not.
BOUNDS = {"lexicon": (13, 8), "model": (9, 6)}


@pytest.fixture(scope="module", params=list(BOUNDS))
def events(request: pytest.FixtureRequest) -> str:
    """What reads the events."""
    return request.param


@pytest.fixture(scope="module")
def page(events: str) -> CodedArticle:
    made = coder() if events == "lexicon" else model_coder()
    return made.code(PAGE.read_text(encoding="utf-8"))


def rows(found: CodedArticle) -> Counter[Row]:
    named: Counter[Row] = Counter()
    for event in found.events:
        actors, recipients = (" ".join(sorted(c or "?" for c in side)) for side in sides(found, event))
        named[event.type, actors, recipients] += 1
    return named


def test_the_body_is_thirteen_paragraphs(page: CodedArticle) -> None:
    body = [span.of(page.article.text) for span in page.article.paragraphs]
    assert len(body) == len(set(body)) == 13
    assert body[0].startswith("Menteri Pertahanan (Menhan) Rusia")
    assert body[-1].endswith("di Semenanjung Korea.")


def test_chrome_and_the_repeat_are_removed_with_their_reasons(page: CodedArticle) -> None:
    removed = [(piece.reason, piece.text) for piece in page.article.removed]
    assert [text for reason, text in removed if reason == "chrome"] == ["loading...", "A", "A", "A"]
    repeats = [text for reason, text in removed if reason == "repeat"]
    assert repeats == [span.of(page.article.text) for span in page.article.paragraphs[1:]]


def test_what_the_page_says_of_itself(page: CodedArticle) -> None:
    made = page.article
    assert made.title == "Pemimpin Korea Utara Kim Jong-un Terima Surat Hangat dari Putin"
    assert made.dateline.place == "PYONGYANG"
    assert (made.published, made.published_from) == ("2023-07-27", "text")
    assert made.bylines == ("sya",)
    assert made.agencies == ("KCNA",)
    assert made.language == "id"


def test_most_of_the_fifteen_events(page: CodedArticle, events: str) -> None:
    wanted = Counter(EVENTS)
    assert wanted.total() == 15
    assert (wanted & rows(page)).total() >= BOUNDS[events][0], (wanted - rows(page), rows(page) - wanted)


def test_few_events_that_are_not_there(page: CodedArticle, events: str) -> None:
    assert (rows(page) - Counter(EVENTS)).total() <= BOUNDS[events][1]


@pytest.mark.parametrize("words", ["suratnya yang hangat dan baik", "Kim dan Shoigu membahas", "Shoigu mengunjungi"])
def test_quotations_of_the_state_agency_are_the_agencys(page: CodedArticle, words: str) -> None:
    text = page.article.text
    kcna = next(actor.id for actor in page.actors if "KCNA" in {text[m.start : m.end] for m in actor.mentions})
    holding = [s for s in page.statements if words in s.content.of(text)]
    assert holding
    inner = min(holding, key=lambda s: s.content.end - s.content.start)
    assert inner.source is not None
    assert kcna in (inner.source.actor_id, *inner.via)


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("kaya sejarah kerja sama", "RUS"),
        ("menjaga perdamaian dan stabilitas", "RUS"),
        ("ketinggian strategis baru", "PRK"),
        ("tindakan hegemonik", "PRK"),
        ("tidak berdasar", "PRK"),
        ("merusak citra DPRK", "PRK"),
        ("menahan diri dari mengancam", "USA"),
    ],
)
def test_quotations_are_those_of_whoever_said_them(page: CodedArticle, words: str, country: str) -> None:
    holding = [s for s in page.statements if words in s.content.of(page.article.text)]
    assert holding
    inner = min(holding, key=lambda s: s.content.end - s.content.start)
    assert inner.source is not None
    assert {actor.country for actor in page.actors if actor.id == inner.source.actor_id} == {country}


def test_the_arms_are_claimed_by_one_side_and_disputed_by_the_other(page: CodedArticle) -> None:
    arms = [event for event in page.events if event.type == "AID" and sides(page, event) == ({"PRK"}, {"RUS"})]
    assert arms
    by_id = {event.id: event for event in page.events}
    for event in arms:
        assert event.status == "claimed"
        assert [sides(page, by_id[id_])[0] for id_ in event.disputed_by] == [{"PRK"}]


def test_the_visit_is_in_pyongyang_on_the_day_of_the_report(page: CodedArticle) -> None:
    talks = ("pertemuan", "membahas", "bertemu")
    meeting = next(e for e in page.events if e.type == "CONSULT" and e.trigger.of(page.article.text) in talks)
    assert meeting.place is not None
    assert (meeting.place.name, meeting.place.country) == ("Pyongyang", "PRK")
    assert meeting.date is not None
    assert meeting.date.start == "2023-07-27"


@pytest.mark.parametrize("words", ["70 tahun berakhirnya", "pertukaran militer reguler", "hubungan dekat sejak"])
def test_background_and_states_are_no_events(page: CodedArticle, words: str) -> None:
    start = page.article.text.index(words)
    assert not any(start <= event.trigger.start < start + len(words) for event in page.events)
