"""The bundled model: its files, and sentences through it in one pass."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import NamedTuple, cast

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

FILES = ("model.onnx", "tokenizer.json", "labels.json")
DIGESTS = "digests.json"
BATCH = 8  # sentences a pass: more do not fit the caches and are slower
LONGEST = 320  # tokens of a sentence that are read; what is behind them gets no labels
PAD = 1
_MARKS = re.compile(r"[<\[](/?[sST]|pad|unk|mask)[>\]]")
Pair = tuple[int, int]
Floats = NDArray[np.float32]


class ModelError(RuntimeError):
    """The model's files are missing or not those that belong together; the message names file, digest and remedy."""


class Labels(msgspec.Struct, frozen=True):
    """What the model's outputs mean: heads, their labels and places; ``training/labels.py`` writes them.

    ``thresholds``: from which probability on a trigger and a side count. ``calibration`` maps raw confidences of events
    to shares of right ones (two lists of equal length, rising).
    """

    spans: dict[str, list[str]]
    of_spans: dict[str, list[str]]
    slices: dict[str, tuple[int, int]]
    roles: list[str]
    role_width: int
    pair_types: list[str]
    pair_modes: list[str]
    thresholds: dict[str, float] = {}
    calibration: tuple[list[float], list[float]] = ([0.0, 1.0], [0.0, 1.0])
    name: str = "unnamed"


class Scores(NamedTuple):
    """The model's answer for one text. ``offsets``: the characters (start, end) of each token; arrays are by token."""

    offsets: list[Pair]
    tags: Floats
    trigger: Floats
    mention: Floats


class Model:
    """The model of ``folder``, by default the bundled one. ``threads``: how many one pass may use.

    Raises ModelError where a file is missing, damaged or not the one that belongs to the others.
    """

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        folder = folder or bundled()
        self.digest = check(folder)
        try:
            self.labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=Labels)
        except msgspec.MsgspecError as error:
            raise ModelError(f"{folder / 'labels.json'} is of another version of kawat: {error}") from error
        self.name = self.labels.name
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self._first, self._second = (self._tokenizer.token_to_id(mark) for mark in ("[S]", "[T]"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime has no common class of errors
            raise ModelError(f"onnxruntime cannot load {folder / 'model.onnx'}: {error}") from error

    def read(self, texts: Sequence[str]) -> list[Scores]:
        """Return the scores of each text, in order. Texts of about equal length go through the model together."""
        return self.read_marked([plain(text) for text in texts])

    def read_marked(self, texts: Sequence[str]) -> list[Scores]:
        """Return the scores of texts in which marks are meant as such (`mark_trigger`), as `read` does."""
        found: list[Scores | None] = [None] * len(texts)
        encoded = self._tokenizer.encode_batch(list(texts))
        for rows in _by_length([len(e.ids) for e in encoded]):
            tags, trigger, mention = self._run([encoded[row].ids for row in rows], ("tags", "trigger", "mention"))
            for k, row in enumerate(rows):
                width = len(encoded[row].ids)
                found[row] = Scores(encoded[row].offsets, tags[k, :width], trigger[k, :width], mention[k, :width])
        return [scores for scores in found if scores is not None]

    def relate(self, marked: Sequence[tuple[str, Pair | None, Pair | None]]) -> Floats:
        """Return the probabilities of types (`Labels.pair_types`) from actor to recipient, (pairs, types)."""
        types = len(self.labels.pair_types)
        width = types + len(self.labels.pair_modes)
        encoded = self._tokenizer.encode_batch([mark(*pair) for pair in marked])
        logits = np.zeros((len(marked), types), dtype=np.float32)
        for rows in _by_length([len(e.ids) for e in encoded]):
            (pair,) = self._run([encoded[row].ids for row in rows], ("pair",))
            for k, row in enumerate(rows):
                ids = encoded[row].ids
                places = (0, *(ids.index(m) if m in ids else 0 for m in (self._first, self._second)))
                for part, at in enumerate(places):
                    logits[row] += pair[k, at, part * width : part * width + types]
        return softmax(logits)

    def _run(self, rows: Sequence[list[int]], outputs: Sequence[str]) -> list[Floats]:
        width = max(map(len, rows))
        ids = np.full((len(rows), width), PAD, dtype=np.int64)
        mask = np.zeros((len(rows), width), dtype=np.int64)
        for k, row in enumerate(rows):
            ids[k, : len(row)] = row
            mask[k, : len(row)] = 1
        return cast("list[Floats]", self._session.run(list(outputs), {"ids": ids, "mask": mask}))


def bundled() -> Path:
    """Return the folder of the model that the package ships."""
    return Path(str(resources.files("kawat") / "data" / "model"))


def plain(text: str) -> str:
    """Return ``text`` without what the tokenizer takes for marks ("[T]he deal", "<s>"), as many characters long."""
    return _MARKS.sub(r"(\1)", text)


def mark(text: str, actor: Pair | None, recipient: Pair | None) -> str:
    """Return ``text`` with the marks of both sides written into it; marks that stand in it already are none."""
    text, places = plain(text), []
    if actor is not None:
        places += [(actor[0], 1, "[S]"), (actor[1], 0, "[/S]")]
    if recipient is not None:
        places += [(recipient[0], 1, "[T]"), (recipient[1], 0, "[/T]")]
    for at, _, name in sorted(places, reverse=True):
        text = text[:at] + name + text[at:]
    return text


def mark_trigger(text: str, trigger: Pair, spans: Sequence[Pair]) -> tuple[str, list[Pair]]:
    """Return ``text`` with the trigger marked as [T] is, and where ``spans`` stand in it then."""
    marked = mark(text, None, trigger)
    before, after = len("[T]"), len("[T][/T]")

    def moved(at: int) -> int:
        return at + (after if at >= trigger[1] else before if at >= trigger[0] else 0)

    return marked, [(moved(start), moved(end - 1) + 1) for start, end in spans]


def digest_of(content: bytes) -> str:
    """Return the digest by which a file of the model is known."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def softmax(scores: Floats) -> Floats:
    """Return the probabilities along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def _by_length(lengths: Sequence[int]) -> Iterator[list[int]]:
    order = sorted(range(len(lengths)), key=lambda k: (lengths[k], k))
    for at in range(0, len(order), BATCH):
        yield order[at : at + BATCH]


def check(folder: Path) -> str:
    """Return the digest of the model; raise ModelError unless all files are those that the list of digests names."""
    remedy = "install kawat again, or name a folder that training wrote"
    try:
        wanted = msgspec.json.decode((folder / DIGESTS).read_bytes(), type=dict[str, str])
    except (OSError, ValueError) as error:
        raise ModelError(
            f"the model's list of digests {folder / DIGESTS} cannot be read ({error}); {remedy}"
        ) from error
    for name in FILES:
        try:
            content = (folder / name).read_bytes()
        except OSError as error:
            raise ModelError(
                f"the model's file {folder / name} (digest {wanted.get(name)}) cannot be read: "
                f"{error.strerror or error}; {remedy}"
            ) from error
        found = digest_of(content)
        if found != wanted.get(name):
            raise ModelError(
                f"the model's file {folder / name} is damaged or another one: its digest is {found}, "
                f"{wanted.get(name)} belongs to this version; {remedy}"
            )
    return hashlib.blake2b(json.dumps(wanted, sort_keys=True).encode(), digest_size=8).hexdigest()
