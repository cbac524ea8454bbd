"""How pages are fetched: what is asked of other people's machines, and what is put up with from them."""

from __future__ import annotations

import msgspec

from kawat.readers.limits import MAX_PAGE_BYTES
from kawat.version import __version__

USER_AGENT = f"Kawat/{__version__} (news reader; follows robots.txt)"


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """The limits of a run; times are seconds."""

    user_agent: str = USER_AGENT
    delay: float = 1.0  # between the end of a request and the next one to the same host
    hosts: int = 8  # spoken to side by side, with one connection each
    connect_seconds: float = 10.0
    read_seconds: float = 20.0  # without a byte
    answer_seconds: float = 60.0  # from the first try to connect to the last byte of one answer
    max_bytes: int = MAX_PAGE_BYTES  # of a page, as sent and unpacked
    max_listing_bytes: int = 32 << 20  # of a feed or sitemap, as sent and unpacked
    max_sitemaps: int = 200  # that are read of one index
    redirects: int = 5
    retries: int = 2
    backoff: float = 2.0  # before the first retry, doubled before the next
    longest_crawl_delay: float = 30.0
    longest_wait: float = 60.0  # that a site may ask for with Retry-After
    strikes: int = 3  # addresses in a row that a host may leave without an answer
    allow_private: bool = False  # also addresses of this machine and of local networks
