"""Web archives give their news pages, pass over the rest silently, and tell of what is broken."""

from __future__ import annotations

import gzip
import resource

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.readers import MAX_PAGE_BYTES, read
from kawat.records import Page, Reject
from tests.readers.archives import BODY, HTML, URL, answer, numbered, opened, packed, pages, reasons, record

GOOD = record(answer())


def test_each_successful_answer_is_a_page_with_its_address():
    found = opened(record(b"software: uji", "warcinfo", type_="application/warc-fields") + GOOD + numbered(2))
    assert [item.source for item in found] == ["-#2", "-#3"]
    assert [page.html for page in pages(found)] == [HTML, HTML.replace("baru", "ke-2")]
    assert [page.url for page in pages(found)] == [URL, f"{URL}2"]


def test_the_day_of_the_crawl_is_not_taken_for_the_day_of_publication():
    (page,) = opened(record(answer(), "response", "WARC-Date: 2024-05-01T10:00:00Z"))
    assert isinstance(page, Page)
    assert page.published is None


@pytest.mark.parametrize("pack", [b"".join, lambda parts: packed(*parts), lambda parts: gzip.compress(b"".join(parts))])
def test_archives_are_read_plain_and_packed_by_record_or_whole(pack):
    assert len(pages(opened(pack([numbered(n) for n in range(5)])))) == 5


@pytest.mark.parametrize(
    "other",
    [
        record(b"GET /x HTTP/1.1\r\n\r\n", "request", type_="application/http; msgtype=request"),
        record(b"fetchTimeMs: 4", "metadata", type_="application/warc-fields"),
        record(b"kabar.uji. 60 IN A 192.0.2.1", "response", type_="text/dns", url="dns:kabar.uji"),
        record(b"", "revisit"),
        record(answer(b"", "Location: /y", status="302 Found")),
        record(answer(status="404 Not Found")),
        record(answer(status="503 Busy")),
        record(answer(b"%PDF-1.7 abc", type_="application/pdf")),
        record(answer(b"\x89PNG abc", type_="image/png")),
        record(answer(b"\0" * (MAX_PAGE_BYTES + 9), type_="video/mp4")),
        record(answer(b"p { color: red }", type_="text/css")),
        record(answer(b"var a = 1", type_="")),
        record(answer(b"User-agent: *", type_="text/plain"), url="https://kabar.uji/robots.txt"),
        record(answer(b"isi"), "tak-dikenal"),
    ],
)
def test_other_records_are_passed_over_silently(other):
    assert [item.source for item in opened(GOOD + other + GOOD)] == ["-#1", "-#3"]
    assert [item.source for item in opened(packed(GOOD, other, GOOD))] == ["-#1", "-#3"]


def test_extracted_text_is_read_as_text():
    (page,) = opened(record(b"Halo dari Bandung.", "conversion", type_="text/plain"))
    assert isinstance(page, Page)
    assert (page.text, page.html, page.url) == ("Halo dari Bandung.", None, URL)


def test_saved_resources_without_an_http_header_are_read():
    (page,) = opened(record(BODY, "resource", type_="text/html"))
    assert isinstance(page, Page)
    assert page.html == HTML


@pytest.mark.parametrize("type_", ["image/jpeg", "application/octet-stream", "", "text/css", "teks"])
def test_html_is_known_by_its_beginning_whatever_its_declared_type(type_):
    assert len(pages(opened(record(answer(type_=type_))))) == 1


def test_a_pdf_declared_as_html_is_rejected_by_name():
    (why,) = reasons(opened(record(answer(b"%PDF-1.7 abc"))))
    assert "PDF" in why


def test_an_answer_whose_http_header_is_lost_is_read():
    assert len(pages(opened(record(BODY) + GOOD))) == 2


