"""The model's files are checked before they are used, and what its scores say is read with the right places."""

from __future__ import annotations

import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import article
from tokenizers import Tokenizer
from tokenizers.models import WordLevel

from kawat.encoder import encode
from kawat.encoder.model import (
    DIGESTS,
    FILES,
    LONGEST,
    Labels,
    Model,
    ModelError,
    Scores,
    bundled,
    check,
    mark,
    mark_trigger,
    plain,
    softmax,
)
from kawat.encoder.reading import reading, sides
from kawat.encoder.sight import see
from kawat.encoder.spans import find_spans, find_triggers, first_tokens
from kawat.encoder.tokens import tokenize
from kawat.records import Reading, Span

# ---------------------------------------------------------------- files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as training writes it, but for the content of its files."""
    for name in FILES:
        (tmp_path / name).write_bytes(f"the content of {name}".encode() * 100)
    return seal(tmp_path)


def seal(folder: Path) -> Path:
    (folder / DIGESTS).write_text(json.dumps({name: digest(folder / name) for name in FILES}))
    return folder


def digest(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()


def test_a_sound_folder_has_a_digest_of_its_own(folder: Path) -> None:
    first = check(folder)
    assert check(folder) == first
    assert re.fullmatch(r"[0-9a-f]{16}", first)
    (folder / FILES[0]).write_bytes(b"another model")
    assert check(seal(folder)) != first


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=re.escape(str(tmp_path / "nowhere" / DIGESTS))):
        Model(tmp_path / "nowhere")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_its_digest(folder: Path, name: str) -> None:
    wanted = digest(folder / name)
    (folder / name).unlink()
    with pytest.raises(ModelError) as error:
        Model(folder)
    assert str(folder / name) in str(error.value)
    assert wanted in str(error.value)
    assert "install kawat again" in str(error.value)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("at", [0, 700, -1])
def test_one_damaged_byte_is_noticed(folder: Path, name: str, at: int) -> None:
    content = bytearray((folder / name).read_bytes())
    wanted = digest(folder / name)
    content[at] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(ModelError) as error:
        Model(folder)
    told = str(error.value)
    assert str(folder / name) in told
    assert digest(folder / name) in told and wanted in told


@pytest.mark.parametrize("name", FILES)
def test_a_digest_that_belongs_to_another_model_is_refused(folder: Path, name: str) -> None:
    wanted = json.loads((folder / DIGESTS).read_text())
    (folder / DIGESTS).write_text(json.dumps(wanted | {name: "0" * 32}))
    with pytest.raises(ModelError, match=rf"{re.escape(str(folder / name))} .*{digest(folder / name)}.*{'0' * 32}"):
        Model(folder)


def test_a_file_without_a_digest_is_refused(folder: Path) -> None:
    (folder / DIGESTS).write_text("{}")
    with pytest.raises(ModelError, match=re.escape(str(folder / FILES[0]))):
        Model(folder)


@pytest.mark.parametrize("content", [b"", b"{", b"no list", b"\xff\xfe{}"])
def test_a_list_of_digests_that_cannot_be_read_is_named(folder: Path, content: bytes) -> None:
    (folder / DIGESTS).write_bytes(content)
    with pytest.raises(ModelError, match=re.escape(str(folder / DIGESTS))):
        Model(folder)


def test_a_file_that_is_no_model_is_named(folder: Path) -> None:
    (folder / "labels.json").write_bytes(msgspec.json.encode(LABELS))
    Tokenizer(WordLevel({"[S]": 0, "[T]": 1}, unk_token="[S]")).save(str(folder / "tokenizer.json"))
    with pytest.raises(ModelError, match=re.escape(str(folder / "model.onnx"))):
        Model(seal(folder))


# ---------------------------------------------------------------- spans of words

NAME_TAGS = ["O", "B-PER", "I-PER", "B-GPE", "I-GPE"]


