"""Option exercise: what it costs to turn options into shares, with the tax of that year; amounts in US dollars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from assistant.domain.figure import Figure, build_figure
from assistant.domain.minimum_tax import MinimumTaxLaw, calculate_minimum_tax, find_income_at
from assistant.domain.money import check_size, round_cents
from assistant.domain.supplemental_wages import calculate_federal_withholding
from assistant.domain.tax_law import SupplementalLaw

RULE = "option_exercise"
ZERO = Decimal(0)
QUICK_RATE = Decimal("0.28")


@dataclass(frozen=True, slots=True)
class Exercise:
    """Options exercised at a strike price while a share is worth `fair_market_value`."""

    shares: Decimal
    strike: Decimal
    fair_market_value: Decimal | None = None
    currency: str = "USD"

    @property
    def strike_cost(self) -> Decimal:
        """What is paid to the company for the shares."""
        return check_size(self.shares * self.strike)

    @property
    def spread(self) -> Decimal:
        """Value of the shares above their cost; zero where the value is not known or lower."""
        if self.fair_market_value is None:
            return ZERO
        return check_size(self.shares * max(ZERO, self.fair_market_value - self.strike))


@dataclass(frozen=True, slots=True)
class IncomeYear:
    """A year before the exercise: regular taxable income and tax, and the deductions the minimum tax adds back."""

    taxable_income: Decimal
    regular_tax: Decimal
    added_back: Decimal
    source_ids: tuple[str, ...] = ()


class TaxPart(NamedTuple):
    """One tax on a spread: the bill with the spread less the bill without it."""

    label: str
    with_spread: Decimal
    without: Decimal


@dataclass(frozen=True, slots=True)
class SpreadTax:
    """Tax on a spread that counts as wages, with the way it was found; `parts` are the taxes it is made of."""

    income_tax: Decimal
    payroll_tax: Decimal
    income_formula: str
    payroll_formula: str
    inputs: Mapping[str, Decimal]
    source_ids: tuple[str, ...] = ()
    parts: tuple[TaxPart, ...] = ()


def build_cost_figures(exercise: Exercise) -> Iterator[Figure]:
    """Strike cost and spread.

    >>> exercise = Exercise(Decimal(50000), Decimal(1), Decimal(5))
    >>> [str(figure.value) for figure in build_cost_figures(exercise)]
    ['50000.00', '200000.00']
    """
    inputs = {"shares": exercise.shares, "strike": exercise.strike}
    yield _figure(exercise, "strike cost", exercise.strike_cost, "shares x strike", inputs)
    if exercise.fair_market_value is not None:
        inputs["fair_market_value"] = exercise.fair_market_value
        formula = "shares x max(0, fair_market_value - strike)"
        yield _figure(exercise, "spread at exercise", exercise.spread, formula, inputs)


def build_wage_figures(exercise: Exercise, tax: SpreadTax) -> Iterator[Figure]:
    """The exercise of an NSO: its spread is pay of that day, with income and payroll tax.

    Source: irs-pub-525.
    """
    for label, value, formula in (
        ("income tax on the spread", tax.income_tax, tax.income_formula),
        ("payroll tax on the spread", tax.payroll_tax, tax.payroll_formula),
    ):
        yield _figure(exercise, label, value, formula, tax.inputs, tax.source_ids)
    both = {"income_tax": round_cents(tax.income_tax), "payroll_tax": round_cents(tax.payroll_tax)}
    total = sum(both.values(), ZERO)
    yield _figure(exercise, "tax at exercise", total, "income_tax + payroll_tax", both, tax.source_ids)
    yield _cost_figure(exercise, total)
    for part in tax.parts:
        inputs = {"with_spread": part.with_spread, "without": part.without}
        difference = part.with_spread - part.without
        yield _figure(exercise, part.label, difference, "with_spread - without", inputs, tax.source_ids)


def build_prepaid_figure(exercise: Exercise, law: SupplementalLaw) -> Figure:
    """The federal income tax an employer collects at the exercise of an NSO, a prepayment of the tax on the spread.

    >>> law = SupplementalLaw(Decimal("0.22"), Decimal(1000000), Decimal("0.37"))
    >>> build_prepaid_figure(Exercise(Decimal(1000), Decimal(1), Decimal(11)), law).value
    Decimal('2200.00')

    Source: irs-pub-15.
    """
    inputs = {
        "spread": exercise.spread,
        "rate_pct": law.rate * 100,
        "limit": law.limit,
        "top_rate_pct": law.top_rate * 100,
    }
    formula = "rate_pct / 100 x min(spread, limit) + top_rate_pct / 100 x max(0, spread - limit)"
    value = calculate_federal_withholding(law, exercise.spread, ZERO)
    return _figure(exercise, "federal income tax withheld at exercise", value, formula, inputs, law.source_ids)


def build_quick_figure(exercise: Exercise, rate: Decimal = QUICK_RATE) -> Figure:
    """What rough guides call the minimum tax: 28 % of the spread (or `rate`, 0-1), without exemption and regular tax.

    >>> str(build_quick_figure(Exercise(Decimal(10000), Decimal(2), Decimal(14)), Decimal("0.26")).value)
    '31200.00'
    """
    inputs = {"spread": exercise.spread, "rate": rate}
    label = f"quick estimate of {(rate * 100).normalize():f} % of the spread"
    return _figure(exercise, label, exercise.spread * rate, "spread x rate", inputs)


def build_minimum_figures(exercise: Exercise, law: MinimumTaxLaw, year: IncomeYear) -> Iterator[Figure]:
    """The exercise of an ISO whose shares are kept: form 6251 in steps, and the largest spread it leaves free."""
    sources = law.source_ids
    before = year.taxable_income + year.added_back
    income = before + exercise.spread
    minimum = calculate_minimum_tax(law, income)
    inputs = {
        "taxable_income": year.taxable_income,
        "deductions_added_back": year.added_back,
        "spread": exercise.spread,
    }
    formula = "taxable_income + deductions_added_back + spread"
    yield _figure(exercise, "alternative minimum taxable income", income, formula, inputs, sources)
    yield from _step_figures(exercise, law, income)
    due = max(ZERO, minimum.tentative - year.regular_tax)
    yield _figure(
        exercise,
        "regular tax",
        year.regular_tax,
        "regular_tax",
        {"regular_tax": year.regular_tax},
        year.source_ids,
    )
    inputs = {"tentative_tax": minimum.tentative, "regular_tax": year.regular_tax}
    formula = "max(0, tentative_tax - regular_tax)"
    yield _figure(exercise, "alternative minimum tax", due, formula, inputs, sources)
    if year.added_back:
        other = calculate_minimum_tax(law, income - year.added_back).tentative
        label = "alternative minimum tax without adding deductions back"
        inputs = {"tentative_tax": other, "regular_tax": year.regular_tax}
        yield _figure(exercise, label, max(ZERO, other - year.regular_tax), formula, inputs, sources)
    yield from _free_figures(exercise, law, year, before)
    yield _cost_figure(exercise, round_cents(due))


def _step_figures(exercise: Exercise, law: MinimumTaxLaw, income: Decimal) -> Iterator[Figure]:
    minimum = calculate_minimum_tax(law, income)
    inputs = {
        "exemption": law.exemption,
        "phase_out_rate": law.phase_out_rate,
        "income": income,
        "phase_out_start": law.phase_out_start,
    }
    formula = "max(0, exemption - phase_out_rate x max(0, income - phase_out_start))"
    yield _figure(exercise, "minimum tax exemption", minimum.exemption, formula, inputs, law.source_ids)
    inputs = {
        "base": minimum.base,
        "rate_break": law.rate_break,
        "low_rate": law.low_rate,
        "high_rate": law.high_rate,
    }
    formula = "low_rate x min(base, rate_break) + high_rate x max(0, base - rate_break)"
    yield _figure(exercise, "tentative minimum tax", minimum.tentative, formula, inputs, law.source_ids)


def _free_figures(exercise: Exercise, law: MinimumTaxLaw, year: IncomeYear, before: Decimal) -> Iterator[Figure]:
    reached = find_income_at(law, year.regular_tax)
    free = max(ZERO, reached - before)
    inputs = {"income_at_which_both_taxes_meet": reached, "income_without_spread": before}
    formula = "max(0, income_at_which_both_taxes_meet - income_without_spread)"
    yield _figure(exercise, "largest spread without alternative minimum tax", free, formula, inputs, law.source_ids)
    gain = (exercise.fair_market_value or ZERO) - exercise.strike
    if gain > 0:
        yield build_figure(
            "most shares without alternative minimum tax",
            (free / gain).to_integral_value(ROUND_FLOOR),
            "shares",
            formula="the largest free spread over the spread of one share, whole shares only",
            rule=RULE,
            inputs={"free_spread": free, "fair_market_value": gain + exercise.strike, "strike": exercise.strike},
            source_ids=law.source_ids,
        )


def _cost_figure(exercise: Exercise, tax: Decimal) -> Figure:
    inputs = {"strike_cost": exercise.strike_cost, "tax": tax}
    return _figure(exercise, "cost to exercise", exercise.strike_cost + tax, "strike_cost + tax", inputs)


def _figure(
    exercise: Exercise,
    label: str,
    value: Decimal,
    formula: str,
    inputs: Mapping[str, Decimal],
    source_ids: tuple[str, ...] = (),
) -> Figure:
    return build_figure(
        label, round_cents(value), exercise.currency, formula=formula, rule=RULE, inputs=inputs, source_ids=source_ids
    )
