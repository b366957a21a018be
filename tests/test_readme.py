"""The README keeps its word: every command in it runs."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted({match.strip() for match in re.findall(r"uv run (?:--locked )?(parley [^`\n#]+)", README)})
SERVES_OR_WAITS = ("parley ui", "parley eval", "parley mcp")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in.jsonl").write_text('{"id": "1", "text": "what is a cliff?"}\n', encoding="utf-8")
    (tmp_path / "letter.pdf").write_bytes(_smallest_pdf("Offer: base salary of $180,000 per year at Acme."))
    (tmp_path / "mail.txt").write_text("We can do 185k base and a 20k sign-on.", encoding="utf-8")
    (tmp_path / "draft.txt").write_text("I need 195k because my rent is high.", encoding="utf-8")
    (tmp_path / "notes.md").write_text("# Notes\n\nThe sign-on is paid in May.", encoding="utf-8")
    return tmp_path


def _smallest_pdf(text: str) -> bytes:
    stream = f"BT /F1 12 Tf 40 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


def _run(command: str, folder: Path, data_folder: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    return subprocess.run(
        [sys.executable, "-m", "assistant.interfaces.cli", *words[1:]],
        cwd=folder,
        env={**os.environ, "PARLEY_DATA_DIR": str(data_folder), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        input="",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_readme_names_commands() -> None:
    assert len(COMMANDS) >= 10


@pytest.mark.parametrize("command", [item for item in COMMANDS if not item.startswith(SERVES_OR_WAITS)])
def test_a_command_of_the_readme_runs(command: str, folder: Path, data_folder: Path) -> None:
    if "offer confirm" in command or "case export" in command:
        _run('parley ask --case acme "Acme offers 180k base"', folder, data_folder)
    if "library list" in command:
        _run("parley ingest notes.md", folder, data_folder)
    done = _run(command, folder, data_folder)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip() or (folder / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("start", "told"),
    [('parley ask "Base 180K', "$297,000"), ('parley ask "They offered', "$195,000"), ('parley ask "The rec', "band")],
)
def test_each_job_of_the_readme_is_done(start: str, told: str, folder: Path, data_folder: Path) -> None:
    command = next(item for item in COMMANDS if item.startswith(start))
    assert told in _run(command, folder, data_folder).stdout


@pytest.mark.parametrize("command", [item for item in COMMANDS if item.startswith(SERVES_OR_WAITS)])
def test_a_command_that_serves_or_measures_is_known(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "assistant.interfaces.cli", shlex.split(command)[1], "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_make_has_the_two_commands() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, flags=re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)
