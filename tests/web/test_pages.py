"""The pages of a coded sample: every link leads somewhere, and JSON says what the page says."""

from __future__ import annotations

from datetime import date

import pytest
from looking import Element, crawl

from kawat.dataset import open_dataset
from kawat.web.wording import days


@pytest.fixture(scope="module")
def pages(site):
    return crawl(site)


@pytest.fixture(scope="module")
def events(sample):
    with open_dataset(sample) as dataset:
        return dataset.arrow("events").to_pylist()


def of(pages: dict[str, Element], beginning: str) -> dict[str, Element]:
    return {path: page for path, page in pages.items() if path.startswith(beginning) and not path.endswith(".json")}


def test_every_link_leads_to_a_page_and_every_event_article_and_actor_has_one(pages, sample):
    with open_dataset(sample) as dataset:
        for table in ("events", "articles", "actors"):
            ids = set(dataset.arrow(table)["id"].to_pylist())
            assert len(of(pages, f"/{table}/")) >= len(ids) * (0.5 if table == "actors" else 1)


def test_every_page_has_a_title_a_heading_and_a_language(pages):
    for page in pages.values():
        assert page.all("title")[0].words.endswith("· Kawat")
        assert len(page.all("h1")) == 1
        assert page.all("html")[0].attributes["lang"] == "en"
        assert not page.all("script") and not page.all("style")
        assert not [each for each in page.all() if "style" in each.attributes]


def test_the_overview_counts(site, pages, events):
    shown = site.json("/.json")
    assert shown["counts"]["events"] == len(events)
    assert sum(row["events"] for row in shown["by_type"]) == len(events)
    assert sum(row["events"] for row in shown["by_status"]) == len(events)
    assert {each["event"]["id"] for each in shown["disputed"]} <= {e["id"] for e in events if e["disputed_by"]}
    counts = {dt.words: dd.words for dt, dd in zip(pages["/"].all("dt"), pages["/"].all("dd"), strict=True)}
    assert counts["events"] == str(len(events))
    for each in shown["disputed"]:
        assert each["event"]["sentence"] in pages["/"].words


def test_the_list_of_events_says_what_its_json_says(site, pages):
    for path, page in of(pages, "/events").items():
        if path.startswith("/events/"):
            continue
        bare, _, query = path.partition("?")
        shown = site.json(f"{bare}.json?{query}")
        rows = page.all("tr")[1:]
        assert len(rows) == len(shown["events"])
        for row, event in zip(rows, shown["events"], strict=True):
            cells = {each.attributes["data-label"]: each for each in row.all("td")}
            assert event["path"] in [a.attributes["href"] for a in cells["Did what"].all("a")]
            assert event["type"] in cells["Did what"].words
            assert all(name in cells["Who"].words for name in event["actor_names"])
            assert cells["Where"].words == (event["place_name"] or "")
            assert event["who_says_so"] in cells["Who says so"].words
            assert event["status"] in cells["Status"].words
            assert ("disputed" in cells["Status"].words) == bool(event["disputed_by"])
            first, last = (
                event[f"date_{end}"] and date.fromisoformat(event[f"date_{end}"]) for end in ("start", "end")
            )
            assert cells["When"].words == days(first, last)


def test_an_event_says_what_its_json_says(site, pages):
    for path, page in of(pages, "/events/").items():
        shown = site.json(f"{path}.json")
        assert page.all("h1")[0].text == shown["event"]["sentence"]
        quotes = page.all("blockquote")
        assert [quote.text for quote in quotes] == [report["paragraph"] for report in shown["reports"]]
        for quote, report in zip(quotes, shown["reports"], strict=True):
            for mark in report["marks"]:
                whole = "".join(each.text for each in quote.all(of=mark["kind"]))
                assert all(word in whole for word in report["paragraph"][mark["start"] : mark["end"]].split())
        chains = [[li.words for li in ol.all("li")] for ol in page.all("ol", of="chain")]
        assert chains == [[one["name"] for one in chain] for r in shown["reports"] for chain in r["who_says_so"]]
        for other in shown["disputed_by"] + shown["disputes"]:
            assert other["path"] in [a.attributes.get("href") for a in page.all("a")]


def test_an_event_has_all_its_reports_with_the_words_that_tell_it(site, events):
    assert max(event["report_count"] for event in events) > 1
    for event in events:
        shown = site.json(f"/events/{event['id']}.json")
        assert [report["id"] for report in shown["reports"]] == event["reports"]
        for report in shown["reports"]:
            kinds = {mark["kind"] for mark in report["marks"]}
            assert {"sentence", "trigger"} <= kinds
            assert report["who_says_so"][0]


def test_an_article_says_what_its_json_says(site, pages, sample):
    with open_dataset(sample) as dataset:
        stored = {row["id"]: row for row in dataset.arrow("articles").to_pylist()}
    assert any(row["duplicate_of"] for row in stored.values())
    for path, page in of(pages, "/articles/").items():
        shown = site.json(f"{path}.json")
        text = stored[shown["article"]["id"]]["text"]
        assert shown["article"]["text"] == text
        (body,) = page.all(of="body")
        assert "\n\n".join(p.text for p in body.all("p")) == text
        assert [q.text for q in page.all("q")] == [each["content"] for each in shown["statements"]]
        for each in shown["events"]:
            assert each["sentence"] in page.words
            assert each["path"] in [a.attributes.get("href") for a in page.all("a")]
            assert text[each["start"] : each["end"]] in "".join(each.text for each in body.all("a", of="trigger"))
        removed = [(row.all("th")[0].words, row.all("td")[0].text) for row in page.all(of="removed")[0].all("tr")[1:]]
        assert removed == [(each["reason"], each["text"]) for each in shown["removed"]]