def test_the_charset_of_the_http_header_is_a_hint():
    russian = "<!doctype html><html><body><p>Москва и Пхеньян подписали договор.</p></body></html>"
    (page,) = opened(record(answer(russian.encode("koi8-r"), type_="text/html; charset=koi8-r")))
    assert isinstance(page, Page)
    assert page.html == russian
    (page,) = opened(record(answer(russian.encode(), type_="text/html; charset=koi8-r")))
    assert isinstance(page, Page)
    assert page.html == russian


# ---------------------------------------------------------------- lengths that are wrong


@pytest.mark.parametrize("length", [len(answer()) + 40, len(answer()) + 400, 10 << 30, 10**30, "", "abc", "-5"])
def test_a_record_that_declares_too_much_does_not_swallow_the_next(length):
    wrong = record(answer(), length=length)
    for archive in (wrong + numbered(2) + numbered(3), packed(wrong, numbered(2), numbered(3))):
        found = opened(archive)
        assert [page.html for page in pages(found)] == [HTML, *(HTML.replace("baru", f"ke-{n}") for n in (2, 3))]
        assert [page.source for page in pages(found)] == ["-#1", "-#2", "-#3"]


def test_a_record_that_declares_too_little_is_whole_in_its_gzip_member():
    short = record(answer(), length=len(answer()) - 30)
    assert [page.html for page in pages(opened(packed(short, GOOD)))] == [HTML, HTML]
    found = opened(short + GOOD)
    assert len(pages(found)) == 2
    assert "30 bytes after this record are no record" in reasons(found)[0]


def test_a_page_that_quotes_a_record_brings_no_page_of_its_own():
    forged = BODY.replace(b"</p>", b"</p>\r\n\r\n" + record(answer(b"palsu"), url="https://lain.uji/"))
    for archive in (record(answer(forged)) + GOOD, packed(record(answer(forged)), GOOD)):
        assert [page.url for page in pages(opened(archive))] == [URL, URL]


# ---------------------------------------------------------------- damage


@pytest.mark.parametrize(
    "garbage", [b"sampah\r\n", b"\r\n\r\nWARC/ sampah\r\n", bytes(range(256)) + b"\r\n", b"\0" * 5000 + b"x\n"]
)
def test_garbage_between_records_is_passed_over_and_told_of(garbage):
    found = opened(GOOD + garbage + GOOD + garbage + GOOD + garbage)
    assert [page.html for page in pages(found)] == [HTML] * 3
    assert len(reasons(found)) == 3
    assert all("no record" in why for why in reasons(found))


def test_a_named_archive_may_begin_with_garbage(tmp_path):
    path = tmp_path / "a.warc"
    path.write_bytes(b"sampah\r\n" + GOOD)
    assert [type(item) for item in read([path])] == [Reject, Page]


def test_a_cut_off_record_is_told_of_and_what_came_before_is_kept():
    for cut in (4, 60, 120, len(GOOD) - 40):
        found = opened(GOOD + GOOD[:-cut])
        assert len(pages(found)) == (2 if cut == 4 else 1)
        assert [*map(bool, reasons(found))] == ([] if cut == 4 else [True])


def test_damage_to_one_gzip_member_spares_the_others():
    parts = [packed(numbered(n)) for n in range(4)]
    middle = len(parts[1]) // 2
    parts[1] = parts[1][:middle] + b"\xff\xff\xff" + parts[1][middle + 3 :]
    found = opened(b"".join(parts))
    assert {page.url for page in pages(found)} >= {f"{URL}{n}" for n in (0, 2, 3)}
    assert any("damaged gzip" in why for why in reasons(found))


def test_garbage_and_padding_between_gzip_members_are_passed_over():
    part = packed(GOOD)
    found = opened(part + b"\0" * 900 + part + b"sampah\x1f\x8b\x08sampah" + part)
    assert len(pages(found)) == 3
    assert len(reasons(found)) == 1


