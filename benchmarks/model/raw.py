"""From raw sentences to who did what to whom: the model, the lexicon and the whole product on the corpus' dev texts.

triples   (type, actor, recipient) of events; right where the type is, and each side shares a word with the gold's
events    triggers that share a word with a gold one of the same type
triggers  the same, whatever the type
sides     of the gold events whose trigger was found: their actors and recipients, each by a shared word
mentions  whoever could be a side or a speaker, by a shared word
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.model.options import Options
from benchmarks.model.read import readings, watched
from benchmarks.model.tables import BREAK, Table, figure
from benchmarks.tally import Tally
from kawat.coder import Coder, NotCoded
from kawat.records import Event
from training.measure.gold import LANGUAGES, Text, dev_texts, of_language
from training.measure.matching import Told, events_fit, match, triggers_fit, triples_fit
from training.measure.told import told
from training.measure.words import Words, WordSet

COLUMNS = ("coder", "language", "texts", "triples", "P", "R", "F1", "events", "triggers", "sides", "mentions")
MEANING = "P, R and F1 are those of triples; events, triggers, sides and mentions are F1."


def lexicon_coder() -> Coder:
    """Return the coder that reads events by trigger words alone."""
    return Coder(events="lexicon")


def product_coder(options: Options) -> Coder:
    """Return the coder that users get, with the model that is measured."""
    return Coder(events=options.model)


def tables(options: Options) -> Iterator[Table]:
    """Yield the table."""
    texts = dev_texts(options.limit)
    pairs = [(text.text, text.language) for text in texts]
    rows, notes = [], [MEANING]
    for name, by_sentence in (("model, by sentence", True), ("model, whole texts", False)):
        read = readings(options.model, pairs, name, by_sentence)
        given = [told(found, text.words) for text, found in zip(texts, read, strict=True)]
        names = [
            [text.words.of((name.start, name.end)) for one in found for name in one.names]
            for text, found in zip(texts, read, strict=True)
        ]
        rows += [*_rows(name, texts, given, names), BREAK]
    for name, coder in (("lexicon", lexicon_coder()), ("product", product_coder(options))):
        coded = [coded_events(coder, text) for text in watched(texts, name)]
        rows += [*_rows(name, texts, [events or [] for events in coded]), BREAK]
        if changed := sum(events is None for events in coded):
            notes.append(f"{name}: cleaning changed {changed} of the texts; all that they tell counts as missed.")
    title = f"raw sentences to events, own corpus, dev{options.shortened}"
    yield Table(title, COLUMNS, rows[:-1], notes, names=2)


def coded_events(coder: Coder, text: Text) -> list[Told] | None:
    """Return the events that a coder finds; None where the text comes out of cleaning as another one."""
    try:
        coded = coder.code(text.text, language=text.language)
    except NotCoded:
        return None
    if coded.article.text != text.text:
        return None
    return [_coded(event, text.words) for event in coded.events]


def _coded(event: Event, words: Words) -> Told:
    actors, recipients = (
        tuple(dict.fromkeys(words.of((side.start, side.end)) for side in sides))
        for sides in (event.actors, event.recipients)
    )
    return Told(
        type=event.type,
        trigger=words.of((event.trigger.start, event.trigger.end)),
        actors=actors,
        recipients=recipients,
        together=event.symmetric and len({*actors, *recipients}) > 1,
        status=event.status,
    )


def _rows(
    name: str, texts: list[Text], given: list[list[Told]], names: list[list[WordSet]] | None = None
) -> Iterator[list[str]]:
    for language in (*LANGUAGES, None):
        chosen = of_language(texts, language)
        tallies = [Tally() for _ in range(5)]
        for k in chosen:
            add(texts[k].events, given[k], *tallies[:4])
            if names is not None:
                tallies[4].add(*_counts(texts[k].mentions(), names[k]))
        figures = [*map(figure, tallies[0].shares()), *(figure(t.shares()[2]) for t in tallies[1:4])]
        mentions = figure(tallies[4].shares()[2]) if names is not None else ""
        yield [name, language or "both", str(len(chosen)), str(tallies[0].wanted), *figures, mentions]


def add(
    wanted: Sequence[Told], given: Sequence[Told], triples: Tally, events: Tally, triggers: Tally, sides: Tally
) -> None:
    """Add one text to the counts."""
    one, two = ([triple for event in told for triple in event.triples()] for told in (wanted, given))
    triples.add(len(match(one, two, triples_fit)), len(two), len(one))
    events.add(len(match(wanted, given, events_fit)), len(given), len(wanted))
    found = match(wanted, given, triggers_fit)
    triggers.add(len(found), len(given), len(wanted))
    for k, m in found:
        sides.add(*_counts(wanted[k].actors, given[m].actors))
        sides.add(*_counts(wanted[k].recipients, given[m].recipients))


def _counts(wanted: Sequence[WordSet], given: Sequence[WordSet]) -> tuple[int, int, int]:
    return len(match(wanted, given, lambda one, two: len(one & two))), len(given), len(wanted)
