"""The tool contingent_raise."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from assistant.domain.contingent_raise import (
    Horizon,
    Promise,
    SureThing,
    list_chances,
    promise_figures,
    sure_figures,
)
from assistant.domain.figure import Figure
from assistant.domain.money import Amount, Count, CurrencyCode, Number
from assistant.domain.offer import Terms
from assistant.domain.outcomes import (
    Outcome,
    Prospect,
    compare_with_sure,
    list_outcome_values,
    outcome_figures,
    prospect_figures,
)
from assistant.domain.result import ToolResult
from assistant.domain.stated_raise import StatedRaise, raise_figures
from assistant.errors import InputError
from assistant.tools.arguments import Share
from assistant.tools.blame import blame
from assistant.tools.deps import ToolDeps
from assistant.tools.results import Row, build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "contingent_raise"
ZERO = Decimal(0)
HUNDRED = Decimal(100)
SPOKEN_PCT = Decimal(50)
Months = Annotated[Count, Field(ge=0, le=240)]
Discount = Annotated[Number, Field(ge=0, le=100)]


class OutcomeArgument(Terms):
    """One of several results; `amount` is what it pays, negative where it costs."""

    probability_pct: Share
    amount: Number


class ContingentRaiseArguments(ToolArguments):
    """Arguments of contingent_raise."""

    raise_amount: Amount | None = Field(
        default=None, description="promised raise a year in money; with paid once, the one-time bonus"
    )
    raise_pct: Annotated[Number, Field(ge=0, le=1000)] | None = Field(
        default=None, description="instead: promised raise in percent of base_annual"
    )
    base_annual: Amount | None = Field(default=None, description="yearly base salary the percent is taken of")
    paid: Literal["yearly", "once"] = Field(
        default="yearly", description="yearly: a raise; once: one payment, such as a retention or milestone bonus"
    )
    from_month: Months = Field(description="months from now until it is first paid, such as 6 after a half-year review")
    met_pct: Share | None = Field(default=None, description="chance in percent that the target is met")
    honoured_pct: Share | None = Field(
        default=None,
        description=(
            "chance in percent that the promise is kept once the target is met; 100 if written or with outcomes, "
            "else 50"
        ),
    )
    chance_pct: Share | None = Field(
        default=None,
        description="instead of both: chance in percent that it is paid at all, the target met and the promise kept",
    )
    written: bool = Field(default=False, description="true when metric, date and amount stand in the letter")
    outcomes: tuple[OutcomeArgument, ...] = Field(
        default=(),
        max_length=50,
        description="instead of one amount: [{'probability_pct': 60, 'amount': 20000}, …] summing to 100 percent",
    )
    stay_months: Annotated[Count, Field(ge=1, le=240)] = Field(
        default=48, description="months you expect to stay, counted from now"
    )
    stay_chance_pct: Share = Field(
        default=HUNDRED,
        json_schema_extra={"default": 100},
        description="chance in percent of still being there a year later, for each year",
    )
    discount_pct: Discount = Field(
        default=ZERO, json_schema_extra={"default": 0}, description="yearly discount rate in percent"
    )
    tax_pct: Annotated[Number, Field(ge=0, lt=100)] = Field(
        default=ZERO, json_schema_extra={"default": 0}, description="marginal tax rate in percent; 0 leaves all gross"
    )
    sure_raise_amount: Amount | None = Field(default=None, description="sure raise a year to compare with, in money")
    sure_raise_pct: Annotated[Number, Field(ge=0, le=1000)] | None = Field(
        default=None, description="sure raise to compare with, in percent of base_annual"
    )
    sure_from_month: Months = Field(default=0, description="month from which the sure raise is paid; 0 is now")
    sure_bonus: Amount | None = Field(default=None, description="sure one-time payment now to compare with")
    currency: CurrencyCode = Field(default="USD", description="of the amounts")


def run_contingent_raise(arguments: ContingentRaiseArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to one promise."""
    with blame(offer="outcomes" if arguments.outcomes else "raise_amount"):
        return _weigh(arguments)


def _weigh(arguments: ContingentRaiseArguments) -> ToolResult:
    horizon, sure, warnings = _read_horizon(arguments), _choose_sure(arguments), _name_warnings(arguments)
    figures: Iterable[Figure]
    rows: Iterable[Row]
    if arguments.outcomes:
        figures, rows = _weigh_outcomes(arguments, horizon, sure)
    else:
        figures, rows = _weigh_amount(arguments, horizon, sure, warnings)
    return build_result(
        NAME,
        figures,
        table=rows,
        assumptions=_name_assumptions(arguments),
        warnings=warnings,
        data={"currency": arguments.currency},
    )


def _weigh_outcomes(
    arguments: ContingentRaiseArguments, horizon: Horizon, sure: SureThing | None
) -> tuple[list[Figure], Iterable[Row]]:
    prospect, currency = Prospect(_read_outcomes(arguments), _honoured_pct(arguments)), arguments.currency
    figures = [*outcome_figures(prospect, currency)]
    promise = Promise(prospect.expected, arguments.from_month, arguments.paid == "once")
    figures += prospect_figures(prospect, promise, horizon, currency)
    if sure is not None:
        figures += compare_with_sure(promise, horizon, sure, currency)
    return figures, list_outcome_values(prospect, promise, horizon)


