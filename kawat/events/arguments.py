"""Who stands on which side of a trigger: subject and object, agent and patient, owner and partner of a noun."""

from __future__ import annotations

import msgspec

from kawat.encoder.clauses import Clauses
from kawat.events.triggers import Trigger
from kawat.languages import NounEntry, VerbEntry

PARTNER = {"id": ("dengan", "bersama"), "en": ("with",)}
AT_SOMEBODY = {"id": ("terhadap", "kepada", "atas"), "en": ("against", "on", "to", "at", "with")}
BETWEEN = {"id": ("antara",), "en": ("between",)}
OWNER = {"id": ("oleh", "dari"), "en": ("by", "from")}
LIGHT_REACH = 5  # items between a light verb and its noun
HAVE = frozenset({"has", "have", "had", "having", "'ve"})


class Arguments(msgspec.Struct, frozen=True):
    """The items on both sides of a trigger. ``verb`` is the item that carries negation and tense."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    symmetric: bool
    verb: int
    light: bool = False


def arguments(clauses: Clauses, trigger: Trigger) -> Arguments | None:
    """Return the sides of ``trigger``, or None where the word is no event here (an English noun read as a verb)."""
    if isinstance(trigger.entry, NounEntry):
        return _of_noun(clauses, trigger, trigger.entry)
    if clauses.language == "en" and not _reads_as_verb(clauses, trigger):
        return None
    if _is_passive(clauses, trigger):
        return _of_passive(clauses, trigger, trigger.entry)
    return _of_active(clauses, trigger, trigger.entry)


def _of_active(clauses: Clauses, trigger: Trigger, entry: VerbEntry) -> Arguments:
    i = trigger.first
    subject = clauses.subject(i)
    partner = _recipient(clauses, trigger, entry)
    symmetric = entry.symmetric
    if entry.frame == "with" and not partner and len(subject) > 1:
        return Arguments(tuple(subject), tuple(subject), True, i)
    partner = [k for k in partner if k not in subject]
    if entry.swap:
        subject, partner = partner, subject
    if symmetric and subject and partner:
        both = tuple(sorted({*subject, *partner}))
        return Arguments(both, both, True, i)
    return Arguments(tuple(subject), tuple(partner), False, i)


def _recipient(clauses: Clauses, trigger: Trigger, entry: VerbEntry) -> list[int]:
    i = trigger.last
    language = clauses.language
    if entry.frame == "none":
        return []
    if entry.frame == "with":
        return clauses.behind(i, entry.prepositions or PARTNER[language]) or clauses.object(i)
    if entry.frame == "preposition":
        return clauses.behind(i, entry.prepositions)
    if entry.inner == "denied":
        return clauses.object(i, over_verbs=False)  # whom the denied act would reach is not whom it is denied to
    found = clauses.object(i)
    found = found or clauses.behind(i, entry.prepositions or AT_SOMEBODY[language], reach=8)
    return found or clauses.behind(i, BETWEEN[language], reach=8)


def _of_passive(clauses: Clauses, trigger: Trigger, entry: VerbEntry) -> Arguments:
    i = trigger.first
    patient = clauses.subject(i)
    agent = [k for k in clauses.agent(trigger.last) if k not in patient]
    if entry.type == "MOBILIZE" and not agent:
        return Arguments(tuple(patient), (), False, i)  # "600 polisi dikerahkan": they are who moves
    if entry.frame == "preposition" and not agent:
        return Arguments((), tuple(clauses.behind(i, entry.prepositions)), False, i)
    if entry.swap:
        patient, agent = agent, patient
    if entry.symmetric and patient and agent:
        both = tuple(sorted({*patient, *agent}))
        return Arguments(both, both, True, i)
    return Arguments(tuple(agent), tuple(patient), False, i)


def _is_passive(clauses: Clauses, trigger: Trigger) -> bool:
    if clauses.language == "id":
        return trigger.voice == "passive"
    if trigger.voice not in ("passive", "participle"):
        return False
    group = {item.lower for item in clauses.items[clauses.verb_start(trigger.first) : trigger.first]}
    if group & set(clauses.words.passive_auxiliaries):
        return True
    if group & HAVE:
        return False
    after = clauses.items[trigger.last + 1 : trigger.last + 3]
    return any(item.lower in clauses.words.agent_prepositions for item in after) or trigger.voice == "passive"


def _reads_as_verb(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether an English base form or -s form is a verb here: not after an article, a preposition or a possessive."""
    if trigger.voice not in ("bare", "active") or trigger.first == 0:
        return True
    before = clauses.items[trigger.first - 1]
    if before.mention is not None:
        return True
    if before.lower in clauses.words.infinitives:
        return True
    blocked = before.lower in clauses.words.prepositions or before.lower in clauses.words.articles
    return not (blocked or before.lower in ("'s", "'", "-", "this", "that's", "any", "no", "new"))


def _of_noun(clauses: Clauses, trigger: Trigger, entry: NounEntry) -> Arguments | None:
    language = clauses.language
    light = _light_verb(clauses, trigger)
    owners = clauses.genitive(trigger.last) if language == "id" else clauses.possessor(trigger.first)
    if not owners:
        owners = clauses.behind(trigger.last, OWNER[language], reach=8)
    if not owners:
        owners = _behind_light_passive(clauses, trigger)
    partners = (
        clauses.behind(trigger.last, entry.recipient_prepositions, reach=8) if entry.recipient_prepositions else []
    )
    if light is not None and (subject := clauses.subject(light)):
        # "menyuarakan harapan para pejabat ...": who voices it is the owner, who is hoped of the partner.
        partners = partners or [k for k in owners if k not in subject]
        owners = subject
    verb = trigger.first if light is None else light
    if entry.symmetric:
        between = clauses.behind(trigger.last, BETWEEN[language], reach=4)
        partners = partners or clauses.behind(trigger.last, PARTNER[language], reach=8)
        if not owners and not between:
            owners = clauses.main_subject(trigger.first)
        both = tuple(sorted({*owners, *partners, *between}))
        return Arguments(both, both, len(both) > 1, verb, light is not None)
    if language == "en" and not owners and "of" not in entry.recipient_prepositions:
        owners = clauses.behind(trigger.last, ("of",), reach=4)
    partners = [k for k in partners if k not in owners]
    if light is not None and not partners:
        partners = [k for k in clauses.behind(trigger.last, AT_SOMEBODY[language], reach=8) if k not in owners]
    return Arguments(tuple(owners), tuple(partners), False, verb, light is not None)


def _light_verb(clauses: Clauses, trigger: Trigger) -> int | None:
    """Return the light verb whose object the noun is: "melancarkan serangan", "held talks"."""
    for i in range(trigger.first - 1, max(-1, trigger.first - 1 - LIGHT_REACH), -1):
        item = clauses.items[i]
        if item.mention is not None or item.lower in (",", ".", ";") or clauses.is_barrier(i):
            return None
        if item.lower in clauses.words.light_verbs:
            return i
        if item.lower in clauses.words.prepositions or clauses.is_verb(i):
            return None
    return None


def _behind_light_passive(clauses: Clauses, trigger: Trigger) -> list[int]:
    """Return the agent of "serangan yang dilakukan (oleh) X", "strikes carried out by X"."""
    for i in range(trigger.last + 1, min(len(clauses.items), trigger.last + 5)):
        if clauses.items[i].lower in clauses.words.light_passives:
            return clauses.agent(i)
    return []
