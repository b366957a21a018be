from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.grants import find_obstacle, grant_value, value_grants
from assistant.domain.offer import EquityGrant, Offer
from assistant.errors import InputError


def test_a_stated_total_wins_over_other_ways_to_value_a_grant() -> None:
    grant = EquityGrant(total_value=Decimal(100), annual_value=Decimal(50), shares=Decimal(2), share_price=Decimal(9))
    assert grant_value(grant) == 100


def test_a_value_a_year_counts_for_each_year_of_the_schedule() -> None:
    grant = EquityGrant(annual_value=Decimal(50_000), years=Decimal("3.5"))
    assert grant_value(grant) == 175_000


@pytest.mark.parametrize("kind", ["option", "percent"])
def test_a_grant_without_a_market_has_no_value(kind: str) -> None:
    grant = EquityGrant.model_validate({"kind": kind, "total_value": 100_000})
    assert grant_value(grant) is None
    assert find_obstacle(grant, "USD")


def test_a_grant_in_the_currency_of_the_offer_counts_whether_or_not_it_says_so() -> None:
    for currency in (None, "EUR"):
        assert find_obstacle(EquityGrant(total_value=Decimal(1), currency=currency), "EUR") is None


def test_a_note_is_given_once_for_several_grants() -> None:
    grant = EquityGrant(shares=Decimal(10))
    valued = value_grants(Offer(equity=(grant, grant, EquityGrant(total_value=Decimal(5)))))
    assert len(valued.warnings) == 1
    assert [item.value for item in valued.grants] == [5]


def test_a_grant_that_cannot_vest_as_stated_is_named_even_when_it_is_not_counted() -> None:
    grant = EquityGrant(kind="option", years=Decimal(2), schedule=(Decimal(100),))
    with pytest.raises(InputError, match=r"equity\[0\]\.schedule"):
        value_grants(Offer(equity=(grant,)))
