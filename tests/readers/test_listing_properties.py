"""Whatever the bytes, a feed or sitemap gives results that can be written, and nothing raises but ValueError."""

from __future__ import annotations

import contextlib
import io

from hypothesis import given
from hypothesis import strategies as st

from kawat.readers import read
from kawat.readers.listings import is_listing, parse_listing, root_name
from kawat.readers.listings.times import day_of, iso_time, to_utc
from kawat.records import Page, Reject

HEADS = st.sampled_from(
    [b"<rss>", b"<feed>", b"<rdf:RDF>", b"<urlset>", b"<sitemapindex>", b"<?xml version='1.0'?><rss><channel><item>"]
)
PIECES = st.lists(
    st.text(max_size=8)
    | st.sampled_from(
        """<item> </item> <entry> <link> <title> <content> <content:encoded> <pubDate> <updated> <summary> <url> <loc>
        <![CDATA[ ]]> <!-- --> <!DOCTYPE [ ]> &nbsp; & < > </ &#0; &#xD800; <br/> type='html'
        mode='base64'""".split()
    ),
    max_size=25,
).map(lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass"))


def check(raw: bytes) -> None:
    for found in read(["-"], stdin=io.BytesIO(raw)):
        assert isinstance(found, Page | Reject)
        for value in (found.source, found.text if isinstance(found, Page) else found.reason):
            (value or "").encode()


@given(HEADS, st.binary(max_size=200))
def test_any_bytes_after_the_head_of_a_listing(head, raw):
    check(head + raw)


@given(HEADS, PIECES)
def test_any_mixture_of_the_pieces_of_listings(head, raw):
    check(head + raw)


@given(st.binary(max_size=300), st.none() | st.text(max_size=10))
def test_parsing_raises_nothing_but_value_errors(raw, charset):
    root_name(raw)
    is_listing(raw)
    with contextlib.suppress(ValueError):
        parse_listing(raw, charset)


@given(st.text(max_size=70) | st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", fullmatch=True))
def test_any_date(written):
    for read_date in (iso_time, to_utc, day_of):
        read_date(written)
