"""Where the data are that the model learns from and is measured on."""

from __future__ import annotations

import os
from pathlib import Path


def data_folder() -> Path:
    """Return the folder of training and development data: KAWAT_DATA, by default ../shared/data."""
    return Path(os.environ.get("KAWAT_DATA", "../shared/data"))
