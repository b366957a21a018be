from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.domain.break_even import find_base, find_growth, solve_growth
from assistant.domain.comparison import Pairing, Side, compare_pair, find_leader
from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.crossover import HALF_CENT, Crossover, accumulate_months, accumulate_years, pay_by_month
from assistant.domain.offer import Offer
from assistant.domain.outlook import Outlook
from assistant.domain.pay_stream import PayStream, build_pay_stream
from assistant.domain.present_value import Discounting, value_parts
from tests.assistant.domain.strategies import growth_rates, offers

CENT = Decimal("0.01")
outlooks = st.builds(
    Outlook,
    growth_rate=growth_rates,
    raise_rate=st.decimals(min_value=Decimal("-0.1"), max_value=Decimal("0.2"), places=3),
    payout_rate=st.decimals(min_value=0, max_value=2, places=2),
)
discountings = st.builds(
    Discounting,
    cash_rate=st.decimals(min_value=Decimal("-0.05"), max_value=Decimal("0.3"), places=3),
    equity_rate=st.decimals(min_value=Decimal("-0.05"), max_value=Decimal("0.5"), places=3),
    timing=st.sampled_from(["mid_year", "year_end", "months"]),
)


@st.composite
def sides(draw: st.DrawFn) -> tuple[Side, Side]:
    """Two offers over the same years with rates, taxes and price levels."""
    years = draw(st.integers(1, 7))
    return tuple(  # type: ignore[return-value]
        Side(
            name,
            build_pay_stream(draw(offers()), years, draw(outlooks)),
            exchange_rate=draw(st.sampled_from([Decimal(1), Decimal("1.08"), Decimal("0.012")])),
            tax_rate=draw(st.decimals(min_value=0, max_value=Decimal("0.6"), places=2)),
            index=draw(st.sampled_from([Decimal(100), Decimal("83.5"), Decimal(141)])),
        )
        for name in ("A", "B")
    )


def mirror(crossovers: tuple[Crossover, ...]) -> tuple[Crossover, ...]:
    return tuple(Crossover(item.at, not item.second_leads) for item in crossovers)


@given(pair=sides(), discounting=discountings)
@settings(max_examples=60, deadline=None)
def test_swapping_the_offers_mirrors_everything(pair: tuple[Side, Side], discounting: Discounting) -> None:
    there, back = compare_pair(*pair, discounting), compare_pair(*reversed(pair), discounting)
    assert there.cumulative == tuple(-lead for lead in back.cumulative)
    assert there.crossover_months == mirror(back.crossover_months)
    assert there.crossover_years == mirror(back.crossover_years)
    assert (there.first, there.second) == (back.second, back.first)


@given(pair=sides())
@settings(max_examples=60, deadline=None)
def test_the_lead_changes_exactly_at_the_crossovers(pair: tuple[Side, Side]) -> None:
    one, other = (accumulate_months(side.stream, side.weight) for side in pair)
    crossovers = {item.at: item.second_leads for item in compare_pair(*pair).crossover_months}
    ahead = None
    for month, lead in enumerate(theirs - ours for ours, theirs in zip(one, other, strict=True)):
        if abs(lead) < HALF_CENT:
            assert month not in crossovers
            continue
        assert (ahead is not None and ahead != (lead > 0)) == (month in crossovers)
        assert crossovers.get(month, lead > 0) == (lead > 0)
        ahead = lead > 0


@given(offer=offers(), outlook=outlooks, years=st.integers(1, 7))
@settings(max_examples=60, deadline=None)
def test_months_and_years_add_up_to_total_compensation(offer: Offer, outlook: Outlook, years: int) -> None:
    stream = build_pay_stream(offer, years, outlook)
    by_month, by_year = accumulate_months(stream), accumulate_years(stream)
    figures = {
        figure.label: figure.value for figure in calculate_total_compensation(offer, years, outlook=outlook).figures
    }
    assert by_year[-1] == figures[f"{years}-year total compensation"]
    for year, paid in enumerate(by_year, start=1):
        assert abs(by_month[12 * year] - paid) <= CENT * year


@given(pair=sides(), rate=st.sampled_from([Decimal(2), Decimal("0.5")]))
@settings(max_examples=40, deadline=None)
def test_a_scaled_rate_scales_every_amount(pair: tuple[Side, Side], rate: Decimal) -> None:
    scaled = [replace(side, exchange_rate=side.exchange_rate * rate) for side in pair]
    before, after = compare_pair(*pair), compare_pair(*scaled)
    assert all(
        abs(new - old * rate) < Decimal("1e-9") for new, old in zip(after.cumulative, before.cumulative, strict=True)
    )
    close_to(after.first.base, before.first.base)
    close_to(after.second.growth, before.second.growth)


def close_to(value: Decimal | None, other: Decimal | None) -> None:
    assert (value is None) == (other is None)
    assert value is None or other is None or abs(value - other) <= Decimal("1e-6")


