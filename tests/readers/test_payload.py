"""Recorded bodies are unpacked as they are, not as their headers say."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.readers import MAX_PAGE_BYTES
from kawat.readers.payload import PayloadError, unchunk, unpack

BODY = b"<!doctype html><html><body><p>Gubernur meresmikan jembatan baru.</p></body></html>"
PACKED = {
    "gzip": gzip.compress(BODY, mtime=0),
    "x-gzip": gzip.compress(BODY, mtime=0),
    "deflate": zlib.compress(BODY),
    "br": brotli.compress(BODY),
}


@pytest.mark.parametrize("name", PACKED)
def test_bodies_are_unpacked_as_declared(name):
    assert unpack(PACKED[name], encoding=name.upper()) == BODY


def test_deflate_comes_with_a_frame_and_without():
    bare = zlib.compressobj(wbits=-15)
    assert unpack(bare.compress(BODY) + bare.flush(), encoding="deflate") == BODY


def test_layers_are_undone_in_their_order():
    assert unpack(gzip.compress(brotli.compress(BODY)), encoding="br, gzip") == BODY


@pytest.mark.parametrize("name", [*PACKED, "zstd", "compress", "utf-8", "none", ""])
def test_a_body_that_is_not_packed_after_all_stays_as_it_is(name):
    assert unpack(BODY, encoding=name) == BODY


def test_gzip_is_known_without_being_declared():
    assert unpack(gzip.compress(BODY, mtime=0)) == BODY
    assert unpack(gzip.compress(gzip.compress(BODY)), encoding="identity") == BODY


def test_what_was_unpacked_before_damage_is_kept():
    body = b"".join(b"<p>%d</p>" % number for number in range(60_000))
    packed = gzip.compress(body, mtime=0)
    found = unpack(packed[: len(packed) // 2], encoding="gzip")
    assert body.startswith(found)
    assert len(found) > 1000


def test_damaged_brotli_is_refused():
    with pytest.raises(PayloadError, match="br, which is damaged"):
        unpack(b"\x0b\x02\x80\x05" * 40, encoding="br")


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_bombs_are_refused(name):
    bomb = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[name](b"a" * (2 * MAX_PAGE_BYTES))
    with pytest.raises(PayloadError, match="larger than 8 MB once unpacked"):
        unpack(bomb, encoding=name)


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("size", ["%x", "%X", "%x;a=b", "000%x", "%x  "])
def test_chunks_are_joined(size, end):
    parts = [BODY[:10], BODY[10:40], BODY[40:]]
    sent = b"".join((size % len(part)).encode() + end.encode() + part + end.encode() for part in parts)
    assert unchunk(sent + f"0{end}{end}".encode()) == BODY
    assert unchunk(sent) == BODY


@pytest.mark.parametrize("body", [BODY, b"", b"zz\r\nabc", b"5\r\nabcdeXX", b"-5\r\nabc", b"abc\r\nini bukan potongan"])
def test_what_is_not_chunked_after_all_stays_as_it_is(body):
    assert unpack(body, transfer="chunked") in (body, body.partition(b"\r\n")[2])


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "chunked", "gzip, chunked"]),
    st.sampled_from([*PACKED, "zstd", "br, gzip"]),
)
def test_any_body_is_unpacked_or_refused(body, transfer, encoding):
    try:
        assert isinstance(unpack(body, transfer=transfer, encoding=encoding), bytes)
    except PayloadError as error:
        assert str(error)


@given(st.binary(max_size=300), st.lists(st.integers(1, 50), min_size=1))
def test_chunking_and_joining_gives_the_body_back(body, sizes):
    sent, at = b"", 0
    for size in sizes * 300:
        if at >= len(body):
            break
        part = body[at : at + size]
        sent, at = sent + b"%x\r\n%b\r\n" % (len(part), part), at + size
    assert unchunk(sent + b"0\r\n\r\n") == body
