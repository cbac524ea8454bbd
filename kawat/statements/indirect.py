"""Indirect speech: "X mengatakan bahwa ...", "..., kata X", "menurut X, ...", "KCNA melaporkan hal itu"."""

from __future__ import annotations

from kawat.encoder.clauses import Clauses
from kawat.languages.grammar import cues
from kawat.records import Span
from kawat.statements.draft import Draft
from kawat.statements.scene import Scene
from kawat.statements.speakers import is_noun_cue, set_cue, source_after, source_before

MIN_CONTENT = 3  # words
_THAT_MATTER: dict[str, tuple[tuple[str, ...], ...]] = {
    "id": (("hal", "itu"), ("hal", "tersebut"), ("hal", "ini"), ("demikian",)),
    "en": (("this",), ("the", "news"), ("it",)),
}


def indirect_statements(scene: Scene, quoted: list[Draft]) -> list[Draft]:
    """Return drafts of indirect speech: at most one for each cue that no quotation has taken."""
    taken = {draft.cue for draft in quoted if draft.cue is not None}
    sources = {draft.source for draft in quoted if draft.source is not None}
    contents = [draft.content for draft in quoted]
    drafts: list[Draft] = []
    for index in range(len(scene.sentences)):
        clauses = scene.clauses(index)
        i = 0
        while i < len(clauses.items):
            draft, i = _at(scene, index, clauses, i)
            if draft is None or draft.cue in taken or draft.source in sources:
                continue
            assert draft.cue is not None
            if not any(content.covers(draft.cue) for content in contents):
                drafts.append(draft)
    return drafts


def _at(scene: Scene, index: int, clauses: Clauses, i: int) -> tuple[Draft | None, int]:
    items = clauses.items
    if count := scene.according_at(items, i):
        return _according(scene, index, clauses, i, i + count - 1), i + count
    if items[i].mention is None and items[i].lower in scene.cues:
        return _spoken(scene, index, clauses, i), i + 1
    return None, i + 1


def _according(scene: Scene, index: int, clauses: Clauses, i: int, last: int) -> Draft | None:
    """ "Menurut X, ...": the content is the sentence around the phrase."""
    sentence = scene.sentences[index]
    items = clauses.items
    draft = Draft("indirect", Span(sentence.start, sentence.end), index)
    draft.cue = Span(items[i].start, items[last].end)
    if not source_after(scene, draft, index, last) or draft.source is None:
        return None
    if draft.actor_id is None and draft.source.of(scene.text)[:1].islower():
        return None  # "menurut rencana": nobody
    if i == 0:  # at the front: what follows its comma
        comma = next((item for item in items if item.lower == "," and item.start >= draft.source.end), None)
        if comma is None:
            return None
        draft.content = Span(_next_start(clauses, comma.end), sentence.end)
    else:
        draft.content = Span(sentence.start, _trim(scene.text, sentence.start, items[i].start))
    return draft if _long_enough(scene, draft) else None


def _spoken(scene: Scene, index: int, clauses: Clauses, i: int) -> Draft | None:
    sentence = scene.sentences[index]
    items = clauses.items
    cue = scene.cues[items[i].lower]
    draft = Draft("indirect", Span(sentence.start, sentence.end), index)
    set_cue(scene, draft, clauses, i)
    if is_noun_cue(scene, clauses, i):  # "klaim X bahwa ...", "X's claim that ..."
        opener = next(j for j in range(i + 1, len(items)) if items[j].lower in scene.words.complementizers)
        found = source_after(scene, draft, index, i) if opener > i + 1 else source_before(scene, draft, index, i)
        if not found or opener + 1 >= len(items):
            return None
        draft.content = Span(items[opener + 1].start, _trim(scene.text, sentence.start, sentence.end))
        return draft if _long_enough(scene, draft) else None
    if _that_matter(scene, clauses, i) and index > 0:
        before = scene.sentences[index - 1]
        draft.content = Span(before.start, before.end)
        return draft if source_before(scene, draft, index, i) else None
    if i >= 4 and items[i - 1].lower == "," and source_after(scene, draft, index, i):  # "..., kata X"
        draft.content = Span(sentence.start, items[i - 1].start)
        return draft if _long_enough(scene, draft) and _is_short_cue(scene, items[i].lower) else None
    if _ends_with_speaker(clauses, i):  # "..., X said."
        comma = max(j for j in range(i) if items[j].lower == ",")
        if source_before(scene, draft, index, i):
            draft.content = Span(sentence.start, items[comma].start)
            return draft if _long_enough(scene, draft) else None
        return None
    content = _complement(scene, clauses, i, cue.stance != "asserts")
    if content is None or not source_before(scene, draft, index, i):
        return None
    draft.content = Span(content, _trim(scene.text, content, sentence.end))
    return draft if _long_enough(scene, draft) else None


