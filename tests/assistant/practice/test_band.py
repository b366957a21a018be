from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

from assistant.domain.offer import EquityGrant, Offer, StatedPay
from assistant.errors import InputError
from assistant.practice.band import apply_table, build_band, read_table
from assistant.practice.temper import TEMPERS, TemperName
from tests.assistant.domain.strategies import offers
from tests.assistant.practice.talks import OFFER, seeds, tempers


@settings(max_examples=60, deadline=None)
@given(offer=offers(), temper=tempers, seed=seeds)
def test_the_band_lies_between_the_offer_and_the_tempers_room(offer: Offer, temper: TemperName, seed: int) -> None:
    if not offer.base_annual:
        return
    band = build_band(offer, temper, seed)
    for lever, room in band.money.items():
        high = TEMPERS[temper].room[lever][1]
        ceiling = room.offered * (1 + high)
        if lever == "sign_on_bonus" and not room.offered:
            ceiling = band.money["base_salary"].offered * TEMPERS[temper].new_sign_on[1]
        assert room.offered <= room.most <= max(ceiling, room.offered)


@given(temper=tempers, seed=seeds)
def test_names_places_and_dates_of_the_offer_change_nothing(temper: TemperName, seed: int) -> None:
    other = OFFER.model_copy(
        update={"company": "Globex", "title": "Krankenschwester", "location": "Lagos", "start_date": "1 May"}
    )
    assert build_band(other, temper, seed) == build_band(OFFER, temper, seed)


def test_another_seed_or_temper_is_another_band() -> None:
    bands = {str(build_band(OFFER, temper, seed)) for temper in TEMPERS for seed in range(5)}
    assert len(bands) == 20


def test_pay_by_the_month_is_brought_to_a_year() -> None:
    offer = Offer(base_stated=StatedPay(amount=Decimal(15000), period="month"))
    assert read_table(offer)["base_salary"] == 180000


def test_an_offer_without_base_says_what_to_set() -> None:
    with pytest.raises(InputError, match="states no yearly base salary"):
        build_band(Offer(equity=(EquityGrant(total_value=Decimal(1)),)), "friendly", 1)


def test_a_bonus_in_percent_rides_on_a_higher_base_until_it_is_raised_itself() -> None:
    table = read_table(OFFER)
    raised = apply_table(OFFER, {**table, "base_salary": Decimal(200000)})
    assert raised.target_bonus == 30000
    both = apply_table(OFFER, {**table, "base_salary": Decimal(200000), "target_bonus": Decimal(28000)})
    assert both.target_bonus == 30000
    assert apply_table(OFFER, {**table, "target_bonus": Decimal(28000)}).target_bonus == 28000
