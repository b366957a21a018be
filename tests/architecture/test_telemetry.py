"""Nothing leaves this machine, and no setting of the shell changes that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WATCH = """
import sys
reached = []

def watch(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple) and arguments[1][0] not in ("127.0.0.1", "::1"):
        reached.append(arguments[1])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        reached.append(arguments)

sys.addaudithook(watch)
"""
TURN = """
from assistant.bootstrap import build_session
session = build_session()
answer = session.ask("Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62", "mine")
assert "$297,000" in answer.text
assert session.ask("The recruiter says the band doesn't allow more", "mine").citations
assert not session.describe().outgoing
assert not reached, reached
"""
TRACING = """
from langsmith.utils import tracing_is_enabled
assert tracing_is_enabled() is False
from langchain_core.tracers.langchain import LangChainTracer
from langchain_core.callbacks import CallbackManager
assert not [h for h in CallbackManager.configure().handlers if isinstance(h, LangChainTracer)]
assert "langsmith.client" not in sys.modules or not reached
"""
LOUD = {
    "LANGSMITH_TRACING": "true",
    "LANGSMITH_TRACING_V2": "true",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGCHAIN_TRACING": "true",
    "LANGCHAIN_HANDLER": "langchain",
    "LANGSMITH_API_KEY": "lsv2-a-key",
    "LANGCHAIN_API_KEY": "lsv2-a-key",
    "LANGSMITH_ENDPOINT": "https://api.smith.langchain.com",
    "CHROMA_OTEL_COLLECTION_ENDPOINT": "http://traces.example:4317",
    "CHROMA_OTEL_GRANULARITY": "all",
    "ANONYMIZED_TELEMETRY": "True",
    "HF_HUB_DISABLE_TELEMETRY": "0",
    "HF_HUB_OFFLINE": "0",
    "OPENAI_API_KEY": "sk-a-key",
    "OPENAI_BASE_URL": "https://api.openai.com/v1",
}


@pytest.mark.parametrize("variables", [{}, LOUD], ids=["quiet shell", "shell with tracing on and keys set"])
def test_a_first_run_reaches_no_other_machine(tmp_path: Path, variables: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCH + TURN + TRACING],
        env={**os.environ, **variables, "PARLEY_DATA_DIR": str(tmp_path / "data")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
