"""Drafts to statements: sources that are only referred to, and the chain of mouths each went through."""

from __future__ import annotations

from kawat.languages.references import references
from kawat.records import SourceSpan, Statement
from kawat.statements.draft import Draft
from kawat.statements.focus import Focus
from kawat.statements.scene import Scene
from kawat.statements.speakers import whole

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
    """Give sources that are only referred to ("katanya", "dia", "politikus itu") to whoever goes on speaking."""
    in_order = sorted(drafts, key=lambda d: (d.cue.start if d.cue else d.content.start, d.content.start))
    focus = Focus(scene, drafts)
    said: Draft | None = None  # what was said before
    last: tuple[int | None, str] | None = None  # who spoke before, and in which sentence
    for draft in in_order:
        suffix = draft.source is not None and _is_suffix(scene, draft)
        if draft.source is not None and not suffix:
            draft.source = whole(scene, draft.source)
        if suffix and last is not None and _sentence(scene, draft) == last[0]:
            draft.actor_id = last[1]  # "Menurut lembaga itu, ..., katanya kemudian, ..."
        elif draft.source is not None and _refers_back(scene, draft):
            person = scene.is_person(draft.source)
            draft.actor_id = focus.find(draft.source.start, person) or draft.actor_id
        if draft.source is None and said is not None and _goes_on_in_sentence(scene, draft, said):
            draft.source, draft.actor_id = said.source, said.actor_id
        if not _is_nested(draft, drafts):
            if said is not None and not draft.mouths and _is_same_turn(scene, draft, said):
                draft.mouths = list(said.mouths)
            said = draft
            focus.note(draft)
            last = (_sentence(scene, draft), draft.actor_id) if draft.actor_id is not None else last


def _is_same_turn(scene: Scene, draft: Draft, said: Draft) -> bool:
    """Whether one speaker goes on in one paragraph: then it came the same way, "kata X kepada CNN. ..., ujarnya"."""
    if draft.actor_id is None or draft.actor_id != said.actor_id:
        return False
    return "\n\n" not in scene.text[said.content.start : draft.content.start]


def _goes_on_in_sentence(scene: Scene, draft: Draft, said: Draft) -> bool:
    """Whether a verb without a subject goes on with the speaker of its sentence: "..., ucapnya, seraya meminta ..."."""
    active = draft.cue is not None and scene.text[draft.cue.start : draft.cue.start + 2].lower() in ("me", "be")
    return active and scene.language == "id" and _sentence(scene, draft) == _sentence(scene, said)


def _sentence(scene: Scene, draft: Draft) -> int | None:
    return scene.sentence_at(draft.cue.start if draft.cue is not None else draft.content.start)


def _is_nested(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a saying is told in the words of somebody else: whoever goes on speaking is the other one."""
    return draft.cue is not None and any(other is not draft and other.content.covers(draft.cue) for other in drafts)


def _refers_back(scene: Scene, draft: Draft) -> bool:
    """Whether a source calls somebody told before: by an ending, a pronoun, or a description ("politikus itu").

    A description that fits somebody named before is resolved by then, and what holds a name is a new one.
    """
    assert draft.source is not None
    shown = draft.source.of(scene.text).split()
    words = [word.lower() for word in shown]
    pronouns = (*scene.words.pronouns_person, *scene.words.pronouns_own_side)
    if _is_suffix(scene, draft) or (len(words) == 1 and words[0] in pronouns):
        return True
    data = references(scene.language)
    determined = words[-1] in data.behind or words[0] in (*data.before, *data.again)
    guess = scene.how((draft.source.start, draft.source.end), draft.actor_id)
    # "siaran pers Kementerian X itu" is a new one
    named = not scene.is_person(draft.source) and any(word[0].isupper() for word in shown[1:])
    return determined and not named and words[0] not in scene.words.articles and guess in GUESSES


def _is_suffix(scene: Scene, draft: Draft) -> bool:
    assert draft.source is not None
    return draft.source.end - draft.source.start == 3 and draft.source.of(scene.text).lower() == "nya"


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
