"""The pieces that actor phrases are made of, in text order: names, roles, and unknown runs of capitalised words."""

from __future__ import annotations

from functools import cache

import msgspec

from kawat.actors.headed import with_headed
from kawat.actors.introduced import with_introduced
from kawat.actors.lookup import Hit, Lookup
from kawat.actors.registry import PLACE_KINDS, Entry
from kawat.actors.things import without_things
from kawat.encoder.clauses import INDONESIAN_VERB
from kawat.languages import AgentEntry, OrganEntry, TitleEntry
from kawat.languages.grammar import Grammar, cue_forms, grammar
from kawat.records import Encoding, Sentence, Token


class Piece(msgspec.Struct, frozen=True):
    """One piece of an actor phrase. Exactly one of the fields after ``end`` says what it is."""

    start: int
    end: int
    country: Entry | None = None  # a country, capital or seat of government
    person: Entry | None = None
    body: Entry | None = None
    role: TitleEntry | OrganEntry | AgentEntry | None = None
    common: OrganEntry | AgentEntry | None = None  # the role's reading without a name
    run: str | None = None  # unknown capitalised words

    @property
    def is_name(self) -> bool:
        """Whether it can be the name of a person."""
        return self.person is not None or self.run is not None


def find_pieces(text: str, encoding: Encoding, lookup: Lookup) -> list[list[Piece]]:
    """Return the pieces of each sentence, in order."""
    people = [name.start for reading in encoding.readings for name in reading.names if name.kind == "PER"]
    hits = without_things(text, lookup.find(text), encoding.language)
    hits = with_headed(text, hits, people, encoding.language)
    hits = with_introduced(text, hits, encoding.language)
    found = []
    position = 0
    for sentence in encoding.sentences:
        while position < len(hits) and hits[position].start < sentence.start:
            position += 1
        inside = []
        while position < len(hits) and hits[position].end <= sentence.end:
            inside.append(hits[position])
            position += 1
        found.append([_recognised(piece, lookup) for piece in _of_sentence(text, sentence, inside, encoding.language)])
    return found


def _recognised(piece: Piece, lookup: Lookup) -> Piece:
    """Return an unknown run as the person whose name it is in another spelling, if it is: "Sergej Schoigu"."""
    entry = lookup.alike(piece.run) if piece.run is not None else None
    return piece if entry is None else Piece(start=piece.start, end=piece.end, person=entry)


def _of_sentence(text: str, sentence: Sentence, hits: list[Hit], language: str) -> list[Piece]:
    hits = [hit for hit in hits if hit.role is None or not _modifies(text, sentence, hit, hits, language)]
    taken = [(hit.start, hit.end) for hit in hits]
    runs = _capital_runs(text, sentence, taken, language)
    pieces = [piece for hit in hits if (piece := _piece(hit)) is not None]
    return _with_first_names(text, sorted([*pieces, *runs], key=lambda piece: piece.start))


def _modifies(text: str, sentence: Sentence, hit: Hit, hits: list[Hit], language: str) -> bool:
    """Whether a role word only modifies the noun beside it: "operasi militer", "a police station"."""
    words = grammar(language)
    before = next((t for t in reversed(sentence.tokens) if t.end <= hit.start), None)
    if not hit.entries and text[hit.start].isupper() and before is not None and before.text[0].isupper():
        alone = before.text not in _not_names(words.not_names) and before is not sentence.tokens[0]
        if alone and not any(other.start <= before.start < other.end for other in hits):
            return isinstance(hit.role, AgentEntry)  # "Jawa Barat": part of a name
    if hit.entries or text[hit.start : hit.end].lower() not in words.adjective_roles:
        return False
    after = next((t for t in sentence.tokens if t.start >= hit.end), None)
    noun = before if language == "id" else after
    if noun is None or noun.lower in _function_words(language) or not noun.text[0].isalpha():
        return False
    if noun.text[0].isupper() and noun is not sentence.tokens[0]:
        return False
    if any(other.start <= noun.start < other.end for other in hits):
        return False  # "pemerintah militer", "aparat polisi": one role
    if language == "id":
        return not INDONESIAN_VERB.match(noun.lower)
    return noun.lower in words.modified_nouns


@cache
def _function_words(language: str) -> frozenset[str]:
    """Words beside which a role word is a noun of its own: closed classes and speech cues."""
    words = grammar(language)
    closed = (
        words.articles, words.prepositions, words.conjunctions, words.coordination, words.relatives, words.auxiliaries,
        words.negation, words.future, words.modality, words.passive_auxiliaries, words.light_verbs,
        words.complementizers, words.infinitives,
    )  # fmt: skip
    return frozenset({word for group in closed for word in group} | set(cue_forms(language)))


def _with_first_names(text: str, pieces: list[Piece]) -> list[Piece]:
    """Join unknown first names to the registered name behind them: "Sergei" + "Shoigu"."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if piece.person is not None and before is not None and before.run is not None and piece.start == before.end + 1:
            joined[-1] = Piece(start=before.start, end=piece.end, person=piece.person)
        else:
            joined.append(piece)
    return joined


def _piece(hit: Hit) -> Piece | None:
    role = hit.role
    if hit.entries:
        entry = hit.entries[0]
        if entry.kind in PLACE_KINDS:
            return Piece(start=hit.start, end=hit.end, country=entry)
        if entry.kind == "person":
            return Piece(start=hit.start, end=hit.end, person=entry)
        # "Kementerian Pertahanan" is Indonesia's only where no other country stands with it: keep both readings.
        return Piece(start=hit.start, end=hit.end, body=entry, role=role, common=hit.common)
    if role is not None:
        return Piece(start=hit.start, end=hit.end, role=role, common=hit.common)
    return None


def _capital_runs(text: str, sentence: Sentence, taken: list[tuple[int, int]], language: str) -> list[Piece]:
    """Return runs of capitalised words that no hit covers: names of people and places nobody registered."""
    words = grammar(language)
    runs: list[Piece] = []
    run: list[Token] = []
    opens = True  # the next word opens the sentence or a quotation

    def close() -> None:
        while run and run[-1].lower in words.name_particles and run[-1].text[0].islower():
            run.pop()
        if run and not (run_opens and len(run) == 1 and _is_common(run[0].text)):
            start, end = run[0].start, run[-1].end
            runs.append(Piece(start=start, end=end, run=text[start:end]))
        run.clear()

    run_opens = False
    for token in sentence.tokens:
        covered = any(start <= token.start < end for start, end in taken)
        first = token.text[0]
        if covered or not _continues(token, run, words):
            is_initial_dot = token.text == "." and run and len(run[-1].text) <= 2
            if not (is_initial_dot and not covered):
                close()
        elif first.isupper() or run:
            if not run:
                run_opens = opens
            run.append(token)
        opens = first in "\"'“‘«(" or (opens and not token.text[0].isalnum())
    close()
    return runs


def _continues(token: Token, run: list[Token], words: Grammar) -> bool:
    if token.text[0].isupper() and token.text[0].isalpha():
        return token.text not in _not_names(words.not_names)
    particle, _, rest = token.text.partition("-")
    return bool(run) and particle in words.name_particles and (not rest or rest[0].isupper())


@cache
def _not_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset({*names, *(name.upper() for name in names)})


def _is_common(word: str) -> bool:
    """A single capitalised word that opens a sentence may be any word; an acronym may not."""
    return not (word.isupper() and len(word) > 2)
