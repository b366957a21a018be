from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.bootstrap import build_reference
from assistant.domain.household import FilingStatus, Household
from assistant.domain.income_tax import TaxBill, calculate_income_tax, find_state
from assistant.domain.stand_in import (
    UNNAMED,
    borrow_law,
    borrow_state,
    list_proxies,
    with_flat_state,
    with_outside_state,
)
from assistant.domain.tax_figures import build_bill_figures, build_bracket_figures, list_brackets
from assistant.domain.tax_law import TaxLaw
from assistant.errors import InputError
from tests.formulas import recompute

REFERENCE = build_reference()
ORACLES = Path(__file__).parent / "tax_oracles.csv"
CENT, DOLLAR, FIVE_DOLLARS = Decimal("0.01"), Decimal(1), Decimal(5)

statuses = st.sampled_from(get_args(FilingStatus))
wages = st.decimals(min_value=0, max_value=3_000_000, places=2)
smooth_places = st.sampled_from([None, "TX", "WA", "FL"])


def law(year: int = 2025) -> TaxLaw:
    return REFERENCE.tax_law(year)


def bill_of(status: FilingStatus, amount: float | str | Decimal, year: int = 2025, **terms: Any) -> TaxBill:
    return calculate_income_tax(law(year), Household(status, Decimal(str(amount)), **terms))


@st.composite
def households(draw: st.DrawFn) -> Household:
    status = draw(statuses)
    place = draw(st.sampled_from([(None, None), ("CA", None), ("NY", None), ("NY", "NYC"), ("WA", None), ("TX", None)]))
    income = draw(wages)
    return Household(
        status,
        income,
        state=place[0],
        city=place[1],
        other_income=draw(st.decimals(min_value=0, max_value=200_000, places=2)),
        itemized_deductions=draw(st.decimals(min_value=0, max_value=80_000, places=2)),
        property_tax=draw(st.decimals(min_value=0, max_value=30_000, places=2)),
        pretax=min(income, draw(st.decimals(min_value=0, max_value=24_500, places=2))) / 2,
        cafeteria=min(income, draw(st.decimals(min_value=0, max_value=9_000, places=2))) / 2,
        spouse_wages=draw(wages) if status == "married_joint" else Decimal(0),
        children=draw(st.integers(0, 4)),
    )


def read_oracles() -> Iterator[dict[str, str]]:
    lines = [line for line in ORACLES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    yield from csv.DictReader(lines)


@pytest.mark.parametrize("case", list(read_oracles()), ids=lambda case: "-".join(list(case.values())[:6]))
def test_another_program_comes_to_the_same_tax(case: dict[str, str]) -> None:
    household = Household(case["filing_status"], Decimal(case["wages"]), state=case["state"] or None)  # type: ignore[arg-type]
    year = law(int(case["tax_year"]))
    bill = calculate_income_tax(year, household)
    deducting = replace(household, state=None, property_tax=Decimal(case["state_taxes_paid"] or 0))
    if case["federal"]:
        assert abs(calculate_income_tax(year, deducting).federal - Decimal(case["federal"])) <= DOLLAR
    if case["fica"]:
        assert abs(bill.fica - Decimal(case["fica"])) <= DOLLAR
    if case["state_tax"]:
        assert abs(bill.state - Decimal(case["state_tax"])) <= FIVE_DOLLARS


@given(household=households(), year=st.sampled_from([2024, 2025]))
@settings(max_examples=120, deadline=None)
def test_a_bill_is_the_sum_of_its_taxes_and_no_tax_is_negative(household: Household, year: int) -> None:
    bill = calculate_income_tax(law(year), household)
    parts = [bill.federal, bill.social_security, bill.medicare, bill.additional_medicare]
    parts += [bill.state, bill.state_payroll, bill.city]
    assert min(parts) >= 0
    assert bill.total == sum(parts)
    assert abs(bill.net + bill.total - (household.gross - household.pretax - household.cafeteria)) <= CENT
    assert bill.taxable_income <= household.gross


@given(household=households(), year=st.sampled_from([2024, 2025]))
@settings(max_examples=80, deadline=None)
def test_any_figure_of_a_bill_can_be_computed_again_by_hand(household: Household, year: int) -> None:
    figures = list(build_bill_figures(calculate_income_tax(law(year), household)))
    assert len({figure.label for figure in figures}) == len(figures)
    for figure in figures:
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-7), figure


@given(status=statuses, amount=wages, place=smooth_places, more=st.decimals(min_value=1, max_value=500_000, places=2))
@settings(max_examples=150, deadline=None)
def test_more_wages_never_leave_less_where_nothing_ends_at_once(
    status: FilingStatus, amount: Decimal, place: str | None, more: Decimal
) -> None:
    before = bill_of(status, amount, 2026, state=place)
    after = bill_of(status, amount + more, 2026, state=place)
    assert after.net >= before.net - Decimal("0.03")
    assert after.total >= before.total - Decimal("0.03")


