"""The tool acceleration."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from assistant.domain.acceleration import (
    USUAL_CLAUSES,
    Chances,
    Clause,
    Trigger,
    Unvested,
    calculate_accelerated,
    explain_nothing,
    find_unvested,
)
from assistant.domain.acceleration_figures import Acceleration, list_acceleration_figures
from assistant.domain.money import Amount, Count, Number, round_cents
from assistant.domain.result import ToolResult
from assistant.domain.share_price import PricePath, growth_factor
from assistant.domain.stock_grant import StockGrant
from assistant.domain.vesting_table import build_vesting_table
from assistant.errors import InputError
from assistant.tools.arguments import Growth, Share
from assistant.tools.deps import ToolDeps
from assistant.tools.grant_terms import GrantArguments
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "acceleration"
WHOLE = Decimal(100)
Month = Annotated[Count, Field(ge=0, le=600)]


class AccelerationArguments(GrantArguments):
    """Arguments of acceleration."""

    trigger: Trigger = Field(
        default="double", description="single: the sale alone; double: the sale and a termination after it"
    )
    change_of_control_month: Month | None = Field(
        default=None, description="full months from the vesting start to the change of control (the sale)"
    )
    termination_month: Month | None = Field(
        default=None, description="double trigger: full months to the termination; default the month of the sale"
    )
    accelerated_pct: Share | None = Field(
        default=None, description="percent of the unvested part that vests early; default 100 unless months are given"
    )
    accelerated_months: Annotated[Count, Field(ge=1, le=240)] | None = Field(
        default=None, description="months of further vesting that are credited, e.g. 12; with a percent: the greater"
    )
    unvested_shares: Amount | None = Field(
        default=None, description="unvested shares at the trigger, where known; instead of the grant and its vesting"
    )
    unvested_value: Amount | None = Field(
        default=None, description="unvested value at the trigger, where known; instead of the grant and its vesting"
    )
    price_at_change: Amount | None = Field(
        default=None, description="price of a share at the sale, as money; default share_price moved by growth_pct"
    )
    growth_pct: Growth = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="change of the share price in percent a year until the sale, where price_at_change is not given",
    )
    strike: Amount | None = Field(default=None, description="strike price of stock options; left out for shares")
    change_of_control_pct: Share = Field(
        default=WHOLE, json_schema_extra={"default": 100}, description="chance of the sale by then, in percent"
    )
    termination_pct: Share = Field(
        default=WHOLE,
        json_schema_extra={"default": 100},
        description="chance of a termination that qualifies, given the sale, in percent; only for double trigger",
    )
    tax_pct: Share = Field(
        default=Decimal(0), json_schema_extra={"default": 0}, description="flat tax in percent; 0 is gross"
    )
    discount_pct: Annotated[Number, Field(ge=0, le=1000)] = Field(
        default=Decimal(0), json_schema_extra={"default": 0}, description="discount in percent a year, to today"
    )


def run_acceleration(arguments: AccelerationArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen grant, or to what is stated as unvested."""
    if arguments.unvested_shares is not None or arguments.unvested_value is not None:
        acceleration, notes = _from_unvested(arguments)
    else:
        acceleration, notes = _from_grant(arguments, deps)
    return build_result(
        NAME,
        list_acceleration_figures(acceleration),
        table=_rows(acceleration),
        assumptions=(*notes, *_name_assumptions(acceleration)),
        warnings=_name_warnings(acceleration),
        data={"currency": acceleration.currency},
    )


def _clause(arguments: AccelerationArguments) -> Clause:
    pct = arguments.accelerated_pct
    if pct is None and arguments.accelerated_months is None:
        pct = WHOLE
    return Clause(None if pct is None else pct / 100, arguments.accelerated_months)


def _chances(arguments: AccelerationArguments) -> Chances:
    return Chances(
        arguments.change_of_control_pct / 100,
        arguments.termination_pct / 100,
        arguments.tax_pct / 100,
        arguments.discount_pct / 100,
    )


def _from_unvested(arguments: AccelerationArguments) -> tuple[Acceleration, list[str]]:
    if arguments.unvested_shares is not None and arguments.unvested_value is not None:
        raise InputError("unvested_value", "and unvested_shares are both given: give one, not both")
    for name in ("total_value", "annual_value", "shares"):
        if getattr(arguments, name) is not None:
            raise InputError(name, "and what is unvested are both given: give the grant, or what is unvested of it")
    if arguments.unvested_value is not None and arguments.price_at_change is not None:
        raise InputError("price_at_change", "needs unvested_shares: an unvested value counts as it stands")
    in_shares = arguments.unvested_shares is not None
    amount = arguments.unvested_shares if in_shares else arguments.unvested_value
    month = _trigger_month(arguments) or 0
    unvested = Unvested(amount or Decimal(0), in_shares=in_shares, in_money=not in_shares, month=month)
    notes = [] if arguments.currency else ["No currency is stated: USD is assumed."]
    price = arguments.share_price if arguments.price_at_change is None else arguments.price_at_change
    return _accelerate(arguments, unvested, arguments.currency or "USD", price), notes


