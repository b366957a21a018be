"""Total compensation: an offer, year by year, with one-time and lasting pay kept apart.

Year 1 is the first twelve months from the start date; all amounts are gross.
"""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from assistant.domain.figure import Figure
from assistant.domain.money import round_cents
from assistant.domain.offer import EquityGrant, Offer
from assistant.domain.vesting import VestingSchedule, build_schedule, calculate_vest_events
from assistant.errors import InputError

RULE = "total_compensation"
SHORTEST_VIEW_YEARS = 4
LONGEST_VIEW_YEARS = 20
ZERO = Decimal(0)


class YearPay(BaseModel):
    """Gross pay of one service year; `total` is the sum of the parts."""

    model_config = ConfigDict(frozen=True)

    year: int
    base: Decimal
    bonus: Decimal
    sign_on: Decimal
    equity: Decimal

    @property
    def total(self) -> Decimal:
        """All parts of the year."""
        return self.base + self.bonus + self.sign_on + self.equity


class TotalCompensation(BaseModel):
    """The years of an offer, the figures made of them, and what had to be assumed or left out."""

    model_config = ConfigDict(frozen=True)

    currency: str
    years: tuple[YearPay, ...]
    figures: tuple[Figure, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]


class _ValuedGrant(BaseModel):
    value: Decimal
    schedule: VestingSchedule


def grant_value(grant: EquityGrant) -> Decimal | None:
    """Value of a whole grant at today's price, or None where the offer does not give one.

    >>> grant_value(EquityGrant(annual_value=Decimal(50000), years=Decimal(4)))
    Decimal('200000')
    """
    if grant.kind != "rsu":
        return None
    if grant.total_value is not None:
        return grant.total_value
    if grant.annual_value is not None:
        return grant.annual_value * (grant.years or Decimal(build_schedule(grant).years))
    if grant.shares is not None and grant.share_price is not None:
        return grant.shares * grant.share_price
    return None


def calculate_total_compensation(
    offer: Offer, years: int | None = None, growth_rate: Decimal = ZERO
) -> TotalCompensation:
    """Pay of each year 1 to N, then *year 1*, *recurring* and *N-year average* kept apart.

    Args:
        offer: needs at least a base salary.
        years: N; by default 4, or the longest vesting schedule if that is longer.
        growth_rate: yearly change of the share price as a fraction, compounded to each vest
            (0.10 = 10 % up a year); 0 keeps the price flat.

    Raises:
        InputError: no base salary, or a term that cannot be used, named.
    """
    if offer.base_annual is None:
        raise InputError("base_annual", "is missing: give the yearly base salary")
    if growth_rate <= -1 or growth_rate > 10:
        raise InputError("growth_pct", "must lie above -100 and at most 1000 percent a year")
    grants, notes, warnings = _value_grants(offer)
    count = years or max([SHORTEST_VIEW_YEARS, *(grant.schedule.years for grant in grants)])
    if not 1 <= count <= LONGEST_VIEW_YEARS:
        raise InputError("years", f"must lie between 1 and {LONGEST_VIEW_YEARS}")
    assumptions = [*_state_assumptions(offer, growth_rate), *notes]
    pays = tuple(_pay_of_year(offer, grants, year, growth_rate) for year in range(1, count + 1))
    figures = (*_headline_figures(offer, grants, pays), *_part_figures(offer, pays, growth_rate))
    return TotalCompensation(
        currency=offer.currency or "USD",
        years=pays,
        figures=figures,
        assumptions=tuple(assumptions),
        warnings=tuple(warnings + _late_sign_on(offer, count)),
    )


def _value_grants(offer: Offer) -> tuple[list[_ValuedGrant], list[str], list[str]]:
    """Grants that can be counted, then the assumptions made, then why others are left out."""
    grants, assumptions, warnings = [], [], []
    for index, grant in enumerate(offer.equity):
        field = f"equity[{index}]"
        value = grant_value(grant)
        if grant.kind != "rsu":
            warnings.append(
                f"The {grant.kind if grant.kind == 'option' else 'percentage'} grant is not counted: "
                "what it is worth depends on a sale or listing that may never come."
            )
        elif value is None:
            warnings.append("A stock grant is not counted: its value, or shares with a price, is not stated.")
        elif grant.currency is not None and grant.currency != (offer.currency or "USD"):
            warnings.append(
                f"A stock grant in {grant.currency} is not counted: pay is in "
                f"{offer.currency or 'USD'} and no exchange rate was given."
            )
        else:
            schedule = build_schedule(grant, field)
            assumptions += schedule.assumptions
            if grant.schedule is None:
                assumptions.append("No vesting schedule is stated: equal yearly parts are assumed.")
            grants.append(_ValuedGrant(value=value, schedule=schedule))
    return grants, list(dict.fromkeys(assumptions)), list(dict.fromkeys(warnings))


