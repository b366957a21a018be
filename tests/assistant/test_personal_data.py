"""All personal data: it comes out whole, and nothing of it is left when it is removed."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from assistant.bootstrap import build_session
from assistant.personal_data import RemovedData
from assistant.session import CoachSession
from assistant.settings import Settings

CANARY = "canary-8b11"
DOCUMENT = f"# Leave at {CANARY}\n\n## Parents\n\nParental leave there is twenty-one weeks, {CANARY}.\n".encode()


@pytest.fixture
def session(tmp_path: Path) -> CoachSession:
    session = build_session(settings=Settings(data_folder=tmp_path))
    session.ask(f"{CANARY} offers 180k base", "mine")
    session.library.add_document("leave.md", DOCUMENT)
    return session


def test_the_file_holds_every_case_and_document(session: CoachSession) -> None:
    with zipfile.ZipFile(io.BytesIO(session.personal_data.export())) as archive:
        assert sorted(archive.namelist()) == ["cases.json", "documents/own-leave.md"]
        cases = json.loads(archive.read("cases.json"))["cases"]
        assert [item["case"]["name"] for item in cases] == ["mine"]
        assert "twenty-one weeks" in archive.read("documents/own-leave.md").decode()


def test_no_byte_is_left_when_all_is_removed(session: CoachSession, tmp_path: Path) -> None:
    held = [path for path in tmp_path.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    assert len(held) >= 2
    assert session.personal_data.delete() == RemovedData(cases=1, turns=1, offers=1, documents=1)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    assert session.search("parental leave", 3).hits
    assert session.personal_data.delete() == RemovedData(cases=0, turns=0, offers=0, documents=0)
