"""Whether the model reads as well whichever country is named: the dev texts with one country put in for another.

In every dev text that names a country on its own, that name is exchanged for each of the countries below, and the text
read again. A model that has learnt verbs and not names finds the same triples each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean, pstdev

from benchmarks.model.options import Options
from benchmarks.model.read import readings
from benchmarks.model.tables import Table, figure
from benchmarks.tally import Tally
from training.measure.gold import Text, dev_texts
from training.measure.matching import Told, match, triples_fit
from training.measure.told import told
from training.measure.words import Words

COLUMNS = ("country", "texts", "triples", "F1")
# As English and Indonesian write them; half are in the news every day, half seldom.
COUNTRIES = {
    "en": (
        "Russia", "Ukraine", "Israel", "Iran", "China", "North Korea", "France", "Indonesia",
        "Malawi", "Uruguay", "Tonga", "Slovenia", "Bhutan", "Gabon", "Iceland", "Paraguay",
    ),
    "id": (
        "Rusia", "Ukraina", "Israel", "Iran", "Tiongkok", "Korea Utara", "Prancis", "Indonesia",
        "Malawi", "Uruguay", "Tonga", "Slovenia", "Bhutan", "Gabon", "Islandia", "Paraguay",
    ),
}  # fmt: skip
OFTEN = 8  # of each list are in the news every day


def tables(options: Options) -> Iterator[Table]:
    """Yield the table."""
    texts = [text for text in dev_texts(options.limit) if _country(text)]
    shares: list[float] = []
    rows = []
    for k, english in enumerate(COUNTRIES["en"]):
        changed = [_with(text, COUNTRIES[text.language][k]) for text in texts]
        read = readings(options.model, [(text.text, text.language) for text in changed], english)
        tally = Tally()
        for text, found in zip(changed, read, strict=True):
            one, two = ([t for e in events for t in e.triples()] for events in (text.events, told(found, text.words)))
            tally.add(len(match(one, two, triples_fit)), len(two), len(one))
        shares.append(tally.shares()[2])
        rows.append([english, str(len(texts)), str(tally.wanted), figure(shares[-1])])
    notes = [
        f"mean {mean(shares):.3f}, standard deviation {pstdev(shares):.3f}; "
        f"in the news every day {mean(shares[:OFTEN]):.3f}, seldom {mean(shares[OFTEN:]):.3f}"
    ]
    yield Table(f"triples by the country named, own corpus, dev{options.shortened}", COLUMNS, rows, notes, names=1)


def _country(text: Text) -> tuple[int, int] | None:
    """Return the first mention that is the bare name of one of the countries or stands like one: a GPE with a part."""
    taking_part = {words for event in text.events for side in (event.actors, event.recipients) for words in side}
    for start, end, kind in text.names:
        if kind == "GPE" and text.words.of((start, end)) in taking_part and text.text[start].isupper():
            return start, end
    return None


def _with(text: Text, country: str) -> Text:
    """Return the text with ``country`` in the place of the one that is named; numbers of words move along."""
    span = _country(text)
    assert span is not None
    start, end = span
    new = text.text[:start] + country + text.text[end:]
    words = Words(new)
    old = sorted(text.words.of(span))
    put = sorted(words.of((start, start + len(country))))

    def moved(found: frozenset[int]) -> frozenset[int]:
        kept = {k if k < old[0] else k + len(put) - len(old) for k in found if k not in old}
        return frozenset(kept | set(put) if found & set(old) else kept)

    events = tuple(
        Told(
            event.type,
            moved(event.trigger),
            tuple(map(moved, event.actors)),
            tuple(map(moved, event.recipients)),
            event.together,
        )
        for event in text.events
    )
    return Text(new, text.language, words, events, ())
