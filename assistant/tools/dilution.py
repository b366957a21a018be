"""The tool dilution."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from assistant.domain.dilution import Dilution, FundingRound, build_break_even_figures, calculate_dilution
from assistant.domain.figure import Figure
from assistant.domain.money import Amount, Count, CurrencyCode, Number
from assistant.domain.offer import Percent
from assistant.domain.result import ToolResult
from assistant.domain.stake import Stake, complete_stake
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.sizes import name_large
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "dilution"
LATEST_MEDIANS = 2025


def _read_numbers(given: Any) -> Any:
    """Rounds given as plain percents, spelled out."""
    if not isinstance(given, list | tuple):
        return given
    return [_read_number(item) for item in given]


def _read_number(item: Any) -> Any:
    if isinstance(item, dict | FundingRound):
        return item
    if isinstance(item, bool) or not isinstance(item, int | float | str | Decimal):
        raise ValueError('must be percents such as 20, or objects such as {"dilution_pct": 20}')
    return {"dilution_pct": item}


Rounds = Annotated[tuple[FundingRound, ...], Field(max_length=30), BeforeValidator(_read_numbers)]
"""Funding rounds in order; a plain number stands for its dilution in percent."""


class DilutionArguments(ToolArguments):
    """Arguments of dilution."""

    rounds: Rounds = Field(
        default=(),
        description="later funding rounds in order, e.g. [20, 15] for percents sold, or objects with "
        "dilution_pct, or new_money with pre_money or post_money, or new_shares, or stage for its median; "
        "a post-money SAFE is a round whose new_money is its amount and post_money its cap",
    )
    ownership_pct: Percent | None = Field(
        default=None, description="percent of the company held now; or give shares and fully_diluted_shares"
    )
    shares: Amount | None = Field(default=None, description="number of options or shares held")
    fully_diluted_shares: Amount | None = Field(
        default=None, description="all shares of the company now, fully diluted"
    )
    median_year: Count = Field(
        default=LATEST_MEDIANS, description="year of the median dilution used for rounds given by stage only"
    )
    strike: Amount = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="strike price per share, taken off the value at the exit",
    )
    exit_value: Amount | None = Field(default=None, description="sale price of the whole company after all rounds")
    cash_given_up: Amount | None = Field(
        default=None, description="pay a year given up for the stake, to find the sale that pays it back"
    )
    years_given_up: Annotated[Number, Field(gt=0, le=40)] | None = Field(
        default=None, description="over how many years, with cash_given_up; default 4"
    )
    currency: CurrencyCode = Field(default="USD", description="currency code of the amounts")


def run_dilution(arguments: DilutionArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule, with the medians on file where only a stage is named.

    Raises:
        InputError: neither rounds nor pay given up.
    """
    if not arguments.rounds and arguments.cash_given_up is None:
        raise InputError("rounds", "is missing: give at least one later round")
    with name_large("rounds"):
        stake = complete_stake(arguments.shares, arguments.ownership_pct, arguments.fully_diluted_shares)
        result = calculate_dilution(
            stake,
            arguments.rounds,
            deps.reference.dilution_medians(arguments.median_year),
            currency=arguments.currency,
            strike=arguments.strike,
            exit_value=arguments.exit_value,
        )
        warnings: tuple[str, ...] = ()
        if arguments.exit_value is not None:
            warnings = ("Investors' preferences are not taken off the value at the exit; see exit_waterfall.",)
        figures = [*result.figures, *_list_break_even(arguments, stake, result)]
        return build_result(NAME, figures, table=result.rows, assumptions=result.assumptions, warnings=warnings)


def _list_break_even(arguments: DilutionArguments, stake: Stake, result: Dilution) -> Iterator[Figure]:
    if arguments.cash_given_up is not None:
        held = (stake.ownership_pct or Decimal(0)) * result.kept
        years = arguments.years_given_up or Decimal(4)
        yield from build_break_even_figures(held, arguments.cash_given_up, years, arguments.currency)


DILUTION = ToolSpec(
    name=NAME,
    description=(
        "What later funding rounds and option pools leave of a stake: percent held and fully diluted shares after "
        "each round, its value at each round's valuation, and at an exit. Use it whenever a startup will raise "
        "again, or to find the sale that pays back a lower salary; rounds may be percents, money with a valuation (a "
        "post-money SAFE too), new shares, or a stage."
    ),
    arguments=DilutionArguments,
    run=run_dilution,
    status="following the rounds…",
    calculates=True,
)
