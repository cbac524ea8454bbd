"""What a coder finds in a labelled passage, held against its labels.

A statement is found where the words of its content and the labelled one's overlap by half of both together; each
counts once, the best first. The speaker is right where the actor is somebody whom the passage's first mark of the
speaker names, or, for somebody whom no actor stands for, where the source is that mark; "nobody" is right for nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.attribution.passages import Passage
from benchmarks.tally import Tally
from kawat.records import CodedArticle, Event, Statement
from training.measure.words import Words, WordSet

OVERLAP = 0.5
PRONOUNS = frozenset({"ia", "dia", "mereka", "beliau", "keduanya", "nya", "kami", "saya"})
Pair = tuple[int, int]


@dataclass
class Scores:
    """Counts over passages. ``parts``: of spans, exact and by words; ``errors``: one line for each thing missed."""

    statements: Tally = field(default_factory=Tally)
    parts: dict[str, tuple[Tally, Tally]] = field(
        default_factory=lambda: {part: (Tally(), Tally()) for part in ("content", "cue")}
    )
    right: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))  # by question: right of so many
    status: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))  # by class, of events found
    links: dict[str, Tally] = field(
        default_factory=lambda: {"any": Tally(), "contradicts": Tally(), "disputes": Tally()}
    )
    errors: list[str] = field(default_factory=list)


def score(passage: Passage, coded: CodedArticle, into: Scores) -> None:
    """Add one passage to the counts."""
    text, spans = passage.marked
    words = Words(text)
    gold = {label.n: spans[f"s{label.n}"][0] for label in passage.statements}
    pairs = dict(_match(gold, coded.statements, words))
    into.statements.add(len(pairs), len(coded.statements), len(gold))
    _add_parts(passage, coded.statements, words, into)
    for label in passage.statements:
        said = pairs.get(label.n)
        speaker = _Speaker(passage, coded)
        is_right = said is not None and speaker.is_right(label.source, said)
        kind = "direct" if label.kind == "direct" else "indirect"
        _count(into, passage, f"speaker, {kind}", is_right, f"{label.n}: {_shown(text, gold[label.n])}", said, coded)
        chain = is_right and said is not None and speaker.are_mouths(label.via, said.via)
        _count(into, passage, "chain exact", chain, None)
        if label.via or (said is not None and said.via):
            _count(into, passage, "chain exact, with mouths between", chain, f"{label.n} via {label.via}", said, coded)
        if said is not None:
            _count(into, passage, "stance", said.stance == label.stance, f"{label.n} {label.stance}", said, coded)
            _count(into, passage, "kind", said.kind == label.kind, f"{label.n} {label.kind}", said, coded)
    _add_events(passage, coded.events, words, into)
    _add_links(passage, coded, pairs, into)


def _match(gold: dict[str, Pair], given: Sequence[Statement], words: Words) -> Iterable[tuple[str, Statement]]:
    fits = []
    for n, span in gold.items():
        wanted = words.of(span)
        for k, statement in enumerate(given):
            found = words.of((statement.content.start, statement.content.end))
            share = len(wanted & found) / max(1, len(wanted | found))
            if share >= OVERLAP:
                fits.append((share, n, k))
    used_gold: set[str] = set()
    used_given: set[int] = set()
    for _, n, k in sorted(fits, key=lambda fit: (-fit[0], fit[1], fit[2])):
        if n not in used_gold and k not in used_given:
            used_gold.add(n)
            used_given.add(k)
            yield n, given[k]


def _add_parts(passage: Passage, given: Sequence[Statement], words: Words, into: Scores) -> None:
    spans = passage.marked.spans
    cues = [span for key, found in spans.items() if key[0] == "q" and key[1:] for span in found]
    contents = [span for key, found in spans.items() if key[0] == "s" and key[1:] for span in found]
    for part, wanted, found in (
        ("content", contents, [(s.content.start, s.content.end) for s in given]),
        ("cue", cues, [(s.cue.start, s.cue.end) for s in given if s.cue is not None]),
    ):
        exact, by_words = into.parts[part]
        one, two = ({words.of(span) for span in of} - {frozenset()} for of in (wanted, found))
        exact.add(len(one & two), len(two), len(one))
        both = [frozenset().union(*sets) for sets in (one, two)]
        by_words.add(len(both[0] & both[1]), len(both[1]), len(both[0]))


class _Speaker:
    """Who speaks in a passage, as its labels and as a coder name them."""

    def __init__(self, passage: Passage, coded: CodedArticle) -> None:
        spans = passage.marked.spans
        text = passage.marked.text
        self._named = {key: _name(text, found) for key, found in spans.items() if key.isalpha()}
        self._mentions = {actor.id: [(m.start, m.end) for m in actor.mentions] for actor in coded.actors}

    def is_right(self, letter: str, said: Statement) -> bool:
        """Whether the source of ``said`` is whom ``letter`` marks."""
        if not letter:
            return said.source is None
        if said.source is None:
            return False
        if said.source.actor_id is not None:
            return self.is_actor(letter, said.source.actor_id)
        return _touch(self._named[letter], (said.source.start, said.source.end))

    def is_actor(self, letter: str, actor_id: str) -> bool:
        """Whether the actor is whom ``letter`` marks."""
        return any(_touch(self._named[letter], mention) for mention in self._mentions.get(actor_id, ()))

    def are_mouths(self, letters: Sequence[str], via: Sequence[str]) -> bool:
        """Whether the actors of a chain are whom the letters mark, in their order."""
        return len(letters) == len(via) and all(map(self.is_actor, letters, via))


def _name(text: str, marks: Sequence[Pair]) -> Pair:
    """Return the first mark of somebody that is no mere pronoun: where the passage introduces them."""
    return next((span for span in sorted(marks) if text[span[0] : span[1]].lower() not in PRONOUNS), marks[0])


def _add_events(passage: Passage, events: Sequence[Event], words: Words, into: Scores) -> None:
    found = _events(passage, events, words)
    for label in passage.events:
        into.right["events found"].add(label.t in found, 1, 1)
        if label.t not in found:
            continue
        given = found[label.t].status
        into.status[label.status].add(given == label.status, 0, 1)
        into.status[given].add(0, 1, 0)
        if given != label.status:
            trigger = _shown(passage.marked.text, passage.marked.spans[label.t][0])
            into.errors.append(f"{passage.name} status: {trigger!r} is {label.status}, given {given}")
    keys = {event.id: t for t, event in found.items()}
    wanted = {(label.t, by) for label in passage.events for by in label.disputed if {label.t, by} <= found.keys()}
    given_pairs = {
        (keys[event.id], keys[by])
        for event in found.values()
        for by in event.disputed_by
        if by in keys and keys[by] != keys[event.id]
    }
    into.links["disputes"].add(len(wanted & given_pairs), len(given_pairs), len(wanted))


def _events(passage: Passage, events: Sequence[Event], words: Words) -> dict[str, Event]:
    """Return the event at each labelled trigger, one of the labelled type first."""
    found: dict[str, Event] = {}
    for label in passage.events:
        trigger: WordSet = words.of(*passage.marked.spans[label.t])
        at = [e for e in events if trigger & words.of((e.trigger.start, e.trigger.end))]
        at.sort(key=lambda event: event.type != label.type)
        if at:
            found[label.t] = at[0]
    return found


def _add_links(passage: Passage, coded: CodedArticle, pairs: dict[str, Statement], into: Scores) -> None:
    keys = {statement.id: n for n, statement in pairs.items()}
    wanted = {(link.from_, link.to, link.how) for link in passage.links}
    given = {
        (keys.get(said.id, said.id), keys.get(link.statement_id, link.statement_id), link.how)
        for said in coded.statements
        for link in said.links
    }
    for name, keep in (("any", None), ("contradicts", "contradicts")):
        one, two = (
            {link[: 2 if keep is None else 3] for link in of if keep in (None, link[2])} for of in (wanted, given)
        )
        into.links[name].add(len(one & two), len(two), len(one))
    into.errors += [f"{passage.name} link missed: {link}" for link in sorted(wanted - given)]
    into.errors += [f"{passage.name} link given: {link}" for link in sorted(given - wanted)]


def _count(
    into: Scores, passage: Passage, question: str, is_right: bool, about: str | None,
    said: Statement | None = None, coded: CodedArticle | None = None,
) -> None:  # fmt: skip
    into.right[question].add(is_right, 1, 1)
    if not is_right and about is not None and coded is not None:
        given = "not found" if said is None else _of(said, passage.marked.text)
        into.errors.append(f"{passage.name} {question}: {about}, given {given}")


def _of(said: Statement, text: str) -> str:
    source = (
        None if said.source is None else (said.source.actor_id or _shown(text, (said.source.start, said.source.end)))
    )
    return f"{said.kind} {said.stance} by {source} via {list(said.via)}"


def _shown(text: str, span: Pair) -> str:
    return text[span[0] : span[1]]


def _touch(one: Pair, two: Pair) -> bool:
    return one[0] < two[1] and two[0] < one[1]
