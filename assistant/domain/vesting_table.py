"""Vesting table: every vest of a grant with its date, shares, price and value, and what has vested at any point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.domain.money import LARGEST_AMOUNT
from assistant.domain.service_time import add_months, count_months
from assistant.domain.share_price import PricePath
from assistant.domain.stock_grant import StockGrant
from assistant.domain.vesting import calculate_vest_events
from assistant.domain.whole_shares import ShareRounding, deal_shares
from assistant.errors import InputError

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Vest:
    """One vest at the end of `month`, in service year `year`; `fraction` (0-1) is its part of the grant.

    Shares, price and value are None where they are not known; the value is unrounded.
    """

    month: int
    year: int
    fraction: Decimal
    day: date | None = None
    shares: Decimal | None = None
    price: Decimal | None = None
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LeavePoint:
    """The last month of service completed, or the last day of service; what vests then is kept."""

    month: int
    day: date | None = None

    @property
    def words(self) -> str:
        """How labels name the point."""
        return f"at month {self.month}" if self.day is None else f"on {self.day.isoformat()}"

    def covers(self, vest: Vest) -> bool:
        """Whether a vest comes in time."""
        if self.day is not None and vest.day is not None:
            return vest.day <= self.day
        return vest.month <= self.month


@dataclass(frozen=True, slots=True)
class VestingTable:
    """The vests of a grant in order of time; `whole_shares` says that shares were rounded, not only divided."""

    grant: StockGrant
    path: PricePath
    vests: tuple[Vest, ...]
    whole_shares: bool

    def until(self, point: LeavePoint) -> tuple[Vest, ...]:
        """The vests up to a point."""
        return tuple(vest for vest in self.vests if point.covers(vest))

    def after(self, point: LeavePoint) -> tuple[Vest, ...]:
        """The vests that come after a point."""
        return tuple(vest for vest in self.vests if not point.covers(vest))

    def of_year(self, year: int) -> tuple[Vest, ...]:
        """The vests of a service year."""
        return tuple(vest for vest in self.vests if vest.year == year)


def find_leave_point(start: date | None, month: int | None, day: date | None) -> LeavePoint | None:
    """The point a person asks about, given as a month or as a date.

    Raises:
        InputError: both are given, the start of vesting is missing, or the date comes before it.
    """
    if day is None:
        return None if month is None else LeavePoint(month)
    if month is not None:
        raise InputError("leave_date", "and leave_month say the same thing: give one, not both")
    if start is None:
        raise InputError("start_date", "is missing: a leave date needs the date from which vesting counts")
    if day < start:
        raise InputError("leave_date", "comes before start_date; check the dates")
    return LeavePoint(count_months(start, day), day)


def build_vesting_table(
    grant: StockGrant, path: PricePath, rounding: ShareRounding | None = None, start: date | None = None
) -> VestingTable:
    """Every vest of a grant.

    Args:
        grant: with its value, shares and price filled in as far as they are known.
        path: how the price moves.
        rounding: None rounds down in sum where the shares are stated as a whole number, and not at all elsewhere.
        start: the date from which vesting counts.

    Raises:
        InputError: prices that do not fit the schedule, a rounding for a grant that is no whole number of shares, or
            amounts and dates no grant can have.
    """
    events = calculate_vest_events(grant.schedule)
    if start is not None and start.year + grant.schedule.service_years > date.max.year:
        raise InputError("start_date", "lies outside the calendar; check the year")
    path.check(len(events), grant.schedule.service_years)
    if path.stated and grant.shares is None:
        field = "prices_by_vest" if path.by_vest else "prices_by_year"
        raise InputError(field, "need the number of shares: give shares, or share_price at the grant")
    rounding = _choose_rounding(grant, rounding)
    fractions = [event.fraction for event in events]
    shares = [None] * len(events) if grant.shares is None else deal_shares(grant.shares, fractions, rounding)
    whole = grant.shares is not None and rounding != "fractional"
    vests = []
    for index, (event, part) in enumerate(zip(events, shares, strict=True)):
        price = path.price_at_vest(grant.start_price, index, event)
        vests.append(
            Vest(
                month=event.month,
                year=max(1, -(-event.month // 12)),
                fraction=event.fraction,
                day=None if start is None else add_months(start, event.month),
                shares=part,
                price=price,
                value=_value(grant, path, event.month, event.fraction, part if whole or path.stated else None, price),
            )
        )
    if total_value(vests) > LARGEST_AMOUNT:
        raise InputError("growth_pct" if path.growth_rate else "shares", "gives amounts too large to be pay; check it")
    return VestingTable(grant, path, tuple(vests), whole)


def _value(
    grant: StockGrant, path: PricePath, month: int, fraction: Decimal, shares: Decimal | None, price: Decimal | None
) -> Decimal | None:
    if shares is not None:
        return None if price is None else shares * price
    if grant.value_now is None:
        return None
    return grant.value_now * fraction * (path.price_at(Decimal(1), month) or ZERO)


def _choose_rounding(grant: StockGrant, rounding: ShareRounding | None) -> ShareRounding:
    whole = grant.shares is not None and grant.shares == grant.shares.to_integral_value()
    if rounding is None:
        return "cumulative_round_down" if whole and not grant.derived_shares else "fractional"
    if rounding != "fractional" and not whole:
        raise InputError("share_rounding", "needs a whole number of shares: give shares")
    return rounding


def total_fraction(vests: Sequence[Vest]) -> Decimal:
    """Part of the grant (0-1) in these vests."""
    return sum((vest.fraction for vest in vests), ZERO)


def total_shares(vests: Sequence[Vest]) -> Decimal:
    """Shares in these vests."""
    return sum((vest.shares for vest in vests if vest.shares is not None), ZERO)


def total_value(vests: Sequence[Vest]) -> Decimal:
    """Value of these vests, each at its own price, unrounded."""
    return sum((vest.value for vest in vests if vest.value is not None), ZERO)
