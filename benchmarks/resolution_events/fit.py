"""Learn how likely two reports tell one event: ``python -m benchmarks.resolution_events.fit`` writes the weights.

Logistic regression over all pairs of labelled tellings of one story, of the development stories. Prints what
cross-validation by story gives at several thresholds; the one that `kawat` uses is chosen there. Needs `.[bench]`.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import defaultdict
from collections.abc import Hashable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.model.options import Options
from benchmarks.model.tables import Table, figure, show
from benchmarks.resolution_events.__main__ import code
from benchmarks.resolution_events.corpus import read
from benchmarks.resolution_events.score import Item, Outcome, b_cubed
from kawat.dataset import open_dataset
from kawat.stories import Report, clusters, sentence_terms, words
from kawat.stories.likeness import Weights, chances, pair_features

TARGET = Path("kawat/data/merging.toml")
FOLDS = 5
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
STRENGTH = 0.05  # of the regression: the inverse of its penalty, on features of unit spread
CHOSEN = 0.25

Group = list[tuple[Item, Report]]


def groups(outcome: Outcome) -> list[Group]:
    """Return the labelled tellings of each story as Kawat groups them, with their reports."""
    found: defaultdict[str, Group] = defaultdict(list)
    numbers = {name: k for k, name in enumerate(sorted(outcome.articles, key=outcome.when))}
    for item, telling in outcome.found.items():
        article = outcome.articles[item[0]]
        row = dict(telling.report)
        sentence = article["text"][row["sentence_start"] : row["sentence_end"]]
        more: dict[str, Any] = {
            "article": numbers[item[0]],
            "original": numbers[outcome.origin(item[0])],
            "story": 0,
            "published": article["published"],
            "language": article["language"],
            "words": words(sentence),
            "names": sentence_terms(sentence),
        }
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in (row | more).items()}
        report = Report(**{k: v for k, v in values.items() if k in Report.__struct_fields__})
        found[article["story_id"]].append((item, report))
    return [found[story] for story in sorted(found)]


def learn(some: Sequence[Group], outcome: Outcome) -> Weights:
    """Return the weights learnt from ``some`` stories."""
    rows, truth = [], []
    names: list[str] = []
    for group in some:
        features = pair_features([report for _, report in group])
        names = list(features)
        upper = np.triu_indices(len(group), 1)
        rows.append(np.stack([features[name][upper] for name in names], axis=1))
        events = [outcome.found[item].event for item, _ in group]
        truth += [events[i] == events[j] for i, j in zip(*upper, strict=True)]
    values = np.concatenate(rows)
    spread = np.maximum(values.std(0), 1e-6)
    linear = import_module("sklearn.linear_model")
    model = linear.LogisticRegression(C=STRENGTH, max_iter=5000).fit(values / spread, truth)
    learnt = {n: round(float(w), 4) for n, w in zip(names, model.coef_[0] / spread, strict=True) if abs(w) > 1e-4}
    return Weights(learnt, round(float(model.intercept_[0]), 4), CHOSEN)


def clustered(group: Group, learnt: Weights, together: float) -> dict[Item, Hashable]:
    """Return a name of the event of each telling."""
    chance = chances(pair_features([report for _, report in group]), learnt)
    parts = clusters(chance, together)
    return {group[k][0]: group[part[0]][0] for part in parts for k in part}


def main() -> None:
    """Cross-validate, learn from all stories, and write the weights."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.resolution_events.fit", description=__doc__)
    made.add_argument("--keep", type=Path, metavar="FILE", help="a dataset to keep, so that the next run need not code")
    chosen = made.parse_args()
    corpus = read("dev")
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.keep or Path(folder, "events.duckdb")
        code(corpus, path, Options())
        with open_dataset(path) as dataset:
            outcome = Outcome(corpus, dataset)
    told = groups(outcome)
    random.Random(1).shuffle(told)
    given: dict[float, dict[Item, Hashable]] = {threshold: {} for threshold in THRESHOLDS}
    for fold in range(FOLDS):
        learnt = learn([group for k, group in enumerate(told) if k % FOLDS != fold], outcome)
        for group in told[fold::FOLDS]:
            for threshold in THRESHOLDS:
                given[threshold] |= clustered(group, learnt, threshold)
    truth, right = outcome.truth(), outcome.right_type()
    rows = []
    for threshold, answer in given.items():
        count = len(set(answer.values())) / len({truth[item] for item in answer})
        typed = b_cubed({item: answer[item] for item in right}, truth)
        rows.append((f"{threshold}", *map(figure, b_cubed(answer, truth)), f"{count:.2f}", figure(typed[2])))
    columns = ("together from", "precision", "recall", "F1", "found / true", "F1, right type")
    show(Table(f"cross-validation by story, {FOLDS} folds, within the stories that Kawat finds", columns, rows))
    _write(learn(told, outcome))


def _write(learnt: Weights) -> None:
    lines = [
        "# How likely two reports tell one event: weights of the features in kawat/stories/likeness.py.",
        "# Written by python -m benchmarks.resolution_events.fit; do not edit.",
        f"constant = {learnt.constant}",
        f"together = {learnt.together}  # mean chance from which on two groups of reports are one event",
        "",
        "[features]",
        *(f'"{name}" = {weight}' for name, weight in learnt.features.items()),
    ]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
