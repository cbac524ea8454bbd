"""What is told of an event once it is found (status, modes, contexts), and what its confidence is worth.

Measured on the corpus' dev texts, on gold events of which the model found the trigger, by a shared word, and the
type. An event that the model finds is right where all its sides are, too; ECE is the mean distance between confidence
and share of right events over ten bins, weighted by the events. The calibration was fitted to these very texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.model.options import Options
from benchmarks.model.read import readings
from benchmarks.model.tables import Table, figure
from benchmarks.relations import scores
from benchmarks.tally import Tally
from training.calibrate import judged
from training.measure.gold import LANGUAGES, dev_texts, of_language
from training.measure.matching import Told, events_fit, match
from training.measure.told import told

BINS = 10
Judged = tuple[float, bool]


def tables(options: Options) -> Iterator[Table]:
    """Yield the labels' table and that of the confidences."""
    model, texts = options.model, dev_texts(options.limit)
    read = readings(model, [(text.text, text.language) for text in texts], "labels of events")
    given = [told(found, text.words) for text, found in zip(texts, read, strict=True)]
    rows, judged_all = [], []
    for language in (*LANGUAGES, None):
        chosen = of_language(texts, language)
        pairs = [pair for k in chosen for pair in matched(texts[k].events, given[k])]
        judged_all = [event for k in chosen for event in judged(texts[k].events, given[k])]
        calibrated = _calibrated(judged_all, model.labels.calibration)
        cells = [language or "both", str(sum(len(texts[k].events) for k in chosen)), str(len(pairs))]
        cells += label_figures(pairs)
        rows.append([*cells, *(figure(ece(bins(events))) if events else "" for events in (judged_all, calibrated))])
    columns = ("language", "gold events", "found", "status accuracy", "macro-F1", "modes F1", "contexts F1", "ECE raw",
               "calibrated")  # fmt: skip
    yield Table(f"labels of events that are found, own corpus, dev{options.shortened}", columns, rows)
    yield _confidences(judged_all, _calibrated(judged_all, model.labels.calibration), options)


def matched(wanted: Sequence[Told], given: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Return the pairs (gold, found) of one text."""
    return [(wanted[k], given[m]) for k, m in match(wanted, given, events_fit)]


def label_figures(pairs: Sequence[tuple[Told, Told]]) -> list[str]:
    """Return status accuracy and macro-F1, and micro F1 of modes and contexts, as they stand in the table."""
    if not pairs:
        return [""] * 4
    modes, contexts = Tally(), Tally()
    for one, two in pairs:
        modes.add(len({*one.modes} & {*two.modes}), len(two.modes), len(one.modes))
        contexts.add(len({*one.contexts} & {*two.contexts}), len(two.contexts), len(one.contexts))
    status = scores([(one.status, two.status) for one, two in pairs])
    return [figure(value) for value in (*status, modes.shares()[2], contexts.shares()[2])]


def bins(events: Sequence[Judged]) -> list[list[Judged]]:
    """Return the events by confidence, in bins of equal width."""
    found: list[list[Judged]] = [[] for _ in range(BINS)]
    for confidence, right in events:
        found[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return found


def ece(binned: Sequence[Sequence[Judged]]) -> float:
    """Return the expected calibration error, 0 where there are no events."""
    total = sum(map(len, binned))
    return sum(abs(sum(c - right for c, right in events)) for events in binned) / total if total else 0.0


def _calibrated(events: Sequence[Judged], calibration: tuple[list[float], list[float]]) -> list[Judged]:
    return [(float(np.interp(confidence, *calibration)), right) for confidence, right in events]


def _confidences(raw: list[Judged], calibrated: list[Judged], options: Options) -> Table:
    rows = []
    for k, both in enumerate(zip(bins(raw), bins(calibrated), strict=True)):
        cells = [f"{k / BINS:.1f} to {(k + 1) / BINS:.1f}"]
        for events in both:
            shares = [sum(values) / len(events) for values in zip(*events, strict=True)]
            cells += [str(len(events)), *(map(figure, shares) if shares else ("", ""))]
        rows.append(cells)
    columns = ("confidence", "raw: events", "mean", "right", "calibrated: events", "mean", "right")
    return Table(f"confidence against share right, both languages{options.shortened}", columns, rows)
