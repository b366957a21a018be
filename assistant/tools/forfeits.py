"""Forfeits: what a person leaves behind, as arguments of make_whole, and how they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.grants import grant_value
from assistant.domain.make_whole import BonusCount, Forfeit, UnpaidBonus, accrue_bonus, list_unvested
from assistant.domain.money import Amount, Count, Number
from assistant.domain.offer import EquityGrant, Percent, Terms
from assistant.domain.service_time import add_months, years_between
from assistant.errors import InputError

ZERO = Decimal(0)
HUNDRED = Decimal(100)
Day = date
Months = Annotated[Count, Field(ge=0, le=240)]


class Tranche(Terms):
    """Stock that would have vested, by `date` or months after leaving: `value`, or `shares` at `share_price`."""

    date: Day | None = None
    month: Months | None = None
    value: Amount | None = None
    shares: Amount | None = None
    share_price: Amount | None = None
    strike: Amount | None = None


class OldGrant(EquityGrant):
    """A grant of the present employer and the day its vesting began, by `granted` or `months_ago`."""

    granted: date | None = None
    months_ago: Months | None = None


class BonusYear(Terms):
    """An unpaid bonus; `paid_on` is the day until which one must be employed to get it.

    `count` says what of it is asked for: the whole, or the share accrued; with months_served that share by default.
    """

    amount: Amount
    year_start: date | None = None
    paid_on: date | None = None
    months_served: Annotated[Number, Field(ge=0, le=12)] | None = None
    payout_pct: Percent = HUNDRED
    count: BonusCount | None = None

    @property
    def counts(self) -> BonusCount:
        """What of it is asked for."""
        return self.count or ("whole" if self.months_served is None else "accrued")


class CashForfeit(Terms):
    """Cash that would have come, such as a retention bonus; without a time it counts as due now."""

    name: str | None = None
    amount: Amount
    date: Day | None = None
    month: Months | None = None


def _place(leave: date, day: date | None, month: int | None, field: str) -> tuple[date, Decimal]:
    """The day something would have come, and its years after leaving."""
    if day is not None and month is not None:
        raise InputError(f"{field}.month", "and date are both given: give one of the two")
    if day is not None:
        return day, years_between(leave, day)
    if month is None:
        raise InputError(f"{field}.month", "is missing: give months after leaving, or a date")
    return add_months(leave, month), Decimal(month) / 12


def read_tranches(tranches: Sequence[Tranche], leave: date, price: Decimal | None) -> Iterator[Forfeit]:
    """The tranches by day; `price` is today's price of a share where a tranche has none.

    Raises:
        InputError: one without a day or a value, by its place.
    """
    for index, item in enumerate(tranches):
        field = f"tranches[{index}]"
        day, years = _place(leave, item.date, item.month, field)
        amount = _value_tranche(item, price if item.share_price is None else item.share_price, field)
        yield Forfeit(f"tranche {index + 1}", "stock", day, years, amount, item.shares)


def _value_tranche(item: Tranche, price: Decimal | None, field: str) -> Decimal:
    if item.value is not None:
        if item.shares is not None and (item.share_price is not None):
            raise InputError(f"{field}.value", "and shares x share_price are both given: give one of the two")
        return item.value
    if item.shares is None:
        raise InputError(f"{field}.value", "is missing: give the value, or shares with share_price")
    if price is None:
        raise InputError(f"{field}.share_price", "is missing: give today's price of a share, or value")
    return item.shares * max(ZERO, price - (item.strike or ZERO))


def read_grants(grants: Sequence[OldGrant], leave: date, price: Decimal | None, currency: str) -> Iterator[Forfeit]:
    """The tranches of old grants that vest after the leave date.

    Raises:
        InputError: a grant that cannot be placed or valued, by its place.
    """
    for index, grant in enumerate(grants):
        field = f"grants[{index}]"
        if grant.currency not in (None, currency):
            raise InputError(f"{field}.currency", f"is not {currency}: convert it at your exchange rate first")
        granted = grant.granted
        if granted is not None and grant.months_ago is not None:
            raise InputError(f"{field}.months_ago", "and granted are both given: give one of the two")
        if granted is None:
            if grant.months_ago is None:
                raise InputError(f"{field}.granted", "is missing: give the day vesting began, or months_ago")
            granted = add_months(leave, -grant.months_ago)
        yield from list_unvested(
            grant,
            granted,
            leave,
            name=f"grant {index + 1}",
            field=field,
            value=_value_grant(grant, price, field),
            shares=grant.shares,
        )


def _value_grant(grant: OldGrant, price: Decimal | None, field: str) -> Decimal:
    price = grant.share_price if grant.share_price is not None else price
    if grant.kind == "percent":
        raise InputError(
            f"{field}.kind", "a percentage cannot be valued here: give total_value, or shares with a price"
        )
    if grant.shares is not None and price is not None and grant.total_value is None:
        return grant.shares * max(ZERO, price - (grant.strike or ZERO))
    value = grant.total_value if grant.kind == "option" else grant_value(grant)
    if value is None:
        raise InputError(f"{field}.total_value", "is missing: give today's value, or shares with share_price")
    return value


def read_cash(cash: Sequence[CashForfeit], leave: date) -> Iterator[Forfeit]:
    """Cash by day; without a time it is due at leaving.

    Raises:
        InputError: one with two times, by its place.
    """
    for index, item in enumerate(cash):
        month = 0 if item.date is None and item.month is None else item.month
        day, years = _place(leave, item.date, month, f"cash[{index}]")
        yield Forfeit(item.name or f"cash item {index + 1}", "cash", day, years, item.amount)


def read_bonus(bonus: BonusYear, leave: date) -> UnpaidBonus:
    """The unpaid bonus with what is accrued of it.

    Raises:
        InputError: the accrued share is asked for, but not when the bonus year began.
    """
    amount = bonus.amount * bonus.payout_pct / HUNDRED
    accrued = accrue_bonus(
        amount, leave, year_start=bonus.year_start, paid_on=bonus.paid_on, months_served=bonus.months_served
    )
    if accrued is None and bonus.counts == "accrued":
        raise InputError("bonus.year_start", "is missing: give the first day of the bonus year, or months_served")
    return UnpaidBonus(amount, accrued, bonus.counts, bonus.paid_on)
