"""Sums read from the part each number plays: wordings of many kinds, later numbers, and what is asked back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.worked_sum import Step, calculate_worked_sum
from assistant.offline.algebra.framed import left_out, read_framed, read_lacking


def work_out(*texts: str) -> dict[str, float]:
    reading = read_framed(texts)
    if reading is None:
        return {}
    numbers = {name: Decimal(str(value)) for name, value in reading.read.arguments["numbers"].items()}
    steps = [Step(**step) for step in reading.read.arguments["steps"]]
    return {figure.label: float(figure.value) for figure in calculate_worked_sum(numbers, steps)}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("day rate €510, i'd bill 205 days. yearly? and if its only 180", [104_550, 91_800]),
        ("they pay 1,300 a week, i make 25.50/hr for 48 hrs, overtime after 40 at 1.5. what more a week", [1_326, 26]),
        ("70% Stelle, Vollzeit wären 60.000 €. Was ist das im Jahr und im Monat?", [42_000, 3_500]),
        ("offer 120k, i want 135. anchor 6% over target and walk away 4% over what they offered", [143_100, 124_800]),
        ("0.3%, it sells for 150M, investors take 40M off the top, diluted 10% before. my part?", [297_000]),
        ("had 1,200 rsus at 70.00, now its 61.50. how much value lost, and percent", [10_200, 12.14]),
        ("retention bonus 40k paid in 2 years, discount rate 5%. worth today?", [36_281.18]),
        ("index here 80, there 100. i make 60k. would 72k be a step up?", [75_000, 3_000]),
        ("berlin offer is 70k eur, rate 1.10. what is that in dollars, and per month?", [77_000, 6_416.67]),
        ("notice is 60 days, they want me in 30. buyout on gross of 90,000 a month, kitna?", [90_000]),
        ("salary 120k with 10% target bonus, company factor 90%, my own multiplier 110%. what is the bonus?", [11_880]),
        ("180 hours of pto at 32.50/hr. payout, and after 25% tax?", [5_850, 4_387.5]),
        ("I'm on 88k a year, they offered 9%", [95_920]),
        ("sold for 80M, investors first get 30M, i hold 0.6%. my cut", [300_000]),
        ("base 200, 300k rsu over 4 years. yearly comp if the stock doubles? and if it halves?", [350_000, 237_500]),
    ],
)  # fmt: skip
def test_the_parts_of_the_numbers_make_the_sum(text: str, figures: list[float]) -> None:
    shown = work_out(text).values()
    assert not [figure for figure in figures if not any(abs(figure - value) < 0.01 for value in shown)]


@pytest.mark.parametrize(
    ("texts", "figure"),
    [
        (("tc for year 1 pls: 170 base, 10% bonus, 160k rsu/4yr, 20k signon", "sorry its 180 base not 170"), 258_000),
        (("0.2% stake, sells for 100M. what do i get", "what about 150m"), 300_000),
        (("65k salary but 45 hours a week, what is that per hour", "honestly its closer to 50"), 25),
    ],
)
def test_a_later_number_takes_the_place_of_its_part(texts: tuple[str, ...], figure: float) -> None:
    reading = read_framed(texts)
    assert reading is not None
    assert reading.changed
    assert figure in work_out(*texts).values()


def test_a_pay_of_another_period_takes_no_place() -> None:
    told = ("£450/day, i'd work 220 days", "vs perm 82k + 8% pension", "so contract is how much more")
    assert {99_000, 88_560, 10_440} <= set(work_out(*told).values())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("they give me 0.4%. how much money is that", "valued"),
        ("what's left of my stake after a round that dilutes 15%?", "percent"),
        ("whats my 401k match? i earn 95k", "match"),
    ],
)
def test_a_sum_that_lacks_one_number_asks_for_it(text: str, asked: str) -> None:
    lacking = read_lacking(text)
    assert lacking is not None
    assert asked in lacking.missing[0]


@pytest.mark.parametrize(
    "text", ["is 0.3% equity good for a senior engineer?", "should i ask for 10% more?", "is 120k fair for this role?"]
)
def test_a_question_for_advice_is_no_sum(text: str) -> None:
    assert read_framed((text,)) is None


def test_numbers_a_calculation_leaves_out_are_found() -> None:
    told = ("Day rate £475, I reckon 220 billable days",)
    assert [str(term.value) for term in left_out(told, {"amount": 475, "period": "day"})] == ["220"]
    assert left_out(told, {"amount": 475, "days": 220}) == []


def test_bare_numbers_that_add_up_to_the_told_total_are_in_thousands() -> None:
    made = work_out("TC 210k: 160 base, 16 bonus, 34 stock per year")
    assert 210_000 in made.values()
    assert work_out("195k in all: 150 base, 15 bonus, 30 stock. year 1?").get("year 1") == 195_000


def test_a_percent_of_an_amount_is_none_that_it_rises_by() -> None:
    assert 241_560 not in work_out("what's 20% of 150k over 4 years").values()
    assert 92_000 in work_out("pay 80k rises 15%. what is it then").values()


@pytest.mark.parametrize(
    ("texts", "label", "value"),
    [
        (["options 8000 at strike 3, 409a 5. exit at 20 what do i make", "and at 30?"], "price in a sale", 30),
        (["i have 3000 options strike 4, fmv 10. gain?", "and at 18?"], "later price", 18),
        (["i save a quarter of my pay, 84k, how much a month"], "own part a month", None),
        (["i save 25% of my pay, 84k, how much a month"], "own part a month", None),
        (["pay down 2k, childcare saves 500 a month. net a year"], "gain a year", 500),
        (["5k raise but parking 200 a month. net a year"], "left of the raise", 200),
        (["sign on 11k, bonus 12k. whats the sum"], "", None),
    ],
)
def test_a_sum_counts_what_is_asked(texts: list[str], label: str, value: int | None) -> None:
    reading = read_framed(texts)
    steps = [] if reading is None else reading.read.arguments["steps"]
    asked = [step["label"] for step in steps if step["answers"]]
    numbers = {} if reading is None else reading.read.arguments["numbers"]
    assert "short" not in asked
    assert "gone_months" not in numbers
    assert label == "" or any(label in name for name in [*asked, *(key.replace("_", " ") for key in numbers)])
    assert value is None or value in numbers.values()
