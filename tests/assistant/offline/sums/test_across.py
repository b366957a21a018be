"""Calculations whose numbers were told in earlier turns, and sums put together from lines."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from assistant.offline.sums.catalogue import find_sum


def read(*texts: str, offer: bool = False, base: int | None = None) -> tuple[str, dict[str, Any]] | None:
    found = find_sum(list(texts), offer=offer, today=None, base=None if base is None else Decimal(base))
    return None if found is None or found.missing else (found.sum.tool, found.arguments)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("30,000 options", "strike is 1.10", "12 million fully diluted", "sorry its 15 million", "what do i own?"),
            ("worked_sum", {"shares": 30_000, "all_shares": 15_000_000, "strike": 1.1}),
        ),
        (
            ("sign on 24k, repay if i leave before 24 months", "pro rata", "quitting after 18 months what do i owe"),
            ("clawback", {"sign_on_bonus": 24_000, "repay_months": 24, "leave_month": 18, "rule": "pro_rata"}),
        ),
        (
            ("council job, 62k full time", "i'd do 3 days", "so what is that for me"),
            ("pay_period", {"amount": 62_000, "period": "year", "new_days_per_week": 3}),
        ),
        (
            ("they pay 0.50 a mile, 2,000 miles a week, 50 weeks. yearly?", "and at 0.60 a mile?"),
            ("worked_sum", {"rate_a_mile": 0.6, "miles_a_week": 2000, "paid_weeks": 50}),
        ),
        (
            ("CDI, 42k", "sur 13 mois", "ca fait combien par mois ?", "et si j'obtiens 46 ?"),
            ("worked_sum", {"pay": 46_000, "salaries": 13}),
        ),
    ],
)  # fmt: skip
def test_the_numbers_of_earlier_turns_are_put_together(
    texts: tuple[str, ...], expected: tuple[str, dict[str, Any]]
) -> None:
    tool, arguments = read(*texts)
    assert (tool, arguments.get("numbers", arguments)) == expected


def test_a_percent_named_before_is_taken_of_the_base_on_file() -> None:
    told = ("they said ok but a 9% location cut", "thats how much?")
    assert read(*told, offer=True, base=200_000) == ("percent_change", {"amount": 200_000, "change_pct": -9})
    assert read(*told, offer=True) is None


@pytest.mark.parametrize("last", ["ok now what", "what do i say to that?", "should i sign?", "write it please"])
def test_a_turn_that_asks_for_no_number_computes_nothing(last: str) -> None:
    assert read("sign on 24k, must repay if i leave before 24 months", "pro rata", last) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("60k base and 5% commission on 800k in sales. total?", [(60_000, []), (800_000, [])]),
        ("OTE 200 split 60/40, i hit 80% of quota. what would i make", [(200_000, [0.6]), (200_000, [0.4])]),
        ("TJM 520 €, 205 jours, ca fait combien par an ?", [(520, [205])]),
    ],
)
def test_pay_of_several_lines(text: str, lines: list[tuple[int, list[float]]]) -> None:
    found = read(text)
    assert found is not None and found[0] == "pay_sheet"
    assert [(line["amount"], line.get("payments", [])) for line in found[1]["lines"]] == lines


def test_a_question_whole_in_itself_is_not_compared_with_the_offer_told_before() -> None:
    told = "forklift, 24.60 an hr, 42 hrs a week with time and a half over 40. per year? and a month?"
    made = read("got 172k base, 120k rsu over 4 yrs. is that ok?", told)
    assert made is not None and 172_000 not in made[1]["numbers"].values()


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (
            ("welder, 34 an hour, 40 hours a week", "is the boss nice?", "sorry its 36 not 34", "weekly?"),
            {"pay": 36, "worked_hours": 40},
        ),
        (
            ("they pay 7,200 a month, 30% goes to tax", "my accountant says 34% now", "so what is left a month"),
            {"pay": 7200, "tax_pct": 34},
        ),
    ],
)  # fmt: skip
def test_a_sum_over_several_messages_takes_the_numbers_in_force(
    texts: tuple[str, ...], numbers: dict[str, float]
) -> None:
    tool, arguments = read(*texts)
    assert tool == "worked_sum"
    assert arguments["numbers"] == numbers
