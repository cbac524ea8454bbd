"""What is learnt from what, and in which order: the tasks of each stage."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from training.corpus import read_corpus
from training.data import data_folder
from training.examples import PairExample, PartExample, Passage
from training.learn import Task
from training.sources import names, ngec, plv, polnear, written


def ground_tasks() -> list[Task]:
    """Return the tasks of the first stage: all sources but PLV."""
    return [*_written(1, 3000, 2000), *_names(1000), *_polnear(6000), *_ngec(2000, 800)]


def act_tasks(share: float = 1.0) -> list[Task]:
    """Return the tasks of the second stage: the written corpus, for who stands on which side takes longest to learn.

    ``share``: how much of the corpus is learnt from, as many times more often.
    """
    return [*_written(1 / share, 600, 4000, alone=True, share=share), *_names(200, 0.4), *_polnear(800)]


def name_tasks(nerp: bool = False) -> list[Task]:
    """Return two corpora of names alone, or all three."""
    return _names(1500 if nerp else 0)


def last_tasks(relations: Sequence[PairExample]) -> list[Task]:
    """Return the tasks of the last stage: PLV in full, and of the others what keeps them from being forgotten."""
    told = list(plv.passages(relations))
    return [
        Task("plv", lambda rng: relations),
        Task("plv triggers", _sampled(told, len(told) // 2), 0.5),
        Task("plv parts", _sampled([part for passage in told for part in written.parts(passage)], len(told) // 2), 0.5),
        *_written(0.3, 500, 1000, alone=True),
        *_names(200, 0.4),
        *_polnear(400),
    ]


def _written(times: float, pairs: int, parts: int, alone: bool = False, share: float = 1.0) -> list[Task]:
    """Return the corpus as passages, each ``times`` an epoch with other names, as so many pairs and so many parts.

    ``alone``: half of those with several sentences come sentence by sentence. ``share``: of the items; smaller shares
    are parts of larger ones.
    """
    items = [item for item in read_corpus() if not item.dev]
    random.Random(1).shuffle(items)
    items = items[: round(share * len(items))]
    pool = written.name_pool(items)
    pools = {language: {k: v for (of, k), v in pool.items() if of == language} for language in ("id", "en")}
    plain = [(item.language, written.passage(item)) for item in items]

    def drawn(rng: random.Random) -> list[Passage]:
        chosen = plain * int(times) + rng.sample(plain, round(times % 1 * len(plain)))
        swapped = [(language, written.swap_names(passage, pools[language], rng)) for language, passage in chosen]
        return [
            piece
            for language, passage in swapped
            for piece in (written.by_sentence(passage, language) if alone and rng.random() < 0.5 else [passage])
        ]

    def paired(rng: random.Random) -> list[PairExample]:
        found = [pair for passage in drawn(rng) for pair in written.pairs(passage, rng)]
        return rng.sample(found, pairs)

    def parted(rng: random.Random) -> list[PartExample]:
        found = [part for passage in drawn(rng) for part in written.parts(passage)]
        return rng.sample(found, min(parts, len(found)))

    return [Task("passages", drawn), Task("pairs", paired), Task("parts", parted)]


def _names(of_nerp: int, share: float = 1.0) -> list[Task]:
    folder = data_folder() / "ner"
    news = list(names.sentences(folder / "idner-news-2k_train.txt", "idner"))
    grit = list(names.sentences(folder / "nergrit_train.txt", "nergrit"))
    small = list(names.sentences(folder / "nerp_train.txt", "nerp"))
    return [
        Task("idner", _sampled(news, round(share * len(news)))),
        Task("nergrit", _sampled(grit, round(share * len(grit)))),
        Task("nerp", _sampled(small, of_nerp)),
    ]


def _polnear(number: int) -> list[Task]:
    found = list(polnear.sentences(data_folder() / "attribution" / "polnear" / "train"))
    with_some = [passage for passage in found if any(passage.spans.values())]
    without = [passage for passage in found if not any(passage.spans.values())]

    def drawn(rng: random.Random) -> list[Passage]:
        return rng.sample(with_some, round(0.75 * number)) + rng.sample(without, round(0.25 * number))

    return [Task("polnear", drawn)]


def _ngec(number: int, triggers: int) -> list[Task]:
    found = _ngec_examples()
    pairs = [example for example in found if isinstance(example, PairExample)]
    told = [example for example in found if isinstance(example, Passage)]
    return [
        Task("ngec", _sampled(pairs, number), 0.5),  # the labels are those of whole stories
        Task("ngec triggers", _sampled(told, triggers), 0.5),
    ]


@cache
def _ngec_examples() -> list[PairExample | Passage]:
    return list(ngec.examples(data_folder() / "synthetic" / "ngec_synthetic_events.csv.gz"))


def _sampled(examples: Sequence, number: int):
    return lambda rng: rng.sample(examples, min(number, len(examples)))


def relations() -> list[PairExample]:
    """Return the PLV training sentences."""
    return plv.pairs(data_folder() / "relations" / "plv_train.tsv")
