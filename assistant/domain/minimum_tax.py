"""Minimum tax: the alternative minimum tax of an individual, as far as wages and the spread of ISOs go."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class MinimumTaxLaw:
    """The law of one year for one filing status; rates are fractions, amounts US dollars.

    `rate_break` is the part of the base taxed at `low_rate`. With `exemption_turns_negative` (married filing
    separately) income above the end of the phase-out is raised once more by the same rate, up to the exemption.
    """

    year: int
    exemption: Decimal
    phase_out_start: Decimal
    phase_out_rate: Decimal
    rate_break: Decimal
    low_rate: Decimal
    high_rate: Decimal
    exemption_turns_negative: bool = False
    source_ids: tuple[str, ...] = ()

    @property
    def phase_out_end(self) -> Decimal:
        """Income from which nothing of the exemption is left."""
        return self.phase_out_start + self.exemption / self.phase_out_rate


class MinimumTax(NamedTuple):
    """The steps of form 6251: what is exempt, what is taxed, and the tentative minimum tax."""

    exemption: Decimal
    base: Decimal
    tentative: Decimal


def calculate_minimum_tax(law: MinimumTaxLaw, income: Decimal) -> MinimumTax:
    """Tentative minimum tax on an alternative minimum taxable income.

    >>> amounts = [Decimal(n) for n in (88100, 626350)] + [Decimal("0.25"), Decimal(239100)]
    >>> law = MinimumTaxLaw(2025, *amounts, Decimal("0.26"), Decimal("0.28"))
    >>> calculate_minimum_tax(law, Decimal(295000)).tentative
    Decimal('53794.0000')

    Source: 26 U.S. Code section 55.
    """
    exemption = max(ZERO, law.exemption - law.phase_out_rate * max(ZERO, income - law.phase_out_start))
    base = max(ZERO, income + _raise_separate(law, income) - exemption)
    low = min(base, law.rate_break)
    return MinimumTax(exemption, base, low * law.low_rate + (base - low) * law.high_rate)


def find_income_at(law: MinimumTaxLaw, tax: Decimal) -> Decimal:
    """The alternative minimum taxable income at which the tentative minimum tax reaches a tax.

    >>> amounts = [Decimal(n) for n in (88100, 626350)] + [Decimal("0.25"), Decimal(239100)]
    >>> law = MinimumTaxLaw(2025, *amounts, Decimal("0.26"), Decimal("0.28"))
    >>> round(find_income_at(law, Decimal(53794)), 2)
    Decimal('295000.00')
    """
    low_part = law.rate_break * law.low_rate
    base = tax / law.low_rate if tax <= low_part else law.rate_break + (tax - low_part) / law.high_rate
    income = base + law.exemption
    if income <= law.phase_out_start:
        return income
    income = (base + law.exemption + law.phase_out_rate * law.phase_out_start) / (1 + law.phase_out_rate)
    if income <= law.phase_out_end:
        return income
    if not law.exemption_turns_negative:
        return base
    income = (base + law.phase_out_rate * law.phase_out_end) / (1 + law.phase_out_rate)
    raised = law.phase_out_rate * (income - law.phase_out_end)
    return income if raised <= law.exemption else base - law.exemption


def _raise_separate(law: MinimumTaxLaw, income: Decimal) -> Decimal:
    if not law.exemption_turns_negative:
        return ZERO
    return min(law.exemption, law.phase_out_rate * max(ZERO, income - law.phase_out_end))
