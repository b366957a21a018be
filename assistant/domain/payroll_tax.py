"""Payroll tax: what an employee pays for Social Security and Medicare, and to state insurance funds."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from assistant.domain.household import ZERO, Household
from assistant.domain.tax_law import PayrollLaw, StatePayrollTax


class PayrollTax(NamedTuple):
    """Employee payroll tax of a year, unrounded; additional Medicare as the tax return settles it."""

    social_security: Decimal
    medicare: Decimal
    additional_medicare: Decimal


def calculate_payroll_tax(law: PayrollLaw, household: Household) -> PayrollTax:
    """Social Security up to the wage base of each person, Medicare on all, 0.9 % more above the household's line."""
    own, spouse = household.payroll_wages
    wages = own + spouse
    capped = min(own, law.wage_base) + min(spouse, law.wage_base)
    over = max(ZERO, wages - law.additional_medicare_start[household.filing_status])
    return PayrollTax(capped * law.social_security_rate, wages * law.medicare_rate, over * law.additional_medicare_rate)


def calculate_state_payroll(taxes: tuple[StatePayrollTax, ...], household: Household) -> tuple[Decimal, ...]:
    """What each of a state's payroll taxes takes from both people together, unrounded.

    >>> leave = StatePayrollTax("leave", Decimal("0.01"), wage_base=Decimal(1000))
    >>> calculate_state_payroll((leave,), Household("single", Decimal(5000)))
    (Decimal('10.00'),)
    """
    return tuple(sum((tax_on_wages(tax, wages) for wages in household.payroll_wages if wages), ZERO) for tax in taxes)


def tax_on_wages(tax: StatePayrollTax, wages: Decimal) -> Decimal:
    """One state payroll tax on one person's wages of a year, unrounded."""
    amount = tax.rate * (wages if tax.wage_base is None else min(wages, tax.wage_base))
    return amount if tax.most is None else min(amount, tax.most)
