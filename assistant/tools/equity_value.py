"""The tool equity_value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from assistant.domain.equity_value import EquityOutlook, EquityValue, calculate_equity_value, yearly_rate
from assistant.domain.equity_value_figures import list_claim_figures, list_equity_figures
from assistant.domain.money import Amount, Count, Number, round_cents
from assistant.domain.result import ToolResult
from assistant.domain.stock_grant import StockGrant
from assistant.domain.vesting import calculate_vest_events
from assistant.errors import InputError
from assistant.tools.arguments import Growth, Share
from assistant.tools.deps import ToolDeps
from assistant.tools.grant_terms import GrantArguments
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "equity_value"
FACTOR_DECIMALS = 6


class EquityValueArguments(GrantArguments):
    """Arguments of equity_value."""

    growth_pct: Growth = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="change of the share price in percent a year; 0 keeps it flat",
    )
    total_growth_pct: Growth | None = Field(
        default=None,
        description="instead: change of the price in percent over the whole grant, e.g. 45 for x 1.45 after all years",
    )
    tax_pct: Share = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="flat tax on every vest, in percent; 0 is gross",
    )
    discount_pct: Annotated[Number, Field(ge=0, le=1000)] = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="discount in percent a year for the present value, from the vesting start to each vest",
    )
    stay_pct: Share = Field(
        default=Decimal(100),
        json_schema_extra={"default": 100},
        description="chance of staying each further year, in percent; 100 is certain",
    )
    horizon_months: Annotated[Count, Field(ge=1, le=600)] | None = Field(
        default=None, description="months until leaving; later vests are lost; default the whole grant"
    )
    claimed_net: Amount | None = Field(
        default=None, description="net value somebody claims; shows which tax, and which growth, it would need"
    )


def run_equity_value(arguments: EquityValueArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen grant."""
    grant, notes = arguments.choose_grant(deps)
    if grant.value is None:
        field = "total_value" if grant.shares is None else "share_price"
        raise InputError(field, "is missing: give total_value, or shares with share_price")
    outlook = EquityOutlook(
        growth_rate=_growth_rate(arguments, grant),
        stay_rate=arguments.stay_pct / 100,
        tax_rate=arguments.tax_pct / 100,
        discount_rate=arguments.discount_pct / 100,
        horizon_months=arguments.horizon_months,
    )
    value = calculate_equity_value(grant.value, grant.schedule, outlook)
    figures = [*grant.figures(), *list_equity_figures(value, grant.currency)]
    warnings = [*_name_warnings(value, grant)]
    if arguments.claimed_net is not None:
        figures += list_claim_figures(value, grant.schedule, arguments.claimed_net, grant.currency)
        if 0 < value.value_after("staying") < arguments.claimed_net:
            warnings.append("The claimed net is more than the gross value: no tax rate gives it.")
    return build_result(
        NAME,
        figures,
        table=_rows(value),
        assumptions=(*notes, *_name_assumptions(value)),
        warnings=warnings,
        data={"currency": grant.currency},
    )


def _growth_rate(arguments: EquityValueArguments, grant: StockGrant) -> Decimal:
    if arguments.total_growth_pct is None:
        return arguments.growth_pct / 100
    if arguments.growth_pct:
        raise InputError("total_growth_pct", "and growth_pct both say how the price moves: give one, not both")
    return yearly_rate(arguments.total_growth_pct / 100, grant.schedule.months)


def _rows(value: EquityValue) -> Iterator[dict[str, Any]]:
    outlook = value.outlook
    unused = {
        name
        for name, plain in (
            ("staying", outlook.stay_rate == 1),
            ("tax", outlook.tax_rate == 0),
            ("discount", outlook.discount_rate == 0),
        )
        if plain
    }
    for step in value.steps:
        if step.name not in unused:
            yield {
                "step": step.name,
                "factor": round(step.factor, FACTOR_DECIMALS),
                "value": round_cents(step.value),
                "change": round_cents(step.change),
            }


def _name_assumptions(value: EquityValue) -> Iterator[str]:
    outlook = value.outlook
    if outlook.growth_rate:
        yield "Growth counts from the vesting start up to each vest; stock is sold when it vests."
    else:
        yield "The share price stays flat."
    yield "No tax is taken off." if not outlook.tax_rate else "One flat tax rate is taken off every vest."
    if outlook.stay_rate == 1:
        yield "You are certain to stay until the horizon."
    if outlook.horizon_months is not None and outlook.horizon_months > value.horizon_months:
        yield f"The grant ends at month {value.horizon_months}; later months add nothing."
    if outlook.discount_rate:
        yield "Each vest is discounted from its own month."


def _name_warnings(value: EquityValue, grant: StockGrant) -> Iterator[str]:
    if not value.vests:
        first = calculate_vest_events(grant.schedule)[0].month
        yield f"Nothing vests within {value.horizon_months} months: the first vest is at month {first}."
    elif value.outlook.growth_rate and round_cents(value.at_the_end) > round_cents(value.value_after("growth")):
        yield (
            "To grow the whole grant until its last month overstates it: what vests early is yours early and "
            "has not grown that long."
        )


EQUITY_VALUE = ToolSpec(
    name=NAME,
    description=(
        "What a stock grant is worth, factor by factor: grant x vesting x price growth at each vest x chance of "
        "staying x (1 - tax) x discount, beside the way that grows it all to the end, and the tax or growth that a "
        "claimed net value implies. Use it for what a grant brings over the years, and to check such claims."
    ),
    arguments=EquityValueArguments,
    run=run_equity_value,
    status="taking the value of the grant apart…",
    calculates=True,
)
