"""Working time: the hours a week or days a year a person works, which turn a pay by the hour or day into a year's."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.domain.lazy_pattern import lazy
from assistant.domain.offer import Offer

WEEKS = Decimal(52)
_HOURS = lazy(
    r"(?<![\d.,$€£/])(?P<n>[1-7]\d(?:\.\d+)?) ?-?(?:hours?|hrs?)\b(?! ?(?:/|an?\b|per|each|every)? ?(?:day|shift|month|year)|\s(?:notice|away|ago))",
    re.IGNORECASE,
)
_DAYS = lazy(
    r"(?<![\d.,$€£/])(?P<n>[12]\d\d) ?(?:working |billable |paid )?days?\b(?! (?:notice|ago|away|of))", re.IGNORECASE
)


def apply_working_time(text: str, offer: Offer) -> Offer:
    """The offer with the year's pay of the working time the words tell, where it is paid by the hour or day.

    >>> from assistant.domain.offer import StatedPay
    >>> hourly = Offer(base_annual=Decimal(83200), base_stated=StatedPay(amount=Decimal(40), period="hour"))
    >>> apply_working_time("36 hrs a week", hourly).base_annual
    Decimal('74880')
    """
    stated = offer.base_stated
    if stated is None or stated.period not in ("hour", "day"):
        return offer
    told = {Decimal(match["n"]) for match in (_HOURS if stated.period == "hour" else _DAYS).finditer(text)}
    if len(told) != 1:
        return offer
    (count,) = told
    by_week = stated.period == "hour"
    time = {"hours_per_week": count, "weeks_per_year": WEEKS} if by_week else {"per_year": count}
    yearly = stated.amount * (count * WEEKS if by_week else count)
    return offer.model_copy(update={"base_stated": stated.model_copy(update=time), "base_annual": yearly})
