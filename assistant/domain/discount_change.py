"""Discount change: the discount rate at which another offer becomes the best."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from assistant.domain.comparison import Side
from assistant.domain.pay_stream import PayStream
from assistant.domain.present_value import Discounting, Payment, Timing, time_of_month, value_parts

STEPS = 100
HALVINGS = 60

Lead = Callable[[float], float]
Change = tuple[str, Decimal, Decimal | None]


def find_discount_changes(sides: Sequence[Side], leader: int, discounting: Discounting) -> Iterator[Change]:
    """Kind, present rate and nearest rate between 0 and 100 % a year that turns the ranking, None where none does.

    Each of the two rates is changed on its own; both at once count as "common".
    """
    cash_rate, equity_rate = discounting.cash_rate, discounting.equity_rate
    yield "cash", cash_rate, _nearest(_leads(sides, leader, discounting, cash=True), cash_rate)
    yield "equity", equity_rate, _nearest(_leads(sides, leader, discounting, stock=True), equity_rate)
    if cash_rate == equity_rate:
        yield "common", cash_rate, _nearest(_leads(sides, leader, discounting, cash=True, stock=True), cash_rate)


def list_cash(stream: PayStream, timing: Timing) -> list[Payment]:
    """Cash of an offer and the time in years at which it counts."""
    if timing == "months":
        months = enumerate(stream.monthly_cash())
        return [Payment(time_of_month(month, timing), amount) for month, amount in months if amount]
    listed = []
    for pay in stream.years:
        end = time_of_month(12 * pay.year, timing)
        begin = end if timing == "mid_year" else end - 1
        listed += [Payment(end, pay.base + pay.bonus), Payment(begin, pay.sign_on)]
    return listed


def list_stock(stream: PayStream, timing: Timing) -> list[Payment]:
    """Vesting stock of an offer and the time in years at which it counts."""
    return [Payment(time_of_month(month, timing), value) for month, value in enumerate(stream.vested) if value]


def _leads(
    sides: Sequence[Side], leader: int, discounting: Discounting, *, cash: bool = False, stock: bool = False
) -> list[Lead]:
    """For each rival the leader's lead as a function of the rate that changes."""
    moving: list[list[tuple[float, float]]] = []
    fixed: list[float] = []
    for side in sides:
        parts, weight = value_parts(side.stream, discounting), side.weight
        flows = list_cash(side.stream, discounting.timing) if cash else []
        flows = flows + (list_stock(side.stream, discounting.timing) if stock else [])
        moving.append([(float(time), float(amount * weight)) for time, amount in flows])
        still = (Decimal(0) if stock else parts.stock) + (Decimal(0) if cash else parts.total - parts.stock)
        fixed.append(float(still * weight))

    def value(place: int, rate: float) -> float:
        return float(fixed[place] + sum(amount / (1 + rate) ** time for time, amount in moving[place]))

    def lead_over(rival: int) -> Lead:
        return lambda rate: value(leader, rate) - value(rival, rate)

    return [lead_over(place) for place in range(len(sides)) if place != leader]


def _nearest(leads: Sequence[Lead], now: Decimal) -> Decimal | None:
    found = [rate for lead in leads for step in (1, -1) if (rate := _walk(lead, float(now), step)) is not None]
    if not found:
        return None
    return round(Decimal(min(found, key=lambda rate: abs(rate - float(now)))), 10)


def _walk(lead: Lead, now: float, direction: int) -> float | None:
    """The first rate on the way from `now` to 0 or 1 at which the lead is lost."""
    end = 1.0 if direction > 0 else 0.0
    places = [now + (end - now) * step / STEPS for step in range(STEPS + 1)]
    return next((_halve(lead, low, high) for low, high in pairwise(places) if lead(high) < 0), None)


def _halve(lead: Lead, kept: float, lost: float) -> float:
    """The rate between one that keeps the lead and one that loses it at which the offers are level."""
    for _ in range(HALVINGS):
        middle = (kept + lost) / 2
        kept, lost = (kept, middle) if lead(middle) < 0 else (middle, lost)
    return lost
