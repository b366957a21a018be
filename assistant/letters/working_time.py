"""Working time: the hours a week, weeks or days a year a person works, which turn a pay by the hour or day into a year's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from assistant.domain.lazy_pattern import lazy
from assistant.domain.offer import Offer, StatedPay

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

_WEEKS = lazy(
    r"(?<![\d.,$€£/])(?P<n>[1-5]\d) ?-?(?:working |billable |paid )?(?:weeks|wks)\b(?: (?:a|per|of|out of|in|each) (?:the |a )?(?:year|yr|12 months)|/ ?(?:year|yr))",
    re.IGNORECASE,
)
USUAL_HOURS = Decimal(40)


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
    if stated.period == "day":
        days = _only(_DAYS, text)
        return offer if days is None else _with_time(offer, stated, days, {"per_year": days})
    hours, weeks = _only(_HOURS, text), _only(_WEEKS, text)
    if hours is None and weeks is None:
        return offer
    hours, weeks = hours or stated.hours_per_week or USUAL_HOURS, weeks or stated.weeks_per_year or WEEKS
    return _with_time(offer, stated, hours * weeks, {"hours_per_week": hours, "weeks_per_year": weeks})


def _only(pattern: re.Pattern[str], text: str) -> Decimal | None:
    """The one number the words tell so; None for none and for several."""
    told = {Decimal(next(filter(None, match.groups()))) for match in pattern.finditer(text)}
    return told.pop() if len(told) == 1 else None


def _with_time(offer: Offer, stated: StatedPay, times: Decimal, time: Mapping[str, Decimal]) -> Offer:
    """The offer with the year's pay of so many hours or days."""
    yearly = stated.amount * times
    return offer.model_copy(update={"base_stated": stated.model_copy(update=time), "base_annual": yearly})
