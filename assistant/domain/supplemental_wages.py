"""Supplemental wages: what an employer withholds from a bonus, sign-on or vest, and what that leaves unpaid.

Withholding is a prepayment at flat rates; the tax itself is settled on the return.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.household import ZERO, Household
from assistant.domain.income_tax import calculate_income_tax
from assistant.domain.money import check_size, round_cents
from assistant.domain.payroll_tax import tax_on_wages
from assistant.domain.tax_figures import percent_of
from assistant.domain.tax_law import StatePayrollTax, SupplementalLaw, TaxLaw
from assistant.errors import InputError

RULE = "supplemental_withholding"
USD = "USD"
SHARE_PLACES = 4
FLAT_LABEL = "federal shortfall at the marginal rate"
QUICK_LABEL = f"quick estimate of the {FLAT_LABEL}"
Kind = Literal["stock", "bonus", "other"]


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment of `amount` on top of salary, and what was paid before it in the same calendar year.

    `paid_wages` are all wages so far, supplemental ones included; `paid_supplemental` only those.
    """

    amount: Decimal
    kind: Kind = "stock"
    paid_supplemental: Decimal = ZERO
    paid_wages: Decimal = ZERO
    shares: Decimal | None = None
    share_price: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Withholding:
    """What is withheld from one payment, each part in whole cents."""

    payment: Payment
    federal: Decimal
    social_security: Decimal
    medicare: Decimal
    state: Decimal
    state_payroll: Decimal
    city: Decimal

    @property
    def total(self) -> Decimal:
        """All that is withheld."""
        return self.federal + self.social_security + self.medicare + self.state + self.state_payroll + self.city

    @property
    def net(self) -> Decimal:
        """What is paid out."""
        return round_cents(self.payment.amount) - self.total


def calculate_federal_withholding(law: SupplementalLaw, amount: Decimal, paid: Decimal) -> Decimal:
    """Flat withholding: the lower rate while the calendar year stays within the limit, the top rate beyond.

    >>> law = SupplementalLaw(Decimal("0.22"), Decimal(1000000), Decimal("0.37"))
    >>> calculate_federal_withholding(law, Decimal(300000), Decimal(900000))
    Decimal('96000.00')
    """
    lower = min(amount, max(ZERO, law.limit - paid))
    return lower * law.rate + (amount - lower) * law.top_rate


@dataclass(frozen=True, slots=True)
class Rates:
    """State and city rates for this kind of payment, as fractions."""

    state: Decimal = ZERO
    city: Decimal = ZERO


def find_rates(law: TaxLaw, household: Household, kind: Kind, stated: Decimal | None = None) -> Rates:
    """The flat rates of state and city; `stated` replaces the state's own, a flat tax stands in where none is known.

    Raises:
        InputError: the state's rate is not known, and none was stated.
    """
    if household.state is None or stated is not None:
        return Rates(stated or ZERO)
    state = law.states.get(household.state)
    if state is not None and state.supplemental is None and state.flat_rate is not None:
        return Rates(state.flat_rate)
    if state is None or (state.supplemental is None and _taxes_income(law, household.state)):
        raise InputError(
            "state_supplemental_pct",
            f"the rate {household.state} employers withhold on stock and bonuses is not known here; give it in "
            "percent, or state_tax_pct, a flat percent of income for withholding and tax alike",
        )
    if state.supplemental is None:
        return Rates()
    supplemental = state.supplemental
    rate = supplemental.other_rate if kind == "other" else supplemental.stock_rate
    return Rates(rate, supplemental.city_rates.get(household.city, ZERO) if household.city else ZERO)


def _taxes_income(law: TaxLaw, code: str) -> bool:
    state = law.states[code]
    return state.missing or state.from_outside is not None


