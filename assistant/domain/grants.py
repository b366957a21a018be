"""Grants: what the stock grants of an offer are worth at today's price, and which cannot be counted."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from assistant.domain.money import round_cents
from assistant.domain.offer import EquityGrant, Offer
from assistant.domain.vesting import VestingSchedule, build_schedule

NO_SALE = "what it is worth depends on a sale or listing that may never come."


class ValuedGrant(BaseModel):
    """A grant at the share price of its grant date, in the offer's currency, and when it vests.

    `granted_month` is the month of service at whose end it is granted; 0 is the grant of the offer itself.
    """

    model_config = ConfigDict(frozen=True)

    value: Decimal
    schedule: VestingSchedule
    granted_month: int = 0


class ValuedGrants(BaseModel):
    """The grants that can be counted, what had to be assumed, and why others are left out."""

    model_config = ConfigDict(frozen=True)

    grants: tuple[ValuedGrant, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]


def grant_value(grant: EquityGrant) -> Decimal | None:
    """Value of a whole grant at today's price, or None where the offer does not give one.

    >>> grant_value(EquityGrant(annual_value=Decimal(50000), years=Decimal(4)))
    Decimal('200000.00')
    """
    if grant.kind != "rsu":
        return None
    if grant.total_value is not None:
        return grant.total_value
    if grant.annual_value is not None:
        return round_cents(grant.annual_value * build_schedule(grant).years)
    if grant.shares is not None and grant.share_price is not None:
        return round_cents(grant.shares * grant.share_price)
    return None


def find_obstacle(grant: EquityGrant, currency: str) -> str | None:
    """Why a grant cannot be counted in pay of that currency, or None when it can."""
    if grant.kind == "option":
        return f"The stock option grant is not counted: {NO_SALE}"
    if grant.kind == "percent":
        return f"The grant of a percentage is not counted: {NO_SALE}"
    if grant_value(grant) is None:
        return "A stock grant is not counted: its value, or shares with a price, is not stated."
    if grant.currency not in (None, currency):
        return f"A stock grant in {grant.currency} is not counted: pay is in {currency}. Give exchange_rates."
    return None


def move_share_price(offer: Offer, rate: Decimal) -> Offer:
    """The offer with its stock worth another price at once: values and share prices times (1 + rate).

    >>> grant = EquityGrant(total_value=Decimal(200000))
    >>> move_share_price(Offer(equity=(grant,)), Decimal("-0.2")).equity[0].total_value
    Decimal('160000.0')
    """
    fields = ("total_value", "annual_value", "share_price")
    moved = tuple(
        grant.model_copy(
            update={name: value * (1 + rate) for name in fields if (value := getattr(grant, name)) is not None}
        )
        for grant in offer.equity
    )
    return offer.model_copy(update={"equity": moved})


def value_grants(offer: Offer) -> ValuedGrants:
    """The grants of an offer at today's price.

    Raises:
        InputError: the stated years and the stated schedule of a grant do not fit together.
    """
    grants: list[ValuedGrant] = []
    warnings: list[str] = []
    for index, grant in enumerate(offer.equity):
        schedule = build_schedule(grant, f"equity[{index}]")
        obstacle, value = find_obstacle(grant, offer.currency_code), grant_value(grant)
        if obstacle is not None:
            warnings.append(obstacle)
        elif value is not None:
            grants.append(ValuedGrant(value=value, schedule=schedule))
    assumptions = [note for grant in grants for note in grant.schedule.assumptions]
    return ValuedGrants(
        grants=tuple(grants),
        assumptions=tuple(dict.fromkeys(assumptions)),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def list_refreshers(offer: Offer, years: int) -> tuple[ValuedGrant, ...]:
    """The refresh grants of an offer that are granted before the end of service year `years`, oldest first.

    >>> offer = Offer.model_validate({"refreshers": [{"total_value": 40000}]})
    >>> [grant.granted_month for grant in list_refreshers(offer, 4)]
    [12, 24, 36]

    Raises:
        InputError: the years and the schedule of one do not fit together.
    """
    listed: list[ValuedGrant] = []
    for index, refresher in enumerate(offer.refreshers):
        terms = refresher.model_dump(include={"total_value", "years", "schedule", "cliff_months", "frequency"})
        schedule = build_schedule(EquityGrant.model_validate(terms), f"refreshers[{index}]")
        last = years if refresher.yearly else min(years, refresher.after_year + 1)
        listed += (
            ValuedGrant(value=refresher.total_value, schedule=schedule, granted_month=12 * year)
            for year in range(refresher.after_year, last)
        )
    return tuple(sorted(listed, key=lambda grant: grant.granted_month))
