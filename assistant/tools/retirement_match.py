"""The tool retirement_match."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.money import Amount, Count
from assistant.domain.offer import Percent, Terms
from assistant.domain.result import ToolResult
from assistant.domain.retirement_match import (
    MatchPlan,
    MatchTier,
    RetirementLimits,
    calculate_match,
    list_match_figures,
    name_cut,
)
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "retirement_match"
MOST_TIERS = 10
Pay = Annotated[Amount, Field(le=10_000_000_000)]


class Tier(Terms):
    """A tier of a match: `match_pct` percent of what is saved, up to `upto_pct` percent of pay in all."""

    match_pct: Percent
    upto_pct: Percent


class RetirementMatchArguments(ToolArguments):
    """Arguments of retirement_match."""

    salary: Pay = Field(description="yearly pay that the plan counts, in US dollars, before the law's cap")
    tiers: Annotated[tuple[Tier, ...], Field(max_length=MOST_TIERS)] = Field(
        default=(),
        description=(
            "the match, lowest tier first; upto_pct is percent of pay counted from zero: 100 % of the first 3 % and "
            "50 % of the next 2 % is [{'match_pct': 100, 'upto_pct': 3}, {'match_pct': 50, 'upto_pct': 5}]"
        ),
    )
    contribution_pct: Percent | None = Field(
        default=None, description="what the person saves, in percent of pay; default: enough for the whole match"
    )
    contribution_amount: Pay | None = Field(
        default=None, description="in place of contribution_pct: what the person saves a year, in US dollars"
    )
    automatic_pct: Percent = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="percent of pay that the employer pays in whatever the person saves",
    )
    match_limit: Pay | None = Field(default=None, description="most the employer matches a year, in US dollars")
    age: Annotated[Count, Field(ge=14, le=110)] | None = Field(
        default=None, description="age at the end of the year; from 50 on more may be saved"
    )
    tax_year: Annotated[Count, Field(ge=2000, le=2100)] | None = Field(
        default=None, description="year whose limits hold; default this year"
    )


def run_retirement_match(arguments: RetirementMatchArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the stated plan."""
    if arguments.contribution_pct is not None and arguments.contribution_amount is not None:
        raise InputError("contribution_amount", "and contribution_pct say the same in two ways: give one of the two")
    if not arguments.tiers and not arguments.automatic_pct:
        raise InputError("tiers", "is missing: give the tiers of the match, or automatic_pct where there is none")
    limits = deps.reference.retirement_limits(arguments.tax_year or deps.today.year)
    plan = MatchPlan(
        tiers=tuple(MatchTier(tier.match_pct, tier.upto_pct) for tier in arguments.tiers),
        contribution_pct=arguments.contribution_pct,
        contribution_amount=arguments.contribution_amount,
        automatic_pct=arguments.automatic_pct,
        match_limit=arguments.match_limit,
        age=arguments.age,
    )
    return build_result(
        NAME,
        list_match_figures(arguments.salary, plan, limits),
        assumptions=_name_assumptions(arguments, limits),
        warnings=_name_warnings(arguments, plan, limits),
    )


def _name_assumptions(arguments: RetirementMatchArguments, limits: RetirementLimits) -> Iterator[str]:
    yield f"The limits are those of {limits.year}: pay counts up to {limits.pay:,f}."
    if arguments.contribution_pct is None and arguments.contribution_amount is None:
        yield "Enough is saved for the whole match, as far as the law allows."
    yield "The match is counted whole, though it may vest over years."


def _name_warnings(arguments: RetirementMatchArguments, plan: MatchPlan, limits: RetirementLimits) -> Iterator[str]:
    if limits.stands_in:
        yield limits.stands_in
    cut = name_cut(calculate_match(arguments.salary, plan, limits), limits, plan.age)
    if cut:
        yield cut


RETIREMENT_MATCH = ToolSpec(
    name=NAME,
    description=(
        "What an employer adds to a US 401(k): one or more match tiers, the saver's own part, the limits of the tax "
        "year, and what is left unclaimed. Use it for every question about a 401(k) match or how much to save for it."
    ),
    arguments=RetirementMatchArguments,
    run=run_retirement_match,
    status="working out the match…",
    calculates=True,
)
