"""Addresses: any id has one, and only the web is linked."""

from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kawat.web.links import event_path, original, slug, unslug, wikidata

IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@given(IDS)
@example("..")
@example("a.json")
@example("~x")
@example("https://kabar.example/1?a=b#c")
def test_every_id_has_an_address_that_leads_back_to_it(id):
    path = event_path(id)
    whole = urlsplit(urljoin("http://127.0.0.1/x/", path))
    assert (whole.path, whole.query, whole.fragment) == (path, "", "")
    assert path.count("/") == 2
    assert not path.endswith(".json")
    assert unslug(unquote(slug(id))) == id


def test_common_ids_stay_readable():
    assert slug("event-8ba2e869c9794ef0") == "event-8ba2e869c9794ef0"
    assert slug("IDN.police") == "IDN.police"


@given(st.text(max_size=30))
def test_any_part_of_an_address_is_some_id(part):
    assert isinstance(unslug(part), str)


@pytest.mark.parametrize("url", ["https://kabar.example/1", "http://127.0.0.1:80/?a=b"])
def test_web_addresses_are_linked(url):
    assert original(url) == url


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "https:", "https:///x",
     "//kabar.example", "data:text/html,x", "file:///etc/passwd", "http://[", "vbscript:x", "kabar.example",
     "http://a.example/\njavascript:x"],
)  # fmt: skip
def test_nothing_else_is_linked(url):
    assert original(url) is None


def test_wikidata_is_linked_by_items_only():
    assert wikidata("Q148") == "https://www.wikidata.org/wiki/Q148"
    assert [wikidata(id) for id in (None, "", "148", "Q1/../x", "Q1?x", "Q１")] == [None] * 6
