"""The tool clawback, and the arguments of a repayment clause that other tools share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.clawback import (
    LONGEST_MONTHS,
    Counting,
    Payment,
    PeriodStart,
    Reading,
    RepayRule,
    RepayTerms,
    RepayTier,
    Service,
    build_terms,
)
from assistant.domain.money import Amount, Count, CurrencyCode
from assistant.domain.offer import Offer, Terms
from assistant.domain.repayment import FICA_PCT, RepayBasis, Taxed, calculate_repayment, list_readings
from assistant.domain.result import ToolResult
from assistant.domain.service_time import count_months
from assistant.errors import InputError
from assistant.tools.arguments import OfferChoice, Share, choose_offer
from assistant.tools.blame import blame
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "clawback"
Months = Annotated[Count, Field(ge=0, le=LONGEST_MONTHS)]


class RepayArguments(ToolArguments):
    """The repayment clause of a sign-on or relocation payment."""

    repay_months: Annotated[Count, Field(ge=1, le=LONGEST_MONTHS)] | None = Field(
        default=None, description="months after which nothing is owed back, often 12 or 24"
    )
    rule: RepayRule | None = Field(
        default=None,
        description=(
            "full: all of it until the last month; pro_rata: less with every month; full_then_pro_rata: all in the "
            "first full_months, then less every month; tiers: in steps. Left out when the clause does not say"
        ),
    )
    full_months: Annotated[Count, Field(ge=0, le=LONGEST_MONTHS)] | None = Field(
        default=None, description="months of full repayment under full_then_pro_rata; default 12"
    )
    reading: Reading | None = Field(
        default=None,
        description=(
            "after the full months; of 24 with 12 in full, left at 14: remaining_months owes 10/12, "
            "whole_period 10/24, fixed_part 1/2 until the end. Left out: all three"
        ),
    )
    tiers: tuple[RepayTier, ...] = Field(
        default=(),
        max_length=24,
        description="steps in order: [{'until_month': 12, 'owed_pct': 100}, {'until_month': 24, 'owed_pct': 50}]",
    )
    period_from: PeriodStart = Field(
        default="start", description="the period runs from the first day of work (start) or from each payment (payment)"
    )

    @property
    def states_clause(self) -> bool:
        """Whether anything about a clause is given."""
        return bool(self.repay_months or self.rule or self.tiers)

    @property
    def stated_rule(self) -> RepayRule | None:
        """The rule as stated, or as its parts imply it."""
        if self.rule is None and (self.full_months is not None or self.reading is not None) and not self.tiers:
            return "full_then_pro_rata"
        return self.rule

    def build_terms(self, counting: Counting = "completed_months") -> RepayTerms:
        """The clause as stated; the rule "full" where none is.

        Raises:
            InputError: the parts do not fit together, named.
        """
        return build_terms(
            self.repay_months,
            self.stated_rule,
            tiers=self.tiers,
            full_months=self.full_months,
            reading=self.reading,
            counting=counting,
            period_from=self.period_from,
        )


class PaymentArgument(Terms):
    """A payment that may have to be paid back."""

    amount: Amount
    paid_month: Months = 0


class ClawbackArguments(RepayArguments):
    """Arguments of clawback."""

    sign_on_bonus: Amount | None = Field(default=None, description="gross sign-on bonus paid on the first day")
    relocation: Amount | None = Field(default=None, description="relocation payment under the same clause")
    payments: tuple[PaymentArgument, ...] = Field(
        default=(),
        max_length=24,
        description="instead: several payments [{'amount': 20000, 'paid_month': 12}]; paid_month 0 is the first day",
    )
    offer: OfferChoice = Field(
        default=None, description="an offer whose sign-on is meant, by name or whole, when no amount is given"
    )
    leave_month: Months | None = Field(default=None, description="completed months of service at leaving")
    start_date: date | None = Field(default=None, description="first day of work, YYYY-MM-DD")
    leave_date: date | None = Field(default=None, description="day of leaving, YYYY-MM-DD; needs start_date")
    counting: Counting = Field(
        default="completed_months",
        description="how pro rata counts: completed_months, started_months, or days (needs both dates)",
    )
    repay: RepayBasis = Field(
        default="gross",
        description="what the clause wants back: gross, net (after tax), or gross_less_fica (without payroll tax)",
    )
    tax_pct: Share | None = Field(
        default=None, description="percent of the payment that was withheld as tax, all taxes together"
    )
    net_received: Amount | None = Field(
        default=None, description="instead of tax_pct: what of the payments arrived after tax"
    )
    fica_pct: Share = Field(
        default=FICA_PCT, json_schema_extra={"default": 7.65}, description="payroll tax in percent for gross_less_fica"
    )
    currency: CurrencyCode | None = Field(default=None, description="of the amounts; default USD, or the offer's")


def list_sign_on(offer: Offer) -> tuple[Payment, ...]:
    """The sign-on instalments of an offer, each on the first day of its service year."""
    several = len(offer.signing) > 1
    return tuple(
        Payment(f"sign-on {number}" if several else "sign-on", part.amount, 12 * (part.year - 1))
        for number, part in enumerate(offer.signing, start=1)
    )


def run_clawback(arguments: ClawbackArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the payments given, or to those of the offer."""
    payments, currency = _choose_payments(arguments, deps)
    terms = arguments.build_terms(arguments.counting)
    with blame(offer="payments" if arguments.payments else "sign_on_bonus", date="leave_date"):
        result = calculate_repayment(
            payments,
            list_readings(terms, arguments.stated_rule, arguments.reading),
            currency,
            service=_choose_service(arguments),
            taxed=_choose_tax(arguments, payments),
        )
    return build_result(
        NAME,
        result.figures,
        table=result.table,
        assumptions=result.assumptions,
        warnings=result.warnings,
        data={"currency": currency},
    )


