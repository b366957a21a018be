"""Clawback: how much of a sign-on or relocation payment is owed back on leaving early.

Months are months of service; a person who leaves at month 12 has completed twelve. Nothing is owed once the
repayment period is over. All amounts are gross unless a name says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from assistant.domain.money import Amount, Count, round_cents
from assistant.domain.offer import Terms
from assistant.domain.service_time import add_months, count_months
from assistant.errors import InputError

ZERO = Decimal(0)
ONE = Decimal(1)
YEAR = 12
LONGEST_MONTHS = 120
READABLE_DECIMALS = 10

RepayRule = Literal["full", "pro_rata", "full_then_pro_rata", "tiers"]
Reading = Literal["remaining_months", "whole_period", "fixed_part"]
Counting = Literal["completed_months", "started_months", "days"]
PeriodStart = Literal["start", "payment"]

READING_NAMES: dict[Reading, str] = {
    "remaining_months": "run down over the months that remain",
    "whole_period": "run down over the whole period",
    "fixed_part": "one fixed part until the end",
}
RULE_NAMES: dict[RepayRule, str] = {
    "full": "in full until the end",
    "pro_rata": "pro rata from the first day",
    "full_then_pro_rata": "in full in year 1, then pro rata",
    "tiers": "in steps",
}


class RepayTier(Terms):
    """`owed_pct` percent is owed by those who leave before month `until_month`."""

    until_month: Count = Field(ge=1, le=LONGEST_MONTHS)
    owed_pct: Annotated[Amount, Field(le=100)]


class RepayTerms(Terms):
    """A repayment clause: its period, its rule, and how an unclear one is read.

    `full_months` and `reading` belong to the rule full_then_pro_rata. `period_from` says whether the period runs
    from the first day of work or from each payment.
    """

    months: Count = Field(ge=1, le=LONGEST_MONTHS)
    rule: RepayRule = "full"
    full_months: Count = Field(default=YEAR, ge=0, le=LONGEST_MONTHS)
    reading: Reading = "remaining_months"
    tiers: tuple[RepayTier, ...] = ()
    counting: Counting = "completed_months"
    period_from: PeriodStart = "start"


class Payment(NamedTuple):
    """Money that may have to be paid back; `month` is the month of service at whose end it is paid, 0 = first day."""

    name: str
    amount: Decimal
    month: int = 0


class Service(NamedTuple):
    """Time served at leaving: completed months, and the two dates where days matter."""

    months: int
    start: date | None = None
    leave: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """The part still owed (0-1), and how it is computed from named numbers."""

    value: Decimal
    formula: str
    inputs: Mapping[str, Decimal]


def build_terms(
    months: int | None,
    rule: RepayRule | None,
    *,
    tiers: Sequence[RepayTier] = (),
    full_months: int | None = None,
    reading: Reading | None = None,
    counting: Counting = "completed_months",
    period_from: PeriodStart = "start",
) -> RepayTerms:
    """A repayment clause from what is stated about it.

    Raises:
        InputError: the parts do not fit together, named.
    """
    if tiers:
        months, rule = _check_tiers(tiers, months, rule), "tiers"
    elif rule == "tiers":
        raise InputError("tiers", "is missing: list the steps, e.g. [{'until_month': 12, 'owed_pct': 100}]")
    if months is None:
        raise InputError("repay_months", "is missing: give the months after which nothing is owed back, often 12 or 24")
    full = min(YEAR, months) if full_months is None else full_months
    if rule == "full_then_pro_rata" and full >= months:
        raise InputError("full_months", f"must be shorter than the {months} months of the whole period")
    return RepayTerms(
        months=months,
        rule=rule or "full",
        full_months=full,
        reading=reading or "remaining_months",
        tiers=tuple(tiers),
        counting=counting,
        period_from=period_from,
    )


def _check_tiers(tiers: Sequence[RepayTier], months: int | None, rule: RepayRule | None) -> int:
    if rule not in (None, "tiers"):
        raise InputError("rule", f'is "{rule}" but steps are listed too: give one of the two')
    for number, (before, after) in enumerate(pairwise(tiers), start=1):
        if after.until_month <= before.until_month:
            raise InputError(f"tiers[{number}].until_month", "must be later than that of the step before")
        if after.owed_pct > before.owed_pct:
            raise InputError(f"tiers[{number}].owed_pct", "must not be more than in the step before")
    last = tiers[-1].until_month
    if months not in (None, last):
        raise InputError("repay_months", f"is {months} but the last step ends at month {last}: give one of the two")
    return last


def calculate_owed_share(terms: RepayTerms, service: Service, paid_month: int = 0) -> Share:
    """The part of a payment still owed back.

    >>> two_years = RepayTerms(months=24, rule="pro_rata")
    >>> calculate_owed_share(two_years, Service(18)).value
    Decimal('0.25')

    Raises:
        InputError: days are to be counted but the dates are missing.
    """
    served = _served(terms, service, paid_month)
    if served.months >= terms.months:
        return Share(ZERO, "0", {})
    if terms.rule == "pro_rata":
        return _run_down(terms, served, begin=0, over=terms.months)
    if terms.rule == "tiers":
        return _fixed(next(tier.owed_pct for tier in terms.tiers if served.months < tier.until_month))
    if terms.rule == "full_then_pro_rata" and served.months >= terms.full_months:
        if terms.reading == "fixed_part":
            return _fixed(Decimal(100 * (terms.months - terms.full_months)) / terms.months)
        whole = terms.reading == "whole_period"
        return _run_down(terms, served, begin=0 if whole else terms.full_months, over=terms.months)
    return Share(ONE, "1", {})


def _served(terms: RepayTerms, service: Service, paid_month: int) -> Service:
    """Service counted from where the period begins."""
    shift = paid_month if terms.period_from == "payment" else 0
    if service.start is None or service.leave is None:
        if terms.counting == "days":
            raise InputError("start_date", "is missing: counting by days needs start_date and leave_date")
        return Service(service.months - shift)
    begin = add_months(service.start, shift)
    return Service(count_months(begin, service.leave), begin, service.leave)


def _run_down(terms: RepayTerms, served: Service, begin: int, over: int) -> Share:
    if terms.counting == "days" and served.start is not None and served.leave is not None:
        first, last = add_months(served.start, begin), add_months(served.start, over)
        days, gone = Decimal((last - first).days), Decimal((served.leave - first).days)
        formula = "(days_of_period - days_served) / days_of_period"
        return Share((days - gone) / days, formula, {"days_of_period": days, "days_served": gone})
    started = (
        terms.counting == "started_months"
        and served.start is not None
        and served.leave is not None
        and add_months(served.start, served.months) < served.leave
    )
    month = Decimal(served.months + (1 if started else 0))
    inputs = {"repay_months": Decimal(over), "month": month}
    if begin:
        inputs["full_months"] = Decimal(begin)
        formula = "(repay_months - month) / (repay_months - full_months)"
        return Share((over - month) / (over - begin), formula, inputs)
    return Share((over - month) / over, "(repay_months - month) / repay_months", inputs)


def _fixed(percent: Decimal) -> Share:
    return Share(percent / 100, "owed_pct / 100", {"owed_pct": percent})


def list_received(payments: Sequence[Payment], months: int) -> tuple[Payment, ...]:
    """The payments a person has had who leaves after so many months; one due on the day of leaving is not paid.

    >>> list_received([Payment("sign-on", Decimal(5)), Payment("second", Decimal(5), 12)], 12)
    (Payment(name='sign-on', amount=Decimal('5'), month=0),)
    """
    return tuple(payment for payment in payments if payment.month < max(months, 1))


def calculate_owed(terms: RepayTerms, payments: Sequence[Payment], service: Service) -> Decimal:
    """What is owed back in all, in whole cents.

    >>> sign_on = [Payment("sign-on", Decimal(24000))]
    >>> calculate_owed(RepayTerms(months=24, rule="pro_rata"), sign_on, Service(10))
    Decimal('14000.00')
    """
    received = list_received(payments, service.months)
    owed = (payment.amount * calculate_owed_share(terms, service, payment.month).value for payment in received)
    return round_cents(sum(owed, ZERO))


def describe_owed(terms: RepayTerms, payments: Sequence[Payment], service: Service) -> tuple[str, dict[str, Decimal]]:
    """The formula of what is owed and its inputs: one share where all payments have the same, else each by its own.

    >>> describe_owed(RepayTerms(months=24, rule="pro_rata"), [Payment("sign-on", Decimal(24000))], Service(10))[0]
    'received x (repay_months - month) / repay_months'
    """
    received = list_received(payments, service.months)
    shares = [calculate_owed_share(terms, service, payment.month) for payment in received]
    if not any(share.value for share in shares):
        return "0", {}
    if all(share == shares[0] for share in shares):
        share = shares[0]
        formula = "received" if share.formula == "1" else f"received x {share.formula}"
        return formula, {"received": sum((payment.amount for payment in received), ZERO), **share.inputs}
    inputs: dict[str, Decimal] = {}
    for payment, share in zip(received, shares, strict=True):
        inputs[payment.name] = payment.amount
        inputs[f"{payment.name} owed_pct"] = round(share.value * 100, READABLE_DECIMALS)
    return " + ".join(f"{payment.name} x {payment.name} owed_pct / 100" for payment in received), inputs
