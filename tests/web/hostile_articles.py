"""Coded articles whose every field tries to break out of the page that shows it."""

from __future__ import annotations

from kawat.records import (
    Actor,
    Article,
    CodedArticle,
    Dateline,
    Event,
    Mention,
    Place,
    Removed,
    Run,
    Side,
    SourceSpan,
    Span,
    Statement,
)

SCRIPT = "<script>document.title='owned'</script>"
BREAK = "\"'><img src=x onerror=document.title='owned'>"
URLS = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<b>x</b>", "file:///etc/passwd", "http://["]
IDS = ["../../etc/passwd", "a/b?c#d", "berita.json", "..", f"{BREAK}", "~tilde", "kabar ke-1 ☂"]
TEXT = f"Rusia {SCRIPT} menuduh Ukraina 😀 di {BREAK} Kerch.\n\n{{{{ 7*7 }}}} \u202eUkraina membantah."


def hostile() -> list[CodedArticle]:
    """Return the articles: one for each of IDS, with URLS in turn."""
    return [_article(id, URLS[number % len(URLS)]) for number, id in enumerate(IDS)]


def _article(id: str, url: str) -> CodedArticle:
    first, second = TEXT.index("\n\n"), TEXT.index("\n\n") + 2
    article = Article(
        id=id,
        source=f"pages/{BREAK}.txt",
        text=TEXT,
        paragraphs=(Span(0, first), Span(second, len(TEXT))),
        url=url,
        title=f"Judul {SCRIPT}",
        language="id",
        published="2023-07-27",
        published_from="given",
        dateline=Dateline(place=BREAK, outlet=SCRIPT),
        bylines=(SCRIPT,),
        agencies=(BREAK,),
        removed=(Removed(text=SCRIPT, reason="chrome"), Removed(text=BREAK, reason="byline")),
    )
    trigger = TEXT.index("menuduh")
    place = TEXT.index(BREAK)
    denial = TEXT.index("membantah")
    actors = (
        Actor(
            id="rus/../..", name=f"Rusia {SCRIPT}", country="RUS", sectors=("GOV",), mentions=(Mention(start=0, end=5),)
        ),
        Actor(id=BREAK, name=BREAK, country="<b>", sectors=(SCRIPT,), wikidata="Q1/../../evil", mentions=()),
    )
    statement = Statement(
        id="s1",
        kind="direct",
        content=Span(0, first),
        cue=Span(trigger, trigger + 7),
        source=SourceSpan(start=0, end=5 + len(SCRIPT), actor_id=None),
        via=(BREAK,),
    )
    sides = (
        (Side(actor_id="rus/../..", start=0, end=trigger + 3), Side(actor_id=BREAK, start=2, end=9)),
        (Side(actor_id=BREAK, start=trigger, end=place),),
    )
    accusation = Event(
        id="e1",
        type="ACCUSE",
        quad="verbal conflict",
        score=-3.0,
        trigger=Span(trigger, trigger + 7),
        sentence=Span(0, first),
        modes=(SCRIPT,),
        contexts=(BREAK,),
        actors=sides[0],
        recipients=sides[1],
        attributed_to=("s1",),
        disputed_by=("e2",),
        place=Place(name=BREAK, country="UKR", start=place, end=place + len(BREAK)),
    )
    rejection = Event(
        id="e2",
        type="REJECT",
        quad="verbal conflict",
        score=-2.0,
        trigger=Span(denial, denial + 9),
        sentence=Span(second, len(TEXT)),
        actors=sides[1],
        recipients=(),
        status="claimed",
    )
    run = Run(kawat="0.1.0", model=SCRIPT, model_digest="0", codebook="1")
    return CodedArticle(
        article=article, actors=actors, statements=(statement,), events=(accusation, rejection), run=run
    )
