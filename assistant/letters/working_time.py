"""Working time: the hours a week or days a year a person works, which turn a pay by the hour or day into a year's."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.domain.lazy_pattern import lazy
from assistant.domain.offer import Offer

WEEKS = Decimal(52)
_HOURS = lazy(
    r"(?<![\d.,$€£/])(?P<n>[1-7]\d(?:\.\d+)?) ?-?(?:hours?|hrs?|h)\b ?(?:/|an?\b|per\b|each\b|every\b|guaranteed)? ?(?:w(?:ee)?k|weekly)\b"
    r"|\b(?:work\w*|contract\w*|guaranteed|full[- ]time|part[- ]time|only|paid for|says?|on)(?: is| for| of)? (?P<told>[1-7]\d(?:\.\d+)?)"
    r" ?-?(?:hours?|hrs?)\b(?! (?:to|notice|away|ago|of|orientation|training))"
    r"|\A\W*(?:(?:and|but|its|it's|only)\W+)*(?P<alone>[1-7]\d(?:\.\d+)?) ?-?(?:hours?|hrs?)\W*\Z"
    r"|(?:/ ?|per |an? )(?:h|hr|hour)\b[,;]? (?:and |for |at |x )?(?P<behind>[1-7]\d(?:\.\d+)?) ?-?(?:hours?|hrs?)\b(?! (?:to|notice|away|ago|of)\b)",
    re.IGNORECASE,
)
"""Hours that are surely of the week: told by the week, as work, or right behind the pay by the hour."""
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
    found = (_HOURS if stated.period == "hour" else _DAYS).finditer(text)
    told = {Decimal(next(filter(None, match.groups()))) for match in found}
    if len(told) != 1:
        return offer
    (count,) = told
    by_week = stated.period == "hour"
    time = {"hours_per_week": count, "weeks_per_year": WEEKS} if by_week else {"per_year": count}
    yearly = stated.amount * (count * WEEKS if by_week else count)
    return offer.model_copy(update={"base_stated": stated.model_copy(update=time), "base_annual": yearly})
