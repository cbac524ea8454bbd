"""How the model is made, from the data's folder to the files that the package ships.

Stages, each of which goes on where it was cut off (what is made is kept in the work folder):

ground    all sources but PLV
acts      the written corpus again and again, from the ground's weights
last      PLV with some of all others, from there; once for each seed, the weights then averaged
settle    thresholds and calibration on the development part of the corpus
export    int8 ONNX, tokenizer, labels and digests

For cross-validation the last stage is also run with a fifth of PLV left out at a time (``folds``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import recipe
from training.calibrate import settle
from training.data import data_folder
from training.examples import PairExample
from training.export import export, write_labels
from training.learn import Settings, learn
from training.network import Network
from training.sources import plv

SPEECH = {"source": 1.0, "cue": 1.0, "content": 1.0}
GROUND = Settings(epochs=4, seed=1, size=32, rate=2e-4, weights=SPEECH)
# What is learnt slowest weighs more once the rest is there.
WEIGHTS = {"roles": 3.0, "mode": 0.5, "context": 0.3, **SPEECH}
ACTS = Settings(epochs=5, seed=2, size=32, rate=2e-4, weights=WEIGHTS)
LAST_EPOCHS, LAST_SIZE, LAST_RATE = 4, 16, 1e-4
NAME = "kawat-e5-small-1"
Weights = dict[str, torch.Tensor]


class Workshop:
    """A run of training: where its data are, and where what it makes is kept."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.encoder = data_folder() / "encoder"
        self.tokenizer = Tokenizer.from_file(str(self.encoder / "tokenizer.json"))
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        work.mkdir(parents=True, exist_ok=True)
        self._note_data()

    def ground(self) -> Weights:
        """Return the weights after the first stage."""
        return self._stage("ground", None, recipe.ground_tasks, GROUND)

    def acts(self) -> Weights:
        """Return the weights after the second stage."""
        return self._stage("acts", self.ground(), recipe.act_tasks, ACTS)

    def last(self, seed: int, fold: int | None = None) -> Weights:
        """Return the weights after the last stage; with ``fold``, that fifth of PLV is not learnt from."""
        examples = recipe.relations()
        left_out = set(plv.folds(examples, seed=seed)[fold]) if fold is not None else set()
        kept: Sequence[PairExample] = [example for k, example in enumerate(examples) if k not in left_out]
        settings = Settings(epochs=LAST_EPOCHS, seed=seed, size=LAST_SIZE, rate=LAST_RATE, weights=WEIGHTS)
        name = f"last-seed{seed}" if fold is None else f"last-seed{seed}-fold{fold}"
        return self._stage(name, self.acts(), lambda: recipe.last_tasks(kept), settings)

    def fold(self, seed: int, fold: int) -> None:
        """Train and export a model that has not seen one fifth of PLV, for cross-validation."""
        folder = self.work / "folds" / f"seed{seed}-fold{fold}"
        if not (folder / "digests.json").exists():
            self._export(self.last(seed, fold), folder, f"{NAME}-seed{seed}-fold{fold}")

    def make(self, seeds: Sequence[int], folder: Path) -> None:
        """Train all that is missing and write the model's files into ``folder``."""
        self._export(average([self.last(seed) for seed in seeds]), folder, NAME)
        write_labels(folder, settle(folder))

    def _stage(self, name: str, start: Weights | None, tasks, settings: Settings) -> Weights:
        done = self.work / f"{name}.pt"
        if not done.exists():
            print(f"{name}: begins", flush=True)
            network = Network(self.encoder)
            if start is not None:
                network.load_state_dict(start)
            network.to(self.device)
            checkpoint = self.work / f"{name}.checkpoint"
            learn(network, self.tokenizer, tasks(), settings, checkpoint)
            torch.save(network.cpu().state_dict(), done.with_suffix(".half"))
            done.with_suffix(".half").replace(done)
            checkpoint.unlink(missing_ok=True)
        return torch.load(done, weights_only=True)

    def _export(self, weights: Weights, folder: Path, name: str) -> None:
        network = Network(self.encoder)
        network.load_state_dict(weights)
        export(network, self.encoder / "tokenizer.json", folder, {"name": name})

    def _note_data(self) -> None:
        """Keep the digest of every file that is learnt from."""
        folders = [data_folder() / name for name in ("relations", "synthetic", "ner", "attribution", "encoder")]
        folders.append(Path(__file__).parent / "corpus")
        digests = {
            str(path.relative_to(folder.parent)): hashlib.sha256(path.read_bytes()).hexdigest()
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        (self.work / "data.json").write_text(json.dumps(digests, indent=1) + "\n")


def average(weights: Sequence[Weights]) -> Weights:
    """Return the mean of the weights of networks that began from the same ones.

    Wortsman et al. 2022, "Model soups": as good as a vote of them all, at the cost of one.
    """
    return {
        name: torch.stack([w[name].float() for w in weights]).mean(0).to(first.dtype)
        for name, first in weights[0].items()
    }
