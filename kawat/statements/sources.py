"""Who stands with a cue: of the sources that the model reads in a sentence, the one that a content belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.encoder.clauses import INDONESIAN_VERB
from kawat.records import Span
from kawat.statements.draft import Draft
from kawat.statements.scene import Scene
from kawat.statements.speakers import is_noun_cue, source_after, source_before

MOST_OPENING = 4  # words before a cue that may be a source nobody reads as one


def item_at(scene: Scene, index: int, cue: Span) -> int | None:
    """Return the item of sentence ``index`` at which ``cue`` begins."""
    items = scene.clauses(index).items
    return next((k for k, item in enumerate(items) if item.start <= cue.start < item.end), None)


class Sources:
    """The sources of one sentence with these ``cues``."""

    def __init__(self, scene: Scene, index: int, cues: Sequence[Span]) -> None:
        self.scene, self.index, self.cues = scene, index, cues

    def find(self, draft: Draft) -> None:
        """Set the source of ``draft``: the words that name it, and the actor where it is known."""
        assert draft.cue is not None
        scene, cue = self.scene, draft.cue
        i = item_at(scene, self.index, cue)
        if i is not None and is_noun_cue(scene, scene.clauses(self.index), i):
            self._of_noun(draft, i)
            return
        suffix = scene.suffix(cue)
        if suffix is not None:
            draft.source = suffix
            return
        count = scene.according_at(scene.clauses(self.index).items, i) if i is not None else 0
        leads = count or scene.is_bare(cue.of(scene.text).lower())
        if i is not None and leads and source_after(scene, draft, self.index, i + max(0, count - 1)):
            return
        draft.source = draft.actor_id = None
        free = [
            s for s in scene.sources_read(self.index)
            if not draft.content.covers(s) and not s.overlaps(cue) and not self._is_others(s, cue)
        ]  # fmt: skip
        others = [other for other in self.cues if other != cue]
        near = []
        for source in free:
            first, last = (source.end, cue.start) if source.end <= cue.start else (cue.end, source.start)
            if any(first <= other.start < last for other in others):
                continue
            near.append((len(scene.text[first:last].split()), source.start > cue.start, source))
        if not near:
            self._find_source(draft)
            return
        draft.source = self._name_before(min(near, key=lambda found: found[:2])[2], draft)
        draft.actor_id = scene.actor_in(draft.source, self.index)

    def _is_others(self, source: Span, cue: Span) -> bool:
        """Whether a source stands behind another cue that needs it: "X, menurut Anadolu, berkata"."""
        items = self.scene.clauses(self.index).items
        at = next((k for k, item in enumerate(items) if item.start <= source.start < item.end), 0)
        for k in range(max(0, at - MOST_OPENING), at):
            count = self.scene.according_at(items, k)
            if count and k + count == at and not Span(items[k].start, items[at - 1].end).overlaps(cue):
                return True
        return False

    def _name_before(self, source: Span, draft: Draft) -> Span:
        """Return the person whom a source only describes, standing before it: "Warsito, juragan asal Rembang"."""
        assert draft.cue is not None
        if self.scene.is_named(source) or source.start > draft.cue.start:
            return source
        for name in self.scene.names_read(self.index):
            span = Span(name.start, name.end)
            between = self.scene.text[span.end : source.start]
            apposed = between.startswith(",") and not any(c in between for c in '."“”;:')
            cued = any(span.end <= cue.start < source.start for cue in self.cues)
            if name.kind == "PER" and span.end <= source.start and apposed and not cued:
                return span if not draft.content.covers(span) else source
        return source

    def _find_source(self, draft: Draft) -> None:
        """Set the source of a cue with which the model reads none: whoever stands as its subject, before or behind."""
        assert draft.cue is not None
        i = item_at(self.scene, self.index, draft.cue)
        if i is None:
            return
        behind = draft.content.start < draft.cue.start and source_after(self.scene, draft, self.index, i)
        found = behind or source_before(self.scene, draft, self.index, i)
        if not found or draft.source is None or draft.content.covers(draft.source):
            draft.source, draft.actor_id = self._opening(draft), None

    def _opening(self, draft: Draft) -> Span | None:
        """Return the few words that open the sentence before a cue as its source: "Dokumen itu menyebut ..."."""
        assert draft.cue is not None
        words = [token for token in self.scene.sentences[self.index].tokens if token.end <= draft.cue.start]
        closed = {*self.scene.words.prepositions, *self.scene.words.conjunctions}
        plain = all(
            token.text[0].isalpha() and token.lower not in closed and not INDONESIAN_VERB.match(token.lower)
            for token in words
        )
        if not plain or not 0 < len(words) <= MOST_OPENING or not words[0].text[0].isupper():
            return None
        return Span(words[0].start, words[-1].end)

    def _of_noun(self, draft: Draft, i: int) -> None:
        """Set the owner of a noun that brings in speech as the source: "klaim Amerika", "Israel's claim"."""
        owner_behind = self.scene.clauses(self.index).items[i + 1].mention is not None
        (source_after if owner_behind else source_before)(self.scene, draft, self.index, i)
