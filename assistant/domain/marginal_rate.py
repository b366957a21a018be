"""Marginal rate: what the next dollar, or the next amount, of wages loses to each tax."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from assistant.domain.figure import Figure, build_figure
from assistant.domain.household import Household
from assistant.domain.income_tax import TaxBill, assess, calculate_income_tax
from assistant.domain.tax_figures import percent_of
from assistant.domain.tax_law import TaxLaw
from assistant.errors import InputError

RULE = "marginal_rate"
_figure = partial(build_figure, rule=RULE)
DOLLAR = Decimal(1)
OUTSIDE_STEP = Decimal(100)
"""Programs outside these rules may round to cents; a rate is measured over this many dollars there."""

IN_WORDS = {
    "federal": "federal income tax",
    "social_security": "Social Security tax",
    "medicare": "Medicare tax",
    "additional_medicare": "additional Medicare tax",
    "state": "state income tax",
    "state_payroll": "state payroll tax",
    "city": "city income tax",
}


@dataclass(frozen=True, slots=True)
class MarginalRate:
    """Rates of each tax on the next dollar as fractions, and the bills before and after `added` more wages."""

    next_dollar: dict[str, Decimal]
    before: TaxBill
    after: TaxBill
    added: Decimal

    @property
    def on_next_dollar(self) -> Decimal:
        """What all taxes together take of the next dollar, as a fraction."""
        return sum(self.next_dollar.values(), Decimal(0))

    @property
    def added_tax(self) -> Decimal:
        """What all taxes take of the added wages."""
        return self.after.total - self.before.total

    @property
    def on_added(self) -> Decimal:
        """The same as a fraction of the added wages."""
        return self.added_tax / self.added


def calculate_marginal_rate(law: TaxLaw, household: Household, added: Decimal) -> MarginalRate:
    """What the next dollar and the next `added` dollars of wages lose to tax.

    The next dollar keeps the credits that fall in steps as they are; the added amount takes the steps it crosses.

    Raises:
        InputError: nothing is added, or the state's law is not known.
    """
    if added <= 0:
        raise InputError("added", "must be more than 0: the wages that come on top, such as 10000")
    before = calculate_income_tax(law, household)
    after = calculate_income_tax(law, replace(household, wages=household.wages + added))
    return MarginalRate(calculate_next_dollar(before), before, after, added)


def calculate_next_dollar(bill: TaxBill) -> dict[str, Decimal]:
    """The part of the next dollar of wages that each tax of a bill takes, as fractions."""
    law, household = bill.law, bill.household
    state = law.states.get(household.state) if household.state else None
    step = OUTSIDE_STEP if state and state.from_outside else DOLLAR
    raised = assess(law, replace(household, wages=household.wages + step), household)
    now = bill.assessment.parts
    return {name: (tax - now[name]) / step for name, tax in raised.parts.items()}


def build_marginal_figures(result: MarginalRate) -> list[Figure]:
    """The two rates, what is kept of the added wages, and each tax's rate on the next dollar."""
    rates = {f"{name}_pct": rate * 100 for name, rate in result.next_dollar.items()}
    taxed = {"tax_after": result.after.total, "tax_before": result.before.total}
    added = {"added": result.added}
    figures = [
        _figure(
            "marginal rate on the next dollar", percent_of(result.on_next_dollar), "percent", " + ".join(rates), rates
        ),
        _figure(
            "marginal rate on the added pay",
            percent_of(result.on_added),
            "percent",
            "(tax_after - tax_before) / added x 100",
            {**taxed, **added},
        ),
        _figure("tax on the added pay", result.added_tax, "USD", "tax_after - tax_before", taxed),
        _figure(
            "kept of the added pay",
            result.added - result.added_tax,
            "USD",
            "added - (tax_after - tax_before)",
            {**added, **taxed},
        ),
    ]
    for name, rate in result.next_dollar.items():
        label = f"{IN_WORDS[name]} on the next dollar"
        figures.append(_figure(label, percent_of(rate), "percent", "rate_pct", {"rate_pct": rate * 100}))
    return figures


def list_marginal_warnings(result: MarginalRate) -> list[str]:
    """What a person must know before counting on these rates."""
    if result.on_added >= 1:
        return ["The added pay costs more in tax than it brings: it crosses a line where a benefit ends at once."]
    if abs(result.on_added - result.on_next_dollar) > Decimal("0.02"):
        return ["The rate changes within the added pay: it crosses a bracket, a wage limit or a phase-out."]
    return []
