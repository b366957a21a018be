from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.figure import Figure
from assistant.domain.make_whole import (
    Forfeit,
    Kind,
    OtherForfeits,
    Outlay,
    UnpaidBonus,
    accrue_bonus,
    list_unvested,
    make_whole_figures,
    select_within,
    total_value,
)
from assistant.domain.service_time import add_months, years_between
from assistant.errors import InputError
from tests.assistant.domain.strategies import amounts, grants
from tests.formulas import recompute

LEAVE = date(2026, 12, 1)
outlays = st.builds(
    Outlay,
    growth_rate=st.sampled_from([Decimal(0), Decimal("0.1"), Decimal("-0.3")]),
    discount_rate=st.sampled_from([Decimal(0), Decimal("0.08")]),
    stay_rate=st.sampled_from([Decimal(1), Decimal("0.9"), Decimal(0)]),
)


@st.composite
def forfeits(draw: st.DrawFn) -> list[Forfeit]:
    """Stock and cash that would have come within six years."""
    items, kinds = [], list[Kind](("stock", "cash"))
    for number in range(draw(st.integers(0, 6))):
        day = LEAVE + timedelta(days=draw(st.integers(0, 2200)))
        kind = draw(st.sampled_from(kinds))
        items.append(Forfeit(f"item {number}", kind, day, years_between(LEAVE, day), draw(amounts)))
    return items


def read(figures: list[Figure]) -> dict[str, Decimal]:
    return {figure.label: figure.value for figure in figures}


def compute(items: list[Forfeit], outlay: Outlay, other: OtherForfeits, horizon: int | None = None) -> list[Figure]:
    return [*make_whole_figures(items, None, other, outlay, "USD", leave=LEAVE, horizon_months=horizon)]


@given(first=forfeits(), second=forfeits(), outlay=outlays, horizon=st.none() | st.integers(1, 60))
def test_two_sets_of_tranches_are_worth_what_each_is_worth(
    first: list[Forfeit], second: list[Forfeit], outlay: Outlay, horizon: int | None
) -> None:
    other = OtherForfeits()
    together = read(compute(first + second, outlay, other, horizon))["sign-on to ask for"]
    apart = [read(compute(items, outlay, other, horizon))["sign-on to ask for"] for items in (first, second)]
    assert together == sum(apart)


@given(items=forfeits(), outlay=outlays, near=st.integers(1, 30), far=st.integers(1, 30))
def test_a_longer_horizon_never_counts_less(items: list[Forfeit], outlay: Outlay, near: int, far: int) -> None:
    values = [total_value(select_within(items, LEAVE, months), outlay) for months in (near, near + far, None)]
    assert values == sorted(values)


@given(items=forfeits(), outlay=outlays, match=amounts, repayment=amounts, new_equity=amounts)
def test_any_figure_can_be_computed_again_by_hand(
    items: list[Forfeit], outlay: Outlay, match: Decimal, repayment: Decimal, new_equity: Decimal
) -> None:
    other = OtherForfeits(match=match, repayment=repayment, repayment_tax_rate=Decimal("0.35"), new_equity=new_equity)
    for figure in compute(items, outlay, other):
        assert recompute(figure) == pytest.approx(float(figure.value), abs=0.0051, rel=1e-9), figure


@given(grant=grants(), months=st.integers(0, 200))
def test_what_vested_and_what_is_forfeited_make_the_grant(grant: object, months: int) -> None:
    granted = date(2020, 1, 31)
    leave = add_months(granted, months)
    value = grant.total_value  # type: ignore[attr-defined]
    left = list_unvested(grant, granted, leave, name="grant", field="grants[0]", value=value)  # type: ignore[arg-type]
    whole = list_unvested(grant, granted, granted - timedelta(days=1), name="g", field="g", value=value)  # type: ignore[arg-type]
    assert sum(item.amount for item in whole) == pytest.approx(value)
    assert {item.day for item in left} == {item.day for item in whole if item.day > leave}


