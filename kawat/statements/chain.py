"""Drafts to statements: sources that are only referred to, and the chain of mouths each went through."""

from __future__ import annotations

from kawat.encoder.clauses import Clauses
from kawat.languages.references import references
from kawat.records import SourceSpan, Statement
from kawat.statements.draft import Draft
from kawat.statements.scene import Scene

DESCRIBED = 9  # words of a description
AGAIN = 3  # sentences between two sayings of one speaker
# How a source that only describes was resolved, where whoever spoke last is the better guess.
GUESSES = frozenset({None, "agent", "organ", "model", "title", "noun", "place"})


def finish(scene: Scene, drafts: list[Draft], outlet: str | None) -> tuple[Statement, ...]:
    """Return the statements in text order, numbered, each with its chain from the outlet inwards."""
    drafts = sorted(drafts, key=lambda d: (d.content.start, -d.content.end, d.cue.start if d.cue else 0))
    _fill_left_out(scene, drafts)
    statements = []
    for number, draft in enumerate(drafts, start=1):
        source = None
        if draft.source is not None:
            source = SourceSpan(start=draft.source.start, end=draft.source.end, actor_id=draft.actor_id)
        statements.append(
            Statement(
                id=f"{scene.article.id}:s{number}",
                kind=draft.kind,
                content=draft.content,
                cue=draft.cue,
                source=source,
                via=_via(draft, drafts, outlet),
                stance=draft.stance,
            )
        )
    return tuple(statements)


def _fill_left_out(scene: Scene, drafts: list[Draft]) -> None:
    """ "katanya", "ujarnya": the subject of the sentence outside what was said, else the last speaker."""
    in_order = sorted(drafts, key=lambda d: (d.cue.start if d.cue else d.content.start, d.content.start))
    last: dict[bool, tuple[int, str]] = {}  # the speaker before, a person (True) or not, and in which sentence
    for draft in in_order:
        spoke = max(last.values(), default=None)
        if draft.actor_id is None and draft.source is not None and _is_suffix(scene, draft):
            draft.actor_id = _subject_before(scene, draft) or _subject_of_before(scene, draft, spoke)
        elif draft.source is not None:
            before = last.get(scene.is_person(draft.source))
            if before is not None and _is_again(scene, draft, before):
                draft.actor_id = before[1]
        if draft.actor_id is not None and not _is_nested(draft, drafts):
            last[draft.source is None or scene.is_person(draft.source)] = draft.sentence, draft.actor_id
        if draft.mouths:
            last[False] = draft.sentence, draft.mouths[-1]


def _is_nested(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a saying is told in the words of somebody else: whoever goes on speaking is the other one."""
    return draft.cue is not None and any(other is not draft and other.content.covers(draft.cue) for other in drafts)


def _is_again(scene: Scene, draft: Draft, last: tuple[int, str]) -> bool:
    """Whether a source is a description by which the speaker before is called again: "politikus itu", "the minister".

    One that describes somebody else is resolved by then, or is a new name.
    """
    assert draft.source is not None
    if draft.sentence - last[0] > AGAIN:
        return False
    shown = draft.source.of(scene.text).split()
    words = [word.lower() for word in shown]
    data = references(scene.language)
    determined = words[-1] in data.behind or words[0] in (*data.before, *data.again)
    guess = scene.how((draft.source.start, draft.source.end), draft.actor_id)
    named = not scene.is_person(draft.source) and any(
        word[0].isupper() for word in shown[1:]
    )  # "staf Kementerian X itu"
    return determined and not named and words[0] not in scene.words.articles and guess in GUESSES


def _is_suffix(scene: Scene, draft: Draft) -> bool:
    assert draft.source is not None
    return draft.source.end - draft.source.start == 3 and draft.source.of(scene.text).lower() == "nya"


def _subject_before(scene: Scene, draft: Draft) -> str | None:
    """The first ungoverned mention before the cue in its sentence, outside what was said."""
    assert draft.source is not None
    index = scene.sentence_at(draft.source.start)
    if index is None:
        return None
    clauses = scene.clauses(index)
    for i, item in enumerate(clauses.items):
        if item.start >= draft.source.start:
            break
        inside = draft.content.start <= item.start < draft.content.end
        if item.mention is not None and not inside and not clauses.in_quote[i] and clauses.governor(i) is None:
            return scene.actor_of(scene.spans(index)[item.mention])
    return None


def _subject_of_before(scene: Scene, draft: Draft, last: tuple[int, str] | None) -> str | None:
    """The subject of the sentence before, unless somebody spoke in it or after it: then they go on."""
    for index in range(draft.sentence - 1, max(-1, draft.sentence - 3), -1):
        if last is not None and last[0] >= index:
            return last[1]
        clauses = scene.clauses(index)
        for i, item in enumerate(clauses.items):
            if item.mention is not None and not clauses.in_quote[i] and clauses.governor(i) is None:
                actor_id = scene.actor_of(scene.spans(index)[item.mention])
                if actor_id is not None:
                    return last[1] if last is not None and _is_described(scene, clauses, i, actor_id) else actor_id
    return last[1] if last is not None else None


def _is_described(scene: Scene, clauses: Clauses, i: int, actor_id: str) -> bool:
    """Whether the mention at item ``i`` is a common noun that calls somebody again: "Perempuan dari desa itu"."""
    item = clauses.items[i]
    if scene.how((item.start, item.end), actor_id) != "agent":
        return False
    following = [other.lower for other in clauses.items[i : i + DESCRIBED]]
    return any(word in references(scene.language).behind for word in following)


def _via(draft: Draft, drafts: list[Draft], outlet: str | None) -> tuple[str, ...]:
    """The outlet, then the sources of the statements that this one stands in, the widest first."""
    around = [
        other
        for other in drafts
        if other is not draft
        and other.content.covers(draft.content)
        and other.content != draft.content
        and other.actor_id is not None
        and other.actor_id != draft.actor_id
    ]
    around.sort(key=lambda other: other.content.start - other.content.end)
    told = [outlet, *(id for other in around for id in (*other.mouths, other.actor_id)), *draft.mouths]
    return tuple(dict.fromkeys(id for id in told if id is not None and id != draft.actor_id))
