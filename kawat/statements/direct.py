"""Quotations to statements: each with its cue and source, before or after it, or carried over from the one before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kawat.records import Span
from kawat.statements.draft import Draft
from kawat.statements.quotes import Quote
from kawat.statements.scene import Scene
from kawat.statements.speakers import CUE_REACH, is_noun_cue, set_cue, set_source, source_after, source_before

MIN_DIRECT = 4  # words; a shorter quotation inside a sentence is a quoted phrase
MIN_GOING_ON = 2  # the same for one that goes on with another
ACCORDING_REACH = 40  # the same for "menurut", which opens the sentence
ENDS = (",", ".", "!", "?", "…")  # of what is said as a whole
NEAR_CUE = 5  # items between a cue and the quotation it opens


def direct_statements(scene: Scene, quotes: Sequence[Quote]) -> list[Draft]:
    """Return a draft for every quotation whose source is told; a quoted phrase without a cue is nobody's words."""
    drafts: list[Draft] = []
    by_quote: list[tuple[Quote, Draft]] = []
    for quote in quotes:
        draft = _draft(scene, quote)
        if draft is None:
            continue
        told = draft.cue is not None or draft.has_source or _carry_over(scene, quote, draft, by_quote)
        if not told and not _stands_alone(scene, quote):
            continue
        by_quote.append((quote, draft))
        drafts.append(draft)
    _over_paragraphs(by_quote)
    return [draft for draft in drafts if draft.cue is not None or draft.has_source]


def _draft(scene: Scene, quote: Quote) -> Draft | None:
    last = scene.sentence_at(quote.outer.end - 1)
    first = scene.sentence_at(quote.outer.start)
    if first is None or last is None:
        return None
    said = quote.content.of(scene.text)
    words = len(said.split())
    whole = words >= MIN_DIRECT or said.rstrip().endswith(ENDS)  # "Ya, benar," is speech, "surat hangat" a phrase
    draft = Draft("direct" if whole else "mixed", quote.content, first)
    inside = quote.depth > 0  # its cue stands before it, in the words of the outer speaker
    if (not inside and _cue_after(scene, draft, quote, last)) or _cue_before(scene, draft, quote, first):
        return draft
    if _according_before(scene, draft, quote, first):
        return draft
    return draft if words >= MIN_DIRECT else None


def _cue_after(scene: Scene, draft: Draft, quote: Quote, index: int) -> bool:
    clauses = scene.clauses(index)
    items = clauses.items
    begin = next((i for i, item in enumerate(items) if item.start >= quote.outer.end), None)
    if begin is None:
        return False
    mention: int | None = None
    for i in range(begin, min(len(items), begin + CUE_REACH)):
        item = items[i]
        if item.mention is not None:
            if mention is not None:
                return False
            mention = item.mention
        elif scene.is_cue(item):
            set_cue(scene, draft, clauses, i)
            if mention is not None:
                return set_source(scene, draft, index, mention)
            if i - begin > 2 or not source_after(scene, draft, index, i):
                draft.cue = None
                return False
            return True
        elif item.lower in (".", ";", ":") or clauses.is_barrier(i) or item.lower in scene.words.prepositions:
            return False
    return False


def _cue_before(scene: Scene, draft: Draft, quote: Quote, index: int) -> bool:
    clauses = scene.clauses(index)
    items = clauses.items
    end = next((i for i, item in enumerate(items) if item.start >= quote.outer.start), len(items))
    for i in range(end - 1, -1, -1):
        if not scene.is_cue(items[i]):
            continue
        if is_noun_cue(scene, clauses, i) or (i and items[i - 1].lower in scene.words.articles):
            continue  # a noun: "the report", "klaim X bahwa"
        set_cue(scene, draft, clauses, i)
        if end - 1 - i > NEAR_CUE:
            draft.kind = "mixed"
        passive = scene.language == "id" and items[i].lower.startswith("di")
        if (source_after if passive else source_before)(scene, draft, index, i):  # "dibenarkan X: ..."
            return True
        if scene.has_suffix(items[i].lower):
            draft.source = Span(items[i].end - 3, items[i].end)
            return True
    draft.cue = None
    draft.stance = "asserts"
    return False


def _according_before(scene: Scene, draft: Draft, quote: Quote, index: int) -> bool:
    clauses = scene.clauses(index)
    items = clauses.items
    end = next((i for i, item in enumerate(items) if item.start >= quote.outer.start), len(items))
    for i in range(max(0, end - ACCORDING_REACH), end):
        if count := scene.according_at(items, i):
            draft.cue = Span(items[i].start, items[i + count - 1].end)
            return source_after(scene, draft, index, i + count - 1)
    return False


