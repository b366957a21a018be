"""Income tax: the whole bill of a household for one tax year, federal, payroll, state and city.

State tax does not depend on federal tax, so it comes first and the federal return may deduct it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from assistant.domain.household import ZERO, FilingStatus, Household
from assistant.domain.money import check_size, round_cents
from assistant.domain.payroll_tax import PayrollTax, calculate_payroll_tax, calculate_state_payroll
from assistant.domain.state_tax import StateTax, calculate_state_tax
from assistant.domain.tax_law import ChildCredit, FederalLaw, SaltRule, StateLaw, TaxLaw
from assistant.errors import InputError

__all__ = ["Assessment", "FilingStatus", "Household", "TaxBill", "assess", "calculate_income_tax"]


class FederalTax(NamedTuple):
    """Federal income tax, unrounded, with what it was made of; `salt` is what may be deducted of state taxes."""

    income_tax: Decimal
    deduction: Decimal
    taxable_income: Decimal
    salt: Decimal
    itemized: Decimal
    itemizes: bool
    child_credit: Decimal


class Assessment(NamedTuple):
    """Every tax of a household, unrounded; `state_payroll` has one amount for each tax of the state's law."""

    federal: FederalTax
    payroll: PayrollTax
    state: StateTax
    state_payroll: tuple[Decimal, ...]
    state_deductible: Decimal

    @property
    def total(self) -> Decimal:
        """All taxes together."""
        return sum(self.parts.values(), ZERO)

    @property
    def parts(self) -> dict[str, Decimal]:
        """Each tax by the name it has in a bill."""
        return {
            "federal": self.federal.income_tax,
            "social_security": self.payroll.social_security,
            "medicare": self.payroll.medicare,
            "additional_medicare": self.payroll.additional_medicare,
            "state": self.state.income_tax,
            "state_payroll": sum(self.state_payroll, ZERO),
            "city": self.state.city_tax,
        }


@dataclass(frozen=True, slots=True)
class TaxBill:
    """What a household owes for a year, each tax in whole cents; `total` is their sum, `net` what stays.

    `net` is gross less all taxes and less what was saved or paid out of the gross before tax.
    """

    law: TaxLaw
    household: Household
    assessment: Assessment
    federal: Decimal
    social_security: Decimal
    medicare: Decimal
    additional_medicare: Decimal
    state: Decimal
    state_payroll: Decimal
    city: Decimal

    @property
    def total(self) -> Decimal:
        """All taxes together."""
        return self.income_taxes + self.fica + self.state_payroll

    @property
    def income_taxes(self) -> Decimal:
        """Federal, state and city income tax."""
        return self.federal + self.state + self.city

    @property
    def fica(self) -> Decimal:
        """Social Security and Medicare, the additional Medicare tax included."""
        return self.social_security + self.medicare + self.additional_medicare

    @property
    def net(self) -> Decimal:
        """Gross less taxes and less pre-tax deductions."""
        household = self.household
        return round_cents(household.gross - household.pretax - household.cafeteria) - self.total

    @property
    def taxable_income(self) -> Decimal:
        """Federal taxable income."""
        return round_cents(self.assessment.federal.taxable_income)

    @property
    def deduction(self) -> Decimal:
        """The federal deduction taken: standard or itemised."""
        return round_cents(self.assessment.federal.deduction)

    @property
    def itemizes(self) -> bool:
        """Whether itemising beats the standard deduction."""
        return self.assessment.federal.itemizes

    @property
    def effective_rate(self) -> Decimal:
        """All taxes as a fraction of gross; zero where nothing comes in."""
        return self.total / self.household.gross if self.household.gross else ZERO


def calculate_income_tax(law: TaxLaw, household: Household) -> TaxBill:
    """The bill of a household under the law of one year.

    Raises:
        InputError: `state` or `city` names a place whose tax is not here, or amounts contradict each other.
    """
    assessment = assess(law, household)
    return TaxBill(law, household, assessment, **{name: round_cents(tax) for name, tax in assessment.parts.items()})


