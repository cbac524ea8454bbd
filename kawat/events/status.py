"""In what light the text puts an event: negation, tense and modality around the trigger, and who vouches for it."""

from __future__ import annotations

import msgspec

from kawat.encoder.clauses import Clauses
from kawat.records import Actor, Statement, Status

REACH = 4  # items before the verb group in which "plans to", "berencana untuk" may stand
VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
ARMED_OR_PARTISAN = frozenset({"REB", "UAF", "OPP", "PTY", "CVL", "CRM", "LAB"})
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
NOT_A_COUNTRY = frozenset({"IGO", "NGO", "IMG", "MNC", "UNO", "EUR"})


class Light(msgspec.Struct, frozen=True):
    """A status and the statements that give it."""

    status: Status
    attributed_to: tuple[str, ...] = ()


def grammatical(clauses: Clauses, verb: int) -> Status:
    """Return the status that the words around the verb at item ``verb`` give: asserted where none says otherwise."""
    words = clauses.words
    start = clauses.verb_start(verb)
    group = [item.lower for item in clauses.items[start:verb]]
    if any(word in words.negation for word in group):
        return "denied"
    opener = _opener(clauses, start)
    if opener in words.conditional:
        return "hypothetical"
    if any(word in words.future for word in group):
        return "future"
    if any(word in words.modality for word in group):
        return "hypothetical"
    before = _led_by(clauses, start)
    if before in words.future:
        return "future"
    if before in words.negation:
        return "denied"
    if before in words.modality:
        return "hypothetical"
    if before in words.infinitives:
        return "hypothetical"
    return "asserted"


def _opener(clauses: Clauses, start: int) -> str | None:
    """Return the word that opens the verb's clause."""
    for i in range(start - 1, -1, -1):
        item = clauses.items[i]
        if item.mention is None and (item.lower in clauses.words.conditional or clauses.is_barrier(i)):
            return item.lower
        if item.lower in (",", ".", ";"):
            return None
    return None


def _led_by(clauses: Clauses, start: int) -> str | None:
    """Return the word that leads an infinitive: "plans" of "plans to strike", "berencana" of "berencana untuk ..."."""
    words = clauses.words
    infinitive = False
    for i in range(start - 1, max(-1, start - 1 - REACH), -1):
        item = clauses.items[i]
        if item.mention is not None or not item.text[0].isalpha():
            break
        if item.lower in words.infinitives:
            infinitive = True
        elif infinitive:
            known = item.lower in words.future or item.lower in words.negation or item.lower in words.modality
            return item.lower if known else next(iter(words.infinitives))
        else:
            break
    # "to" may stand inside the verb group, where English auxiliaries are skipped.
    if not infinitive and start < len(clauses.items) and clauses.items[start].lower in words.infinitives and start > 0:
        before = clauses.items[start - 1].lower
        known = before in words.future or before in words.negation or before in words.modality
        return before if known else clauses.items[start].lower
    return next(iter(words.infinitives)) if infinitive else None


def by_statements(
    status: Status,
    type_: str,
    trigger: tuple[int, int],
    sides: tuple[list[Actor], list[Actor]],
    statements: tuple[Statement, ...],
    actors: dict[str, Actor],
    agencies: frozenset[str],
    denying: frozenset[str] = frozenset(),
) -> Light:
    """Return the status as the statements around the trigger leave it, the innermost source deciding.

    An agency or outlet that reports an act leaves it asserted. So does a source that tells of its own act, and
    a verbal act, which is done by being said. A source with an interest in the event makes it claimed: one of
    another country than the actor's, or within one country a side of the conflict speaking of the other.
    ``denying``: the statements whose cue denies what follows ("membantah menyerang").
    """
    around = [s for s in statements if s.content.start <= trigger[0] and trigger[1] <= s.content.end]
    if not around:
        return Light(status)
    around.sort(key=lambda s: s.content.end - s.content.start)
    ids = tuple(s.id for s in around if s.source is not None)
    inner = around[0]
    source = actors.get(inner.source.actor_id or "") if inner.source is not None else None
    doers, others = sides
    own_word = source is not None and (source.id in agencies or any(doer.id == source.id for doer in doers))
    if status == "claimed" and type_ in VERBAL and own_word:
        status = "asserted"  # what is done by being said is no claim of whoever says or reports it
    if status != "asserted" or source is None or source.id in agencies:
        return Light(status, ids)
    if inner.stance == "denies" and inner.kind != "direct" and type_ not in VERBAL and inner.id in denying:
        return Light("denied", ids)
    own_act = any(doer.id == source.id for doer in doers)
    if own_act or (type_ in VERBAL and any(doer.country == source.country for doer in doers)):
        return Light(status, ids)
    return Light("claimed" if _interested(source, doers, others) else status, ids)


def _interested(source: Actor, doers: list[Actor], others: list[Actor]) -> bool:
    if source.country is None or source.country in NOT_A_COUNTRY or not doers:
        return False
    if source.country not in {doer.country for doer in doers}:
        return bool(set(source.sectors) & STATE) or source.country in {other.country for other in others}
    sectors = {doer.sectors[0] for doer in doers if doer.sectors}
    speaks_for = source.sectors[:1]
    return bool(
        (set(speaks_for) & ARMED_OR_PARTISAN and sectors & STATE)
        or (set(speaks_for) & {"GOV", "MIL"} and sectors & {"REB", "UAF"})
    )
