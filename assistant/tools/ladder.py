"""The tool counter_ladder."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.cases.case import Case
from assistant.domain.concessions import MOST_ROUNDS, OwnAsk, concession_figures, plan_concessions
from assistant.domain.counter import LEVER_NAMES, Lever, add_to_offered
from assistant.domain.figure import Figure, build_figure
from assistant.domain.ladder import RULE, Ladder, Window, Zone, calculate_ladder, mirror_target
from assistant.domain.money import Amount, Count, CurrencyCode, Number, to_json_number
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.arguments import Asked, OfferArguments
from assistant.tools.deps import ToolDeps
from assistant.tools.results import Row, build_result
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
    ask: Annotated[Asked, Field(gt=0)] | None = Field(
        default=None,
        description="the amount asked for in the counter; default: as far above the target as the offer is below",
    )
    target: Amount | None = Field(
        default=None, description="the amount from which on the person accepts at once; default the ask"
    )
    walk_away: Amount | None = Field(
        default=None, description="the amount below which the person would decline; no words to say name it"
    )
    step: Annotated[Number, Field(gt=0)] | None = Field(
        default=None, description="distance between the replies prepared for; default at most nine round increments"
    )
    rounds: Annotated[Count, Field(ge=1, le=MOST_ROUNDS)] | None = Field(
        default=None,
        description="also plan your own asks over so many rounds, from the ask down to the target by halving steps",
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
    ask = arguments.ask
    if ask is None:
        if arguments.target is None:
            raise InputError("ask", "is missing: give the amount asked for, or a target to open above")
        ask = mirror_target(offered, arguments.target)
    window = Window(offered, ask, arguments.target, arguments.walk_away)
    ladder = calculate_ladder(window, currency, arguments.step)
    asks = _plan_rounds(arguments, ask, currency)
    return build_result(
        NAME,
        (
            *_name_opening(arguments, offered, ask, currency),
            *ladder.figures,
            *(concession_figures(asks, currency) if asks else ()),
        ),
        table=_list_rows(ladder, asks),
        assumptions=(
            f"All amounts are of the {LEVER_NAMES[arguments.lever]} in {currency}.",
            *_name_assumptions(arguments),
        ),
        warnings=ladder.warnings,
        data={"currency": currency, "zones": dict(_list_zones(window))},
    )


def _list_zones(window: Window) -> Iterator[tuple[Zone, float | int]]:
    """From which reply on one counters and accepts, to the cent: the replies of the table are steps apart."""
    yield "counter", to_json_number(window.offered if window.walk_away is None else window.walk_away)
    yield "accept", to_json_number(window.ask if window.target is None else window.target)


def _name_opening(arguments: CounterLadderArguments, offered: Decimal, ask: Decimal, currency: str) -> Iterator[Figure]:
    if arguments.ask is None and arguments.target is not None:
        inputs = {"target": arguments.target, "offered": offered}
        label = "opening that meets in the middle at the target"
        yield build_figure(label, ask, currency, "2 x target - offered", inputs, rule=RULE)


def _plan_rounds(arguments: CounterLadderArguments, ask: Decimal, currency: str) -> tuple[OwnAsk, ...]:
    if arguments.rounds is None:
        return ()
    if arguments.target is None:
        raise InputError("target", "is missing: the rounds lead from your ask down to it")
    return plan_concessions(ask, arguments.target, arguments.rounds, currency)


def _list_rows(ladder: Ladder, asks: tuple[OwnAsk, ...]) -> Iterator[Row]:
    """The replies with their answers; with rounds, the own asks after them in the same columns."""
    more: Row = {"round": None, "concession": None} if asks else {}
    for rung in ladder.rungs:
        yield {**rung._asdict(), **more}
    for item in asks:
        row = {"reply": None, "zone": "own ask", "answer": item.amount, "words": item.words, "note": item.note}
        yield {**row, "round": item.round, "concession": item.concession}


def _name_assumptions(arguments: CounterLadderArguments) -> Iterator[str]:
    if arguments.target is None:
        yield (
            "You accept from the ask itself, as no target is given; below it you meet halfway to your ask, rounded up "
            "to an amount people say. A lower reply then draws a lower answer: give a target to hold on to."
        )
    else:
        yield "You accept from the target and name the target below it."
    if arguments.walk_away is not None:
        yield "Below the walk-away you repeat your ask; keep the walk-away to yourself, no words to say name it."
    if arguments.rounds is not None:
        yield "Your own asks come down to the target by concessions that halve, each only for a move of theirs."


COUNTER_LADDER = ToolSpec(
    name=NAME,
    description=(
        "An answer prepared for each reply between the offer and the ask: hold, counter with how much, or accept, in "
        "round increments; with rounds, your own asks by shrinking concessions. Use it before the call in which they "
        "come back to a counter: if they say X, answer Y."
    ),
    arguments=CounterLadderArguments,
    run=run_counter_ladder,
    status="preparing the answers…",
    calculates=True,
)
