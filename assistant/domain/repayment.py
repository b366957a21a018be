"""Repayment: what leaving at a month costs under a clawback, under each reading of it, before and after tax."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from assistant.domain.clawback import (
    READING_NAMES,
    RULE_NAMES,
    YEAR,
    Payment,
    Reading,
    RepayRule,
    RepayTerms,
    Service,
    calculate_owed,
    describe_owed,
    list_received,
)
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.service_time import add_months

RULE = "clawback"
ZERO = Decimal(0)
KEY_MONTHS = (6, 11, 12, 18, 23, 24, 36)
FICA_PCT = Decimal("7.65")
TAX_SOURCE = "irs-pub-525"

RepayBasis = Literal["gross", "net", "gross_less_fica"]


class Clause(NamedTuple):
    """One way to read a clause; `name` completes "owed at month 14 if …" and is empty when only one is possible."""

    key: str
    name: str
    terms: RepayTerms


@dataclass(frozen=True, slots=True)
class Taxed:
    """What is handed back, and the percent of the gross payment that never reached the person; None = unknown."""

    basis: RepayBasis = "gross"
    tax_pct: Decimal | None = None
    fica_pct: Decimal = FICA_PCT


@dataclass(frozen=True, slots=True)
class Repayment:
    """The figures, a row for each month, and what had to be assumed."""

    figures: tuple[Figure, ...]
    table: tuple[Mapping[str, Decimal | int], ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]


def list_readings(terms: RepayTerms, rule: RepayRule | None, reading: Reading | None) -> tuple[Clause, ...]:
    """The ways to read a clause of which only `rule` and `reading` are certain; one when both are.

    >>> [clause.key for clause in list_readings(RepayTerms(months=12), None, None)]
    ['full', 'pro_rata']
    """
    if terms.rule == "tiers" or (rule is not None and (rule != "full_then_pro_rata" or reading is not None)):
        return (Clause("owed", "", terms),)
    if rule is not None:
        return tuple(
            Clause(key, name, terms.model_copy(update={"reading": key})) for key, name in READING_NAMES.items()
        )
    rules: list[RepayRule] = ["full", "pro_rata"]
    if terms.months > YEAR:
        rules.append("full_then_pro_rata")
    return tuple(
        Clause(key, RULE_NAMES[key], terms.model_copy(update={"rule": key, "full_months": YEAR})) for key in rules
    )


def calculate_repayment(
    payments: Sequence[Payment],
    clauses: Sequence[Clause],
    currency: str,
    *,
    service: Service | None = None,
    taxed: Taxed | None = None,
) -> Repayment:
    """What is owed back at a leave month, or at the usual months, under each reading.

    Args:
        payments: what was or will be paid, gross.
        clauses: the readings to show side by side.
        currency: of the payments.
        service: time served at leaving; None: the months people ask about.
        taxed: what is handed back, and the tax that was taken from it.

    Raises:
        InputError: days are to be counted but the dates are missing.
    """
    begin = service.start if service else None
    if service is None:
        last = clauses[0].terms.months
        services = [Service(month) for month in sorted({*(key for key in KEY_MONTHS if key < last), last})]
    else:
        services = [service]
    figures = [_received_figure(payments, services[-1].months, currency)]
    for item in services:
        figures += _month_figures(payments, clauses, item, currency, taxed or Taxed())
    return Repayment(
        figures=tuple(figures),
        table=tuple(_rows(payments, clauses, begin)),
        assumptions=tuple(_name_assumptions(clauses[0].terms, payments)),
        warnings=tuple(_name_warnings(clauses, taxed or Taxed())),
    )


def _rows(
    payments: Sequence[Payment], clauses: Sequence[Clause], begin: date | None
) -> Iterator[dict[str, Decimal | int]]:
    last = clauses[0].terms.months
    if clauses[0].terms.period_from == "payment":
        last += max(payment.month for payment in payments)
    for month in range(last + 1):
        dates = (begin, add_months(begin, month)) if begin else (None, None)
        service = Service(month, *dates)
        received = sum((payment.amount for payment in list_received(payments, month)), ZERO)
        row: dict[str, Decimal | int] = {"month": month, "received": received}
        for clause in clauses:
            owed = calculate_owed(clause.terms, payments, service)
            row |= {clause.key: owed} if clause.name else {"owed": owed, "kept": received - owed}
        yield row


def _received_figure(payments: Sequence[Payment], months: int, currency: str) -> Figure:
    received = list_received(payments, months)
    inputs = {payment.name: payment.amount for payment in received}
    value = sum(inputs.values(), ZERO)
    formula = " + ".join(inputs) or "0"
    return build_figure("received before tax", value, currency, formula=formula, rule=RULE, inputs=inputs)


def _month_figures(
    payments: Sequence[Payment], clauses: Sequence[Clause], service: Service, currency: str, taxed: Taxed
) -> Iterator[Figure]:
    received = list_received(payments, service.months)
    total = sum((payment.amount for payment in received), ZERO)
    for clause in clauses:
        place = _name_place(clause.terms, service) + (f" if {clause.name}" if clause.name else "")
        owed = calculate_owed(clause.terms, payments, service)
        formula, inputs = describe_owed(clause.terms, payments, service)
        yield build_figure(f"owed {place}", owed, currency, formula=formula, rule=RULE, inputs=inputs)
        both = {"received": total, "owed": owed}
        yield build_figure(f"kept {place}", total - owed, currency, formula="received - owed", rule=RULE, inputs=both)
        yield from _cash_figures(place, owed, currency, taxed)


def _name_place(terms: RepayTerms, service: Service) -> str:
    """When one leaves: by the date where completed months do not say it all."""
    if terms.counting != "completed_months" and service.leave is not None:
        return f"when leaving on {service.leave}"
    return f"at month {service.months}"


def _cash_figures(place: str, owed: Decimal, currency: str, taxed: Taxed) -> Iterator[Figure]:
    """What is handed back in cash, against what was received after tax for the same part."""
    if taxed.basis == "gross" and taxed.tax_pct is None:
        return
    inputs: dict[str, Decimal] = {"owed": owed}
    if taxed.basis == "gross":
        paid, formula = owed, "owed"
    elif taxed.basis == "net":
        inputs["tax_pct"] = taxed.tax_pct or ZERO
        paid, formula = owed * (100 - inputs["tax_pct"]) / 100, "owed x (1 - tax_pct / 100)"
    else:
        inputs["fica_pct"] = taxed.fica_pct
        paid, formula = owed * (100 - taxed.fica_pct) / 100, "owed x (1 - fica_pct / 100)"
    paid = round_cents(paid)
    yield build_figure(f"to pay back in cash {place}", paid, currency, formula=formula, rule=RULE, inputs=inputs)
    if taxed.tax_pct is None:
        return
    net = round_cents(owed * (100 - taxed.tax_pct) / 100)
    yield build_figure(
        f"net received of what is owed {place}",
        net,
        currency,
        formula="owed x (1 - tax_pct / 100)",
        rule=RULE,
        inputs={"owed": owed, "tax_pct": taxed.tax_pct},
    )
    yield build_figure(
        f"paid back beyond what was received {place}",
        paid - net,
        currency,
        formula="paid_back - net_received",
        rule=RULE,
        inputs={"paid_back": paid, "net_received": net},
        source_ids=(TAX_SOURCE,),
    )


def _name_assumptions(terms: RepayTerms, payments: Sequence[Payment]) -> Iterator[str]:
    if terms.counting == "days":
        yield "Time is counted in days between the dates; nothing is owed from the last anniversary of the period on."
    else:
        yield "Time is counted in completed months; nothing is owed once the whole period is served."
    if terms.period_from == "payment":
        yield "The period of each payment runs from the day it is paid."
    elif any(payment.month for payment in payments):
        yield "One period, from the first day of work, holds for every payment."
    yield "You leave on your own wish: most clauses do not apply when the employer ends the job without cause."


def _name_warnings(clauses: Sequence[Clause], taxed: Taxed) -> Iterator[str]:
    if len(clauses) > 1:
        yield "The clause can be read in more than one way: ask for one written example before you sign."
    if taxed.basis == "gross":
        yield (
            "Gross is paid back although only net was received. Tax on pay of the same calendar year is undone by "
            "payroll; tax of an earlier year comes back later, above 3,000 by deduction or credit (section 1341): "
            "a fact, not advice."
        )
