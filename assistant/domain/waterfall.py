"""Waterfall: how the proceeds of a sale are shared between investors, common shares and options.

Everything hangs on one number, the price of a common share. A class that does not participate takes its
preference until its shares at that price are worth more; a capped one until they are worth more than its cap;
options pay once the price is above their strike. All claims rise with the price, so the proceeds fix it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

from assistant.domain.cap_table import CapTable, Preferred
from assistant.domain.money import CENT, check_size
from assistant.errors import InputError

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class ClassPayout:
    """What one class of preferred shares receives, unrounded."""

    preferred: Preferred
    payout: Decimal
    converts: bool


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Who receives what; payouts are unrounded, options net of their strike."""

    proceeds: Decimal
    price: Decimal
    classes: tuple[ClassPayout, ...]
    common: Decimal
    options: tuple[Decimal, ...]

    @property
    def parts(self) -> tuple[Decimal, ...]:
        """All payouts: the classes in their order, common, then the options in their order."""
        return (*(item.payout for item in self.classes), self.common, *self.options)


def calculate_waterfall(table: CapTable, proceeds: Decimal) -> Waterfall:
    """Share the proceeds out; each class converts exactly when it gains by it.

    >>> from assistant.domain.cap_table import PreferredClass, build_cap_table
    >>> angels = PreferredClass(name="Angels", invested=Decimal(2), as_converted_pct=Decimal(25))
    >>> [f"{part:.2f}" for part in calculate_waterfall(build_cap_table([angels]), Decimal(10)).parts]
    ['2.50', '7.50']

    Raises:
        InputError: nobody holds the shares the rest would go to.
    """
    due = table.preferences_total
    if proceeds <= due:
        paid = _pay_by_rank(table.classes, proceeds)
        classes = tuple(ClassPayout(item, paid[item.name], converts=False) for item in table.classes)
        return Waterfall(proceeds, ZERO, classes, ZERO, tuple(ZERO for _ in table.options))
    price = _find_price(table, proceeds)
    return Waterfall(
        proceeds=proceeds,
        price=price,
        classes=tuple(_claim(item, price) for item in table.classes),
        common=table.common_shares * price,
        options=tuple(pool.shares * max(ZERO, price - pool.strike) for pool in table.options),
    )


def claims_at(table: CapTable, price: Decimal) -> Decimal:
    """Proceeds that all claims add up to when a common share is worth that price.

    Raises:
        InputError: they are larger than any company.
    """
    preferred = sum((_claim(item, price).payout for item in table.classes), ZERO)
    options = sum((pool.shares * max(ZERO, price - pool.strike) for pool in table.options), ZERO)
    return check_size(preferred + table.common_shares * price + options)


def round_payouts(parts: Sequence[Decimal], total: Decimal) -> tuple[Decimal, ...]:
    """The parts in whole cents that add up to the total: the largest remainders get the cents left over.

    >>> [str(part) for part in round_payouts([Decimal(1) / 3] * 3, Decimal(1))]
    ['0.34', '0.33', '0.33']
    """
    whole = [part.quantize(CENT, ROUND_FLOOR) for part in parts]
    left = int(((total.quantize(CENT, ROUND_FLOOR) - sum(whole, ZERO)) / CENT).to_integral_value())
    order = sorted(range(len(parts)), key=lambda index: (whole[index] - parts[index], index))
    for index in order[: max(0, left)]:
        whole[index] += CENT
    return tuple(whole)


def _claim(item: Preferred, price: Decimal) -> ClassPayout:
    shared = item.shares * price
    if item.participation == "full":
        return ClassPayout(item, item.preference + shared, converts=False)
    kept = item.preference if item.cap is None else min(item.preference + shared, item.cap)
    return ClassPayout(item, max(kept, shared), converts=shared > kept)


def _pay_by_rank(classes: Sequence[Preferred], proceeds: Decimal) -> dict[str, Decimal]:
    paid: dict[str, Decimal] = {}
    left = proceeds
    for rank in sorted({item.seniority for item in classes}):
        equals = [item for item in classes if item.seniority == rank]
        due = sum((item.preference for item in equals), ZERO)
        part = min(due, left)
        for item in equals:
            paid[item.name] = item.preference * part / due if due else ZERO
        left -= part
    return paid


def _find_price(table: CapTable, proceeds: Decimal) -> Decimal:
    """The price at which the claims equal the proceeds: straight lines between the prices where somebody turns."""
    turns = sorted({ZERO, *_turning_prices(table)})
    levels = [(price, claims_at(table, price)) for price in turns]
    for (low, below), (high, above) in pairwise(levels):
        if below <= proceeds < above:
            return low + (proceeds - below) * (high - low) / (above - below)
    last, reached = levels[-1]
    if not table.fully_diluted_shares:
        raise InputError("common_shares", "must be above 0: nobody holds the shares the rest would go to")
    return last + (proceeds - reached) / table.fully_diluted_shares


def _turning_prices(table: CapTable) -> list[Decimal]:
    prices = [pool.strike for pool in table.options]
    for item in table.classes:
        if item.conversion_price is not None:
            prices.append(item.conversion_price)
        if item.cap is not None and item.shares:
            prices.append((item.cap - item.preference) / item.shares)
    return prices
