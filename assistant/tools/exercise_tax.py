"""Arguments about the tax of an exercise, and the tax law they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import Field

from assistant.domain.income_tax import TaxBill, calculate_income_tax
from assistant.domain.minimum_tax import MinimumTaxLaw
from assistant.domain.option_exercise import IncomeYear, SpreadTax, TaxPart
from assistant.errors import InputError
from assistant.reference.tables import ReferenceTables
from assistant.tools.arguments import Share
from assistant.tools.tax_arguments import ChosenLaw, Pay, TaxArguments
from assistant.tools.tax_notes import list_itemizing_notes

ZERO = Decimal(0)
USUAL_FICA_PCT = Decimal("7.65")
Notes = tuple[str, ...]


@dataclass(frozen=True)
class FoundTax:
    """The tax of a spread that counts as wages, and how it came about."""

    tax: SpreadTax
    assumptions: Notes = ()
    warnings: Notes = ()


@dataclass(frozen=True)
class FoundMinimum:
    """The minimum tax law with the year it meets, and how they came about."""

    law: MinimumTaxLaw
    year: IncomeYear
    assumptions: Notes = ()
    warnings: Notes = ()


class ExerciseTaxArguments(TaxArguments):
    """What the year of the exercise looks like without it, or flat rates instead."""

    wages: Pay | None = Field(
        default=None, description="gross wages of that year without the spread, in USD; for the tax by law"
    )
    regular_taxable_income: Pay | None = Field(
        default=None, description="for ISOs, instead of wages: federal taxable income without the spread"
    )
    regular_tax: Pay | None = Field(
        default=None, description="federal income tax on it; worked out when left out and the year is known"
    )
    deductions_added_back: Pay | None = Field(
        default=None,
        description="deductions the minimum tax does not allow: the standard deduction (default), or state tax",
    )
    tax_pct: Share | None = Field(default=None, description="flat marginal income tax in percent for an NSO spread")
    minimum_tax_pct: Share | None = Field(
        default=None, description="rate in percent of the quick estimate for an ISO spread, such as 26; default 28"
    )
    fica_pct: Share | None = Field(default=None, description="flat payroll tax in percent for an NSO spread")

    def find_spread_tax(self, spread: Decimal, reference: ReferenceTables, today: date) -> FoundTax | None:
        """Tax on the spread of an NSO, by law and at flat rates as far as given; None where neither is.

        Raises:
            InputError: the law of the year or state is not known.
        """
        if self.wages is None and self.tax_pct is None:
            return None
        if self.wages is None or (self.tax_pct is not None and self.fica_pct is not None):
            return self._flat_tax(spread)
        chosen = self.choose_law(reference, today, needs_state_tax=self.tax_pct is None)
        before = calculate_income_tax(chosen.law, self.household(self.wages))
        after = calculate_income_tax(chosen.law, self.household(self.wages + spread))
        notes = list_itemizing_notes(before, after) if self.tax_pct is None else []
        return FoundTax(self._tax_by_law(spread, chosen, before, after), (*chosen.assumptions, *notes), chosen.warnings)

    def _flat_tax(self, spread: Decimal) -> FoundTax:
        tax_pct, fica_pct = self.tax_pct or ZERO, USUAL_FICA_PCT if self.fica_pct is None else self.fica_pct
        tax = SpreadTax(
            income_tax=spread * tax_pct / 100,
            payroll_tax=spread * fica_pct / 100,
            income_formula="spread x tax_pct / 100",
            payroll_formula="spread x fica_pct / 100",
            inputs={"spread": spread, "tax_pct": tax_pct, "fica_pct": fica_pct},
        )
        if self.fica_pct is not None:
            return FoundTax(tax)
        usual = f"Payroll tax is taken as {USUAL_FICA_PCT} %; above the Social Security wage base it is 1.45 %."
        return FoundTax(tax, (usual,))

    def _tax_by_law(self, spread: Decimal, chosen: ChosenLaw, before: TaxBill, after: TaxBill) -> SpreadTax:
        income, payroll = "income_tax_with_spread - income_tax_without", "payroll_tax_with_spread - payroll_tax_without"
        inputs = {
            "spread": spread,
            "income_tax_with_spread": after.income_taxes,
            "income_tax_without": before.income_taxes,
            "payroll_tax_with_spread": after.fica + after.state_payroll,
            "payroll_tax_without": before.fica + before.state_payroll,
        }
        income_tax = after.income_taxes - before.income_taxes
        payroll_tax = inputs["payroll_tax_with_spread"] - inputs["payroll_tax_without"]
        if self.tax_pct is not None:
            income, income_tax, inputs["tax_pct"] = "spread x tax_pct / 100", spread * self.tax_pct / 100, self.tax_pct
        if self.fica_pct is not None:
            payroll, payroll_tax = "spread x fica_pct / 100", spread * self.fica_pct / 100
            inputs["fica_pct"] = self.fica_pct
        sources = (*chosen.law.federal.source_ids, *chosen.law.payroll.source_ids)
        parts = self._split_tax(before, after)
        return SpreadTax(income_tax, payroll_tax, income, payroll, inputs, sources, parts)

    def _split_tax(self, before: TaxBill, after: TaxBill) -> tuple[TaxPart, ...]:
        """Federal and state tax apart, as far as they are worked out by law."""
        parts = []
        if self.tax_pct is None:
            parts.append(TaxPart("federal income tax on the spread", after.federal, before.federal))
            if after.state or after.city:
                local = (after.state + after.city, before.state + before.city)
                parts.append(TaxPart("state and city income tax on the spread", *local))
        if self.fica_pct is None:
            parts.append(TaxPart("Social Security and Medicare tax on the spread", after.fica, before.fica))
            if after.state_payroll:
                funds = (after.state_payroll, before.state_payroll)
                parts.append(TaxPart("state payroll tax on the spread", *funds))
        return tuple(parts)

    def find_minimum(self, reference: ReferenceTables, today: date) -> FoundMinimum | None:
        """Minimum tax law and the year without the spread; None where no income is given.

        Raises:
            InputError: the law of the year is not known.
        """
        if self.regular_taxable_income is not None:
            return self._minimum_of(self.regular_taxable_income, reference, today)
        if self.wages is None:
            return None
        chosen = self.choose_law(reference, today)
        bill = calculate_income_tax(chosen.law, self.household(self.wages))
        federal = bill.assessment.federal
        added = federal.salt if federal.itemizes else min(federal.deduction, bill.household.income)
        tax = chosen.law.federal.schedules[self.filing_status].tax(federal.taxable_income)
        year = self._income_year(federal.taxable_income, tax, added, chosen.law.federal.source_ids)
        law = self._minimum_law(chosen.law.year, reference)
        notes = list_itemizing_notes(bill)
        if notes:
            notes.append("The minimum tax does not allow that deduction of state and local tax: it is added back.")
        return FoundMinimum(law, year, (*chosen.assumptions, *notes), chosen.warnings)

    def _minimum_of(self, taxable: Decimal, reference: ReferenceTables, today: date) -> FoundMinimum:
        number = self.tax_year or today.year
        law = self._minimum_law(number, reference)
        noted: Notes = () if self.tax_year is not None else (f"No tax year is stated: {number} is used.",)
        if number not in reference.tax_years:
            if self.regular_tax is None:
                raise InputError(
                    "regular_tax", f"is missing: the income tax of {number} is not worked out here, so give it"
                )
            return FoundMinimum(law, self._income_year(taxable, self.regular_tax, ZERO, ()), noted)
        federal = reference.tax_law(number).federal
        tax, added = federal.schedules[self.filing_status].tax(taxable), federal.standard_deduction[self.filing_status]
        year = self._income_year(taxable, tax, added, federal.source_ids)
        if self.deductions_added_back is None:
            noted += ("The standard deduction of the year is added back for the minimum tax, as form 6251 does.",)
        return FoundMinimum(law, year, noted)

    def _income_year(self, taxable: Decimal, tax: Decimal, added: Decimal, source_ids: Notes) -> IncomeYear:
        return IncomeYear(
            taxable,
            tax if self.regular_tax is None else self.regular_tax,
            added if self.deductions_added_back is None else self.deductions_added_back,
            source_ids,
        )

    def _minimum_law(self, year: int, reference: ReferenceTables) -> MinimumTaxLaw:
        borrowed = self.law_year is not None and year not in reference.tax_years
        return reference.minimum_tax(self.law_year if borrowed and self.law_year else year, self.filing_status)
