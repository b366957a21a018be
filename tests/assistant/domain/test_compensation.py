from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.grants import value_grants
from assistant.domain.offer import EquityGrant, Offer, RefreshGrant, SignOnInstalment, StatedPay
from assistant.domain.outlook import Outlook
from assistant.errors import InputError
from tests.assistant.domain.strategies import growth_rates, offers
from tests.formulas import recompute

CENT = Decimal("0.01")


@given(offer=offers(), growth_rate=growth_rates)
@settings(max_examples=60)
def test_totals_are_the_sum_of_their_parts(offer: Offer, growth_rate: Decimal) -> None:
    result = calculate_total_compensation(offer, outlook=Outlook(growth_rate=growth_rate))
    values = {figure.label: figure.value for figure in result.figures}
    count = len(result.years)
    assert values[f"{count}-year total compensation"] == sum(pay.total for pay in result.years)
    for pay in result.years:
        assert pay.total == pay.base + pay.bonus + pay.sign_on + pay.equity
        assert values[f"year {pay.year} total compensation"] == pay.total


@given(offer=offers())
@settings(max_examples=60)
def test_average_times_years_is_the_total_within_a_cent_a_year(offer: Offer) -> None:
    result = calculate_total_compensation(offer)
    values = {figure.label: figure.value for figure in result.figures}
    count = len(result.years)
    difference = values[f"{count}-year average compensation"] * count - values[f"{count}-year total compensation"]
    assert abs(difference) <= CENT * count / 2


@given(offer=offers())
@settings(max_examples=60)
def test_the_default_view_pays_out_every_grant_whole(offer: Offer) -> None:
    result = calculate_total_compensation(offer)
    vested = sum(pay.equity for pay in result.years)
    granted = sum(grant.value for grant in value_grants(offer).grants)
    assert abs(vested - granted) <= CENT * len(result.years)


@given(offer=offers())
@settings(max_examples=40)
def test_growth_of_zero_is_the_flat_price(offer: Offer) -> None:
    assert calculate_total_compensation(
        offer, outlook=Outlook(growth_rate=Decimal("0.00"))
    ) == calculate_total_compensation(offer)


@given(offer=offers(), growth_rate=growth_rates)
@settings(max_examples=60)
def test_any_figure_can_be_computed_again_by_hand(offer: Offer, growth_rate: Decimal) -> None:
    for figure in calculate_total_compensation(offer, outlook=Outlook(growth_rate=growth_rate)).figures:
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.01, rel=1e-9), figure


def test_the_headlines_come_first() -> None:
    figures = calculate_total_compensation(Offer(base_annual=Decimal(1))).figures
    assert [figure.label for figure in figures[:3]] == [
        "year 1 total compensation",
        "recurring yearly compensation",
        "4-year average compensation",
    ]


def test_a_currency_that_is_not_stated_is_named_as_assumed() -> None:
    for offer in (Offer(base_annual=Decimal(1)), Offer(base_annual=Decimal(1), currency="USD", currency_assumed=True)):
        assert "No currency is stated: USD is assumed." in calculate_total_compensation(offer).assumptions


def test_a_missing_base_is_named() -> None:
    with pytest.raises(InputError, match="base_annual: is missing"):
        calculate_total_compensation(Offer())


def test_a_base_that_is_only_a_range_is_named_so() -> None:
    with pytest.raises(InputError, match="stated as a range only"):
        calculate_total_compensation(Offer(base_range=(Decimal(150_000), Decimal(180_000))))


@pytest.mark.parametrize("years", [0, -1, 21])
def test_years_outside_the_view_are_refused(years: int) -> None:
    with pytest.raises(InputError, match="years: must lie between 1 and 20"):
        calculate_total_compensation(Offer(base_annual=Decimal(1)), years)


