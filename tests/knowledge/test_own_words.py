"""The project is written in its own words, never in those of the articles its facts were checked against.

The articles are not ours to pass on. `originals.sha` holds, in hexadecimal, the beginnings of the hashes of every ten
words in a row of theirs, so that the check runs wherever the project is.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HASHES = Path(__file__).with_name("originals.sha")
ORIGINALS = next((held for up in ROOT.parents if (held := up / "shared" / "seeds").is_dir()), None)
RUN = 10
DIGITS = 12
"""Of a hash: among some millions of runs, one by chance in ten thousand checks."""


def read_runs(text: str) -> set[tuple[str, ...]]:
    """Every run of RUN consecutive words, lower case, without punctuation."""
    words = re.findall(r"[a-z0-9$%]+", text.lower())
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def hash_run(run: tuple[str, ...]) -> str:
    """The beginning of the hash of a run."""
    return hashlib.sha256(" ".join(run).encode()).hexdigest()[:DIGITS]


def read_hashes() -> set[str]:
    """The hashes of the runs of the articles."""
    held = HASHES.read_text(encoding="ascii").replace("\n", "")
    return {held[start : start + DIGITS] for start in range(0, len(held), DIGITS)}


def list_tracked_files() -> list[Path]:
    """The files git knows, without binary ones."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / name for name in listed.decode("utf-8").split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


def find_shared(text: str, originals: set[str]) -> list[str]:
    """The runs of a text that stand in the articles."""
    return sorted(" ".join(run) for run in read_runs(text) if hash_run(run) in originals)


def test_no_tracked_file_shares_ten_words_in_a_row_with_the_originals() -> None:
    originals = read_hashes()
    shared = {}
    for path in list_tracked_files():
        if runs := find_shared(path.read_text(encoding="utf-8", errors="replace"), originals):
            shared[path.relative_to(ROOT).as_posix()] = runs[:3]
    assert shared == {}


def test_a_run_of_the_originals_would_be_found() -> None:
    run = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    assert find_shared("Zero, one two three four; five six seven eight nine TEN eleven", {hash_run(run)}) == [
        " ".join(run)
    ]


@pytest.mark.skipif(ORIGINALS is None, reason="the articles are not beside the project")
def test_the_hashes_are_those_of_the_articles() -> None:
    assert ORIGINALS is not None
    texts = [path.read_text(encoding="utf-8") for path in ORIGINALS.iterdir()]
    assert read_hashes() == {hash_run(run) for text in texts for run in read_runs(text)}
