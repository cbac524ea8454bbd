"""The filters of the list of events, from an address and back."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.web.filters import Filters, ParametersError, Place, parse

SET = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["ACCUSE", "ASSAULT"]),
        "actor_country": st.sampled_from(["IDN", "PRK"]),
        "status": st.sampled_from(["claimed", "asserted"]),
        "disputed": st.sampled_from(["yes", "no"]),
        "first": st.dates(max_value=date(2020, 1, 1)),
        "last": st.dates(min_value=date(2020, 1, 1)),
        "text": st.sampled_from(["Kim Jong-un", "100% & lebih", "naïf ☂"]),
        "actor": st.text("a/&=?#% ☂", min_size=1).filter(lambda text: text.strip() == text),
        "size": st.integers(1, 500),
    },
)


@given(SET, st.none() | st.builds(Place, st.none() | st.dates(), st.text("a:-%&", min_size=1)))
def test_filters_go_into_an_address_and_come_back(values, after):
    filters = Filters(**values)
    found = parse(parse_qsl(filters.query(after).removeprefix("?"), keep_blank_values=True))
    assert found.as_dict() == filters.as_dict()
    assert found.after == after


@given(st.lists(st.tuples(st.sampled_from(["type", "from", "to", "after", "size", "x", "text"]), st.text(max_size=12))))
def test_any_parameters_are_read_or_refused_with_a_message(items):
    try:
        parse(items)
    except ParametersError as error:
        assert error.messages
        assert all(message.endswith(".") for message in error.messages)


def test_empty_filters_are_none_as_forms_send_them():
    assert parse([("type", ""), ("from", " "), ("text", "")]) == Filters()
    assert Filters().query() == ""


def test_case_does_not_matter():
    assert parse([("type", "accuse"), ("actor_country", "idn"), ("status", "Claimed")]) == Filters(
        type="ACCUSE", actor_country="IDN", status="claimed"
    )


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([("typ", "ACCUSE")], "There is no filter “typ”"),
        ([("type", "WAR")], "it is one of AGREE, CONSULT"),
        ([("type", "AID"), ("type", "ACCUSE")], "given twice"),
        ([("status", "true")], "it is one of asserted, claimed"),
        ([("actor_country", "Indonesia")], "three letters"),
        ([("from", "27/7/2023")], "written as YYYY-MM-DD"),
        ([("from", "2023-02-30")], "written as YYYY-MM-DD"),
        ([("from", "2023-07-27"), ("to", "2023-07-26")], "ends before it begins"),
        ([("size", "0")], "a number from 1 to 500"),
        ([("size", "٣")], "a number from 1 to 500"),
        ([("after", "yesterday:e")], "go to the first page"),
        ([("text", "a " * 9)], "8 words at most"),
    ],
)
def test_what_cannot_be_used_is_refused_in_plain_words(items, said):
    with pytest.raises(ParametersError, match=said):
        parse(items)
