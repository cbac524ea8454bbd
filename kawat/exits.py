"""How a command ends: its exit status, and one line on standard error for whatever went wrong."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NoReturn

import typer

FAILED, UNUSABLE, SOME_REJECTED, INTERRUPTED, PIPE_CLOSED = 1, 2, 3, 130, 141


@contextmanager
def failures(output: str, *, resumable: bool) -> Generator[None]:
    """Turn what may go wrong into a line on standard error and the exit status that goes with it."""
    try:
        yield
    except typer.Exit:
        raise
    except BrokenPipeError:
        # Whoever read our output has enough; Python must not complain when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
    except KeyboardInterrupt as interrupt:
        say(_interrupted(interrupt, output, resumable))
        raise typer.Exit(INTERRUPTED) from None
    except Exception as error:
        from kawat.dataset import DatasetError
        from kawat.encoder.model import ModelError

        if isinstance(error, DatasetError | ModelError):
            refuse(str(error))
        hint = f"; what was stored is kept, go on with: {_again()}" if resumable else ""
        say(f"error: the run failed: {type(error).__name__}: {error}{hint}")
        raise typer.Exit(FAILED) from error


def _interrupted(interrupt: KeyboardInterrupt, output: str, resumable: bool) -> str:
    from kawat.runners import Interrupted

    count = interrupt.summary.coded + interrupt.summary.unchanged if isinstance(interrupt, Interrupted) else None
    if resumable:
        stored = f"{count} articles are" if count is not None else "what was coded is"
        return f"interrupted: {stored} stored in {output}; go on with: {_again()}"
    if output != "-":
        return f"interrupted: what was coded so far is in {output}.part"
    return "interrupted"


def _again() -> str:
    arguments: Sequence[str] = sys.argv[1:]
    return shlex.join(["kawat", *arguments] + ([] if "--resume" in arguments else ["--resume"]))


def check_day(value: str | None, option: str = "--published") -> None:
    """Leave with a word about an option's value that is no day."""
    if value is None:
        return
    try:
        if date.fromisoformat(value).isoformat() == value:
            return
    except ValueError:
        pass
    refuse(f"{option} {value!r} is no day; write it as YYYY-MM-DD, for example 2023-07-27")


def refuse(message: str) -> NoReturn:
    """Leave because of arguments that cannot be used."""
    say(f"error: {message}")
    raise typer.Exit(UNUSABLE)


def say(message: str) -> None:
    """Print a line for the person at the terminal; standard output is for data."""
    print(message, file=sys.stderr)
