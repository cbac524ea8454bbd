"""Training: every source is read with its labels on the right words, and the words' first tokens carry them."""

from __future__ import annotations

import importlib
import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing

from kawat.encoder.model import bundled
from kawat.encoder.tokens import tokenize
from training.calibrate import isotonic, settle
from training.corpus import read_corpus
from training.examples import PairExample, Passage
from training.labels import MODES, OF_SPANS, PAIR_TYPES, SPANS, STATUSES, TYPES, describe, slices, tags
from training.measure.gold import dev_texts
from training.sources import names, plv, polnear, written

ITEM = '''
topic = "x"

[[item]]
text = """[q1:Menurut] [a:Menlu Iran], [s1:[b:Israel] [1:membombardir] [c:Isfahan]]. [d:Oman] [2:berunding] \
dengan [e:Qatar], lalu [d:Oman] [3:mundur]."""
mentions = { a = "PER", b = "GPE", c = "GPE", d = "GPE", e = "GPE" }
events = [
  { t = "1", type = "ASSAULT", a = ["b"], r = ["c"], modes = ["aerial"], status = "claimed", by = "1" },
  { t = "2", type = "CONSULT", a = ["d", "e"], r = ["d", "e"], sym = true },
  { t = "3", type = "RETREAT", a = ["d"] },
]
statements = [{ n = "1", source = "a" }]
'''


@pytest.fixture
def passage(tmp_path: Path) -> Passage:
    """A passage of three events, one of them mutual and one without a recipient."""
    (tmp_path / "id").mkdir()
    (tmp_path / "id" / "01.toml").write_text(ITEM, "utf-8")
    (labelled,) = read_corpus(tmp_path)
    return written.passage(labelled)


def words(passage: Passage, kind: str) -> list[tuple[str, str]]:
    return [(passage.text[start:end], label) for start, end, label in passage.spans[kind]]


def told(pair: PairExample) -> str:
    """Return a pair in short: "Israel > Isfahan ASSAULT"."""
    sides = ["-" if side is None else pair.text[slice(*side)] for side in (pair.actor, pair.recipient)]
    return f"{sides[0]} > {sides[1]} {' '.join(PAIR_TYPES[k] for k in pair.types)}"


# ---------------------------------------------------------------- labels


def test_heads_stand_one_behind_the_other_in_the_models_output() -> None:
    places = list(slices().values())
    assert places[0][0] == 0
    assert all(one[1] == two[0] for one, two in pairwise(places))
    for name, (start, end) in slices().items():
        assert end - start == (len(tags(name)) if name in SPANS else len(OF_SPANS[name]))


def test_tags_begin_with_o_and_pair_begin_and_inside() -> None:
    for name in SPANS:
        of = tags(name)
        assert of[0] == "O"
        assert all(b == f"B-{b[2:]}" and i == f"I-{b[2:]}" for b, i in zip(of[1::2], of[2::2], strict=True))
    assert {*describe()["slices"]} == {*SPANS, *OF_SPANS}


# ---------------------------------------------------------------- the project's own corpus


def test_a_passage_has_the_labels_of_its_item(passage: Passage) -> None:
    assert words(passage, "names") == [
        ("Menlu Iran", "PER"), ("Israel", "GPE"), ("Isfahan", "GPE"), ("Oman", "GPE"), ("Qatar", "GPE"),
        ("Oman", "GPE"),
    ]  # fmt: skip
    assert [word for word, _ in words(passage, "trigger")] == ["membombardir", "berunding", "mundur"]
    assert words(passage, "cue") == [("Menurut", "CUE")]
    assert words(passage, "source") == [("Menlu Iran", "SOURCE")]
    assert words(passage, "content") == [("Israel membombardir Isfahan", "CONTENT")]
    strike, talks, retreat = passage.events
    assert (TYPES[strike.type], STATUSES[strike.status or 0]) == ("ASSAULT", "claimed")
    assert strike.modes == (MODES.index("ASSAULT:aerial"),)
    assert (strike.roles, talks.roles, retreat.roles) == ({1: 1, 2: 2}, {3: 3, 4: 3, 5: 3}, {3: 1, 5: 1})


