"""Who stands at an article's end: its signature, and the people whom the page credits for other work than writing."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree  # ty: ignore[missing-module-member]
from lxml import html as markup

from kawat.cleaning.metadata.harvest import words
from kawat.cleaning.metadata.names import names_of
from kawat.cleaning.metadata.words import credit_words

_PARAGRAPH = 80  # characters of one that is prose
_LAST = 3  # paragraphs among which the signature is looked for
_SIGNATURE = 60
_LABEL = 30
# The label opens its element, so that the first text in it is enough to look at.
_EDITED = etree.XPath(
    "//body//*[self::div or self::span or self::p or self::li or self::strong or self::b or self::small or self::td]"
    "[contains(text(), 'ditor') or contains(text(), 'enyunting')]"
)
_MOST_LABELS = 20


def signature(tree: markup.HtmlElement) -> list[str]:
    """Return the name that closes the article in a paragraph of its own, set apart in bold, italics or to the right."""
    holders: Counter[markup.HtmlElement] = Counter()
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        if parent is not None and len(paragraph.text or "") > _PARAGRAPH:
            holders[parent] += 1
    if not holders:
        return []
    holder, size = holders.most_common(1)[0]
    if size < 2:
        return []
    for paragraph in [child for child in holder if child.tag == "p"][-_LAST:]:
        text = words(paragraph, _SIGNATURE + 1, parted=True)
        if 0 < len(text) <= _SIGNATURE and _set_apart(paragraph) and text[-1] not in ".!?:…":
            names = names_of(text)
            if len(names) in (1, 2) and all(_could_sign(name) for name in names):
                return names
    return []


def _set_apart(paragraph: markup.HtmlElement) -> bool:
    """Return whether a paragraph is wholly in bold or italics, or stands to the right."""
    if "right" in (paragraph.get("style") or "") + (paragraph.get("align") or ""):
        return True
    children = list(paragraph)
    only = len(children) == 1 and not (paragraph.text or "").strip() and not (children[0].tail or "").strip()
    return only and children[0].tag in ("strong", "b", "em", "i")


def _could_sign(name: str) -> bool:
    parts = name.split()
    return len(parts) <= 5 and not any(char.isdigit() for char in name) and all(part[0].isupper() for part in parts)


def editors(tree: markup.HtmlElement) -> set[str]:
    """Return the folded names that stand behind a label such as "Editor:"."""
    found: set[str] = set()
    for element in _EDITED(tree)[:_MOST_LABELS]:
        label = (element.text or "").strip()
        if len(label) > _LABEL + _SIGNATURE:
            continue
        holder = element
        if words(element, 2 * _SIGNATURE, parted=True) == label and label.endswith((":", "ditor")):
            holder = element.getparent()  # the label alone is set apart; the name stands beside it
        line = words(holder, 2 * _SIGNATURE, parted=True)
        for part in re.split(r"[|;•]", line):
            if match := credit_words().other.match(part):
                found.update(name.casefold() for name in names_of(part[match.end() :]))
    return found
