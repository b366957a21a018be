"""What dependencies are told through the environment, before any of them is imported."""

from __future__ import annotations

import os

QUIET = {
    "LANGSMITH_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING_V2": "false",
    "LANGCHAIN_TRACING": "false",
    "LANGCHAIN_HANDLER": "",
    "ANONYMIZED_TELEMETRY": "False",
    "OTEL_SDK_DISABLED": "true",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "DO_NOT_TRACK": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
CALM = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""The vectors of the search are small: threads for them wait by spinning, which is half the work of a turn."""


def silence_telemetry() -> None:
    """Switch off what dependencies would send, whatever the shell says."""
    os.environ.update(QUIET)


def calm_threads() -> None:
    """One thread for the sums of numpy, unless the shell says otherwise."""
    for name, threads in CALM.items():
        os.environ.setdefault(name, threads)
