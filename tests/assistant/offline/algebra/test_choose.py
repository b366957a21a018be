"""Sums worked out from everyday words: the figures that answer, in order."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.worked_sum import Step, calculate_worked_sum
from assistant.offline.algebra.choose import read_worked


def work_out(text: str) -> list[float]:
    found = read_worked(text)
    if found is None:
        return []
    numbers = {name: Decimal(str(value)) for name, value in found.arguments["numbers"].items()}
    steps = [Step(**step) for step in found.arguments["steps"]]
    asked = sum(step.answers for step in steps)
    return [float(figure.value) for figure in calculate_worked_sum(numbers, steps)][:asked]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("£420 a day, 3 days a week for 44 weeks. what would that make a year", [55_440]),
        ("3 12 hour shifts a week at 40 an hour, yearly?", [74_880, 1_440]),
        ("60% part time of 74k plus 5% bonus. base and bonus?", [44_400, 2_220, 46_620]),
        ("A: 98k + 6% pension, B: 101k + 4% pension. which is higher?", [5_880, 4_040, 103_880, 105_040, 1_160]),
        ("im at 41,200, they want to give me 46,350. how much more a month", [5_150, 429.17]),
        ("posted range 92k-128k, offer 101k. how far up the range am i in %", [25]),
        ("they said 104, i said 119, halfway is what?", [111_500]),
        ("I lose a 12,500 bonus and 220 rsus (price 85). they offer 20k sign on. how short is that", [31_200, 11_200]),
        ("relo 24k. pay back 100% in first 6 months, 25% until month 24. I quit in month 14, what do I owe", [6_000]),
        ("i need 15k net and lose 42% to tax. gross?", [25_862.07]),
        ("raise from 85k to 97k, i pay 22% fed 5% state and 7.65 fica. what's left of the 12k", [7_842]),
        ("25,000 options, 14.2M fully diluted. what %, and after a 20% dilution round?", [0.1761, 0.1408]),
        ("bonus of 24k accrues evenly, i leave end of May. how much have i earned", [10_000]),
        ("40 min each way, 4 days a week, 48 weeks. how many hours a year do i commute", [256]),
        ("package 132k including 11.5% super, what's base", [118_385.65]),
        ("rn 40/hr, nights 5 extra, three 12s, one of the three at night. my week?", [1_500, 78_000]),
        ("0.60 a mile, 2,500 miles a week, 48 weeks, 500 bonus every quarter. yearly?", [1_500, 74_000]),
        ("SGD 5,000 monthly, bonus of 2 months. total a year?", [70_000]),
        ("severance is 20 days per year, 5 years, i make 73,000 a year. how much?", [20_000]),
        ("they opened at 90, i asked 110, now 95. how much of the gap did they close in %", [5.56, 25]),
        ("5,000 a month, my pension 10% and 200 for insurance. what's left a month", [4_300]),
        ("severance of 2 weeks per year of service, 7 years, salary 91k. how much", [24_500]),
        ("how long until the 9,000 sign-on is eaten up if my insurance costs 375 more each month?", [24]),
        ("sign on 30k or 12k more base, how many years until even", [2.5]),
        ("6% of 64k goes into the pension. how much a month is that", [3_840, 320]),
    ],
)  # fmt: skip
def test_what_is_asked_is_derived_from_the_numbers(text: str, figures: list[float]) -> None:
    assert work_out(text) == pytest.approx(figures)


@pytest.mark.parametrize(
    "text",
    [
        "base 185, bonus 15%, 200k rsus over 4 years, 25k sign on, and 12% of something else. what's year one?",
        "my salary is 90k and the moon is 384,400 km away, how much is that?",
        "12,000 options at a $2 strike. what are they worth today?",
    ],
)
def test_a_number_left_over_means_that_the_sum_is_another(text: str) -> None:
    assert work_out(text) == []
