"""``kawat fetch``: pages from the network into a file of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kawat.readers.fetching import Choice, Manners, Report, Store, fetch, read_inputs
from kawat.records import Reject
from kawat.terminal import show_rejects


def fetch_inputs(
    inputs: Iterable[str], output: str, choice: Choice, manners: Manners, progress: Callable[[int], None]
) -> Report:
    """Fetch all inputs into ``output`` and name on standard error each address that failed.

    Raises StoreError where the output cannot be used, and Interrupted after Ctrl-C.
    """
    report = Report(on_reject=_show, on_done=progress)
    with Store(output) as store:
        try:
            fetch(read_inputs(inputs), store, choice, manners, report)
        except KeyboardInterrupt as interrupt:
            raise Interrupted(report) from interrupt
    return report


class Interrupted(KeyboardInterrupt):
    """Ctrl-C ended the run; ``report`` says what was stored before."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def _show(reject: Reject) -> None:
    show_rejects([reject], 1)