def _state_assumptions(offer: Offer, growth_rate: Decimal) -> list[str]:
    price = (
        "The share price stays flat."
        if not growth_rate
        else f"The share price {'rises' if growth_rate > 0 else 'falls'} by {abs(growth_rate * 100).normalize():f} % "
        "a year, counted up to each vest."
    )
    notes = [price] if offer.equity else []
    if offer.target_bonus:
        notes.append("The bonus pays out at target.")
    if offer.currency is None or offer.currency_assumed:
        notes.append(f"No currency is stated: {offer.currency or 'USD'} is assumed.")
    return notes


def _late_sign_on(offer: Offer, count: int) -> list[str]:
    late = [part for part in offer.signing if part.year > count]
    return [f"Sign-on paid after year {count} is not in these years."] if late else []


def _pay_of_year(offer: Offer, grants: list[_ValuedGrant], year: int, growth_rate: Decimal) -> YearPay:
    return YearPay(
        year=year,
        base=offer.base_annual or ZERO,
        bonus=round_cents(offer.target_bonus),
        sign_on=sum((part.amount for part in offer.signing if part.year == year), ZERO),
        equity=round_cents(sum((_vested_value(grant, year, growth_rate) for grant in grants), ZERO)),
    )


def _vested_value(grant: _ValuedGrant, year: int, growth_rate: Decimal) -> Decimal:
    events = calculate_vest_events(grant.schedule)
    return sum(
        (
            grant.value * event.fraction * (1 + growth_rate) ** (Decimal(event.month) / 12)
            for event in events
            if 12 * (year - 1) < event.month <= 12 * year
        ),
        ZERO,
    )


def _headline_figures(
    offer: Offer, grants: list[_ValuedGrant], pays: tuple[YearPay, ...]
) -> tuple[Figure, ...]:
    first, count = pays[0], len(pays)
    equity_a_year = round_cents(sum((grant.value / grant.schedule.years for grant in grants), ZERO))
    total = sum((pay.total for pay in pays), ZERO)
    return (
        _figure(
            offer, "year 1 total compensation", first.total, "base + target bonus + sign-on + vested stock",
            _parts(first),
        ),
        _figure(
            offer,
            "recurring yearly compensation",
            first.base + first.bonus + equity_a_year,
            "base + target bonus + grant / vesting years, without one-time pay",
            {"base": first.base, "bonus": first.bonus, "stock a year": equity_a_year},
        ),
        _figure(
            offer,
            f"{count}-year average compensation",
            round_cents(total / count),
            f"sum of years 1 to {count} / {count}",
            {f"year {pay.year}": pay.total for pay in pays},
        ),
        _figure(
            offer,
            f"{count}-year total compensation",
            total,
            f"sum of years 1 to {count}",
            {f"year {pay.year}": pay.total for pay in pays},
        ),
    )  # fmt: skip


def _part_figures(offer: Offer, pays: tuple[YearPay, ...], growth_rate: Decimal) -> tuple[Figure, ...]:
    figures = [
        _figure(
            offer,
            f"year {pay.year} total compensation",
            pay.total,
            "base + target bonus + sign-on + vested stock",
            _parts(pay),
        )
        for pay in pays[1:]
    ]
    inputs = {"grants": [str(grant.total_value or grant.annual_value or grant.shares) for grant in offer.equity]}
    for pay in pays:
        for name, value, formula in (
            ("target bonus", pay.bonus, "base x target percent, or the stated amount"),
            ("sign-on", pay.sign_on, "instalments paid in the year"),
            ("vested stock", pay.equity, "grant x percent vesting in the year x (1 + growth) ^ years to vest"),
        ):
            if value:
                details = {"year": pay.year} | ({**inputs, "growth_rate": growth_rate} if "stock" in name else {})
                figures.append(_figure(offer, f"year {pay.year} {name}", value, formula, details))
    return tuple(figures)


def _parts(pay: YearPay) -> dict[str, Decimal]:
    return {"base": pay.base, "bonus": pay.bonus, "sign-on": pay.sign_on, "vested stock": pay.equity}


def _figure(offer: Offer, label: str, value: Decimal, formula: str, inputs: dict[str, object]) -> Figure:
    plain = {name: float(item) if isinstance(item, Decimal) else item for name, item in inputs.items()}
    return Figure(
        label=label, value=value, unit=offer.currency or "USD", formula=formula, rule=RULE, inputs=plain
    )
