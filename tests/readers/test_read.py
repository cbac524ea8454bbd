"""Inputs of every kind become pages or rejects, in order, and nothing raises."""

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kawat.readers import MAX_PAGE_BYTES, read
from kawat.records import Page, Reject

TEXT = "Gubernur meresmikan jembatan\nJAKARTA - Gubernur meresmikan jembatan baru pada Senin.\n"
HTML = "<!doctype html><html><body><p>Gubernur meresmikan jembatan baru.</p></body></html>"


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one(path: Path) -> Page | Reject:
    (found,) = read([path])
    return found


def reason(found: Page | Reject) -> str:
    assert isinstance(found, Reject), found
    return found.reason


def test_a_text_file_is_one_page_named_by_its_path(tmp_path):
    path = put(tmp_path / "berita.txt", TEXT)
    assert one(path) == Page(source=str(path), text=TEXT)


def test_an_html_file_is_one_page(tmp_path):
    assert one(put(tmp_path / "a.html", HTML)).html == HTML


def test_a_text_file_that_holds_markup_is_html(tmp_path):
    assert one(put(tmp_path / "a.txt", HTML)).html == HTML


def test_a_text_that_mentions_a_tag_stays_text(tmp_path):
    assert one(put(tmp_path / "a.txt", "Ia menulis <b>tebal</b> di papan tulis.")).text


def test_json_lines_give_a_page_each_and_blank_lines_none(tmp_path):
    rows = [{"id": 7, "text": "Satu.", "published": 1690416000}, {"html": HTML, "url": "https://a.id/x", "title": ""}]
    path = put(tmp_path / "a.jsonl", "\n\n".join(json.dumps(row) for row in rows) + "\n")
    first, second = read([path])
    assert (first.source, first.id, first.published) == (f"{path}#1", "7", "1690416000")
    assert (second.source, second.title, second.html, second.url) == (f"{path}#3", None, HTML, "https://a.id/x")


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ('{"text": "a", "html": "b"}', "both"),
        ('{"title": "a"}', "neither"),
        ('{"text": "   "}', "neither"),
        ('{"text": 5}', "text is a number"),
        ('{"text": "a", "url": ["x"]}', "url is a list"),
        ('{"text": "a", "id": true}', "id is true or false"),
        ('{"text": "a\\ud800"}', "half a character"),
        ("[1, 2]", "a list"),
        ("null", "null"),
        ('"halo"', "a string"),
        ('{"text": "a"', "not valid JSON"),
        ("halo dunia", "not valid JSON"),
        ("[" * 200_000, "nested too deeply"),
    ],
)
def test_a_bad_row_is_rejected_with_its_line_and_reading_goes_on(tmp_path, row, word):
    path = put(tmp_path / "a.jsonl", '{"text": "baik"}\n' + row + '\n{"text": "baik juga"}\n')
    first, bad, last = read([path])
    assert word in reason(bad)
    assert bad.source == f"{path}#2"
    assert (first.text, last.text) == ("baik", "baik juga")


def test_missing_values_written_as_nan_are_absent(tmp_path):
    page = one(put(tmp_path / "a.jsonl", '{"text": "Halo", "url": NaN, "published": NaN}'))
    assert (page.url, page.published) == (None, None)


def test_one_json_object_over_many_lines_and_a_list_of_objects_are_read(tmp_path):
    row = {"id": "a", "text": "Halo"}
    assert one(put(tmp_path / "a.json", json.dumps(row, indent=2))).id == "a"
    pages = list(read([put(tmp_path / "b.json", json.dumps([row, row], indent=1))]))
    assert [page.source.rpartition("#")[2] for page in pages] == ["1", "2"]


def test_a_line_over_the_limit_is_rejected_and_the_next_line_is_read(tmp_path):
    path = put(tmp_path / "a.jsonl", b'{"text": "' + b"a" * MAX_PAGE_BYTES + b'"}\n{"text": "baik"}\n')
    long, good = read([path])
    assert "longer than 8 MB" in reason(long)
    assert (good.text, good.source) == ("baik", f"{path}#2")


def test_a_text_file_over_the_limit_is_rejected_with_a_remedy(tmp_path):
    assert "split it" in reason(one(put(tmp_path / "a.txt", b"a" * (MAX_PAGE_BYTES + 1))))


def test_a_gzip_bomb_in_one_line_is_rejected(tmp_path):
    path = put(tmp_path / "a.jsonl.gz", gzip.compress(b"a" * (3 * MAX_PAGE_BYTES) + b'\n{"text": "baik"}', mtime=0))
    bomb, good = read([path])
    assert "longer than" in reason(bomb)
    assert good.text == "baik"


def test_a_gzip_file_cut_off_keeps_what_was_read(tmp_path):
    lines = b"".join(b'{"text": "%d %s"}\n' % (n, os.urandom(20).hex().encode()) for n in range(5000))
    packed = gzip.compress(lines, mtime=0)
    *pages, last = read([put(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])])
    assert len(pages) > 100
    assert all(isinstance(page, Page) for page in pages)
    assert "cut off" in reason(last)


