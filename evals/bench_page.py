"""Bench of the page: many people at once on one server, over the protocol its browser tabs speak.

Every client opens a tab, sends a first offer, and then asks again and again after a time to think. What is timed is
what a person waits for: from sending a message to the end of the run that draws its answer.
"""

from __future__ import annotations

import asyncio
import html
import random
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import ParleyError
from assistant.interfaces.page import ADDRESS, build_command, build_environment
from evals.bench import QUESTION, Measurement
from evals.metrics.latency import percentile

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection

USERS = (25, 100)
SECONDS = 120.0
THINK_SECONDS = 15.0
PATIENCE_SECONDS = 60.0
START_SECONDS = 60.0
QUESTIONS = (
    "what should I push on?",
    "The recruiter says the band does not allow more",
    "write the counter email, I want 198k base",
    "what is my offer worth over 4 years?",
    "They want an answer by Friday",
)
LARGEST_MESSAGE = 64_000_000
QUESTION_OPENS, ANSWER_OPENS = '<div class="pl-question"', '<div class="pl-prose"'


@dataclass
class Load:
    """What the clients saw: seconds until a tab was drawn and until a message was answered, and what went wrong."""

    opened: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def measure_page(users: Sequence[int] = USERS, seconds: float = SECONDS) -> list[Measurement]:
    """Every measurement of every number of users, each on a server and a data folder of its own.

    Raises:
        ParleyError: the server did not start.
    """
    return [item for count in users for item in _measure(count, seconds)]


def _measure(users: int, seconds: float) -> list[Measurement]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        port = _free_port()
        kept = {
            name: value for name, value in build_environment().items() if not name.startswith(("PARLEY_", "OPENAI_"))
        }
        environment = {**kept, "PARLEY_DATA_DIR": folder}
        command = build_command(port, open_browser=False)
        with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:
            try:
                _wait_until_ready(port)
                load = asyncio.run(_crowd(port, users, seconds))
                memory = _peak_memory(server.pid)
            finally:
                server.kill()
    named = [
        ("tab drawn, p50", _percentile(load.opened, 0.5), "s"),
        ("tab drawn, p95", _percentile(load.opened, 0.95), "s"),
        (f"turn, p50 of {len(load.answered)}", _percentile(load.answered, 0.5), "s"),
        ("turn, p95", _percentile(load.answered, 0.95), "s"),
        ("turn, p99", _percentile(load.answered, 0.99), "s"),
        ("errors", float(len(load.errors)), ""),
        ("peak memory of the server", memory, "MB"),
    ]
    return [Measurement(f"{users} users: {name}", value, unit) for name, value, unit in named]


def _percentile(seconds: list[float], share: float) -> float | None:
    return percentile(seconds, share) if seconds else None


async def _crowd(port: int, users: int, seconds: float) -> Load:
    """All clients until the time is up; they come within one time to think, as people do."""
    load = Load()
    # The first tab pays for what the server loads once; nobody's wait is counted before that.
    await _use(port, Load(), random.Random(0), time.perf_counter())
    end = time.perf_counter() + seconds
    await asyncio.gather(*(_come(port, load, random.Random(number), end) for number in range(1, users + 1)))
    return load


async def _come(port: int, load: Load, dice: random.Random, end: float) -> None:
    await asyncio.sleep(dice.uniform(0, THINK_SECONDS))
    try:
        await _use(port, load, dice, end, dice.uniform(0, THINK_SECONDS))
    except (OSError, TimeoutError, ParleyError) as error:
        load.errors.append(f"{type(error).__name__}: {error}")


async def _use(port: int, load: Load, dice: random.Random, end: float, looks: float = 0.0) -> None:
    """One tab: opened and looked at for so many seconds, the first offer sent, then questions until the time is up."""
    from websockets.asyncio.client import connect
    from websockets.exceptions import WebSocketException
    from websockets.typing import Origin, Subprotocol

    address = f"ws://{ADDRESS}:{port}/_stcore/stream"
    try:
        async with connect(
            address,
            origin=Origin(f"http://{ADDRESS}:{port}"),
            subprotocols=[Subprotocol("streamlit")],
            max_size=LARGEST_MESSAGE,
        ) as line:
            tab = Tab(line)
            began = time.perf_counter()
            await tab.run()
            load.opened.append(time.perf_counter() - began)
            await asyncio.sleep(looks)
            for text in (QUESTION, *(dice.choice(QUESTIONS) for _ in range(1000))):
                began = time.perf_counter()
                await tab.send(text)
                load.answered.append(time.perf_counter() - began)
                if time.perf_counter() >= end:
                    return
                await asyncio.sleep(dice.uniform(0.5, 1.5) * THINK_SECONDS)
                if time.perf_counter() >= end:
                    return
    except WebSocketException as error:
        raise ParleyError(str(error)) from error


class Tab:
    """A browser tab as the server sees it: its message field, its address, and what it shows last."""

    def __init__(self, line: ClientConnection) -> None:
        self._line = line
        self._field = self._address = self._question = ""
        self._is_answered = False

    async def send(self, text: str) -> None:
        """Send a message and wait until its answer is drawn.

        Raises:
            ParleyError: the page has no message field, or it rests without the answer.
            TimeoutError: the page does not rest.
        """
        if not self._field:
            raise ParleyError("the page has no message field")
        await self.run(text)
        if text not in self._question or not self._is_answered:
            raise ParleyError("the page rests without an answer")

    async def run(self, text: str | None = None) -> None:
        """Have the page run, with a message or without, and wait until it rests.

        Raises:
            ParleyError: the run failed, or the page tells of a failure.
            TimeoutError: the page does not rest.
        """
        from streamlit.proto.BackMsg_pb2 import BackMsg

        back = BackMsg()
        back.rerun_script.query_string = self._address
        if text is not None:
            sent = back.rerun_script.widget_states.widgets.add()
            sent.id = self._field
            sent.chat_input_value.data = text
        await self._line.send(back.SerializeToString())
        await asyncio.wait_for(self._read(), PATIENCE_SECONDS)

    async def _read(self) -> None:
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        while True:
            message = ForwardMsg()
            message.ParseFromString(_bytes(await self._line.recv()))
            kind = message.WhichOneof("type")
            if kind == "delta":
                self._look_at(message.delta.new_element)
            elif kind == "page_info_changed":
                self._address = message.page_info_changed.query_string
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise ParleyError("the page could not be run")

    def _look_at(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind == "chat_input":
            self._field = element.chat_input.id
        elif kind == "exception":
            raise ParleyError(element.exception.message)
        elif kind == "alert":
            raise ParleyError(element.alert.body)
        elif kind == "html":
            _, opens, body = element.html.body.rpartition(QUESTION_OPENS)
            if opens:
                self._question, self._is_answered = html.unescape(body), False
            self._is_answered = self._is_answered or ANSWER_OPENS in body


def _bytes(received: str | bytes) -> bytes:
    return received.encode() if isinstance(received, str) else received


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://{ADDRESS}:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise ParleyError("the page did not start")


def _peak_memory(process: int) -> float | None:
    """Megabytes, or None where the system does not tell them of a running process."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    found = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return float(found[0]) / 1024 if found else None
