"""Wiring: what the session stands on, and what it says about itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from assistant.bootstrap import build_session
from assistant.cases.sqlite_store import SqliteCaseStore
from assistant.encoder import reading
from assistant.retrieval import embedding
from assistant.settings import Settings
from tests.fakes.openai_server import openai_server, say

KEY = "sk-this-is-a-secret-key"


def online(url: str, folder: Path) -> Settings:
    return Settings(chat_model="openai:fake", data_folder=folder, openai_api_key=SecretStr(KEY), openai_base_url=url)


def test_the_embedded_coach_stands_on_a_stored_library_and_stored_cases(tmp_path: Path) -> None:
    told: list[Any] = []
    session = build_session(lambda *report: told.append(report), Settings(data_folder=tmp_path / "data"))
    status = session.describe()
    assert told
    assert status.chat_model == "offline"
    assert status.outgoing == ()
    assert status.passages > 50
    assert all(check.ok for check in status.checks)
    session.ask("hello", "mine")
    assert [case.name for case in SqliteCaseStore(tmp_path / "data").list_cases()] == ["mine"]


def test_a_chosen_model_is_asked_and_named_before_it_is(tmp_path: Path) -> None:
    with openai_server(say("Ask what the band is.")) as server:
        session = build_session(settings=online(server.url, tmp_path))
        status = session.describe()
        assert server.url in status.outgoing[0]
        assert KEY not in status.model_dump_json()
        answer = session.ask("what should I push on?")
        assert server.keys == [f"Bearer {KEY}"]
        assert server.requests[0]["model"] == "fake"
    assert answer.model == "openai:fake"


def test_a_folder_that_cannot_be_used_leaves_a_session_in_memory_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    session = build_session(settings=Settings(data_folder=tmp_path / "file" / "data"))
    status = session.describe()
    assert any("Nothing is saved" in note for note in status.notes)
    assert [check.name for check in status.checks if not check.ok] == ["cases"]
    session.ask("hello", "mine")
    assert len(session.list_turns("mine")) == 1


def test_a_damaged_case_file_is_left_alone_and_the_session_still_opens(tmp_path: Path) -> None:
    damaged = b"this is no database" * 100
    (tmp_path / "cases.sqlite3").write_bytes(damaged)
    session = build_session(settings=Settings(data_folder=tmp_path))
    assert any("Nothing is saved" in note for note in session.describe().notes)
    assert session.ask("hello").text
    assert (tmp_path / "cases.sqlite3").read_bytes() == damaged


@pytest.mark.parametrize("seconds", ["0", "0.1", "0.18", "0.2"])
def test_a_process_may_end_while_the_readers_are_opened(seconds: str) -> None:
    script = "import sys, time; from assistant.bootstrap import warm_up; warm_up(); time.sleep(float(sys.argv[1]))"
    assert subprocess.run([sys.executable, "-c", script, seconds], check=False).returncode == 0


def test_an_offer_is_read_and_compared_once_in_its_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = build_session(settings=Settings(data_folder=tmp_path / "data"))
    runs: list[str] = []
    for module in (reading, embedding):
        real = module._run
        monkeypatch.setattr(module, "_run", lambda *args, real=real: (runs.append(real.__module__), real(*args))[1])
    session.ask("Quillmark offers me 181k base and 12k to sign, what is that in the first year?")
    assert runs.count(reading.__name__) <= 2  # the message, and what of it is an offer
    assert runs.count(embedding.__name__) <= 2
