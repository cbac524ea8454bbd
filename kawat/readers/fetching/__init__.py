"""Pages from the network, politely: the only place that speaks to it.

Addresses, feeds and sitemaps go in; rows of JSON lines come out, as ``kawat code`` takes them. Nothing that a
host answers is trusted: neither its size, nor its speed, nor its kind, nor where it sends its reader.
"""

from __future__ import annotations

from kawat.readers.fetching.choice import Choice
from kawat.readers.fetching.inputs import read_inputs
from kawat.readers.fetching.manners import Manners
from kawat.readers.fetching.report import Report
from kawat.readers.fetching.run import fetch
from kawat.readers.fetching.state import StoreError
from kawat.readers.fetching.store import Store

__all__ = ["Choice", "Manners", "Report", "Store", "StoreError", "fetch", "read_inputs"]
