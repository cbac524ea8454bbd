"""Whether words speak of a place told before: "that town", "di sana"."""

from __future__ import annotations

import re
from functools import cache

from kawat.languages.grammar import grammar
from kawat.languages.places import place_words


def speaks_again(text: str, language: str) -> bool:
    """Whether ``text``, a sentence, speaks of a place told before it: "the city", but not "the city of Kandahar"."""
    return bool(_again(language).search(" ".join(text.lower().split())))


@cache
def _again(language: str) -> re.Pattern[str]:
    words = place_words(language)
    named = set(grammar(language).genitives) & set(words.kinds)
    phrases = "|".join(re.escape(phrase.replace(" 's", "'s")) for phrase in sorted(words.again, key=len, reverse=True))
    return re.compile(rf"\b(?:{phrases})\b" + (rf"(?!\s(?:{'|'.join(named)})\b)" if named else ""))
