from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.contract_rate import (
    Contract,
    ContractKind,
    Employment,
    contract_tax,
    employee_keeps,
    employer_tax,
    find_salary_by_cost,
    find_salary_by_pay,
    hours_figure,
    list_agency_figures,
    list_contract_figures,
    list_employee_figures,
    rate_figure,
)
from assistant.domain.contract_tax import EarningsTaxLaw
from assistant.errors import InputError
from tests.formulas import recompute

LAW = EarningsTaxLaw(2026, 2026, Decimal("0.062"), Decimal("0.0145"), Decimal("0.9235"), Decimal(184500))
TINY = Decimal("1e-9")
salaries = st.decimals(min_value=1000, max_value=1_000_000, places=0)
kinds: st.SearchStrategy[ContractKind] = st.sampled_from(["1099", "w2"])
shares = st.decimals(min_value=0, max_value=1, places=2)
employments = st.builds(
    Employment,
    bonus_rate=shares,
    bonus_amount=st.integers(0, 100_000).map(Decimal),
    benefits_rate=shares,
    benefits_amount=st.integers(0, 50_000).map(Decimal),
    employer_tax_rate=st.none() | st.just(Decimal("0.0765")),
)


@given(salary=salaries, kind=kinds, employment=employments)
def test_the_rate_equal_to_a_salary_leaves_the_same(
    salary: Decimal, kind: ContractKind, employment: Employment
) -> None:
    kept = employee_keeps(salary, employment, LAW)
    net = LAW.net_before_tax(kept) if kind == "1099" else LAW.wages_before_tax(kept)
    assert abs(net - contract_tax(net, kind, LAW) - kept) < TINY


@given(salary=salaries, employment=employments)
def test_the_salary_equal_to_what_it_leaves_is_that_salary(salary: Decimal, employment: Employment) -> None:
    assert abs(find_salary_by_pay(employee_keeps(salary, employment, LAW), employment, LAW) - salary) < TINY


@given(salary=salaries, employment=employments)
def test_the_salary_equal_to_its_own_cost_is_that_salary(salary: Decimal, employment: Employment) -> None:
    cost = employment.wages(salary) + employment.benefits(salary) + employer_tax(employment, salary, LAW)
    assert abs(find_salary_by_cost(cost, employment, LAW) - salary) < TINY


@given(low=salaries, more=salaries)
def test_a_contractor_who_earns_more_keeps_more(low: Decimal, more: Decimal) -> None:
    high = low + more
    assert low - LAW.self_employment_tax(low) < high - LAW.self_employment_tax(high)


@given(salary=salaries, kind=kinds, employment=employments)
def test_any_figure_can_be_computed_again_by_hand(salary: Decimal, kind: ContractKind, employment: Employment) -> None:
    contract = Contract(kind, Decimal(1880), Decimal(4000))
    figures = list(list_employee_figures(salary, contract, employment, LAW))
    figures += list_contract_figures(Decimal(300), contract, Employment(), LAW)
    for figure in figures:
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


def test_benefits_worth_more_than_the_contract_leave_no_salary() -> None:
    contract = Contract("1099", Decimal(1000))
    with pytest.raises(InputError, match="benefits_amount: and bonus are more than the contract pays"):
        list_contract_figures(Decimal(10), contract, Employment(benefits_amount=Decimal(50_000)), LAW)


def test_an_agency_that_pays_all_it_bills_has_no_markup() -> None:
    values = {figure.label: figure.value for figure in list_agency_figures(Decimal(50), Decimal(50))}
    assert {values["agency markup"], values["agency margin"]} == {0}


@given(bill=st.integers(2, 500).map(Decimal), share=st.integers(0, 90).map(Decimal))
def test_markup_and_margin_of_one_bill_agree(bill: Decimal, share: Decimal) -> None:
    by_margin = rate_figure(bill * (1 - share / 100), {"bill_rate": bill, "margin_pct": share})
    markup = share / (100 - share) * 100
    by_markup = rate_figure(bill / (1 + markup / 100), {"bill_rate": bill, "markup_pct": markup})
    assert abs(by_margin.value - by_markup.value) <= Decimal("0.01")
    for figure in (by_margin, by_markup):
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051)


def test_hours_are_as_stated_or_counted_from_weeks() -> None:
    weeks = {"hours_per_week": Decimal(40), "weeks_per_year": Decimal(52), "unpaid_days": Decimal(25)}
    assert recompute(hours_figure(Decimal(1880), weeks)) == 1880
    assert recompute(hours_figure(Decimal(1800), {"billable_hours": Decimal(1800)})) == 1800


def test_a_year_that_is_not_on_file_is_told() -> None:
    assert LAW.stands_in is None
    assert replace(LAW, asked_year=2031).stands_in == "The wage base of 2031 is not on file: that of 2026 is used."


def test_costs_above_the_income_are_refused() -> None:
    with pytest.raises(InputError, match="expenses_amount: is more than the contract pays"):
        list_contract_figures(Decimal(10), Contract("w2", Decimal(10), Decimal(101)), Employment(), LAW)


def test_an_employer_tax_that_is_named_takes_the_place_of_the_law() -> None:
    named = Employment(employer_tax_rate=Decimal("0.1"))
    figures = list_employee_figures(Decimal(100_000), Contract("1099", Decimal(2000)), named, LAW)
    values = {figure.label: figure.value for figure in figures}
    assert values["employer payroll tax a year"] == 10_000
