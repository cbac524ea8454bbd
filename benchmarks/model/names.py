"""Names: the corpora of Indonesian names on their development splits, and the project's own mentions.

A name is right where its span and label are. Micro F1 counts all names alike; macro F1 is the mean over the labels.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from benchmarks.model.options import Options, data
from benchmarks.model.read import readings, scores
from benchmarks.model.tables import BREAK, Table, figure
from benchmarks.tally import Tally
from kawat.encoder.model import Model, softmax
from kawat.encoder.spans import find_spans, first_tokens
from training.examples import Passage
from training.measure.gold import LANGUAGES, dev_texts, of_language
from training.sources.names import sentences

SETS = {"idner": "idner-news-2k_dev.txt", "nergrit": "nergrit_valid.txt", "nerp": "nerp_valid.txt"}
# Macro F1 of IndoBERT-base on the test splits (Wilie et al. 2020, as Wongso et al. 2024 repeat them), of its two
# phases of training the better one. Not to be held against ours to the point: another split.
PUBLISHED = {"nergrit": 0.6987, "nerp": 0.7568}
Named = tuple[int, int, str]


def tables(options: Options) -> Iterator[Table]:
    """Yield the table."""
    rows = []
    for kind, file in SETS.items():
        passages = list(sentences(data("ner", file), kind))[: options.limit]
        given = corpus_names(options.model, passages, kind)
        rows.append(_row(f"{kind}, dev", [p.spans[kind] for p in passages], given))
        if kind in PUBLISHED:
            rows.append(["  IndoBERT-base, test, as published", "", "", "", "", "", figure(PUBLISHED[kind])])
    rows.append(BREAK)
    texts = dev_texts(options.limit)
    read = readings(options.model, [(text.text, text.language) for text in texts], "names of the corpus")
    found = [[(name.start, name.end, name.kind) for one in part for name in one.names] for part in read]
    for language in LANGUAGES:
        chosen = of_language(texts, language)
        rows.append(_row(f"own corpus, dev, {language}", [texts[k].names for k in chosen], [found[k] for k in chosen]))
    columns = ("set", "texts", "names", "precision", "recall", "F1 micro", "F1 macro")
    notes = ("IndoBERT's figures are those of the test splits, ours of the development splits.",)
    yield Table(f"names, exact span and label{options.shortened}", columns, rows, notes)


def corpus_names(model: Model, passages: list[Passage], kind: str) -> list[list[Named]]:
    """Return the names of each passage as the tags of ``kind`` say, by the words of the corpus."""
    start, end = model.labels.slices[kind]
    given = []
    for passage, found in zip(passages, scores(model, [p.text for p in passages], f"names of {kind}"), strict=True):
        words = passage.words or ()
        firsts, kept = first_tokens(found.offsets, words)
        spans = find_spans(softmax(found.tags[firsts, start:end]), model.labels.spans[kind]) if firsts else []
        given.append([(words[kept[s.words[0]]][0], words[kept[s.words[-1]]][1], s.label) for s in spans])
    return given


def tally(wanted: Iterable[Iterable[Named]], given: Iterable[Iterable[Named]]) -> tuple[Tally, float]:
    """Return the counts over all texts, and the macro F1 over the labels that are wanted or given."""
    whole, by_label = Tally(), defaultdict[str, Tally](Tally)
    for one, two in zip(wanted, given, strict=True):
        right, wants, gives = (Counter(label for *_, label in s) for s in (set(one) & set(two), set(one), set(two)))
        for label in wants | gives:
            for counts in (whole, by_label[label]):
                counts.add(right[label], gives[label], wants[label])
    return whole, sum(counts.f1 for counts in by_label.values()) / max(1, len(by_label))


def _row(name: str, wanted: list, given: list) -> list[str]:
    counts, macro = tally(wanted, given)
    return [name, str(len(wanted)), str(counts.wanted), *map(figure, counts.shares()), figure(macro)]