def chances(tags: list[str], of: list[str] | None = None, sure: float = 0.8) -> np.ndarray:
    """Return probabilities in which each word has the tag that is given, and the others share the rest."""
    of = of or NAME_TAGS
    found = np.full((len(tags), len(of)), (1 - sure) / (len(of) - 1), dtype=np.float32)
    for word, tag in enumerate(tags):
        found[word, of.index(tag)] = sure
    return found


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([], []),
        (["O", "O"], []),
        (["B-PER", "I-PER", "O"], [([0, 1], "PER")]),
        (["O", "I-PER", "I-PER"], [([1, 2], "PER")]),
        (["B-PER", "B-PER", "I-PER"], [([0], "PER"), ([1, 2], "PER")]),
        (["B-PER", "I-GPE", "I-GPE"], [([0, 1, 2], "GPE")]),  # one name, whatever its first word alone looks like
        (["B-GPE", "O", "I-GPE"], [([0], "GPE"), ([2], "GPE")]),
        (["I-PER", "B-PER", "I-PER"], [([0], "PER"), ([1, 2], "PER")]),
    ],
)
def test_tags_make_spans(tags: list[str], spans: list[tuple[list[int], str]]) -> None:
    found = find_spans(chances(tags), NAME_TAGS)
    assert [(span.words, span.label) for span in found] == spans
    assert all(0.5 < span.probability <= 1 for span in found)


def test_a_span_is_as_likely_as_its_label_is_on_average_over_its_words() -> None:
    tags = ["O", "B-PER", "I-PER"]
    both = np.array([[0.1, 0.8, 0.1], [0.5, 0.0, 0.5 + 1e-3]], dtype=np.float32)
    assert find_spans(both, tags)[0].probability == pytest.approx(0.7, abs=1e-3)


@pytest.mark.parametrize(
    ("rows", "triggers"),
    [
        ([], []),
        ([[0.6, 0.3, 0.1]], []),
        ([[0.5, 0.25, 0.25]], [[0]]),  # the threshold itself counts
        ([[0.4, 0.5, 0.1], [0.3, 0.1, 0.6]], [[0, 1]]),
        ([[0.4, 0.5, 0.1], [0.3, 0.6, 0.1]], [[0], [1]]),
        ([[0.4, 0.5, 0.1], [0.9, 0.0, 0.1], [0.1, 0.1, 0.8]], [[0], [2]]),
        ([[0.2, 0.1, 0.7], [0.2, 0.1, 0.7]], [[0, 1]]),
    ],
)
def test_words_that_are_likely_enough_are_triggers(rows: list[list[float]], triggers: list[list[int]]) -> None:
    probabilities = np.array(rows, dtype=np.float32).reshape(-1, 3)
    assert [found.words for found in find_triggers(probabilities, 0.5)] == triggers


def test_a_trigger_is_as_likely_as_its_likeliest_word() -> None:
    rows = np.array([[0.4, 0.5, 0.1], [0.1, 0.1, 0.8]], dtype=np.float32)
    assert find_triggers(rows, 0.3)[0].probability == pytest.approx(0.9)
    assert find_triggers(rows, 0.95) == []


@pytest.mark.parametrize(
    ("offsets", "words", "firsts", "kept"),
    [
        ([(0, 0), (0, 4), (4, 6), (7, 9), (0, 0)], [(0, 6), (7, 9)], [1, 3], [0, 1]),
        ([(0, 0), (0, 1), (0, 5), (0, 0)], [(0, 5)], [1], [0]),  # a mark of a word's beginning, then the word
        ([(0, 0), (0, 6), (0, 0)], [(0, 2), (3, 6)], [1, 1], [0, 1]),  # one token for two words
        ([(0, 0), (0, 2), (0, 0)], [(0, 2), (3, 6)], [1], [0]),  # cut off behind the first
        ([(0, 0), (0, 2), (4, 6), (0, 0)], [(0, 2), (2, 3), (4, 6)], [1, 2], [0, 2]),  # a word that is no token
        ([(0, 0), (0, 0)], [(0, 3)], [], []),
        ([], [(0, 3)], [], []),
        ([(0, 0), (0, 3), (0, 0)], [], [], []),
    ],
)
def test_a_word_is_read_from_its_first_token(
    offsets: list[tuple[int, int]], words: list[tuple[int, int]], firsts: list[int], kept: list[int]
) -> None:
    assert first_tokens(offsets, words) == (firsts, kept)


