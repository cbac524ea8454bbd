"""What the status of an answer means for whoever asked."""

from __future__ import annotations

from datetime import UTC, datetime

from kawat.readers.fetching.client import WHOLE, Answer
from kawat.readers.fetching.errors import FetchError
from kawat.readers.listings.times import to_utc

NOT_MODIFIED = 304
REDIRECTS = (301, 302, 303, 307, 308)
PASSING = (408, 425, 429, 500, 502, 503, 504)
_REASONS = {
    401: "the site wants a login (401); only public pages are fetched",
    402: "the site wants payment (402); only public pages are fetched",
    403: "the site refuses it (403); it may not want programs, ask it for leave",
    404: "there is no such page (404); check the address",
    410: "the page is gone (410); look for it in a web archive",
    451: "the page is withheld for legal reasons (451)",
}


def check_passing(answer: Answer) -> None:
    """Raise FetchError where an answer says that another try may bring one that is better."""
    if answer.status in PASSING:
        reason = f"the site answers {answer.status}; try again later"
        raise FetchError(reason, passing=True, wait=retry_after(answer.headers.get("retry-after")))


def check_whole(answer: Answer, *, conditional: bool) -> None:
    """Raise FetchError where an answer holds no page; ``conditional``: it need not, if nothing has changed."""
    if answer.status in WHOLE or (conditional and answer.status == NOT_MODIFIED):
        if answer.status in WHOLE and not answer.body.strip():
            raise FetchError("its answer is empty; look at it in a browser")
        return
    raise FetchError(_REASONS.get(answer.status, f"the site answers {answer.status}; look at it in a browser"))


def retry_after(written: str | None) -> float | None:
    """Return the seconds of a Retry-After header, which may be a number or a date."""
    written = (written or "").strip()
    if written.isascii() and written.isdigit():
        return float(written[:9])
    moment = to_utc(written)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds()) if moment else None
