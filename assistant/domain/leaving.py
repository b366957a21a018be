"""Leaving: the money kept of an offer by leaving after each month, and the months where waiting pays.

Month m means that m months are served. Pay is gross; what is owed back comes off it. A payment due on a later first
day, such as a second sign-on instalment, is not had by those who leave on the day before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import accumulate, pairwise
from statistics import median
from typing import Literal, NamedTuple

from assistant.domain.clawback import Payment, RepayTerms, Service, calculate_owed, describe_owed
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.pay_stream import PayStream
from assistant.domain.vesting import calculate_vest_events

RULE = "leave_month"
_figure = partial(build_figure, rule=RULE)
ZERO = Decimal(0)
YEAR = 12
KEY_MONTHS = (11, 12, 13, 24, 36, 48)
MOST_STEPS = 6
NEIGHBOURS = 2
"""Months before and after a month that say what an ordinary one brings there."""
READABLE_DECIMALS = 10
NOTICEABLE = Decimal("0.05")
"""Differences of pay per month below this come from rounding."""
STEP_ROUNDING = Decimal("0.10")
"""Differences between two months' gains below this come from rounding: each gain is made of eight rounded amounts."""

BonusRule = Literal["complete_years", "prorated"]
SignOnRule = Literal["lump", "monthly", "lump_then_monthly"]


@dataclass(frozen=True, slots=True)
class PayHabits:
    """How bonus and sign-on reach a person who leaves.

    `bonus_delay_months` is how long after a year's end its bonus is paid, to those still there; it does not matter
    for a prorated bonus. Sign-on paid monthly comes in twelfths of each year's instalment and is not owed back.
    """

    bonus: BonusRule = "complete_years"
    bonus_delay_months: int = 0
    sign_on: SignOnRule = "lump"


class LeaveMonth(NamedTuple):
    """What was paid up to a month, and what is owed back by those who leave then; all in whole cents."""

    month: int
    base: Decimal
    bonus: Decimal
    sign_on: Decimal
    vested: Decimal
    owed: Decimal

    @property
    def paid(self) -> Decimal:
        """All pay received up to the month."""
        return self.base + self.bonus + self.sign_on + self.vested

    @property
    def kept(self) -> Decimal:
        """Pay received less what is owed back."""
        return self.paid - self.owed

    @property
    def kept_per_month(self) -> Decimal:
        """Money kept for each month worked; zero before the first."""
        return round_cents(self.kept / self.month) if self.month else ZERO


@dataclass(frozen=True, slots=True)
class LeaveCurve:
    """An offer by the month of leaving: `months[m]` for m = 0 on, and the payments under the repayment clause."""

    stream: PayStream
    months: tuple[LeaveMonth, ...]
    terms: RepayTerms | None = None
    lumps: tuple[Payment, ...] = ()


def build_leave_curve(
    stream: PayStream, terms: RepayTerms | None, habits: PayHabits, *, also_owed: Sequence[Payment] = ()
) -> LeaveCurve:
    """Pay, debt and money kept for every month 0 to the end of the stream.

    Args:
        stream: the offer's pay.
        terms: the repayment clause; None: nothing is owed back.
        habits: how bonus and sign-on reach a person who leaves.
        also_owed: payments under the same clause that are no pay, such as relocation.
    """
    last = YEAR * len(stream.years)
    lumps = (*_list_lumps(stream, habits), *also_owed)
    vested = list(accumulate(stream.vested))
    months = tuple(
        LeaveMonth(
            month=month,
            base=round_cents(sum((pay.base * _part_of_year(month, pay.year) for pay in stream.years), ZERO)),
            bonus=round_cents(_bonus_by(stream, month, habits)),
            sign_on=round_cents(_sign_on_by(stream, month, habits)),
            vested=round_cents(vested[month]),
            owed=calculate_owed(terms, lumps, Service(month)) if terms else ZERO,
        )
        for month in range(last + 1)
    )
    return LeaveCurve(stream, months, terms, lumps)


