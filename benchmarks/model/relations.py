"""Event types between two marked sides (PLV): the model in cross-validation, the lexicon, and a floor.

The model's figures are those of fold models, each of which has not seen the sentences it answers for. ``--folds`` names
the folder that holds them, ``seed{S}-fold{K}`` for fold K of the split by seed S (``training.sources.plv.folds``).
CONCEDE and RETREAT, which PLV does not tell apart, add up to YIELD, a quad class of its own.
The floor: logistic regression on the words and pairs of words of the sentence and of what stands between its sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from statistics import mean, stdev

from benchmarks.model.options import Missing, Options, data
from benchmarks.model.raw import lexicon_coder
from benchmarks.model.read import watched
from benchmarks.model.tables import Table
from benchmarks.relations import scores
from kawat.codebook import load_codebook
from kawat.encoder.model import Model, ModelError
from training.examples import PairExample
from training.labels import NOTHING
from training.sources.plv import YIELD, folds, pairs

FOLDS = 5
SEEDS = (0, 1, 2)
_NAME = re.compile(r"seed(\d+)-fold(\d+)")
Answers = list[tuple[str, str]]  # (wanted, given) type


def tables(options: Options) -> Iterator[Table]:
    """Yield the table."""
    examples = pairs(data("relations", "plv_train.tsv"))
    rows = []
    notes = [
        "Mean and standard deviation over splits by seed.",
        "lexicon: it was widened while these sentences were looked at; no unseen ones are among them.",
    ]
    try:
        rows.append(_row("floor: TF-IDF, logistic regression", floor(examples)))
    except Missing as error:
        notes.append(f"floor: left out, for {error}")
    rows.append(_row("lexicon", [lexicon(examples)]))
    if options.folds is None:
        notes.append("model: left out, for no folder of fold models is named (--folds)")
    else:
        runs, missing = cross_validated(examples, options.folds)
        rows += model_rows(runs)
        notes += missing
    columns = ("coder", "splits", "sentences", "macro-F1", "accuracy", "quad macro-F1", "quad accuracy")
    title = f"PLV, training split, {FOLDS}-fold cross-validation"
    yield Table(title, columns, rows, notes)


def best(chances: Mapping[str, float]) -> str:
    """Return the likeliest type but for NONE, which no sentence of PLV is; CONCEDE and RETREAT add up to YIELD."""
    told = {type_: chance for type_, chance in chances.items() if type_ not in (*YIELD, NOTHING)}
    told["YIELD"] = sum(chances.get(type_, 0.0) for type_ in YIELD)
    found = max(told, key=lambda type_: told[type_])
    return found if told[found] > 0 else NOTHING


def quad(type_: str) -> str:
    """Return the quad class of a type; YIELD and NONE are classes of their own."""
    types = load_codebook().types
    return types[type_].quad if type_ in types else type_.lower()


def floor(examples: Sequence[PairExample], seeds: Sequence[int] = SEEDS) -> list[Answers]:
    """Return the answers of a linear model for each seed. Raises Missing without scikit-learn."""
    try:
        text = import_module("sklearn.feature_extraction.text")
        linear = import_module("sklearn.linear_model")
        stack = import_module("scipy.sparse").hstack
    except ImportError as error:
        raise Missing(f"scikit-learn cannot be imported ({error}): install kawat[bench]") from error
    gold = [example.extra["gold"] for example in examples]
    views = [[example.text for example in examples], [between(example) for example in examples]]
    runs = []
    for seed in watched(seeds, "floor"):
        answers: Answers = []
        for held in folds(list(examples), FOLDS, seed):
            learnt = sorted(set(range(len(examples))) - set(held))
            of_learnt, of_held = [], []
            for view in views:
                weigh = text.TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
                of_learnt.append(weigh.fit_transform([view[k] for k in learnt]))
                of_held.append(weigh.transform([view[k] for k in held]))
            model = linear.LogisticRegression(C=10.0, max_iter=1000)
            model.fit(stack(of_learnt).tocsr(), [gold[k] for k in learnt])
            answers += zip([gold[k] for k in held], model.predict(stack(of_held).tocsr()).tolist(), strict=True)
        runs.append(answers)
    return runs


def between(example: PairExample) -> str:
    """Return what stands between the two sides, the whole text where one is not marked."""
    if example.actor is None or example.recipient is None:
        return example.text
    first, second = sorted((example.actor, example.recipient))
    return example.text[first[1] : second[0]]


def lexicon(examples: Sequence[PairExample]) -> Answers:
    """Return the answers of the lexicon."""
    coder = lexicon_coder()
    return [
        (example.extra["gold"], best(coder.relate(example.text, example.actor, example.recipient, language="en")))
        for example in watched(examples, "lexicon")
    ]


def cross_validated(examples: Sequence[PairExample], folder: Path) -> tuple[dict[int, list[Answers]], list[str]]:
    """Return by seed the answers of each of its fold models for what it has not seen, and notes on missing ones."""
    found = {(int(m[1]), int(m[2])) for path in folder.glob("seed*") if (m := _NAME.fullmatch(path.name))}
    runs: dict[int, list[Answers]] = {}
    seeds = sorted({*SEEDS, *(seed for seed, _ in found)})
    notes = []
    for seed in seeds:
        if missing := [str(k) for k in range(FOLDS) if (seed, k) not in found]:
            notes.append(f"model: of seed {seed} fold {', '.join(missing)} is missing in {folder}")
    for seed, k in watched(sorted(found), "fold models"):
        name = f"seed{seed}-fold{k}"
        if k >= FOLDS:
            notes.append(f"model: {name} is left out, there being {FOLDS} folds from 0 on")
            continue
        try:
            model = Model(folder / name)
        except ModelError as error:
            notes.append(f"model: {name} is left out: {error}")
            continue
        held = folds(list(examples), FOLDS, seed)[k]
        runs.setdefault(seed, []).append(answers(model, [examples[i] for i in held]))
    return runs, notes


def model_rows(runs: Mapping[int, Sequence[Answers]]) -> Iterator[list[str]]:
    """Yield one row for the seeds that have all folds, and one for each other seed, which answers for a part only."""
    whole = {seed: [pair for part in parts for pair in part] for seed, parts in runs.items()}
    if complete := [whole[seed] for seed in runs if len(runs[seed]) == FOLDS]:
        yield _row("model", complete)
    for seed, parts in runs.items():
        if len(parts) < FOLDS:
            yield _row(f"model, {len(parts)} of {FOLDS} folds of seed {seed}", [whole[seed]])


def answers(model: Model, examples: Sequence[PairExample]) -> Answers:
    """Return the answers of one model."""
    chances = model.relate([(example.text, example.actor, example.recipient) for example in examples])
    given = [best(dict(zip(model.labels.pair_types, row, strict=True))) for row in chances.tolist()]
    return [(example.extra["gold"], type_) for example, type_ in zip(examples, given, strict=True)]


def _row(name: str, runs: Sequence[Answers]) -> list[str]:
    figures: list[list[float]] = [[], [], [], []]
    for run in runs:
        accuracy, macro = scores(run)
        quads = scores([(quad(wanted), quad(given)) for wanted, given in run])
        for values, value in zip(figures, (macro, accuracy, quads[1], quads[0]), strict=True):
            values.append(value)
    return [name, str(len(runs)), str(len(runs[0])), *map(spread, figures)]


def spread(values: Sequence[float]) -> str:
    """Return the mean, and the standard deviation where there are several values."""
    return f"{mean(values):.3f}" + (f" ± {stdev(values):.3f}" if len(values) > 1 else "")
