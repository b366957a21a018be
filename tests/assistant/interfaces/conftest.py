"""The command line with a data folder of its own."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from assistant.interfaces.cli import main
from tests.fakes.command_line import Parley, Result


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def parley(data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Parley:
    monkeypatch.setenv("PARLEY_DATA_DIR", str(data_folder))
    monkeypatch.delenv("PARLEY_MODEL", raising=False)

    def run(*arguments: str | Path, stdin: str = "") -> Result:
        monkeypatch.setattr(sys, "argv", ["parley", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return run
