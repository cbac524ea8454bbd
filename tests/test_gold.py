"""The reference codings keep their format, cover the codebook, and quote their pages word for word."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from benchmarks.gold import GoldError, load_gold
from benchmarks.gold_pages import PAGES, page_text, word_problems
from kawat.codebook import load_codebook
from kawat.records import Status

ARTICLES = load_gold()

SMALL = """
[[article]]
file = "satu.txt"
split = "dev"
language = "id"
title = "Judul"
published = "2024-05-21"
bylines = []
agencies = []
paragraphs = 1
openings = ["Tirana menuduh"]

[[article.event]]
type = "ACCUSE"
modes = ["allege"]
actors = [{ text = "Tirana", country = "ALB", sector = "GOV" }]
recipients = [{ text = "Teheran", country = "IRN", sector = "GOV" }]
status = "asserted"
trigger = "menuduh"
paragraph = 1
source = "outlet"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "gold.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_every_word_of_the_gold_stands_on_its_page(article):
    assert word_problems(article, page_text(article)) == []


def test_every_page_has_its_gold():
    assert {article.file for article in ARTICLES} == {path.name for path in PAGES.iterdir()}


def test_the_languages_and_the_halves_are_balanced():
    counts = Counter((article.language, article.split) for article in ARTICLES)
    assert counts == {("id", "dev"): 6, ("id", "held"): 6, ("en", "dev"): 2, ("en", "held"): 2}


@pytest.mark.parametrize("split", ["dev", "held"])
def test_each_half_has_every_type_and_every_status(split):
    events = [event for article in ARTICLES if article.split == split for event in article.events]
    assert {event.type for event in events} == set(load_codebook().types)
    assert {event.status for event in events} == set(get_args(Status))


def test_the_formats_are_those_of_scraped_pages():
    assert Counter(path.suffix for path in PAGES.iterdir()) == {".txt": 10, ".html": 4, ".jsonl": 1}


def test_a_symmetric_event_has_both_sides_in_both_lists():
    together = [event for article in ARTICLES for event in article.events if event.symmetric]
    assert together
    assert all(event.actors == event.recipients and len(event.actors) > 1 for event in together)


def test_a_sound_file_is_read(tmp_path):
    (article,) = load_gold(written(tmp_path, SMALL))
    assert article.name == "satu.txt"
    assert article.events[0].actors[0].country == "ALB"
    assert article.quotes == ()


@pytest.mark.parametrize(
    ("sound", "broken", "message"),
    [
        ('"ACCUSE"', '"BLAME"', "type: BLAME"),
        ('["allege"]', '["aerial"]', "modes: ACCUSE has no mode aerial"),
        ('sector = "GOV"', 'sector = "GVT"', "actors: sector GVT of “Tirana”"),
        ('"ALB"', '"ALX"', "actors: ALX of “Tirana”"),
        ('status = "asserted"', 'status = "sure"', r"\$.event\[0\].status"),
        ('status = "asserted"', 'status = "claimed"', "source: a claimed event"),
        ('trigger = "menuduh"', 'triger = "menuduh"', "triger"),
        ("paragraph = 1\n", "paragraph = 2\n", "paragraph: 2 of 1"),
        ("paragraphs = 1", "paragraphs = 3", "openings: 1 for 3"),
        ('"2024-05-21"', '"21/5/2024"', r"\$.published"),
        ('split = "dev"', 'split = "test"', r"\$.split"),
        ('source = "outlet"', 'source = "outlet"\nsymmetric = true', "recipients: to be left out"),
        ('[{ text = "Tirana", country = "ALB", sector = "GOV" }]', '"Tirana"', r"\$.event\[0\].actors"),
    ],
)
def test_an_error_names_the_article_and_the_field(tmp_path, sound, broken, message):
    assert sound in SMALL
    with pytest.raises(GoldError, match=message) as caught:
        load_gold(written(tmp_path, SMALL.replace(sound, broken, 1)))
    assert "satu.txt" in str(caught.value)


@pytest.mark.parametrize("text", ["", "[article]\nfile = 1", "a = ", 'note = "x"\n' + SMALL, SMALL + SMALL])
def test_what_is_not_a_gold_file_is_refused(tmp_path, text):
    path = written(tmp_path, text)
    with pytest.raises(GoldError, match=re.escape(str(path))):
        load_gold(path)


def test_words_that_are_not_on_the_page_are_reported(tmp_path):
    (article,) = load_gold(written(tmp_path, SMALL))
    assert word_problems(article, "Judul Tirana menuduh Teheran.") == []
    assert word_problems(article, "Judul Tirana menuduh Moskow.") == [
        "event 1 (menuduh): actors “Teheran”: not in the body: Teheran"
    ]
    assert word_problems(article, "Judul Tirana memuji Teheran.") == [
        "openings: not on the page in this order: Tirana menuduh"
    ]


def test_a_missing_page_or_row_is_an_error(tmp_path):
    (article,) = load_gold(written(tmp_path, SMALL))
    with pytest.raises(GoldError, match=r"satu\.txt: file"):
        page_text(article, tmp_path)
    (tmp_path / "dua.jsonl").write_text('{"id": "a", "title": "Judul", "text": "Isi."}\n', encoding="utf-8")
    row = SMALL.replace('"satu.txt"', '"dua.jsonl"\nrow = "b"')
    (article,) = load_gold(written(tmp_path, row))
    with pytest.raises(GoldError, match="row"):
        page_text(article, tmp_path)
