"""Worker processes that survive one another: a page that kills its worker costs that page alone."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from kawat.records import CodedArticle, Page, Reject, Run
from kawat.runners.steps import CodesArticles, Options, code_page, reject

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

START_ATTEMPTS = 3

Task = tuple[int, Page]
Outcome = tuple[int, CodedArticle | Reject]


class RunError(RuntimeError):
    """A run cannot go on: no worker can be started, or the output cannot be written."""


def _work(connection: Connection, make_coder: Callable[[], CodesArticles], options: Options) -> None:
    """Code what comes through ``connection`` until it ends; the body of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started the run
    try:
        coder = make_coder()
    except Exception as error:
        connection.send(f"{type(error).__name__}: {error}")
        return
    with suppress(EOFError, OSError):  # the run has ended, or its process is gone
        connection.send(coder.run)
        while True:
            tasks: list[Task] = connection.recv()
            for number, page in tasks:
                connection.send((number, code_page(coder, page, options)))


class _Worker:
    def __init__(self, make_coder: Callable[[], CodesArticles], options: Options) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_work, args=(theirs, make_coder, options), daemon=True)
        with _uninterrupted():
            self.process.start()
        theirs.close()
        self.tasks: deque[Task] = deque()
        self.ready = False
        self.began = False  # whether the first of the tasks has reached the process

    def send(self) -> None:
        # A process that has just died takes nothing; its end is noticed when its answer is waited for.
        with suppress(OSError):
            self.connection.send(list(self.tasks))
            self.began = True

    def stop(self, patience: float = 0) -> None:
        self.connection.close()
        self.process.join(patience)
        self.process.kill()
        self.process.join()


class Pool:
    """A fixed number of workers; each has at most one handful of pages, which it answers one by one.

    A worker is only sent pages when it waits for them, so neither side ever blocks the other.
    """

    def __init__(self, workers: int, make_coder: Callable[[], CodesArticles], options: Options) -> None:
        self._make_coder = make_coder
        self._options = options
        self._failures = 0
        self._workers: list[_Worker] = []
        try:
            for _ in range(workers):
                self._workers.append(_Worker(make_coder, options))
        except BaseException:
            self.close()
            raise

    def idle(self) -> int:
        """Return how many workers wait for pages."""
        return sum(worker.ready and not worker.tasks for worker in self._workers)

    def send(self, tasks: Sequence[Task]) -> None:
        """Give pages to a worker that waits for them."""
        worker = next(worker for worker in self._workers if worker.ready and not worker.tasks)
        worker.tasks.extend(tasks)
        worker.began = False
        worker.send()

    def started(self) -> Run:
        """Wait for the first worker and return the versions that it codes with. Raises RunError."""
        while True:
            for worker in wait([worker.connection for worker in self._workers]):
                run = self._receive(self._by_connection(worker))
                if isinstance(run, Run):
                    return run

    def collect(self) -> Iterator[Outcome]:
        """Wait until some worker has something to say, and yield what has been coded since."""
        for connection in wait([worker.connection for worker in self._workers]):
            answer = self._receive(self._by_connection(connection))
            if isinstance(answer, tuple):
                yield answer

    def close(self) -> None:
        """End all workers at once."""
        for worker in self._workers:
            worker.stop()

    def _by_connection(self, connection: object) -> _Worker:
        return next(worker for worker in self._workers if worker.connection is connection)

    def _receive(self, worker: _Worker) -> Run | Outcome | None:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            return self._replace(worker)
        if isinstance(message, str):
            raise RunError(f"a worker could not start: {message}")
        if isinstance(message, Run):
            worker.ready = True
            self._failures = 0
            if worker.tasks:
                worker.send()
        else:
            worker.tasks.popleft()
        return message

    def _replace(self, worker: _Worker) -> Outcome | None:
        """Start another worker for one that died, and return the rejection of the page that it was at."""
        worker.stop(patience=5)
        how = _ending(worker.process.exitcode)
        if not worker.ready:
            self._failures += 1
            if self._failures >= START_ATTEMPTS:
                raise RunError(f"workers end before they can start ({how}); try --workers 1")
        successor = _Worker(self._make_coder, self._options)
        self._workers[self._workers.index(worker)] = successor
        successor.tasks = worker.tasks
        if not worker.began or not worker.tasks:
            return None
        number, page = worker.tasks.popleft()
        return number, reject(page, f"the process that coded it {how}")


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"was ended by {signal.Signals(-code).name}"
    return f"ended with status {code}"


@contextmanager
def _uninterrupted() -> Generator[None]:
    """Keep Ctrl-C from a process being born: it inherits the block, this process gets the signal later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
