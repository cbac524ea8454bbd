"""Phrases to actors: who each phrase names, by registry, title, country, default country and earlier mentions."""

from __future__ import annotations

import msgspec

from kawat.actors.cast import Cast, Member
from kawat.actors.people import NameTable
from kawat.actors.phrases import Phrase
from kawat.languages import AgentEntry, OrganEntry, TitleEntry
from kawat.languages.grammar import Grammar, cue_forms
from kawat.places import place_named
from kawat.records import Article, Sentence

Role = TitleEntry | OrganEntry | AgentEntry


class Resolver:
    """Resolves the phrases of one article, sentence by sentence, into its cast."""

    def __init__(self, cast: Cast, article: Article, words: Grammar, language: str, default: str | None) -> None:
        self.cast = cast
        self.text = article.text
        self.words = words
        self.cues = cue_forms(language)
        self.default = default
        self.home = "IDN" if language == "id" else None
        self.names = NameTable()

    def sentence(self, sentence: Sentence, phrases: list[Phrase]) -> None:
        """Add the mentions of one sentence to the cast: phrases first, then short names between them."""
        setting = self._setting(phrases)
        covered = []
        for k, phrase in enumerate(phrases):
            following = phrases[k + 1] if k + 1 < len(phrases) else None
            member, how = self._resolve(phrase, following, self._leads(phrases[k - 1 : k], phrase) or setting)
            if member is not None:
                self.cast.mention(member, phrase.start, phrase.end, how)
                covered.append((phrase.start, phrase.end))
        for start, end, member in self.names.find(sentence, covered, self.words):
            self.cast.mention(member, start, end, "short-name")

    # -- what a phrase names -------------------------------------------------

    def _resolve(self, phrase: Phrase, following: Phrase | None, setting: str | None) -> tuple[Member | None, str]:
        if phrase.person is not None:
            member = self.cast.entry(phrase.person)
            self._introduce(member, phrase)
            return member, "registry"
        if phrase.name is not None and phrase.roles:
            return self._named(phrase, setting), "title"
        if phrase.name is not None:
            return self._bare_name(phrase, following, setting)
        if phrase.roles:
            return self._role_only(phrase, setting)
        if phrase.body is not None:
            return self.cast.entry(phrase.body), "registry"
        if phrase.country is not None:
            return self.cast.entry(phrase.country), "registry"
        return None, ""

    def _named(self, phrase: Phrase, setting: str | None) -> Member:
        assert phrase.name is not None
        country = self._country(phrase, setting)
        known = self._known(phrase.name)
        member = known or self.cast.person(phrase.name, country, self._sectors(phrase))
        self._introduce(member, phrase)
        return member

    def _bare_name(self, phrase: Phrase, following: Phrase | None, setting: str | None) -> tuple[Member | None, str]:
        """An unknown capitalised run is a person if a title follows in apposition or a speech cue stands beside it."""
        assert phrase.name is not None
        if self._known(phrase.name) is not None:
            return None, ""  # the short-name pass decides among bearers
        if following is not None and following.roles and following.name is None:
            gap = self.text[phrase.end : following.start]
            if gap.strip(" ") == "," or (gap.startswith(",") and gap.strip(", ") in self.words.articles):
                member = self.cast.person(phrase.name, self._country(following, setting), self._sectors(following))
                self._introduce(member, following, phrase.name)
                return member, "apposition"
        if (country := self._foreign_place(phrase)) is not None:
            return country, "place"
        if " " in phrase.name and self._beside_cue(phrase):
            member = self.cast.person(phrase.name, None, ())
            self._introduce(member, phrase)
            return member, "cue"
        return None, ""

    def _role_only(self, phrase: Phrase, setting: str | None) -> tuple[Member | None, str]:
        phrase = msgspec.structs.replace(
            phrase, roles=tuple(c or r for r, c in zip(phrase.roles, phrase.commons, strict=True))
        )
        role = phrase.roles[-1] if isinstance(phrase.roles[-1], TitleEntry) else phrase.roles[0]
        explicit = self._explicit_country(phrase)
        country = explicit or setting or self.default
        titles = [r for r in phrase.roles if isinstance(r, TitleEntry)]
        others = [r for r in phrase.roles if not isinstance(r, TitleEntry)]
        if titles:
            return self._title(phrase, titles[0], explicit, country)
        if phrase.body is not None and phrase.has_state_role and explicit is None:
            own = phrase.body.at(self.cast.day).country
            if country in (None, own):
                return self.cast.entry(phrase.body), "registry"
        if isinstance(role, OrganEntry) and role.needs_country and explicit is None:
            return None, ""
        if phrase.body is not None and not phrase.has_state_role:
            return self.cast.entry(phrase.body), "registry"  # "pejabat KPK" acts for the body
        how = "organ" if isinstance(others[0], OrganEntry) else "agent"
        return self.cast.group(others[0].name, country, self._sectors(phrase)), how  # type: ignore[union-attr]

    def _title(
        self, phrase: Phrase, title: TitleEntry, explicit: str | None, country: str | None
    ) -> tuple[Member | None, str]:
        """A title without a name: the person who was given it before, else who held the office, else the office."""
        key = title.office or title.forms[0].lower()
        before = [
            m
            for m in self.cast.members.values()
            if key in m.roles and m.mentions and (explicit is None or m.country == explicit)
        ]
        if before:
            return max(before, key=lambda m: max(end for _, end in m.mentions)), "title"
        if phrase.body is not None and not phrase.has_state_role:
            return self.cast.entry(phrase.body), "registry"
        if title.office is not None:
            holder = self.cast.registry.holder(title.office, country, self.cast.day)
            if holder is not None:
                member = self.cast.entry(holder)
                self.names.add(member, holder.name)
                member.roles.add(key)
                return member, "office"
        if explicit is None:
            return None, ""  # "the president" of nobody named so far
        return self.cast.group(title.office or title.forms[0].lower(), country, self._sectors(phrase)), "title"

    # -- attributes ------------------------------------------------------------

    def _introduce(self, member: Member, phrase: Phrase, name: str | None = None) -> None:
        self.names.add(member, name or phrase.name or member.name)
        if phrase.person is not None:
            self.names.add(member, member.name)
        for role in phrase.roles:
            if isinstance(role, TitleEntry):
                member.roles.add(role.office or role.forms[0].lower())

    def _known(self, name: str) -> Member | None:
        for member in self.cast.members.values():
            if (
                member.is_person
                and member.mentions
                and (member.name == name or set(name.split()) <= set(member.name.split()))
            ):
                return member
        return None

    def _explicit_country(self, phrase: Phrase) -> str | None:
        if phrase.country is not None:
            return phrase.country.at(self.cast.day).country
        if phrase.place_country is not None:
            return phrase.place_country
        if phrase.body is not None and not phrase.has_state_role:
            return phrase.body.at(self.cast.day).country
        return None

    def _country(self, phrase: Phrase, setting: str | None) -> str | None:
        return self._explicit_country(phrase) or setting or self.default

    def _leads(self, before: list[Phrase], phrase: Phrase) -> str | None:
        """Return the country of the body that the phrase leads: "delegasi China yang dipimpin diplomat senior ..."."""
        if not before:
            return None
        between = self.text[before[0].end : phrase.start].lower().split()
        return (
            self._explicit_country(before[0]) if len(between) <= 3 and set(between) & set(self.words.led_by) else None
        )

    def _sectors(self, phrase: Phrase) -> tuple[str, ...]:
        sectors = [sector for role in phrase.roles for sector in role.sectors]
        if phrase.body is not None and not phrase.has_state_role:
            sectors += phrase.body.at(self.cast.day).sectors
        return tuple(dict.fromkeys(sectors))

    def _setting(self, phrases: list[Phrase]) -> str | None:
        """Return the country where the sentence happens, if it says so: "di Teheran", "in Sudan"."""
        for phrase in phrases:
            before = self.text[max(0, phrase.start - 12) : phrase.start].split()
            if not before or before[-1].lower() not in self.words.locatives or phrase.roles:
                continue
            if phrase.country is not None:
                return phrase.country.at(self.cast.day).country
            if phrase.name is not None and (place := place_named(phrase.name, near=self.default)) is not None:
                return place.country
        return None

    def _foreign_place(self, phrase: Phrase) -> Member | None:
        """Return the country of a city abroad behind a word of place: "menembakkan rudal ke Kharkiv"."""
        assert phrase.name is not None
        before = self.text[max(0, phrase.start - 12) : phrase.start].lower().split()
        if not before or before[-1] not in (*self.words.locatives, *self.words.directions):
            return None
        place = place_named(phrase.name, near=self.default)
        if place is None or place.country == self.home:
            return None
        return self.cast.country(place.country)

    def _beside_cue(self, phrase: Phrase) -> bool:
        before = self.text[max(0, phrase.start - 25) : phrase.start].lower().split()
        after = self.text[phrase.end : phrase.end + 25].lower().replace(",", " ").split()
        return bool(before and before[-1] in self.cues) or bool(after and after[0] in self.cues)
