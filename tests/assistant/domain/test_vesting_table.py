from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.money import round_cents
from assistant.domain.offer import EquityGrant
from assistant.domain.share_price import PricePath
from assistant.domain.stock_grant import StockGrant, state_grant
from assistant.domain.vesting import build_schedule
from assistant.domain.vesting_figures import list_vesting_figures
from assistant.domain.vesting_table import (
    LeavePoint,
    VestingTable,
    build_vesting_table,
    find_leave_point,
    total_fraction,
    total_shares,
    total_value,
)
from assistant.errors import InputError
from tests.assistant.domain.strategies import amounts, grants, growth_rates
from tests.formulas import recompute

FLAT = PricePath()
HAIR = Decimal("1e-12")
prices = st.decimals(min_value=Decimal("0.01"), max_value=5000, places=2)
months = st.integers(0, 260)


def priced_table(grant: EquityGrant, shares: int, price: Decimal, path: PricePath = FLAT) -> VestingTable:
    stock = StockGrant(build_schedule(grant), shares=Decimal(shares), share_price=price)
    return build_vesting_table(state_grant(stock), path)


@given(grant=grants(), value=amounts)
def test_the_vests_of_a_flat_grant_are_its_value(grant: EquityGrant, value: Decimal) -> None:
    table = build_vesting_table(StockGrant(build_schedule(grant), value=value), FLAT)
    assert abs(total_value(table.vests) - value) < HAIR
    assert all(vest.value is not None and vest.value >= 0 for vest in table.vests)


@given(grant=grants(), shares=st.integers(1, 1_000_000), price=prices)
def test_whole_shares_at_a_flat_price_are_the_grant(grant: EquityGrant, shares: int, price: Decimal) -> None:
    table = priced_table(grant, shares, price)
    assert total_shares(table.vests) == shares
    assert total_value(table.vests) == shares * price


@given(grant=grants(), shares=st.integers(1, 1_000_000), price=prices, month=months)
def test_vested_and_unvested_are_the_grant_at_every_month(
    grant: EquityGrant, shares: int, price: Decimal, month: int
) -> None:
    table, point = priced_table(grant, shares, price), LeavePoint(month)
    vested, later = table.until(point), table.after(point)
    assert abs(total_fraction(vested) + total_fraction(later) - 1) < HAIR
    assert total_shares(vested) + total_shares(later) == shares
    assert total_value(vested) + total_value(later) == shares * price
    figures = {figure.label: figure.value for figure in list_vesting_figures(table, point)}
    assert abs(figures[f"percent vested at month {month}"] + figures[f"percent unvested at month {month}"] - 100) < HAIR
    both = figures[f"value vested at month {month}"] + figures[f"value unvested at month {month}"]
    assert abs(both - round_cents(shares * price)) <= Decimal("0.01")


@given(grant=grants(), value=amounts, month=st.integers(0, 250), growth_rate=growth_rates)
def test_what_has_vested_never_falls(grant: EquityGrant, value: Decimal, month: int, growth_rate: Decimal) -> None:
    table = build_vesting_table(StockGrant(build_schedule(grant), value=value), PricePath(growth_rate))
    before, after = table.until(LeavePoint(month)), table.until(LeavePoint(month + 1))
    assert total_fraction(before) <= total_fraction(after)
    assert total_value(before) <= total_value(after)


@given(grant=grants(), value=amounts)
def test_growth_of_zero_is_the_flat_price(grant: EquityGrant, value: Decimal) -> None:
    stock = StockGrant(build_schedule(grant), value=value)
    assert build_vesting_table(stock, PricePath(Decimal("0.00"))).vests == build_vesting_table(stock, FLAT).vests


@given(grant=grants(), value=amounts, growth_rate=growth_rates, month=months)
def test_figures_of_a_value_can_be_computed_again(
    grant: EquityGrant, value: Decimal, growth_rate: Decimal, month: int
) -> None:
    table = build_vesting_table(StockGrant(build_schedule(grant), value=value), PricePath(growth_rate))
    for figure in list_vesting_figures(table, LeavePoint(month)):
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


@given(grant=grants(), shares=st.integers(1, 1_000_000), price=prices, growth_rate=growth_rates, month=months)
def test_figures_of_shares_can_be_computed_again(
    grant: EquityGrant, shares: int, price: Decimal, growth_rate: Decimal, month: int
) -> None:
    table = priced_table(grant, shares, price, PricePath(growth_rate))
    for figure in list_vesting_figures(table, LeavePoint(month)):
        again = recompute(figure)
        assert again is None or again == pytest.approx(float(figure.value), abs=0.0051, rel=1e-6), figure


@given(start=st.dates(date(2000, 1, 1), date(2100, 1, 1)), grant=grants())
def test_calendar_years_are_the_grant(start: date, grant: EquityGrant) -> None:
    table = build_vesting_table(StockGrant(build_schedule(grant), value=Decimal(1_000_000)), FLAT, start=start)
    calendar = [figure.value for figure in list_vesting_figures(table) if figure.label.startswith("calendar")]
    assert abs(sum(calendar) - 1_000_000) <= Decimal("0.01") * len(calendar)


def test_a_grant_that_has_vested_has_no_next_vest() -> None:
    table = build_vesting_table(StockGrant(build_schedule(EquityGrant()), value=Decimal(100)), FLAT)
    labels = [figure.label for figure in list_vesting_figures(table, LeavePoint(48))]
    assert not [label for label in labels if "next" in label]


