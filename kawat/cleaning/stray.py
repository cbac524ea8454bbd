"""Tags and entities that scraping has left in a page of text: "<b>", "<br/>", "&amp;"."""

from __future__ import annotations

import re
from html import unescape

_BREAK = re.compile(r"<(?:br|/?p|/?div|/?li|/?h[1-6])\b[^<>\n]{0,300}>", re.I)
_TAG = re.compile(r"</?(?:a|abbr|b|big|em|font|i|img|ins|mark|s|small|span|strong|sub|sup|u)\b[^<>\n]{0,500}>", re.I)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,500}>.{0,20000}?</\1\s{0,9}>", re.I | re.S)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[nm]dash|hellip|shy);", re.I)


def without_markup(text: str) -> str:
    """Return a text without the tags of running text, scripts and styles; entities become their characters.

    Other tags stay: "<nama>" may be what the page says.
    """
    if "<" in text:
        text = _HIDDEN.sub(" ", text)
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return text
