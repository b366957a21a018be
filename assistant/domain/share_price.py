"""Share price: a path over the vests of a grant, grown from today or stated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.vesting import VestEvent
from assistant.errors import InputError

ONE = Decimal(1)


def growth_factor(rate: Decimal, months: int) -> Decimal:
    """(1 + rate) ^ (months / 12), exact at whole years.

    >>> str(growth_factor(Decimal("0.1"), 24))
    '1.21'
    """
    if not rate:
        return ONE
    years, rest = divmod(months, 12)
    whole = (1 + rate) ** years
    return whole * (1 + rate) ** (Decimal(rest) / 12) if rest else whole


@dataclass(frozen=True, slots=True)
class PricePath:
    """How the share price moves: by `growth_rate` a year from the vesting start, or as stated.

    `by_vest` holds a price for every vest, `by_year` one for every service year.
    """

    growth_rate: Decimal = Decimal(0)
    by_vest: tuple[Decimal, ...] = ()
    by_year: tuple[Decimal, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether prices are stated."""
        return bool(self.by_vest or self.by_year)

    @property
    def moves(self) -> bool:
        """Whether the price can differ between two vests."""
        return self.stated or bool(self.growth_rate)

    def check(self, vests: int, service_years: int) -> None:
        """Refuse prices that do not fit the schedule.

        Raises:
            InputError: two ways at once, or not as many prices as vests or years.
        """
        ways = [
            name
            for name, given in (
                ("growth_pct", self.growth_rate),
                ("prices_by_year", self.by_year),
                ("prices_by_vest", self.by_vest),
            )
            if given
        ]
        if len(ways) > 1:
            raise InputError(ways[-1], f"and {ways[0]} both say how the price moves: give one, not both")
        if self.by_vest and len(self.by_vest) != vests:
            raise InputError("prices_by_vest", f"lists {len(self.by_vest)} prices for {vests} vests: give one for each")
        if self.by_year and len(self.by_year) != service_years:
            raise InputError(
                "prices_by_year",
                f"lists {len(self.by_year)} prices for {service_years} service years: give one for each",
            )

    def price_at_vest(self, start: Decimal | None, index: int, event: VestEvent) -> Decimal | None:
        """Price at vest number `index` (from 0); `start` is the price at the vesting start."""
        if self.by_vest:
            return self.by_vest[index]
        return self.price_at(start, event.month)

    def price_at(self, start: Decimal | None, month: int) -> Decimal | None:
        """Price at the end of a month; None where only the vests have prices."""
        if self.by_year:
            return self.by_year[min(max(0, month - 1) // 12, len(self.by_year) - 1)]
        if self.by_vest or start is None:
            return None
        return start * growth_factor(self.growth_rate, month)
