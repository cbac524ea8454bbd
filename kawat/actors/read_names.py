"""Names that the model reads and the registry does not know: whoever takes part in an act is an actor all the same."""

from __future__ import annotations

from kawat.actors.cast import Cast, Member
from kawat.languages.grammar import Grammar
from kawat.records import Encoding, Name

LONGEST = 120  # characters of a name; a longer stretch is a misreading
HOW = "model"  # how such a mention was resolved


def add_read_names(text: str, encoding: Encoding, cast: Cast, words: Grammar, default: str | None) -> None:
    """Add to the cast the names that take part in an act and share no character with any mention in it.

    The country of a name is unknown; people called by a common noun ("14 orang") are of the country ``default``, as
    police are, or of whoever they are said to belong to ("anak buahnya", "its troops"). A pronoun that refers to nobody
    known is an actor of its own, so that its act is kept; whom "we" names is known only once the quotation is, and
    takes its place then.
    """
    if not encoding.readings:
        return
    placed = [(m, member) for member in cast.members.values() for m in member.mentions.values()]
    taken = {at for m, _ in placed for at in range(m.start, m.end)}
    for sentence, reading in zip(encoding.sentences, encoding.readings, strict=True):
        here = sorted(
            (m.start, m.end, who.country or "") for m, who in placed if sentence.start <= m.start < sentence.end
        )
        chosen = {part.name for act in reading.acts for part in (*act.actors, *act.recipients)}
        for name in (reading.names[n] for n in sorted(chosen)):
            if not taken.isdisjoint(range(name.start, name.end)):
                continue
            shown = " ".join(text[name.start : name.end].split())
            if len(shown) > LONGEST:
                continue
            country = default
            if _is_owned(shown.lower(), words):
                country = next((c or None for _, end, c in here if end <= name.start), None)
            member = _member(cast, name, shown, words, country)
            cast.mention(member, name.start, name.end, HOW)


def _member(cast: Cast, name: Name, shown: str, words: Grammar, country: str | None) -> Member:
    if name.kind == "PER":
        return cast.person(shown, None, ())
    first, _, rest = shown.partition(" ")
    bare = rest if rest and first.lower() in words.articles else shown
    people = name.kind == "ROLE" and bare.lower() not in words.referring
    return cast.group(bare, country if people else None, ())


def _is_owned(shown: str, words: Grammar) -> bool:
    return shown.partition(" ")[0] in words.possessives or shown.endswith(words.possessive_endings)