def _part_of_year(month: int, year: int) -> Decimal:
    """The part (0-1) of a service year that is served after so many months."""
    return Decimal(min(YEAR, max(0, month - YEAR * (year - 1)))) / YEAR


def _is_lump(year: int, habits: PayHabits) -> bool:
    return habits.sign_on == "lump" or (habits.sign_on == "lump_then_monthly" and year == 1)


def _list_lumps(stream: PayStream, habits: PayHabits) -> tuple[Payment, ...]:
    return tuple(
        Payment(f"sign-on {number}", part.amount, YEAR * (part.year - 1))
        for number, part in enumerate(stream.offer.signing, start=1)
        if _is_lump(part.year, habits) and part.year <= len(stream.years)
    )


def _sign_on_by(stream: PayStream, month: int, habits: PayHabits) -> Decimal:
    paid = ZERO
    for pay in stream.years:
        begun = YEAR * (pay.year - 1) < max(month, 1)
        paid += pay.sign_on * (int(begun) if _is_lump(pay.year, habits) else _part_of_year(month, pay.year))
    return paid


def _bonus_by(stream: PayStream, month: int, habits: PayHabits) -> Decimal:
    if habits.bonus == "prorated":
        return sum((pay.bonus * _part_of_year(month, pay.year) for pay in stream.years), ZERO)
    due = month - habits.bonus_delay_months
    return sum((pay.bonus for pay in stream.years if YEAR * pay.year <= due), ZERO)


def list_steps(curve: Sequence[LeaveMonth]) -> tuple[tuple[int, Decimal], ...]:
    """The months worth waiting for, in order of time, with what leaving a month earlier loses beyond its salary.

    A step is more than what the months around it bring, by more than whole cents can make up; at most six, the
    largest, and of equal ones the first.
    """
    gains = [after.kept - before.kept - (after.base - before.base) for before, after in pairwise(curve)]
    steps = []
    for place, gain in enumerate(gains):
        around = gains[max(0, place - NEIGHBOURS) : place + NEIGHBOURS + 1]
        if gain > max(ZERO, median(around)) + STEP_ROUNDING:
            steps.append((place + 1, gain))
    largest = sorted(steps, key=lambda step: round(step[1]), reverse=True)[:MOST_STEPS]
    return tuple(sorted(largest))


def list_best_months(curve: Sequence[LeaveMonth]) -> tuple[int, ...]:
    """The months that raise what is kept per month worked and are not beaten by the month after."""
    served = [item for item in curve if item.month]
    rates = [ZERO, *(item.kept_per_month for item in served), ZERO]
    rates[0] = rates[1]  # the first month raises nothing
    return tuple(
        item.month
        for item, (before, now, after) in zip(served, zip(rates, rates[1:], rates[2:], strict=False), strict=True)
        if now - before > NOTICEABLE and now > after - NOTICEABLE
    )


def leave_figures(curve: LeaveCurve, months: Sequence[int]) -> Iterator[Figure]:
    """The money at the given months, the months worth waiting for, and the best month by pay kept per month."""
    currency = curve.stream.offer.currency_code
    for month in months:
        yield from _month_figures(curve, curve.months[month], currency)
    for month, loss in list_steps(curve.months):
        before, after = curve.months[month - 1], curve.months[month]
        inputs = {
            "kept": after.kept,
            "kept_a_month_earlier": before.kept,
            "salary_of_the_month": after.base - before.base,
        }
        formula = "kept - kept_a_month_earlier - salary_of_the_month"
        yield _figure(f"lost by leaving a month before month {month}", loss, currency, formula, inputs)
    served = [item for item in curve.months if item.month]
    most = max(item.kept_per_month for item in served)
    best = next(item for item in served if item.kept_per_month > most - NOTICEABLE)
    if best.month == 1 and most - served[-1].kept_per_month < NOTICEABLE:
        return  # the same in every month
    inputs = {"kept_per_month": best.kept_per_month}
    formula = "the month whose money kept, divided by months worked, is the most"
    yield _figure("month with the most kept per month worked", Decimal(best.month), "months", formula, inputs)


