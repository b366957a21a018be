from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.company_share import CompanyShare, calculate_company_share, judge_company_share
from assistant.errors import InputError
from tests.formulas import recompute

percents = st.decimals(min_value=Decimal("0.001"), max_value=100, places=3)
companies = st.decimals(min_value=1000, max_value=4_000_000_000_000, places=0)
parts = st.decimals(min_value=Decimal("0.01"), max_value=1, places=2)


@given(percent=percents, company=companies, part=parts)
def test_a_true_claim_implies_the_company_and_the_percent(percent: Decimal, company: Decimal, part: Decimal) -> None:
    claim = company * percent / 100 * part
    share = CompanyShare("USD", percent, company, claim, part, Decimal(4))
    figures = {figure.label: figure for figure in calculate_company_share(share)}
    assert figures["company value the claim implies"].value == company
    assert abs(figures["percent the claim implies"].value - percent) < Decimal("1e-9")
    assert figures["stake divided by claim"].value == 1
    assert not [word for word in judge_company_share(share) if "does not fit" in word]
    for figure in figures.values():
        again = recompute(figure)
        assert again is not None
        assert again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


@given(percent=percents, company=companies, factor=st.integers(2, 1000))
def test_a_claim_twice_too_small_does_not_fit(percent: Decimal, company: Decimal, factor: int) -> None:
    share = CompanyShare("USD", percent, company, company * percent / 100 / factor)
    assert [word for word in judge_company_share(share) if "does not fit" in word]


@given(percent=percents, company=companies)
def test_the_value_of_a_stake_grows_in_line_with_the_percent(percent: Decimal, company: Decimal) -> None:
    whole = CompanyShare(percent=Decimal(100), company_value=company).value
    assert whole == company
    assert CompanyShare(percent=percent, company_value=company).value == company * percent / 100


def test_a_claim_of_nothing_has_no_ratio() -> None:
    share = CompanyShare(percent=Decimal(1), company_value=Decimal(1000), claimed_value=Decimal(0))
    assert "stake divided by claim" not in {figure.label for figure in calculate_company_share(share)}


def test_a_claim_about_no_part_implies_nothing() -> None:
    share = CompanyShare(percent=Decimal(1), claimed_value=Decimal(5), part_rate=Decimal(0))
    assert not [figure for figure in calculate_company_share(share) if "implies" in figure.label]


def test_a_company_larger_than_any_is_named() -> None:
    share = CompanyShare(percent=Decimal("0.0001"), claimed_value=Decimal("1e15"))
    with pytest.raises(InputError, match="claimed_value: implies a company larger than any"):
        calculate_company_share(share)
