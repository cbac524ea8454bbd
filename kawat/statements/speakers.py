"""Who is speaking: the source that a speech cue stands with, after the cue or before it."""

from __future__ import annotations

from kawat.encoder.clauses import INDONESIAN_VERB, Clauses
from kawat.encoder.items import QUOTES
from kawat.languages.references import references
from kawat.records import Span
from kawat.statements.draft import Draft
from kawat.statements.scene import Scene

MOST_DESCRIBED = 8  # words of a description behind a source up to its determiner
SOURCE_REACH = 7  # items between a cue and its source
APPOSITION = 5  # items of a description before the name it belongs to
CUE_REACH = 6  # items between a quotation and its cue


def set_cue(scene: Scene, draft: Draft, clauses: Clauses, i: int) -> None:
    """Record the cue at item ``i`` with its stance."""
    item = clauses.items[i]
    draft.cue = Span(item.start, item.end)
    draft.stance = scene.stance(draft.cue)


def is_noun_cue(scene: Scene, clauses: Clauses, i: int) -> bool:
    """Whether the cue at item ``i`` is a noun with its owner: "klaim Amerika bahwa ...", "Israel's claim that ..."."""
    items = clauses.items
    if items[i].mention is not None or items[i].lower not in scene.cues or i + 1 >= len(items):
        return False
    if scene.language == "en":
        return items[i + 1].lower in scene.words.complementizers and i > 0 and items[i - 1].lower in ("'s", "'")
    has_owner = items[i + 1].mention is not None and i + 2 < len(items)
    return has_owner and items[i + 2].lower in scene.words.complementizers


def source_after(scene: Scene, draft: Draft, index: int, i: int) -> bool:
    """Set the source that follows the cue at item ``i`` ("kata X", "said X"). Return whether there is one."""
    clauses = scene.clauses(index)
    items = clauses.items
    if scene.has_suffix(items[i].lower):
        draft.source = Span(items[i].end - 3, items[i].end)  # "katanya": the speaker is the one before
        return True
    for source in scene.sources_read(index):
        if (
            i + 1 < len(items)
            and items[i + 1].start <= source.start < items[i + 1].end
            and source.of(scene.text)[0].islower()
        ):
            draft.source, draft.actor_id = source, scene.actor_in(whole(scene, source), index)
            return True
    for j in range(i + 1, min(len(items), i + 1 + SOURCE_REACH)):
        item = items[j]
        if item.mention is not None:
            return set_source(scene, draft, index, item.mention)
        named = j + 1 < len(items) and items[j + 1].mention is not None
        if item.lower == "," and named and 1 < j - i <= APPOSITION:  # "kata koordinator aksi, Raka Aditya"
            continue
        if item.lower in (",", ".", ";", ":") or item.lower in QUOTES or clauses.is_barrier(j):
            break
        if item.lower in scene.words.relatives:  # "bunyi pernyataan kementerian yang dikutip IRNA"
            break
        if j > i + 1 and item.lower in scene.words.prepositions:
            break
    return _unresolved(scene, draft, clauses, i + 1)


def source_before(scene: Scene, draft: Draft, index: int, i: int) -> bool:
    """Set the source that is the subject of the cue at item ``i``. Return whether there is one."""
    clauses = scene.clauses(index)
    for j in clauses.subject(i):
        mention = clauses.items[j].mention
        if mention is not None:
            return set_source(scene, draft, index, mention)
    return False


def set_source(scene: Scene, draft: Draft, index: int, mention: int) -> bool:
    """Set the source to a mention of sentence ``index``."""
    start, end = scene.spans(index)[mention]
    draft.source = Span(start, end)
    draft.actor_id = scene.actor_of((start, end))
    return True


def _unresolved(scene: Scene, draft: Draft, clauses: Clauses, i: int) -> bool:
    """Take the words after the cue as the source where they name nobody known: "kata seorang saksi mata"."""
    items = clauses.items
    end = i
    while end < len(items) and end < i + SOURCE_REACH:
        item = items[end]
        if not item.text[0].isalpha() or item.lower in scene.words.prepositions or clauses.is_barrier(end):
            break
        if item.lower in scene.words.complementizers or clauses.is_verb(end):
            break
        end += 1
    if end == i:
        return False
    draft.source = Span(items[i].start, items[end - 1].end)
    return True


def whole(scene: Scene, source: Span) -> Span:
    """Return a source with the words that may have been cut from it: "mantan ...", "perempuan berambut perak itu"."""
    index = scene.sentence_at(source.start)
    if index is None:
        return source
    data, tokens = references(scene.language), scene.sentences[index].tokens
    start, end = source.start, source.end
    before = [token for token in tokens if token.end <= start]
    if before and before[-1].lower in data.former:
        start = before[-1].start
    named = scene.is_named(source)
    for k in range(len(before) - 1, max(0, len(before) - MOST_DESCRIBED), -1):
        if before[k].lower in scene.words.relatives and not named:  # "pejabat yang tak disebut namanya"
            start = before[k - 1].start
            break
        if not before[k].text[0].isalnum() or scene.is_cue_word(before[k]):
            break
    behind = [token for token in tokens if token.start >= end][:MOST_DESCRIBED]
    relative = bool(behind) and behind[0].lower in scene.words.relatives
    for token in behind if not named else ():
        verb = token.lower.startswith("me") and bool(INDONESIAN_VERB.match(token.lower))
        if not token.text[0].isalnum() or scene.is_cue_word(token) or (verb and not relative):
            break
        if token.lower in data.behind:
            return Span(start, token.end)
    return Span(start, end)
