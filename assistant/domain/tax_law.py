"""Tax law: the amounts and rates of one tax year as values; rates are fractions, amounts US dollars a year."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.household import ZERO, FilingStatus, Household

US_TAX_ONLY = "only US tax is known here, and it does not hold for"
"""How every refusal of pay abroad begins."""
ByStatus = Mapping[FilingStatus, Decimal]
StateIncomeTax = Callable[[Household], Decimal]


def tell_us_only(what: str) -> str:
    """Why no tax is worked out on this pay, and what helps instead.

    >>> tell_us_only("pay in GBP").split(":")[0]
    'only US tax is known here, and it does not hold for pay in GBP'
    """
    return (
        f"{US_TAX_ONLY} {what}: converting the pay into dollars would not change that. Take a tax calculator of that "
        "country; if you tell me the percent it takes, I work out what is left"
    )


class Bracket(NamedTuple):
    """A step of a schedule: `rate` applies above `start`, `tax_below` is what is owed at `start`."""

    start: Decimal
    rate: Decimal
    tax_below: Decimal


@dataclass(frozen=True, slots=True)
class Schedule:
    """Brackets in rising order, the first from zero."""

    brackets: tuple[Bracket, ...]

    def find(self, income: Decimal) -> Bracket:
        """The bracket in which the last dollar of this income lies."""
        return self.brackets[max(0, bisect_left(self.brackets, (income,)) - 1)]

    def tax(self, income: Decimal) -> Decimal:
        """Tax on this taxable income, unrounded.

        >>> build_schedule([(Decimal(0), Decimal("0.1")), (Decimal(100), Decimal("0.2"))]).tax(Decimal(150))
        Decimal('20.0')
        """
        start, rate, below = self.find(income)
        return below + (income - start) * rate


def build_schedule(steps: list[tuple[Decimal, Decimal]]) -> Schedule:
    """The schedule of these (start, rate) pairs, with the tax below each bracket summed up once."""
    brackets: list[Bracket] = []
    for start, rate in steps:
        below = ZERO
        if brackets:
            last = brackets[-1]
            below = last.tax_below + (start - last.start) * last.rate
        brackets.append(Bracket(start, rate, below))
    return Schedule(tuple(brackets))


class SaltRule(NamedTuple):
    """The cap on deducting state and local tax: it falls by `reduction_rate` of income above `start` to `floor`."""

    cap: ByStatus
    start: ByStatus
    reduction_rate: Decimal
    floor: ByStatus


class ChildCredit(NamedTuple):
    """Credit for each child under 17; it falls by `step_amount` for each begun `step` of income above `start`."""

    amount: Decimal
    start: ByStatus
    step: Decimal
    step_amount: Decimal


@dataclass(frozen=True, slots=True)
class FederalLaw:
    """Federal income tax. `itemized_reduction_rate` cuts itemised deductions in the top bracket (2026 on)."""

    schedules: Mapping[FilingStatus, Schedule]
    standard_deduction: ByStatus
    salt: SaltRule
    child_credit: ChildCredit
    itemized_reduction_rate: Decimal = ZERO
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PayrollLaw:
    """Employee Social Security and Medicare; the additional rate is withheld above `withholding_start`."""

    social_security_rate: Decimal
    wage_base: Decimal
    medicare_rate: Decimal
    additional_medicare_rate: Decimal
    additional_medicare_start: ByStatus
    withholding_start: Decimal
    source_ids: tuple[str, ...] = ()


class StatePayrollTax(NamedTuple):
    """A state's tax on each person's wages: `rate` up to `wage_base`, at most `most` a year.

    `deductible` says whether it counts as state tax on a federal return.
    """

    name: str
    rate: Decimal
    wage_base: Decimal | None = None
    most: Decimal | None = None
    deductible: bool = False


class CreditPhaseOut(NamedTuple):
    """A credit falls by `step_amount` for each begun `step` of income above `start`."""

    start: ByStatus
    step: ByStatus
    step_amount: Decimal


class ItemizedCut(NamedTuple):
    """Itemised deductions shrink by `rate` of income above `start`, by at most the part `most` of them."""

    start: ByStatus
    rate: Decimal
    most: Decimal


class Recapture(NamedTuple):
    """New York takes back the gain from lower brackets over `length` of income above `start`."""

    start: Decimal
    length: Decimal


class CityLaw(NamedTuple):
    """A city's resident tax on the state's taxable income, less two credits with an income limit each."""

    name: str
    schedules: Mapping[FilingStatus, Schedule]
    fixed_credit: ByStatus
    fixed_credit_limit: Decimal
    rate_credit: Mapping[FilingStatus, Schedule]
    rate_credit_limit: Decimal


@dataclass(frozen=True, slots=True)
class StateSchedule:
    """A state's own income tax for residents.

    `surtax` is a pair of start and rate on taxable income. With an `itemized_cut` people may itemise on the state
    return what is not state income tax; without one they take the standard deduction.
    """

    schedules: Mapping[FilingStatus, Schedule]
    standard_deduction: ByStatus
    exemption_credit: ByStatus | None = None
    dependent_credit: Decimal = ZERO
    credit_phase_out: CreditPhaseOut | None = None
    dependent_exemption: Decimal = ZERO
    surtax: tuple[Decimal, Decimal] | None = None
    recapture: Recapture | None = None
    itemized_cut: ItemizedCut | None = None
    cities: Mapping[str, CityLaw] = field(default_factory=dict)


class StateSupplemental(NamedTuple):
    """Flat state withholding on supplemental wages: on bonuses and stock, and on the rest."""

    stock_rate: Decimal
    other_rate: Decimal
    city_rates: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class StateLaw:
    """How one state taxes: by its `schedule`, by a `flat_rate` of income, by a rule `from_outside`, or not at all.

    `proxy` says in words what stands in for law that is not here; `missing` that nothing does.
    """

    code: str
    name: str
    schedule: StateSchedule | None = None
    flat_rate: Decimal | None = None
    from_outside: StateIncomeTax | None = None
    payroll: tuple[StatePayrollTax, ...] = ()
    supplemental: StateSupplemental | None = None
    source_ids: tuple[str, ...] = ()
    proxy: str | None = None
    missing: bool = False


class SupplementalLaw(NamedTuple):
    """Federal flat withholding: `rate` up to `limit` of supplemental wages a calendar year, `top_rate` above."""

    rate: Decimal
    limit: Decimal
    top_rate: Decimal
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaxLaw:
    """The law of one year. `year` is the tax year asked for; `proxy` says in words what stands in for its law."""

    year: int
    federal: FederalLaw
    payroll: PayrollLaw
    supplemental: SupplementalLaw
    states: Mapping[str, StateLaw]
    proxy: str | None = None

    def with_state(self, state: StateLaw) -> TaxLaw:
        """The same law with another rule for one state."""
        return replace(self, states={**self.states, state.code: state})