@given(status=statuses, amount=wages, more=st.decimals(min_value=2_500, max_value=500_000, places=2))
@settings(max_examples=150, deadline=None)
def test_two_and_a_half_thousand_more_always_leave_more_in_california(
    status: FilingStatus, amount: Decimal, more: Decimal
) -> None:
    # Credits fall by 6 or 12 dollars at every 2,500; between two such steps a dollar can cost more than a dollar.
    assert bill_of(status, amount + more, state="CA").net > bill_of(status, amount, state="CA").net


@given(status=statuses, amount=wages, more=st.decimals(min_value=100, max_value=500_000, places=2))
@settings(max_examples=150, deadline=None)
def test_net_falls_in_new_york_only_at_the_known_cliffs(status: FilingStatus, amount: Decimal, more: Decimal) -> None:
    # Crossing into a bracket brings part of its recapture at once, up to 38,500 in the one above two million;
    # in the city two school tax credits end at 250,000 and 500,000.
    before = bill_of(status, amount, state="NY", city="NYC")
    after = bill_of(status, amount + more, state="NY", city="NYC")
    assert after.net >= before.net - Decimal(40_000)
    if amount + more < 200_000:
        assert after.net > before.net


def test_the_recapture_of_new_york_makes_a_dollar_cost_hundreds_at_the_edge_of_a_bracket() -> None:
    # Taxable income of 323,200 is 339,250 of wages: 16,050 / 50,000 of 2,747 come back at once.
    edge = 323_200 + 16_050
    jump = bill_of("married_joint", edge + 1, state="NY").state - bill_of("married_joint", edge, state="NY").state
    assert abs(jump - Decimal("881.92")) < DOLLAR / 2


def test_the_phase_down_of_the_state_tax_deduction_stays_below_a_dollar_a_dollar() -> None:
    for amount in range(500_000, 610_000, 5_000):
        taken = bill_of("single", amount + 1_000, state="CA").total - bill_of("single", amount, state="CA").total
        assert 0 < taken < 650


@pytest.mark.parametrize("status", get_args(FilingStatus))
def test_nothing_earned_is_nothing_owed(status: FilingStatus) -> None:
    for place in ({}, {"state": "CA"}, {"state": "NY", "city": "NYC"}, {"state": "WA"}):
        bill = bill_of(status, 0, **place)
        assert (bill.total, bill.net, bill.effective_rate) == (0, 0, 0)
        assert [figure.label for figure in build_bill_figures(bill)][:2] == ["total tax", "net pay"]


@given(status=statuses, income=st.decimals(min_value=1, max_value=3_000_000, places=2))
def test_the_average_rate_never_exceeds_the_rate_of_the_last_dollar(status: FilingStatus, income: Decimal) -> None:
    schedule = law(2026).federal.schedules[status]
    assert schedule.tax(income) <= income * schedule.find(income).rate
    rows = list_brackets(schedule, income)
    assert sum(row["income"] for row in rows) == income
    assert abs(sum(row["tax"] for row in rows) - schedule.tax(income)) <= 4 * CENT


@pytest.mark.parametrize(
    ("state", "status", "amount", "saved"),
    [
        ("CA", "single", 250_000, 2_002),
        ("CA", "single", 450_000, 8_488),
        ("CA", "single", 550_000, 3_238),
        ("CA", "single", 600_000, 0),
        ("NY", "single", 450_000, 5_095),
        ("CA", "married_joint", 450_000, 2_323),
        ("NY", "married_joint", 450_000, 0),
    ],
)
def test_deducting_state_tax_lowers_the_federal_bill(state: str, status: FilingStatus, amount: int, saved: int) -> None:
    assert abs(bill_of(status, amount).federal - bill_of(status, amount, state=state).federal - saved) < 1


def test_itemised_deductions_shrink_in_the_top_bracket_from_2026_on() -> None:
    # 1,000,000 - 640,600 is more than 60,000 + 10,000, so 2/37 of 70,000 = 3,783.78 is cut.
    plain = bill_of("single", 1_000_000, 2026, itemized_deductions=Decimal(60_000), property_tax=Decimal(20_000))
    assert plain.deduction == Decimal("66216.22")
    assert bill_of("single", 1_000_000, itemized_deductions=Decimal(60_000)).deduction == 60_000


def test_california_cuts_itemised_deductions_of_high_incomes() -> None:
    # 50,000 - 6 % x (452,203 - 252,203) = 38,000
    bill = bill_of("single", 452_203, state="CA", itemized_deductions=Decimal(40_000), property_tax=Decimal(10_000))
    assert bill.assessment.state.deduction == 38_000


def test_the_child_credit_falls_by_fifty_for_each_thousand_begun() -> None:
    without = bill_of("head_of_household", 200_001).federal
    assert without - bill_of("head_of_household", 200_001, children=2).federal == 4_350
    assert bill_of("married_joint", 400_000, children=1).assessment.federal.child_credit == 2_200
    assert bill_of("single", 20_000, children=3).federal == 0


def test_dependents_lower_state_tax_too() -> None:
    assert bill_of("married_joint", 250_000, state="CA", children=2).state == Decimal("13809.96")
    assert bill_of("married_joint", 250_000, state="NY", children=2).state == Decimal("13916.75")


