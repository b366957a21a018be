"""`parley eval` starts the program that travels with Parley, wherever the person stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.interfaces import evals as interface


def make_program(folder: Path, text: str) -> None:
    (folder / "evals").mkdir(parents=True)
    (folder / "evals" / "__init__.py").write_text("", encoding="utf-8")
    (folder / "evals" / "__main__.py").write_text(text, encoding="utf-8")


def test_arguments_and_exit_status_pass_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "bundle"
    make_program(root, "import sys; sys.exit(7 if sys.argv[1:] == ['turns', '--json'] else 1)")
    elsewhere = tmp_path / "elsewhere"
    make_program(elsewhere, "import sys; sys.exit(9)")
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr(interface, "bundle_root", lambda: root)
    assert interface.run_evals(["turns", "--json"]) == 7


def test_an_installation_without_evals_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interface, "bundle_root", lambda: tmp_path)
    with pytest.raises(InputError, match="not installed"):
        interface.run_evals([])