def test_pairs_say_what_holds_from_whom_to_whom(passage: Passage) -> None:
    found = [told(pair) for pair in written.pairs(passage, random.Random(1), unrelated=0)]
    assert found[0] == "Israel > Isfahan ASSAULT"
    assert {"Oman > Qatar CONSULT", "Qatar > Oman CONSULT", "Oman > - RETREAT"} <= set(found)
    assert not any("NONE" in pair for pair in found)


def test_of_the_unrelated_a_reversed_pair_comes_first(passage: Passage) -> None:
    for seed in range(20):
        found = [told(pair) for pair in written.pairs(passage, random.Random(seed), unrelated=1)]
        assert [pair for pair in found if "NONE" in pair] == ["Isfahan > Israel NONE"]


def test_parts_of_the_corpus_give_every_mention_its_role_in_every_event() -> None:
    for labelled in read_corpus():
        passage = written.passage(labelled)
        parts = written.parts(passage)
        assert len(parts) == (len(passage.events) if passage.mentions else 0)
        for part, event in zip(parts, passage.events, strict=False):
            assert part.mentions == passage.mentions
            assert {k: role for k, role in enumerate(part.roles) if role} == event.roles


def test_pairs_of_the_corpus_hold_what_its_events_say() -> None:
    for labelled in read_corpus():
        passage = written.passage(labelled)
        holds = set()
        for event in passage.events:
            sides = event.roles or {}
            actors = {passage.mentions[k] for k, role in sides.items() if role in (1, 3)} or {None}
            recipients = {passage.mentions[k] for k, role in sides.items() if role in (2, 3)} or {None}
            holds |= {(a, r, event.type) for a in actors for r in recipients if a != r}
        both = {(a, r) for a, r, _ in holds}
        for pair in written.pairs(passage, random.Random(0), unrelated=2):
            (type_,) = pair.types
            assert {pair.actor, pair.recipient} <= {*passage.mentions, None}
            assert pair.actor != pair.recipient
            if PAIR_TYPES[type_] == "NONE":
                assert (pair.actor, pair.recipient) not in both, (labelled.where, told(pair))
            else:
                assert (pair.actor, pair.recipient, type_) in holds, (labelled.where, told(pair))


def spelt(passage: Passage, span: tuple[int, int]) -> str:
    """Return the words of a span, each name in it as its number and kind; a span that cuts a name shows the cut."""
    text, at = "", span[0]
    for k, (start, end, kind) in enumerate(sorted(passage.spans["names"])):
        if span[0] <= start and end <= span[1]:
            text += passage.text[at:start] + f"<{k} {kind}>"
            at = end
    return text + passage.text[at : span[1]]


def layout(passage: Passage) -> list[object]:
    """Return all that is labelled in a passage, its names as numbers: what an exchange of names may not change."""
    return [
        spelt(passage, (0, len(passage.text))),
        {kind: [(spelt(passage, (s, e)), label) for s, e, label in spans] for kind, spans in passage.spans.items()},
        [spelt(passage, span) for span in passage.mentions],
        [([spelt(passage, span) for span in e.trigger], e.type, e.status, e.modes, e.roles) for e in passage.events],
        [(spelt(passage, span), stance) for span, stance in passage.stances],
    ]


def test_exchanged_names_leave_every_label_where_it_was() -> None:
    items = list(read_corpus())
    pool = written.name_pool(items)
    for number, labelled in enumerate(items):
        before = written.passage(labelled)
        kinds = {kind: found for (language, kind), found in pool.items() if language == labelled.language}
        after = written.swap_names(before, kinds, random.Random(number), chance=0.8)
        assert layout(after) == layout(before), labelled.where
        for (s, e, kind), (t, f, _) in zip(before.spans["names"], after.spans["names"], strict=True):
            old, new = before.text[s:e], after.text[t:f]
            assert new == old or (kind not in written.NEVER_SWAPPED and new in kinds[kind]), labelled.where