def calculate_withholding(law: TaxLaw, household: Household, payment: Payment, rates: Rates) -> Withholding:
    """What an employer withholds from the payment by the flat method.

    Additional Medicare tax is withheld on wages above one line for everybody, whatever the filing status.
    """
    amount, before = check_size(payment.amount), payment.paid_wages
    payroll = law.payroll
    state = law.states.get(household.state) if household.state else None
    funds = state.payroll if state else ()
    social = max(ZERO, min(before + amount, payroll.wage_base) - min(before, payroll.wage_base))
    return Withholding(
        payment=payment,
        federal=round_cents(calculate_federal_withholding(law.supplemental, amount, payment.paid_supplemental)),
        social_security=round_cents(social * payroll.social_security_rate),
        medicare=round_cents(
            amount * payroll.medicare_rate
            + _over(payment, payroll.withholding_start) * payroll.additional_medicare_rate
        ),
        state=round_cents(amount * rates.state),
        state_payroll=round_cents(sum((_fund(tax, payment) for tax in funds), ZERO)),
        city=round_cents(amount * rates.city),
    )


def _over(payment: Payment, start: Decimal) -> Decimal:
    return max(ZERO, payment.paid_wages + payment.amount - start) - max(ZERO, payment.paid_wages - start)


def _fund(tax: StatePayrollTax, payment: Payment) -> Decimal:
    return tax_on_wages(tax, payment.paid_wages + payment.amount) - tax_on_wages(tax, payment.paid_wages)


def build_withholding_figures(law: TaxLaw, result: Withholding, rates: Rates) -> Iterator[Figure]:
    """What is withheld and what is paid out, in money and, for stock, in shares."""
    payment, flat, payroll = result.payment, law.supplemental, law.payroll
    amount = {"supplemental": payment.amount}
    parts = {
        "federal": result.federal,
        "social_security": result.social_security,
        "medicare": result.medicare,
        "state": result.state,
        "state_payroll": result.state_payroll,
        "city": result.city,
    }
    yield _money("total withheld", result.total, " + ".join(parts), parts)
    if payment.amount:
        share = {**amount, "withheld": result.total}
        rate = percent_of(result.total / payment.amount)
        yield _figure("withheld in percent of the payment", rate, "percent", "withheld / supplemental x 100", share)
    yield _money("net after withholding", result.net, "supplemental - withheld", {**amount, "withheld": result.total})
    within = "min(supplemental, max(0, limit - paid_supplemental))"
    yield _money(
        "federal income tax withheld",
        result.federal,
        f"rate_pct / 100 x {within} + top_rate_pct / 100 x (supplemental - {within})",
        {
            **amount,
            "rate_pct": flat.rate * 100,
            "top_rate_pct": flat.top_rate * 100,
            "limit": flat.limit,
            "paid_supplemental": payment.paid_supplemental,
        },
        flat.source_ids,
    )
    before = {**amount, "paid_wages": payment.paid_wages}
    yield _money(
        "Social Security withheld",
        result.social_security,
        "rate_pct / 100 x (min(paid_wages + supplemental, wage_base) - min(paid_wages, wage_base))",
        {**before, "rate_pct": payroll.social_security_rate * 100, "wage_base": payroll.wage_base},
        payroll.source_ids,
    )
    yield _money(
        "Medicare withheld",
        result.medicare,
        "rate_pct / 100 x supplemental + additional_pct / 100 x "
        "(max(0, paid_wages + supplemental - start) - max(0, paid_wages - start))",
        {
            **before,
            "rate_pct": payroll.medicare_rate * 100,
            "additional_pct": payroll.additional_medicare_rate * 100,
            "start": payroll.withholding_start,
        },
        payroll.source_ids,
    )
    for label, value, rate in (("state", result.state, rates.state), ("city", result.city, rates.city)):
        if rate:
            inputs = {**amount, "rate_pct": rate * 100}
            yield _money(f"{label} income tax withheld", value, "rate_pct / 100 x supplemental", inputs)
    if result.state_payroll:
        yield _money(
            "state payroll tax withheld",
            result.state_payroll,
            "the state's funds on all wages of the year with this payment, less those without it",
            before,
        )
    yield from _share_figures(result.payment, result.total)


def build_stated_withholding(payment: Payment, withheld_pct: Decimal) -> Iterator[Figure]:
    """A payment of which one stated percent is withheld for all taxes together.

    >>> payment = Payment(Decimal(32000), "stock", shares=Decimal(200), share_price=Decimal(160))
    >>> [str(figure.value) for figure in build_stated_withholding(payment, Decimal("37.5"))][:2]
    ['12000.00', '20000.00']
    """
    inputs = {"payment": payment.amount, "withheld_pct": withheld_pct}
    total = round_cents(payment.amount * withheld_pct / 100)
    yield _figure("total withheld", total, USD, "payment x withheld_pct / 100", inputs)
    both = {"payment": payment.amount, "withheld": total}
    yield _figure("net after withholding", payment.amount - total, USD, "payment - withheld", both)
    yield from _share_figures(payment, total)