def test_a_copy_leads_to_what_it_copies_and_back(site, sample):
    with open_dataset(sample) as dataset:
        rows = dataset.sql("SELECT id, duplicate_of FROM articles WHERE duplicate_of IS NOT NULL").to_pylist()
    for row in rows:
        assert site.json(f"/articles/{row['id']}.json")["copy_of"] == f"/articles/{row['duplicate_of']}"
        assert row["id"] in [copy["id"] for copy in site.json(f"/articles/{row['duplicate_of']}.json")["copies"]]


def test_an_actor_says_what_its_json_says(site, pages, events):
    for path, page in of(pages, "/actors/").items():
        shown = site.json(f"{path}.json")
        id = shown["actor"]["id"]
        assert page.all("h1")[0].text == shown["actor"]["name"]
        for part, column in (("as_actor", "actor_ids"), ("as_recipient", "recipient_ids")):
            assert shown[part]["count"] == sum(id in event[column] for event in events)
            assert all(
                event["path"] in [a.attributes.get("href") for a in page.all("a")] for event in shown[part]["events"]
            )


FILTERS = {
    "type=ACCUSE": lambda e: e["type"] == "ACCUSE",
    "status=claimed": lambda e: e["status"] == "claimed",
    "status=asserted&type=assault": lambda e: e["status"] == "asserted" and e["type"] == "ASSAULT",
    "actor_country=IDN": lambda e: "IDN" in e["actor_countries"],
    "recipient_country=aze": lambda e: "AZE" in e["recipient_countries"],
    "disputed=yes": lambda e: bool(e["disputed_by"]),
    "disputed=no": lambda e: not e["disputed_by"],
    "from=2024-01-01": lambda e: e["date_end"] is not None and e["date_end"] >= date(2024, 1, 1),
    "to=2023-12-31": lambda e: e["date_start"] is not None and e["date_start"] <= date(2023, 12, 31),
    "actor=IDN.police": lambda e: "IDN.police" in e["actor_ids"],
    "actor_country=QQQ": lambda e: False,
    "": lambda e: True,
}


@pytest.mark.parametrize("query", FILTERS)
def test_filters_leave_what_passes_them(site, events, query):
    wanted = {event["id"] for event in events if FILTERS[query](event)}
    shown = site.json(f"/events.json?size=500&{query}")
    assert {event["id"] for event in shown["events"]} == wanted
    assert shown["count"] == len(wanted)
    assert shown["next"] is None
    form = site.page(f"/events?{query}").all("form")[0]
    chosen = {
        s.attributes["name"]: o.attributes["value"]
        for s in form.all("select")
        for o in s.all("option")
        if "selected" in o.attributes
    }
    chosen |= {i.attributes["name"]: i.attributes["value"] for i in form.all("input") if i.attributes["value"]}
    assert chosen == {name: value for name, value in shown["filters"].items() if name != "size"}


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("MENUDUH kerch", {"ACCUSE"}),
        ("rusia", {"ACCUSE"}),
        ("membantah", {"REJECT"}),
        ("menuduh membantah", set()),
        ("%25", set()),
        ("onerror", {"ACCUSE", "REJECT"}),
    ],
)
def test_words_are_looked_for_in_names_places_and_the_sentence(bad_site, words, types):
    assert {event["type"] for event in bad_site.json(f"/events.json?text={words}")["events"]} == types


@pytest.mark.parametrize("size", [1, 7, 50])
def test_pages_of_the_list_give_every_event_once_the_newest_first(site, events, size):
    found, path = [], f"/events.json?size={size}"
    while path:
        shown = site.json(path)
        assert shown["count"] == len(events)
        found += shown["events"]
        path = shown["next"] and shown["next"].replace("/events?", "/events.json?")
    assert sorted(event["id"] for event in found) == sorted(event["id"] for event in events)
    dated = [event["date_start"] or "" for event in found]
    assert dated == sorted(dated, reverse=True)


def test_reports_beyond_those_shown_are_passed_over_by_skip(site, events):
    event = max(events, key=lambda each: each["report_count"])
    shown = site.json(f"/events/{event['id']}.json?skip=1")
    assert [report["id"] for report in shown["reports"]] == event["reports"][1:]


@pytest.mark.parametrize(
    "path", ["/x", "/events/x", "/articles/x", "/actors/x", "/events/~!", "/events/a/b", "/events/"]
)
def test_an_unknown_address_gives_a_page_that_says_so(site, path):
    assert "Not found" in site.page(path, 404).all("h1")[0].words
    assert site.json(f"{path}.json", 404)["status"] == 404


@pytest.mark.parametrize("path", ["/events?type=WAR", "/events?from=kemarin", "/events?x=1", "/events/{id}?skip=x"])
def test_bad_parameters_give_a_page_in_plain_words(site, events, path):
    path = path.format(id=events[0]["id"])
    problems = site.json(path.replace("?", ".json?"), 422)["messages"]
    page = site.page(path, 422)
    assert problems
    assert [li.words for li in page.all("main")[0].all("li")] == problems
