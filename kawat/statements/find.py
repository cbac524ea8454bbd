"""All steps of this room in their order."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.records import Actor, Article, Encoding, Statement
from kawat.statements.chain import finish
from kawat.statements.direct import direct_statements, go_on
from kawat.statements.indirect import indirect_statements
from kawat.statements.links import link
from kawat.statements.mouths import set_mouths
from kawat.statements.quotes import find_quotes
from kawat.statements.read import passed_over, read_statements, together
from kawat.statements.scene import Scene


def find_statements(
    article: Article, encoding: Encoding, actors: Sequence[Actor], outlet: str | None = None
) -> tuple[Statement, ...]:
    """Return who says what in ``article``. ``outlet``: the actor id of the outlet itself, the outermost mouth."""
    scene = Scene(article, encoding, actors)
    quotes = find_quotes(scene.text, article.paragraphs)
    direct = direct_statements(scene, quotes)
    if encoding.readings:
        drafts = together(direct, read_statements(scene, quotes))
        drafts += go_on(scene, quotes, drafts)
        drafts += passed_over(indirect_statements(scene, direct), drafts)
        return link(scene, finish(scene, set_mouths(scene, drafts), outlet))
    return link(scene, finish(scene, [*direct, *indirect_statements(scene, direct)], outlet))
