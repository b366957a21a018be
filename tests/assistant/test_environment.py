"""Environment: what dependencies are told before they are imported."""

from __future__ import annotations

import os

import pytest

from assistant.environment import calm_threads, silence_telemetry


def test_tracing_is_switched_off_whatever_the_shell_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGCHAIN_TRACING_V2", "true")
    silence_telemetry()
    assert os.environ["LANGSMITH_TRACING"] == os.environ["LANGCHAIN_TRACING_V2"] == "false"


def test_numpy_takes_one_thread_unless_the_shell_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {"OMP_NUM_THREADS": "3"})
    calm_threads()
    assert os.environ == {"OMP_NUM_THREADS": "3", "OPENBLAS_NUM_THREADS": "1"}