def _complement(scene: Scene, clauses: Clauses, i: int, needs_opener: bool) -> int | None:
    """Return where the content begins that follows the cue at ``i``; None where no clause follows.

    A verb that takes objects as well ("menolak", "praised") brings in a clause only behind an opener.
    """
    items = clauses.items
    openers = {*scene.words.complementizers, *scene.words.infinitives, *cues(scene.language).openers}
    for j in range(i + 1, min(len(items), i + 8)):
        if items[j].lower in openers and items[j].mention is None:
            return items[j + 1].start if j + 1 < len(items) else None
        if items[j].lower in ('"', "“") or is_noun_cue(scene, clauses, j):
            return None
        if items[j].lower in (".", ";"):
            break
    if i + 1 >= len(items):
        return None
    if needs_opener:
        return _object_and_verb(scene, clauses, i)
    following = items[i + 1]
    if following.mention is None and (
        not following.text[0].isalnum() or following.lower in (*scene.words.prepositions, *scene.words.coordination)
    ):
        return None
    has_verb = any(clauses.is_verb(j) or clauses.is_barrier(j) for j in range(i + 1, len(items)))
    return following.start if has_verb or scene.language == "en" else None


def _object_and_verb(scene: Scene, clauses: Clauses, i: int) -> int | None:
    """Return where "polisi menghalangi pengacara" begins in "menuduh polisi menghalangi pengacara"."""
    found = clauses.object(i, over_verbs=False)
    after = found[-1] + 1 if found else len(clauses.items)
    if after >= len(clauses.items):
        return None
    word = clauses.items[after]
    says_what = word.lower in ("of", *scene.words.infinitives) if scene.language == "en" else clauses.is_verb(after)
    return clauses.items[found[0]].start if says_what else None


def that_matter(language: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases that stand for what was told in the sentence before: "hal itu"."""
    return _THAT_MATTER[language]


def _that_matter(scene: Scene, clauses: Clauses, i: int) -> bool:
    after = tuple(item.lower for item in clauses.items[i + 1 : i + 3])
    return any(after[: len(phrase)] == phrase for phrase in _THAT_MATTER[scene.language])


def _is_short_cue(scene: Scene, word: str) -> bool:
    """In Indonesian only a bare root ("kata", "ujar") or its -nya form follows its content."""
    return scene.language == "en" or not word.startswith(("me", "ber", "di"))


def _ends_with_speaker(clauses: Clauses, i: int) -> bool:
    """Whether the sentence ends "..., X said" at item ``i``."""
    items = clauses.items
    if any(item.mention is not None or item.text[0].isalpha() for item in items[i + 1 : i + 3]):
        return False
    commas = [j for j in range(i) if items[j].lower == ","]
    if clauses.language != "en" or not commas:
        return False
    return any(items[j].mention is not None for j in range(commas[-1], i)) and commas[-1] >= 4


def _next_start(clauses: Clauses, position: int) -> int:
    return next((item.start for item in clauses.items if item.start >= position), position)


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,.;":
        end -= 1
    return end


def _long_enough(scene: Scene, draft: Draft) -> bool:
    return len(draft.content.of(scene.text).split()) >= MIN_CONTENT
