"""Names that the model reads and the registry does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kawat.actors.cast import Cast, Member
from kawat.languages.grammar import Grammar
from kawat.languages.references import references
from kawat.places.gazetteer import places_named
from kawat.records import Encoding, Name, Sentence

LONGEST = 120  # characters of a name; a longer stretch is a misreading
SURE = 0.4  # probability from which a person's or body's name is taken where it takes part in no act
PEOPLE = ("CVL",)  # sector of people of whom nothing else is known
HOW = "model"  # how such a mention was resolved


class ReadNames:
    """The names that the model reads in one article, to be added to its cast where nothing else names anybody.

    A person's country is taken for the one that the article is about (``default``), a body's is unknown; people called
    by a common noun ("14 orang") are of that country too, or of whoever they are said to belong to ("anak buahnya",
    "its troops").
    """

    def __init__(self, text: str, encoding: Encoding, cast: Cast, words: Grammar, default: str | None) -> None:
        self.text = text
        self.encoding = encoding
        self.cast = cast
        self.words = words
        self.default = default

    def add_names(self) -> None:
        """Add people and bodies by name, whether they do anything or not, and people who do: pronouns may mean them."""
        for sentence, name, acts, speaks in self._free():
            if name.kind == "PER":
                name = self._proper(name)
            if not self.text[name.start].isupper() and name.kind != "ROLE":
                continue
            sure = acts or speaks or name.probability >= SURE
            people = name.kind == "ROLE" and (acts or speaks) and not self._refers(name)
            if people or (name.kind in ("PER", "ORG") and sure):
                self._add(sentence, name)
            elif name.kind == "GPE" and (speaks or self._opens(sentence, name)) and self._is_no_place(name):
                self._add(sentence, msgspec.structs.replace(name, kind="PER"))

    def _refers(self, name: Name) -> bool:
        """Whether a common noun means somebody named before: a pronoun, or with "itu" behind it."""
        words = self.text[name.start : name.end].lower().split()
        determined = words[-1] in references(self.encoding.language).behind
        return determined or " ".join(words) in self.words.referring

    def _opens(self, sentence: Sentence, name: Name) -> bool:
        """Whether a name stands where a subject may: first in its sentence, or behind a phrase that opens it."""
        before = self.text[sentence.start : name.start].rstrip()
        return not before or (before.endswith(",") and before.count(",") == 1)

    def _is_no_place(self, name: Name) -> bool:
        """Whether nobody knows a town or country of this name: then it is somebody's."""
        return not places_named(self.text[name.start : name.end])

    def _proper(self, name: Name) -> Name:
        """Return a person's name without a title in small letters before it: "manajer umum CNS, Benny Tandra"."""
        text = self.text[name.start : name.end]
        if text[:1].isupper():
            return name
        words = list(re.finditer(r"\S+", text))
        last = next((k for k in range(len(words) - 1, -1, -1) if not words[k].group()[0].isupper()), -1)
        comma = text.rfind(", ") + 2 if ", " in text else 0
        run = words[last + 1].start() if last + 1 < len(words) else 0
        return msgspec.structs.replace(name, start=name.start + max(comma, run))

    def add_others(self) -> None:
        """Add whoever else takes part in an act or speaks, so that the act or statement is somebody's.

        A pronoun that refers to nobody known is an actor of its own; whom "we" names is known only once the quotation
        is, and takes its place then.
        """
        for sentence, name, acts, speaks in self._free():
            refers = self.text[name.start : name.end].lower() in self.words.referring
            if acts or (speaks and name.kind == "ROLE" and not refers):
                self._add(sentence, name)

    def _free(self) -> Iterator[tuple[Sentence, Name, bool, bool]]:
        """Yield the names that share no character with a mention, with their sentence, whether they act, and speak."""
        if not self.encoding.readings:
            return
        placed = (m for member in self.cast.members.values() for m in member.mentions.values())
        taken = {at for m in placed for at in range(m.start, m.end)}
        for sentence, reading in zip(self.encoding.sentences, self.encoding.readings, strict=True):
            acting = {part.name for act in reading.acts for part in (*act.actors, *act.recipients)}
            for n, name in enumerate(reading.names):
                if self._is_title_of_next(reading.names, n):
                    continue
                if taken.isdisjoint(range(name.start, name.end)):
                    speaks = any(source.start < name.end and name.start < source.end for source in reading.sources)
                    yield sentence, name, n in acting, speaks

    def _is_title_of_next(self, names: Sequence[Name], n: int) -> bool:
        """Whether a name is only what the person behind it is: "Manajer kebun, Haryanto"."""
        if n + 1 == len(names) or names[n].kind not in ("PER", "ROLE") or names[n + 1].kind != "PER":
            return False
        name, following = names[n], names[n + 1]
        apart = self.text[name.end - (self.text[name.end - 1] == ",") : following.start]
        title = any(word[0].islower() for word in self.text[name.start : name.end].split())
        return apart.strip() == "," and title

    def _add(self, sentence: Sentence, name: Name) -> None:
        start, end = self._trimmed(name)
        shown = " ".join(self.text[start:end].split())
        if not shown or len(shown) > LONGEST or shown.lower() in self._function_words():
            return
        country = self.default
        if _is_owned(shown.lower(), self.words):
            country = self._owner(sentence, start)
        member = self._named_before(name, shown, start) or self._member(name, shown, country)
        self.cast.mention(member, start, end, HOW)

    def _named_before(self, name: Name, shown: str, start: int) -> Member | None:
        """Return the person named last whose name holds all words of a shorter one: "Ruth Bili ... Ruth"."""
        words = set(shown.split())
        if name.kind == "ROLE":
            return None
        ends = [
            (max((end for _, end in member.mentions if end <= start), default=0), member)
            for member in self.cast.members.values()
            if member.is_person and words < set(member.name.split())
        ]
        last, found = max(ends, key=lambda pair: pair[0], default=(0, None))
        return found if last else None

    def _trimmed(self, name: Name) -> tuple[int, int]:
        """Return the span of ``name`` without punctuation, articles and numbers at its front."""
        start, end = name.start, name.end
        while start < end:
            word = self.text[start:end].split(None, 1)[0]
            if any(c.isalpha() for c in word) and (word.lower() not in self.words.articles or len(word) == end - start):
                break
            rest = self.text[start + len(word) : end]
            start += len(word) + len(rest) - len(rest.lstrip())
        while end > start and not (self.text[end - 1].isalnum() or self.text[end - 1] in ")."):
            end -= 1
        return start, end

    def _function_words(self) -> frozenset[str]:
        words = self.words
        return frozenset((*words.articles, *words.prepositions, *words.conjunctions, *words.coordination))

    def _owner(self, sentence: Sentence, start: int) -> str | None:
        """Return the country of whoever is named first in the sentence before ``start``."""
        placed = (
            (m.end, who.country) for who in self.cast.members.values() for m in who.mentions.values()
            if sentence.start <= m.start and m.end <= start
        )  # fmt: skip
        return min(placed, default=(0, None), key=lambda found: found[0])[1]

    def _member(self, name: Name, shown: str, country: str | None) -> Member:
        if name.kind == "PER":
            return self.cast.person(shown, self.default, ())
        if name.kind == "ORG":
            return self.cast.body(shown, None, ())
        people = name.kind == "ROLE" and shown.lower() not in self.words.referring
        group = self.cast.group(shown, country if people else None, PEOPLE if people else ())
        group.many = people
        return group


def _is_owned(shown: str, words: Grammar) -> bool:
    return shown.partition(" ")[0] in words.possessives or shown.endswith(words.possessive_endings)
