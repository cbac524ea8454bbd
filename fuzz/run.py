"""Fuzz one target: ``python -m fuzz.run TARGET [--seconds 60]``; or check inputs again: ``... TARGET FILE...``

What fails is kept under ``fuzz/found/TARGET``, one input for each place in the code, and fuzzing goes on.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
_MEMORY = 2048  # MiB
_LONGEST = 1 << 15


class Findings:
    """Keeps one input for each kind of failure."""

    def __init__(self, target: str, check: Callable[[bytes], None]) -> None:
        self._folder = HERE / "found" / target
        self._check = check
        self._known: set[str] = set()

    def __call__(self, data: bytes) -> None:
        """Check an input; what fails in a new way is kept and told of."""
        try:
            self._check(data)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a panic in a library is none of Exception
            name = _name(error)
            if name not in self._known:
                self._known.add(name)
                self._folder.mkdir(parents=True, exist_ok=True)
                (self._folder / f"{name}.bin").write_bytes(data)
                print(f"\nFOUND {name}", file=sys.stderr)
                traceback.print_exc()


def _name(error: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/kawat/" in frame.filename]
    places = frames[-1:] or traceback.extract_tb(error.__traceback__)[-1:]
    place = f"{Path(places[0].filename).stem}-{places[0].lineno}"
    words = re.sub(r"[^a-z]+", "-", str(error).split(":")[0][:50].lower()).strip("-")
    return f"{type(error).__name__}-{place}-{words}"[:120]


def _mutator(target: str) -> Callable[[bytes, int, int], bytes]:
    """Return a mutator that moves lines and puts in what such inputs consist of, beside libFuzzer's own ways."""
    atheris = import_module("atheris")  # an extra that not everybody has: the type checker need not know it

    from fuzz.seeds import tokens

    words = tokens(target)
    between = b"<" if target == "html" else b"\n"

    def change(data: bytes, limit: int, seed: int) -> bytes:
        pick = random.Random(seed)
        way = pick.randrange(6)
        at = pick.randrange(len(data) + 1)
        if way < 2:
            data = atheris.Mutate(data, limit)
        elif way == 2:
            data = data[:at] + pick.choice(words) + data[at:]
        elif way == 3:
            data = data[:at] + pick.choice(words) * pick.choice((1, 2, 30, 500)) + data[at:]
        else:
            parts = data.split(between)
            first, second = pick.randrange(len(parts)), pick.randrange(len(parts))
            if way == 4:
                parts[first] = parts[second]
            else:
                parts[first], parts[second] = parts[second], parts[first]
            data = between.join(parts)
        return data[:limit]

    return change


def _fuzz(target: str, seconds: int) -> int:
    atheris = import_module("atheris")  # an extra that not everybody has: the type checker need not know it

    with atheris.instrument_imports(include=["kawat"]):
        from fuzz.checks import TARGETS
    from fuzz.seeds import seeds

    corpus = HERE / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"seed{number:02}").write_bytes(seed)
    options = (f"-max_total_time={seconds}", f"-rss_limit_mb={_MEMORY}", "-timeout=30", f"-max_len={_LONGEST}")
    arguments = [sys.argv[0], *options, f"-artifact_prefix={HERE / 'found'}/", "-print_final_stats=1", str(corpus)]
    (HERE / "found").mkdir(exist_ok=True)
    atheris.Setup(arguments, Findings(target, TARGETS[target]), custom_mutator=_mutator(target))
    atheris.Fuzz()
    return 0


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seconds", type=int, default=60)
    chosen = parser.parse_args()
    if not chosen.files:
        return _fuzz(chosen.target, chosen.seconds)
    from fuzz.checks import TARGETS

    for file in chosen.files:
        TARGETS[chosen.target](file.read_bytes())
        print(f"{file}: holds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
