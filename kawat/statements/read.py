"""Reported speech as the model reads it: each cue with the words that it brings in, and whoever stands with it.

The model marks cues, sources and pieces of contents one by one; which belong together, and where exactly a content
begins and ends, follows from their order and from the words between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kawat.encoder.items import QUOTES
from kawat.languages.grammar import answers, cues
from kawat.records import Span, Stance, StatementKind
from kawat.statements.draft import Draft
from kawat.statements.indirect import that_matter
from kawat.statements.quotes import Quote
from kawat.statements.scene import Scene
from kawat.statements.sources import Sources, item_at
from kawat.statements.speakers import is_noun_cue

GAP = 4  # words between pieces of one content, and between a cue and the content that it brings in
TAIL = 3  # words behind a content up to the end of its sentence that still are of it
MIN_CONTENT = 2  # words
NEAR = 8  # characters before a cue in which a mark before it stands
CLOSE = 3  # characters between what is said and an aside in it
MIN_ALONE = 5  # words of something said without a cue
MARKS = " ,.;:!?…-–—'’‘" + "".join(QUOTES) + "“”„«»"
Cue = tuple[Span, Stance]


def read_statements(scene: Scene, quotes: Sequence[Quote]) -> list[Draft]:
    """Return drafts of what is said, at most one for each cue; what stands in quotation marks as a whole is direct."""
    return [draft for index in range(len(scene.sentences)) for draft in _Sentence(scene, index, quotes).drafts()]


def together(direct: Sequence[Draft], read: Sequence[Draft]) -> list[Draft]:
    """Return quotations and what the model reads as one list of drafts.

    A quoted phrase inside of something longer that is said is part of it, unless a cue of its own stands there, too;
    of a quotation and a reading with one cue or one content the quotation stays.
    """
    wider = [draft for draft in read if draft.kind != "direct"]
    kept = [draft for draft in direct if not any(_is_part(draft, other) for other in wider)]
    cues = [draft.cue for draft in kept if draft.cue is not None]
    contents = [draft.content for draft in kept]
    more = [
        draft
        for draft in read
        if not any(draft.cue is not None and draft.cue.overlaps(cue) for cue in cues)
        and not any(draft.kind == "direct" and draft.content.overlaps(content) for content in contents)
    ]
    return [*kept, *more]


def passed_over(told: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of rules whose words no other draft holds: what the model passes over."""
    spans = [span for draft in drafts for span in (draft.content, draft.cue) if span is not None]
    return [
        d for d in told if not any(d.content.overlaps(span) or (d.cue or d.content).overlaps(span) for span in spans)
    ]


def _is_part(quotation: Draft, wider: Draft) -> bool:
    if not wider.content.covers(quotation.content):
        return False
    return quotation.cue is None or quotation.cue == wider.cue or not wider.content.covers(quotation.cue)