def revalue(side: Side, stream: PayStream, discounting: Discounting) -> Decimal:
    return value_parts(stream, discounting).total * side.weight


@given(pair=sides(), discounting=discountings)
@settings(max_examples=80, deadline=None)
def test_at_the_break_even_base_both_are_worth_the_same(pair: tuple[Side, Side], discounting: Discounting) -> None:
    pairing: Pairing = compare_pair(*pair, discounting)
    first, stream = pair[0], pair[0].stream
    assume(pairing.first.base is not None and pairing.first.base < Decimal("1e12"))
    changed = stream.offer.model_copy(update={"base_annual": pairing.first.base, "base_stated": None})
    again = build_pay_stream(changed, len(stream.years), stream.outlook)
    years = len(stream.years)
    assert abs(revalue(first, again, discounting) - pairing.second.value) <= CENT * 4 * years * max(first.weight, 1)


@given(pair=sides(), discounting=discountings, growth_rate=growth_rates)
@settings(max_examples=80, deadline=None)
def test_the_growth_behind_a_value_is_found_again(
    pair: tuple[Side, Side], discounting: Discounting, growth_rate: Decimal
) -> None:
    stream, years = pair[0].stream, len(pair[0].stream.years)
    grown = build_pay_stream(stream.offer, years, stream.outlook.model_copy(update={"growth_rate": growth_rate}))
    worth = value_parts(grown, discounting).total
    found = find_growth(stream, worth, discounting)
    if value_parts(grown, discounting).stock < 100 * years:
        return
    assert found is not None
    again = build_pay_stream(stream.offer, years, stream.outlook.model_copy(update={"growth_rate": found}))
    assert abs(value_parts(again, discounting).total - worth) <= CENT * 3 * years


@given(pair=sides(), discounting=discountings)
@settings(max_examples=80, deadline=None)
def test_at_the_break_even_growth_both_are_worth_the_same(pair: tuple[Side, Side], discounting: Discounting) -> None:
    pairing = compare_pair(*pair, discounting)
    side, growth, stream = pair[1], pairing.second.growth, pair[1].stream
    if growth is not None:
        outlook = stream.outlook.model_copy(update={"growth_rate": growth})
        again = build_pay_stream(stream.offer, len(stream.years), outlook)
        slack = CENT * 8 * len(stream.years) * max(side.weight, Decimal(1))
        assert abs(revalue(side, again, discounting) - pairing.first.value) <= slack


def test_growth_beyond_the_bounds_is_none() -> None:
    assert solve_growth({12: Decimal(100)}, Decimal(601)) is None
    assert solve_growth({12: Decimal(100)}, Decimal("0.5")) is None
    assert solve_growth({12: Decimal(100)}, Decimal(-5)) is None
    assert solve_growth({}, Decimal(5)) is None
    assert solve_growth({0: Decimal(100), 12: Decimal(100)}, Decimal(200)) == 0


@pytest.mark.parametrize("growth", ["-0.98", "-0.5", "0", "0.37", "4.99"])
@pytest.mark.parametrize("months", [(12, 24, 36, 48), tuple(range(1, 241)), (9,), (3, 240)])
def test_a_known_growth_is_found_again(growth: str, months: tuple[int, ...]) -> None:
    rate = Decimal(growth)
    values = {month: Decimal(1000 + month) for month in months}
    worth = sum((value * (1 + rate) ** (Decimal(month) / 12) for month, value in values.items()), Decimal(0))
    found = solve_growth(values, worth)
    assert found is not None
    assert abs(found - rate) < Decimal("1e-15")


def test_an_offer_alone_can_be_asked_for_a_value() -> None:
    offer = Offer.model_validate({"base_annual": 100, "equity": [{"total_value": 40, "years": 1}]})
    stream = build_pay_stream(offer, 1)
    assert find_base(stream, Decimal(150)) == 110
    assert find_base(stream, Decimal(30)) is None
    growth = find_growth(stream, Decimal(150))
    assert growth is not None
    assert round(growth, 12) == Decimal("0.25")


def test_a_stated_bonus_does_not_follow_the_base() -> None:
    offer = Offer(base_annual=Decimal(100), bonus_target_amount=Decimal(20))
    assert find_base(build_pay_stream(offer, 1), Decimal(150)) == 130


def test_the_second_sign_on_is_not_paid_to_someone_who_leaves_the_day_before() -> None:
    offer = Offer.model_validate({"base_annual": 12, "signing": [{"amount": 5}, {"year": 2, "amount": 7}]})
    paid = pay_by_month(build_pay_stream(offer, 2))
    assert [paid[0], paid[12], paid[13]] == [5, 1, 8]


def test_two_at_the_top_have_no_leader() -> None:
    assert find_leader([Decimal(3), Decimal(1), Decimal("3.004")]) is None
