"""What the statement rules look at: sentences as clauses, with the speech cues and mentions in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kawat.actors.pronouns import POSSESSIVE
from kawat.encoder.clauses import INDONESIAN_VERB, Clauses
from kawat.encoder.items import Item
from kawat.languages.grammar import Cue, Grammar, cue_forms, cues, grammar
from kawat.languages.references import references
from kawat.records import Actor, Article, Encoding, Name, Span, Stance, Token

Spans = Sequence[tuple[int, int]]
HEAD = 1  # words before the noun that a description is of: "seorang petugas bantuan di Gaziantep"
BODIES = frozenset({"ORG", "GPE", "LOC"})  # kinds of names that are nobody's


class Scene:
    """One article prepared for the statement rules."""

    def __init__(self, article: Article, encoding: Encoding, actors: Sequence[Actor]) -> None:
        self.article = article
        self.text = article.text
        self.language = encoding.language
        self.words: Grammar = grammar(encoding.language)
        self.cues: dict[str, Cue] = cue_forms(encoding.language)
        self.according = {tuple(form.split()) for cue in cues(encoding.language).according for form in cue.forms}
        self._according_by_word: dict[str, list[tuple[str, ...]]] = {}
        for form in sorted(self.according, key=lambda form: (-len(form), form)):
            self._according_by_word.setdefault(form[0], []).append(form)
        self.sentences = encoding.sentences
        self._starts = [sentence.start for sentence in self.sentences]
        self._readings = encoding.readings
        self.is_read = bool(encoding.readings)  # whether a model read the sentences
        self._cue_starts = {cue.start: stance for reading in encoding.readings for cue, stance in reading.cues}
        self.actors = {actor.id: actor for actor in actors}
        self.named: dict[tuple[int, int], list[str]] = {}
        for actor in actors:
            for mention in (m for m in actor.mentions if m.how != POSSESSIVE):
                self.named.setdefault((mention.start, mention.end), []).append(actor.id)
        spans = sorted(self.named)
        self._spans = [[span for span in spans if s.start <= span[0] < s.end] for s in self.sentences]
        self._clauses: dict[int, Clauses] = {}
        self._sources: dict[int, list[Span]] = {}

    def spans(self, index: int) -> Spans:
        """Return the mention spans of sentence ``index``, in order."""
        return self._spans[index]

    def clauses(self, index: int) -> Clauses:
        """Return sentence ``index`` as clauses."""
        if index not in self._clauses:
            self._clauses[index] = Clauses(
                self.sentences[index],
                self._spans[index],
                self.words,
                self.language,
                is_verb=self.cues.__contains__,
                takes_clause=lambda word: word in self.cues and self.cues[word].clause,
            )
        return self._clauses[index]

    # -- what the model reads --------------------------------------------------------------

    def cues_read(self, index: int) -> Sequence[tuple[Span, Stance]]:
        """Return the cues that the model reads in sentence ``index``, with the stance it gives each."""
        return self._readings[index].cues if self._readings else ()

    def is_cue(self, item: Item) -> bool:
        """Whether a word brings in speech: one of the lexicon, or one that the model reads as a cue."""
        return item.mention is None and self.is_cue_word(item)

    def is_cue_word(self, word: Item | Token) -> bool:
        """Whether a word brings in speech, mention or not."""
        return word.lower in self.cues or word.start in self._cue_starts

    def is_bare(self, word: str) -> bool:
        """Whether a cue is a bare root, behind which its speaker stands: "kata X", "lanjut dia"."""
        root = self.language == "id" and word in self.cues and not INDONESIAN_VERB.match(word)
        return root and not self.has_suffix(word)

    def is_verb_cue(self, item: Item) -> bool:
        """Whether a word of the lexicon has the form of a verb, as only some words of speech have: "mengatakan"."""
        return self.language == "id" and bool(INDONESIAN_VERB.match(item.lower))

    def names_read(self, index: int) -> Sequence[Name]:
        """Return the names that the model reads in sentence ``index``."""
        return self._readings[index].names if self._readings else ()

    def contents_read(self, index: int) -> Sequence[Span]:
        """Return the pieces of contents that the model reads in sentence ``index``."""
        return self._readings[index].contents if self._readings else ()

    def sources_read(self, index: int) -> list[Span]:
        """Return the sources that the model reads in sentence ``index``, those that a comma or blank parts joined."""
        if index not in self._sources:
            self._sources[index] = self._joined(self._readings[index].sources if self._readings else ())
        return self._sources[index]

    def _joined(self, sources: Sequence[Span]) -> list[Span]:
        joined: list[Span] = []
        for source in sources:
            said = source.of(self.text).lower()
            if not any(char.isalpha() for char in said) or said in self.words.conjunctions:
                continue
            apart = said.startswith(cues(self.language).media)
            if joined and not apart and self.text[joined[-1].end : source.start].strip(" ,") == "":
                joined[-1] = Span(joined[-1].start, source.end)
            else:
                joined.append(source)
        return joined

    def is_source(self, position: int) -> bool:
        """Whether the model reads a source at the character at ``position``."""
        index = self.sentence_at(position)
        return index is not None and any(s.start <= position < s.end for s in self.sources_read(index))

    def stance(self, cue: Span, read: Stance | None = None) -> Stance:
        """Return the stance of a cue: the one its word has in the lexicon, else the one that the model reads.

        Of a word that may bring in anything ("kata") the model tells whether what follows is a denial.
        """
        known = self.cues.get(cue.of(self.text).lower())
        read = read or self._cue_starts.get(cue.start, "asserts")
        if known is None or (known.stance == "asserts" and read == "denies"):
            return read
        return known.stance

    def suffix(self, cue: Span) -> Span | None:
        """Return the ending of "katanya" that stands for whoever speaks."""
        word = cue.of(self.text).lower()
        return Span(cue.end - 3, cue.end) if self.has_suffix(word) else None

    def has_suffix(self, word: str) -> bool:
        """Whether a cue ends in "nya" for whoever speaks: "katanya", "dikatakannya", not "mengatakannya"."""
        if self.language != "id" or not word.endswith("nya") or len(word) <= 5:
            return False
        return not word.startswith("me") or (word[:-3],) in self.according

    def is_person(self, span: Span) -> bool:
        """Whether ``span`` is somebody: the model reads no body or state in it, and it is no document."""
        if span.of(self.text).lower().startswith(references(self.language).things):
            return False
        first = span.start + len(span.of(self.text).split(None, 1)[0])  # "alumnus Undana" is somebody
        return not any(name.kind in BODIES for name in self._names_in(Span(span.start, first)))

    def is_named(self, span: Span) -> bool:
        """Whether the model reads a name, not a common noun, in ``span``."""
        return any(name.kind != "ROLE" for name in self._names_in(span))

    def _names_in(self, span: Span) -> list[Name]:
        index = self.sentence_at(span.start)
        names = self.names_read(index) if index is not None else ()
        return [name for name in names if name.start < span.end and span.start < name.end]

    def how(self, span: tuple[int, int], actor_id: str | None) -> str | None:
        """Return by which step ``actor_id`` was found in ``span``; None where it was not."""
        actor = self.actors.get(actor_id or "")
        inside = (m.how for m in actor.mentions if m.start < span[1] and span[0] < m.end) if actor is not None else ()
        return next(iter(inside), None)

    def actor_in(self, span: Span, index: int) -> str | None:
        """Return the actor whom the mention that fills most of ``span`` names, or that begins where it does.

        Of "juru masak kelahiran Spanyol" Spain is no such actor.
        """
        found = [
            (
                self.text[mention[0]].isupper(),  # "Yunita, manajer layanan perusahaan bus" is she
                min(mention[1], span.end) - max(mention[0], span.start),
                mention,
            )
            for mention in self._spans[index]
            if mention[0] < span.end and span.start < mention[1] and not self._is_described(span, mention)
        ]
        return self.actor_of(max(found)[2]) if found else None

    def _is_described(self, span: Span, mention: tuple[int, int]) -> bool:
        """Whether a mention only belongs to the description of somebody else: "petugas bantuan di Gaziantep"."""
        before = self.text[span.start : max(span.start, mention[0])]
        return span.of(self.text)[:1].islower() and len(before.split()) > HEAD and "," not in before

    def sentence_at(self, position: int) -> int | None:
        """Return the index of the sentence that holds the character at ``position``."""
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 and position < self.sentences[index].end else None

    def according_at(self, items: Sequence[Item], i: int) -> int:
        """Return how many words from item ``i`` on name a source without a verb, as "dikutip dari" does; 0 for none."""
        for form in self._according_by_word.get(items[i].lower, ()):
            if tuple(item.lower for item in items[i : i + len(form)]) == form:
                return len(form)
        return 0

    def actor_of(self, span: tuple[int, int]) -> str | None:
        """Return the actor whom the mention at ``span`` names, if it names one alone."""
        ids = self.named.get(span, [])
        return ids[0] if len(ids) == 1 else None
