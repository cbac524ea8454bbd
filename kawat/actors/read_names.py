"""Names that the model reads and the registry does not know: whoever takes part in an act is an actor all the same."""

from __future__ import annotations

from kawat.actors.cast import Cast, Member
from kawat.languages.grammar import Grammar
from kawat.records import Encoding, Name

LONGEST = 120  # characters of a name; a longer stretch is a misreading
HOW = "model"  # how such a mention was resolved


def add_read_names(text: str, encoding: Encoding, cast: Cast, words: Grammar) -> None:
    """Add to the cast the names that take part in an act and share no character with any mention in it.

    Their country is unknown. A pronoun that refers to nobody known is an actor of its own, so that its act is kept;
    whom "we" names is known only once the quotation is, and takes its place then.
    """
    if not encoding.readings:
        return
    taken = {at for member in cast.members.values() for m in member.mentions.values() for at in range(m.start, m.end)}
    for reading in encoding.readings:
        chosen = {part.name for act in reading.acts for part in (*act.actors, *act.recipients)}
        for name in (reading.names[n] for n in sorted(chosen)):
            if not taken.isdisjoint(range(name.start, name.end)):
                continue
            shown = " ".join(text[name.start : name.end].split())
            if len(shown) > LONGEST:
                continue
            member = _member(cast, name, shown, words)
            cast.mention(member, name.start, name.end, HOW)


def _member(cast: Cast, name: Name, shown: str, words: Grammar) -> Member:
    if name.kind == "PER":
        return cast.person(shown, None, ())
    first, _, rest = shown.partition(" ")
    bare = rest if rest and first.lower() in words.articles else shown
    return cast.group(bare, None, ())
