"""The tool exit_scenarios."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.exit_scenarios import (
    ExitOutlook,
    ExitScenario,
    Terms,
    calculate_exit_scenarios,
)
from assistant.domain.money import Amount, Count, CurrencyCode
from assistant.domain.offer import LONGEST_YEARS
from assistant.domain.result import ToolResult
from assistant.domain.stake import complete_stake
from assistant.tools.arguments import Share
from assistant.tools.deps import ToolDeps
from assistant.tools.dilution import LATEST_MEDIANS, Rounds
from assistant.tools.exit_waterfall import CapTableArguments
from assistant.tools.results import build_result
from assistant.tools.sizes import name_large
from assistant.tools.spec import ToolSpec
from assistant.tools.stock_options import VestingArguments

NAME = "exit_scenarios"
OPINION = "Scenarios and their chances are opinions: the weighted value is never paid out, one of the outcomes is."
NO_STRIKE_COST = "No share count is known, so the strike cost is not taken off: ask for shares and strike."


class ScenarioArguments(ExitScenario):
    """A scenario whose rounds may be plain percents."""

    rounds: Rounds = Field(
        default=(), description="instead of dilution_pct: the funding rounds until then, e.g. [20, 15]"
    )


class ExitScenariosArguments(CapTableArguments, VestingArguments):
    """Arguments of exit_scenarios."""

    scenarios: tuple[ScenarioArguments, ...] = Field(
        min_length=1,
        max_length=50,
        description="the futures, each {name, exit_value, probability_pct, years, dilution_pct or rounds, "
        "added_preferences}; the chances sum to 100",
    )
    shares: Amount | None = Field(default=None, description="number of options or shares granted")
    ownership_pct: Share | None = Field(default=None, description="the grant in percent of the company, fully diluted")
    strike: Amount = Field(
        default=Decimal(0), description="strike price per share; 0 for shares", json_schema_extra={"default": 0}
    )
    leave_month: Annotated[Count, Field(ge=0, le=12 * LONGEST_YEARS)] | None = Field(
        default=None, description="month of service in which the person leaves; left out: stays until the exit"
    )
    discount_pct: Annotated[Amount, Field(le=1000)] = Field(
        default=Decimal(0),
        description="discount rate in percent a year for the present value; every scenario then needs years",
        json_schema_extra={"default": 0},
    )
    tax_pct: Share = Field(
        default=Decimal(0), description="flat tax in percent on what is received", json_schema_extra={"default": 0}
    )
    salary_cut: Amount = Field(
        default=Decimal(0),
        description="cash pay given up a year compared with the alternative, before tax",
        json_schema_extra={"default": 0},
    )
    service_years: Annotated[Amount, Field(gt=0, le=LONGEST_YEARS)] = Field(
        default=Decimal(4),
        description="years worked for the grant, for the value a year",
        json_schema_extra={"default": 4},
    )
    median_year: Count = Field(
        default=LATEST_MEDIANS, description="year of the median dilution used for rounds given by stage only"
    )
    currency: CurrencyCode = Field(default="USD", description="currency code of the amounts")

    @property
    def states_vesting(self) -> bool:
        """Whether anything about vesting was said."""
        return self.leave_month is not None or any(
            getattr(self, name) is not None
            for name in ("vesting_years", "vesting_schedule", "cliff_months", "vesting_frequency")
        )

    @property
    def has_cap_table(self) -> bool:
        """Whether the holders are listed, not only totals."""
        return bool(self.classes) or self.common_shares is not None


def run_exit_scenarios(arguments: ExitScenariosArguments, deps: ToolDeps) -> ToolResult:
    """Work out every scenario and weigh them."""
    with name_large("scenarios"):
        table = arguments.build_table() if arguments.has_cap_table else None
        total = arguments.fully_diluted_shares
        if table is not None and total is None and not table.in_percent:
            total = table.fully_diluted_shares
        stake = complete_stake(arguments.shares, arguments.ownership_pct, total)
        outlook = ExitOutlook(
            stake=stake,
            strike=arguments.strike,
            currency=arguments.currency,
            preferences_total=arguments.preferences_total or Decimal(0),
            cap_table=table,
            schedule=arguments.build_schedule() if arguments.states_vesting else None,
            leave_month=arguments.leave_month,
            medians=deps.reference.dilution_medians(arguments.median_year),
        )
        terms = Terms(
            discount_rate=arguments.discount_pct / 100,
            tax_rate=arguments.tax_pct / 100,
            salary_cut=arguments.salary_cut,
            service_years=arguments.service_years,
        )
        result = calculate_exit_scenarios(outlook, arguments.scenarios, terms)
        return build_result(
            NAME,
            result.figures,
            table=result.rows,
            assumptions=(*result.assumptions, *_name_assumptions(arguments, outlook)),
            warnings=_list_warnings(outlook),
        )


def _name_assumptions(arguments: ExitScenariosArguments, outlook: ExitOutlook) -> Iterator[str]:
    if outlook.schedule is None:
        yield "The whole grant is vested in every scenario."
    else:
        yield from outlook.schedule.assumptions
    if outlook.cap_table is not None:
        yield "Later investors are counted as common shares; their preferences only as added_preferences."
    elif outlook.preferences_total or any(item.added_preferences for item in arguments.scenarios):
        yield "Values take all preferences off first, the cautious way; see the figure for when investors convert."
    else:
        yield "No preferences are known: investors may be paid before common shares, which lowers every value."
    if arguments.tax_pct:
        yield "Tax is one flat rate on what is received; the cash given up is before tax."


def _list_warnings(outlook: ExitOutlook) -> Iterator[str]:
    if outlook.stake.shares is None:
        yield NO_STRIKE_COST
    yield OPINION


EXIT_SCENARIOS = ToolSpec(
    name=NAME,
    description=(
        "A startup grant over several possible exits with their chances: value in each, probability-weighted value, "
        "median, chance of nothing, present value, after a flat tax, a year of service, and against the cash given "
        "up. Use it for what startup equity is worth when the future is open; chances must sum to 100."
    ),
    arguments=ExitScenariosArguments,
    run=run_exit_scenarios,
    status="weighing the outcomes…",
    calculates=True,
)
