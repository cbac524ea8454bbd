"""Which blocks of a page are its article: what the extractor found, mended by how the page is built.

The extractor (trafilatura) judges piece by piece. A page's template tells more: paragraphs of one article have one
path of tags and classes; nearly all stand in one container; lists of links, captions, forms and notices are named as
such; whatever stands on the page again and again is no news.
"""

from __future__ import annotations

from collections import Counter

from lxml import html as markup

from kawat.cleaning.characters import fold
from kawat.cleaning.html.blocks import Block
from kawat.cleaning.html.evidence import SURE, Evidence, found_in, is_description, is_title
from kawat.cleaning.html.layout import LINKED, PROSE, Layout, around, home
from kawat.cleaning.html.names import kinds_of
from kawat.cleaning.html.parts import reason_against
from kawat.records import Reason

Choice = list[tuple[str, Reason | None]]

_PARAGRAPH = 40  # characters of the shortest block that is taken for a paragraph by its make-up alone
_LEAD = 150  # characters of a first paragraph that may stand apart from the others
_TAIL = 2  # paragraphs at the end that may be no more than links
_WHOLE = 4  # blocks, the longest ones, that may hold the whole text once more
_OTHER = 0.2  # share of the text from which an article element is an article of its own
_ABOVE = 40  # blocks between headline and text among which the standfirst is looked for
_RUNNING = frozenset(("p", "div", "section", "blockquote"))  # elements that hold running text


def choose(blocks: list[Block], evidence: Evidence) -> Choice:
    """Return the article's blocks in page order, each with None, or the reason why it is left out of the body.

    Blocks before the first and after the last block of the body are not given. [] where no article is found.
    """
    return _Body(blocks, evidence).chosen()


