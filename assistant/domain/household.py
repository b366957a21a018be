"""Household: who pays income tax, on what, and where; all amounts are gross US dollars a calendar year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

FilingStatus = Literal["single", "married_joint", "married_separate", "head_of_household"]
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Household:
    """One tax return.

    `wages` and `spouse_wages` are what two employers pay, stock that vests and bonuses included. `other_income` is
    ordinary income without payroll tax. `itemized_deductions` are those other than state and local taxes;
    `property_tax` counts with those. `deduction` fixes the federal deduction; None is the better of standard and
    itemised. `pretax` is saved before income tax (a 401(k)), `cafeteria` is taken out before income tax and payroll
    tax (health premiums). `children` are those under 17.
    """

    filing_status: FilingStatus
    wages: Decimal
    state: str | None = None
    city: str | None = None
    other_income: Decimal = ZERO
    itemized_deductions: Decimal = ZERO
    property_tax: Decimal = ZERO
    deduction: Decimal | None = None
    pretax: Decimal = ZERO
    cafeteria: Decimal = ZERO
    spouse_wages: Decimal = ZERO
    children: int = 0

    @property
    def gross(self) -> Decimal:
        """All that comes in."""
        return self.wages + self.spouse_wages + self.other_income

    @property
    def income(self) -> Decimal:
        """Adjusted gross income: what is left before deductions, never below zero."""
        return max(ZERO, self.gross - self.pretax - self.cafeteria)

    @property
    def payroll_wages(self) -> tuple[Decimal, Decimal]:
        """What payroll tax counts of the person's wages and of the spouse's."""
        return max(ZERO, self.wages - self.cafeteria), self.spouse_wages