@st.composite
def places(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Return stretches of a line, in order and apart."""
    cuts = sorted(draw(st.sets(st.integers(0, 60), max_size=24)))
    return list(zip(cuts[::2], cuts[1::2], strict=False))


@given(places(), places())
def test_first_tokens_stand_in_their_words(tokens: list[tuple[int, int]], words: list[tuple[int, int]]) -> None:
    offsets = [(0, 0), *tokens, (0, 0)]
    firsts, kept = first_tokens(offsets, words)
    assert kept == [k for k, (s, e) in enumerate(words) if any(a < e and s < b for a, b in tokens)]
    assert firsts == sorted(firsts)
    for at, k in zip(firsts, kept, strict=True):
        (a, b), (s, e) = offsets[at], words[k]
        assert a < e and s < b
        assert not any(c < e and s < d for c, d in tokens[: at - 1])


# ---------------------------------------------------------------- a sentence

TAGS = {
    "names": NAME_TAGS,
    "trigger": ["O", "B-TRIGGER", "I-TRIGGER"],
    "source": ["O", "B-SOURCE", "I-SOURCE"],
    "cue": ["O", "B-CUE", "I-CUE"],
    "content": ["O", "B-CONTENT", "I-CONTENT"],
}
OF_SPANS = {
    "type": ["ACCUSE", "ASSAULT", "COERCE"],
    "status": ["asserted", "claimed"],
    "mode": ["ASSAULT:aerial", "COERCE:arrest", "ASSAULT:firearms"],
    "context": ["military", "legal"],
    "stance": ["asserts", "denies"],
}
WIDTHS = {name: len(labels) for name, labels in (TAGS | OF_SPANS).items()}
ENDS = dict(zip(WIDTHS, np.cumsum(list(WIDTHS.values())).tolist(), strict=True))
LABELS = Labels(
    spans=TAGS,
    of_spans=OF_SPANS,
    slices={name: (end - WIDTHS[name], end) for name, end in ENDS.items()},
    roles=["none", "actor", "recipient", "both"],
    role_width=2,
    pair_types=[],
    pair_modes=[],
)
ACTOR, RECIPIENT = [1.0, 0.0], [0.0, 1.0]
FACETS = [0, 0, 4, 20, 0, 0, 0, 20, 0, -9, -9, 0]  # of a trigger: none, actor, recipient, both; the last of each alone


def pieces(words: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[int]]:
    """Return tokens of at most two characters between two that stand for nothing, and the first one of each word."""
    offsets, firsts = [(0, 0)], []
    for start, end in words:
        firsts.append(len(offsets))
        offsets += [(at, min(at + 2, end)) for at in range(start, end, 2)]
    return [*offsets, (0, 0)], firsts


class Sheet:
    """Scores of a sentence that say nothing, and `say` to make them say something of a word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [(token.start, token.end) for token in tokenize(text, 0, len(text))]
        offsets, self._firsts = pieces(self.words)
        tags = np.full((len(offsets), max(ENDS.values())), -9, dtype=np.float32)
        for name in TAGS:
            tags[:, LABELS.slices[name][0]] = 5
            tags[:, LABELS.slices[name][0] + 1] = 7  # of other tokens than the first, which do not count
            tags[self._firsts, LABELS.slices[name][0] + 1] = 0
        self.scores = Scores(
            offsets, tags, np.zeros((len(offsets), 12), np.float32), np.zeros((len(offsets), 2), np.float32)
        )

    def say(self, words: str, head: str, *labels: str) -> None:
        """Label all words of ``words``, each with the label at its place or the last one."""
        begin = self.text.index(words)
        inside = [k for k, (s, e) in enumerate(self.words) if begin <= s and e <= begin + len(words)]
        for number, k in enumerate(inside):
            label = labels[min(number, len(labels) - 1)]
            self.scores.tags[self._firsts[k], LABELS.slices[head][0] + (TAGS | OF_SPANS)[head].index(label)] = 9

    def stand(self, words: str, vector: list[float]) -> None:
        """Give a mention's or a trigger's first word its vector."""
        k = next(k for k, (start, _) in enumerate(self.words) if start == self.text.index(words))
        (self.scores.mention if len(vector) == 2 else self.scores.trigger)[self._firsts[k]] = vector

    def read(self, offset: int = 0) -> Reading:
        return reading(LABELS, see(LABELS, self.scores, self.words), offset)


ODD = (
    "🇮🇩 “\u200fعباس عراقچی\u200f membantah e\u0301lite Łódź dise\u00adrang \u202bایران\u202c,” "
    "kata Čapek—juru bicara\u00a0PBB 😀."
)


def test_places_are_right_between_marks_of_direction_emoji_and_accents() -> None:
    sheet = Sheet(ODD)
    sheet.say("عباس عراقچی", "names", "B-PER", "I-PER")
    sheet.say("ایران", "names", "B-GPE")
    sheet.say("Łódź", "names", "B-GPE")
    sheet.say("membantah", "trigger", "B-TRIGGER")
    sheet.say("membantah", "type", "ACCUSE")
    sheet.say("kata", "cue", "B-CUE")
    sheet.say("kata", "stance", "denies")
    sheet.say("Čapek", "source", "B-SOURCE")
    sheet.say("juru bicara\u00a0PBB", "source", "B-SOURCE", "I-SOURCE")
    sheet.say("membantah", "content", "B-CONTENT")
    for offset in (0, 1_000):
        found = sheet.read(offset)
        text = " " * offset + ODD
        assert [(text[n.start : n.end], n.kind) for n in found.names] == [
            ("عباس عراقچی", "PER"),
            ("Łódź", "GPE"),
            ("ایران", "GPE"),
        ]
        assert [act.trigger.of(text) for act in found.acts] == ["membantah"]
        assert [(span.of(text), stance) for span, stance in found.cues] == [("kata", "denies")]
        assert [span.of(text) for span in found.sources] == ["Čapek", "juru bicara\u00a0PBB"]
        assert [span.of(text) for span in found.contents] == ["membantah"]


def test_an_act_has_its_type_modes_and_sides() -> None:
    sheet = Sheet("Jet Rusia membombardir kota Ukraina, kata Polandia.")
    for name in ("Rusia", "Ukraina", "Polandia"):
        sheet.say(name, "names", "B-GPE")
    sheet.say("membombardir", "trigger", "B-TRIGGER")
    sheet.say("membombardir", "type", "ASSAULT")
    sheet.say("membombardir", "status", "claimed")
    sheet.say("membombardir", "mode", "ASSAULT:aerial")
    sheet.say("membombardir", "mode", "COERCE:arrest")  # of another type, and so left out
    sheet.say("membombardir", "context", "military")
    sheet.stand("membombardir", FACETS)
    sheet.stand("Rusia", ACTOR)
    sheet.stand("Ukraina", RECIPIENT)
    found = sheet.read()
    (act,) = found.acts
    assert act.types[0][0] == "ASSAULT" and act.types[0][1] > 0.9
    assert sum(chance for _, chance in act.types) == pytest.approx(1)
    assert act.statuses[0][0] == "claimed"
    assert act.modes == ("aerial",)
    assert act.contexts == ("military",)
    actors, recipients = sides(act, found.names)
    assert [sheet.text[name.start : name.end] for name in actors] == ["Rusia"]
    assert [sheet.text[name.start : name.end] for name in recipients] == ["Ukraina"]


def test_the_model_says_from_which_probability_on_triggers_and_sides_count() -> None:
    sheet = Sheet("Rusia membombardir Ukraina.")
    sheet.say("Rusia", "names", "B-GPE")
    sheet.say("membombardir", "trigger", "B-TRIGGER")
    sheet.stand("membombardir", FACETS)
    sheet.stand("Rusia", ACTOR)

    def acts(**thresholds: float) -> list[tuple[str, int]]:
        labels = msgspec.structs.replace(LABELS, thresholds=thresholds)
        return [
            (a.trigger.of(sheet.text), len(a.actors))
            for a in reading(labels, see(labels, sheet.scores, sheet.words)).acts
        ]

    assert acts() == [("membombardir", 1)]
    assert acts(side=1.1) == [("membombardir", 0)]
    assert acts(trigger=0.999) == []


def test_both_sides_of_a_mutual_act_may_be_the_same() -> None:
    sheet = Sheet("Iran dan Oman berunding.")
    for name in ("Iran", "Oman"):
        sheet.say(name, "names", "B-GPE")
        sheet.stand(name, [1.0, 1.0])
    sheet.say("berunding", "trigger", "B-TRIGGER")
    sheet.stand("berunding", [0, 0, 4, 0, 0, 0, 0, 0, 0, 9, 9, 0])
    (act,) = sheet.read().acts
    assert [part.name for part in act.actors] == [part.name for part in act.recipients] == [0, 1]


def test_a_sentence_without_words_or_tokens_says_nothing() -> None:
    sheet = Sheet("Rusia.")
    assert reading(LABELS, see(LABELS, sheet.scores, [])) == Reading()
    blank = Scores([(0, 0), (0, 0)], sheet.scores.tags[:2], sheet.scores.trigger[:2], sheet.scores.mention[:2])
    assert reading(LABELS, see(LABELS, blank, sheet.words)) == Reading()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.integers(0, 500), st.integers(0, 2**32 - 1), st.integers(0, 40))
