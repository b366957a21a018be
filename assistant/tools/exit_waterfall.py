"""The tool exit_waterfall."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from assistant.domain.cap_table import CapTable, OptionPool, PreferredClass, build_cap_table
from assistant.domain.exit_waterfall import Holding, Sale, bound_exit_value, calculate_exit_payouts
from assistant.domain.figure import Figure
from assistant.domain.money import Amount, CurrencyCode
from assistant.domain.result import ToolResult
from assistant.domain.stake import complete_stake
from assistant.errors import InputError
from assistant.tools.arguments import Share
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.sizes import name_large
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "exit_waterfall"
BOUNDS_NOTE = (
    "The cap table is unknown: the low value takes all preferences off first, the high value lets every investor "
    "convert; the truth lies between."
)
TERMS_NOTE = "Escrow, earn-outs, management terms and taxes are not in these payouts."


class CapTableArguments(ToolArguments):
    """Who holds what: classes of preferred shares, common shares, options."""

    classes: tuple[PreferredClass, ...] = Field(
        default=(),
        max_length=30,
        description="classes of preferred shares, each {name, invested (or price_per_share), shares (or "
        "as_converted_pct), preference_multiple, participation, cap_multiple, seniority}",
    )
    common_shares: Amount | None = Field(
        default=None, description="common shares outstanding, options not included; the rest of the total if left out"
    )
    options: tuple[OptionPool, ...] = Field(
        default=(), max_length=30, description="options by strike price, each {shares, strike}"
    )
    fully_diluted_shares: Amount | None = Field(
        default=None,
        description="all shares and options, everybody converted; needed with as_converted_pct and strikes",
    )
    preferences_total: Amount | None = Field(
        default=None, description="when the classes are unknown: liquidation preferences in total, for both bounds"
    )

    def build_table(self) -> CapTable | None:
        """The cap table, or None where only totals are known.

        Raises:
            InputError: the parts cannot be counted, or neither parts nor totals are given.
        """
        if self.classes or self.common_shares is not None:
            return build_cap_table(self.classes, self.common_shares, self.options, self.fully_diluted_shares)
        if self.preferences_total is None:
            raise InputError(
                "classes",
                "is missing: give the classes with common_shares, or preferences_total with fully_diluted_shares",
            )
        return None


class ExitWaterfallArguments(CapTableArguments):
    """Arguments of exit_waterfall."""

    exit_value: Amount = Field(description="price paid for the whole company")
    debt: Amount = Field(
        default=Decimal(0), description="debt repaid out of the price", json_schema_extra={"default": 0}
    )
    expenses: Amount = Field(
        default=Decimal(0),
        description="costs of the sale, such as bankers and lawyers",
        json_schema_extra={"default": 0},
    )
    carve_out: Amount = Field(
        default=Decimal(0), description="bonus pool for staff paid before all shares", json_schema_extra={"default": 0}
    )
    carve_out_pct: Share = Field(
        default=Decimal(0), description="the same in percent of the price", json_schema_extra={"default": 0}
    )
    shares: Amount | None = Field(default=None, description="the person's own options or shares, part of those listed")
    ownership_pct: Share | None = Field(default=None, description="instead of shares: percent of the company held")
    strike: Amount = Field(
        default=Decimal(0),
        description="strike price of the person's options; 0 for shares already owned",
        json_schema_extra={"default": 0},
    )
    currency: CurrencyCode = Field(default="USD", description="currency code of the amounts")

    @property
    def sale(self) -> Sale:
        """The sale with what is paid before shares."""
        return Sale(self.exit_value, self.debt, self.expenses, self.carve_out, self.carve_out_pct, self.currency)


def run_exit_waterfall(arguments: ExitWaterfallArguments, deps: ToolDeps) -> ToolResult:
    """Share the sale out over the cap table, or give both bounds where it is unknown."""
    with name_large("classes"):
        table = arguments.build_table()
        if table is None:
            return build_result(
                NAME, _bounds(arguments), assumptions=(BOUNDS_NOTE,), warnings=(TERMS_NOTE,), data={"exact": False}
            )
        payouts = calculate_exit_payouts(table, arguments.sale, _find_holding(arguments, table))
        return build_result(
            NAME,
            payouts.figures,
            table=payouts.rows,
            assumptions=_name_assumptions(arguments, table),
            warnings=(TERMS_NOTE,),
            data={"exact": True},
        )


def _bounds(arguments: ExitWaterfallArguments) -> tuple[Figure, ...]:
    stake = complete_stake(arguments.shares, arguments.ownership_pct, arguments.fully_diluted_shares)
    total, shares = stake.fully_diluted_shares, stake.shares
    if total is None or shares is None:
        if stake.ownership_pct is None:
            missing = "fully_diluted_shares" if stake.shares is not None else "shares"
            raise InputError(missing, "is missing: without it the part of the sale cannot be worked out")
        if arguments.strike:
            raise InputError("shares", "is missing: the strike cost cannot be taken off a percent alone")
        total, shares = Decimal(100), stake.ownership_pct
    holding = Holding(shares, arguments.strike)
    return bound_exit_value(holding, total, arguments.sale, arguments.preferences_total or Decimal(0))


def _find_holding(arguments: ExitWaterfallArguments, table: CapTable) -> Holding | None:
    if table.in_percent and arguments.shares is not None:
        raise InputError("fully_diluted_shares", "is missing: the classes are in percent, your part is in shares")
    if table.in_percent and arguments.strike:
        raise InputError("fully_diluted_shares", "is missing: a strike price needs numbers of shares")
    if arguments.shares is not None:
        return Holding(arguments.shares, arguments.strike)
    if arguments.ownership_pct is not None:
        return Holding(table.fully_diluted_shares * arguments.ownership_pct / 100, arguments.strike)
    return None


def _name_assumptions(arguments: ExitWaterfallArguments, table: CapTable) -> Iterator[str]:
    if table.classes:
        yield "Each class converts into common shares exactly when it receives more by converting."
    if len(table.classes) > 1 and len({item.seniority for item in table.classes}) == 1:
        yield "All classes have the same rank and share a shortage by preference."
    if table.options:
        yield "Options are exercised only where the price is above their strike; what they pay in is shared out too."
    if arguments.shares is not None or arguments.ownership_pct is not None:
        yield "Your shares are part of the shares and options listed, and all of them are vested."


EXIT_WATERFALL = ToolSpec(
    name=NAME,
    description=(
        "Who receives what when a company is sold: liquidation preferences by rank, participation (none, full, "
        "capped), conversion, options, debt and costs; payout per class and common share, conversion thresholds and "
        "the person's part; bounds when only preferences are known. Use it for any sale price of a startup."
    ),
    arguments=ExitWaterfallArguments,
    run=run_exit_waterfall,
    status="sharing out the sale…",
    calculates=True,
)
