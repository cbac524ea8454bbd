"""Where the trigger lexicon's verbs and nouns stand in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from kawat.encoder.clauses import Clauses
from kawat.encoder.items import Item
from kawat.events.inflection import Voice, forms
from kawat.languages import NounEntry, Triggers, VerbEntry, load

NEAR = 5  # items within which a trigger's companion words must (or must not) stand
PARTICLE_REACH = 2
PHRASE_TAIL = 2  # items after a trigger's noun in which another noun is part of its phrase
MAX_PHRASE = 4  # words of the longest noun phrase in the lexicon that is looked for


class Trigger(msgspec.Struct, frozen=True):
    """A trigger at items ``first`` to ``last`` (inclusive)."""

    first: int
    last: int
    entry: VerbEntry | NounEntry
    voice: Voice | None = None  # None: a noun
    companion: int | None = None  # the item of the companion word that the entry asked for

    @property
    def is_verb(self) -> bool:
        """Whether a verb tells the event."""
        return isinstance(self.entry, VerbEntry)


class TriggerIndex:
    """The trigger lexicon of one language, by form."""

    def __init__(self, language: str) -> None:
        lexicon = load(language, "triggers", Triggers)
        self.verbs: dict[str, list[tuple[VerbEntry, Voice]]] = {}
        for verb in lexicon.verb:
            for form, voice in forms(verb, language).items():
                self.verbs.setdefault(form, []).append((verb, voice))
        self.nouns: dict[tuple[str, ...], list[NounEntry]] = {}
        for noun in lexicon.noun:
            for form in noun.forms:
                self.nouns.setdefault(tuple(form.split()), []).append(noun)
        self._heads = {key[0] for key in self.nouns}

    def is_verb(self, word: str) -> bool:
        """Whether ``word`` is a form of a verb in the lexicon."""
        return word in self.verbs

    def find(self, clauses: Clauses) -> list[Trigger]:
        """Return the triggers of a sentence in order, none inside another."""
        items = clauses.items
        found: list[Trigger] = []
        i = 0
        while i < len(items):
            noun, verb = self._noun_at(items, i), self._verb_at(items, i, clauses.words.led_by)
            both = noun is not None and verb is not None and clauses.language == "en"
            trigger = verb if both and _verb_position(clauses, i) else noun or verb
            if trigger is not None:
                found.append(trigger)
                i = trigger.last
            i += 1
        return [t for t in found if not any(_part_of(t, other, items) for other in found if other is not t)]

    def _noun_at(self, items: Sequence[Item], i: int) -> Trigger | None:
        if items[i].lower not in self._heads:
            return None
        for count in range(min(MAX_PHRASE, len(items) - i), 0, -1):
            key = tuple(item.lower for item in items[i : i + count])
            for noun in self.nouns.get(key, ()):
                around = {item.lower for item in items[max(0, i - 2) : i + count + 2]}
                if around.isdisjoint(noun.unless):
                    return Trigger(first=i, last=i + count - 1, entry=noun)
        return None

    def _verb_at(self, items: Sequence[Item], i: int, leading: tuple[str, ...]) -> Trigger | None:
        best: Trigger | None = None
        if items[i].lower in leading:
            return None
        for verb, voice in self.verbs.get(items[i].lower, ()):
            after = items[i + 1 : i + 1 + NEAR]
            if any(_is_one_of(item, verb.unless) for item in after):
                continue
            last = i
            if verb.particle is not None:
                reach = [item.lower for item in after[:PARTICLE_REACH]]
                if verb.particle not in reach:
                    continue
                last = i + 1 + reach.index(verb.particle)
            companion = _companion(items, i, verb, voice) if verb.near else None
            if verb.near and companion is None:
                continue
            trigger = Trigger(first=i, last=last, entry=verb, voice=voice, companion=companion)
            if best is None or _specific(trigger) > _specific(best):
                best = trigger
        return best


def _verb_position(clauses: Clauses, i: int) -> bool:
    """Whether an English word that is noun and verb stands as a verb: "will visit", "Canada sanctions officials"."""
    words = clauses.words
    before = clauses.items[i - 1] if i else None
    after = clauses.items[i + 1] if i + 1 < len(clauses.items) else None
    if before is None:
        return False
    if before.mention is not None:
        return after is not None and (after.mention is not None or after.lower in words.articles)
    closed = (words.infinitives, words.future, words.modality, words.negation, words.relatives)
    return any(before.lower in group for group in closed) or before.lower in ("did", "do", "does")


def _part_of(noun: Trigger, other: Trigger, items: Sequence[Item]) -> bool:
    """Whether a noun tells no event of its own because it belongs to another trigger's phrase.

    "Mendapat kecaman" and "menandatangani perjanjian kerja sama" are one event each; but what is rejected in
    "menolak klaim" was claimed.
    """
    if noun.is_verb:
        return False
    if other.is_verb:
        if other.companion is None or not other.companion <= noun.first <= other.companion + PHRASE_TAIL:
            return False
        between = items[other.companion + 1 : noun.first]
    else:
        if not 0 < noun.first - other.last <= PHRASE_TAIL:
            return False
        between = items[other.last + 1 : noun.first]
    if any(item.mention is not None or not item.text[0].isalpha() for item in between):
        return False
    if not other.is_verb and any(item.lower in ("dan", "serta", "and") for item in between):
        return False
    return not (other.entry.type == "REJECT" and noun.entry.type in ("ACCUSE", "REQUEST", "THREATEN"))


def _companion(items: Sequence[Item], i: int, verb: VerbEntry, voice: Voice) -> int | None:
    """Return the item of the verb's companion word, the nearest one: after it or, with a passive, before it
    ("the curfew was lifted", "sanksi dijatuhkan")."""
    after = range(i + 1, min(len(items), i + 1 + NEAR))
    before = range(i - 1, max(-1, i - 1 - NEAR), -1) if voice in ("passive", "participle") else range(0)
    return next((j for side in (after, before) for j in side if _is_one_of(items[j], verb.near)), None)


def _is_one_of(item: Item, words: tuple[str, ...]) -> bool:
    """Whether an item is, or a mention holds, one of ``words``: "mengusir dua diplomat"."""
    return item.lower in words or not item.words.isdisjoint(words)


def _specific(trigger: Trigger) -> tuple[bool, int, bool]:
    """An entry that asks for companion words is surer than one that does not, the nearest companion surest."""
    assert isinstance(trigger.entry, VerbEntry)
    near = 0 if trigger.companion is None else 2 * NEAR - abs(trigger.companion - trigger.first)
    return trigger.entry.particle is not None, near, bool(trigger.entry.unless)


@cache
def trigger_index(language: str) -> TriggerIndex:
    """Return the trigger lexicon of ``language``, indexed once."""
    return TriggerIndex(language)