def assess(law: TaxLaw, household: Household, steps_at: Household | None = None) -> Assessment:
    """Every tax of the household, unrounded.

    Args:
        law: the law of one year.
        household: must have no negative amounts.
        steps_at: credits that fall in steps, or end at once, stand where they stand for this household.

    Raises:
        InputError: see calculate_income_tax.
    """
    _check(household)
    state_law = find_state(law, household.state)
    state = calculate_state_tax(state_law, household, steps_at)
    payroll_taxes = state_law.payroll if state_law else ()
    state_payroll = calculate_state_payroll(payroll_taxes, household)
    counted = sum(
        (amount for tax, amount in zip(payroll_taxes, state_payroll, strict=True) if tax.deductible),
        household.property_tax,
    )
    state_deductible = counted + state.income_tax + state.city_tax
    return Assessment(
        calculate_federal_tax(law.federal, household, state_deductible, steps_at),
        calculate_payroll_tax(law.payroll, household),
        state,
        state_payroll,
        state_deductible,
    )


def _check(household: Household) -> None:
    check_size(household.gross)
    if household.pretax + household.cafeteria > household.gross:
        raise InputError(
            "pretax_401k",
            "with pretax_benefits is more than all pay; give what is saved a year, at most the pay itself",
        )
    if household.spouse_wages and household.filing_status != "married_joint":
        raise InputError("spouse_wages", "count only with filing_status married_joint")


def find_state(law: TaxLaw, code: str | None) -> StateLaw | None:
    """The law of a state; None where no state is given.

    Raises:
        InputError: the state's law of this year is not here; the message names the ways on.
    """
    if code is None:
        return None
    state = law.states.get(code)
    if state is None or state.missing:
        raise InputError("state", describe_missing(law, code, state))
    return state


def describe_missing(law: TaxLaw, code: str, state: StateLaw | None, others: str = "") -> str:
    """What is missing for a state, and the ways on; `others` says which law can be had from elsewhere."""
    known = ", ".join(sorted(name for name, item in law.states.items() if not item.missing))
    which = f"{state.name if state else code} income tax of {law.year} is not known here"
    return f"{which}; known for {law.year} are {known}{others}. {WAYS_ON}"


WAYS_ON = (
    "Two ways on: law_year, another year whose law stands in for what is missing (such as 2025), or state_tax_pct, "
    "the percent of income that state and local tax take; the result is then marked as an estimate"
)


def calculate_federal_tax(
    law: FederalLaw, household: Household, state_deductible: Decimal, steps_at: Household | None = None
) -> FederalTax:
    """Federal income tax with the better of standard and itemised deduction, unrounded.

    Args:
        law: brackets, deductions and the cap on state and local tax.
        household: who pays.
        state_deductible: state and local taxes of the year before the cap.
        steps_at: see assess.
    """
    status, income = household.filing_status, household.income
    salt = min(state_deductible, salt_cap(law.salt, status, income))
    itemized = salt + household.itemized_deductions
    if law.itemized_reduction_rate:
        top = law.schedules[status].brackets[-1].start
        itemized -= law.itemized_reduction_rate * min(itemized, max(ZERO, income - top))
    standard = law.standard_deduction[status]
    itemizes = household.deduction is None and itemized > standard
    deduction = household.deduction if household.deduction is not None else max(standard, itemized)
    taxable = max(ZERO, income - deduction)
    credit = _child_credit(law.child_credit, steps_at or household)
    tax = max(ZERO, law.schedules[status].tax(taxable) - credit)
    return FederalTax(tax, deduction, taxable, salt, itemized, itemizes, credit)


def salt_cap(rule: SaltRule, status: FilingStatus, income: Decimal) -> Decimal:
    """The most state and local tax that may be deducted at this income."""
    over = max(ZERO, income - rule.start[status])
    return max(rule.floor[status], rule.cap[status] - rule.reduction_rate * over)


def _child_credit(law: ChildCredit, household: Household) -> Decimal:
    if not household.children:
        return ZERO
    over = max(ZERO, household.income - law.start[household.filing_status])
    steps = (over / law.step).to_integral_value(ROUND_CEILING)
    return max(ZERO, law.amount * household.children - steps * law.step_amount)
