"""The tool counter_plan."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.domain.counter import LEVER_NAMES, Lever, add_to_offered, calculate_counter
from assistant.domain.money import Amount, Number
from assistant.domain.result import ToolResult
from assistant.tools.arguments import OfferChoice, choose_offer
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "counter_plan"


class CounterPlanArguments(ToolArguments):
    """Arguments of counter_plan."""

    offer: OfferChoice = Field(
        default=None,
        description="name of an offer in the case, or a whole offer; left out: the offer being negotiated",
    )
    wanted: dict[Lever, Amount] = Field(
        default_factory=dict,
        description="amounts the person named, e.g. {'base_salary': 205000}; equity_grant is the whole grant",
    )
    added: dict[Lever, Amount] = Field(
        default_factory=dict,
        description="amounts the person wants on top of what is offered, e.g. {'sign_on_bonus': 20000} for 20k more",
    )
    uplift_pct: Annotated[Number, Field(ge=1, le=100)] = Field(
        default=Decimal(10),
        json_schema_extra={"default": 10},
        description="opening above the offer, in percent, when nothing is wanted",
    )


def run_counter_plan(arguments: CounterPlanArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen offer."""
    offer = choose_offer(arguments.offer, deps.case)
    wanted = {**arguments.wanted, **add_to_offered(offer, arguments.added)}
    counter = calculate_counter(offer, wanted, arguments.uplift_pct / 100)
    return build_result(
        NAME,
        counter.figures,
        table=(
            {
                "lever": ask.lever,
                "name": LEVER_NAMES[ask.lever],
                "offered": ask.offered,
                "asked": ask.asked,
                "chosen_by_person": ask.chosen_by_person,
            }
            for ask in counter.asks
        ),
        assumptions=counter.assumptions,
        data={"currency": counter.currency, "offer": offer.model_dump(mode="json")},
    )


COUNTER_PLAN = ToolSpec(
    name=NAME,
    description=(
        "The amounts to ask for in a counter: those the person named, or the usual opening above the "
        "offer, with what the package is worth if they agree. Use it before writing any counter."
    ),
    arguments=CounterPlanArguments,
    run=run_counter_plan,
    status="working out the asks…",
    calculates=True,
)
