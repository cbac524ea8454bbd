"""Words that refer back: "dia", "he", "mereka", "menteri itu", "kedua negara", "the group"."""

from __future__ import annotations

import re
from functools import cache

from kawat.actors.cast import Cast, Member
from kawat.actors.nouns import Nouns, any_of
from kawat.actors.pronouns import POSSESSIVE, Pronouns
from kawat.actors.relations import Relations
from kawat.actors.said import Said
from kawat.actors.serving import let_serve
from kawat.languages.references import references
from kawat.records import Encoding, Sentence


def resolve_references(text: str, encoding: Encoding, cast: Cast) -> None:
    """Add the pronouns and the nouns that refer back to the cast's mentions, sentence by sentence."""
    References(text, encoding, cast).resolve()


class References:
    """The words of one article that refer back."""

    def __init__(self, text: str, encoding: Encoding, cast: Cast) -> None:
        self.text = text
        self.encoding = encoding
        self.cast = cast
        self.said = Said(text, encoding, cast)
        self.pronouns = Pronouns(self.said)
        self.nouns = Nouns(self.said)
        self.relations = Relations(self.said, self.pronouns, self.nouns)

    def resolve(self) -> None:
        """Resolve sentence by sentence, so that what refers back can be referred back to."""
        let_serve(self.said)
        for index, sentence in enumerate(self.encoding.sentences):
            self._appositions(index, sentence)
            self.relations.learn(index, sentence)
            self._pronouns_of(index, sentence)
            for start, end, members in self.relations.of(index, sentence):
                self.said.add(index, start, end, members, "noun", one=members[0].is_person)
            for start, end, member, owner in self.relations.owned(index, sentence):
                self._let_own(index, start, end, member, owner)
            for start, end, members in self.nouns.of(index, sentence):
                self.said.add(index, start, end, members, "noun")

    def _appositions(self, index: int, sentence: Sentence) -> None:
        """A description between commas behind a person's name means that person: "X, a former mayor of Y, said"."""
        for _, end, member in list(self.said.placed[index]):
            match = (
                _apposition(self.encoding.language).match(self.text, end, sentence.end) if member.is_person else None
            )
            if match is not None and self.said.is_free(index, *match.span("described"), inside=True):
                self.said.add(index, *match.span("described"), [member], "apposition")

    def _pronouns_of(self, index: int, sentence: Sentence) -> None:
        for k, token in enumerate(sentence.tokens):
            pronoun = self.pronouns.read(sentence, k)
            if pronoun is None or not self.said.is_free(index, token.start, token.end):
                continue
            members = self.pronouns.meant(index, sentence, token, pronoun)
            for member in members:
                if pronoun.gender is not None and member.is_person:
                    member.gender = pronoun.gender
            how = POSSESSIVE if pronoun.possessive else "pronoun"
            self.said.add(index, token.start, token.end, members, how, one=pronoun.means == "person")
            if pronoun.possessive and len(members) == 1:
                related = self.relations.behind(index, sentence, token.end, members[0])
                if related is not None:
                    self.said.add(index, *related, "noun", one=related[2][0].is_person)
                else:
                    self._own(index, token.end, members[0])

    def _own(self, index: int, end: int, owner: Member) -> None:
        """Let people or an organ that a possessive stands before be the owner's: "its troops"."""
        for start, stop, member in self.said.placed[index]:
            guessed = (start, stop) in member.mentions and member.mentions[start, stop].how in ("agent", "organ")
            if start == end + 1 and guessed:
                self._let_own(index, start, stop, member, owner)
                break

    def _let_own(self, index: int, start: int, end: int, member: Member, owner: Member) -> None:
        """Let people be of the country of whoever they belong to."""
        if owner.country not in (None, member.country):
            owned = self.cast.group(member.name.partition(" (")[0], owner.country, member.sectors)
            owned.many = member.many
            self.said.add(index, start, end, [owned], "owned")


@cache
def _apposition(language: str) -> re.Pattern[str]:
    """Match a comma, an article and a description of a person up to the next comma or stop; its noun stands early."""
    data = references(language)
    heads = any_of([form for noun in data.noun if noun.person for form in noun.forms])
    articles = any_of(data.articles)
    described = rf"(?:[\w'’-]+\s+){{0,3}}?(?:{heads})\b[^,.;:!?()\"“”\n]{{0,60}}"
    return re.compile(
        rf",\s+(?:(?:{articles})\s+)?(?P<described>(?!{any_of(data.no_apposition)}){described})(?=[,.;])", re.I
    )