def test_each_spouse_has_a_wage_base_of_their_own() -> None:
    bill = bill_of("married_joint", 200_000, spouse_wages=Decimal(100_000))
    assert bill.social_security == Decimal("0.062") * (176_100 + 100_000)
    assert bill.additional_medicare == Decimal("0.009") * 50_000


def test_health_premiums_escape_payroll_tax_and_retirement_savings_do_not() -> None:
    bill = bill_of("single", 100_000, pretax=Decimal(10_000), cafeteria=Decimal(4_000))
    assert bill.medicare == Decimal("0.0145") * 96_000
    assert bill.taxable_income == 100_000 - 14_000 - 15_750


def test_a_stated_deduction_replaces_both_kinds() -> None:
    bill = bill_of("single", 450_000, state="CA", deduction=Decimal(15_000))
    assert (bill.taxable_income, bill.itemizes) == (435_000, False)
    figures = {figure.label: figure for figure in build_bill_figures(bill)}
    assert figures["federal deduction"].formula == "stated"


def test_new_york_city_takes_its_school_tax_credits_off() -> None:
    assert abs(bill_of("single", 250_000, state="NY", city="NYC").city - Decimal("8647.17")) <= 1


def test_more_taken_out_than_earned_is_refused() -> None:
    with pytest.raises(InputError, match="pretax_401k: with pretax_benefits is more than all pay"):
        bill_of("single", 10_000, pretax=Decimal(10_001))


def test_a_spouse_needs_a_joint_return() -> None:
    with pytest.raises(InputError, match="spouse_wages: count only"):
        bill_of("single", 10_000, spouse_wages=Decimal(1))


def test_amounts_no_pay_can_have_are_refused() -> None:
    with pytest.raises(InputError, match="too large"):
        bill_of("single", "1e16")


def test_a_city_whose_tax_is_not_known_is_refused() -> None:
    with pytest.raises(InputError, match="city: no city tax of LA is known in CA; leave it out"):
        bill_of("single", 10_000, state="CA", city="LA")
    with pytest.raises(InputError, match="in no state"):
        bill_of("single", 10_000, city="NYC")
    with pytest.raises(InputError, match="give NYC"):
        bill_of("single", 10_000, state="NY", city="YONKERS")


@pytest.mark.parametrize(("state", "year"), [("CA", 2026), ("NJ", 2025), ("WA", 2022)])
def test_a_state_that_is_not_known_is_an_error_with_two_ways_on(state: str, year: int) -> None:
    with pytest.raises(InputError, match=r"law_year.*state_tax_pct") as raised:
        bill_of("single", 100_000, year, state=state)
    assert raised.value.field == "state"


def test_law_of_another_year_stands_in_and_says_so() -> None:
    borrowed = borrow_law(2027, law(2026))
    bill = calculate_income_tax(borrowed, Household("single", Decimal(100_000)))
    assert bill.federal == bill_of("single", 100_000, 2026).federal
    assert list_proxies(borrowed, None) == ("The law of 2026 stands in for that of 2027, which is not known here.",)


def test_a_state_schedule_of_another_year_stands_in_with_this_years_payroll_tax() -> None:
    borrowed = borrow_state(law(2026), law(2025), "CA")
    bill = calculate_income_tax(borrowed, Household("single", Decimal(250_000), state="CA"))
    assert (bill.state, bill.state_payroll) == (Decimal("19004.98"), 3_250)
    assert "stands in" in list_proxies(borrowed, "CA")[0]
    with pytest.raises(InputError, match="law_year: CA income tax of 2026 is not known here either"):
        borrow_state(law(2026), law(2026), "CA")


def test_a_flat_rate_or_an_outside_rule_stands_in_for_a_state() -> None:
    flat = with_flat_state(law(), None, Decimal("0.05"))
    household = Household("single", Decimal(100_000), state=UNNAMED, pretax=Decimal(20_000))
    bill = calculate_income_tax(flat, household)
    assert bill.state == 4_000
    assert recompute(next(item for item in build_bill_figures(bill) if item.label == "state income tax")) == 4_000
    outside = with_outside_state(law(2026), "NJ", 2025, lambda household: household.income / 20, "a program")
    bill = calculate_income_tax(outside, replace(household, state="NJ"))
    assert bill.state == 4_000
    assert "It stands in for that of 2026." in list_proxies(outside, "NJ")[0]
    assert "program outside" in next(f for f in build_bill_figures(bill) if f.label == "state income tax").formula
    assert find_state(outside, None) is None


def test_the_surtax_of_california_is_part_of_its_bracket_tax() -> None:
    schedule = law().states["CA"].schedule
    assert schedule is not None
    figures = list(build_bracket_figures("CA", schedule.schedules["single"], Decimal(1_100_000), Decimal(1_000)))
    assert figures[0].formula.endswith("+ surtax")
    assert recompute(figures[0]) == pytest.approx(float(figures[0].value), abs=0.01)
    assert len(list(build_bracket_figures("CA", schedule.schedules["single"], Decimal(0)))) == 2