class _Body:
    """The body as known so far; each step keeps or leaves blocks by one kind of clue."""

    def __init__(self, blocks: list[Block], evidence: Evidence) -> None:
        self.blocks = blocks
        self.evidence = evidence
        self.kept = found_in(evidence, blocks)
        self.reasons: dict[int, Reason] = {}
        self.count = Counter(block.key for block in blocks)
        self.layout = Layout()

    def chosen(self) -> Choice:
        self._weigh()
        self._leave_copies()
        self._leave_other_articles()
        self._weigh()
        self._leave_parts()
        self._keep_alike()
        self._weigh()
        self._leave_outside()
        self._keep_headings()
        self._leave_titles()
        self._keep_standfirst()
        self._leave_tail()
        where = self._body()
        between = range(where[0], where[-1] + 1) if where else ()
        return [
            (self.blocks[number].text, self.reasons.get(number))
            for number in between
            if self.kept[number] or number in self.reasons
        ]

    def _body(self) -> list[int]:
        return [where for where, kept in enumerate(self.kept) if kept]

    def _weigh(self) -> None:
        self.layout.weigh([self.blocks[where] for where in self._body()])

    def _leave(self, where: int, reason: Reason) -> None:
        self.kept[where] = False
        self.reasons[where] = reason

    def _reason(self, block: Block) -> Reason | None:
        return reason_against(block, self.layout, self.count)

    def _leave_copies(self) -> None:
        """Leave out paragraphs that stand on the page once more: for other screens, in data, in a teaser.

        The copy stays that is made as most of the text is made.
        """
        copies: dict[str, list[int]] = {}
        for where in self._body():
            if len(self.blocks[where].key) >= SURE:
                copies.setdefault(self.blocks[where].key, []).append(where)
        keys = sorted(copies, key=len)
        for key in keys[-_WHOLE:]:
            inside = sum(len(other) for other in keys if other in key) - len(key)
            if inside > 0.6 * len(key):  # the whole text in one block, for machines
                for where in copies.pop(key):
                    self._leave(where, "repeat")
        for places in copies.values():
            best = max((self.blocks[where] for where in places), key=self.layout.made_alike)
            for where in places:
                if self.blocks[where].path != best.path:  # made alike, it is a refrain rather than a copy
                    self._leave(where, "repeat")

    def _leave_other_articles(self) -> None:
        """Leave out further articles on the page: those inside the article's own, and those with a headline."""
        homes: dict[markup.HtmlElement, list[int]] = {}
        for where in self._body():
            if (element := home(self.blocks[where])) is not None:
                homes.setdefault(element, []).append(where)
        size = {element: sum(len(self.blocks[where].text) for where in places) for element, places in homes.items()}
        large = [element for element in homes if size[element] > _OTHER * sum(size.values())]
        if not large:
            return  # none, or a live blog with an article for each entry
        own = large[0]
        for element, places in homes.items():
            inside = own in self.layout.ancestors(element)[1:]
            headed = element in large and next(element.iter("h1", "h2"), None) is not None
            if element is not own and (inside or headed):
                for where in places:
                    self._leave(where, "chrome")

    def _leave_parts(self) -> None:
        """Leave out what its name, its links or its repetition show to be no text of the article."""
        for where in self._body():
            if reason := self._reason(self.blocks[where]):
                self._leave(where, reason)

    def _keep_alike(self) -> None:
        """Keep paragraphs made like those that were kept: the extractor stops at gaps between containers."""
        container = self.layout.container()
        if container is None:
            return
        region = around(container)
        for where, block in enumerate(self.blocks):
            if self.kept[where] or where in self.reasons or block.linked >= LINKED or len(block.text) < _PARAGRAPH:
                continue
            if block.tag in _RUNNING and self.layout.is_template(block) and region in self._ancestors(block):
                self.kept[where] = self._reason(block) is None

    def _ancestors(self, block: Block) -> list[markup.HtmlElement]:
        return self.layout.ancestors(block.element)

    def _leave_outside(self) -> None:
        """Leave out what stands apart from the container that holds nearly all of the text.

        A long first paragraph may: many sites give it a container of its own.
        """
        container = self.layout.container()
        if container is None:
            return
        region = around(container)
        before = True
        for where in self._body():
            block = self.blocks[where]
            if container in self._ancestors(block):
                before = False
                continue
            lead = before and len(block.text) >= _LEAD and block.linked < LINKED / 2
            if not (lead and region in self._ancestors(block)):
                self._leave(where, "chrome")

    def _keep_headings(self) -> None:
        """Keep headings between paragraphs of the body, which some ways of extraction leave out."""
        body = self._body()
        parents = {self.blocks[where].element.getparent() for where in body}
        for where in range(body[0] if body else len(self.blocks), len(self.blocks) - 1):
            block = self.blocks[where]
            if self.kept[where] or where in self.reasons or not block.is_heading or block.linked >= LINKED:
                continue
            if self.kept[where + 1] and block.element.getparent() in parents:
                self.kept[where] = self._reason(block) is None

    def _leave_titles(self) -> None:
        """Leave out the headline, which stands above the article and sometimes in it."""
        titles = {fold(title) for title in self.evidence.titles if title}
        paragraphs = 0
        for where in self._body():
            block = self.blocks[where]
            if block.tag == "h1" or is_title(block.key, titles):
                self._leave(where, "metadata")
            paragraphs += len(block.text) >= PROSE
            if paragraphs > 2:
                return

    def _keep_standfirst(self) -> None:
        """Keep the paragraph between headline and text that sums the article up."""
        body = self._body()
        if not body:
            return
        known = {self.blocks[where].key for where in body}
        descriptions = [fold(text) for text in self.evidence.descriptions]
        for where in range(body[0] - 1, max(body[0] - _ABOVE, -1), -1):
            block = self.blocks[where]
            if block.tag == "h1":
                return
            if len(block.text) < _PARAGRAPH or block.linked >= LINKED or block.key in known:
                continue
            if self.count[block.key] > 2 or self._reason(block) is not None:
                continue
            named = any("standfirst" in kinds_of(element) for element in self._ancestors(block)[:3])
            if named or is_description(block.key, descriptions):
                self.kept[where] = True
                self.reasons.pop(where, None)
                return

    def _leave_tail(self) -> None:
        """Leave out the last short paragraphs if they are mostly there for their links: follow, subscribe, write."""
        for where in self._body()[: -_TAIL - 1 : -1]:
            block = self.blocks[where]
            if block.linked < LINKED / 2 or len(block.text) > 3 * PROSE or block.tag == "li":
                return
            self._leave(where, "chrome")
