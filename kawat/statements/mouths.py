"""Media through which it comes: "kata X, dikutip dari Antara", "told Reuters", "KCNA, quoting Kim".

Between the outlet and whoever speaks there may be others who only pass it on. They are media, named in the sentence of
the cue behind a word that says so; the last one told is the nearest to the outlet.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kawat.languages.grammar import Cues, cues
from kawat.records import Span, Token
from kawat.statements.draft import Draft
from kawat.statements.scene import Scene

REACH = 5  # words between what says that it is passed on and the name of the medium
PRESS = "JRN"  # sector of media
Mention = tuple[int, int]


def set_mouths(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those who pass it on added to each; a draft that tells only of passing on is none."""
    kept = list(drafts)
    where = sorted(drafts, key=lambda draft: _sentence(scene, draft))
    for index, group in groupby(where, key=lambda draft: _sentence(scene, draft)):
        gone = _Passing(scene, index, list(group)).read()
        kept = [draft for draft in kept if draft not in gone]
    for draft in kept:
        if draft.goes_on is not None:
            draft.mouths = list(draft.goes_on.mouths)
    return kept


def _sentence(scene: Scene, draft: Draft) -> int:
    """Return the sentence in which it is told who says it."""
    at = scene.sentence_at(draft.cue.start) if draft.cue is not None else None
    return draft.sentence if at is None else at


class _Passing:
    """One sentence and what is said in it."""

    def __init__(self, scene: Scene, index: int, drafts: list[Draft]) -> None:
        self.scene, self.index, self.drafts = scene, index, drafts
        self.words: Cues = cues(scene.language)
        self.media = [(span, actor) for span in scene.spans(index) if (actor := self._medium(span)) is not None]

    def read(self) -> list[Draft]:
        """Give the drafts their mouths; return those that are no statement of their own."""
        self._quoting()
        gone = [draft for draft in self.drafts if self._only_passes_on(draft)]
        mouths = [actor for span, actor in self.media if self._is_passing(span)]
        for draft in self.drafts:
            if draft in gone:
                continue
            around = [m for m in reversed(mouths) if m != draft.actor_id and m not in draft.mouths]
            draft.mouths = [*around, *draft.mouths]
        return gone

    def _medium(self, span: Mention) -> str | None:
        """Return the actor whom a mention names if it is of the press: by its sector, its name or the word before."""
        actor_id = self.scene.actor_of(span)
        if actor_id is None or not any(char.isupper() for char in self.scene.text[slice(*span)]):
            return None
        name = self.scene.text[slice(*span)].lower()
        before = self.scene.text[max(0, span[0] - 24) : span[0]].lower().rstrip()
        told = any(before.endswith(kind) or kind in name.split() or name.startswith(kind) for kind in self.words.media)
        return actor_id if told or PRESS in self.scene.actors[actor_id].sectors[:1] or "." in name[1:-1] else None

    def _before(self, span: Mention) -> list[str]:
        """Return the words before a mention, the nearest first."""
        sentence = self.scene.sentences[self.index]
        words = [t.lower for t in sentence.tokens if t.end <= span[0]][-REACH:]
        return list(reversed(words))

    def _is_passing(self, span: Mention) -> bool:
        before = self._before(span)
        if before[:1] and before[0] in self.words.told:
            return True
        kinds = {word for kind in self.words.media for word in kind.split()}
        past_kinds = next((k for k, word in enumerate(before) if word not in kinds), len(before))
        if before[past_kinds : past_kinds + 1] and before[past_kinds] in self.words.told:
            return True
        return any(word in self.words.passed_on for word in before)

    def _only_passes_on(self, draft: Draft) -> bool:
        """Whether a draft's source is a medium that passes on what stands in another draft of the sentence."""
        if draft.source is None or draft.cue is None or draft.actor_id not in {actor for _, actor in self.media}:
            return False
        if draft.cue.of(self.scene.text).lower().split()[0] not in self.words.passed_on:
            return False
        return any(
            other is not draft and other.source is not None and other.actor_id != draft.actor_id
            and not (draft.content.covers(other.content) and other.cue is not None and draft.content.covers(other.cue))
            and other.content.overlaps(draft.content)
            for other in self.drafts
        )  # fmt: skip

    def _quoting(self) -> None:
        """Let whom a medium quotes be the source of what it reports: "AP, mengutip seorang pejabat, memberitakan"."""
        sentence = self.scene.sentences[self.index]
        for token in sentence.tokens:
            if token.lower not in self.words.quoting:
                continue
            quoted = self._quoted(token.end)
            if quoted is None or self.scene.actor_of((quoted.start, quoted.end)) in {a for _, a in self.media}:
                continue
            for draft in self.drafts:
                medium = self._quotes(draft, token, quoted)
                if medium is None or draft.content.covers(quoted):
                    continue
                draft.source, draft.mouths = quoted, [medium]
                draft.actor_id = self.scene.actor_in(quoted, self.index)

    def _quotes(self, draft: Draft, word: Token, quoted: Span) -> str | None:
        """Return the medium that quotes ``quoted`` for a draft: its source, or else another of the sentence."""
        named = {actor for _, actor in self.media}
        if draft.actor_id in named:
            return draft.actor_id
        by_cue = draft.cue is not None and draft.cue.start <= word.start < draft.cue.end
        if not by_cue and not (draft.source is not None and draft.source.overlaps(quoted)):
            return None
        outside = [a for s, a in self.media if not quoted.overlaps(Span(*s)) and not draft.content.covers(Span(*s))]
        return outside[0] if outside else None

    def _quoted(self, start: int) -> Span | None:
        """Return the source or name right behind a word that quotes."""
        read = self.scene.sources_read(self.index)
        spans = [*read, *(Span(*span) for span in self.scene.spans(self.index))]
        near = [s for s in spans if s.start >= start and len(self.scene.text[start : s.start].split()) <= 1]
        best = max(near, key=lambda span: span.end - span.start, default=None)
        return best or self._words_behind(start)

    def _words_behind(self, start: int) -> Span | None:
        """Return the words up to the next mark as whom a medium quotes: "mengutip sumber di Kremlin"."""
        sentence = self.scene.sentences[self.index]
        tokens = [token for token in sentence.tokens if token.start >= start]
        count = next((k for k, token in enumerate(tokens) if not token.text[0].isalnum()), len(tokens))
        return Span(tokens[0].start, tokens[count - 1].end) if 0 < count <= REACH else None
