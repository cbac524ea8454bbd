"""The filters of the list of events, read from an address and written into one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, get_args
from urllib.parse import urlencode

import msgspec

from kawat.codebook import load_codebook
from kawat.records import Status

SIZE, LARGEST = 50, 500
MOST_WORDS = 8


class ParametersError(ValueError):
    """An address has parameters that cannot be used; ``messages`` say which and what helps."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__("; ".join(messages))
        self.messages = messages


class Place(msgspec.Struct, frozen=True):
    """A place in the list of events: after the event ``id`` of ``day``, or of no day."""

    day: date | None
    id: str

    def __str__(self) -> str:
        return f"{self.day or 'undated'}:{self.id}"


class Filters(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """Which events are asked for. ``first`` and ``last`` are days, called ``from`` and ``to`` in addresses."""

    type: str | None = None
    actor_country: str | None = None
    recipient_country: str | None = None
    status: str | None = None
    disputed: str | None = None
    first: date | None = None
    last: date | None = None
    text: str | None = None
    actor: str | None = None
    recipient: str | None = None
    size: int = SIZE
    after: Place | None = None

    @property
    def words(self) -> list[str]:
        """The words that are looked for."""
        return self.text.split() if self.text else []

    def as_dict(self) -> dict[str, str]:
        """Return the filters that are set, as an address has them; the place in the list is left out."""
        values = {outside: getattr(self, inside) for outside, inside in _NAMES.items() if inside != "after"}
        return {name: str(value) for name, value in values.items() if value is not None and (name, value) != _DEFAULT}

    def query(self, after: Place | None = None) -> str:
        """Return them as the part of an address that follows its path, question mark included."""
        values = self.as_dict() | ({"after": str(after)} if after else {})
        return f"?{urlencode(values)}" if values else ""


_DEFAULT = ("size", SIZE)
_NAMES = {field.encode_name: field.name for field in msgspec.structs.fields(Filters)}


def parse(items: Iterable[tuple[str, str]]) -> Filters:
    """Return the filters of an address; empty ones are none. Raises ParametersError."""
    values: dict[str, Any] = {}
    messages = []
    for name, value in items:
        text = value.strip()
        if name not in _NAMES:
            messages.append(f"There is no filter “{name}”. There are: {', '.join(_NAMES)}.")
        elif _NAMES[name] in values:
            messages.append(f"The filter “{name}” is given twice; give it once.")
        elif text:
            try:
                values[_NAMES[name]] = _READ[name](text)
            except ValueError as error:
                messages.append(f"The filter “{name}” cannot be “{value}”: {error}.")
    first, last = values.get("first"), values.get("last")
    if first and last and first > last:
        messages.append(f"The period ends before it begins: from {first} to {last}. Swap the two days.")
    if messages:
        raise ParametersError(messages)
    return Filters(**values)


def _one_of(allowed: Iterable[str]) -> Callable[[str], str]:
    names = list(allowed)

    def read(text: str) -> str:
        found = next((name for name in names if name.casefold() == text.casefold()), None)
        if found is None:
            raise ValueError(f"it is one of {', '.join(names)}")
        return found

    return read


def _country(text: str) -> str:
    if not re.fullmatch("[A-Za-z]{3}", text):
        raise ValueError("a country is three letters, such as IDN")
    return text.upper()


def _day(text: str) -> date:
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError("a day is written as YYYY-MM-DD, such as 2023-07-27")


def _words(text: str) -> str:
    if len(text) > 200 or len(text.split()) > MOST_WORDS:
        raise ValueError(f"it may have {MOST_WORDS} words at most")
    return text


def _size(text: str) -> int:
    if not re.fullmatch("[0-9]{1,4}", text) or not 1 <= int(text) <= LARGEST:
        raise ValueError(f"it is a number from 1 to {LARGEST}")
    return int(text)


def _place(text: str) -> Place:
    day, _, id = text.partition(":")
    if id and day == "undated":
        return Place(None, id)
    try:
        if id:
            return Place(_day(day), id)
    except ValueError:
        pass
    raise ValueError("it is copied from the link to the next page; go to the first page instead")


_READ: dict[str, Callable[[str], Any]] = {
    "type": _one_of(load_codebook().types),
    "actor_country": _country,
    "recipient_country": _country,
    "status": _one_of(get_args(Status)),
    "disputed": _one_of(["yes", "no"]),
    "from": _day,
    "to": _day,
    "text": _words,
    "actor": str,
    "recipient": str,
    "size": _size,
    "after": _place,
}
