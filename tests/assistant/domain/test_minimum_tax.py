from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.bootstrap import build_reference
from assistant.domain.household import FilingStatus, Household
from assistant.domain.income_tax import calculate_income_tax
from assistant.domain.minimum_tax import MinimumTaxLaw, calculate_minimum_tax, find_income_at
from assistant.domain.option_exercise import Exercise, IncomeYear, build_minimum_figures
from tests.formulas import recompute

TABLES = build_reference()
STATUSES: tuple[FilingStatus, ...] = ("single", "married_joint", "married_separate", "head_of_household")
LAWS = [TABLES.minimum_tax(year, status) for year in range(2021, 2027) for status in STATUSES]
laws = st.sampled_from(LAWS)
incomes = st.integers(0, 5_000_000).map(Decimal)
CENT = Decimal("0.01")


@given(law=laws, income=incomes, more=st.integers(0, 1_000_000))
def test_more_income_never_means_less_minimum_tax(law: MinimumTaxLaw, income: Decimal, more: int) -> None:
    low, high = calculate_minimum_tax(law, income), calculate_minimum_tax(law, income + more)
    assert 0 <= low.tentative <= high.tentative
    assert high.exemption <= low.exemption <= law.exemption


@given(law=laws, income=incomes)
@settings(max_examples=200)
def test_the_income_found_for_a_tax_has_that_tax(law: MinimumTaxLaw, income: Decimal) -> None:
    tax = calculate_minimum_tax(law, income).tentative
    found = find_income_at(law, tax)
    assert abs(calculate_minimum_tax(law, found).tentative - tax) < CENT
    if tax:
        assert abs(found - income) < CENT


@given(law=laws, taxable=incomes, tax=st.integers(0, 1_000_000).map(Decimal), price=st.integers(2, 400).map(Decimal))
@settings(max_examples=80)
def test_the_largest_free_spread_is_free_and_a_dollar_more_is_not(
    law: MinimumTaxLaw, taxable: Decimal, tax: Decimal, price: Decimal
) -> None:
    year = IncomeYear(taxable, tax, Decimal(15000))
    figures = list(build_minimum_figures(Exercise(Decimal(1000), Decimal(1), price), law, year))
    values = {figure.label: figure.value for figure in figures}
    for figure in figures:
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure
    free = values["largest spread without alternative minimum tax"]
    before = taxable + year.added_back
    if free:
        assert calculate_minimum_tax(law, before + free).tentative <= tax + CENT
    assert calculate_minimum_tax(law, before + free + 1).tentative > tax
    assert (values["alternative minimum tax"] == 0) == (
        calculate_minimum_tax(law, before + 1000 * (price - 1)).tentative - tax < CENT / 2
    )


@pytest.mark.parametrize("status", STATUSES)
def test_wages_alone_meet_no_minimum_tax(status: FilingStatus) -> None:
    law, amounts = TABLES.tax_law(2026), TABLES.minimum_tax(2026, status)
    for wages in (50_000, 150_000, 400_000, 900_000, 3_000_000):
        bill = calculate_income_tax(law, Household(status, Decimal(wages)))
        assert calculate_minimum_tax(amounts, Decimal(wages)).tentative <= bill.federal


def test_separate_returns_lose_more_than_the_exemption() -> None:
    law = TABLES.minimum_tax(2025, "married_separate")
    assert law.phase_out_end == 900350
    # 1,500,000 + 68,500: 119,550 x 26 % + 1,448,950 x 28 %
    assert calculate_minimum_tax(law, Decimal(1_500_000)).tentative == Decimal("436789.00")


def test_a_spread_without_a_value_is_nothing() -> None:
    assert Exercise(Decimal(10), Decimal(1)).spread == 0