@given(split=st.lists(st.integers(1, 20), min_size=1, max_size=6), amount=amounts)
def test_instalments_sum_to_the_ask(split: list[int], amount: Decimal) -> None:
    percents = [Decimal(part) * 100 / sum(split) for part in split]
    figures = make_whole_figures(
        [Forfeit("a", "cash", LEAVE, Decimal(0), amount)],
        None,
        OtherForfeits(),
        Outlay(),
        "USD",
        leave=LEAVE,
        split=percents,
    )
    values = read([*figures])
    parts = [value for label, value in values.items() if label.startswith("instalment")]
    assert sum(parts) == values["sign-on to ask for"]
    assert min(parts) >= 0


def test_many_tranches_are_summed_in_words() -> None:
    items = [
        Forfeit(f"t{number}", "stock", LEAVE + timedelta(days=number), Decimal(0), Decimal(1), Decimal(2))
        for number in range(1, 60)
    ]
    figures = compute(items, Outlay(), OtherForfeits())
    assert read(figures)["unvested stock forfeited"] == 59
    assert {figure.formula for figure in figures if "unvested" in figure.label} == {
        "sum of the shares in the table",
        "sum of the tranches in the table",
    }


@given(days=st.integers(-400, 800))
def test_an_accrued_bonus_lies_between_nothing_and_the_whole(days: int) -> None:
    leave = date(2026, 1, 1) + timedelta(days=days)
    accrued = accrue_bonus(Decimal(1000), leave, year_start=date(2026, 1, 1), paid_on=date(2027, 3, 1))
    assert accrued is not None
    assert 0 <= accrued.part <= 1
    assert (accrued.part == 1) == (date(2026, 12, 31) <= leave < date(2027, 3, 1))


def test_a_bonus_that_is_paid_before_its_year_is_refused() -> None:
    with pytest.raises(InputError, match=r"bonus\.paid_on: lies before the bonus year"):
        accrue_bonus(Decimal(1), LEAVE, year_start=LEAVE, paid_on=date(2026, 1, 1))


def test_a_bonus_is_lost_whole_until_the_day_it_is_paid() -> None:
    bonus = UnpaidBonus(Decimal(15000), paid_on=date(2027, 3, 15))
    assert [bonus.lost(date(2027, 3, day)) for day in (14, 15)] == [15000, 0]
    assert [bonus.counted(LEAVE, months) for months in (None, 3, 4)] == [15000, 0, 15000]


def test_the_share_of_an_unknown_bonus_year_is_not_known() -> None:
    assert accrue_bonus(Decimal(1), LEAVE, paid_on=date(2027, 3, 15)) is None


def test_a_bonus_counts_whole_or_as_its_accrued_share() -> None:
    accrued = accrue_bonus(Decimal(24000), LEAVE, months_served=Decimal(9))
    whole = make_whole_figures([], UnpaidBonus(Decimal(24000), accrued), OtherForfeits(), Outlay(), "USD", leave=LEAVE)
    bonus = UnpaidBonus(Decimal(24000), accrued, "accrued")
    share = make_whole_figures([], bonus, OtherForfeits(), Outlay(), "USD", leave=LEAVE)
    assert [read([*figures])["sign-on to ask for"] for figures in (whole, share)] == [24000, 18000]


@given(items=forfeits(), outlay=outlays, horizon=st.integers(1, 60))
def test_a_horizon_changes_the_ask_and_not_what_is_forfeited(
    items: list[Forfeit], outlay: Outlay, horizon: int
) -> None:
    whole, within = (read(compute(items, outlay, OtherForfeits(), months)) for months in (None, horizon))
    assert within["forfeited in all"] == whole["forfeited in all"] == whole["sign-on to ask for"]
    assert within["sign-on to ask for"] == within[f"forfeited within {horizon} months in all"]
