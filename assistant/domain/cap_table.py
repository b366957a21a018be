"""Cap table: classes of preferred shares, common shares and options, checked and in whole numbers of one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.money import Amount, Count
from assistant.errors import InputError

ZERO = Decimal(0)
HUNDRED = Decimal(100)
SUM_DIFFERENCE_ALLOWED = Decimal("0.005")

Participation = Literal["none", "full", "capped"]


class PreferredClass(BaseModel):
    """Preferred shares of one round as stated; shares are as converted into common."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, description="name of the class, e.g. Series A")
    invested: Amount | None = Field(default=None, description="money invested in the class")
    price_per_share: Amount | None = Field(default=None, description="instead of invested: price paid per share")
    shares: Amount | None = Field(default=None, description="common shares the class converts into")
    as_converted_pct: Annotated[Amount, Field(le=100)] | None = Field(
        default=None, description="instead of shares: percent of all shares when everybody converts"
    )
    preference_multiple: Amount = Field(default=Decimal(1), description="preference in multiples of the money invested")
    participation: Participation = Field(
        default="none",
        description="none: preference or conversion, whichever is more; full: preference and a share of the rest; "
        "capped: the same up to cap_multiple",
    )
    cap_multiple: Amount | None = Field(
        default=None, description="with capped: most the class gets without converting, in multiples of invested"
    )
    seniority: Count = Field(default=1, ge=1, le=100, description="rank: 1 is paid first, equal numbers share")
    accrued_dividends: Amount = Field(default=Decimal(0), description="unpaid dividends added to the preference")


class OptionPool(BaseModel):
    """Options of one strike price; exercised only when that pays."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    shares: Amount = Field(description="number of options")
    strike: Amount = Field(description="strike price per share")


@dataclass(frozen=True, slots=True)
class Preferred:
    """A class in numbers: `preference` is due before common; `cap` is the most without converting, None for none."""

    name: str
    invested: Decimal
    shares: Decimal
    preference: Decimal
    participation: Participation
    cap: Decimal | None
    seniority: int

    @property
    def conversion_price(self) -> Decimal | None:
        """Price of a common share above which converting pays; None where it never does."""
        if self.participation == "full" or not self.shares:
            return None
        return (self.preference if self.cap is None else self.cap) / self.shares


@dataclass(frozen=True, slots=True)
class CapTable:
    """Everybody with a claim. With `in_percent` a share is one percent of the company as converted."""

    classes: tuple[Preferred, ...]
    common_shares: Decimal
    options: tuple[OptionPool, ...] = ()
    in_percent: bool = False

    @property
    def preferences_total(self) -> Decimal:
        """What is due before common."""
        return sum((item.preference for item in self.classes), ZERO)

    @property
    def fully_diluted_shares(self) -> Decimal:
        """All shares and options, everybody converted."""
        preferred = sum((item.shares for item in self.classes), ZERO)
        return preferred + self.common_shares + sum((item.shares for item in self.options), ZERO)


def build_cap_table(
    classes: Sequence[PreferredClass],
    common_shares: Decimal | None = None,
    options: Sequence[OptionPool] = (),
    fully_diluted_shares: Decimal | None = None,
) -> CapTable:
    """The cap table; common shares are the rest of the total where they are not stated.

    >>> angels = PreferredClass(name="Angels", invested=Decimal(2), as_converted_pct=Decimal(25))
    >>> build_cap_table([angels]).common_shares
    Decimal('75.00')

    Raises:
        InputError: a class cannot be counted, or the parts are more than the whole.
    """
    _check_classes(classes)
    in_percent = fully_diluted_shares is None and any(item.as_converted_pct is not None for item in classes)
    if in_percent and (common_shares is not None or any(item.shares is not None for item in classes)):
        raise InputError("fully_diluted_shares", "is missing: shares and percents are mixed, so the total is needed")
    if in_percent and options:
        raise InputError(
            "fully_diluted_shares", "is missing: a strike price needs numbers of shares, not percents only"
        )
    total = HUNDRED if in_percent else fully_diluted_shares
    sized = tuple(_size(item, total, f"classes[{index}]") for index, item in enumerate(classes))
    taken = sum((item.shares for item in sized), ZERO) + sum((item.shares for item in options), ZERO)
    return CapTable(sized, _count_common(common_shares, total, taken), tuple(options), in_percent)


def _check_classes(classes: Sequence[PreferredClass]) -> None:
    seen: set[str] = set()
    for index, item in enumerate(classes):
        place = f"classes[{index}]"
        if item.name in seen:
            raise InputError(f"{place}.name", f'"{item.name}" is given twice: give every class a name of its own')
        seen.add(item.name)
        if item.participation == "capped" and item.cap_multiple is None:
            raise InputError(f"{place}.cap_multiple", "is missing: capped participation needs its cap, such as 3")
        if item.participation != "capped" and item.cap_multiple is not None:
            raise InputError(f"{place}.participation", 'must be "capped" where a cap_multiple is given')
        if item.cap_multiple is not None and item.cap_multiple < item.preference_multiple:
            raise InputError(f"{place}.cap_multiple", "must be at least preference_multiple, which it includes")


def _size(item: PreferredClass, total: Decimal | None, place: str) -> Preferred:
    if item.shares is not None and item.as_converted_pct is not None:
        raise InputError(f"{place}.as_converted_pct", "is given together with shares: leave out one of the two")
    if item.shares is not None:
        shares = item.shares
    elif item.as_converted_pct is not None and total is not None:
        shares = item.as_converted_pct / 100 * total
    else:
        raise InputError(f"{place}.shares", "is missing: give shares, or as_converted_pct of the company")
    invested = _find_invested(item, shares, place)
    due = invested * item.preference_multiple + item.accrued_dividends
    cap = None if item.cap_multiple is None else max(due, invested * item.cap_multiple)
    return Preferred(item.name, invested, shares, due, item.participation, cap, item.seniority)


def _find_invested(item: PreferredClass, shares: Decimal, place: str) -> Decimal:
    if item.invested is not None and item.price_per_share is not None:
        raise InputError(f"{place}.price_per_share", "is given together with invested: leave out one of the two")
    if item.invested is not None:
        return item.invested
    if item.price_per_share is None or item.shares is None:
        raise InputError(f"{place}.invested", "is missing: give it, or price_per_share with shares")
    return shares * item.price_per_share


def _count_common(common_shares: Decimal | None, total: Decimal | None, taken: Decimal) -> Decimal:
    if total is None:
        if common_shares is None:
            raise InputError("common_shares", "is missing: give it, or fully_diluted_shares")
        return common_shares
    if taken > total:
        raise InputError("classes", "and options hold more than the whole company: check shares and percents")
    rest = total - taken
    if common_shares is not None and abs(common_shares - rest) > total * SUM_DIFFERENCE_ALLOWED:
        raise InputError(
            "common_shares",
            f"and the classes and options are not fully_diluted_shares together: {rest:f} would be; leave one out",
        )
    return rest if common_shares is None else common_shares
