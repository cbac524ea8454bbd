"""The authors of a page: from its data, its meta tags, and only then from what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial

from lxml import html as markup

from kawat.cleaning.characters import fold, unique
from kawat.cleaning.metadata.harvest import Harvest
from kawat.cleaning.metadata.jsonld import Described
from kawat.cleaning.metadata.meta_tags import AUTHORS, INVERTED_AUTHORS
from kawat.cleaning.metadata.names import names_of
from kawat.cleaning.metadata.signed import editors, signature
from kawat.cleaning.metadata.visible import authors_shown


def find_authors(
    tree: markup.HtmlElement, harvest: Harvest, own: Described | None, sites: list[str]
) -> tuple[tuple[str, ...], str]:
    """Return the names credited and the place that credits them; ((), "") where nobody is named.

    Where data list the site as one of several authors it stays one: some outlets credit their desk so. A site that
    names itself as the only author is believed only where no place names anybody else, and so is somebody whom the
    page shows as its editor.
    """
    keys = {key for site in sites if (key := _key(site))}
    selves: tuple[tuple[str, ...], str] = ((), "")
    places: list[tuple[str, Callable[[], list[str]]]] = [("json-ld author", partial(_of_data, own))]
    for name in AUTHORS:
        if name in harvest.metas:
            places.append((f"meta {name}", partial(_of_meta, name, harvest.metas[name])))
    places.append(("byline", partial(authors_shown, tree, harvest.headings)))
    places.append(("signature", partial(signature, tree)))
    edited = editors(tree)
    edited_alone: tuple[tuple[str, ...], str] = ((), "")
    for where, look in places:
        given = look()
        names = [name for name in given if name.casefold() not in edited]
        if given and not names and not edited_alone[0]:
            edited_alone = tuple(given), where
        if not names:
            continue
        people = [name for name in names if _key(name) not in keys]
        if people:
            return tuple(names if where == "json-ld author" else people), where
        if not selves[0]:
            selves = tuple(names), where
    return selves if selves[0] else edited_alone


def _of_data(own: Described | None) -> list[str]:
    if own is None:
        return []
    return unique(name for credit in own.authors for name in _of_credit(credit.name, credit.organisation))


def _of_credit(text: str, organisation: bool) -> Iterable[str]:
    """Return the names in one author of the data; an organisation's name is one name, whatever words it holds."""
    if organisation and "," not in text and ";" not in text:
        return [" ".join(text.split())][: len(text) < 80]
    return names_of(text)


def _of_meta(name: str, values: list[str]) -> list[str]:
    if name in INVERTED_AUTHORS:
        values = [re.sub(r"^([^,]+),\s*([^,]+)$", r"\2 \1", value) for value in values]
    return unique(found for value in values[:20] for found in names_of(value))


def _key(text: str) -> str:
    return re.sub(r"^(?:the|die|der|das|le|la|el|il)(?=\w{4})|[\W_]", "", fold(text))
