"""``python -m training.trials``: what binds. The model made again from less, with fewer layers, or for names alone.

curve   a share of the written corpus, from the bare encoder, as many steps whatever the share
names   the corpora of names alone, each trial in another way

A trial is a model in ``out/trials/NAME``, to be measured like any other: ``python -m benchmarks.model raw --model``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import recipe
from training.calibrate import settle
from training.data import data_folder
from training.export import export, write_labels
from training.learn import Settings, Task, learn
from training.make import WEIGHTS
from training.network import Network

CURVE = Settings(epochs=3, seed=2, size=32, rate=2e-4, weights=WEIGHTS)


@dataclass(frozen=True)
class NameTrial:
    """A way to learn names: at which rate, from which weights, with what besides."""

    rate: float = 1e-4
    epochs: int = 5
    begin: str | None = None  # weights of a stage of `make`
    nerp: bool = False
    thawed: bool = False  # word embeddings learn, too


NAME_TRIALS = {
    "alone": NameTrial(),
    "faster": NameTrial(rate=3e-4),
    "three-corpora": NameTrial(nerp=True),
    "thawed": NameTrial(thawed=True),
    "from-acts": NameTrial(begin="acts"),
}


class Trials:
    """Where trials are kept, and where the weights are that some of them begin from."""

    def __init__(self, out: Path, work: Path) -> None:
        self.out, self.work = out, work
        self.encoder = data_folder() / "encoder"
        self.tokenizer = Tokenizer.from_file(str(self.encoder / "tokenizer.json"))

    def curve(self, share: float, layers: int | None) -> None:
        """Learn from a share of the corpus."""
        name = f"curve-{share:g}" + (f"-layers{layers}" if layers else "")
        if self._is_made(name):
            return
        network = Network(self.encoder, layers=layers)
        self._learn(network, recipe.act_tasks(share), CURVE, name)
        folder = self._export(network, name)
        write_labels(folder, settle(folder))

    def names(self, name: str) -> None:
        """Learn names alone."""
        if self._is_made(name):
            return
        trial = NAME_TRIALS[name]
        network = Network(self.encoder)
        if trial.begin:
            network.load_state_dict(torch.load(self.work / f"{trial.begin}.pt", weights_only=True))
        network.encoder.embeddings.word_embeddings.weight.requires_grad_(trial.thawed)
        settings = Settings(epochs=trial.epochs, seed=1, size=16, rate=trial.rate)
        self._learn(network, recipe.name_tasks(trial.nerp), settings, name)
        self._export(network, name)

    def _is_made(self, name: str) -> bool:
        return (self.out / name / "digests.json").exists()

    def _learn(self, network: Network, tasks: Sequence[Task], settings: Settings, name: str) -> None:
        print(f"{name}: begins", flush=True)
        self.out.mkdir(parents=True, exist_ok=True)
        checkpoint = self.out / f"{name}.checkpoint"
        learn(network, self.tokenizer, tasks, settings, checkpoint)
        checkpoint.unlink(missing_ok=True)

    def _export(self, network: Network, name: str) -> Path:
        folder = self.out / name
        export(network, self.encoder / "tokenizer.json", folder, {"name": f"trial-{name}"})
        return folder


def main() -> None:
    """Read the arguments and make the trials."""
    parser = argparse.ArgumentParser(
        prog="python -m training.trials",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=("curve", "names"))
    parser.add_argument("--shares", type=float, nargs="+", default=[0.25, 0.5, 1.0], help="curve: of the corpus")
    parser.add_argument("--layers", type=int, choices=range(1, 13), help="curve: of the encoder (default: all)")
    parser.add_argument("--trials", nargs="+", choices=NAME_TRIALS, default=list(NAME_TRIALS), help="names: which")
    parser.add_argument("--out", type=Path, default=Path("out/trials"), help="where the models go")
    parser.add_argument("--work", type=Path, default=Path("out/training"), help="where the stages of `make` are kept")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    trials = Trials(arguments.out, arguments.work)
    if arguments.what == "names":
        for name in arguments.trials:
            trials.names(name)
    else:
        for share in arguments.shares:
            trials.curve(share, arguments.layers)


if __name__ == "__main__":
    main()
