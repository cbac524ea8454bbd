"""What the head word of a body's name tells of it (``bodies.toml``), as typed records."""

from __future__ import annotations

from functools import cache
from typing import Literal

from kawat.languages import Strict, load


class Bodies(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``bodies.toml``. ``heads``: for each sector the words that head names of such bodies, as written."""

    position: Literal["first", "last"]  # where in a name its head stands
    joining: tuple[str, ...]  # lower-case words inside names of bodies: "dan", "of"
    heads: dict[str, tuple[str, ...]]


@cache
def bodies(language: str) -> Bodies:
    """Return what head words of names of bodies tell in ``language``."""
    return load(language, "bodies", Bodies)


@cache
def head_sectors(language: str) -> dict[str, str]:
    """Return the sector of every head word of ``language``."""
    return {word: sector for sector, words in bodies(language).heads.items() for word in words}