def test_a_name_is_exchanged_everywhere_or_nowhere(passage: Passage) -> None:
    pool = {"GPE": ["Selandia Baru"], "PER": ["X"]}
    assert written.swap_names(passage, pool, random.Random(0), chance=0) == passage
    assert written.swap_names(passage, {}, random.Random(0), chance=1) == passage
    after = written.swap_names(passage, pool, random.Random(0), chance=1)
    assert after.text == (
        "Menurut X, Selandia Baru membombardir Selandia Baru. Selandia Baru berunding dengan Selandia Baru, "
        "lalu Selandia Baru mundur."
    )
    for seed in range(20):
        after = written.swap_names(passage, pool, random.Random(seed))
        (first, _), (second, _) = (words(after, "names")[k] for k in (3, 5))
        assert first == second


def test_common_nouns_and_streets_are_never_exchanged() -> None:
    passage = Passage("Warga Jalan Melati pergi.", {"names": [(0, 5, "ROLE"), (6, 18, "LOC")]})
    assert written.swap_names(passage, {"ROLE": ["Polisi"], "LOC": ["Teluk Bone"]}, random.Random(0), 1) == passage


def test_only_capitalised_names_of_their_language_are_lent() -> None:
    pool = written.name_pool(list(read_corpus()))
    assert {language for language, _ in pool} == {"id", "en"}
    assert not {kind for _, kind in pool} & {*written.NEVER_SWAPPED}
    assert all(name[0].isupper() for found in pool.values() for name in found)


def test_a_passage_by_sentence_keeps_what_stands_wholly_in_each(passage: Passage) -> None:
    one, two = written.by_sentence(passage, "id")
    assert one.text.endswith("Isfahan.") and two.text.startswith("Oman")
    assert words(one, "trigger") == [("membombardir", "TRIGGER")]
    assert words(two, "trigger") == [("berunding", "TRIGGER"), ("mundur", "TRIGGER")]
    assert [two.text[slice(*span)] for span in two.mentions] == ["Oman", "Qatar", "Oman"]
    assert [event.roles for event in two.events] == [{0: 3, 1: 3, 2: 3}, {0: 1, 2: 1}]
    assert len(one.stances) == 1 and not two.stances


def test_sentences_of_the_corpus_lose_no_event_and_no_name() -> None:
    for labelled in read_corpus():
        whole = written.passage(labelled)
        parts = written.by_sentence(whole, labelled.language)
        for kind in ("names", "trigger", "cue"):
            found = [word for part in parts for word in words(part, kind)]
            assert sorted(found) == sorted(words(whole, kind)), labelled.where
        for event in whole.events:
            assert any(event.type == kept.type for part in parts for kept in part.events), labelled.where


# ---------------------------------------------------------------- PLV


@pytest.mark.parametrize(
    ("marked", "plain", "spans"),
    [
        ("<s>Iran</s> warned <t>Israel</t>.", "Iran warned Israel.", {"s": "Iran", "t": "Israel"}),
        ("<t>Two men</t> were held by <s>police</s>", "Two men were held by police", {"t": "Two men", "s": "police"}),
        ("<s>Protesters</s> gathered.", "Protesters gathered.", {"s": "Protesters"}),
        ("<s>Men of <t>Iran</t></s> fled.", "Men of Iran fled.", {"s": "Men of Iran", "t": "Iran"}),
        ("Nobody came; 3 < 4 > 2.", "Nobody came; 3 < 4 > 2.", {}),
    ],
)  # fmt: skip
def test_plv_marks(marked: str, plain: str, spans: dict[str, str]) -> None:
    text, found = plv.unmark(marked)
    assert text == plain
    assert {name: text[slice(*span)] for name, span in found.items()} == spans


