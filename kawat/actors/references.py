"""Words that refer back: "dia", "he", "mereka", "kedua negara", "the country"."""

from __future__ import annotations

import re
from functools import cache

from kawat.actors.cast import Cast, Member
from kawat.languages.grammar import Grammar, cue_forms, grammar
from kawat.records import Encoding, Sentence

REACH = 4  # sentences a pronoun may look back


def resolve_references(text: str, encoding: Encoding, cast: Cast) -> None:
    """Add the pronouns and group references of the article to the cast's mentions.

    A personal pronoun is the subject of the sentence before: the first person there that no preposition governs.
    """
    words = grammar(encoding.language)
    placed = sorted(
        ((m.start, m.end, member) for member in cast.members.values() for m in member.mentions.values()),
        key=lambda item: item[:2],
    )
    by_sentence = [[p for p in placed if s.start <= p[0] < s.end] for s in encoding.sentences]
    for index, sentence in enumerate(encoding.sentences):
        _pronouns(text, index, sentence, encoding, by_sentence, words, cast)
        _groups(text, sentence, words, encoding.language, by_sentence[: index + 1], cast)


Placed = list[tuple[int, int, Member]]


def _pronouns(
    text: str,
    index: int,
    sentence: Sentence,
    encoding: Encoding,
    by_sentence: list[Placed],
    words: Grammar,
    cast: Cast,
) -> None:
    for token, following in zip(sentence.tokens, (*sentence.tokens[1:], None), strict=True):
        if token.lower in words.pronouns_person:
            wanted = _is_person
        elif token.lower in words.pronouns_plural or (
            token.lower in words.pronouns_body
            and following is not None
            and (following.lower in words.auxiliaries or following.lower in cue_forms(encoding.language))
        ):
            wanted = _is_many
        else:
            continue
        if token.text.isupper() and len(token.text) > 1 and not text[sentence.start : sentence.end].isupper():
            continue  # an acronym
        member = None
        here = [p for p in by_sentence[index] if p[1] <= token.start]
        lookback = [here] + [by_sentence[i] for i in range(index - 1, max(-1, index - 1 - REACH), -1)]
        for placed in lookback:
            member = _subject(text, [p for p in placed if wanted(p[2])], words)
            if member is not None:
                break
        if member is not None:
            cast.mention(member, token.start, token.end, "pronoun")
            by_sentence[index].append((token.start, token.end, member))
            by_sentence[index].sort(key=lambda item: item[:2])


def _is_person(member: Member) -> bool:
    return member.is_person


def _is_many(member: Member) -> bool:
    return not member.is_person


def _subject(text: str, placed: Placed, words: Grammar) -> Member | None:
    free = [p for p in placed if not _governed(text, p[0], words)]
    chosen = free or placed
    return chosen[0][2] if chosen else None


def _governed(text: str, start: int, words: Grammar) -> bool:
    before = text[max(0, start - 16) : start].lower().split()
    return bool(before) and before[-1] in words.prepositions


def _groups(text: str, sentence: Sentence, words: Grammar, language: str, so_far: list[Placed], cast: Cast) -> None:
    for match in _group_pattern(language).finditer(text, sentence.start, sentence.end):
        both = match.group().lower() in words.both_countries
        countries: list[str] = []
        for placed in reversed(so_far):
            for start, _, member in reversed(placed):
                if (
                    start < match.start()
                    and member.country
                    and len(member.country) == 3
                    and member.country not in countries
                ):
                    countries.append(member.country)
        wanted = 2 if both else 1
        members = [m for code in countries[:wanted] if (m := cast.country(code)) is not None]
        if len(members) == wanted:
            for member in members:
                cast.mention(member, match.start(), match.end(), "group")


@cache
def _group_pattern(language: str) -> re.Pattern[str]:
    words = grammar(language)
    phrases = sorted((*words.both_countries, *words.that_country), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)
