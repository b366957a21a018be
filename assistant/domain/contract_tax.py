"""Contract tax: Social Security and Medicare of an employee, an employer and a self-employed person."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class EarningsTaxLaw:
    """Rates as fractions and the wage base of `year`, which stands in for `asked_year` where that is not on file.

    Employee and employer pay each rate once; the self-employed pay both halves on `net_share` of net earnings.
    """

    year: int
    asked_year: int
    social_security_rate: Decimal
    medicare_rate: Decimal
    net_share: Decimal
    wage_base: Decimal
    source_ids: tuple[str, ...] = ()

    @property
    def stands_in(self) -> str | None:
        """What to tell where the year asked for is not on file."""
        if self.year == self.asked_year:
            return None
        return f"The wage base of {self.asked_year} is not on file: that of {self.year} is used."

    @property
    def inputs(self) -> dict[str, Decimal]:
        """The law under the names that formulas use."""
        return {
            "social_security_rate": self.social_security_rate,
            "medicare_rate": self.medicare_rate,
            "wage_base": self.wage_base,
        }

    def wage_tax(self, wages: Decimal) -> Decimal:
        """What an employee, and again the employer, pays on wages of a year, without additional Medicare."""
        return self.social_security_rate * min(wages, self.wage_base) + self.medicare_rate * wages

    def self_employment_tax(self, net: Decimal) -> Decimal:
        """What a self-employed person pays on net earnings of a year, both halves, without additional Medicare."""
        counted = max(ZERO, net) * self.net_share
        return 2 * self.social_security_rate * min(counted, self.wage_base) + 2 * self.medicare_rate * counted

    def net_before_tax(self, kept: Decimal) -> Decimal:
        """The net earnings that leave `kept` after self-employment tax: the inverse of the rule above."""
        both = 2 * (self.social_security_rate + self.medicare_rate) * self.net_share
        above = 2 * self.medicare_rate * self.net_share
        capped = 2 * self.social_security_rate * self.wage_base
        return min(kept / (1 - both), (kept + capped) / (1 - above))

    def wages_before_tax(self, kept: Decimal) -> Decimal:
        """The wages that leave `kept` after the employee's tax."""
        both = self.social_security_rate + self.medicare_rate
        capped = self.social_security_rate * self.wage_base
        return min(kept / (1 - both), (kept + capped) / (1 - self.medicare_rate))
