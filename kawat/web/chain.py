"""Who says so: from the outlet inwards to the one who knows, each with its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kawat.web.database import Reader, Row
from kawat.web.links import actor_path, original
from kawat.web.wording import NOT_NAMED, OUTLET

Link = dict[str, str | None]

_STATEMENTS = (
    "SELECT * FROM statements WHERE article_id IN (SELECT unnest($ids)) ORDER BY content_start, content_end, id"
)
_ACTORS = "SELECT article_id, id, name FROM actors WHERE article_id IN (SELECT unnest($ids))"


class Voices:
    """The statements and actors of some articles. ``articles`` are rows with ``id``, ``url``, ``dateline_outlet``."""

    def __init__(self, reader: Reader, articles: Sequence[Row]) -> None:
        ids = {"ids": [article["id"] for article in articles]}
        self._articles = {article["id"]: article for article in articles}
        self._names = {(row["article_id"], row["id"]): row["name"] for row in reader.rows(_ACTORS, ids)}
        self.statements = {row["id"]: row for row in reader.rows(_STATEMENTS, ids)}
        first: dict[str, set[str | None]] = {}
        for row in self.statements.values():
            first.setdefault(row["article_id"], set()).add(row["via"][0] if row["via"] else None)
        # Every chain begins with the outlet, if it is known: where chains begin differently, it is not.
        self._outlets = {id: outlets.pop() for id, outlets in first.items() if len(outlets) == 1}

    def chain(self, statement: Mapping) -> list[Link]:
        """Return those through whom a statement reached the reader, from the outlet to its source."""
        article = statement["article_id"]
        via = list(statement["via"] or ())
        links = [] if via and via[0] == self._outlets.get(article) else [self._outlet(article)]
        links += [self._link(article, id, id) for id in via]
        if statement["source_actor_id"] or statement["source_name"]:
            links.append(self._link(article, statement["source_actor_id"], statement["source_name"]))
        return links

    def unsourced(self, report: Mapping) -> list[Link]:
        """Return the chain of a report that no statement tells: the outlet's own, or that of somebody not named."""
        links = [self._outlet(report["article_id"])]
        return [*links, {"name": NOT_NAMED, "path": None}] if report["status"] == "claimed" else links

    def _outlet(self, article: str) -> Link:
        id = self._outlets.get(article)
        if id is not None:
            return self._link(article, id, id)
        row = self._articles[article]
        host = (original(row["url"]) or "//").split("/")[2]
        return {"name": row["dateline_outlet"] or host or OUTLET, "path": None}

    def _link(self, article: str, id: str | None, name: str | None) -> Link:
        known = self._names.get((article, id or ""))
        return {"name": known or name, "path": actor_path(id) if id and known else None}
