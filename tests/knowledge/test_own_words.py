"""The project is written in its own words, never in those of the articles its facts were checked against."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ORIGINALS = ROOT.parent / "shared" / "seeds"
RUN = 10

pytestmark = pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the articles are not beside the project")


def read_runs(text: str) -> set[tuple[str, ...]]:
    """Every run of RUN consecutive words, lower case, without punctuation."""
    words = re.findall(r"[a-z0-9$%]+", text.lower())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def list_tracked_files() -> list[Path]:
    """The files git knows, without binary ones."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / name for name in listed.decode("utf-8").split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


def test_no_tracked_file_shares_ten_words_in_a_row_with_the_originals() -> None:
    originals: set[tuple[str, ...]] = set()
    for path in ORIGINALS.iterdir():
        originals |= read_runs(path.read_text(encoding="utf-8"))
    shared = {}
    for path in list_tracked_files():
        runs = read_runs(path.read_text(encoding="utf-8", errors="replace")) & originals
        if runs:
            shared[path.relative_to(ROOT).as_posix()] = sorted(" ".join(run) for run in runs)[:3]
    assert shared == {}