class _Sentence:
    """One sentence with what the model marks in it."""

    def __init__(self, scene: Scene, index: int, quotes: Sequence[Quote]) -> None:
        self.scene, self.index = scene, index
        self.sentence = scene.sentences[index]
        self.quotes = [q for q in quotes if q.outer.start < self.sentence.end and self.sentence.start < q.outer.end]
        self.cues = list(scene.cues_read(index))
        self.pieces = self._merged(scene.contents_read(index))
        self.cues = self._apart(sorted([*self.cues, *self._known_cues()]))

    def drafts(self) -> list[Draft]:
        """Return what is said in the sentence, one draft for each cue with a content."""
        found: list[Draft] = []
        sources = Sources(self.scene, self.index, [cue for cue, _ in self.cues])
        for k, (cue, stance) in enumerate(self.cues):
            content = self._content(k)
            if content is None or len(content.of(self.scene.text).split()) < MIN_CONTENT:
                continue
            draft = Draft(self._kind(content), content, self.index)
            draft.cue, draft.stance = cue, self.scene.stance(cue, stance)
            sources.find(draft)
            if draft.source is None and found and found[-1].source is not None:
                # "X membantah ..., tetapi mengakui ..."
                draft.source, draft.actor_id = found[-1].source, found[-1].actor_id
            found.append(draft)
        return [*self._without_asides(found), *self._without_cue(found)]

    def _without_asides(self, found: Sequence[Draft]) -> list[Draft]:
        """Return the drafts but those of a bare root inside of what is said: "Menurut X, ..., lanjut dia, ..."."""
        kept: list[Draft] = []
        for draft in sorted(found, key=lambda draft: draft.cue.start if draft.cue else 0):
            cue = draft.cue
            bare = cue is not None and self.scene.is_bare(cue.of(self.scene.text).lower())
            aside = bare and self._is_parenthetical(cue)
            around = [d for d in kept if cue is not None and d.content.start < cue.start <= d.content.end + CLOSE]
            if aside and around:
                around[-1].content = Span(around[-1].content.start, max(around[-1].content.end, draft.content.end))
            else:
                kept.append(draft)
        return kept

    def _without_cue(self, found: Sequence[Draft]) -> Iterator[Draft]:
        """Yield what is said with no word that brings it in, where the model reads who says it."""
        for piece in self.pieces:
            words = len(piece.of(self.scene.text).split())
            quoted = any(quote.outer.overlaps(piece) for quote in self.quotes)
            if words < MIN_ALONE or quoted or any(draft.content.overlaps(piece) for draft in found):
                continue
            near = [s for s in self.scene.sources_read(self.index) if not s.overlaps(piece)]
            if near:
                draft = Draft("indirect", piece, self.index)
                draft.source = min(near, key=lambda s: min(abs(piece.start - s.end), abs(s.start - piece.end)))
                draft.actor_id = self.scene.actor_in(draft.source, self.index)
                yield draft

    def _apart(self, cues: Sequence[Cue]) -> list[Cue]:
        """Return the cues without those right behind another one: "demikian dilaporkan"."""
        matter = {" ".join(phrase) for phrase in that_matter(self.scene.language)}
        behind = {
            two[0]
            for one, two in pairwise(cues)
            if one[0].of(self.scene.text).lower() in matter and not self.scene.text[one[0].end : two[0].start].strip()
        }
        return [cue for cue in cues if cue[0] not in behind]

    def _known_cues(self) -> Iterator[Cue]:
        """Yield the verbs of speech in the lexicon that the model passes over, right before something said or in it."""
        for item in self.scene.clauses(self.index).items:
            cue = Span(item.start, item.end)
            known = self.scene.cues.get(item.lower) if item.mention is None else None
            if known is None or any(cue.overlaps(other) for other, _ in self.cues):
                continue
            if any(quote.outer.covers(cue) for quote in self.quotes):
                continue
            is_noun = self._noun(cue) is not None
            if not is_noun and not self.scene.is_verb_cue(item):
                continue
            if is_noun or self._matter(cue) is not None:
                yield cue, known.stance
                continue
            for piece in self.pieces:
                gap = self.scene.text[cue.end : max(cue.end, piece.start)]
                if cue.end < piece.end and len(gap.split()) <= GAP and "." not in gap:
                    yield cue, known.stance
                    break

    # -- contents -------------------------------------------------------------------------

    def _merged(self, pieces: Sequence[Span]) -> list[Span]:
        """Return the pieces of contents, those that only some words part joined."""
        merged: list[Span] = []
        marks = [cue for cue, _ in self.cues]
        for piece in pieces:
            trimmed = self._trimmed(piece)
            if trimmed is None:
                continue
            before = merged[-1] if merged else None
            if before is not None and not any(before.end <= cue.start < trimmed.start for cue in marks):
                gap = self.scene.text[before.end : trimmed.start]
                if len(gap.split()) <= GAP:
                    merged[-1] = Span(before.start, trimmed.end)
                    continue
            merged.append(trimmed)
        return merged

    def _content(self, k: int) -> Span | None:
        """Return the words that the cue with index ``k`` brings in."""
        cue = self.cues[k][0]
        if (around := self._around(cue)) is not None:
            return around
        after, before = self._after(k), self._before(k)
        if after is None and before is None:
            denies = self.scene.stance(cue, self.cues[k][1]) == "denies"
            return self._saying(cue) if denies else self._matter(cue)
        if after is None or before is None or not self._is_closing(cue):
            return after or before
        goes_on = self.scene.text[cue.end : after.start].rstrip().endswith(",")
        quoted = any(quote.outer.covers(piece) for quote in self.quotes for piece in (before, after))
        # "Pasukan itu, kata X, hanya berjaga" is said in one; a quotation that its cue cuts in two is two.
        return Span(before.start, after.end) if goes_on and not quoted else before

    def _around(self, cue: Span) -> Span | None:
        """Return the whole sentence where a bare root stands in the midst of it: "Pasar itu kata X terlalu sempit"."""
        text = self.scene.text
        before, i = text[self.sentence.start : cue.start].split(), item_at(self.scene, self.index, cue)
        if not self.scene.is_bare(cue.of(text).lower()) or not before or i is None or self._is_closing(cue):
            return None
        items = self.scene.clauses(self.index).items
        named = i + 1 < len(items) and (items[i + 1].mention is not None or self.scene.is_source(items[i + 1].start))
        alone = all(other == cue for other, _ in self.cues) and not self.quotes
        follows = i + 2 < len(items) and items[i + 2].text[0].isalpha()
        return self._trimmed(Span(self.sentence.start, self.sentence.end)) if named and alone and follows else None

    def _after(self, k: int) -> Span | None:
        cue = self.cues[k][0]
        stop = min((c.start for c in self._marks() if c.start > cue.end), default=self.sentence.end)
        noun = self._noun(cue)
        if noun is not None and not any(noun < piece.end for piece in self.pieces):
            return self._trimmed(Span(noun, self._cut(noun, self.sentence.end)))
        for piece in self.pieces:
            start = max(piece.start, cue.end)
            if piece.end <= cue.end or start >= stop:
                continue
            if noun is not None:
                return self._trimmed(Span(noun, self._cut(noun, piece.end)))
            return self._trimmed(Span(self._opened(cue, start), self._coordinated(cue, self._closed(piece.end))))
        return None

    def _before(self, k: int) -> Span | None:
        cue = self.cues[k][0]
        stop = max((c.end for c in self._marks() if c.end < cue.start), default=self.sentence.start)
        found = [piece for piece in self.pieces if piece.end <= cue.start and piece.end > stop]
        return found[-1] if found else None

    def _saying(self, cue: Span) -> Span | None:
        """Return what is denied where only a noun tells it: "membantah ucapan tersebut", "denied the claim"."""
        words = answers(self.scene.language)
        tokens = [t for t in self.sentence.tokens if t.start >= cue.end][:3]
        for k, token in enumerate(tokens[:2]):
            behind = k + 1 < len(tokens) and tokens[k + 1].lower in words.behind
            before = k > 0 and tokens[k - 1].lower in words.before
            if token.lower in words.sayings and (behind or before):
                return Span(tokens[k - 1].start if before else token.start, tokens[k + 1].end if behind else token.end)
        return None

    def _matter(self, cue: Span) -> Span | None:
        """Return the sentence before, where this one only says who says it: "Hal itu disampaikan X", "X said this"."""
        matter = that_matter(self.scene.language)
        words = [token.lower for token in self.sentence.tokens if token.end <= cue.start]
        if self.index == 0 or not any(tuple(words[: len(phrase)]) == phrase for phrase in matter) or len(words) > GAP:
            return None
        before = self.scene.sentences[self.index - 1]
        near = self.sentence.paragraph - before.paragraph <= 1
        return self._trimmed(Span(before.start, before.end)) if near else None

    def _marks(self) -> list[Span]:
        return [cue for cue, _ in self.cues]

    def _opened(self, cue: Span, start: int) -> int:
        """Return where the content behind ``cue`` begins, which the model may have cut: right behind the cue and its
        opener, unless a phrase of its own stands between."""
        between = [item for item in self.scene.clauses(self.index).items if cue.end <= item.start < start]
        words = self.scene.words
        apart = {",", ":", "(", *words.prepositions} - {*words.calling}
        if any(item.lower in apart or self.scene.is_source(item.start) for item in between):
            return start
        if len(between) > GAP:
            return start
        openers = {*words.complementizers, *words.infinitives, *cues(self.scene.language).openers}
        begin = cue.end
        for item in between:
            if item.lower not in openers:
                break
            begin = item.end
        return begin

    def _noun(self, cue: Span) -> int | None:
        """Return where the content of a cue begins that is a noun with its owner: "klaim Amerika bahwa ..."."""
        clauses = self.scene.clauses(self.index)
        i = item_at(self.scene, self.index, cue)
        if i is None or not is_noun_cue(self.scene, clauses, i):
            return None
        behind = clauses.items[i + 1 :]
        opener = next(item for item in behind if item.lower in self.scene.words.complementizers)
        return opener.end

    def _cut(self, start: int, end: int) -> int:
        """Return where a claim ends that is called something behind it: "klaim X bahwa ... sebagai rumor"."""
        items = self.scene.clauses(self.index).items
        return next((i.start for i in items if start < i.start < end and i.lower in self.scene.words.calling), end)

    def _coordinated(self, cue: Span, end: int) -> int:
        """Return where a content ending at ``end`` stops for another verb of the same: "menolak X dan mengecam Y"."""
        items = self.scene.clauses(self.index).items
        starts = {other.start for other, _ in self.cues if cue.end < other.start < end}
        for k, item in enumerate(items):
            if k and item.start in starts and items[k - 1].lower in self.scene.words.coordination:
                return items[k - 1].start
        return end

    def _closed(self, end: int) -> int:
        """Return where a content that ends at ``end`` really does: where only a little is left, at its sentence's."""
        rest = self.scene.text[end : self.sentence.end]
        marked = any(end <= mark.start < self.sentence.end for mark in self._marks())
        return self.sentence.end if len(rest.split()) <= TAIL and not marked else end

    def _trimmed(self, span: Span) -> Span | None:
        text, start, end = self.scene.text, span.start, span.end
        while start < end and text[start] in MARKS:
            start += 1
        while end > start and text[end - 1] in MARKS:
            end -= 1
        return Span(start, end) if start < end else None

    def _is_parenthetical(self, cue: Span) -> bool:
        """Whether a cue stands between commas inside of what is said: "Pasukan itu, kata X, hanya berjaga"."""
        return self._before_cue(cue).endswith((",", ",”", ',"'))

    def _is_closing(self, cue: Span) -> bool:
        """Whether a cue speaks of what stands before it: "..., kata X"."""
        return self._is_parenthetical(cue) or self._before_cue(cue).endswith(tuple(QUOTES))

    def _before_cue(self, cue: Span) -> str:
        return self.scene.text[max(self.sentence.start, cue.start - NEAR) : cue.start].rstrip()

    def _kind(self, content: Span) -> StatementKind:
        """Return "direct" for what stands in quotation marks as a whole, "mixed" for what does in part."""
        if any(q.outer.covers(content) for q in self.quotes):
            return "direct"
        return "mixed" if any(q.outer.overlaps(content) for q in self.quotes) else "indirect"