def _share_figures(payment: Payment, withheld: Decimal) -> Iterator[Figure]:
    if not payment.shares or not payment.share_price:
        return
    inputs = {"withheld": withheld, "share_price": payment.share_price}
    exact = withheld / payment.share_price
    both = {"shares": payment.shares, **inputs}
    yield _figure("shares withheld", round(exact, SHARE_PLACES), "shares", "withheld / share_price", inputs)
    net = round(payment.shares - exact, SHARE_PLACES)
    yield _figure("net shares", net, "shares", "shares - withheld / share_price", both)
    sold = min(exact.to_integral_value(ROUND_CEILING), payment.shares)
    formula = "withheld / share_price, rounded up to whole shares"
    yield _figure("whole shares withheld", sold, "shares", formula, inputs)
    kept = {"shares": payment.shares, "whole_shares_withheld": sold}
    yield _figure("whole net shares", payment.shares - sold, "shares", "shares - whole_shares_withheld", kept)


def build_shortfall_figures(law: TaxLaw, household: Household, result: Withholding) -> Iterator[Figure]:
    """Tax the payment causes on the return less what was withheld; what is due later, or, below zero, comes back.

    `household` has all wages of the year, this payment included. The federal tax is shown both ways: the exact
    difference of two bills first, then the quick estimate, the rate of the last dollar times the payment.
    """
    payment = result.payment
    amount = min(payment.amount, household.wages)
    bill = calculate_income_tax(law, household)
    without = calculate_income_tax(law, replace(household, wages=household.wages - amount))
    schedule = law.federal.schedules[household.filing_status]
    rate = schedule.find(bill.assessment.federal.taxable_income).rate
    both = {"tax_with": bill.federal, "tax_without": without.federal, "withheld": result.federal}
    difference = "tax_with - tax_without - withheld"
    yield _money(
        "federal shortfall by two tax bills", bill.federal - without.federal - result.federal, difference, both
    )
    yield from build_flat_shortfall(result, rate, QUICK_LABEL)
    local, less = bill.state + bill.city, without.state + without.city
    if local or result.state or result.city:
        held = result.state + result.city
        inputs = {"tax_with": local, "tax_without": less, "withheld": held}
        yield _money("state and city shortfall by two tax bills", local - less - held, difference, inputs)
    medicare = {
        "tax_with": bill.medicare + bill.additional_medicare,
        "tax_without": without.medicare + without.additional_medicare,
        "withheld": result.medicare,
    }
    value = medicare["tax_with"] - medicare["tax_without"] - medicare["withheld"]
    yield _money("Medicare shortfall by two tax bills", value, difference, medicare)
    totals = {"tax_with": bill.total, "tax_without": without.total, "withheld": result.total}
    yield _money("total shortfall by two tax bills", bill.total - without.total - result.total, difference, totals)
    kept = {"supplemental": payment.amount, "tax_with": bill.total, "tax_without": without.total}
    value = payment.amount - (bill.total - without.total)
    yield _money("net after all tax", value, "supplemental - (tax_with - tax_without)", kept)


def build_flat_shortfall(result: Withholding, rate: Decimal, label: str = FLAT_LABEL) -> Iterator[Figure]:
    """The federal shortfall at one marginal rate for the whole payment."""
    amount = result.payment.amount
    inputs = {"marginal_rate_pct": rate * 100, "supplemental": amount, "withheld": result.federal}
    formula = "marginal_rate_pct / 100 x supplemental - withheld"
    yield _money(label, rate * amount - result.federal, formula, inputs)


def _money(
    label: str, value: Decimal, formula: str, inputs: dict[str, Decimal], sources: tuple[str, ...] = ()
) -> Figure:
    return _figure(label, round_cents(value), USD, formula, inputs, sources)


def _figure(
    label: str, value: Decimal, unit: str, formula: str, inputs: dict[str, Decimal], sources: tuple[str, ...] = ()
) -> Figure:
    return build_figure(label, value, unit, formula=formula, rule=RULE, inputs=inputs, source_ids=sources)
