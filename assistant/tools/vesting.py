"""The tool vesting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from assistant.domain.money import Amount, Count, round_cents
from assistant.domain.result import ToolResult
from assistant.domain.share_price import PricePath
from assistant.domain.stock_grant import StockGrant, state_grant
from assistant.domain.vesting_figures import list_vesting_figures
from assistant.domain.vesting_table import LeavePoint, VestingTable, build_vesting_table, find_leave_point
from assistant.domain.whole_shares import ShareRounding
from assistant.domain.withheld_shares import list_net_figures, withhold_shares
from assistant.tools.arguments import Growth, Share
from assistant.tools.deps import ToolDeps
from assistant.tools.grant_terms import GrantArguments
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "vesting"
PERCENT_DECIMALS = 6
SHARE_DECIMALS = 4


class VestingArguments(GrantArguments):
    """Arguments of vesting."""

    growth_pct: Growth = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="change of the share price in percent a year, counted from the vesting start to each vest",
    )
    price_now: Amount | None = Field(
        default=None, description="price of a share today, where it has moved since the grant; vests count at it"
    )
    prices_by_year: tuple[Amount, ...] = Field(
        default=(), max_length=20, description="price of a share in each service year, instead of growth_pct"
    )
    prices_by_vest: tuple[Amount, ...] = Field(
        default=(), max_length=241, description="price of a share at each vest, instead of growth_pct"
    )
    share_rounding: ShareRounding | None = Field(
        default=None,
        description=(
            "fractions of a share: cumulative_round_down (default for whole shares), cumulative_rounding, "
            "front_loaded, back_loaded, front_loaded_to_single_tranche, back_loaded_to_single_tranche or fractional"
        ),
    )
    tax_pct: Share = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="flat tax or withholding on each vest, in percent; shows shares withheld and kept; 0 is gross",
    )
    start_date: date | None = Field(
        default=None, description="date from which vesting counts, YYYY-MM-DD; gives every vest a date"
    )
    leave_month: Annotated[Count, Field(ge=0, le=600)] | None = Field(
        default=None, description="full months of service when leaving, or asked about; shows vested and unvested"
    )
    leave_date: date | None = Field(
        default=None, description="last day of service, or day asked about, YYYY-MM-DD; instead of leave_month"
    )


def run_vesting(arguments: VestingArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen grant."""
    grant, notes = arguments.choose_grant(deps)
    if arguments.price_now is not None:
        grant = state_grant(replace(grant, price_now=arguments.price_now))
    path = PricePath(arguments.growth_pct / 100, arguments.prices_by_vest, arguments.prices_by_year)
    point = find_leave_point(arguments.start_date, arguments.leave_month, arguments.leave_date)
    table = build_vesting_table(grant, path, arguments.share_rounding, arguments.start_date)
    tax_rate = arguments.tax_pct / 100
    point = point or _today(arguments.start_date, deps.today)
    return build_result(
        NAME,
        (*list_vesting_figures(table, point), *(list_net_figures(table, tax_rate) if tax_rate else ())),
        table=_rows(table, point, tax_rate),
        assumptions=(*notes, *_name_assumptions(table, point)),
        warnings=_name_warnings(table, point),
        data={"currency": grant.currency},
    )


def _today(start: date | None, today: date) -> LeavePoint | None:
    """Today, once vesting has begun."""
    return None if start is None or today < start else find_leave_point(start, None, today)


def _rows(table: VestingTable, point: LeavePoint | None, tax_rate: Decimal) -> Iterator[dict[str, Any]]:
    fraction = shares = value = Decimal(0)
    for vest in table.vests:
        row: dict[str, Any] = {"month": vest.month, "year": vest.year}
        if vest.day is not None:
            row["date"] = vest.day.isoformat()
        fraction += vest.fraction
        row["percent"] = round(vest.fraction * 100, PERCENT_DECIMALS)
        row["cumulative_percent"] = round(fraction * 100, PERCENT_DECIMALS)
        if vest.shares is not None:
            shares += vest.shares
            row |= {"shares": round(vest.shares, SHARE_DECIMALS), "cumulative_shares": round(shares, SHARE_DECIMALS)}
        if vest.price is not None:
            row["price"] = round(vest.price, SHARE_DECIMALS)
        if vest.value is not None:
            value += vest.value
            row |= {"value": round_cents(vest.value), "cumulative_value": round_cents(value)}
        if tax_rate and vest.value is not None:
            row["net_value"] = round_cents(vest.value * (1 - tax_rate))
        if tax_rate and vest.shares is not None:
            withheld = withhold_shares(vest.shares, tax_rate, whole=table.whole_shares)
            row |= {"shares_withheld": round(withheld, SHARE_DECIMALS)}
            row["shares_kept"] = round(vest.shares - withheld, SHARE_DECIMALS)
        if point is not None:
            row["vested"] = point.covers(vest)
        yield row


def _name_assumptions(table: VestingTable, point: LeavePoint | None) -> Iterator[str]:
    if table.path.growth_rate:
        percent = f"{(table.path.growth_rate * 100).normalize():f}"
        yield f"The share price changes by {percent} % a year, counted up to each vest."
    elif not table.path.stated and table.vests[0].value is not None:
        yield "The share price stays flat."
    if table.whole_shares and any(_has_part(table.grant, vest.fraction) for vest in table.vests):
        yield "Fractions of a share are carried on so that the whole shares of all vests make up the grant."
    if point is not None:
        yield "A vest on the last day of service is kept; everything later is lost on leaving."


def _has_part(grant: StockGrant, fraction: Decimal) -> bool:
    return grant.shares is not None and round(grant.shares * fraction, SHARE_DECIMALS) % 1 != 0


def _name_warnings(table: VestingTable, point: LeavePoint | None) -> Iterator[str]:
    if point is not None and not table.until(point):
        yield f"Nothing has vested {point.words}: the first vest is at month {table.vests[0].month}."


VESTING = ToolSpec(
    name=NAME,
    description=(
        "When a stock grant vests and what each vest is worth: any schedule, cliff, rhythm, whole shares, price path, "
        "dates and calendar years; vested and unvested at any leave month or date, and the next vest. Use it for every "
        "question about vesting or about what leaving early costs."
    ),
    arguments=VestingArguments,
    run=run_vesting,
    status="working out the vesting…",
    calculates=True,
)
