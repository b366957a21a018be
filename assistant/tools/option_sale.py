"""The tool option_sale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import Field

from assistant.domain.exercise_dates import Day
from assistant.domain.money import Amount, CurrencyCode
from assistant.domain.option_sale import (
    HoldingRule,
    OptionSale,
    OptionType,
    build_sale_figures,
    list_holding_rules,
    split_gain,
)
from assistant.domain.result import ToolResult
from assistant.domain.service_time import add_months
from assistant.errors import InputError
from assistant.tools.arguments import Share
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.sizes import name_large
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "option_sale"


class OptionSaleArguments(ToolArguments):
    """Arguments of option_sale."""

    option_type: OptionType = Field(default="iso", description="iso (incentive) or nso (nonqualified) stock options")
    shares: Amount = Field(description="number of shares sold")
    strike: Amount = Field(description="strike price paid per share")
    fair_market_value_at_exercise: Amount = Field(
        description="value of a share on the day of exercise (409A or market)"
    )
    sale_price: Amount = Field(description="price per share in the sale")
    grant_date: Day | None = Field(default=None, description="grant date, YYYY-MM-DD; needed for ISOs")
    exercise_date: Day | None = Field(default=None, description="day of exercise, YYYY-MM-DD")
    sale_date: Day | None = Field(default=None, description="day of the sale, YYYY-MM-DD")
    held_long: bool | None = Field(
        default=None,
        description="instead of the dates: true when held more than a year, and ISOs also more than two "
        "years from the grant; false when not",
    )
    tax_pct: Share | None = Field(
        default=None,
        description="marginal tax on ordinary income in percent, all taxes together; with capital_gains_pct",
    )
    capital_gains_pct: Share | None = Field(
        default=None, description="tax on long-term capital gain in percent; short-term gain is taxed at tax_pct"
    )
    currency: CurrencyCode = Field(default="USD", description="currency code of the amounts")


def run_option_sale(arguments: OptionSaleArguments, deps: ToolDeps) -> ToolResult:
    """Split the gain of the sale and date the holding periods.

    Raises:
        InputError: a date is missing, or dates are given beside held_long.
    """
    exercised, sold, granted = _find_dates(arguments, deps.today)
    with name_large("shares"):
        sale = OptionSale(
            option_type=arguments.option_type,
            shares=arguments.shares,
            strike=arguments.strike,
            value_at_exercise=arguments.fair_market_value_at_exercise,
            sale_price=arguments.sale_price,
            exercise_date=exercised,
            sale_date=sold,
            grant_date=granted,
            currency=arguments.currency,
        )
        tax = None if arguments.tax_pct is None else arguments.tax_pct / 100
        capital = None if arguments.capital_gains_pct is None else arguments.capital_gains_pct / 100
        rules = list_holding_rules(sale)
        return build_result(
            NAME,
            build_sale_figures(sale, tax, capital),
            table=map(_row, rules) if arguments.held_long is None else (),
            assumptions=(*_name_holding(arguments), *_name_assumptions(sale, rules)),
            warnings=_list_warnings(arguments, sale),
        )


def _find_dates(arguments: OptionSaleArguments, today: date) -> tuple[date, date, date | None]:
    """Exercise, sale and grant: as given, or days that stand for having held long enough or not."""
    given = {name: getattr(arguments, name) for name in ("exercise_date", "sale_date", "grant_date")}
    if arguments.held_long is not None:
        if stated := [name for name, day in given.items() if day is not None]:
            raise InputError(stated[0], "and held_long say the same: give either")
        held, since = (13, 25) if arguments.held_long else (0, 0)
        return add_months(today, -held), today, add_months(today, -since)
    exercised, sold = arguments.exercise_date, arguments.sale_date
    if exercised is None or sold is None:
        missing = "exercise_date" if exercised is None else "sale_date"
        raise InputError(missing, "is missing: give the day, or held_long in place of the dates")
    return exercised, sold, arguments.grant_date


def _name_holding(arguments: OptionSaleArguments) -> Iterator[str]:
    if arguments.held_long is not None:
        yield f"The holding periods are taken as {'met' if arguments.held_long else 'not met'}, as stated."


def _row(rule: HoldingRule) -> dict[str, Any]:
    return {"rule": rule.rule, "earliest_date": rule.earliest.isoformat(), "met": rule.met}


def _name_assumptions(sale: OptionSale, rules: tuple[HoldingRule, ...]) -> Iterator[str]:
    if sale.option_type == "iso":
        met = all(rule.met for rule in rules)
        yield f"This is a {'qualifying' if met else 'disqualifying'} disposition of ISO shares."
    else:
        yield "The spread of an NSO was taxed as wages at exercise; it is counted here to show the whole gain."
    if split_gain(sale).capital:
        yield f"The capital part is {'long' if split_gain(sale).long_term else 'short'}-term."


def _list_warnings(arguments: OptionSaleArguments, sale: OptionSale) -> Iterator[str]:
    alone = arguments.tax_pct is None and arguments.held_long and arguments.option_type == "iso"
    if (arguments.tax_pct is None) != (arguments.capital_gains_pct is None) and not alone:
        yield "Tax is shown only when both tax_pct and capital_gains_pct are given."
    if sale.option_type == "iso":
        yield "Minimum tax paid at exercise changes the basis and may come back as a credit: ask a tax adviser."
    yield "State tax, the 3.8 % tax on net investment income and reliefs for small-company stock are left out."


OPTION_SALE = ToolSpec(
    name=NAME,
    description=(
        "The sale of shares bought with stock options: holding periods as dates (two years from grant, one from "
        "exercise), qualifying or disqualifying, gain split into ordinary income and capital gain, and tax at flat "
        "rates. Use it when option shares are sold or to see how long to hold them."
    ),
    arguments=OptionSaleArguments,
    run=run_option_sale,
    status="splitting the gain…",
    calculates=True,
)