def test_whatever_the_scores_spans_are_in_order_apart_and_inside(text: str, offset: int, seed: int, cut: int) -> None:
    sheet = Sheet(text)
    size = max(2, len(sheet.scores.offsets) - cut)  # the tokens of a longer sentence are cut off
    rng = np.random.default_rng(seed)
    scores = Scores(
        sheet.scores.offsets[:size],
        *(rng.normal(scale=5, size=(size, a.shape[1])).astype(np.float32) for a in sheet.scores[1:]),
    )
    found = reading(LABELS, see(LABELS, scores, sheet.words), offset)
    names = [Span(name.start, name.end) for name in found.names]
    cues = [span for span, _ in found.cues]
    for spans in (names, [act.trigger for act in found.acts], list(found.sources), cues, list(found.contents)):
        assert all(offset <= span.start < span.end <= offset + len(text) for span in spans)
        assert all(one.end <= two.start for one, two in pairwise(spans))
        assert all(span.of(" " * offset + text).strip() for span in spans)
    assert all(0 <= name.probability <= 1 for name in found.names)
    for act in found.acts:
        assert 0.5 <= act.found <= 1
        assert [chance for _, chance in act.types] == sorted((c for _, c in act.types), reverse=True)
        for side in (act.actors, act.recipients):
            assert [part.name for part in side] == sorted({part.name for part in side})
            assert all(0 <= part.name < len(names) and 0.5 <= part.probability <= 1 + 1e-6 for part in side)


