"""One event per act and paragraph: clauses about one act are joined, and denials told whom they answer."""

from __future__ import annotations

from kawat.events.draft import Draft
from kawat.records import Side

REACH = 2  # paragraphs before its own in which a denial may find what it denies


def merge(drafts: list[Draft], countries: dict[str, str | None]) -> list[Draft]:
    """Return the drafts with those joined that tell one act of one paragraph, in text order."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.paragraph, d.trigger.start)):
        twin = next((other for other in kept if _same_act(other, draft, countries)), None)
        if twin is None:
            kept.append(draft)
        else:
            kept[kept.index(twin)] = _join(twin, draft)
    return kept


def _same_act(one: Draft, two: Draft, countries: dict[str, str | None]) -> bool:
    if one.paragraph != two.paragraph or one.type != two.type:
        return False
    if "denied" in (one.status, two.status) and one.status != two.status:
        return False
    known = {country for country in countries.values() if country is not None}
    # A side whose country nobody told may be any: the "12 people" whom strikes on Yemen killed.
    actors, recipients = (side & known for side in one.countries(countries))
    actors2, recipients2 = (side & known for side in two.countries(countries))
    if one.symmetric or two.symmetric:
        both, both2 = actors | recipients, actors2 | recipients2
        return both <= both2 or both2 <= both
    return _fits(actors, actors2) and _fits(recipients, recipients2)


def _fits(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one side can be the same as the other: one within the other, an empty side within any."""
    return one <= two or two <= one


def _join(one: Draft, two: Draft) -> Draft:
    """Keep the draft that knows more of its sides, with the modes, sources and links of both."""
    best, other = (one, two) if _weight(one) >= _weight(two) else (two, one)
    best.modes = tuple(dict.fromkeys((*best.modes, *other.modes)))
    best.contexts = tuple(dict.fromkeys((*best.contexts, *other.contexts)))
    best.attributed_to = tuple(dict.fromkeys((*best.attributed_to, *other.attributed_to)))
    best.denies = best.denies or other.denies
    best.place = best.place or other.place
    return best


def _weight(draft: Draft) -> tuple[int, float]:
    return bool(draft.actors) + bool(draft.recipients), draft.confidence


def answer(drafts: list[Draft], countries: dict[str, str | None], sources: dict[str, Side]) -> None:
    """Give denials without a recipient the one they answer: whoever accused the denier, or claimed its act.

    ``sources``: for each statement id who said it. The nearest accusation before the denial counts, at most
    REACH paragraphs back.
    """
    for d, denial in enumerate(drafts):
        if not denial.denies or denial.recipients:
            continue
        deniers, _ = denial.countries(countries)
        for other in reversed(drafts[:d]):
            if denial.paragraph - other.paragraph > REACH:
                break
            accuser = _accuser(other, deniers, countries, sources)
            if accuser and not {side.actor_id for side in accuser} & {side.actor_id for side in denial.actors}:
                denial.recipients = accuser
                break


def _accuser(
    other: Draft, deniers: frozenset[str], countries: dict[str, str | None], sources: dict[str, Side]
) -> tuple[Side, ...]:
    actors, recipients = other.countries(countries)
    if other.type == "ACCUSE" and recipients & deniers:
        return other.actors
    if other.status == "claimed" and actors & deniers:
        said = [sources[id] for id in other.attributed_to if id in sources]
        return tuple(said[:1])
    return ()
