"""What is built is what is here: every module and every data file is in the wheel."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]
ROOMS = ("claimwire", "plugins", "models", "api")


def tracked(*paths: str) -> list[str]:
    """The files below these paths that git keeps and that are still there."""
    listed = subprocess.run(["git", "ls-files", *paths], cwd=HOME, check=True, capture_output=True, text=True).stdout
    return [name for name in listed.splitlines() if (HOME / name).exists()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder, source = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("source")
    for name in tracked(*ROOMS, "pyproject.toml", "README.md"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(HOME / name, source / name)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=200)
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


@pytest.mark.parametrize("room", ROOMS)
def test_every_file_of_a_room_is_in_the_wheel(room: str, built: set[str]) -> None:
    assert sorted(set(tracked(room)) - built) == []


def test_nothing_else_is_in_the_wheel(built: set[str]) -> None:
    tops = {name.partition("/")[0] for name in built}
    assert tops - {*ROOMS} == {next(t for t in tops if t.endswith(".dist-info"))}
