"""The commands `parley data`."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.fakes.command_line import Parley


def test_everything_is_taken_out_and_then_removed(parley: Parley, tmp_path: Path) -> None:
    parley("ask", "hello", "--case", "acme", "--json")
    told = parley("data", "export", tmp_path / "all.zip", "--json").json
    assert told["bytes"] == (tmp_path / "all.zip").stat().st_size
    assert zipfile.ZipFile(tmp_path / "all.zip").namelist() == ["cases.json"]
    refused = parley("data", "delete")
    assert (refused.status, "--yes" in refused.err or "yes: is missing" in refused.err) == (2, True)
    removed = parley("data", "delete", "--yes", "--json").json["removed"]
    assert removed == {"cases": 1, "turns": 1, "offers": 0, "documents": 0}
    assert parley("data", "export", tmp_path / "all.md").status == 2
