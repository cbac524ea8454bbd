"""What a runner hands to a sink, and what the sink answers."""

from __future__ import annotations

import msgspec

from kawat.records import CodedArticle, Reject


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One input with its outcome.

    ``input_digest`` names the page and the options that it was coded with, so that a later run can tell
    that it is already stored. ``outcome`` is None where the run left the page out because it is.
    """

    source: str
    input_digest: str
    outcome: CodedArticle | Reject | None


class Written(msgspec.Struct):
    """What became of a batch of entries.

    ``coded`` counts articles that were stored, ``unchanged`` those that already were, ``reports`` the
    events in the former.
    """

    coded: int = 0
    unchanged: int = 0
    reports: int = 0
    rejects: list[Reject] = msgspec.field(default_factory=list)

    def add(self, other: Written) -> None:
        """Count ``other`` in."""
        self.coded += other.coded
        self.unchanged += other.unchanged
        self.reports += other.reports
        self.rejects.extend(other.rejects)