@given(*[st.text(alphabet="ab é<>/.", max_size=12).filter(lambda t: not plv.unmark(t)[1] and "<s>" not in t)] * 5)
def test_any_marked_sentence_is_unmarked(a: str, b: str, c: str, d: str, e: str) -> None:
    text, spans = plv.unmark(f"{a} <s> {b} </s> {c} <t> {d} </t> {e}")
    assert text == f"{a}  {b}  {c}  {d}  {e}"
    assert {name: text[slice(*span)] for name, span in spans.items()} == {"s": f" {b} ", "t": f" {d} "}


PLV = """\
sentence_id	marked_sentence	gold_root
7	<s>Russia</s> bombed <t>Ukraine</t>, "they" said.	ASSAULT
7	<t>Russia</t> bombed <s>Ukraine</s>, "they" said.	AID
8	<s>An actor</s> did so.	YIELD
9	<s>The <t>army</t></s> shot itself.	ASSAULT
"""


@pytest.fixture
def relations(tmp_path: Path) -> list[PairExample]:
    (tmp_path / "plv.tsv").write_text(PLV, "utf-8")
    return plv.pairs(tmp_path / "plv.tsv")


def test_plv_rows_are_pairs_but_for_those_whose_sides_overlap(relations: list[PairExample]) -> None:
    assert [told(pair) for pair in relations] == [
        "Russia > Ukraine ASSAULT",
        "Ukraine > Russia AID",
        "An actor > - CONCEDE RETREAT",
    ]
    assert relations[0].text == 'Russia bombed Ukraine, "they" said.'
    assert relations[2].modes is None


