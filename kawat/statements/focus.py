"""Who goes on speaking: whom "katanya", "dia" and "perempuan itu" mean as the source of what is said.

News dwells on one person at a time. Whoever spoke last in the sentence looked at is meant, else whoever that sentence
is about: its first name that no preposition governs, or somebody it brings in ("seorang pekerja gereja"). The sentence
of the saying itself is looked at first, then those before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kawat.records import Name, Span
from kawat.statements.draft import Draft
from kawat.statements.scene import Scene

REACH = 3  # sentences looked back
PERSON, BODY = "PER", "ORG"


class Focus:
    """Who speaks and who is spoken of, sentence by sentence, as far as the drafts are read."""

    def __init__(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        self._scene = scene
        self._contents: dict[int, list[Span]] = defaultdict(list)
        for draft in drafts:
            first, last = (scene.sentence_at(at) for at in (draft.content.start, draft.content.end - 1))
            for index in range(first or 0, (last if last is not None else first or 0) + 1):
                self._contents[index].append(draft.content)
        self._spoken: dict[int, list[tuple[int, str, bool]]] = defaultdict(list)

    def note(self, draft: Draft) -> None:
        """Remember who says ``draft``, and the medium that it came through."""
        at = draft.cue.start if draft.cue is not None else draft.content.start
        index = self._scene.sentence_at(at)
        if index is None:
            return
        if draft.mouths:
            self._spoken[index].append((at, draft.mouths[-1], False))
        if draft.actor_id is not None:
            person = draft.source is None or self._scene.is_person(draft.source)
            self._spoken[index].append((at, draft.actor_id, person))

    def find(self, position: int, person: bool) -> str | None:
        """Return the actor who is meant at ``position``: a person, or else a body."""
        here = self._scene.sentence_at(position)
        if here is None:
            return None
        for index in range(here, max(-1, here - 1 - REACH), -1):
            spoke = [actor for at, actor, is_person in self._spoken[index] if is_person == person and at < position]
            if spoke:
                return spoke[-1]
            for span in self._subjects(index, position, person):
                actor = self._scene.actor_in(span, index)
                if actor is not None:
                    return actor
        return None

    def _subjects(self, index: int, position: int, person: bool) -> Iterator[Span]:
        """Yield the names that a sentence may be about, before ``position`` and outside of what is said."""
        for span in self._named(index, person):
            said = any(content.overlaps(span) for content in self._contents[index])
            if span.end <= position and not said and not self._governed(span):
                yield span

    def _named(self, index: int, person: bool) -> list[Span]:
        """Return the names of people, or of bodies; without a model all mentions may be either."""
        if not self._scene.is_read:
            return [Span(*span) for span in self._scene.spans(index)]
        names = self._scene.names_read(index)
        return [Span(n.start, n.end) for k, n in enumerate(names) if self._is_of_kind(n, person, first=k == 0)]

    def _is_of_kind(self, name: Name, person: bool, first: bool) -> bool:
        if not person:
            return name.kind == BODY
        if name.kind == "GPE":  # a town that nobody knows was taken for somebody
            actor = self._scene.actors.get(self._scene.actor_of((name.start, name.end)) or "")
            return actor is not None and actor.sectors[:1] == ("UNK",)
        word = self._scene.text[name.start : name.end].lower().split(None, 1)[0]
        return name.kind == PERSON or (first and name.kind == "ROLE" and word in self._scene.words.articles)

    def _governed(self, span: Span) -> bool:
        before = self._scene.text[max(0, span.start - 16) : span.start].lower().split()
        return bool(before) and before[-1] in self._scene.words.prepositions
