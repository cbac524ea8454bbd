"""Print how well actors, places and days are resolved: ``python -m benchmarks.resolution [--split dev|held]``.

mentions      labelled names, nominals and references against given ones; two go together that share half of the
              longer one's characters. Places that are no actors count neither way.
country ...   of the names and nominals found, the share with the right country, primary sector, and, where the
              registry has the actor, identity ("strict": of all that are labelled, found or not)
references    pronouns and nouns that refer back, found and meaning the right actor (not found is wrong)
place, days   of the labelled acts
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Literal

from rich.console import Console
from rich.table import Table

from benchmarks.resolution.paragraphs import Paragraph, load
from benchmarks.resolution.score import Answer, Located, answers
from benchmarks.resolution.speed import run
from benchmarks.tally import Tally
from kawat.actors import ActorFinder, load_registry
from kawat.coder import Coder
from kawat.encoder import Model, encode
from kawat.events.stage import Stage
from kawat.events.triggers import trigger_index
from kawat.records import CodedArticle, Span

MEASURES = ("country", "sector", "identity", "reference", "place country", "place within 50 km", "no place", "days")
LANGUAGES = ("id", "en")


class Asked:
    """A coder, and the parts of it by which acts are placed that it does not code itself."""

    def __init__(self, events: Literal["model", "lexicon"]) -> None:
        self.registry = load_registry()
        self.model = Model() if events == "model" else None
        self.coder = Coder(registry=self.registry, events=self.model or "lexicon")
        self.finder = ActorFinder(self.registry)

    def answers(self, paragraph: Paragraph) -> list[Answer]:
        """Return the coder's answers about one paragraph."""
        coded = self.coder.code_article(paragraph.article())
        stage = self._stage(coded)
        located = [_locate(coded, stage, paragraph.span(act.trigger, act.nth)) for act in paragraph.act]
        return answers(paragraph, coded.actors, located, self.registry)

    def _stage(self, coded: CodedArticle) -> Stage:
        article, language = coded.article, coded.article.language or ""
        encoding = encode(article, language, self.model)
        actors, places = self.finder.find(article, encoding)
        return Stage(article, encoding, actors, coded.statements, places, trigger_index(language))


def _locate(coded: CodedArticle, stage: Stage, trigger: Span) -> Located:
    """Return where and when the act at ``trigger`` happened: as it is coded, else as it would be."""
    for event in coded.events:
        if event.trigger.overlaps(trigger):
            return Located(event.place, event.date)
    for number, sentence in enumerate(stage.sentences):
        if sentence.start <= trigger.start < sentence.end:
            spans = stage.spans(sentence)
            countries = {stage.countries[a] for span in spans for a in stage.named[span]}
            taking_part = {country for country in countries if country}
            place = stage.map.where(stage.clauses(sentence, spans), trigger.start, number, "", taking_part)
            return Located(place, stage.clock.when(sentence, trigger.start).date)
    return Located(None, None)


def table(title: str, told: list[Answer]) -> Table:
    """Return the figures of one set of answers as a table of one column."""
    shown = Table(title=title)
    shown.add_column("measure")
    shown.add_column("right", justify="right")
    shown.add_column("of", justify="right")
    shown.add_column("share", justify="right")
    found = [a for a in told if a.measure == "mention found"]
    given = [a for a in told if a.measure == "mention given"]
    tally = Tally()
    tally.add(sum(a.right for a in found), len(given), len(found))
    precision, recall, f1 = tally.shares()
    shown.add_row("mentions, recall", str(tally.right), str(tally.wanted), f"{recall:.3f}")
    shown.add_row("mentions, precision", str(tally.right), str(tally.given), f"{precision:.3f}")
    shown.add_row("mentions, F1", "", "", f"{f1:.3f}")
    for measure in MEASURES:
        of = [a for a in told if a.measure == measure]
        right = sum(a.right for a in of)
        if of:
            shown.add_row(measure, str(right), str(len(of)), f"{right / len(of):.3f}")
    named = sum(1 for a in found if a.wanted != "reference")
    for measure in ("country", "sector"):
        right = sum(a.right for a in told if a.measure == measure)
        shown.add_row(f"{measure}, strict", str(right), str(named), f"{right / named:.3f}" if named else "-")
    return shown


def wrong(paragraph: Paragraph, told: list[Answer]) -> Iterator[str]:
    """Yield a line for every wrong answer."""
    for a in told:
        if not a.right:
            yield f"{paragraph.id} {a.measure}: {a.words!r} is {a.wanted or 'none'}, given {a.given or 'none'}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolution", description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=("dev", "held"), default="dev")
    parser.add_argument("--events", choices=("model", "lexicon"), default="model", help="whose readings are used")
    parser.add_argument("--errors", action="store_true", help="also print every wrong answer")
    parser.add_argument("--speed", action="store_true", help="measure speed instead")
    options = parser.parse_args()
    if options.speed:
        run(Console())
        return
    asked, console, everything = Asked(options.events), Console(), []
    for language in LANGUAGES:
        told = []
        for paragraph in load(options.split, language):
            here = asked.answers(paragraph)
            told += here
            if options.errors:
                for line in wrong(paragraph, here):
                    console.print(line, markup=False, highlight=False, soft_wrap=True)
        console.print(table(f"{language}, {options.split}", told))
        everything += told
    console.print(table(f"both languages, {options.split}", everything))


if __name__ == "__main__":
    main()