def _weigh_amount(
    arguments: ContingentRaiseArguments, horizon: Horizon, sure: SureThing | None, warnings: list[str]
) -> tuple[list[Figure], Iterable[Row]]:
    stated = StatedRaise(arguments.raise_amount, arguments.raise_pct, arguments.base_annual)
    once = arguments.paid == "once"
    label = "one-time payment if paid" if once else "raise a year if paid"
    met_pct = arguments.met_pct if arguments.chance_pct is None else arguments.chance_pct
    met = None if met_pct is None else met_pct / HUNDRED
    figures = [*raise_figures(stated, label, arguments.currency)]
    promise = Promise(stated.counted, arguments.from_month, once, met, _honoured_pct(arguments) / HUNDRED)
    figures += promise_figures(promise, horizon, arguments.currency)
    compared = [] if sure is None else [*sure_figures(promise, horizon, sure, arguments.currency)]
    if stated.disagrees:
        warnings.append(stated.describe_disagreement())
    if any(item.label.startswith("break-even") and item.value > HUNDRED for item in compared):
        warnings.append("A break-even chance above 100 % means that no chance makes the promise worth as much.")
    return [*figures, *compared], list_chances(promise, horizon)


def _read_horizon(arguments: ContingentRaiseArguments) -> Horizon:
    begin, stay = arguments.from_month, arguments.stay_months
    if begin > stay or (begin == stay and arguments.paid == "yearly"):
        raise InputError("from_month", f"must come before the end of the stay, stay_months {stay}")
    return Horizon(
        stay,
        arguments.discount_pct / HUNDRED,
        arguments.stay_chance_pct / HUNDRED,
        arguments.tax_pct / HUNDRED,
    )


def _read_outcomes(arguments: ContingentRaiseArguments) -> tuple[Outcome, ...]:
    for name in ("raise_amount", "raise_pct", "met_pct"):
        if getattr(arguments, name) is not None:
            raise InputError(name, "and outcomes are both given: the outcomes hold amounts and chances already")
    return tuple(Outcome(item.probability_pct, item.amount) for item in arguments.outcomes)


def _choose_sure(arguments: ContingentRaiseArguments) -> SureThing | None:
    amount, percent, base = arguments.sure_raise_amount, arguments.sure_raise_pct, arguments.base_annual
    if amount is not None and percent is not None:
        raise InputError("sure_raise_pct", "and sure_raise_amount are both given: give one of the two")
    if percent is not None:
        if base is None:
            raise InputError("base_annual", "is missing: the sure raise is a percent of it")
        amount = base * percent / HUNDRED
    if amount is None and arguments.sure_bonus is None:
        return None
    return SureThing(amount or ZERO, arguments.sure_from_month, arguments.sure_bonus or ZERO)


def _honoured_pct(arguments: ContingentRaiseArguments) -> Decimal:
    if arguments.chance_pct is not None:
        for name in ("met_pct", "honoured_pct"):
            if getattr(arguments, name) is not None:
                raise InputError(name, "is part of chance_pct: give either")
        return HUNDRED
    if arguments.honoured_pct is not None:
        return arguments.honoured_pct
    return HUNDRED if arguments.written or arguments.outcomes else SPOKEN_PCT


def _name_assumptions(arguments: ContingentRaiseArguments) -> list[str]:
    stated = arguments.model_fields_set
    notes = [f"You stay {arguments.stay_months} months from now."]
    if arguments.honoured_pct is None and arguments.outcomes:
        notes.append("The outcomes are all that can happen, a broken promise included: none is counted on top of them.")
    elif arguments.chance_pct is not None:
        notes.append("The chance you give is that of being paid at all, target and promise together.")
    elif arguments.honoured_pct is None:
        why = "it is in writing" if arguments.written else "it is not in writing; put your own figure in its place"
        chance = _honoured_pct(arguments).normalize()
        notes.append(f"Once the target is met the promise is kept with a chance of {chance:f} %, because {why}.")
    if "discount_pct" not in stated:
        notes.append("Later money counts like money now.")
    if "tax_pct" not in stated:
        notes.append("All amounts are before tax.")
    if arguments.met_pct is None and arguments.chance_pct is None and not arguments.outcomes:
        notes.append("No chance of meeting the target is given: the table shows the value at each chance.")
    return notes


def _name_warnings(arguments: ContingentRaiseArguments) -> list[str]:
    certain = bool(arguments.outcomes) or arguments.met_pct == HUNDRED
    if arguments.written or (arguments.honoured_pct == HUNDRED and certain):
        return []
    return [
        "Nothing is in writing: without a metric, a date and an amount in the letter such promises are often not kept."
    ]


CONTINGENT_RAISE = ToolSpec(
    name=NAME,
    description=(
        "Expected value of a raise or bonus that is only promised: chance of meeting the target times chance that it "
        "is honoured, over the stay; the break-even chance against a sure raise or sum, the cost of waiting, several "
        "outcomes. Use it for review promises, fallback clauses, milestone and retention bonuses."
    ),
    arguments=ContingentRaiseArguments,
    run=run_contingent_raise,
    status="weighing the promise…",
    calculates=True,
)