@pytest.mark.parametrize(
    ("offer", "growth_rate"),
    [
        (Offer(base_annual=Decimal("1e15"), bonus_target_pct=Decimal(1)), "0"),
        (Offer(base_annual=Decimal(1), bonus_target_amount=Decimal("1e15")), "0"),
        (Offer(base_annual=Decimal(1), equity=(EquityGrant(total_value=Decimal("1e15")),)), "10"),
        (
            Offer(base_annual=Decimal(1), equity=(EquityGrant(shares=Decimal("1e15"), share_price=Decimal("1e15")),)),
            "0",
        ),
        (Offer(base_annual=Decimal(1), equity=(EquityGrant(annual_value=Decimal("1e15")),)), "0"),
        (Offer(base_annual=Decimal(1), signing=(SignOnInstalment(amount=Decimal("1e15")),) * 2), "0"),
    ],
)
def test_amounts_no_pay_can_have_are_an_input_error(offer: Offer, growth_rate: str) -> None:
    with pytest.raises(InputError, match="too large to be pay"):
        calculate_total_compensation(offer, outlook=Outlook(growth_rate=Decimal(growth_rate)))


refreshers = st.builds(
    RefreshGrant,
    total_value=st.integers(0, 500_000).map(Decimal),
    after_year=st.integers(0, 5),
    yearly=st.booleans(),
    years=st.sampled_from([Decimal(1), Decimal(3), Decimal(4)]),
    frequency=st.none() | st.sampled_from(["monthly", "quarterly"]),
)


@given(offer=offers(), added=st.lists(refreshers, min_size=1, max_size=2), growth_rate=growth_rates)
@settings(max_examples=40)
def test_initial_and_refresh_stock_make_up_what_vests(
    offer: Offer, added: list[RefreshGrant], growth_rate: Decimal
) -> None:
    outlook = Outlook(growth_rate=growth_rate, raise_rate=Decimal("0.03"), payout_rate=Decimal("0.9"))
    result = calculate_total_compensation(offer.model_copy(update={"refreshers": tuple(added)}), 6, outlook)
    values = {figure.label: figure.value for figure in result.figures}
    assert len(values) == len(result.figures)
    for pay in result.years:
        parts = [values.get(f"year {pay.year} {name}", Decimal(0)) for name in ("initial grant stock", "refresh stock")]
        assert abs(sum(parts) - pay.equity) <= CENT
    for figure in result.figures:
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.011, rel=1e-6), figure


@given(value=st.integers(1, 1_000_000).map(Decimal), years=st.integers(1, 6))
def test_yearly_refreshers_reach_a_whole_grant_a_year(value: Decimal, years: int) -> None:
    refresher = RefreshGrant(total_value=value, years=Decimal(years))
    result = calculate_total_compensation(Offer(base_annual=Decimal(1), refreshers=(refresher,)), years + 3)
    assert [pay.equity for pay in result.years[years:]] == [value] * 3


def test_refreshers_leave_recurring_pay_as_it_is() -> None:
    offer = Offer(base_annual=Decimal(100), equity=(EquityGrant(total_value=Decimal(40)),))
    more = offer.model_copy(update={"refreshers": (RefreshGrant(total_value=Decimal(20)),)})
    assert [calculate_total_compensation(item).figures[1].value for item in (offer, more)] == [110, 110]


def test_raises_are_not_rounded_on_the_way() -> None:
    result = calculate_total_compensation(
        Offer(base_annual=Decimal("100.01")), 20, Outlook(raise_rate=Decimal("0.001"))
    )
    assert result.years[19].base == round(Decimal("100.01") * Decimal("1.001") ** 19, 2)


def test_pay_by_the_month_is_brought_to_a_year() -> None:
    offer = Offer(base_stated=StatedPay(amount=Decimal(10_000), period="month"))
    assert calculate_total_compensation(offer).years[0].base == 120_000


def test_what_is_stated_but_not_counted_is_told() -> None:
    offer = Offer(
        base_annual=Decimal(1),
        bonus_max_pct=Decimal(20),
        retention_bonus=Decimal(5),
        signing=(SignOnInstalment(year=9, amount=Decimal(5)),),
    )
    assert len(calculate_total_compensation(offer).warnings) == 3
