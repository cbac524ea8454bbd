"""What a runner does with one page: clean it and code it, whatever it may be."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from kawat.actors import Registry
from kawat.cleaning import clean
from kawat.coder import Coder, NotCoded
from kawat.encoder import Model
from kawat.records import Article, CodedArticle, Page, Reject, Run

SAMPLE_CHARS = 120


class CodesArticles(Protocol):
    """What a runner needs of a coder."""

    @property
    def run(self) -> Run: ...

    def code_article(self, article: Article) -> CodedArticle: ...


class Options(msgspec.Struct, frozen=True):
    """What the user says of all pages: day of publication and language, None where the page is to tell."""

    published: str | None = None
    language: str | None = None


def make_coder(
    events: Literal["model", "lexicon"] = "model", folder: Path | None = None, registry: Registry | None = None
) -> CodesArticles:
    """Return the coder that runners use unless they are given another.

    ``folder``: a model instead of the bundled one. ``registry``: actors instead of the bundled ones; each process gets
    them as they are here, so that a file of them that changes under way changes nothing. Raises ModelError where the
    model cannot be loaded.
    """
    return Coder(events=Model(folder) if folder is not None and events == "model" else events, registry=registry)


def code_page(coder: CodesArticles, page: Page, options: Options) -> CodedArticle | Reject:
    """Return the coded article of a page, or why there is none; one bad page never stops a run."""
    try:
        article = clean(page, published=options.published, language=options.language)
        return article if isinstance(article, Reject) else coder.code_article(article)
    except NotCoded as error:
        return reject(page, str(error))
    except Exception as error:
        return reject(page, f"coding failed with {type(error).__name__}: {error}")


def reject(page: Page, reason: str) -> Reject:
    """Return the rejection of a page, with its first characters."""
    return Reject(source=page.source, reason=reason, sample=(page.text or page.html or "")[:SAMPLE_CHARS])


def input_digest(page: Page, options: Options) -> str:
    """Return the digest of a page and the options it is coded with: equal digests give equal articles."""
    fields = (*msgspec.structs.astuple(page), *msgspec.structs.astuple(options))
    return hashlib.blake2b(repr(fields).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
