"""Whom "saya", "kami", "we" and "pihaknya" name: whoever is speaking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from kawat.languages.grammar import grammar
from kawat.records import Actor, Encoding, Mention, Statement

HOW = "speaker"  # how such a mention was resolved


def name_speakers(encoding: Encoding, actors: Sequence[Actor], statements: Sequence[Statement]) -> tuple[Actor, ...]:
    """Return ``actors`` with the words by which the speakers of ``statements`` name themselves among their mentions.

    "I" and "we" do so in quoted speech; "pihaknya" does in reported speech as well. A mention that stood there
    before was a guess and is dropped.
    """
    spoken = dict(_spoken(encoding, statements))
    if not spoken:
        return tuple(actors)
    named = []
    speaks_for = {actor.id: actor.represents or actor.id for actor in actors}
    spoken = {span: speaks_for.get(who, who) if many else who for span, (who, many) in spoken.items()}
    for actor in actors:
        own = [Mention(start=start, end=end, how=HOW) for (start, end), who in spoken.items() if who == actor.id]
        others = [m for m in actor.mentions if (m.start, m.end) not in spoken]
        mentions = tuple(sorted((*others, *own), key=lambda m: (m.start, m.end)))
        named.append(msgspec.structs.replace(actor, mentions=mentions) if mentions != actor.mentions else actor)
    return tuple(named)


def _spoken(encoding: Encoding, statements: Sequence[Statement]) -> Iterator[tuple[tuple[int, int], tuple[str, bool]]]:
    """Yield the span of each such word with the id of whoever is speaking, and whether it says "we".

    Of nested statements the inner one's speaker is meant.
    """
    words = grammar(encoding.language)
    for statement in sorted(statements, key=lambda s: s.content.start - s.content.end):
        if statement.source is None or statement.source.actor_id is None:
            continue
        itself = words.pronouns_own_side if statement.kind == "indirect" else words.pronouns_speaker
        for sentence in encoding.sentences:
            if sentence.end <= statement.content.start or sentence.start >= statement.content.end:
                continue
            for token in sentence.tokens:
                if statement.content.start <= token.start < statement.content.end and token.lower in itself:
                    yield (token.start, token.end), (statement.source.actor_id, token.lower not in words.pronouns_self)
