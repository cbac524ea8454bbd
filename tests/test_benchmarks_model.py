"""The counting behind ``benchmarks.model``: which answers are right, without a model."""

from __future__ import annotations

import pytest

from benchmarks.attribution import polnear
from benchmarks.model import __main__ as command
from benchmarks.model import labels, names, raw, relations
from benchmarks.model.options import Missing, data
from benchmarks.tally import Tally
from kawat.records import Act, Name, Part, Reading, Span
from training.calibrate import judged
from training.examples import PairExample
from training.measure.gold import dev_texts
from training.measure.matching import Told, Triple, events_fit, match, shared, triggers_fit, triples_fit
from training.measure.told import told
from training.measure.words import Words

A, B, C = frozenset({0, 1}), frozenset({4}), frozenset({7, 8})
TRIGGER = frozenset({2})


def assault(actors=(), recipients=(), **more) -> Told:
    return Told("ASSAULT", TRIGGER, tuple(actors), tuple(recipients), **more)


def test_spans_are_words_and_marks_are_none():
    words = Words("Rusia, kata Kyiv, menyerang.")
    assert words.of((0, 5)) == words.of((0, 6)) == {0}
    assert words.of((3, 8)) == {0, 1}  # a part of a word is the word
    assert words.of((5, 6)) == frozenset()
    assert words.of((0, 5), (18, 27)) == {0, 3}


def test_every_actor_does_it_to_every_recipient():
    assert assault([A, B], [C]).triples() == [Triple("ASSAULT", A, C), Triple("ASSAULT", B, C)]
    assert assault([A]).triples() == [Triple("ASSAULT", A, None)]
    assert assault(recipients=[A]).triples() == [Triple("ASSAULT", None, A)]
    assert assault().triples() == [Triple("ASSAULT", None, None)]


def test_nobody_does_it_to_himself_unless_one_mention_is_all_there_is():
    assert assault([A, B], [B]).triples() == [Triple("ASSAULT", A, B)]
    assert assault([A], [A]).triples() == [Triple("ASSAULT", A, A)]


def test_what_is_done_together_is_told_once_for_each_two():
    pairs = assault([A, B, C], [A, B, C], together=True).triples()
    assert pairs == [Triple("ASSAULT", one, two, True) for one, two in ((A, B), (A, C), (B, C))]


def test_nobody_fits_nobody_alone():
    assert shared(None, None) == 1
    assert shared(A, None) == shared(None, A) == shared(A, B) == 0
    assert shared(A, frozenset({1, 2})) == 1


def test_a_triple_fits_by_type_and_both_sides():
    gold = Triple("ASSAULT", A, B)
    assert triples_fit(gold, Triple("ASSAULT", frozenset({1}), B)) == 2
    assert triples_fit(gold, gold) == 3
    assert not triples_fit(gold, Triple("COERCE", A, B))
    assert not triples_fit(gold, Triple("ASSAULT", A, None))
    assert not triples_fit(gold, Triple("ASSAULT", B, A))


def test_together_has_no_order():
    gold = Triple("CONSULT", A, B, True)
    assert triples_fit(gold, Triple("CONSULT", B, A))
    assert triples_fit(Triple("CONSULT", B, A), gold)
    assert not triples_fit(gold, Triple("CONSULT", B, B))


def test_each_answer_counts_once_and_the_better_fit_comes_first():
    long, short = frozenset({1, 2, 3}), frozenset({3, 4})
    overlap = lambda one, two: len(one & two)  # noqa: E731
    assert match([long, short], [short, long], overlap) == [(0, 1), (1, 0)]
    assert match([long], [long, short], overlap) == [(0, 0)]
    assert match([long, short], [frozenset({9})], overlap) == []


def test_triggers_with_and_without_type():
    one, two = assault(), Told("COERCE", frozenset({2, 3}))
    assert triggers_fit(one, two) == 1
    assert events_fit(one, two) == 0


def test_a_text_is_counted():
    tallies = [Tally() for _ in range(4)]
    wanted = [assault([A], [B]), Told("COERCE", frozenset({5}), (C,), (A,))]
    given = [assault([A], [C]), Told("ACCUSE", frozenset({5}), (C,), (A,)), Told("AID", frozenset({9}), (A,))]
    raw.add(wanted, given, *tallies)
    assert [(t.right, t.given, t.wanted) for t in tallies] == [(0, 3, 2), (1, 3, 2), (2, 3, 2), (3, 4, 4)]


def test_the_gold_is_all_right_by_itself():
    texts = dev_texts()
    tallies = [Tally() for _ in range(4)]
    for text in texts:
        raw.add(text.events, text.events, *tallies)
    assert {text.language for text in texts} == {"id", "en"}
    assert [t.shares()[2] for t in tallies] == [1.0] * 4
    counts, macro = names.tally([t.names for t in texts], [t.names for t in texts])
    assert counts.f1 == macro == 1.0
    assert [len(dev_texts(3)), len({t.text for t in dev_texts(3)})] == [6, 6]


