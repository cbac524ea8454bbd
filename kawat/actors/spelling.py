"""Spellings of one foreign name brought together: Shoigu and Shoygu, Zelensky and Zelenskyy, Qaddafi and Kadafi."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# In this order. Each group sounds alike when names of Arabic, Cyrillic, Persian or Asian scripts are written in
# Indonesian or English; doubled letters and apostrophes are dropped.
_ALIKE = [
    *((form, "c") for form in ("tsch", "tch", "tj", "ch")),
    *((form, "s") for form in ("sch", "sh", "sy", "sj")),
    *((form, "k") for form in ("kh", "gh", "q", "ck", "g")),
    ("ph", "f"),
    *((form, "d") for form in ("dh", "dz", "dj", "zh")),
    ("th", "t"),
    *((form, "u") for form in ("oo", "ou", "oe")),
    *((form, "i") for form in ("ee", "ie", "iy", "yi", "ey", "ei", "y", "j")),
    ("w", "v"),
    ("x", "ks"),
]
_OTHER = re.compile(r"[^a-z ]")
_DOUBLED = re.compile(r"([a-z])\1+")
_MUTE = re.compile(r"h(?![aeiou])")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Return what all spellings of ``name`` have in common, in lower-case letters and spaces."""
    plain = name.lower().replace("-", " ")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    plain = _OTHER.sub("", plain)
    for form, alike in _ALIKE:
        plain = plain.replace(form, alike)
    return _MUTE.sub("", _DOUBLED.sub(r"\1", plain))
