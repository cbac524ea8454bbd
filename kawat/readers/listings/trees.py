"""XML from anywhere to a tree: declared entities are not read, nothing is fetched, what is broken is mended.

Feeds are often invalid: a bare "&", HTML's entities without their declaration, a wrong charset, a missing end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.entities import html5

from lxml import etree  # ty: ignore[missing-module-member]

from kawat.readers.decoding import decode

MAX_TAGS = 2_500_000  # of 50,000 pages with all their pictures; as elements they take some 400 MB
_DECLARATION = re.compile(r"\s{0,99}<\?xml[^>]{0,500}>")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:-]{2,40})")
_REFERENCE = re.compile(r"&(?:(#\d{1,7}|#[xX][0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));|&")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PREDEFINED = ("amp", "lt", "gt", "quot", "apos")


def parse_tree(raw: bytes, charset: str | None = None) -> etree._Element | None:
    """Return the outermost element, or None where the bytes are no XML; ``charset`` is what HTTP said.

    Raises NotTextError where the bytes are no text at all, and ValueError where they would fill the memory.
    """
    if raw.count(b"<") > MAX_TAGS:
        raise ValueError(f"the XML has more than {MAX_TAGS} tags; no feed or sitemap needs that many")
    text = _FORBIDDEN.sub("", _characters(raw, charset))
    text = _outside_cdata(_without_doctype(_DECLARATION.sub("", text, count=1)), _mend)
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.lstrip().encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _characters(raw: bytes, charset: str | None) -> str:
    """Decode: valid UTF-8 is that; otherwise the XML's own word is tried before HTTP's, and then a guess made."""
    if not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        named = _ENCODING.search(raw[:300])
        for encoding in ("utf-8-sig", named.group(1).decode("ascii") if named else None, charset):
            try:
                if encoding and b"\0" not in raw:
                    return raw.decode(encoding)
            except (LookupError, ValueError):
                continue
    return decode(raw)


def _without_doctype(text: str) -> str:
    """Take the document type out, with all entities that it declares: nobody needs them but attackers."""
    start = text[:4000].upper().find("<!DOCTYPE")
    if start < 0:
        return text
    bracket, end = text.find("[", start), text.find(">", start)
    if end < 0:
        return text[:start]
    if 0 <= bracket < end:
        close = re.compile(r"\]\s{0,99}>").search(text, bracket)
        end = close.end() - 1 if close else end
    return text[:start] + text[end + 1 :]


def _outside_cdata(text: str, change: Callable[[str], str]) -> str:
    parts, at = [], 0
    while (start := text.find("<![CDATA[", at)) >= 0:
        end = text.find("]]>", start)
        end = len(text) if end < 0 else end + 3
        parts += [change(text[at:start]), text[start:end]]
        at = end
    return "".join([*parts, change(text[at:])])


def _mend(text: str) -> str:
    """Write HTML's entities as numbers, and an "&" that begins no reference as "&amp;"."""
    return _REFERENCE.sub(_reference, text) if "&" in text else text


def _reference(match: re.Match[str]) -> str:
    number, name = match.groups()
    if number or name in _PREDEFINED:
        return match.group()
    characters = html5.get(f"{name};") if name else None
    return "".join(f"&#{ord(each)};" for each in characters) if characters else "&amp;" + match.group()[1:]
