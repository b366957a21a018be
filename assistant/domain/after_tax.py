"""After-tax pay: an offer's gross pay of each service year, taxed as if that year were one calendar year.

The law of one tax year is held constant: brackets, pay of the rest of the household and deductions do not move.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from assistant.domain.counter import LEVER_NAMES, Lever, add_to_offered, with_amounts
from assistant.domain.figure import Figure, build_figure
from assistant.domain.household import ZERO, Household
from assistant.domain.income_tax import TaxBill, calculate_income_tax
from assistant.domain.marginal_rate import calculate_next_dollar
from assistant.domain.money import round_cents
from assistant.domain.offer import Offer
from assistant.domain.outlook import Outlook
from assistant.domain.pay_stream import PayStream, YearPay, build_pay_stream
from assistant.domain.tax_figures import percent_of
from assistant.domain.tax_law import TaxLaw, tell_us_only
from assistant.errors import InputError

RULE = "after_tax_pay"
_figure = partial(build_figure, rule=RULE)
USD = "USD"
PERIODS: dict[Lever, str] = {
    "base_salary": "a year",
    "equity_grant": "in all",
    "sign_on_bonus": "in all",
    "target_bonus": "a year",
}
"""What an amount on a lever is an amount of."""


@dataclass(frozen=True, slots=True)
class AfterTaxYear:
    """One service year: its gross pay, the household's bill with it, and the tax it causes on top of the rest."""

    pay: YearPay
    bill: TaxBill
    tax: Decimal

    @property
    def net(self) -> Decimal:
        """What stays of the offer's pay after tax and after what is taken out of it before tax."""
        household = self.bill.household
        return round_cents(self.pay.total - household.pretax - household.cafeteria) - self.tax


@dataclass(frozen=True, slots=True)
class LeverGain:
    """What `added` more on one lever brings before and after tax over all years."""

    lever: Lever
    added: Decimal
    gross: Decimal
    net: Decimal


@dataclass(frozen=True, slots=True)
class AfterTaxPay:
    """The years of an offer after tax, and what more on each lever would net."""

    stream: PayStream
    years: tuple[AfterTaxYear, ...]
    gains: tuple[LeverGain, ...]


def calculate_after_tax(
    law: TaxLaw, household: Household, offer: Offer, years: int | None, outlook: Outlook, added: Decimal
) -> AfterTaxPay:
    """Gross and net of each service year, and the net of `added` dollars more on each lever.

    Args:
        law: the law of one tax year, held constant.
        household: everything but the offer's pay; its `wages` are replaced.
        offer: pay in US dollars.
        years: service years 1 to N; by default 4, or the longest vesting schedule.
        outlook: what is assumed about share price, raises and bonus.
        added: what goes on top of each lever in turn.

    Raises:
        InputError: the pay is not in US dollars, or a term or a state's law is missing.
    """
    if offer.currency_code != USD:
        raise InputError("currency", tell_us_only(f"pay in {offer.currency_code}"))
    stream = build_pay_stream(offer, years, outlook)
    taxed = tax_stream(law, household, stream)
    count, gains = len(stream.years), []
    for lever in LEVER_NAMES:
        try:
            raised = with_amounts(offer, add_to_offered(offer, {lever: added}))
            more = build_pay_stream(raised, count, outlook)
        except InputError:
            continue
        gross = sum((pay.total for pay in more.years), ZERO) - sum((pay.total for pay in stream.years), ZERO)
        net = sum((year.net for year in tax_stream(law, household, more)), ZERO) - sum(
            (year.net for year in taxed), ZERO
        )
        if gross:
            gains.append(LeverGain(lever, added, gross, net))
    return AfterTaxPay(stream, taxed, tuple(gains))


def tax_stream(law: TaxLaw, household: Household, stream: PayStream) -> tuple[AfterTaxYear, ...]:
    """Each service year of a pay stream with the tax it causes: the bill with the pay less the bill without it."""
    alone = replace(household, wages=ZERO, pretax=ZERO, cafeteria=ZERO)
    without = calculate_income_tax(law, alone).total if alone.gross else ZERO
    taxed = []
    for pay in stream.years:
        bill = calculate_income_tax(law, replace(household, wages=pay.total))
        taxed.append(AfterTaxYear(pay, bill, bill.total - without))
    return tuple(taxed)


def build_after_tax_figures(result: AfterTaxPay) -> Iterator[Figure]:
    """Totals first, then each year, then the levers."""
    years, count = result.years, len(result.years)
    nets = {f"year {year.pay.year}": year.net for year in years}
    total = sum(nets.values(), ZERO)
    yield _figure("year 1 net pay", years[0].net, USD, *_explain(years[0]))
    yield _figure(f"{count}-year net pay", total, USD, f"sum of years 1 to {count}", nets)
    yield _figure(
        f"{count}-year average net pay", round_cents(total / count), USD, f"sum of years 1 to {count} / {count}", nets
    )
    for year in years[1:]:
        yield _figure(f"year {year.pay.year} net pay", year.net, USD, *_explain(year))
    for year in years:
        number, pay = year.pay.year, year.pay
        parts = {"base": pay.base, "bonus": pay.bonus, "sign_on": pay.sign_on, "vested_stock": pay.equity}
        yield _figure(f"year {number} gross pay", pay.total, USD, " + ".join(parts), parts)
        if pay.total:
            inputs = {"tax": year.tax, "gross": pay.total}
            rate = percent_of(year.tax / pay.total)
            yield _figure(f"year {number} tax in percent of gross", rate, "percent", "tax / gross x 100", inputs)
    yield from _gain_figures(result, count)


def _gain_figures(result: AfterTaxPay, count: int) -> Iterator[Figure]:
    for gain in result.gains:
        name = LEVER_NAMES[gain.lever]
        inputs = {"gross": gain.gross, "tax": gain.gross - gain.net}
        label = f"net over {count} years of {gain.added:,.0f} more {name} {PERIODS[gain.lever]}"
        yield _figure(label, gain.net, USD, "gross - tax", inputs)


def _explain(year: AfterTaxYear) -> tuple[str, dict[str, Decimal]]:
    household = year.bill.household
    inputs = {"gross": year.pay.total, "tax": year.tax, "taken_out": household.pretax + household.cafeteria}
    return "gross - taken_out - tax", inputs


def marginal_pct(year: AfterTaxYear) -> Decimal:
    """What all taxes take of the next dollar of that year, in percent."""
    return percent_of(sum(calculate_next_dollar(year.bill).values(), ZERO))
