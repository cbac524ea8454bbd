"""Ways of coding many pages: on this machine, in one process or several."""

from kawat.runners.local import Interrupted, Progress, RunError, Sink, Summary, run

__all__ = ["Interrupted", "Progress", "RunError", "Sink", "Summary", "run"]