def test_marks_are_written_around_both_sides() -> None:
    text = "Rusia menyerang Ukraina"
    assert mark(text, (0, 5), (16, 23)) == "[S]Rusia[/S] menyerang [T]Ukraina[/T]"
    assert mark(text, (16, 23), (0, 5)) == "[T]Rusia[/T] menyerang [S]Ukraina[/S]"
    assert mark("RusiaUkraina", (0, 5), (5, 12)) == "[S]Rusia[/S][T]Ukraina[/T]"
    assert mark(text, None, (16, 23)) == "Rusia menyerang [T]Ukraina[/T]"
    assert mark(text, None, None) == text


@given(st.lists(st.lists(st.floats(-1e4, 1e4, width=32), min_size=3, max_size=3), min_size=1, max_size=5))
def test_probabilities_add_up_to_one(scores: list[list[float]]) -> None:
    found = softmax(np.array(scores, dtype=np.float32))
    assert np.isfinite(found).all()
    assert found.sum(-1) == pytest.approx(1, abs=1e-5)


# ---------------------------------------------------------------- the bundled model


@pytest.fixture(scope="module")
def model() -> Model:
    if not (bundled() / "model.onnx").is_file():
        pytest.skip(f"no model at {bundled()}: it is made by training and not in this checkout")
    return Model()