def go_on(scene: Scene, quotes: Sequence[Quote], drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts of the quotations that nobody said so far and that go on with what was said before them.

    They are whole sentences, or stand in the sentence of the cue behind it: "Gudang saya penuh," kata X, "tetapi ...".
    """
    found: list[Draft] = []
    for quote in quotes:
        said = [*drafts, *found]
        if quote.depth or any(draft.content.overlaps(quote.content) for draft in said):
            continue
        index = scene.sentence_at(quote.outer.start)
        if index is None or len(quote.content.of(scene.text).split()) < MIN_GOING_ON:
            continue
        paragraph = scene.article.paragraphs[quote.paragraph]
        before = [d for d in said if d.has_source and paragraph.start <= d.content.start < quote.outer.start]
        last = max(before, key=lambda d: max(d.content.end, d.cue.end if d.cue else 0), default=None)
        draft = Draft("direct", quote.content, index)
        if last is not None and _follows(scene, quote, last, index):
            draft.source, draft.actor_id, draft.goes_on = last.source, last.actor_id, last
        elif _is_whole(scene, quote, index) and (named := _announced(scene, index)) is not None:
            draft.source, draft.actor_id = named, scene.actor_in(named, index - 1)
        else:
            continue
        found.append(draft)
    return found


def _follows(scene: Scene, quote: Quote, last: Draft, index: int) -> bool:
    """Whether a quotation goes on with the draft before it: in its sentence behind a comma, or as the next sentence."""
    at = scene.sentence_at(last.cue.start) if last.cue is not None else scene.sentence_at(last.content.end - 1)
    if at == index:
        return scene.text[: quote.outer.start].rstrip().endswith(",")
    return _is_whole(scene, quote, index) and at is not None and not _announced(scene, index, at)


def _announced(scene: Scene, index: int, after: int = -1) -> Span | None:
    """Return the first person of the sentence before, if that comes ``after`` another one: "Sutrisno menyahut." """
    before = scene.sentences[index - 1] if index > 0 else None
    if before is None or index - 1 <= after or before.paragraph != scene.sentences[index].paragraph:
        return None
    for name in scene.names_read(index - 1):
        if name.kind == "PER":
            return Span(name.start, name.end)
    return None


def _is_whole(scene: Scene, quote: Quote, index: int) -> bool:
    """Whether a quotation is the whole of the sentence it begins in, or of several."""
    last = scene.sentence_at(quote.outer.end - 1)
    if last is None or scene.sentences[index].start != quote.outer.start:
        return False
    return not any(char.isalnum() for char in scene.text[quote.outer.end : scene.sentences[last].end])


def _carry_over(scene: Scene, quote: Quote, draft: Draft, earlier: list[tuple[Quote, Draft]]) -> bool:
    """A quotation that is its whole paragraph, right after another of somebody's, is the same speaker's."""
    if not earlier:
        return False
    before, said = earlier[-1]
    if quote.paragraph == before.paragraph and _opens_sentence(scene, quote) and said.has_source:
        draft.actor_id, draft.source = said.actor_id, said.source
        return True
    if not _stands_alone(scene, quote):
        return False
    if quote.paragraph - before.paragraph > 1 or not said.has_source:
        return False
    draft.actor_id = said.actor_id
    draft.source = said.source
    return True


def _opens_sentence(scene: Scene, quote: Quote) -> bool:
    """Whether a sentence begins with the quotation: "...," kata X. "...." """
    return any(sentence.start == quote.outer.start for sentence in scene.sentences)


def _stands_alone(scene: Scene, quote: Quote) -> bool:
    paragraph = scene.article.paragraphs[quote.paragraph]
    outside = scene.text[paragraph.start : quote.outer.start] + scene.text[quote.outer.end : paragraph.end]
    return not any(char.isalnum() for char in outside)


def _over_paragraphs(by_quote: list[tuple[Quote, Draft]]) -> None:
    """Parts of one quotation over several paragraphs have one source: the one that a part of it names."""
    for (one, first), (two, second) in zip(reversed(by_quote[:-1]), reversed(by_quote[1:]), strict=True):
        if not one.closed and two.paragraph == one.paragraph + 1 and not first.has_source:
            first.source, first.actor_id = second.source, second.actor_id
            first.stance = second.stance
    for (one, first), (two, second) in pairwise(by_quote):
        if not one.closed and two.paragraph == one.paragraph + 1 and not second.has_source:
            second.source, second.actor_id = first.source, first.actor_id
