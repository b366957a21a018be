"""State tax: income tax of a state and its city on a resident household."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from assistant.domain.household import ZERO, FilingStatus, Household
from assistant.domain.tax_law import CityLaw, CreditPhaseOut, ItemizedCut, Recapture, Schedule, StateLaw, StateSchedule
from assistant.errors import InputError

DOLLAR = Decimal(1)
ONE = Decimal(1)


class StateTax(NamedTuple):
    """State and city tax, unrounded, with the parts it was made of."""

    income_tax: Decimal = ZERO
    city_tax: Decimal = ZERO
    deduction: Decimal = ZERO
    taxable_income: Decimal = ZERO
    surtax: Decimal = ZERO
    recaptured: Decimal = ZERO
    credit: Decimal = ZERO
    city_credit: Decimal = ZERO


NO_TAX = StateTax()


def calculate_state_tax(law: StateLaw | None, household: Household, steps_at: Household | None = None) -> StateTax:
    """Tax of the household's state and city, unrounded.

    Args:
        law: None where no state is given, which is no state tax.
        household: who pays, a resident of that state.
        steps_at: credits that fall in steps, or end at once, stand where they stand for this household.

    Raises:
        InputError: the city is not one whose tax is known in this state.
    """
    schedule = law.schedule if law else None
    city = _find_city(schedule, household)
    if law is None or schedule is None:
        return _without_schedule(law, household)
    status, income = household.filing_status, household.income
    deduction = max(schedule.standard_deduction[status], _itemized(schedule.itemized_cut, household))
    taxable = max(ZERO, income - deduction - schedule.dependent_exemption * household.children)
    brackets = schedule.schedules[status]
    surtax = calculate_surtax(schedule, taxable)
    recaptured = _recapture(schedule.recapture, brackets, income, taxable) if schedule.recapture else ZERO
    counted = steps_at or household
    credit = _exemption_credit(schedule, counted)
    before_surtax = max(ZERO, brackets.tax(taxable) + recaptured - credit)
    city_credit = _city_credit(city, counted, taxable, taxable - (income - counted.income))
    city_tax = max(ZERO, city.schedules[status].tax(taxable) - city_credit) if city else ZERO
    return StateTax(before_surtax + surtax, city_tax, deduction, taxable, surtax, recaptured, credit, city_credit)


def calculate_surtax(schedule: StateSchedule, taxable: Decimal) -> Decimal:
    """What a state charges on top of its brackets above one line, unrounded."""
    return max(ZERO, taxable - schedule.surtax[0]) * schedule.surtax[1] if schedule.surtax else ZERO


def _without_schedule(law: StateLaw | None, household: Household) -> StateTax:
    if law is not None and law.flat_rate is not None:
        return StateTax(income_tax=household.income * law.flat_rate)
    if law is not None and law.from_outside is not None:
        return StateTax(income_tax=law.from_outside(household))
    return NO_TAX


def _find_city(schedule: StateSchedule | None, household: Household) -> CityLaw | None:
    if household.city is None:
        return None
    known = schedule.cities if schedule else {}
    if household.city not in known:
        hint = f"give {' or '.join(known)}" if known else "leave it out"
        raise InputError("city", f"no city tax of {household.city} is known in {household.state or 'no state'}; {hint}")
    return known[household.city]


def _itemized(cut: ItemizedCut | None, household: Household) -> Decimal:
    itemized = household.itemized_deductions + household.property_tax
    if cut is None or not itemized:
        return ZERO
    over = max(ZERO, household.income - cut.start[household.filing_status])
    return itemized - min(cut.rate * over, cut.most * itemized)


def _exemption_credit(schedule: StateSchedule, household: Household) -> Decimal:
    if schedule.exemption_credit is None:
        return ZERO
    status = household.filing_status
    personal, dependents = schedule.exemption_credit[status], schedule.dependent_credit * household.children
    phase_out = schedule.credit_phase_out
    if phase_out is None:
        return personal + dependents
    cut = phase_out_steps(phase_out, status, household.income) * phase_out.step_amount
    people = 2 if status == "married_joint" else 1
    return max(ZERO, personal - cut * people) + max(ZERO, dependents - cut * household.children)


def phase_out_steps(phase_out: CreditPhaseOut, status: FilingStatus, income: Decimal) -> Decimal:
    """How many steps, whole or begun, the income lies above the start."""
    over = max(ZERO, income - phase_out.start[status])
    return (over / phase_out.step[status]).to_integral_value(ROUND_CEILING)


def _recapture(rule: Recapture, schedule: Schedule, income: Decimal, taxable: Decimal) -> Decimal:
    """What New York takes back of the gain from the brackets below that of the last dollar.

    Within the first bracket that reaches above the start the whole gain comes back over `length` of income. In each
    higher one the gain of those below is back already, and what the step adds comes back over `length` above it.
    """
    if income <= rule.start:
        return ZERO
    brackets = schedule.brackets
    tops = [bracket.start for bracket in brackets[1:]]
    first = next(index for index, top in enumerate(tops) if top > rule.start)
    index = max(first, brackets.index(schedule.find(taxable)))
    if index == first:
        gain = max(ZERO, brackets[first].rate * taxable - schedule.tax(taxable))
        return gain * min(ONE, (income - rule.start) / rule.length)
    start, rate, below = brackets[index]
    back = (brackets[index - 1].rate * start - below).quantize(DOLLAR, ROUND_HALF_UP)
    whole = (rate * start - below).quantize(DOLLAR, ROUND_HALF_UP)
    return back + (whole - back) * min(ONE, (income - start) / rule.length)


def _city_credit(city: CityLaw | None, household: Household, taxable: Decimal, limited: Decimal) -> Decimal:
    if city is None:
        return ZERO
    status = household.filing_status
    fixed = city.fixed_credit[status] if household.income <= city.fixed_credit_limit else ZERO
    by_rate = city.rate_credit[status].tax(taxable) if limited <= city.rate_credit_limit else ZERO
    return fixed + by_rate
