"""Coding on this machine: pages are read, coded in one process or several, and stored in their order.

However large the input, only a bounded number of pages is under way at a time.
"""

from __future__ import annotations

import itertools
import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Protocol

import msgspec

from kawat.dataset.entries import Entry, Written
from kawat.readers import read
from kawat.records import CodedArticle, Page, Reject, Run
from kawat.runners import steps
from kawat.runners.pool import Pool, RunError
from kawat.runners.steps import CodesArticles, Options, code_page, input_digest

__all__ = ["Interrupted", "Progress", "RunError", "Sink", "Summary", "run"]

TINY = 16  # inputs up to this many pages are coded sooner than worker processes have started
HANDFUL = 8  # pages that a worker gets at a time
HANDFUL_CHARS = 1_000_000
AHEAD = 4  # handfuls for each worker that may wait for a slow page before them
BATCH = 256  # articles stored in one transaction
BATCH_SECONDS = 5.0  # ... or what there is after this time
LOOKUP = 64  # pages looked up at a time when a run is resumed
SHOWN = 10  # rejected inputs that a summary names


class Sink(Protocol):
    """Where coded articles go."""

    def stored(self, input_digests: Sequence[str], run: Run) -> set[str]:
        """Return which inputs need not be coded again."""
        ...

    def write(self, entries: Sequence[Entry]) -> Written:
        """Keep a batch of entries and say what became of them."""
        ...

    def finish(self) -> None:
        """Do what is done once all input is in."""
        ...


class Summary(msgspec.Struct):
    """What became of a run's input. ``rejects`` holds the first few of the rejected."""

    coded: int = 0
    unchanged: int = 0
    reports: int = 0
    rejected: int = 0
    rejects: list[Reject] = msgspec.field(default_factory=list)

    def add(self, written: Written) -> None:
        """Count a batch in."""
        self.coded += written.coded
        self.unchanged += written.unchanged
        self.reports += written.reports
        self.rejected += len(written.rejects)
        self.rejects.extend(written.rejects[: SHOWN - len(self.rejects)])


Progress = Callable[[int], None]
"""Called with the number of inputs done so far."""


class Interrupted(KeyboardInterrupt):
    """Ctrl-C ended the run; ``summary`` says what was stored before."""

    def __init__(self, summary: Summary) -> None:
        super().__init__()
        self.summary = summary


Item = tuple[Page | Reject, str, bool]  # with its digest, and whether it is stored already
Prepare = Callable[[Run], Iterator[Item]]


def run(
    inputs: Iterable[str | Path],
    sink: Sink,
    *,
    workers: int | None = None,
    published: str | None = None,
    language: str | None = None,
    resume: bool = False,
    progress: Progress | None = None,
    make_coder: Callable[[], CodesArticles] = steps.make_coder,
) -> Summary:
    """Code all inputs into ``sink``.

    ``workers`` None takes one process for each CPU, or none beside this one for a small input. With
    ``resume``, pages that ``sink`` holds already are passed over. ``make_coder`` is called in each process
    and must be importable there. Raises RunError where no process can be started and Interrupted after
    Ctrl-C; what was stored until then stays.
    """
    options = Options(published=published, language=language)
    pages = read(inputs)
    first = list(itertools.islice(pages, TINY + 1))
    if workers is None:
        workers = cpus() if len(first) > TINY else 1
    pages = itertools.chain(first, pages)

    def prepare(versions: Run) -> Iterator[Item]:
        items = _digested(pages, options)
        return _looked_up(items, sink, versions) if resume else items

    if workers > 1:
        entries = _in_processes(prepare, Pool(workers, make_coder, options), workers)
    else:
        entries = _in_process(prepare, make_coder(), options)
    with closing(entries):
        return _store(entries, sink, progress)


def cpus() -> int:
    """Return how many CPUs this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _store(entries: Iterable[Entry], sink: Sink, progress: Progress | None) -> Summary:
    summary = Summary()
    batch: list[Entry] = []
    done = 0
    due = time.monotonic() + BATCH_SECONDS

    def flush() -> None:
        nonlocal due
        if batch:
            summary.add(sink.write(batch))
            batch.clear()
        due = time.monotonic() + BATCH_SECONDS

    try:
        for entry in entries:
            batch.append(entry)
            done += 1
            if progress is not None:
                progress(done)
            if len(batch) >= BATCH or time.monotonic() >= due:
                flush()
        flush()
        sink.finish()
    except KeyboardInterrupt as interrupt:
        flush()
        raise Interrupted(summary) from interrupt
    return summary


# ------------------------------------------------------------------ pages


def _digested(pages: Iterable[Page | Reject], options: Options) -> Iterator[Item]:
    for page in pages:
        yield page, input_digest(page, options) if isinstance(page, Page) else "", False


def _looked_up(items: Iterator[Item], sink: Sink, versions: Run) -> Iterator[Item]:
    while some := list(itertools.islice(items, LOOKUP)):
        stored = sink.stored([digest for _, digest, _ in some if digest], versions)
        for page, digest, _ in some:
            yield page, digest, digest in stored


def _entry(page: Page | Reject, digest: str, outcome: CodedArticle | Reject | None) -> Entry:
    return Entry(source=page.source, input_digest=digest, outcome=outcome)


def _in_process(prepare: Prepare, coder: CodesArticles, options: Options) -> Generator[Entry]:
    for page, digest, stored in prepare(coder.run):
        if isinstance(page, Reject):
            yield _entry(page, digest, page)
        else:
            yield _entry(page, digest, None if stored else code_page(coder, page, options))


def _in_processes(prepare: Prepare, pool: Pool, workers: int) -> Generator[Entry]:
    """Yield entries in the order of the pages, which workers may finish in any other."""
    window = workers * HANDFUL * AHEAD
    try:
        items = enumerate(prepare(pool.started()))
        out: dict[int, tuple[Page, str]] = {}  # pages with the workers
        done: dict[int, Entry] = {}  # entries that wait for one before them
        following = 0  # the entry to be yielded next
        more = True
        while more or out:
            while more and pool.idle() and len(out) + len(done) < window:
                handful, more = _handful(items, done)
                out.update((number, (page, digest)) for number, page, digest in handful)
                if handful:
                    pool.send([(number, page) for number, page, _ in handful])
            if following not in done and (out or not pool.idle()):
                for number, outcome in pool.collect():
                    page, digest = out.pop(number)
                    done[number] = _entry(page, digest, outcome)
            while following in done:
                yield done.pop(following)
                following += 1
    finally:
        pool.close()


def _handful(items: Iterator[tuple[int, Item]], done: dict[int, Entry]) -> tuple[list[tuple[int, Page, str]], bool]:
    """Take pages for one worker; what needs no worker goes to ``done``. The flag says whether more may come."""
    handful: list[tuple[int, Page, str]] = []
    chars = 0
    more = False
    # Entries that need no worker count too: a long stretch of them must not pile up.
    for number, (page, digest, stored) in itertools.islice(items, HANDFUL):
        more = True
        if isinstance(page, Reject) or stored:
            done[number] = _entry(page, digest, page if isinstance(page, Reject) else None)
            continue
        handful.append((number, page, digest))
        chars += len(page.text or page.html or "")
        if chars > HANDFUL_CHARS:
            break
    return handful, more
