"""Addresses: what is asked for, and which hosts are on the public internet."""

from __future__ import annotations

import contextlib

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.readers.fetching.addresses import is_public
from kawat.readers.fetching.answers import retry_after
from kawat.readers.fetching.errors import FetchError
from kawat.readers.fetching.kinds import charset, check_kind, media_type
from kawat.readers.fetching.urls import host_of, join_url, parse_url, port_of

ODD = st.lists(
    st.text(max_size=6) | st.sampled_from(["http", "https", "://", "/", "@", ":", "[", "]", "%", "?", "#", "..", "é"]),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://a.example/x", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("a.example/x", "write https://"),
        ("https://", "no host"),
        ("https://user@a.example/", "user name"),
        ("https://a.example:0/", "port"),
        ("https://a.example:99999/", "port"),
        ("https://[::1/", "not a valid address"),
        ("https://a.example/" + "x" * 5000, "longer than"),
    ],
)
def test_what_is_no_address_is_refused_with_a_remedy(address, said):
    with pytest.raises(FetchError, match=said):
        parse_url(address)


def test_an_address_loses_its_fragment_and_nothing_else():
    assert str(parse_url(" https://A.example:8080/x?y=1#z ")) == "https://a.example:8080/x?y=1"
    assert host_of(parse_url("https://münchen.example./")) == "xn--mnchen-3ya.example"


@given(ODD)
def test_any_address_is_read_or_refused(address):
    for whole in (address, "http://" + address, "http://a.example/" + address):
        with contextlib.suppress(FetchError):
            url = parse_url(whole)
            assert url.scheme in ("http", "https")
            assert host_of(url)
            assert 0 < port_of(url) < 65536
            assert parse_url(str(url)) == url


@given(ODD)
def test_any_redirect_is_followed_or_refused(location):
    with contextlib.suppress(FetchError):
        join_url(httpx.URL("https://a.example/b/c?d"), location)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "::ffff:10.0.0.1",
     "2002:a00:1::", "64:ff9b::a00:1", "2001:db8::1", "no address", ""],
)  # fmt: skip
def test_addresses_of_this_machine_and_of_local_networks_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "203.119.112.1", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_addresses_of_the_internet_are_public(address):
    assert is_public(address)


@given(st.text(max_size=40))
def test_any_header_is_read(value):
    retry_after(value)
    headers = httpx.Headers([(b"content-type", value.encode("utf-8", "replace"))])
    charset(headers)
    media_type(headers)
    with contextlib.suppress(FetchError):
        check_kind(headers, httpx.URL("https://a.example/"))


@pytest.mark.parametrize(
    ("written", "seconds"), [("5", 5), (" 0 ", 0), ("-5", None), ("x", None), (None, None), ("9" * 40, 999999999)]
)
def test_retry_after_is_a_number_of_seconds(written, seconds):
    assert retry_after(written) == seconds


def test_retry_after_may_be_a_date():
    assert retry_after("Thu, 27 Jul 2023 00:00:00 GMT") == 0
    assert retry_after("Fri, 01 Jan 2100 00:00:00 GMT") > 1e9
