"""CAMEO's actor codes, three letters after three letters, as Kawat's countries and sectors."""

from __future__ import annotations

import re

import msgspec

from kawat.actors.importers.countries import country_code

# Roles that are sectors of Kawat under the same letters, and those that have other letters there.
SAME = frozenset("GOV MIL LEG JUD SPY COP PTY OPP REB UAF AGR BUS CRM CVL EDU ELI LAB REF REL".split())
OTHER = {"INS": "REB", "SEP": "REB", "MED": "JRN", "HLH": "MED"}
CAUSES = frozenset({"DEV", "ENV", "HRI"})  # civil society on its own, a field of work behind another role
RELIGIONS = frozenset("BUD CHR CTH DOX DRZ HIN ITR JEW MOS MRN PRO SFI SHI SIK SUN TAO".split())
REGIONS = frozenset(
    "AFR ASA BLK CAS CAU CEU CFR CRB EAF EEU EIN EUR LAM MDT MEA NAF NMR PGS SAF SAM SAS SCN SEA WAF WEU WST".split()
)
INTERNATIONAL = {"IGO": "GOV", "NGO": "SOC", "NGM": "SOC", "MNC": "BUS", "IMG": "REB", "UIS": "", "INT": ""}
BODIES = {"UNO": "UNO", "EEC": "EUR"}  # of which Kawat knows as countries
NOBODY = frozenset({"---", "###", "+++"})  # codes that mark a name as no actor

_LETTERS = re.compile(r"(?:[A-Z]{3})+")


class Coded(msgspec.Struct, frozen=True):
    """What a code says: country ("" where it says none), sectors, and the parts that mean nothing in Kawat."""

    country: str
    sectors: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def is_country_alone(self) -> bool:
        """Whether it is the code of a country and nothing more."""
        return len(self.country) == 3 and not self.sectors and not self.left


def decode(code: str) -> Coded:
    """Return what a code says. Raises ValueError, with the reason, for one that says nothing of use."""
    code = code.strip().upper()
    if code.startswith("~"):
        raise ValueError(f"[{code}] is for common nouns (an agent), which are no names of actors")
    if not _LETTERS.fullmatch(code):
        raise ValueError(f"[{code}] is not in groups of three letters")
    first, *rest = (code[at : at + 3] for at in range(0, len(code), 3))
    if first in INTERNATIONAL:
        return _international(first, rest)
    if first in REGIONS:
        sectors, left = _sectors(rest)
        return Coded("IMG" if "REB" in sectors else "", sectors, (first, *left))
    country = country_code(first)
    if country is None:
        sectors, left = _sectors([first, *rest])
        if not sectors:
            raise ValueError(f"[{code}] has no country and no role that is known")
        return Coded("", sectors, left)
    sectors, left = _sectors(rest)
    return Coded(country, sectors, left)


def _international(first: str, rest: list[str]) -> Coded:
    sectors, left = _sectors([part for part in rest if part not in BODIES])
    country = next((BODIES[part] for part in rest if part in BODIES), "NGO" if first == "NGM" else first)
    if first in ("UIS", "INT"):
        country = "IMG" if "REB" in sectors else ""
    own = INTERNATIONAL[first]
    if own and own not in sectors:
        sectors = (own, *sectors) if first == "IGO" else (*sectors, own)
    return Coded(country, sectors, left)


def _sectors(parts: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sectors of role codes, and the codes that give none."""
    sectors: dict[str, None] = {}
    left = []
    for part in parts:
        if part in SAME or part in OTHER:
            sectors[OTHER.get(part, part)] = None
        elif INTERNATIONAL.get(part):
            sectors[INTERNATIONAL[part]] = None
        elif part in RELIGIONS:
            sectors["REL"] = None
        elif part in CAUSES:
            if not sectors:
                sectors["SOC"] = None
        else:
            left.append(part)
    return tuple(sectors), tuple(left)
