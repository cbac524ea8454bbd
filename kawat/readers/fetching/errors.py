"""Why a page could not be fetched."""

from __future__ import annotations


class FetchError(Exception):
    """An address gave no page; the message says why and what helps, for people.

    ``passing``: it may be over in a moment, another try is worth it. ``wait``: seconds that the site asks to
    be left alone. ``unanswered``: the host gave no proper answer, so that others may fail likewise.
    """

    def __init__(
        self, reason: str, *, passing: bool = False, wait: float | None = None, unanswered: bool = False
    ) -> None:
        super().__init__(reason)
        self.passing = passing
        self.wait = wait
        self.unanswered = unanswered or passing
