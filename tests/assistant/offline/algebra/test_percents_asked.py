"""Percents asked: a part, a whole and the percent between two amounts, and what only looks like one of them."""

from __future__ import annotations

import pytest

from assistant.offline import lexicon
from assistant.offline.algebra.expression import Work, values_of
from assistant.offline.sums.catalogue import find_sum


def answer(text: str) -> float | None:
    """The first result that is asked for, where the sum is worked out from the words."""
    found = find_sum([lexicon.fold(text)], offer=False, today=None)
    if found is None or found.missing or found.sum.tool != "worked_sum":
        return None
    work = Work(numbers=found.arguments["numbers"], steps=found.arguments["steps"])
    asked = next(step["name"] for step in work.steps if step["answers"])
    return round(float(values_of(work)[asked]), 2)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("whats 7% of 83k", 5_810),
        ("15% of 180k?", 27_000),
        ("how much is 12% of my 95k base", 11_400),
        ("64k is 80% of what salary", 80_000),
        ("72k at 90%, 100%?", 80_000),
        ("36k at 60%, what is it at 100%", 60_000),
        ("30k is what percent of 150k", 20),
        ("what percent of 190k is 2900", 1.53),
        ("1900 rent on 120k base what percent is that", 19),
        ("rent 2200, salary 8k a month. what percent of pay is rent", 27.5),
    ],
)
def test_a_part_a_whole_or_the_percent_between_them_is_worked_out(text: str, result: float) -> None:
    assert answer(text) == result


@pytest.mark.parametrize(
    "text", ["15% bonus on 180k, total?", "bonus 80k at 80%, 100%?", "i make 80k, 5% more, what is it then"]
)
def test_a_raise_a_bonus_and_a_payout_are_none_of_them(text: str) -> None:
    found = find_sum([lexicon.fold(text)], offer=False, today=None)
    names = {step["name"] for step in found.arguments.get("steps", ())} if found else set()
    assert not names & {"part_of_it", "the_whole", "share_in_percent"}
