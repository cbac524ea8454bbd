"""Spellings of one foreign name brought together: Shoigu and Shoygu, Zelensky and Zelenskyy, Qaddafi and Kadafi."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# In this order. Each group sounds alike when names of Arabic, Cyrillic, Persian or Asian scripts are written in
# Indonesian or English; doubled letters and apostrophes are dropped.
_ALIKE = [
    (re.compile(pattern), plain)
    for pattern, plain in [
        (r"[^a-z ]", ""),
        (r"tsch|tch|tj|ch", "c"),
        (r"sch|sh|sy|sj", "s"),
        (r"kh|gh|q|g|ck", "k"),
        (r"ph", "f"),
        (r"dh|dz|dj|zh", "d"),
        (r"th", "t"),
        (r"oo|ou|oe", "u"),
        (r"ee|ie|iy|yi|ey|ei|y|j", "i"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"([a-z])\1+", r"\1"),
        (r"h(?![aeiou])", ""),
    ]
]


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Return what all spellings of ``name`` have in common, in lower-case letters and spaces."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("-", " ")
    for pattern, alike in _ALIKE:
        plain = pattern.sub(alike, plain)
    return plain
