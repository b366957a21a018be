"""Sums worked out from labelled parts, and the formulas they are scored by."""

from __future__ import annotations

import pytest

from evals.formulas import name_parts, work_out
from evals.worked_sums import is_right, load, main, work


def test_a_formula_gives_what_is_asked_in_order() -> None:
    formula = "[bonus] = pay*bpct; [year 1]! = pay + [bonus] + sign; [year 2]! = [year 1] - sign"
    assert work_out(formula, {"pay": 100.0, "bpct": 0.1, "sign": 5.0}) == [("year 1", 115.0), ("year 2", 110.0)]


@pytest.mark.parametrize("formula", ["[x]! = __import__('os')", "[x]! = pay.real", "pay*2", "[x]! = [y]*2"])
def test_what_is_no_sum_is_refused(formula: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        work_out(formula, {"pay": 1.0})


def test_parts_that_come_several_times_are_counted() -> None:
    assert name_parts(["pay", "hours", "pay", "o", "o"]) == ["pay_1", "hours", "pay_2", "o", "o"]


def test_most_sums_of_plain_hands_are_worked_out_from_their_parts() -> None:
    samples = list(load(["u1", "u6"]))[::4]
    right = sum(is_right(sample, work(sample, read=False)) for sample in samples)
    assert right >= 0.6 * len(samples)


def test_the_counts_of_a_hand_are_told() -> None:
    lines: list[str] = []
    assert main(["l"], lines.append) == 0
    assert lines[-1].startswith("all: ")