def test_calendar_years_of_a_grant_without_a_value_are_shares_or_percents() -> None:
    schedule, start = build_schedule(EquityGrant()), date(2027, 1, 1)
    shares = build_vesting_table(StockGrant(schedule, shares=Decimal(400)), FLAT, start=start)
    percents = build_vesting_table(StockGrant(schedule), FLAT, start=start)
    figures = {figure.label: figure.value for table in (shares, percents) for figure in list_vesting_figures(table)}
    assert figures["calendar 2028 vested shares"] == 100
    assert figures["calendar 2028 vested percent"] == 25


def test_prices_for_every_vest_say_nothing_about_the_day_of_leaving() -> None:
    path = PricePath(by_vest=(Decimal(1), Decimal(2), Decimal(3), Decimal(4)))
    table = build_vesting_table(StockGrant(build_schedule(EquityGrant()), shares=Decimal(4)), path)
    figures = {figure.label: figure.value for figure in list_vesting_figures(table, LeavePoint(24))}
    assert "value unvested at month 24" not in figures
    assert figures["value still to vest after month 24"] == 7


def test_prices_for_every_year_hold_until_its_end() -> None:
    path = PricePath(by_year=(Decimal(10), Decimal(20), Decimal(30), Decimal(40)))
    assert [path.price_at(None, month) for month in (0, 12, 13, 48, 60)] == [10, 10, 20, 40, 40]


def test_two_ways_for_the_price_are_refused() -> None:
    path = PricePath(Decimal("0.1"), by_year=(Decimal(1),))
    with pytest.raises(InputError, match="prices_by_year: and growth_pct both"):
        path.check(1, 1)


def test_prices_need_shares() -> None:
    grant = StockGrant(build_schedule(EquityGrant()), value=Decimal(100))
    for path, field in (
        (PricePath(by_year=(Decimal(1),) * 4), "prices_by_year"),
        (PricePath(by_vest=(Decimal(1),) * 4), "prices_by_vest"),
    ):
        with pytest.raises(InputError, match=f"{field}: need the number of shares"):
            build_vesting_table(grant, path)


def test_a_price_is_needed_for_every_vest() -> None:
    grant = StockGrant(build_schedule(EquityGrant()), shares=Decimal(100))
    with pytest.raises(InputError, match="lists 2 prices for 4 vests"):
        build_vesting_table(grant, PricePath(by_vest=(Decimal(1),) * 2))


def test_parts_of_a_share_cannot_be_rounded() -> None:
    grant = StockGrant(build_schedule(EquityGrant()), shares=Decimal("10.5"))
    with pytest.raises(InputError, match="share_rounding: needs a whole number"):
        build_vesting_table(grant, FLAT, "front_loaded")


def test_dates_beyond_the_calendar_and_amounts_beyond_pay_are_named() -> None:
    grant = StockGrant(build_schedule(EquityGrant()), value=Decimal("1e15"))
    with pytest.raises(InputError, match="start_date: lies outside the calendar"):
        build_vesting_table(grant, FLAT, start=date(9998, 1, 1))
    with pytest.raises(InputError, match="growth_pct: gives amounts too large"):
        build_vesting_table(grant, PricePath(Decimal(9)))


@pytest.mark.parametrize(
    ("start", "month", "day", "field"),
    [
        (date(2027, 1, 1), 6, date(2028, 1, 1), "leave_date"),
        (None, None, date(2028, 1, 1), "start_date"),
        (date(2027, 1, 1), None, date(2026, 12, 31), "leave_date"),
    ],
)
def test_a_point_that_cannot_be_found_is_named(
    start: date | None, month: int | None, day: date | None, field: str
) -> None:
    with pytest.raises(InputError, match=f"^{field}: "):
        find_leave_point(start, month, day)


def test_a_month_before_its_day_is_not_completed() -> None:
    assert find_leave_point(date(2027, 3, 15), None, date(2028, 3, 14)) == LeavePoint(11, date(2028, 3, 14))
    assert find_leave_point(None, 7, None) == LeavePoint(7)
    assert find_leave_point(None, None, None) is None


def test_what_is_known_of_value_shares_and_price_gives_the_rest() -> None:
    schedule = build_schedule(EquityGrant())
    given_price = state_grant(StockGrant(schedule, value=Decimal(100), share_price=Decimal(8)))
    assert (given_price.shares, given_price.derived_shares) == (Decimal("12.5"), True)
    given_shares = state_grant(StockGrant(schedule, value=Decimal(100), shares=Decimal(8)))
    assert given_shares.share_price == Decimal("12.5")
    assert state_grant(StockGrant(schedule, value=Decimal(100), price_now=None)).shares is None
    assert StockGrant(schedule, value=Decimal(100), price_now=Decimal(3)).value_now is None


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        ({"share_price": Decimal(0)}, "share_price"),
        ({"value": Decimal(5), "shares": Decimal(0)}, "shares"),
        ({"shares": Decimal("1e14"), "share_price": Decimal("1e14")}, "shares"),
        ({"value": Decimal(5), "price_now": Decimal(5)}, "price_now"),
        ({"value": Decimal(5), "shares": Decimal(5), "share_price": Decimal(5)}, "total_value"),
    ],
)
def test_terms_that_contradict_each_other_are_named(terms: dict[str, Decimal], field: str) -> None:
    with pytest.raises(InputError, match=f"^{field}: "):
        state_grant(StockGrant(build_schedule(EquityGrant()), **terms))  # type: ignore[arg-type]
