from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from assistant.domain.offer import EquityGrant, Offer, StatedPay


def test_an_empty_offer_states_nothing() -> None:
    stated = Offer().model_dump(mode="json", exclude={"currency_assumed"})
    assert all(value in (None, []) for value in stated.values())


@pytest.mark.parametrize(
    ("terms", "bonus"),
    [
        ({"base_annual": 180_000, "bonus_target_pct": 15}, 27_000),
        ({"base_annual": 180_000, "bonus_target_pct": 15, "bonus_target_amount": 30_000}, 30_000),
        ({"base_annual": 180_000, "bonus_max_pct": 20}, 0),
        ({"bonus_target_pct": 15}, 0),
    ],
)
def test_the_target_bonus_is_the_amount_or_the_percentage_of_base(terms: dict[str, Any], bonus: int) -> None:
    assert Offer.model_validate(terms).target_bonus == bonus


@pytest.mark.parametrize("schedule", [[25, 25, 25], [50, 51], [], [90]])
def test_a_schedule_that_is_not_whole_is_refused_under_its_name(schedule: list[int]) -> None:
    with pytest.raises(ValidationError, match="give the percent that vests in each year") as caught:
        Offer.model_validate({"equity": [{"schedule": schedule}]})
    assert caught.value.errors()[0]["loc"] == ("equity", 0, "schedule")


def test_thirds_are_whole_enough() -> None:
    assert EquityGrant.model_validate({"schedule": [33.3, 33.3, 33.3]}).schedule is not None
    assert EquityGrant(schedule=None).schedule is None


def test_amounts_are_in_the_currency_of_the_offer() -> None:
    assert Offer(currency="EUR").money(Decimal(5)).currency == "EUR"
    assert Offer().money(Decimal(5)).currency == Offer().currency_code == "USD"


def test_a_new_base_makes_the_old_ways_to_say_it_obsolete() -> None:
    offer = Offer(
        base_annual=Decimal(120_000),
        base_stated=StatedPay(amount=Decimal(10_000), period="month"),
        base_range=(Decimal(1), Decimal(2)),
    )
    changed = offer.with_terms({"base_annual": Decimal(130_000)})
    assert (changed.base_annual, changed.base_stated, changed.base_range) == (130_000, None, None)


def test_a_percentage_and_an_amount_of_bonus_replace_each_other() -> None:
    by_amount = Offer(bonus_target_pct=Decimal(10)).with_terms({"bonus_target_amount": Decimal(5)})
    assert (by_amount.bonus_target_pct, by_amount.bonus_target_amount) == (None, 5)
    both = by_amount.with_terms({"bonus_target_pct": Decimal(1), "bonus_target_amount": Decimal(2)})
    assert (both.bonus_target_pct, both.bonus_target_amount) == (1, 2)
