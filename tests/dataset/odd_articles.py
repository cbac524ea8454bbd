"""A dataset whose articles have all that a format could stumble over: tabs, quotes, line ends, marks of direction,
signs beyond the first plane, and dates, places and countries that are missing."""

from __future__ import annotations

from pathlib import Path

from made_articles import RUN, entry, made

from kawat.dataset import Writer
from kawat.records import (
    Actor,
    Article,
    CodedArticle,
    Event,
    EventDate,
    Mention,
    Place,
    Side,
    SourceSpan,
    Span,
    Statement,
)

RTL, BEYOND = "\u200f", "\U0001f30b"
PARAGRAPHS = (
    f'{BEYOND} Menteri "Ana\tBeta"\\n dan PBB bertemu {RTL}علي{RTL} di Jakarta, 27 Juli.',
    "Polisi menangkap seorang warga;\r\nwarga lain berunjuk rasa.",
    "Rusia akan menyerang Kyiv, kata Rusia.",
)
TEXT = "\n\n".join(PARAGRAPHS)
ODD_ID = "odd: 1/ü\t#"
ODD_NAME = 'Ana;\tBeta\n"Ü"'


def span(words: str) -> Span:
    """Return where the words first stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def side(actor: str, words: str) -> Side:
    """Return an actor's part with its words."""
    found = span(words)
    return Side(actor_id=actor, start=found.start, end=found.end)


def actor(id: str, name: str, words: str, country: str | None, *sectors: str, wikidata: str | None = None) -> Actor:
    """Return an actor with one mention."""
    found = span(words)
    mentions = (Mention(start=found.start, end=found.end),)
    return Actor(id=id, name=name, country=country, sectors=sectors, wikidata=wikidata, mentions=mentions)


def event(id: str, type: str, trigger: str, **fields: object) -> Event:
    """Return an event whose sentence is the paragraph of its trigger."""
    where = span(trigger)
    paragraph = next(p for p in map(span, PARAGRAPHS) if p.covers(where))
    quad = {"CONSULT": "verbal cooperation", "AID": "material cooperation"}
    common = {"quad": quad.get(type, "material conflict"), "score": 2.5, "trigger": where, "sentence": paragraph}
    return Event(id=id, type=type, **common, **fields)  # type: ignore[arg-type]


def odd() -> CodedArticle:
    """Return the odd article."""
    together = (side("ana", 'Ana\tBeta"'), side("UNO", "PBB"), side("ali", f"{RTL}علي"))
    day, jakarta, russia = span("27 Juli"), span("Jakarta"), side("RUS", "Rusia akan")
    events = (
        event(
            "e1", "CONSULT", "bertemu", modes=("visit", "multilateral"), contexts=("diplomatic", "human_rights"),
            actors=together, recipients=together, symmetric=True, confidence=0.9,
            date=EventDate(start="2023-07-27", end="2023-07-28", text_start=day.start, text_end=day.end),
            place=Place(
                name="Jakarta", country="IDN", admin1="DKI Jakarta", latitude=-6.21462, longitude=106.84513,
                geonames_id=1642911, start=jakarta.start, end=jakarta.end,
            ),
        ),
        event(
            "e2", "COERCE", "menangkap", modes=("arrest",), actors=(side("police", "Polisi"),),
            recipients=(side("citizen", "seorang warga;\r\n"),),
        ),
        event("e3", "PROTEST", "berunjuk", modes=("demo",), actors=(side("citizen", "warga lain"),)),
        event(
            "e4", "ASSAULT", "menyerang", modes=("destroy", "aerial"), actors=(russia,),
            recipients=(side("UKR", "Kyiv"),), status="future", attributed_to=("s1",),
            place=Place(name="Aceh Besar", country="IDN", admin1="Aceh", latitude=5.45, longitude=95.5),
        ),
        event("e5", "AID", "kata", actors=(side("FRA", "kata"),), recipients=(side("KEN", "akan"),), status="denied"),
        event(
            "e6", "MOBILIZE", "lain", actors=(side("JPN", "lain"),), status="historical",
            date=EventDate(start="2014-02-27", end="2014-02-27"), place=Place(name="Indonesia", country="IDN"),
        ),
    )  # fmt: skip
    source = span("Rusia.")
    statement = Statement(
        id="s1",
        kind="indirect",
        content=span("Rusia akan menyerang Kyiv"),
        cue=span("kata"),
        source=SourceSpan(start=source.start, end=source.end - 1, actor_id="RUS"),
        stance="promises",
    )
    return CodedArticle(
        article=Article(
            id=ODD_ID,
            source="odd.txt",
            url='https://www.odd.example/a b?q="ü"',
            title='Ti\ttle\n"x"',
            text=TEXT,
            paragraphs=tuple(map(span, PARAGRAPHS)),
            language="id",
            published="2023-07-28",
            published_from="given",
        ),
        actors=(
            actor("ana", ODD_NAME, "Ana", None, "GOV", "ELI", "JRN"),
            actor("UNO", "United Nations", "PBB", "UNO", "GOV", wikidata="Q1065"),
            actor("ali", f"{RTL}علي", "علي", "EGY"),
            actor("police", "Polisi", "Polisi", "IDN", "COP"),
            actor("citizen", "warga", "warga", "IDN", "CVL"),
            actor("RUS", "Russia", "Rusia akan", "RUS", "GOV", wikidata="Q159"),
            actor("FRA", "France", "kata", "FRA", "GOV"),
            actor("KEN", "Kenya", "akan", "KEN", "GOV"),
            actor("JPN", "Japan", "lain", "JPN", "MIL"),
            actor("UKR", "Ukraine", "Kyiv", "UKR", "GOV", wikidata="Q212"),
        ),
        statements=(statement,),
        events=events,
        run=RUN,
    )


def make(path: Path) -> Path:
    """Write the dataset: the odd article, and two that tell what one event is."""
    with Writer(path) as writer:
        writer.write([entry(odd()), entry(made("a")), entry(made("b", published=None))])
        writer.finish()
    return path
