"""Phrases to actors: who each phrase names, by registry, title, country, default country and earlier mentions."""

from __future__ import annotations

import msgspec

from kawat.actors.cast import Cast, Member
from kawat.actors.introduced import KIND as INTRODUCED
from kawat.actors.people import NameTable
from kawat.actors.phrases import Phrase
from kawat.actors.registry import Entry
from kawat.languages import AgentEntry, OrganEntry, TitleEntry
from kawat.languages.grammar import Grammar, cue_forms
from kawat.places import Places, same_area
from kawat.records import Article, Sentence

# Titles that many may bear at once: they do not lead back to one person.
NO_OFFICES = frozenset(
    {None, "person", "suspect", "terror suspect", "courtesy", "rank", "deputy rank", "noble", "local official",
     "legislator", "police officers", "physician", "lawyer", "journalist", "judge", "prosecutor", "religious leader",
     "investigator", "candidate", "diplomat", "business leader", "student leader", "union leader", "spokesperson"}
)  # fmt: skip
UNIQUE = {"pope": "VAT"}  # offices of one country alone
LOCAL = frozenset({"governor", "mayor", "regent", "police chief", "police commander"})
APPOSED = 15  # characters between a name and what it is said to be
STATE = frozenset({"GOV", "MIL"})
ARMED = frozenset({"COP", "MIL"})  # organs whose people are meant as often as the organ: "police", "troops"
Role = TitleEntry | OrganEntry | AgentEntry


