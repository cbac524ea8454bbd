"""What the user chose, and the data and the model that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kawat.encoder.model import Model
from training.data import data_folder


class Missing(RuntimeError):  # noqa: N818 - named for what is the matter, as its raisers read
    """Something that a table needs is not there; the message says what, and what to do."""


@dataclass(frozen=True)
class Options:
    """``folder``: of the model, None for the bundled one. ``limit``: the most passages that are read of any set."""

    folder: Path | None = None
    folds: Path | None = None
    full: Path | None = None
    limit: int | None = None

    @cached_property
    def model(self) -> Model:
        """The model, loaded once. Raises ModelError where its files are missing or damaged."""
        return Model(self.folder)

    @property
    def shortened(self) -> str:
        """What titles add where not all is read."""
        return f", only the first {self.limit} of each set" if self.limit else ""


def data(*parts: str) -> Path:
    """Return a path in the data folder. Raises Missing where it is not there."""
    path = data_folder().joinpath(*parts)
    if not path.exists():
        raise Missing(f"{path} is not there: set KAWAT_DATA to the folder that holds {parts[0]}/")
    return path
