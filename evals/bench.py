"""Bench: how long Parley takes to start, to index and to answer, and how much memory it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import ParleyError
from assistant.paths import bundle_root
from evals.conversations import hold_conversation
from evals.metrics.latency import percentile
from evals.samples import TurnSample, load_samples

QUESTION = "Base $180K, RSU $200K over 4 years, bonus 15%, signing $40K, Microsoft L62"
COLD_RUNS = 5
WARM_CONVERSATIONS = 60
_ASK = "from assistant.interfaces.cli import main; main()"


@dataclass(frozen=True)
class Measurement:
    """One measured value; None where this system cannot measure it."""

    name: str
    value: float | None
    unit: str


def measure() -> list[Measurement]:
    """All measurements, in a data folder of their own.

    Raises:
        ParleyError: a measured process failed.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        first = _time_ask(folder)
        cold = [_time_ask(folder) for _ in range(COLD_RUNS)]
        return [
            Measurement("first `parley ask`: the index is built", first, "s"),
            Measurement("cold `parley ask`, p50 of 5", percentile(cold, 0.5), "s"),
            Measurement("cold `parley ask`, slowest of 5", max(cold), "s"),
            Measurement("peak memory of `parley ask`", _children_memory(), "MB"),
            *_measure_index(folder / "fresh"),
            *_measure_warm(folder),
        ]


def _time_ask(folder: Path) -> float:
    environment = {
        **os.environ,
        "PARLEY_DATA_DIR": str(folder),
        "PARLEY_MODEL": "offline",
        "PYTHONPATH": os.pathsep.join([str(bundle_root()), *filter(None, [os.environ.get("PYTHONPATH")])]),
    }
    command = [sys.executable, "-P", "-c", _ASK, "ask", QUESTION, "--json"]
    began = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    seconds = time.perf_counter() - began
    if done.returncode:
        raise ParleyError(f"`parley ask` failed: {done.stderr.decode('utf-8', 'replace')[-300:]}")
    return seconds


def _children_memory() -> float | None:
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _measure_index(folder: Path) -> list[Measurement]:
    from assistant.bootstrap import build_guidance

    began = time.perf_counter()
    guidance, _ = build_guidance(bundle_root() / "knowledge", folder)
    seconds = time.perf_counter() - began
    return [
        Measurement("index of the built-in library, first build", seconds, "s"),
        Measurement("passages in it", float(len(guidance.index.contents.chunks)), ""),
    ]


def _measure_warm(folder: Path) -> list[Measurement]:
    from assistant.bootstrap import build_session
    from assistant.settings import Settings

    session = build_session(settings=Settings(data_folder=folder))
    samples = [sample for sample in load_samples("turns", TurnSample) if sample.split == "dev"][:WARM_CONVERSATIONS]
    held = [hold_conversation(session, sample, twice=False) for sample in samples]
    seconds = [exchange.seconds for conversation in held for exchange in conversation.exchanges][1:]
    return [
        Measurement(f"warm turn, p50 of {len(seconds)}", percentile(seconds, 0.5), "s"),
        Measurement(f"warm turn, p95 of {len(seconds)}", percentile(seconds, 0.95), "s"),
        Measurement("warm turn, slowest", max(seconds), "s"),
    ]


def render_measurements(measurements: Sequence[Measurement]) -> str:
    """A table for people; there is no pass or fail, machines differ."""
    return "\n".join(f"{item.name:<46}{_render(item):>12}" for item in measurements)


def _render(item: Measurement) -> str:
    if item.value is None:
        return "not measured"
    digits = {"s": 3, "MB": 0}.get(item.unit, 0)
    return f"{item.value:.{digits}f} {item.unit}".rstrip()