def test_a_plv_sentence_is_in_one_fold_only(relations: list[PairExample]) -> None:
    many = [PairExample("x", None, None, (0,), extra={"sentence": str(k // 3)}) for k in range(60)]
    parts = plv.folds(many)
    assert sorted(i for part in parts for i in part) == list(range(60))
    held = [{many[i].extra["sentence"] for i in part} for part in parts]
    assert sum(map(len, held)) == 20 and all(len(part) == 12 for part in parts)
    assert plv.folds(many) == parts


def test_plv_sentences_whose_trigger_the_lexicon_knows_are_passages(relations: list[PairExample]) -> None:
    found = list(plv.passages(relations))
    assert [passage.text for passage in found] == [relations[0].text]
    (event,) = found[0].events
    assert [found[0].text[slice(*span)] for span in event.trigger] == ["bombed"]
    assert [found[0].text[slice(*span)] for span in found[0].mentions] == ["Russia", "Ukraine"]
    assert event.roles == {0: 1, 1: 2}


# ---------------------------------------------------------------- names


def read_names(tmp_path: Path, content: str, longest: int = 120) -> list[Passage]:
    path = tmp_path / "names.txt"
    path.write_text(content, "utf-8")
    return list(names.sentences(path, "idner", longest))


def test_a_name_corpus_is_read_sentence_by_sentence(tmp_path: Path) -> None:
    content = "Ketua\tO\nDPR\tB-ORG\nRI\tI-ORG\nPuan\tB-PER\n\n\nDi\tX\tO\nSolo\tX\tB-LOC\n.\tX\tO"
    one, two = read_names(tmp_path, content)
    assert one.text == "Ketua DPR RI Puan"
    assert words(one, "idner") == [("DPR RI", "ORG"), ("Puan", "PER")]
    assert [one.text[start:end] for start, end in one.words or ()] == ["Ketua", "DPR", "RI", "Puan"]
    assert (two.text, words(two, "idner")) == ("Di Solo .", [("Solo", "LOC")])
    assert [*one.spans] == ["idner"]  # what the corpus does not label is not labelled


@pytest.mark.parametrize(
    ("found", "spans"),
    [
        ("B-PER B-PER", [("w0", "PER"), ("w1", "PER")]),
        ("I-PER I-PER", [("w0 w1", "PER")]),
        ("B-PER I-ORG", [("w0", "PER"), ("w1", "ORG")]),
        ("B-PER O I-PER", [("w0", "PER"), ("w2", "PER")]),
        ("O O", []),
    ],
)
def test_tags_of_a_name_corpus_make_spans(tmp_path: Path, found: str, spans: list[tuple[str, str]]) -> None:
    (passage,) = read_names(tmp_path, "\n".join(f"w{k} {tag}" for k, tag in enumerate(found.split())))
    assert words(passage, "idner") == spans


def test_a_long_sentence_of_a_name_corpus_comes_in_pieces(tmp_path: Path) -> None:
    content = "\n".join(f"w{k} {'I-LOC' if k else 'B-LOC'}" for k in range(5)) + "\n"
    assert [passage.text for passage in read_names(tmp_path, content, longest=2)] == ["w0 w1", "w2 w3", "w4"]
    assert [words(p, "idner") for p in read_names(tmp_path, content, longest=2)] == [
        [("w0 w1", "LOC")], [("w2 w3", "LOC")], [("w4", "LOC")]
    ]  # fmt: skip


# ---------------------------------------------------------------- PolNeAR

STORY = "  The mayor said the bridge was safe. It will open.\n\nCritics “doubt it,” she added.\n"


def brat(
    folder: Path, *parts: tuple[str, str], who: str = "aa11", text: str = STORY, name: str = "paper_story"
) -> None:
    """Write an article and its parts of attributions; a part that is broken off stands as its pieces with "|"."""
    for kind in ("text", "attributions"):
        (folder / kind).mkdir(exist_ok=True)
    (folder / "text" / f"{name}.txt").write_text(text, "utf-8")
    lines = []
    for number, (kind, pieces) in enumerate(parts, start=1):
        found = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces.split("|")]
        places = ";".join(f"{start} {end}" for start, end in found)
        lines.append(f"T{number}\t{kind} {places}\t{pieces.replace('|', ' ')}")
    lines += ["E1\tAttribution:T1 Cue:T1", "A1\tNested T1"]
    (folder / "attributions" / f"{name}_{who}.ann").write_text("\n".join(lines) + "\n", "utf-8")


def test_polnear_sentences_have_the_parts_of_attributions(tmp_path: Path) -> None:
    brat(
        tmp_path,
        ("Source", "The mayor"),
        ("Cue", "said"),
        ("Content", "the bridge was safe. It will open"),
        ("Attribution", "said"),
        ("Content", "Critics|doubt it"),
        ("Content", "doubt"),
        ("Source", "she"),
    )
    one, two, three = polnear.sentences(tmp_path)
    assert [one.text, two.text] == ["The mayor said the bridge was safe.", "It will open."]
    assert words(one, "source") == [("The mayor", "SOURCE")]
    assert words(one, "cue") == [("said", "CUE")]
    assert words(one, "content") == [("the bridge was safe.", "CONTENT")]
    assert words(two, "content") == [("It will open", "CONTENT")]  # one content in two sentences
    assert words(three, "content") == [("Critics", "CONTENT"), ("doubt it", "CONTENT")]  # the outermost of two
    assert words(three, "source") == [("she", "SOURCE")]
    assert {*one.spans} == {"source", "cue", "content"}
    assert one.where == "paper_story"


def test_of_several_annotations_of_an_article_the_first_counts(tmp_path: Path) -> None:
    brat(tmp_path, ("Source", "The mayor"), who="aa11")
    brat(tmp_path, ("Source", "she"), who="bb22")
    found = list(polnear.sentences(tmp_path))
    assert [word for passage in found for word in words(passage, "source")] == [("The mayor", "SOURCE")]


def test_an_article_without_attributions_has_sentences_without_parts(tmp_path: Path) -> None:
    brat(tmp_path, text="Snow fell.\r\nRoads closed.", name="other_story")
    found = list(polnear.sentences(tmp_path))
    assert [passage.text for passage in found] == ["Snow fell.", "Roads closed."]
    assert not any(spans for passage in found for spans in passage.spans.values())


# ---------------------------------------------------------------- tensors

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,"


@pytest.fixture(scope="module")
def batches() -> ModuleType:
    """The module that makes tensors, where torch is there."""
    pytest.importorskip("torch", reason="training needs the extra 'train'")
    return importlib.import_module("training.batches")


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """A tokenizer of which every letter is a token, with the marks of sides as its last four."""
    every = ["<s>", "<pad>", "</s>", "<unk>", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    made = Tokenizer(WordPiece({token: k for k, token in enumerate(every)}, unk_token="<unk>"))
    made.pre_tokenizer = Whitespace()
    made.post_processor = TemplateProcessing("<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    made.add_special_tokens(["[S]", "[/S]", "[T]", "[/T]"])
    return made


def labelled_tokens(tokenizer: Tokenizer, passage: Passage, targets: list[int], kind: str) -> dict[str, str]:
    """Return the labelled tokens of a passage: their letter with the rest of its word, and the tag."""
    found = {}
    for (start, _), target in zip(tokenizer.encode(passage.text).offsets, targets, strict=False):
        if target > 0:
            found[passage.text[start:].split()[0].strip(",.")] = tags(kind)[target]
    return found


def test_labels_sit_on_the_first_tokens_of_words(batches: ModuleType, tokenizer: Tokenizer, passage: Passage) -> None:
    plain = Passage("Hujan turun.", {"names": []})
    batch = batches.collate_passages(tokenizer, [passage, plain])
    assert {*batch.tags} == {*passage.spans}
    names, other = batch.tags["names"].tolist()
    assert labelled_tokens(tokenizer, passage, names, "names") == {
        "Menlu": "B-PER", "Iran": "I-PER", "Israel": "B-GPE", "Isfahan": "B-GPE", "Oman": "B-GPE", "Qatar": "B-GPE"
    }  # fmt: skip
    assert labelled_tokens(tokenizer, passage, batch.tags["content"][0].tolist(), "content") == {
        "Israel": "B-CONTENT", "membombardir": "I-CONTENT", "Isfahan": "I-CONTENT"
    }  # fmt: skip
    firsts = sum(target != batches.IGNORED for target in names)
    assert firsts == len(tokenize(passage.text, 0, len(passage.text)))
    assert other.count(0) == 3 and set(other) == {0, batches.IGNORED}
    assert set(batch.tags["cue"][1].tolist()) == {batches.IGNORED}  # not labelled is not "none"
    assert batch.mask.sum(-1).tolist() == [len(tokenizer.encode(p.text).ids) for p in (passage, plain)]
    assert batch.ids[1, batch.mask[1] == 0].unique().tolist() == [batches.PAD]


def test_events_of_a_batch_keep_their_row_and_their_sides(
    batches: ModuleType, tokenizer: Tokenizer, passage: Passage
) -> None:
    batch = batches.collate_passages(tokenizer, [Passage("Hujan turun.", {}), passage])
    encoded = tokenizer.encode(passage.text)

    def spelt_by(spans: object) -> list[str]:
        first = dict(zip(reversed(spans.of), reversed(spans.tokens), strict=True))  # the last one put in wins
        return [passage.text[encoded.offsets[first[k]][0] :].split()[0].strip(",.") for k in range(spans.count)]

    triggers, mentions = spelt_by(batch.triggers), spelt_by(batch.mentions)
    assert triggers == ["membombardir", "berunding", "mundur"]
    assert mentions == ["Menlu", "Israel", "Isfahan", "Oman", "Qatar", "Oman"]
    assert set(batch.triggers.rows + batch.mentions.rows + batch.cues.rows) == {1}
    assert [TYPES[k] for k in batch.types] == ["ASSAULT", "CONSULT", "RETREAT"]
    roles = list(zip(batch.of_trigger, batch.of_mention, batch.roles, strict=True))
    assert len(roles) == 3 * 6
    assert [(triggers[t], mentions[m], role) for t, m, role in roles if role] == [
        ("membombardir", "Israel", 1), ("membombardir", "Isfahan", 2),
        ("berunding", "Oman", 3), ("berunding", "Qatar", 3), ("berunding", "Oman", 3),
        ("mundur", "Oman", 1), ("mundur", "Oman", 1),
    ]  # fmt: skip
    assert batch.modes[0].nonzero().flatten().tolist() == [MODES.index("ASSAULT:aerial")]


def test_a_span_is_told_by_the_mean_of_its_words(batches: ModuleType) -> None:
    spans = batches.Spans()
    spans.add(0, [1, 2])
    spans.add(1, [0])
    scores = batches.torch.arange(12.0).reshape(2, 3, 2)
    assert spans.mean(scores).tolist() == [[3.0, 4.0], [6.0, 7.0]]


def test_what_is_behind_the_longest_example_is_not_learnt_from(
    batches: ModuleType, tokenizer: Tokenizer, passage: Passage
) -> None:
    long = "x" * 99 + " " + "y" * 98 + " "
    text, by = long + passage.text, len(long)
    mentions = tuple((start + by, end + by) for start, end in passage.mentions)
    events = tuple(replace(e, trigger=tuple((s + by, t + by) for s, t in e.trigger)) for e in passage.events)
    batch = batches.collate_passages(tokenizer, [Passage(text, {"names": []}, mentions, events)])
    assert batch.ids.shape == (1, batches.LONGEST)
    assert batch.triggers.count == batch.mentions.count == len(batch.roles) == 0


def test_marked_pairs_say_where_their_marks_stand(batches: ModuleType, tokenizer: Tokenizer) -> None:
    text = "Iran menyerang Oman."
    sides = [((0, 4), (15, 19)), ((15, 19), (0, 4)), (None, (15, 19)), (None, None)]
    batch = batches.collate_pairs(tokenizer, [PairExample(text, a, r, (k,)) for k, (a, r) in enumerate(sides)])
    first, second = tokenizer.token_to_id("[S]"), tokenizer.token_to_id("[T]")
    for (actor, recipient), ids, (start, at_actor, at_recipient) in zip(
        sides, batch.ids.tolist(), batch.at.tolist(), strict=True
    ):
        assert start == 0
        assert (ids[at_actor] == first) == (actor is not None) and (at_actor > 0) == (actor is not None)
        assert (ids[at_recipient] == second) == (recipient is not None)
        assert (at_recipient > 0) == (recipient is not None)
    assert batch.types == [(0,), (1,), (2,), (3,)]
    assert batch.modes == [None] * 4


@given(st.lists(st.integers(0, 300), max_size=60), st.integers(1, 9), st.integers(0, 99))
def test_an_epoch_holds_every_example_once(batches: ModuleType, lengths: list[int], size: int, seed: int) -> None:
    examples = [Passage("x" * length, {}, where=str(k)) for k, length in enumerate(lengths)]
    found = list(batches.by_length(examples, size, random.Random(seed)))
    assert all(1 <= len(batch) <= size for batch in found)
    assert sorted((e.where for batch in found for e in batch), key=int) == [e.where for e in examples]
    again = list(batches.by_length(examples, size, random.Random(seed)))
    assert again == found


# ---------------------------------------------------------------- the loop


@pytest.fixture(scope="module")
def encoder(batches: ModuleType, tokenizer: Tokenizer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an encoder of one layer that knows nothing."""
    transformers = pytest.importorskip("transformers", reason="training needs the extra 'train'")
    batches.torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=tokenizer.get_vocab_size(), hidden_size=384, num_hidden_layers=1, num_attention_heads=12,
        intermediate_size=16, max_position_embeddings=batches.LONGEST, pad_token_id=1,
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("encoder")
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    return folder


class CutOffError(Exception):
    """The power went."""


def test_a_run_that_was_cut_off_goes_on_to_the_same_end(
    encoder: Path, tokenizer: Tokenizer, passage: Passage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    learn = importlib.import_module("training.learn")
    network = importlib.import_module("training.network")
    torch = learn.torch
    tasks = [
        learn.Task("passages", lambda rng: [passage] * 4),
        learn.Task("pairs", lambda rng: written.pairs(passage, rng, unrelated=2)),
        learn.Task("parts", lambda rng: written.parts(passage)),
    ]

    def run(checkpoint: Path | None, cut_at: int | None = None) -> tuple[dict, int]:
        torch.manual_seed(1)  # of the heads
        fresh = network.Network(encoder)
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1
            if calls == cut_at:
                raise CutOffError

        fresh.register_forward_pre_hook(count)
        learn.learn(fresh, tokenizer, tasks, learn.Settings(epochs=2, seed=3, size=2, keep_every=2), checkpoint)
        assert not fresh.training
        return fresh.state_dict(), calls

    whole, steps = run(None)
    kept = tmp_path / "kept.pt"
    with pytest.raises(CutOffError):
        run(kept, cut_at=6)  # in the sixth step; the fourth was kept
    assert kept.exists() and not kept.with_suffix(".half").exists()
    rest, left = run(kept)
    assert left == steps - 4
    assert f"going on from step 4 of {steps}" in capsys.readouterr().out
    assert all(torch.allclose(whole[name], rest[name], atol=1e-6) for name in whole)
    words = "encoder.embeddings.word_embeddings.weight"
    torch.manual_seed(1)
    untouched = network.Network(encoder).state_dict()
    assert torch.equal(whole[words], untouched[words])  # words stay as they were, the marks beside them are learnt
    assert not torch.equal(whole["marks"], untouched["marks"])


# ---------------------------------------------------------------- calibration


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60))
def test_calibration_rises_and_stays_between_none_and_all(judged: list[tuple[float, bool]]) -> None:
    given, right = isotonic(judged)
    assert len(given) == len(right) >= 2
    assert given == sorted(given) and right == sorted(right)
    assert (given[0], given[-1]) == (0, 1)
    assert all(0 <= share <= 1 for share in right)


def test_thresholds_and_calibration_are_settled_on_the_corpus(monkeypatch: pytest.MonkeyPatch):
    texts = [text for text in dev_texts() if text.events][:4]
    monkeypatch.setattr("training.calibrate.dev_texts", lambda: texts)
    settled = settle(bundled())
    assert settled["thresholds"].keys() == {"trigger", "side"}
    given, right = settled["calibration"]
    assert given == sorted(given) and right == sorted(right)


def test_calibration_gives_the_share_that_was_right() -> None:
    given, right = isotonic([(0.3, k % 4 == 0) for k in range(40)] + [(0.9, k % 10 > 0) for k in range(40)])
    at = dict(zip(given, right, strict=True))
    assert (at[0.3], at[0.9]) == (0.25, 0.9)


def test_a_quarter_of_the_corpus_is_drawn_as_often_as_all_of_it() -> None:
    pytest.importorskip("torch", reason="training needs the extra 'train'")
    recipe = importlib.import_module("training.recipe")
    whole, quarter, half = (
        recipe._written(1 / share, 10, 10, share=share)[0].draw(random.Random(1)) for share in (1, 0.25, 0.5)
    )
    where = [{passage.where for passage in drawn} for drawn in (whole, quarter, half)]
    assert abs(len(quarter) - len(whole)) <= 4
    assert where[1] < where[2] < where[0]
