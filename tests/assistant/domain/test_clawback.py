from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.clawback import (
    Payment,
    RepayTerms,
    RepayTier,
    Service,
    build_terms,
    calculate_owed,
    calculate_owed_share,
    describe_owed,
)
from assistant.errors import InputError
from tests.assistant.domain.strategies import amounts

rules = st.sampled_from(["full", "pro_rata", "full_then_pro_rata"])
readings = st.sampled_from(["remaining_months", "whole_period", "fixed_part"])


@st.composite
def clauses(draw: st.DrawFn) -> RepayTerms:
    """Any repayment clause that is not a contradiction."""
    months = draw(st.integers(2, 48))
    if draw(st.booleans()):
        return build_terms(months, draw(rules), full_months=draw(st.integers(0, months - 1)), reading=draw(readings))
    ends = sorted(draw(st.sets(st.integers(1, 48), min_size=1, max_size=5)))
    parts = sorted(draw(st.lists(st.integers(0, 100), min_size=len(ends), max_size=len(ends))), reverse=True)
    tiers = [RepayTier(until_month=end, owed_pct=Decimal(part)) for end, part in zip(ends, parts, strict=True)]
    return build_terms(None, None, tiers=tiers)


@given(terms=clauses())
def test_what_is_owed_of_a_payment_never_grows_and_ends_at_nothing(terms: RepayTerms) -> None:
    shares = [calculate_owed_share(terms, Service(month)).value for month in range(terms.months + 1)]
    assert all(0 <= after <= before <= 1 for before, after in itertools.pairwise(shares))
    assert shares[-1] == 0


@given(months=st.integers(1, 60), amount=amounts)
def test_pro_rata_steps_sum_to_the_payment(months: int, amount: Decimal) -> None:
    terms = RepayTerms(months=months, rule="pro_rata")
    owed = [calculate_owed(terms, [Payment("sign-on", amount)], Service(month)) for month in range(months + 1)]
    assert sum(before - after for before, after in itertools.pairwise(owed)) == amount


@given(terms=clauses(), first=amounts, second=amounts, month=st.integers(0, 48))
def test_two_payments_owe_what_each_owes(terms: RepayTerms, first: Decimal, second: Decimal, month: int) -> None:
    one, two = Payment("first", first), Payment("second", second, 6)
    together = calculate_owed(terms, [one, two], Service(month))
    apart = calculate_owed(terms, [one], Service(month)) + calculate_owed(terms, [two], Service(month))
    assert abs(together - apart) <= Decimal("0.01")


@given(reading=readings, month=st.integers(12, 23))
def test_the_plain_reading_owes_at_least_as_much_as_that_over_the_whole_period(reading: str, month: int) -> None:
    plain = build_terms(24, "full_then_pro_rata", reading="remaining_months")
    whole = build_terms(24, "full_then_pro_rata", reading="whole_period")
    assert calculate_owed_share(plain, Service(month)).value >= calculate_owed_share(whole, Service(month)).value


def test_each_payment_has_a_period_of_its_own_where_the_clause_says_so() -> None:
    terms = build_terms(12, "full", period_from="payment")
    payments = [Payment("first", Decimal(10)), Payment("second", Decimal(20), 12)]
    assert [calculate_owed(terms, payments, Service(month)) for month in (11, 12, 13, 24)] == [10, 0, 20, 0]


def test_a_formula_names_the_share_of_each_payment_where_they_differ() -> None:
    terms = build_terms(12, "pro_rata", period_from="payment")
    payments = [Payment("first", Decimal(1200)), Payment("second", Decimal(2400), 6)]
    formula, inputs = describe_owed(terms, payments, Service(9))
    assert formula == "first x first owed_pct / 100 + second x second owed_pct / 100"
    assert inputs == {"first": 1200, "first owed_pct": 25, "second": 2400, "second owed_pct": 75}


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        (lambda: build_terms(None, None), "repay_months"),
        (lambda: build_terms(12, "tiers"), "tiers"),
        (lambda: build_terms(12, "full_then_pro_rata", full_months=12), "full_months"),
        (lambda: build_terms(12, "full", tiers=[RepayTier(until_month=12, owed_pct=Decimal(5))]), "rule"),
        (lambda: build_terms(24, None, tiers=[RepayTier(until_month=12, owed_pct=Decimal(5))]), "repay_months"),
        (
            lambda: build_terms(None, None, tiers=[RepayTier(until_month=12, owed_pct=Decimal(5))] * 2),
            "tiers[1].until_month",
        ),
        (
            lambda: calculate_owed_share(RepayTerms(months=12, rule="pro_rata", counting="days"), Service(3)),
            "start_date",
        ),
    ],
)
def test_a_clause_that_contradicts_itself_names_the_field(terms: object, field: str) -> None:
    with pytest.raises(InputError) as raised:
        terms()  # type: ignore[operator]
    assert raised.value.field == field
