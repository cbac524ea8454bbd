"""Which events are disputed, and by which denials."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.events.draft import Draft
from kawat.events.merge import REACH
from kawat.events.status import VERBAL
from kawat.records import Span, Statement


def contradicted(drafts: Sequence[Draft], statements: Sequence[Statement]) -> None:
    """Let acts that one source tells and another contradicts be claimed.

    So is what somebody alleges, though the sentence says that another calls it untrue: "rejects the US claim that ...".
    """
    denied = {link.statement_id for said in statements for link in said.links if link.how == "contradicts"}
    alleged = {said.id for said in statements if said.stance == "alleges"}
    for draft in drafts:
        told = set(draft.attributed_to[:1])
        if draft.type in VERBAL:
            continue
        if (draft.status == "asserted" and denied & told) or (draft.status == "denied" and alleged & told):
            draft.status = "claimed"


def answered(drafts: Sequence[Draft], statements: Sequence[Statement]) -> dict[int, list[int]]:
    """Return for each draft (by index) those that dispute it because one statement contradicts another.

    What is told in the one is disputed by the denial that brings in the other, else by the same act in it, denied.
    """
    found: dict[int, list[int]] = {}
    for said in statements:
        told = {link.statement_id for link in said.links if link.how == "contradicts"}
        claims = [
            k for k, draft in enumerate(drafts) if told & set(draft.attributed_to[:1]) and draft.status != "denied"
        ]
        denials = [k for k, draft in enumerate(drafts) if draft.type == "REJECT" and _brings_in(draft.trigger, said)]
        for k in claims:
            inside = [
                d for d, other in enumerate(drafts)
                if other.status == "denied" and other.type == drafts[k].type and said.content.covers(other.trigger)
            ]  # fmt: skip
            for d in denials or inside:
                found.setdefault(k, []).append(d)
    return found


def _brings_in(trigger: Span, said: Statement) -> bool:
    """Whether a denial's words are the cue of a statement."""
    return said.cue is not None and trigger.overlaps(said.cue)


def disputes(drafts: list[Draft], countries: dict[str, str | None]) -> dict[int, list[int]]:
    """Return for each draft (by index) the denials that dispute it.

    A denial disputes what stands in its own sentence, else the claims about its actor in its paragraph and the
    paragraphs just before.
    """
    found: dict[int, list[int]] = {}
    for d, denial in enumerate(drafts):
        if not denial.denies:
            continue
        deniers, _ = denial.countries(countries)
        claims = [
            k
            for k, other in enumerate(drafts)
            if k != d and other.status in ("claimed", "denied") and other.type != "REJECT" and not other.denies
        ]
        own = [k for k in claims if drafts[k].sentence == denial.sentence]
        near = [
            k
            for k in claims
            if 0 <= denial.paragraph - drafts[k].paragraph <= REACH and drafts[k].countries(countries)[0] & deniers
        ]
        for k in own or near:
            found.setdefault(k, []).append(d)
    return found