def test_a_reading_is_told_by_words():
    text = "Kim dan Putin bertemu"
    people = [Name(start=s, end=e, kind="PER", probability=1.0) for s, e in ((0, 3), (8, 13))]
    both = tuple(Part(name=k, probability=0.9) for k in (0, 1))
    act = Act(
        trigger=Span(14, 21),
        found=0.5,
        types=(("CONSULT", 0.8), ("AGREE", 0.2)),
        statuses=(("asserted", 0.9),),
        actors=both,
        recipients=both,
    )
    (event,) = told([Reading(names=tuple(people), acts=(act,))], Words(text))
    assert event.together
    assert event.triples() == [Triple("CONSULT", frozenset({0}), frozenset({2}), True)]
    assert (event.trigger, event.status, event.confidence) == ({3}, "asserted", pytest.approx(0.5 * 0.8 * 0.9))


def test_a_found_event_is_right_where_trigger_type_and_sides_are():
    wanted = [assault(status="claimed", modes=("aerial",)), Told("COERCE", frozenset({5}))]
    given = [
        assault(status="asserted", modes=("aerial", "drone"), confidence=0.9),
        Told("AID", frozenset({5}), confidence=0.3),
    ]
    pairs = labels.matched(wanted, given)
    assert pairs == [(wanted[0], given[0])]
    assert judged(wanted, given) == [(0.9, True), (0.3, False)]
    assert judged(wanted, [given[0]._replace(actors=(A,))]) == [(0.9, False)]
    assert labels.label_figures(pairs) == ["0.000", "0.000", "0.667", "0.000"]
    assert labels.label_figures([]) == [""] * 4


def test_ece_weighs_the_distance_by_events():
    events = [(0.95, True), (0.95, True), (0.95, False), (0.15, False), (1.0, True), (0.0, False)]
    binned = labels.bins(events)
    assert [len(found) for found in binned] == [1, 1, 0, 0, 0, 0, 0, 0, 0, 4]
    assert labels.ece(binned) == pytest.approx((0.0 + 0.15 + abs(3.85 - 3)) / 6)
    assert labels.ece(labels.bins([])) == 0.0


def test_a_name_is_right_by_span_and_label():
    wanted = [[(0, 3, "PER"), (8, 13, "PER")], [(0, 5, "ORG")]]
    given = [[(0, 3, "PER"), (8, 13, "ORG")], []]
    counts, macro = names.tally(wanted, given)
    assert (counts.right, counts.given, counts.wanted) == (1, 2, 3)
    assert macro == pytest.approx((2 / 3 + 0) / 2)


def test_attributions_are_counted_as_spans_and_as_words():
    places = [(0, 4), (5, 9), (10, 14), (14, 15)]
    exact, words = Tally(), Tally()
    wanted, given = polnear.covered(places, [(0, 9)]), polnear.covered(places, [(0, 14), (4, 5)])
    assert (wanted, given) == ({(0, 1)}, {(0, 1, 2)})
    polnear.add(wanted, given, exact, words)
    assert (exact.right, exact.given, exact.wanted) == (0, 1, 1)
    assert (words.right, words.given, words.wanted) == (2, 3, 2)


def test_concede_and_retreat_add_up_to_yield():
    assert relations.best({"NONE": 0.5, "AID": 0.2, "CONCEDE": 0.15, "RETREAT": 0.15}) == "YIELD"
    assert relations.best({"NONE": 0.5, "AID": 0.4, "CONCEDE": 0.1}) == "AID"
    assert relations.best({"NONE": 1.0}) == "NONE"
    assert [relations.quad(type_) for type_ in ("AID", "YIELD", "NONE")] == ["material cooperation", "yield", "none"]


def test_what_stands_between_the_sides():
    text = "Kim met Putin there"
    assert relations.between(PairExample(text, (8, 13), (0, 3), (0,))) == " met "
    assert relations.between(PairExample(text, (0, 3), None, (0,))) == text


def test_mean_and_spread():
    assert relations.spread([0.5]) == "0.500"
    assert relations.spread([0.4, 0.6]) == "0.500 ± 0.141"


def test_missing_folds_are_told(tmp_path):
    (tmp_path / "seed0-fold3").mkdir()
    (tmp_path / "seed0-fold7").mkdir()
    runs, notes = relations.cross_validated([], tmp_path)
    assert runs == {}
    assert notes[0] == f"model: of seed 0 fold 0, 1, 2, 4 is missing in {tmp_path}"
    assert notes[3].startswith("model: seed0-fold3 is left out")
    assert notes[4].startswith("model: seed0-fold7 is left out")


def test_a_seed_without_all_folds_stands_apart():
    pair = [("AID", "AID")]
    rows = list(relations.model_rows({0: [pair] * 5, 1: [pair] * 2, 2: [pair] * 5}))
    assert [row[:3] for row in rows] == [["model", "2", "5"], ["model, 2 of 5 folds of seed 1", "1", "2"]]


def test_missing_data_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("KAWAT_DATA", str(tmp_path))
    with pytest.raises(Missing, match="set KAWAT_DATA to the folder that holds ner/"):
        data("ner", "nerp_valid.txt")


def test_what_is_not_there_ends_in_one_line_for_each_table(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("KAWAT_DATA", str(tmp_path))
    assert command.main(["all", "--model", str(tmp_path / "none")]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split(":")[1].strip() for line in told] == list(command.ROOMS)


@pytest.mark.parametrize("wrong", [["--limit", "0"], ["--limit", "x"], ["nothing"]])
def test_a_wrong_command_line_is_refused(wrong, capsys):
    with pytest.raises(SystemExit):
        command.parser().parse_args(wrong)
    assert "error:" in capsys.readouterr().err
