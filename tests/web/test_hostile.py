"""Articles that want to harm the reader are shown as the text they are."""

from __future__ import annotations

import pytest
from hostile_articles import BREAK, IDS, SCRIPT, TEXT
from looking import crawl, parsed

from kawat.dataset import open_dataset
from kawat.web.links import article_path


@pytest.fixture(scope="module")
def pages(bad_site):
    return crawl(bad_site)


def test_nothing_that_came_with_an_article_becomes_part_of_a_page(pages):
    assert len(pages) > len(IDS)
    for page in pages.values():
        assert not page.all("script") and not page.all("img") and not page.all("iframe")
        assert {each.attributes["rel"] for each in page.all("link")} == {"stylesheet", "icon", "alternate"}
        for element in page.all():
            assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
            for name in ("href", "action"):
                assert (element.attributes.get(name) or "/").startswith(("/", "#", "https://www.wikidata.org/wiki/Q"))


@pytest.mark.parametrize("id", IDS)
def test_any_article_can_be_reached_by_its_id(bad_site, pages, id):
    path = article_path(id)
    assert path in pages
    shown = bad_site.json(f"{path}.json")
    assert shown["article"]["id"] == id
    assert shown["article"]["original"] is None


def test_its_text_and_title_are_shown_as_they_are(pages):
    for id in IDS:
        page = pages[article_path(id)]
        assert page.all("h1")[0].text == f"Judul {SCRIPT}"
        assert "\n\n".join(p.text for p in page.all(of="body")[0].all("p")) == TEXT
        assert [td.text for td in page.all("td")] == [SCRIPT, BREAK]
        assert "{{ 7*7 }}" in page.text


def test_values_from_addresses_are_escaped_too(bad_site):
    for path in (f"/events?text={SCRIPT}", f"/events?actor={BREAK}", f"/events?recipient_country={BREAK}"):
        answer = bad_site.client.get(path)
        assert answer.status_code in (200, 422)
        assert "<script" not in answer.text and "<img" not in answer.text
    assert bad_site.json("/events.json?text=' OR 1=1 --")["count"] == 0
    assert bad_site.json("/events.json?actor=' OR ''='")["count"] == 0


@pytest.mark.parametrize(
    "path", ["//evil.example/x", "/%2fevil.example", "/events/%22%3E%3Cimg%20src=x%3E", "/x%3Fy%23z"]
)
def test_an_address_made_up_leads_nowhere_else(bad_site, path):
    answer = bad_site.client.get(f"http://127.0.0.1:8001{path}")
    assert answer.status_code == 404
    page = parsed(answer.text)
    assert not page.all("img")
    for element in page.all("a") + page.all("link"):
        href = element.attributes["href"]
        assert href == "#main" or (href.startswith("/") and not href.startswith("//"))


def test_json_is_not_taken_for_a_page(bad_site):
    answer = bad_site.get("/events.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_event_marks_the_right_words_behind_an_emoji(bad_site, bad):
    with open_dataset(bad) as dataset:
        ids = dataset.sql("SELECT id FROM events WHERE type = 'ACCUSE'").to_pylist()
    page = bad_site.page(f"/events/{ids[0]['id']}")
    assert page.all("blockquote")[0].text == TEXT.split("\n\n")[0]
    assert "".join(each.text for each in page.all("blockquote")[0].all(of="trigger")) == "menuduh"
    assert "".join(each.text for each in page.all("blockquote")[0].all(of="place")) == BREAK
