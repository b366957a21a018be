"""Texts are read beside each other, and their results come in the order of the texts."""

from __future__ import annotations

import threading
import time

import pytest

from assistant.encoder.workers import run_beside


def test_results_come_in_the_order_of_the_items() -> None:
    def wait(seconds: float) -> float:
        time.sleep(seconds)
        return seconds

    assert run_beside(wait, [0.02, 0.0, 0.01]) == [0.02, 0.0, 0.01]
    assert run_beside(wait, []) == []


def test_one_item_needs_no_other_thread() -> None:
    assert run_beside(lambda _: threading.get_ident(), ["one"]) == [threading.get_ident()]


def test_what_fails_for_one_fails_for_all() -> None:
    with pytest.raises(ZeroDivisionError):
        run_beside(lambda number: 1 / number, [1, 0])
