"""Stated raise: a raise given in money, in percent of base, or both, and whether the two agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.errors import InputError

RULE = "contingent_raise"
HUNDRED = Decimal(100)
PERCENT_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class StatedRaise:
    """What is said about a raise; at least the money, or the percent with the base."""

    amount: Decimal | None = None
    percent: Decimal | None = None
    base_annual: Decimal | None = None

    @property
    def of_base(self) -> Decimal | None:
        """The percent of the base in money, where both are stated."""
        if self.percent is None or self.base_annual is None:
            return None
        return round_cents(self.base_annual * self.percent / HUNDRED)

    @property
    def disagrees(self) -> bool:
        """Whether money and percent say different things."""
        return self.amount is not None and self.of_base is not None and self.amount != self.of_base

    @property
    def counted(self) -> Decimal:
        """The raise in money, the lower one where the two disagree.

        >>> StatedRaise(percent=Decimal(15), base_annual=Decimal(190000)).counted
        Decimal('28500.00')

        Raises:
            InputError: neither the money nor the percent with its base is stated.
        """
        known = [value for value in (self.of_base, self.amount) if value is not None]
        if known:
            return min(known)
        if self.percent is None:
            raise InputError("raise_amount", "is missing: give the raise in money, or raise_pct with base_annual")
        raise InputError("base_annual", "is missing: the raise is a percent of it")

    def describe_disagreement(self) -> str:
        """The disagreement in a sentence."""
        percent, amount, of_base = self.percent or HUNDRED, self.amount or HUNDRED, self.of_base or HUNDRED
        return (
            f"{percent.normalize():f} % of the base is {of_base.normalize():f}, not {amount.normalize():f}: "
            "ask which of the two is meant; the lower one is counted here."
        )


def raise_figures(stated: StatedRaise, label: str, currency: str) -> Iterator[Figure]:
    """The raise in money, and what else its parts say: percent of base, and the base the two imply.

    Raises:
        InputError: neither the money nor the percent with its base is stated.
    """
    counted, base, percent, amount = stated.counted, stated.base_annual, stated.percent, stated.amount
    if base is not None and percent is not None and counted == stated.of_base:
        formula, inputs = "base_annual x raise_pct / 100", {"base_annual": base, "raise_pct": percent}
    else:
        formula, inputs = "raise_amount", {"raise_amount": counted}
    yield build_figure(label, counted, currency, formula=formula, rule=RULE, inputs=inputs)
    if amount is None:
        return
    if base:
        yield build_figure(
            "raise in percent of base",
            round(100 * amount / base, PERCENT_DECIMALS),
            "percent",
            formula="100 x raise_amount / base_annual",
            rule=RULE,
            inputs={"raise_amount": amount, "base_annual": base},
        )
    if base is not None and percent is not None and stated.of_base is not None:
        yield build_figure(
            "stated percent of base",
            stated.of_base,
            currency,
            formula="base_annual x raise_pct / 100",
            rule=RULE,
            inputs={"base_annual": base, "raise_pct": percent},
        )
    if percent:
        yield build_figure(
            "base of which the raise is that percent",
            round_cents(100 * amount / percent),
            currency,
            formula="100 x raise_amount / raise_pct",
            rule=RULE,
            inputs={"raise_amount": amount, "raise_pct": percent},
        )