def _from_grant(arguments: AccelerationArguments, deps: ToolDeps) -> tuple[Acceleration, list[str]]:
    grant, notes = arguments.choose_grant(deps)
    month = _trigger_month(arguments)
    if month is None:
        raise InputError("change_of_control_month", "is missing: give the month of the sale, from the vesting start")
    table = build_vesting_table(grant, PricePath())
    price, value = _price_at_sale(arguments, grant)
    return _accelerate(arguments, find_unvested(table, month, value), grant.currency, price), notes


def _accelerate(
    arguments: AccelerationArguments, unvested: Unvested, currency: str, price: Decimal | None
) -> Acceleration:
    return Acceleration(
        unvested, _clause(arguments), arguments.trigger, _chances(arguments), currency, price, arguments.strike
    )


def _trigger_month(arguments: AccelerationArguments) -> int | None:
    sale, end = arguments.change_of_control_month, arguments.termination_month
    if end is None or arguments.trigger == "single":
        return sale
    if sale is not None and end < sale:
        raise InputError("termination_month", "comes before the change of control: the double trigger needs it after")
    return end


def _price_at_sale(arguments: AccelerationArguments, grant: StockGrant) -> tuple[Decimal | None, Decimal | None]:
    """Price of a share, and value of the whole grant, at the sale."""
    factor = growth_factor(arguments.growth_pct / 100, arguments.change_of_control_month or 0)
    price = arguments.price_at_change
    if price is None and grant.share_price is not None:
        price = grant.share_price * factor
    if arguments.price_at_change is not None and grant.shares is None:
        raise InputError("price_at_change", "needs the number of shares: give shares, or share_price at the grant")
    return price, None if grant.value is None else grant.value * factor


def _rows(acceleration: Acceleration) -> Iterator[dict[str, Any]]:
    chances, unvested = acceleration.chances, acceleration.unvested
    named = [("as stated", acceleration.clause)]
    named += [(clause.words, clause) for clause in USUAL_CLAUSES if clause.months is None or unvested.table]
    for words, clause in named:
        amount = calculate_accelerated(unvested, clause)
        row: dict[str, Any] = {"clause": words}
        if unvested.table is not None:
            share = amount / unvested.amount if unvested.amount else Decimal(0)
            row["accelerated_percent"] = round(unvested.fraction * share * 100, 4)
        if unvested.in_shares:
            row["accelerated_shares"] = round(amount, 4)
        value = acceleration.value_of(amount)
        if value is not None:
            row["accelerated_value"] = round_cents(value)
            row["expected_single_trigger"] = round_cents(value * chances.of("single"))
            row["expected_double_trigger"] = round_cents(value * chances.of("double"))
        yield row


def _name_assumptions(acceleration: Acceleration) -> Iterator[str]:
    chances, clause = acceleration.chances, acceleration.clause
    if clause.rate is not None and clause.months is not None:
        yield "Of the percent and the months, the greater counts."
    yield "Without the clause, what is unvested is lost when you are let go."
    if chances.change_of_control == 1 and chances.termination == 1:
        yield "The sale and the termination are taken as certain: give change_of_control_pct and termination_pct."
    if not chances.tax_rate:
        yield "No tax is taken off."


def _name_warnings(acceleration: Acceleration) -> Iterator[str]:
    unvested = acceleration.unvested
    if unvested.table is not None:
        yield from explain_nothing(unvested.table, unvested.month, acceleration.clause)
    if acceleration.gain is None:
        yield "No price is known, so there is no value: give price_at_change, or total_value."
    if acceleration.price is not None and acceleration.strike and acceleration.gain == 0:
        yield (
            f"The price of {acceleration.price.normalize():f} is not above the strike of "
            f"{acceleration.strike.normalize():f}: the accelerated stock options are worth nothing."
        )


ACCELERATION = ToolSpec(
    name=NAME,
    description=(
        "What an acceleration clause is worth if the company is sold: single or double trigger, a percent of the "
        "unvested stock or some months more, shares, value at the sale, chance, tax and discount, and the usual "
        "clauses side by side. Use it for questions about acceleration and unvested stock when a company is acquired."
    ),
    arguments=AccelerationArguments,
    run=run_acceleration,
    status="working out the acceleration…",
    calculates=True,
)
