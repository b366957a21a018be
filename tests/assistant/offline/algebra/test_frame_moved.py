"""Tests of sums told over several messages, of moved offers, other weeks and ways to work."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.offline import lexicon
from assistant.offline.algebra.expression import Work, values_of
from assistant.offline.algebra.framed import read_framed


def results(*texts: str) -> set[Decimal]:
    made = read_framed(tuple(lexicon.fold(text) for text in texts))
    assert made is not None
    numbers, steps = made.read.arguments["numbers"], made.read.arguments["steps"]
    values = values_of(Work(numbers=numbers, steps=steps))
    return {round(values[step["name"]], 2) for step in steps}


@pytest.mark.parametrize(
    ("texts", "result"),
    [
        (("They offer 60,000 for 40 hours. I'd only want 30, what is that a year?",), 45000),
        (("Angebot 50.000 mit 5 Tagen, ich will auf 4 Tage gehen. wie viel ist das im Jahr?",), 40000),
        (("30 miles each way against 10, 200 days, 50 cents a mile. pays 5,000 more a year, am I ahead?",), 1000),
        (("they said 4,000 a month", "I asked for 4,600", "now 4,300. how much more a year than the first one?"), 3600),
        (("2,000 shares at $30, 4 years", "what vests a year?", "and if it falls to 20?"), 10000),
        (("120k and 10,000 options, strike 2", "if it sells at 5 a share, what do I make on them?"), 30000),
        (("relocation 12,000, one twenty-fourth goes back for each month left", "if I go after 18?"), 3000),
    ],
)  # fmt: skip
def test_the_sum_is_that_of_what_was_told(texts: tuple[str, ...], result: int) -> None:
    assert Decimal(result) in results(*texts)


def test_a_salary_more_than_months_counts_for_the_pay_it_is_told_of() -> None:
    found = results(
        "R40,000 a month with a 13th cheque", "now I get R38,000", "how much above what I get now, per year?"
    )
    assert Decimal(64000) in found
