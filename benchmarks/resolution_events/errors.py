"""What was put together wrongly, in words: for whoever works on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from benchmarks.resolution_events.score import Item, Outcome

WIDTH = 90


def told(outcome: Outcome) -> Iterator[str]:
    """Yield lines about wrong copies, stories and events."""
    yield from _copies(outcome)
    yield from _stories(outcome)
    yield from _events(outcome)


def _copies(outcome: Outcome) -> Iterator[str]:
    def family(name: str) -> str:
        return outcome.articles[name]["duplicate_of"] or name

    wanted = outcome.corpus.copies()
    for one, other in combinations(sorted(outcome.articles), 2):
        given = family(one) == family(other)
        if given != ((one, other) in wanted):
            kinds = "/".join(outcome.corpus.articles[name].kind for name in (one, other))
            yield f"copies: {one} and {other} ({kinds}) {'are none' if given else 'not found'}"


def _stories(outcome: Outcome) -> Iterator[str]:
    members: defaultdict[str, set[str]] = defaultdict(set)
    for name, row in outcome.articles.items():
        members[row["story_id"]].add(outcome.corpus.story_of[name])
    for story in outcome.corpus.stories:
        parts = defaultdict(list)
        for article in story.article:
            parts[outcome.articles[article.id]["story_id"]].append(article.id.rpartition("-")[2])
        others = {name for part in parts for name in members[part]} - {story.name}
        if len(parts) > 1 or others:
            shown = " | ".join(" ".join(part) for part in parts.values())
            yield f"story {story.name}: {shown}" + (f" with {', '.join(sorted(others))}" if others else "")


def _events(outcome: Outcome) -> Iterator[str]:
    by_event: defaultdict[tuple[str, str], defaultdict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    mixed: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for item, found in outcome.found.items():
        by_event[found.event][found.report["event_id"]].append(item)
        mixed[found.report["event_id"]].add(found.event)
    for event, parts in by_event.items():
        if len(parts) > 1:
            yield f"event {'/'.join(event)} ({outcome.corpus.types[event]}) in {len(parts)} parts:"
            for items in parts.values():
                yield "  part"
                for item in items:
                    yield f"    {_line(outcome, item)}"
    for id, events in mixed.items():
        if len(events) > 1:
            yield f"event {id} mixes {', '.join('/'.join(event) for event in sorted(events))}:"
            for item, found in outcome.found.items():
                if found.report["event_id"] == id:
                    yield f"    {found.event[1]}: {_line(outcome, item)}"


def _line(outcome: Outcome, item: Item) -> str:
    report = outcome.found[item].report
    text = outcome.articles[item[0]]["text"]
    words = text[report["trigger_start"] : report["trigger_end"]]
    sides = " > ".join("+".join(report[f"{side}_ids"]) or "-" for side in ("actor", "recipient"))
    day = report["date_start"] or f"({outcome.articles[item[0]]['published']})"
    line = f"{item[0]} {report['type']} {sides} {day} {report['place_name'] or '-'} {report['status']}: {words}"
    return line[: 2 * WIDTH]
