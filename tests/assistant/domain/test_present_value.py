from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.domain.offer import Offer
from assistant.domain.outlook import Outlook
from assistant.domain.pay_stream import build_pay_stream
from assistant.domain.present_value import (
    Discounting,
    Payment,
    Timing,
    calculate_present_value,
    date_payments,
    find_returns,
    value_parts,
)
from tests.assistant.domain.strategies import growth_rates, offers

ORACLE = yaml.safe_load(Path(__file__).with_name("present_values.yaml").read_text(encoding="utf-8"))
TIMINGS: tuple[Timing, ...] = ("mid_year", "year_end", "months")
rates = st.decimals(min_value=Decimal("-0.5"), max_value=1, places=3)


@pytest.mark.parametrize("known", ORACLE)
def test_it_agrees_with_a_finance_library(known: dict[str, Any]) -> None:
    amounts, rate = [Decimal(amount) for amount in known["amounts"]], Decimal(str(known["rate"]))
    yearly = [Payment(Decimal(place), amount) for place, amount in enumerate(amounts)]
    dated = date_payments(list(zip(known["dates"], amounts, strict=True)), known["dates"][0])
    assert float(calculate_present_value(yearly, rate)) == pytest.approx(known["npv"], rel=1e-12)
    assert float(calculate_present_value(dated, rate)) == pytest.approx(known["xnpv"], rel=1e-12)
    for payments, expected in ((yearly, known["irr"]), (dated, known["xirr"])):
        assert [float(found) for found in find_returns(payments)] == pytest.approx([expected], abs=1e-8)


def test_payments_in_one_direction_have_no_return() -> None:
    assert find_returns([Payment(Decimal(0), Decimal(5)), Payment(Decimal(1), Decimal(5))]) == []


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=8))
@settings(max_examples=100)
def test_at_each_return_the_present_value_is_nothing(amounts: list[int]) -> None:
    payments = [Payment(Decimal(place), Decimal(amount)) for place, amount in enumerate(amounts)]
    for found in find_returns(payments):
        size = calculate_present_value([Payment(time, abs(amount)) for time, amount in payments], found)
        assert abs(calculate_present_value(payments, found)) <= size * Decimal("1e-6")


@given(offer=offers(), growth_rate=growth_rates, timing=st.sampled_from(TIMINGS))
@settings(max_examples=60)
def test_no_discount_leaves_the_total(offer: Offer, growth_rate: Decimal, timing: Timing) -> None:
    stream = build_pay_stream(offer, 4, Outlook(growth_rate=growth_rate))
    total = sum((pay.total for pay in stream.years), Decimal(0))
    assert value_parts(stream, Discounting(timing=timing)).total == total


@given(offer=offers(), cash=rates, equity=rates, timing=st.sampled_from(TIMINGS))
@settings(max_examples=60)
def test_a_higher_rate_never_makes_later_pay_worth_more(
    offer: Offer, cash: Decimal, equity: Decimal, timing: Timing
) -> None:
    stream = build_pay_stream(offer, 4)
    lower = value_parts(stream, Discounting(cash, equity, timing))
    higher = value_parts(stream, Discounting(cash + Decimal("0.1"), equity + Decimal("0.1"), timing))
    assert all(more <= less for more, less in zip(higher, lower, strict=True))


def test_the_three_timings_place_the_same_pay_differently() -> None:
    offer = Offer.model_validate({"base_annual": 1200, "bonus_target_amount": 100, "signing": [{"amount": 50}]})
    stream = build_pay_stream(offer, 1)
    rate = Decimal("0.21")
    mid, end, months = (value_parts(stream, Discounting(rate, rate, timing)) for timing in TIMINGS)
    assert round(mid.total, 6) == round(Decimal(1350) / Decimal("1.1"), 6)
    assert round(end.total, 6) == round(Decimal(1300) / Decimal("1.21") + 50, 6)
    by_month = sum((100 / Decimal("1.21") ** (Decimal(month) / 12) for month in range(1, 13)), Decimal(0))
    assert round(months.total, 6) == round(by_month + Decimal(100) / Decimal("1.21") + 50, 6)
