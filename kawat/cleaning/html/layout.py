"""How a page is built: which elements hold the text, and how the paragraphs of its article are made."""

from __future__ import annotations

from collections import Counter

from lxml import html as markup

from kawat.cleaning.html.blocks import Block, Path

PROSE = 60  # characters: a longer block is a paragraph rather than a label
LINKED = 0.6  # share of linked characters from which a block is there for its links
_CONTAINER = 0.8  # share of the text that the article's container holds
_MAJOR = 0.3  # share of the text from which a part is the article's own, whatever its name
_TEMPLATE = 0.15  # share of the text that is made alike
_STEPS = 6  # from the container outwards to where further parts of the article may stand


class Layout:
    """The share of the text that elements and templates hold, as far as the text is known."""

    def __init__(self) -> None:
        self.total = 0
        self._weights: Counter[markup.HtmlElement] = Counter()
        self._paths: Counter[Path] = Counter()
        self._made: Counter[Path] = Counter()  # blocks by path
        self._names: Counter[tuple[str, str]] = Counter()
        self._lineage: dict[markup.HtmlElement, list[markup.HtmlElement]] = {}

    def weigh(self, blocks: list[Block]) -> None:
        """Sum up the prose of ``blocks``, the article as known so far, by element and by template."""
        self.total = 0
        self._weights.clear()
        self._paths.clear()
        self._made.clear()
        self._names.clear()
        for block in blocks:
            if len(block.text) >= PROSE and block.linked < LINKED:
                self.total += len(block.text)
                self._paths[block.path] += len(block.text)
                self._made[block.path] += 1
                self._names[block.path[0]] += len(block.text)
                for element in self.ancestors(block.element):
                    self._weights[element] += len(block.text)

    def ancestors(self, element: markup.HtmlElement) -> list[markup.HtmlElement]:
        """Return the element and all that holds it, from the inside out."""
        found = self._lineage.get(element)
        if found is None:
            found = self._lineage[element] = [element, *element.iterancestors()]
        return found

    def made_alike(self, block: Block) -> int:
        """Return how many characters of the text are made as ``block`` is."""
        return self._paths[block.path]

    def is_major(self, element: markup.HtmlElement | None) -> bool:
        """Return whether an element holds a good share of the text."""
        return element is not None and self._weights[element] > _MAJOR * self.total

    def is_template(self, block: Block) -> bool:
        """Return whether a block is made as much of the article's text is made."""
        if self._paths[block.path] >= _TEMPLATE * self.total and self._made[block.path] > 1:
            return True
        tag, names = block.path[0]
        return tag == "p" and names != "" and self._names[block.path[0]] >= 2 * _TEMPLATE * self.total

    def container(self) -> markup.HtmlElement | None:
        """Return the innermost element that holds nearly all of the text; None where there is no prose."""
        if not self.total:
            return None
        holding = [element for element, weight in self._weights.items() if weight >= _CONTAINER * self.total]
        return max(holding, key=lambda element: len(self.ancestors(element)))


def around(container: markup.HtmlElement) -> markup.HtmlElement:
    """Return the element in which further parts of the article may stand: a few steps out, within one article."""
    for _ in range(_STEPS):
        parent = container.getparent()
        if container.tag in ("article", "main") or parent is None or parent.tag in ("body", "html"):
            break
        container = parent
    return container


def home(block: Block) -> markup.HtmlElement | None:
    """Return the nearest article element around a block."""
    element = block.element
    while element is not None and element.tag != "article":
        element = element.getparent()
    return element
