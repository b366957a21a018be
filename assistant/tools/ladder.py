"""The tool counter_ladder."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.cases.case import Case
from assistant.domain.counter import LEVER_NAMES, Lever, add_to_offered
from assistant.domain.ladder import Window, calculate_ladder
from assistant.domain.money import Amount, CurrencyCode, Number
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.arguments import Asked, OfferArguments
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolSpec

NAME = "counter_ladder"


class CounterLadderArguments(OfferArguments):
    """Arguments of counter_ladder."""

    offered: Asked | None = Field(
        default=None, description="the amount offered; left out: that of `lever` in the offer"
    )
    lever: Lever = Field(
        default="base_salary", description="which amount of the offer is negotiated; default base_salary"
    )
    ask: Annotated[Asked, Field(gt=0)] = Field(description="the amount asked for in the counter")
    target: Amount | None = Field(
        default=None, description="the amount from which on the person accepts at once; default the ask"
    )
    walk_away: Amount | None = Field(
        default=None, description="the amount below which the person declines; default none"
    )
    step: Annotated[Number, Field(gt=0)] | None = Field(
        default=None, description="distance between the replies prepared for; default at most nine round increments"
    )
    currency: CurrencyCode | None = Field(default=None, description="currency where no offer states one; default USD")

    def find_offered(self, case: Case) -> tuple[Decimal, str]:
        """The amount offered, and its currency.

        Raises:
            InputError: neither an amount nor an offer that holds it.
        """
        if self.offered is not None:
            return self.offered, self.currency or "USD"
        if self.offer is None and not case.offers:
            raise InputError("offered", "is missing: give the amount offered, or an offer that holds it")
        offer = self.choose(case)
        amount = add_to_offered(offer, {self.lever: Decimal(0)})[self.lever]
        if not amount and self.lever == "base_salary":
            raise InputError("offered", "is missing: the offer states no base salary")
        return amount, offer.currency or self.currency or "USD"


def run_counter_ladder(arguments: CounterLadderArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen amount."""
    offered, currency = arguments.find_offered(deps.case)
    window = Window(offered, arguments.ask, arguments.target, arguments.walk_away)
    ladder = calculate_ladder(window, currency, arguments.step)
    accepted = "the target" if arguments.target is not None else "the ask itself, as no target is given"
    return build_result(
        NAME,
        ladder.figures,
        table=(rung._asdict() for rung in ladder.rungs),
        assumptions=(
            f"All amounts are of the {LEVER_NAMES[arguments.lever]} in {currency}.",
            f"You accept from {accepted}; between it and the walk-away you meet halfway to your ask, rounded up to an "
            "amount people say.",
        ),
        warnings=ladder.warnings,
        data={"currency": currency},
    )


COUNTER_LADDER = ToolSpec(
    name=NAME,
    description=(
        "An answer prepared for each reply between the offer and the ask: decline, counter with how much, or accept, "
        "in round increments. Use it before the call in which they come back to a counter: if they say X, answer Y."
    ),
    arguments=CounterLadderArguments,
    run=run_counter_ladder,
    status="preparing the answers…",
    calculates=True,
)
