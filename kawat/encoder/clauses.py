"""Clause structure without a parser: a sentence as words and mentions, and who is subject or object of a word in it.

The rules know word order, prepositions, clause openers, relative clauses, coordination and voice; what they need
of a language is its closed-class words (``grammar.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kawat.encoder.items import QUOTES, quote_depth, to_items
from kawat.languages.grammar import Grammar
from kawat.records import Sentence

OBJECT_REACH = 9  # items to the right of a verb in which its object may stand
INDONESIAN_VERB = re.compile(r"(?:me[mnlrwy]|ber|di|ter)[a-z]{3,}")


class Clauses:
    """One sentence as items, with the questions that coders ask of it."""

    def __init__(
        self,
        sentence: Sentence,
        spans: Sequence[tuple[int, int]],
        words: Grammar,
        language: str,
        is_verb: Callable[[str], bool] = lambda _: False,
        takes_clause: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.words = words
        self.language = language
        self.items = to_items(sentence, spans)
        self._is_verb = is_verb
        self._takes_clause = takes_clause
        self.in_quote = quote_depth(self.items)

    # -- looking around ----------------------------------------------------

    def governor(self, i: int) -> str | None:
        """Return the preposition that governs the mention at ``i``, if one does."""
        j = i - 1
        while j >= 0:
            partitive = j > 0 and self.items[j].lower == "of" and self.items[j - 1].lower in self.words.articles
            if not (partitive or self.items[j].lower in self.words.articles or self.items[j].lower == "("):
                break
            j -= 1
        if j >= 0 and self.items[j].lower in self.words.prepositions:
            return self.items[j].lower
        if j >= 0 and self.items[j].lower in self.words.coordination:  # "dengan Rusia dan China"
            before = self._mention_before(j)
            if before is not None:
                return self.governor(before)
        return None

    def is_barrier(self, i: int) -> bool:
        """Whether a new clause opens at ``i``."""
        item = self.items[i]
        if item.mention is not None:
            return False
        return item.lower in self.words.conjunctions or item.lower in (";", ":", "—", "–")

    def is_verb(self, i: int) -> bool:
        """Whether the word at ``i`` looks like a verb."""
        item = self.items[i]
        if item.mention is not None or not item.text[0].isalpha():
            return False
        if self._is_verb(item.lower):
            return True
        return self.language == "id" and item.text[0].islower() and bool(INDONESIAN_VERB.match(item.lower))

    def _skippable(self, j: int) -> bool:
        low = self.items[j].lower
        words = self.words
        return self.items[j].mention is None and (
            low in words.auxiliaries or low in words.negation or low in words.future or low in words.modality
        )

    def verb_start(self, i: int) -> int:
        """Return where the verb group that ends at ``i`` begins: its first auxiliary, negation or adverb."""
        j = i
        while j > 0 and (self._skippable(j - 1) or (self.language == "en" and self.items[j - 1].lower.endswith("ly"))):
            j -= 1
        return j

    # -- subject -------------------------------------------------------------

    def subject(self, i: int) -> list[int]:
        """Return the items that are the subject of the verb at ``i`` (several where coordinated), or none."""
        j = self.verb_start(i) - 1
        if j >= 0 and self.items[j].lower in self.words.relatives:
            return self._antecedent(j)
        found = self._subject_left(j)
        return found if found else self._subject_after_comma(i)

    def _antecedent(self, relative: int) -> list[int]:
        k = relative - 1
        while k >= 0 and self.items[k].lower in (",", "(", ")", "itu", "tersebut", "ini"):
            k -= 1
        return self._with_coordinated(k) if k >= 0 and self.items[k].mention is not None else []

    def _subject_left(self, j: int) -> list[int]:
        coordinated = crossed = False
        quoted = self.in_quote[j + 1]
        while j >= 0 and not (quoted and not self.in_quote[j]):
            item = self.items[j]
            if self.is_barrier(j):
                if item.lower in self.words.complementizers or item.lower in (";", ":"):
                    break
                crossed = True
            elif item.lower in self.words.coordination or item.lower == ",":
                coordinated = True
            elif item.mention is not None and self.governor(j) is None:
                k = self._first_of_coordination(j)
                if self._is_object(k) and (coordinated or crossed) and not self._clause_complement(k):
                    j = k - 1
                    continue
                apposed = self._apposed_to(j)
                if apposed is not None:
                    return self._with_coordinated(apposed)
                main = self._earlier_free(k) if crossed else None
                return self._with_coordinated(j if main is None else main)
            j -= 1
        return []

    def _apposed_to(self, j: int) -> int | None:
        """Return the mention that the one at ``j`` describes between commas: "the ELN, the last rebels, signed"."""
        if j + 1 >= len(self.items) or self.items[j + 1].lower != ",":
            return None
        for k in range(j - 1, max(0, j - 7), -1):
            if self.items[k].lower == ",":
                return k - 1 if self.items[k - 1].mention is not None else None
            if self.items[k].mention is not None or self.is_verb(k) or self.is_barrier(k):
                return None
        return None

    def _earlier_free(self, k: int) -> int | None:
        """The first ungoverned mention of the main clause, for a verb in a clause without a subject of its own."""
        for j in range(k):
            if self.items[j].mention is not None and self.governor(j) is None and not self._is_object(j):
                return j
        return None

    def _subject_after_comma(self, i: int) -> list[int]:
        """For a verb that opens the sentence: "Setelah menyerang X, Rusia ..." has its subject behind the comma."""
        if any(self.items[j].mention is not None and self.governor(j) is None for j in range(i)):
            return []
        opener = self.verb_start(i) - 1
        if opener > 1 or (opener >= 0 and not self.is_barrier(opener) and self.items[opener].lower not in QUOTES):
            return []
        comma = next((j for j in range(i, len(self.items)) if self.items[j].lower == ","), None)
        if comma is None:
            return []
        for j in range(comma + 1, min(len(self.items), comma + 6)):
            if self.is_verb(j):
                return []
            if self.items[j].mention is not None and self.governor(j) is None:
                return self._with_coordinated(j)
        return []

    def main_subject(self, i: int) -> list[int]:
        """Return the sentence's first ungoverned mention but for those next to the noun at ``i``: who met, in
        "Dalam pertemuan dengan X, Y ..." and "Y said at a meeting with X"."""
        for j, item in enumerate(self.items):
            if item.mention is not None and self.governor(j) is None and not self._is_object(j) and abs(j - i) > 1:
                return self._with_coordinated(j)
        return []

    def _is_object(self, k: int) -> bool:
        j = k - 1
        while j >= 0 and self.items[j].lower in self.words.articles:
            j -= 1
        return j >= 0 and self.is_verb(j)

    def _clause_complement(self, k: int) -> bool:
        """Whether the verb before the mention brings in a clause: "mengatakan Rusia menyerang ..."."""
        j = k - 1
        while j >= 0 and self.items[j].lower in self.words.articles:
            j -= 1
        return j >= 0 and self._takes_clause(self.items[j].lower)

    # -- objects and prepositional partners -------------------------------------

    def object(self, i: int, over_verbs: bool = True) -> list[int]:
        """Return the items that are the direct object of the verb at ``i``, or none.

        ``over_verbs``: also the object of an infinitive that hangs on it, "menolak mengikuti sanksi AS".
        """
        in_passive = False
        for j in range(i + 1, min(len(self.items), i + 1 + OBJECT_REACH)):
            item = self.items[j]
            if item.mention is not None:
                return self._with_coordinated(j)
            if item.lower in self.words.relatives:
                in_passive = self._relative_passive(j)
                if not in_passive:
                    return []
            elif not (in_passive and item.lower in self.words.agent_prepositions) and self._ends_object(j, over_verbs):
                return []
        return []

    def _ends_object(self, j: int, over_verbs: bool) -> bool:
        low = self.items[j].lower
        if self.is_barrier(j) or low in (",", "(", ".") or low in self.words.prepositions:
            return True
        return not over_verbs and self._is_inflected(j)

    def _is_inflected(self, j: int) -> bool:
        """Whether the word at ``j`` is a verb by its form, not only by the lexicon ("klaim" is a noun as well)."""
        return self.is_verb(j) and (self.language != "id" or bool(INDONESIAN_VERB.match(self.items[j].lower)))

    def _relative_passive(self, j: int) -> bool:
        """Whether a passive follows the relative word at ``j``: in "kampanye yang dipimpin AS" the object goes on."""
        return self.language == "id" and j + 1 < len(self.items) and self.items[j + 1].lower.startswith("di")

    def behind(self, i: int, prepositions: Sequence[str], reach: int = 12) -> list[int]:
        """Return the first mention to the right of ``i`` that one of ``prepositions`` governs, in the same clause."""
        wanted = {p.split()[-1] for p in prepositions}
        j = i + 1
        while j < min(len(self.items), i + 1 + reach):
            item = self.items[j]
            if item.mention is not None:
                if self.governor(j) in wanted:
                    return self._with_coordinated(j)
            elif item.lower in wanted:
                found = self._first_mention(j + 1, 5)
                if found is not None:
                    return self._with_coordinated(found)
            elif (
                item.lower in self.words.complementizers
                or item.lower in (";", ".", ":")
                or (self.is_barrier(j) and item.lower not in wanted and item.lower not in self.words.prepositions)
            ):
                return []
            j += 1
        return []

    def agent(self, i: int) -> list[int]:
        """Return the agent of the passive verb at ``i``: behind "oleh"/"by", or, in Indonesian, right after it."""
        found = self.behind(i, self.words.agent_prepositions, reach=10)
        if found or self.language != "id":
            return found
        j = i + 1
        while j < min(len(self.items), i + 3):
            item = self.items[j]
            if item.mention is not None and self.governor(j) is None:
                return self._with_coordinated(j)
            if item.lower not in self.words.articles and item.lower not in self.words.auxiliaries:
                break
            j += 1
        return []

    def genitive(self, i: int) -> list[int]:
        """Return the mention that stands right after a noun, its owner: "serangan Israel"."""
        j = i + 1
        while j < min(len(self.items), i + 4):
            item = self.items[j]
            if item.mention is not None:
                return self._with_coordinated(j)
            if item.lower in self.words.prepositions or not item.text[0].isalpha() or self.is_barrier(j):
                return []
            if item.lower in self.words.relatives or self.is_verb(j):
                return []
            j += 1
        return []

    def possessor(self, i: int) -> list[int]:
        """Return the mention right before a noun: "Russia's attack", "Israeli air strikes"."""
        j = i - 1
        while j >= max(0, i - 4):
            item = self.items[j]
            if item.mention is not None:
                return self._with_coordinated(j)
            if item.lower in self.words.prepositions or not (item.text[0].isalpha() or item.lower in ("'s", "-", "'")):
                return []
            if self.is_barrier(j) or item.lower in self.words.articles or self.is_verb(j):
                return []
            j -= 1
        return []

    # -- coordination --------------------------------------------------------

    def _first_mention(self, start: int, reach: int) -> int | None:
        for j in range(start, min(len(self.items), start + reach)):
            item = self.items[j]
            if item.mention is not None:
                return j
            if self.is_barrier(j) or item.lower in (",", ".", "(") or self.is_verb(j):
                return None
            if item.lower in self.words.prepositions and j > start:
                return None
        return None

    def _with_coordinated(self, k: int) -> list[int]:
        """Return the mention at ``k`` with those that "dan", "and" or commas join to it, in text order."""
        first = self._first_of_coordination(k)
        chain = [first]
        j = first
        while (after := self._joined_after(j)) is not None:
            chain.append(after)
            j = after
        return chain if k in chain else [k]

    def _first_of_coordination(self, k: int) -> int:
        while (before := self._mention_before(k - 1)) is not None and self._joined_after(before) == k:
            k = before
        return k

    def _mention_before(self, j: int) -> int | None:
        """The mention that ends right before the joining word at ``j``."""
        while j >= 0 and (self.items[j].lower in self.words.coordination or self.items[j].lower == ","):
            j -= 1
        while j >= 0 and self.items[j].lower in self.words.articles:
            j -= 1
        while j >= 0 and (self.items[j].lower in self.words.coordination or self.items[j].lower == ","):
            j -= 1
        return j if j >= 0 and self.items[j].mention is not None else None

    def _joined_after(self, k: int) -> int | None:
        j = k + 1
        joined = comma = False
        while j < len(self.items) and (self.items[j].lower in self.words.coordination or self.items[j].lower == ","):
            joined = joined or self.items[j].lower in self.words.coordination
            comma = comma or self.items[j].lower == ","
            j += 1
        if not (joined or comma):
            return None
        while j < len(self.items) and self.items[j].mention is None and self.items[j].lower in self.words.articles:
            j += 1
        if j >= len(self.items) or self.items[j].mention is None:
            return None
        if joined:
            return j
        # A comma joins only inside a list that "dan"/"and" closes.
        return j if self._list_closes(j) else None

    def _list_closes(self, k: int) -> bool:
        j = k + 1
        while j < len(self.items) and j < k + 8:
            low = self.items[j].lower
            if low in self.words.coordination:
                return j + 1 < len(self.items) and any(
                    self.items[m].mention is not None for m in range(j + 1, min(len(self.items), j + 3))
                )
            if low != "," and self.items[j].mention is None and low not in self.words.articles:
                return False
            j += 1
        return False
