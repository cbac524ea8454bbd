"""Feeds as input files: entries that carry their article are pages, teasers are rejected with a remedy."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kawat.readers import read
from kawat.records import Page, Reject

ARTICLE = "<p>JAKARTA - Gubernur meresmikan jembatan baru pada Senin.</p><p>Warga menyambutnya.</p>"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Kabar</title>
<item><title>Jembatan &amp; jalan</title><link>https://a.example/jembatan?x=1&amp;y=2</link><guid>kabar-1</guid>
<pubDate>Thu, 27 Jul 2023 01:00:00 +0700</pubDate><description>Gubernur meresmikan jembatan.</description>
<content:encoded><![CDATA[{}]]></content:encoded></item>
<item><title>Ringkas</title><link>https://a.example/ringkas</link><description>Hanya ringkasan.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar</title>
<entry><title type="html">Jembatan &lt;b&gt;baru&lt;/b&gt;</title>
<id>urn:1</id><updated>2023-07-27T01:00:00+07:00</updated>
<link href="https://a.example/jembatan"/>
<content type="html">&lt;p&gt;Gubernur meresmikan jembatan.&lt;/p&gt;</content></entry>
<entry><title>Teks</title><link href="https://a.example/teks"/>
<content type="text">Gubernur berpidato.</content></entry>
<entry><title>Ringkas</title><link href="https://a.example/r"/><summary>Hanya ringkasan.</summary></entry>
<entry><title>Jauh</title><link href="https://a.example/j"/>
<content src="https://a.example/isi" type="text/html"/></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Kabar</title></channel><item><title>Jembatan</title><link>https://a.example/j</link>
<dc:date>2023-07-27</dc:date><content:encoded>&lt;p&gt;Gubernur meresmikan jembatan.&lt;/p&gt;</content:encoded>
</item></rdf:RDF>"""


def put(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.fixture
def feed(tmp_path):
    return lambda content, name="feed.xml": list(read([put(tmp_path / name, content)]))


def reason(found: Page | Reject) -> str:
    assert isinstance(found, Reject), found
    return found.reason


def test_an_entry_with_its_article_is_a_page_with_all_that_the_feed_says_of_it(feed, tmp_path):
    page, _ = feed(RSS.format(ARTICLE))
    assert page == Page(
        source=f"{tmp_path}/feed.xml#1",
        html=ARTICLE,
        id="kabar-1",
        url="https://a.example/jembatan?x=1&y=2",
        title="Jembatan & jalan",
        published="2023-07-27T01:00:00+07:00",
    )


def test_an_entry_with_a_teaser_is_rejected_with_the_command_that_gets_the_page(feed, tmp_path):
    _, teaser = feed(RSS.format(ARTICLE))
    assert "teaser" in reason(teaser)
    assert reason(teaser).endswith(f"kawat fetch {tmp_path}/feed.xml")
    assert teaser.sample == "Ringkas"


@pytest.mark.parametrize(
    "content", ["<p>Gubernur meresmikan jembatan.</p>", "<p>Gubernur meresmikan jembatan di [&#8230;]</p>", "<img>", ""]
)
def test_content_that_only_repeats_or_cuts_off_the_summary_is_a_teaser(feed, content):
    assert "teaser" in reason(feed(RSS.format(content))[0])


def test_atom_gives_markup_text_and_teasers(feed):
    markup, text, teaser, elsewhere = feed(ATOM, "kabar.atom")
    assert (markup.title, markup.published, markup.id) == ("Jembatan baru", "2023-07-27T01:00:00+07:00", "urn:1")
    assert markup.html == "<p>Gubernur meresmikan jembatan.</p>"
    assert (text.text, text.html) == ("Gubernur berpidato.", None)
    assert "teaser" in reason(teaser)
    assert "teaser" in reason(elsewhere)


def test_rdf_is_read_too(feed):
    (page,) = feed(RDF, "kabar.rss")
    assert (page.html, page.published[:10]) == ("<p>Gubernur meresmikan jembatan.</p>", "2023-07-27")


def test_the_day_is_that_of_the_writer_and_not_the_one_in_greenwich(feed):
    assert feed(RSS.format(ARTICLE))[0].published.startswith("2023-07-27")


def test_scripts_are_left_for_cleaning_to_judge(feed):
    article = ARTICLE + "<script>x</script>"
    assert feed(RSS.format(article))[0].html == article


@pytest.mark.parametrize("name", ["feed", "feed.html", "feed.txt", "index"])
def test_a_feed_is_known_by_its_content_whatever_its_name(feed, name):
    assert feed(RSS.format(ARTICLE), name)[0].title == "Jembatan & jalan"


def test_folders_give_their_feeds_packed_ones_too(tmp_path):
    put(tmp_path / "a.xml", RSS.format(ARTICLE))
    put(tmp_path / "b.rss.gz", gzip.compress(RSS.format(ARTICLE).encode()))
    put(tmp_path / "c.atom", ATOM)
    assert [Path(found.source).name for found in read([tmp_path]) if isinstance(found, Page)] == [
        "a.xml#1",
        "b.rss.gz#1",
        "c.atom#1",
        "c.atom#2",
    ]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "iso-8859-1"), ("iso-8859-1", "iso-8859-1"), ("utf-16", "utf-16"), ("cp1252", "")],
)
def test_a_wrong_charset_is_survived(feed, encoding, declared):
    text = RSS.replace('encoding="UTF-8"', f'encoding="{declared}"' if declared else "").format(ARTICLE + "<p>José</p>")
    assert "José" in feed(text.encode(encoding))[0].html


def test_broken_xml_is_mended(feed):
    broken = RSS.format(ARTICLE).replace("&amp;", "&").replace("Kabar</title>", "Kabar&nbsp;baru\x07</title>")
    assert feed(broken)[0].title == "Jembatan & jalan"
    undeclared = RSS.format(ARTICLE).replace(' xmlns:content="http://purl.org/rss/1.0/modules/content/"', "")
    assert feed(undeclared)[0].html == ARTICLE
    assert feed(RSS.format(ARTICLE)[:-80])[0].html == ARTICLE


BOMB = '<!DOCTYPE rss [<!ENTITY a "{}">{}]><rss><channel><item><title>{}</title></item></channel></rss>'


@pytest.mark.parametrize(
    "bomb",
    [
        BOMB.format("x" * 60_000, "", "&a;" * 60_000),
        BOMB.format("x", "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 12)), "&a11;"),
        BOMB.format("x", '<!ENTITY b SYSTEM "file:///etc/passwd">', "&b;"),
        BOMB.format("x", '<!ENTITY % c SYSTEM "http://127.0.0.1:9/dtd"> %c;', "&a;"),
        "<rss>" + "<a>" * 100_000,
        '<rss a="' + "&lt;" * 100_000 + '"><channel><item>' + "<" * 100_000,
    ],
)
def test_bombs_do_not_go_off(feed, bomb):
    for found in feed(bomb):
        assert isinstance(found, Reject)
        assert "root:" not in found.reason + found.sample
        assert len(found.sample) <= 120


def test_an_empty_feed_other_xml_and_a_page_in_xml_are_told_apart(feed):
    assert "no entries" in reason(feed("<rss><channel/></rss>")[0])
    assert "<project>" in reason(feed("<?xml version='1.0'?><project><a/></project>")[0])
    xhtml = (
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><p>a</p></body></html>'
    )
    assert feed(xhtml)[0].html == xhtml


def test_a_feed_larger_than_the_limit_is_rejected(feed):
    assert "larger than 8 MB" in reason(feed("<rss><channel>" + " " * (9 << 20))[0])