def test_a_damaged_gzip_file_is_rejected(tmp_path):
    assert "gzip" in reason(one(put(tmp_path / "a.jsonl.gz", b"\x1f\x8b\x08\x00" + b"x" * 50)))


def test_gzip_members_follow_one_another(tmp_path):
    packed = gzip.compress(b'{"text": "satu"}\n', mtime=0) + gzip.compress(b'{"text": "dua"}\n', mtime=0)
    assert [page.text for page in read([put(tmp_path / "a.jsonl.gz", packed)])] == ["satu", "dua"]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"abc\0def" * 50, "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"%PDF-1.7 abc", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
    ],
)
def test_what_is_no_text_is_rejected_by_name(tmp_path, content, word):
    assert word in reason(one(put(tmp_path / "a.txt", content)))


def test_an_empty_json_lines_file_is_rejected(tmp_path):
    assert "empty" in reason(one(put(tmp_path / "a.jsonl", b"\n\n")))


def test_a_missing_path_is_rejected(tmp_path):
    assert "no such file" in reason(one(tmp_path / "tidak-ada.txt"))
    assert isinstance(next(read(["a\0b"])), Reject)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_recognised(tmp_path, encoding):
    text = "“Kami siap,” kata Menteri Luar Negeri – pada Senin. Café di Zürich tutup. " * 5
    assert one(put(tmp_path / "a.txt", text.encode(encoding))).text == text


def test_a_false_charset_in_html_is_not_believed(tmp_path):
    html = HTML.replace("<body>", '<meta charset="iso-8859-1"><body>“Siap”')
    assert "“Siap”" in one(put(tmp_path / "a.html", html)).html


def test_a_true_charset_in_html_is_used(tmp_path):
    html = '<html><head><meta charset="windows-1251"></head><body>Москва и Пхеньян</body></html>'
    assert "Москва" in one(put(tmp_path / "a.html", html.encode("cp1251"))).html


def test_one_bad_byte_does_not_change_the_encoding_of_a_page(tmp_path):
    raw = "“Kami siap,” kata dia. ".encode() * 20 + b"\xff"
    assert one(put(tmp_path / "a.txt", raw)).text.startswith("“Kami siap,”")


def test_a_folder_is_walked_in_sorted_order_without_unknown_and_hidden_files(tmp_path):
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.jpg", ".tersembunyi.txt", "z.html"):
        put(tmp_path / name, TEXT)
    assert [Path(page.source).name for page in read([tmp_path])] == ["a.txt", "1.txt", "2.txt", "z.html"]


def test_a_folder_without_articles_says_so(tmp_path):
    assert "no file of a known kind" in reason(one(tmp_path))


def test_a_named_file_of_unknown_extension_is_read_by_its_content(tmp_path):
    assert one(put(tmp_path / "a.berita", TEXT)).text == TEXT
    assert one(put(tmp_path / "b.dat", '{"text": "Halo"}\n')).source.endswith("#1")
    assert one(put(tmp_path / "c.dat", HTML)).html == HTML


def test_links_in_a_loop_and_pipes_do_not_hang(tmp_path):
    put(tmp_path / "a.txt", TEXT)
    (tmp_path / "lagi").symlink_to(tmp_path)
    (tmp_path / "sendiri.txt").symlink_to(tmp_path / "sendiri.txt")
    os.mkfifo(tmp_path / "pipa.txt")
    found = {Path(item.source).name: item for item in read([tmp_path])}
    assert isinstance(found["a.txt"], Page)
    assert "not a regular file" in reason(found["pipa.txt"])
    assert isinstance(found["sendiri.txt"], Reject)
    assert len(found) == 3


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (TEXT.encode(), "text"),
        (HTML.encode(), "html"),
        (b'{"text": "Halo"}\n', "text"),
        (gzip.compress(b"Halo", mtime=0), "text"),
    ],
)
def test_standard_input_is_read_by_its_content(content, field):
    (page,) = read(["-"], stdin=io.BytesIO(content))
    assert getattr(page, field)
    assert page.source.startswith("-")


def test_standard_input_may_be_a_text_stream():
    (page,) = read(["-"], stdin=io.StringIO(TEXT))
    assert page.text == TEXT


def test_parquet_rows_are_pages_and_bad_rows_rejects(tmp_path):
    path = tmp_path / "a.parquet"
    table = {"id": [1, 2, 3], "text": ["Satu.", None, "Tiga."], "lain": ["x", "y", "z"]}
    pq.write_table(pa.table(table), path)
    first, second, third = read([path])
    assert (first.id, first.text, first.source) == ("1", "Satu.", f"{path}#1")
    assert "neither" in reason(second)
    assert third.text == "Tiga."


def test_parquet_that_is_none_or_has_no_text_is_rejected(tmp_path):
    assert "Parquet" in reason(one(put(tmp_path / "a.parquet", b"PAR1 bukan")))
    pq.write_table(pa.table({"isi": ["a"]}), tmp_path / "b.parquet")
    assert "rename" in reason(one(tmp_path / "b.parquet"))