def _choose_payments(arguments: ClawbackArguments, deps: ToolDeps) -> tuple[tuple[Payment, ...], str]:
    stated = [("sign-on", arguments.sign_on_bonus), ("relocation", arguments.relocation)]
    listed = [Payment(name, amount) for name, amount in stated if amount is not None]
    for number, part in enumerate(arguments.payments, start=1):
        listed.append(Payment(f"payment {number}", part.amount, part.paid_month))
    if listed:
        return tuple(listed), arguments.currency or "USD"
    if arguments.offer is None and not deps.case.offers:
        raise InputError("sign_on_bonus", "is missing: give the gross amount, or payments, or an offer with a sign-on")
    offer = choose_offer(arguments.offer, deps.case)
    if arguments.currency not in (None, offer.currency_code):
        raise InputError("currency", f"is {arguments.currency} but the offer is in {offer.currency_code}")
    listed = [*list_sign_on(offer)]
    if offer.relocation is not None and offer.relocation.amount:
        listed.append(Payment("relocation", offer.relocation.amount))
    if not listed:
        raise InputError("sign_on_bonus", "is missing: the offer states no sign-on and no relocation amount")
    return tuple(listed), offer.currency_code


def _choose_service(arguments: ClawbackArguments) -> Service | None:
    start, leave, month = arguments.start_date, arguments.leave_date, arguments.leave_month
    if leave is not None:
        if start is None:
            raise InputError("start_date", "is missing: leave_date needs the first day of work")
        if leave < start:
            raise InputError("leave_date", "lies before start_date")
        served = count_months(start, leave)
        if month not in (None, served):
            raise InputError("leave_month", f"is {month} but the dates are {served} completed months apart")
        return Service(served, start, leave)
    if arguments.counting == "days":
        raise InputError("leave_date", "is missing: counting by days needs start_date and leave_date")
    return None if month is None else Service(month)


def _choose_tax(arguments: ClawbackArguments, payments: tuple[Payment, ...]) -> Taxed:
    tax_pct, net = arguments.tax_pct, arguments.net_received
    if net is not None:
        gross = sum((payment.amount for payment in payments), Decimal(0))
        if tax_pct is not None:
            raise InputError("net_received", "says the same as tax_pct: give one of the two")
        if not gross or net > gross:
            raise InputError("net_received", "must not be more than the gross payments")
        tax_pct = 100 * (gross - net) / gross
    if arguments.repay == "net" and tax_pct is None:
        raise InputError("tax_pct", "is missing: what is net depends on the tax withheld; or give net_received")
    return Taxed(arguments.repay, tax_pct, arguments.fica_pct)


CLAWBACK = ToolSpec(
    name=NAME,
    description=(
        "What of a sign-on or relocation payment is owed back on leaving at a month or date: in full, pro rata, full "
        "then pro rata, or in steps; an unclear clause under each reading; gross or net, and a table of all months. "
        "Use it for every repayment, clawback or proration question."
    ),
    arguments=ClawbackArguments,
    run=run_clawback,
    status="computing the repayment…",
    calculates=True,
)
