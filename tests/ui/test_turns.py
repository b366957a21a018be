"""Turns in progress: a stopped one is waited for, and does not stand in the way of the next."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from assistant.domain.answer import Answer
from assistant.errors import CaseBusy, TurnStopped
from ui.state import Request
from ui.turns import ENDING, TurnRunner

ANSWER = Answer(kind="advice", text="ok")
PATIENCE = 10


@pytest.fixture
def gate() -> threading.Event:
    return threading.Event()


@pytest.mark.parametrize("is_noted", [True, False])
def test_a_message_sent_after_a_stopped_one_waits_until_that_has_ended(gate: threading.Event, is_noted: bool) -> None:
    runner, order = TurnRunner(), []

    def slow(note: Callable[[str], None]) -> Answer:
        gate.wait(PATIENCE)
        order.append("stopped one ends")
        note("keeping the answer…")
        return ANSWER

    def quick(note: Callable[[str], None]) -> Answer:
        order.append("next one begins")
        return ANSWER

    first = runner.start("acme", Request("one"), slow)
    first.stop()
    if is_noted:
        runner.forget("acme", first)
    assert not runner.is_idle()
    second = runner.start("acme", Request("two"), quick)
    assert not second.done.wait(0.1)
    gate.set()
    assert second.done.wait(PATIENCE)
    assert order == ["stopped one ends", "next one begins"]
    assert second.steps[0] == ENDING
    assert isinstance(first.failure, TurnStopped)
    assert second.answer == ANSWER


def test_a_message_that_waits_can_be_stopped_too(gate: threading.Event) -> None:
    runner = TurnRunner()

    def slow(note: Callable[[str], None]) -> Answer:
        gate.wait(PATIENCE)
        return ANSWER

    runner.start("acme", Request("one"), slow).stop()
    second = runner.start("acme", Request("two"), slow)
    second.stop()
    assert second.done.wait(PATIENCE)
    assert isinstance(second.failure, TurnStopped)
    gate.set()


def test_a_message_that_is_still_answered_lets_no_other_in(gate: threading.Event) -> None:
    runner = TurnRunner()

    def slow(note: Callable[[str], None]) -> Answer:
        gate.wait(PATIENCE)
        return ANSWER

    first = runner.start("acme", Request("one"), slow)
    with pytest.raises(CaseBusy):
        runner.start("acme", Request("two"), slow)
    gate.set()
    assert first.done.wait(PATIENCE)