STRANGE = [
    "",
    "   ",
    "?!… — “” ()",
    "😀👍🏽 🇮🇩",
    "Menlu \u200fعباس عراقچی\u200f tiba di Łódź.",
    "a\u200bb\u200d\ufeff \x00",
    "习近平访问印尼。",
    "𝕶𝖆𝖜𝖆𝖙 ﬁ ½ e\u0301",
    "[S] [/S] <mask> </s> <pad>",
    "a" * 50_000,
    "kata " * 10_000,
]


@pytest.mark.parametrize("text", STRANGE, ids=lambda text: repr(text[:12]))
def test_any_text_is_read(model: Model, text: str) -> None:
    (scores,) = model.read([text])
    assert len(scores.offsets) == len(scores.tags) == len(scores.trigger) == len(scores.mention) <= LONGEST
    assert all(0 <= start <= end <= len(text) for start, end in scores.offsets)
    assert all(np.isfinite(part).all() for part in scores[1:])
    words = [(token.start, token.end) for token in tokenize(text, 0, len(text))]
    found = reading(model.labels, see(model.labels, scores, words))
    assert all(text[name.start : name.end].strip() for name in found.names)


def test_answers_come_in_the_order_of_the_texts(model: Model) -> None:
    assert model.read([]) == []
    texts = ["Iran mengecam Israel.", "kata " * 50, "", "Hujan turun.", *STRANGE, "Rusia menyerang Ukraina."] * 2
    found = model.read(texts)
    assert len(found) == len(texts)
    assert [scores.offsets for scores in found] == [model.read([text])[0].offsets for text in texts]


def test_the_same_texts_are_read_the_same_way_again(model: Model) -> None:
    texts = ["Iran mengecam Israel.", "Presiden Hadi menolak mundur, kata juru bicaranya.", "Hujan turun di Bogor."]
    for one, two in zip(model.read(texts), Model().read(texts), strict=True):
        assert all(np.array_equal(a, b) for a, b in zip(one[1:], two[1:], strict=True))


def test_relations_are_probabilities_of_all_types(model: Model) -> None:
    pairs = [
        ("Rusia menyerang Ukraina.", (0, 5), (16, 23)),
        ("Rusia menyerang Ukraina.", None, (16, 23)),
        ("Rusia menyerang Ukraina.", None, None),
        ("", None, None),
        ("kata " * 400 + "Rusia menyerang Ukraina.", (2_000, 2_005), (2_016, 2_023)),  # both behind what is read
    ]
    found = model.relate(pairs)
    assert found.shape == (len(pairs), len(model.labels.pair_types))
    assert found.sum(-1) == pytest.approx(1, abs=1e-5)
    assert model.relate([]).shape == (0, len(model.labels.pair_types))


def test_an_article_has_one_reading_for_each_sentence(model: Model) -> None:
    made = article("Iran mengecam Israel. Israel diam.", "?!…", ODD, "kata " * 1_000)
    found = encode(made, "id", model)
    assert len(found.readings) == len(found.sentences) > 3
    for sentence, read in zip(found.sentences, found.readings, strict=True):
        spans = [(name.start, name.end) for name in read.names] + [(a.trigger.start, a.trigger.end) for a in read.acts]
        assert all(sentence.start <= start < end <= sentence.end for start, end in spans)


@given(st.text(min_size=3, max_size=60), st.data())
def test_spans_cover_the_same_words_once_the_trigger_is_marked(text: str, data: st.DataObject) -> None:
    text = plain(text)
    start, end = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)))
    first, last = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)))
    marked, ((one, two), (three, four)) = mark_trigger(text, (start, end), [(start, end), (first, last)])
    assert marked[one:two] == text[start:end]
    assert marked[three:four].replace("[T]", "").replace("[/T]", "") == text[first:last]


@pytest.mark.parametrize("text", ["“[T]he deal is off,” he said.", "<s>[/S]<mask>", "a [S] b"])
def test_what_looks_like_a_mark_in_a_text_is_none(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert not [mark for mark in ("[T]", "[S]", "[/S]", "<s>", "<mask>") if mark in plain(text)]
