"""Kawat turns news into sourced event data: who did what to whom, when and where, and who says so.

>>> import kawat
>>> coder = kawat.Coder()
>>> coded = coder.code("Rusia menuduh Ukraina.", published="2023-07-27", language="id")
>>> [event.type for event in coded.events]
['ACCUSE']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kawat.version import __version__

if TYPE_CHECKING:
    from kawat.api import clean
    from kawat.coder import Coder
    from kawat.dataset import open_dataset

__all__ = ["Coder", "__version__", "clean", "open_dataset"]

# Loaded when first asked for: the command line must answer --help without loading all of them.
_HOMES = {"Coder": "kawat.coder", "clean": "kawat.api", "open_dataset": "kawat.dataset"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kawat' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
