"""Working time: the year's pay of somebody paid by the hour or day."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.domain.offer import Offer, StatedPay
from assistant.letters.working_time import apply_working_time

HOURLY = Offer(base_annual=Decimal(83_200), base_stated=StatedPay(amount=Decimal(40), period="hour"))
DAILY = Offer(base_annual=Decimal(104_000), base_stated=StatedPay(amount=Decimal(400), period="day"))


@pytest.mark.parametrize(
    ("text", "offer", "yearly"),
    [
        ("40/hr, 36 hrs a week", HOURLY, 74_880),
        ("37.5 hours", HOURLY, 78_000),
        ("about 220 days", DAILY, 88_000),
        ("12 hours a shift", HOURLY, 83_200),
        ("36 or 40 hours", HOURLY, 83_200),
        ("36 hours then 24 hours", HOURLY, 83_200),
        ("30 days notice", DAILY, 104_000),
        ("36 hrs a week", Offer(base_annual=Decimal(90_000)), 90_000),
    ],
)
def test_only_the_one_time_that_the_pay_is_told_by_counts(text: str, offer: Offer, yearly: int) -> None:
    assert apply_working_time(text, offer).base_annual == yearly