def test_a_gzip_archive_cut_off_keeps_what_was_read():
    archive = packed(*[numbered(n) for n in range(20)])
    found = opened(archive[: len(archive) // 2])
    assert 8 <= len(pages(found)) <= 10
    assert reasons(found) == ["the gzip data is cut off; what could be read around it was read"]


def test_a_record_may_lie_across_gzip_members():
    archive = GOOD + numbered(2)
    cuts = [archive[start : start + 100] for start in range(0, len(archive), 100)]
    assert len(pages(opened(packed(*cuts)))) == 2


def test_headers_that_never_end_are_passed_over():
    endless = record(answer(), "response", "X-A: " + "a" * 1_000_000)
    found = opened(GOOD + endless + numbered(2))
    assert [page.url for page in pages(found)] == [URL, f"{URL}2"]
    assert reasons(found)
    found = opened(GOOD + record(answer(BODY, "X-A: " + "a" * 1_000_000)) + numbered(2))
    assert [page.url for page in pages(found)] == [URL, f"{URL}2"]
    assert "HTTP header" in reasons(found)[0]


@pytest.mark.parametrize(
    "content", [b"", b"sampah", b"WARC/1.0", b"WARC/1.0\r\nX: y\r\n\r\nabc", b"\x1f\x8b", b"\x1f\x8b\x08\0sampah"]
)
def test_an_archive_without_a_record_is_rejected(tmp_path, content):
    path = tmp_path / "a.warc"
    path.write_bytes(content)
    found = list(read([path]))
    assert not pages(found)
    assert reasons(found)


def test_addresses_are_taken_without_brackets_and_not_at_all_where_they_are_unprintable():
    urls = [page.url for page in pages(opened(record(answer(), url=f"<{URL}>") + record(answer(), url="https://a/\0")))]
    assert urls == [URL, None]


# ---------------------------------------------------------------- size


def test_an_answer_over_the_limit_is_rejected_and_the_next_is_read():
    found = opened(record(answer(b"a" * (MAX_PAGE_BYTES + 1))) + GOOD)
    assert "larger than 8 MB" in reasons(found)[0]
    assert len(pages(found)) == 1


def test_bombs_are_unpacked_no_further_than_a_page_may_be_large():
    million = 1_000_000
    bomb = gzip.compress(b"a" * (200 * million), 1)
    inner = record(answer(bomb, "Content-Encoding: gzip"))
    outer = gzip.compress(record(answer(b"a" * (200 * million))), 1)
    header = gzip.compress(b"WARC/1.0\r\nX: " + b"a" * (200 * million), 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = opened(packed(inner) + outer + header + packed(GOOD))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert [page.html for page in pages(found)] == [HTML]
    assert sum("larger than 8 MB" in why for why in reasons(found)) == 2
    assert grown < 150 * million


def test_a_head_damaged_so_that_it_swallows_its_neighbour_costs_only_its_own_record():
    parts = [packed(numbered(n)) for n in range(3)]
    damaged = bytearray(parts[1])
    damaged[3] = 4  # says that an extra field follows, whose length is then read out of the packed data
    found = opened(parts[0] + bytes(damaged) + parts[2])
    assert {page.url for page in pages(found)} == {f"{URL}0", f"{URL}2"}
    assert len(reasons(found)) == 1


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_happens_to_one_member_the_others_are_read(data):
    parts = [packed(numbered(n)) for n in range(3)]
    raw = bytearray(parts[1])
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at : at + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=20))
    found = opened(parts[0] + bytes(raw) + parts[2])
    assert {page.url for page in pages(found)} >= {f"{URL}0", f"{URL}2"}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([b"\r\n", b"\r\n\r\n", GOOD, GOOD[:150], GOOD[60:], b"sampah", b"WARC/1.0\r\n"]), max_size=8
    )
)
def test_pieces_of_archives_in_any_order(parts):
    for archive in (b"WARC/1.0\r\n" + b"".join(parts), packed(b"WARC/1.0\r\n", *parts)):
        for item in opened(archive):
            assert (item.html or "").startswith(HTML) if isinstance(item, Page) else item.reason
