"""A base and a commission on an amount: never an on-target pay paid out in part."""

from __future__ import annotations

import pytest

from assistant.offline.algebra.expression import Work, values_of
from assistant.offline.sums.catalogue import find_sum


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("commission 8% on 600k plus 60k base", 108_000),
        ("60k base plus 8% commission on 600k", 108_000),
        ("base 50k and commission of 6% on 400k", 74_000),
    ],
)
def test_so_many_percent_of_the_sales_go_on_top_of_the_base(text: str, total: int) -> None:
    found = find_sum([text], offer=False, today=None, works=False)
    assert found is not None
    assert found.sum.tool == "worked_sum"
    values = values_of(Work(numbers=found.arguments["numbers"], steps=found.arguments["steps"]))
    assert total in values.values()


def test_a_payout_of_an_on_target_pay_stays_one() -> None:
    found = find_sum(["OTE 120k, base 80k, i hit 90% of quota. total?"], offer=False, today=None)
    assert found is not None
    assert (found.sum.tool, found.arguments["bonus_payout_pct"]) == ("total_compensation", 90)