def _month_figures(curve: LeaveCurve, item: LeaveMonth, currency: str) -> Iterator[Figure]:
    month = item.month
    parts = {"base": item.base, "bonus": item.bonus, "sign-on": item.sign_on, "vested stock": item.vested}
    yield _figure(f"pay received by month {month}", item.paid, currency, " + ".join(parts), parts)
    formula, owed = ("0", {}) if curve.terms is None else describe_owed(curve.terms, curve.lumps, Service(month))
    yield _figure(f"owed back at month {month}", item.owed, currency, formula, owed)
    both = {"paid": item.paid, "owed": item.owed}
    yield _figure(f"kept if leaving at month {month}", item.kept, currency, "paid - owed", both)
    if month:
        inputs = {"kept": item.kept, "month": Decimal(month)}
        label = f"kept per month worked at month {month}"
        yield _figure(label, item.kept_per_month, currency, "kept / month", inputs)
    yield _left_behind_figure(curve.stream, month, currency)


def _left_behind_figure(stream: PayStream, month: int, currency: str) -> Figure:
    """Stock granted by then and not vested, at the price of each grant's day."""
    inputs: dict[str, Decimal] = {}
    terms, value = [], ZERO
    for number, grant in enumerate(stream.grants, start=1):
        served = month - grant.granted_month
        if served < 0:
            continue
        gone = sum((event.fraction for event in calculate_vest_events(grant.schedule) if event.month <= served), ZERO)
        value += grant.value * (1 - gone)
        terms.append(f"grant {number} x grant {number} unvested_pct / 100")
        inputs[f"grant {number}"] = grant.value
        inputs[f"grant {number} unvested_pct"] = round(100 * (1 - gone), READABLE_DECIMALS)
    formula = " + ".join(terms) or "0"
    return _figure(f"stock left behind at month {month}", round_cents(value), currency, formula, inputs)


def taxed_leave_figures(
    item: LeaveMonth, tax_rate: Decimal, currency: str, *, repays_gross: bool = True
) -> Iterator[Figure]:
    """Money kept after tax when the debt is paid back gross, or net of the tax that was taken."""
    tax_pct = tax_rate * 100
    paid = item.paid * (1 - tax_rate)
    debt = item.owed if repays_gross else item.owed * (1 - tax_rate)
    inputs = {"paid": item.paid, "owed": item.owed, "tax_pct": tax_pct}
    formula = "paid x (1 - tax_pct / 100) - owed"
    if not repays_gross:
        formula = "(paid - owed) x (1 - tax_pct / 100)"
        net = {"owed": item.owed, "tax_pct": tax_pct}
        label = f"owed back after tax at month {item.month}"
        yield _figure(label, round_cents(debt), currency, "owed x (1 - tax_pct / 100)", net)
    label = f"kept after tax if leaving at month {item.month}"
    yield _figure(label, round_cents(paid - debt), currency, formula, inputs)


def list_rows(curve: Sequence[LeaveMonth]) -> Iterator[Mapping[str, Decimal | int | bool]]:
    """One row for each month; `step` is what it brought beyond salary, `best` marks a good one to leave."""
    best = set(list_best_months(curve))
    for before, item in pairwise((curve[0], *curve)):
        yield {
            "month": item.month,
            "base": item.base,
            "bonus": item.bonus,
            "sign_on": item.sign_on,
            "vested": item.vested,
            "owed": item.owed,
            "kept": item.kept,
            "kept_per_month": item.kept_per_month,
            "step": item.kept - before.kept - (item.base - before.base),
            "best": item.month in best,
        }
