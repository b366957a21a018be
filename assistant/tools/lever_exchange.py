"""The tool lever_exchange."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.counter import Lever
from assistant.domain.lever_exchange import calculate_exchange
from assistant.domain.money import Amount, round_cents
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.arguments import Asked
from assistant.tools.deps import ToolDeps
from assistant.tools.lever_arguments import LeverArguments
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "lever_exchange"
USUAL_AMOUNT = Decimal(10_000)
FINE = Decimal("0.000001")


class LeverExchangeArguments(LeverArguments):
    """Arguments of lever_exchange."""

    lever: Lever = Field(default="base_salary", description="the lever the amount is on; default base_salary")
    amount: Annotated[Asked, Field(gt=0)] = Field(
        default=USUAL_AMOUNT,
        json_schema_extra={"default": 10000},
        description="the amount to exchange: a year for base and bonus, the whole grant for stock, once for sign-on",
    )
    compare: dict[Lever, Amount] = Field(
        default_factory=dict,
        description=(
            "two or more amounts on top of the offer to weigh against each other, e.g. {'base_salary': 5000, "
            "'sign_on_bonus': 15000}; base against sign-on also gives the break-even month"
        ),
    )


def run_lever_exchange(arguments: LeverExchangeArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen offer, or to none."""
    offer = arguments.find(deps.case)
    view = arguments.view(offer)
    if len(arguments.compare) == 1:
        raise InputError("compare", "name two amounts or more, on different levers")
    if any(not amount for amount in arguments.compare.values()):
        raise InputError("compare", "holds an amount of zero: leave that lever out")
    result = calculate_exchange(
        arguments.lever,
        arguments.amount,
        view,
        offer.currency_code,
        base=offer.base_annual,
        compared=arguments.compare,
    )
    rows = (
        {
            "from": rate.from_lever,
            "to": rate.to_lever,
            "rate": rate.rate.quantize(FINE),
            "amount": arguments.amount,
            "equals": round_cents(arguments.amount * rate.rate),
        }
        for rate in result.rates
    )
    return build_result(
        NAME,
        result.figures,
        table=rows,
        assumptions=arguments.name_assumptions(offer, view),
        warnings=result.warnings,
        data={"currency": offer.currency_code, "stay_months": view.stay_months},
    )


LEVER_EXCHANGE = ToolSpec(
    name=NAME,
    description=(
        "What an amount of base equals in sign-on, stock or bonus over the time one stays, for every pair of levers, "
        "and the month at which a raise overtakes a sign-on bonus. Use it for trades such as 10K base or 30K sign-on; "
        "it needs no offer."
    ),
    arguments=LeverExchangeArguments,
    run=run_lever_exchange,
    status="exchanging the levers…",
    calculates=True,
)
