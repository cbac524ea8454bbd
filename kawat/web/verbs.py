"""Event types and modes in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Verb(NamedTuple):
    """What somebody does: after "will", in the past, and the word before whom it concerns.

    ``alone`` says whether it makes sense without anybody whom it concerns.
    """

    base: str
    past: str
    to: str = ""
    alone: bool = False


_VERBS = {
    "AGREE": Verb("agree to cooperate", "agreed to cooperate", "with", True),
    "CONSULT": Verb("meet or talk", "met or talked", "with", True),
    "CONSULT visit": Verb("visit", "visited"),
    "CONSULT third-party": Verb("mediate", "mediated", "with", True),
    "CONSULT multilateral": Verb("meet", "met", "with", True),
    "CONSULT phone": Verb("telephone", "telephoned"),
    "SUPPORT": Verb("voice support", "voiced support", "for", True),
    "CONCEDE": Verb("yield in words", "yielded in words", "to", True),
    "COOPERATE": Verb("cooperate", "cooperated", "with", True),
    "AID": Verb("give aid", "gave aid", "to", True),
    "RETREAT": Verb("yield", "yielded", "to", True),
    "RETREAT withdraw": Verb("withdraw", "withdrew", "before", True),
    "RETREAT release": Verb("release", "released"),
    "RETREAT disarm": Verb("disarm", "disarmed", "before", True),
    "RETREAT ceasefire": Verb("observe a ceasefire", "observed a ceasefire", "with", True),
    "RETREAT access": Verb("give access", "gave access", "to", True),
    "RETREAT resign": Verb("resign", "resigned", "before", True),
    "REQUEST": Verb("make a demand", "made a demand", "of", True),
    "REQUEST assist": Verb("ask for help", "asked for help", "from", True),
    "REQUEST change": Verb("demand a change", "demanded a change", "of", True),
    "REQUEST yield": Verb("demand concessions", "demanded concessions", "from", True),
    "REQUEST meet": Verb("ask for a meeting", "asked for a meeting", "with", True),
    "ACCUSE": Verb("accuse or criticise", "accused or criticised"),
    "ACCUSE disapprove": Verb("criticise", "criticised"),
    "ACCUSE investigate": Verb("investigate", "investigated"),
    "ACCUSE allege": Verb("accuse", "accused"),
    "REJECT": Verb("reject or deny something", "rejected or denied something", "said or done by", True),
    "REJECT assist": Verb("refuse help", "refused help", "to", True),
    "REJECT change": Verb("refuse a change", "refused a change", "to", True),
    "REJECT yield": Verb("refuse to yield", "refused to yield", "to", True),
    "REJECT meet": Verb("refuse a meeting", "refused a meeting", "with", True),
    "THREATEN": Verb("threaten", "threatened"),
    "PROTEST": Verb("protest", "protested", "against", True),
    "PROTEST riot": Verb("riot", "rioted", "against", True),
    "PROTEST strike": Verb("strike", "went on strike", "against", True),
    "PROTEST hunger": Verb("go on hunger strike", "went on hunger strike", "against", True),
    "PROTEST boycott": Verb("boycott", "boycotted"),
    "PROTEST obstruct": Verb("block the way", "blocked the way", "of", True),
    "SANCTION": Verb("impose sanctions", "imposed sanctions", "on", True),
    "SANCTION convict": Verb("convict", "convicted"),
    "SANCTION expel": Verb("expel", "expelled"),
    "SANCTION withdraw": Verb("withdraw support", "withdrew support", "from", True),
    "SANCTION discontinue": Verb("cut relations", "cut relations", "with", True),
    "MOBILIZE": Verb("move or ready forces", "moved or readied forces", "against", True),
    "MOBILIZE troops": Verb("move or ready troops", "moved or readied troops", "against", True),
    "MOBILIZE weapons": Verb("move, ready or test weapons", "moved, readied or tested weapons", "against", True),
    "MOBILIZE police": Verb("deploy police", "deployed police", "against", True),
    "MOBILIZE militia": Verb("move or ready militia", "moved or readied militia", "against", True),
    "COERCE": Verb("use coercion", "used coercion", "against", True),
    "COERCE seize": Verb("seize property", "seized property", "of", True),
    "COERCE restrict": Verb("restrict", "restricted"),
    "COERCE censor": Verb("censor", "censored"),
    "COERCE curfew": Verb("impose a curfew", "imposed a curfew", "on", True),
    "COERCE martial-law": Verb("impose martial law", "imposed martial law", "on", True),
    "COERCE arrest": Verb("arrest", "arrested"),
    "COERCE deport": Verb("deport", "deported"),
    "COERCE misinformation": Verb("spread misinformation", "spread misinformation", "about", True),
    "COERCE cyber": Verb("carry out a cyber attack", "carried out a cyber attack", "on", True),
    "ASSAULT": Verb("attack", "attacked"),
    "ASSAULT abduct": Verb("abduct", "abducted"),
    "ASSAULT beat": Verb("beat", "beat"),
    "ASSAULT torture": Verb("torture", "tortured"),
    "ASSAULT sexual": Verb("sexually assault", "sexually assaulted"),
    "ASSAULT targeted": Verb("make an attempt on the life", "made an attempt on the life", "of"),
    "ASSAULT destroy": Verb("destroy property", "destroyed property", "of", True),
    "ASSAULT crowd-control": Verb("use force to control the crowd", "used force to control the crowd", "of", True),
}


def verb(type: str, modes: Sequence[str]) -> Verb:
    """Return the words for an event: of its first mode that has its own, otherwise of its type.

    A type that is not in the codebook is named as it is.
    """
    for key in (*(f"{type} {mode}" for mode in modes), type):
        if key in _VERBS:
            return _VERBS[key]
    return Verb(f"do {type}", f"did {type}", "to", True)
