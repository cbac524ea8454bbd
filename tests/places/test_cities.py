"""The compiled file of populated places."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ASK = "from kawat.places.cities import cities_named; print(cities_named('Wamena')[0].country)"


def ask(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def test_it_is_made_where_it_is_not_there_and_nothing_half_written_stays(tmp_path: Path) -> None:
    found = ask(KAWAT_CACHE=str(tmp_path / "new"))
    assert found.stdout.strip() == "IDN", found.stderr
    assert [path.suffix for path in (tmp_path / "new").iterdir()] == [".sqlite"]


def test_a_folder_that_cannot_be_written_to_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert ask(KAWAT_CACHE=str(tmp_path / "file")).stdout.strip() == "IDN"


def test_two_processes_may_make_it_at_once(tmp_path: Path) -> None:
    environment = {**os.environ, "KAWAT_CACHE": str(tmp_path)}
    running = [subprocess.Popen([sys.executable, "-c", ASK], env=environment, stdout=-1, text=True) for _ in range(2)]
    assert [process.communicate()[0].strip() for process in running] == ["IDN", "IDN"]