class Resolver:
    """Resolves the phrases of one article, sentence by sentence, into its cast."""

    def __init__(
        self, cast: Cast, article: Article, places: Places, words: Grammar, language: str, default: str | None
    ) -> None:
        self.cast = cast
        self.places = places
        self.text = article.text
        self.words = words
        self.cues = cue_forms(language)
        self.default = default
        self.home = "IDN" if language == "id" else None
        self.names = NameTable()

    def sentence(self, number: int, sentence: Sentence, phrases: list[Phrase]) -> None:
        """Add the mentions of one sentence to the cast: phrases first, then short names between them."""
        covered = []
        before: tuple[Phrase, Member] | None = None
        for k, phrase in enumerate(phrases):
            following = phrases[k + 1] if k + 1 < len(phrases) else None
            if before is not None and self._describes(phrase, *before):
                member, how = before[1], "apposition"
            else:
                leads = self._leads(phrases[k - 1 : k], phrase)
                member, how = self._resolve(phrase, following, leads or self._setting(number, phrase))
            before = (phrase, member) if member is not None else None
            if member is not None:
                if phrase.name_start is not None:
                    title = self.text[phrase.start : phrase.name_start].rstrip(", ")
                    self.cast.mention(member, phrase.start, phrase.start + len(title), "apposition")
                self.cast.mention(member, phrase.name_start or phrase.start, phrase.end, how)
                covered.append((phrase.start, phrase.end))
        for start, end, member in self.names.find(sentence, covered, self.words):
            self.cast.mention(member, start, end, "short-name")

    def _describes(self, phrase: Phrase, before: Phrase, member: Member) -> bool:
        """Whether a title between commas is that of the person named before it: "X, a former minister, said"."""
        if not (member.is_person and phrase.roles and phrase.name is None and phrase.person is None):
            return False
        gap = self.text[before.end : phrase.start]
        beside = gap.startswith(",") and not set(gap[1:].lower().split()) - set(self.words.articles)
        return beside and len(gap) < APPOSED and self.text[phrase.end : phrase.end + 1] in (",", ".", ";", ")", "")

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
            return self._body(phrase, setting)
        if phrase.country is not None:
            bearer = self._bearer(phrase)
            return (bearer, "short-name") if bearer is not None else self._place_name(phrase, phrase.country)
        return None, ""

    def _bearer(self, phrase: Phrase) -> Member | None:
        """Return the person of this article with the name of a country: "Jordan", where "Michael Jordan" is told."""
        word = self.text[phrase.start : phrase.end]
        return self.names.bearer(word, phrase.start) if word in self.words.homonyms else None

    def _place_name(self, phrase: Phrase, country: Entry) -> tuple[Member | None, str]:
        """A capital's name may be another town's: "San Jose, California"."""
        place = self.places.at(phrase.start)
        if country.kind == "country" or place is None or place.country in (None, country.at(self.cast.day).country):
            return self.cast.entry(country), "registry"
        return self._foreign_place(phrase), "place"

    def _body(self, phrase: Phrase, setting: str | None) -> tuple[Member, str]:
        assert phrase.body is not None
        if phrase.body.kind != INTRODUCED:
            return self.cast.entry(phrase.body), "registry"
        office = phrase.body.offices[0]
        country = office.country or self._country(phrase, setting)
        return self.cast.body(phrase.body.name, country, office.sectors), "introduced"

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
        place = self.places.at(phrase.start)
        if (place is None or place.role == "none") and following and following.roles and following.name is None:
            gap = self.text[phrase.end : following.start]
            if gap.strip(" ") == "," or (gap.startswith(",") and gap.strip(", ") in self.words.articles):
                member = self.cast.person(phrase.name, self._country(following, setting), self._sectors(following))
                self._introduce(member, following, phrase.name)
                return member, "apposition"
        if (country := self._foreign_place(phrase)) is not None:
            return country, "place"
        if " " in phrase.name and self._beside_cue(phrase):
            served = self._right_before(phrase)
            country, sectors = (served.country, served.sectors) if served is not None else (None, ())
            member = self.cast.person(phrase.name, country, sectors)
            self._introduce(member, phrase)
            member.represents = member.represents or served
            return member, "cue"
        return None, ""

    def _right_before(self, phrase: Phrase) -> Member | None:
        """Return the body or state for which somebody speaks: "Juru bicara TPNPB-OPM Yoram Wandikbo"."""
        for member in self.cast.members.values():
            before = any(end + 1 == phrase.start for _, end in member.mentions)
            if before and not member.is_person:
                return member
        return None

    def _holder_before(self, phrase: Phrase) -> Member | None:
        """Return the person who was named with this office last: "Bupati Sudewo ... bupati"."""
        keys = {r.office for r in phrase.roles if isinstance(r, TitleEntry) and r.office not in NO_OFFICES}
        explicit = self._explicit_country(phrase)
        found = [
            m
            for m in self.cast.members.values()
            if keys & m.roles and m.is_person and m.mentions and explicit in (None, m.country)
        ]
        return max(found, key=lambda m: max(end for _, end in m.mentions), default=None)

    def _role_only(self, phrase: Phrase, setting: str | None) -> tuple[Member | None, str]:
        if (known := self._holder_before(phrase)) is not None:
            return known, "title"
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
        is_state = len(others) == 1 and isinstance(role, OrganEntry) and role.state and phrase.place_name is None
        if is_state and (state := self.cast.country(country)) is not None:
            return state, how
        member = self.cast.group(others[0].name, country, self._sectors(phrase))  # type: ignore[union-attr]
        member.many = how == "agent" or member.sectors[0] in ARMED
        return member, how

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
            holder = self._holder(title.office, phrase, explicit, country)
            if holder is not None:
                member = self.cast.entry(holder)
                self.names.add(member, holder.name)
                member.roles.add(key)
                return member, "office"
        if explicit is None:
            return None, ""  # "the president" of nobody named so far
        return self.cast.group(title.office or title.forms[0].lower(), country, self._sectors(phrase)), "title"

    def _holder(self, office: str, phrase: Phrase, explicit: str | None, country: str | None) -> Entry | None:
        """Return who holds an office: of a province, a country, or, where the text names none, of the home country."""
        registry, day = self.cast.registry, self.cast.day
        place = phrase.place_name or (phrase.country.name if phrase.country is not None else None)
        for name in dict.fromkeys((*same_area(place), place)) if place is not None else ():
            if (holder := registry.holder(f"{office} ({name})", explicit, day)) is not None:
                return holder
        if place is not None and phrase.place_name is not None and office in LOCAL:
            return None
        if explicit is None and self.home is not None and self.default in (None, self.home):
            country = self.home
        return registry.holder(office, UNIQUE.get(office, country), day)

    # -- attributes ------------------------------------------------------------

    def _introduce(self, member: Member, phrase: Phrase, name: str | None = None) -> None:
        self.names.add(member, name or phrase.name or member.name)
        if phrase.person is not None:
            for known in (member.name, *(phrase.person.names_id if self.home else phrase.person.names_en)):
                self.names.add(member, known)
        if member.represents is None:
            member.represents = self._represented(phrase, member)
        for role in phrase.roles:
            if isinstance(role, TitleEntry):
                office = role.office or role.forms[0].lower()
                of_body = phrase.body is not None and not phrase.has_state_role
                member.roles.add(f"{office} of {phrase.body.id}" if of_body and phrase.body else office)

    def _represented(self, phrase: Phrase, member: Member) -> Member | None:
        """Return the body or state for which a person says "we": the one of the title, else the state served."""
        if phrase.body is not None and not phrase.has_state_role:
            return self._body(phrase, None)[0]
        serves = bool(member.sectors) and member.sectors[0] in STATE
        return self.cast.country(member.country) if serves else None

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

    def _setting(self, number: int, phrase: Phrase) -> str | None:
        """Return the country where the clause of ``phrase`` happens, if it says so: "di Teheran", "in Sudan"."""
        told = [
            (abs(mention.start - phrase.start), mention.country)
            for _, mention in self.places.in_sentence(number)
            if mention.role == "at" and mention.country is not None and self._is_same_clause(mention.start, phrase)
        ]
        return min(told, default=(0, None))[1]

    def _is_same_clause(self, start: int, phrase: Phrase) -> bool:
        first, last = sorted((start, phrase.start))
        between = self.text[first:last].lower()
        return ";" not in between and not set(self.words.conjunctions) & set(between.split())

    def _foreign_place(self, phrase: Phrase) -> Member | None:
        """Return the country of a city abroad behind a word of place: "menembakkan rudal ke Kharkiv"."""
        place = self.places.at(phrase.start)
        if place is None or place.country in (None, self.home) or place.role not in ("at", "to"):
            return None
        return self.cast.country(place.country)

    def _beside_cue(self, phrase: Phrase) -> bool:
        before = self.text[max(0, phrase.start - 25) : phrase.start].lower().split()
        after = self.text[phrase.end : phrase.end + 25].lower().replace(",", " ").split()
        return bool(before and before[-1] in self.cues) or bool(after and after[0] in self.cues)
