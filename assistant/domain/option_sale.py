"""Option sale: how the gain on shares bought with options is split into ordinary income and capital gain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import check_size, round_cents
from assistant.domain.service_time import add_months
from assistant.errors import InputError

RULE = "option_sale"
ZERO = Decimal(0)
SOURCES = ("irc-422", "irs-pub-525")

OptionType = Literal["iso", "nso"]


@dataclass(frozen=True, slots=True)
class OptionSale:
    """Shares bought at `strike` when one was worth `value_at_exercise`, and sold at `sale_price`."""

    option_type: OptionType
    shares: Decimal
    strike: Decimal
    value_at_exercise: Decimal
    sale_price: Decimal
    exercise_date: date
    sale_date: date
    grant_date: date | None = None
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class HoldingRule:
    """A period that must be over: the first day on which a sale meets it, and whether this sale does."""

    rule: str
    earliest: date
    met: bool


@dataclass(frozen=True, slots=True)
class GainSplit:
    """The gain of a sale in whole; `long_term` is about the capital part."""

    ordinary: Decimal
    capital: Decimal
    long_term: bool

    def tax(self, tax_rate: Decimal, capital_rate: Decimal) -> Decimal:
        """Tax at flat rates: short-term gain like ordinary income, a loss untaxed."""
        rate = capital_rate if self.long_term else tax_rate
        return self.ordinary * tax_rate + max(ZERO, self.capital) * rate


def list_holding_rules(sale: OptionSale) -> tuple[HoldingRule, ...]:
    """The periods after which a sale is taxed best, as dates.

    Raises:
        InputError: the dates contradict each other, or an ISO has no grant date.
    """
    if sale.sale_date < sale.exercise_date:
        raise InputError("sale_date", "comes before exercise_date: check both dates")
    one_year = _rule("one year from the exercise", sale.exercise_date, 12, sale.sale_date)
    if sale.option_type == "nso":
        return (one_year,)
    if sale.grant_date is None:
        raise InputError("grant_date", "is missing: an ISO sale counts two years from the grant")
    if sale.exercise_date < sale.grant_date:
        raise InputError("exercise_date", "comes before grant_date: check both dates")
    return (_rule("two years from the grant", sale.grant_date, 24, sale.sale_date), one_year)


def split_gain(sale: OptionSale) -> GainSplit:
    """Ordinary income and capital gain of the sale.

    >>> day = date(2024, 1, 2)
    >>> sale = OptionSale("nso", Decimal(100), Decimal(10), Decimal(20), Decimal(25), day, day)
    >>> split_gain(sale)
    GainSplit(ordinary=Decimal('1000'), capital=Decimal('500'), long_term=False)

    Raises:
        InputError: see list_holding_rules.

    Source: irc-422 and irs-pub-525.
    """
    rules = list_holding_rules(sale)
    spread = max(ZERO, sale.value_at_exercise - sale.strike)
    if sale.option_type == "iso":
        spread = ZERO if all(rule.met for rule in rules) else min(spread, max(ZERO, sale.sale_price - sale.strike))
    ordinary = check_size(sale.shares * spread)
    gain = check_size(sale.shares * (sale.sale_price - sale.strike))
    return GainSplit(ordinary, gain - ordinary, rules[-1].met)


def build_sale_figures(sale: OptionSale, tax_rate: Decimal | None, capital_rate: Decimal | None) -> Iterator[Figure]:
    """The gain, its two parts, and with flat rates (fractions) the tax, what is kept, and what holding saves.

    Long-term gain alone needs no `tax_rate`.
    """
    split = split_gain(sale)
    prices = {"shares": sale.shares, "sale_price": sale.sale_price, "strike": sale.strike}
    gain = split.ordinary + split.capital
    yield _money(sale, "gain", gain, "shares x (sale_price - strike)", prices)
    yield _ordinary_figure(sale, split, prices)
    inputs = {"gain": gain, "ordinary_income": split.ordinary}
    yield _money(sale, "capital gain", split.capital, "gain - ordinary_income", inputs)
    if capital_rate is None or (tax_rate is None and (split.ordinary or not split.long_term)):
        return
    tax = split.tax(tax_rate or ZERO, capital_rate)
    yield _tax_figure(sale, "tax on the gain", split, tax_rate or ZERO, capital_rate)
    inputs = {**prices, "tax": round_cents(tax)}
    kept = gain - round_cents(tax)
    yield _money(sale, "kept after cost and tax", kept, "shares x (sale_price - strike) - tax", inputs)
    if tax_rate is not None and sale.option_type == "iso" and not split.ordinary and gain > 0:
        yield _saved_figure(sale, tax, tax_rate, capital_rate)


def _rule(name: str, start: date, months: int, sale_date: date) -> HoldingRule:
    earliest = add_months(start, months) + timedelta(days=1)
    return HoldingRule(name, earliest, sale_date >= earliest)


def _ordinary_figure(sale: OptionSale, split: GainSplit, prices: Mapping[str, Decimal]) -> Figure:
    inputs = {**prices, "value_at_exercise": sale.value_at_exercise}
    if sale.option_type == "nso":
        formula = "shares x max(0, value_at_exercise - strike)"
    elif split.ordinary or not all(rule.met for rule in list_holding_rules(sale)):
        formula = "shares x min(max(0, value_at_exercise - strike), max(0, sale_price - strike))"
    else:
        formula = "0"
    return _money(sale, "ordinary income", split.ordinary, formula, inputs)


def _tax_figure(sale: OptionSale, label: str, split: GainSplit, tax_rate: Decimal, capital_rate: Decimal) -> Figure:
    inputs = {
        "ordinary_income": split.ordinary,
        "tax_rate": tax_rate,
        "capital_gain": split.capital,
        "capital_gain_rate": capital_rate if split.long_term else tax_rate,
    }
    formula = "ordinary_income x tax_rate + max(0, capital_gain) x capital_gain_rate"
    return _money(sale, label, split.tax(tax_rate, capital_rate), formula, inputs)


def _saved_figure(sale: OptionSale, tax: Decimal, tax_rate: Decimal, capital_rate: Decimal) -> Figure:
    """Compared with the same sale on the day before the first period is over, capital part held for a year."""
    early = min(max(ZERO, sale.value_at_exercise - sale.strike), sale.sale_price - sale.strike) * sale.shares
    rest = sale.shares * (sale.sale_price - sale.strike) - early
    other = GainSplit(early, rest, long_term=True).tax(tax_rate, capital_rate)
    inputs = {"tax_of_a_disqualifying_sale": other, "tax": tax}
    return _money(sale, "tax saved by the holding periods", other - tax, "tax_of_a_disqualifying_sale - tax", inputs)


def _money(sale: OptionSale, label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
    return build_figure(
        label, round_cents(value), sale.currency, formula=formula, rule=RULE, inputs=inputs, source_ids=SOURCES
    )
