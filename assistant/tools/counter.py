"""The tool counter_plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.cases.case import Case
from assistant.domain.closed_levers import ask_around
from assistant.domain.counter import LEVER_NAMES, Counter, Lever, add_to_offered, calculate_counter
from assistant.domain.counter_plan import Measure, calculate_counter_plan, measure_offer
from assistant.domain.exchange_rate import find_rate
from assistant.domain.grounds import PERCENTILES, Grounds, Needs, Percentile
from assistant.domain.money import Amount, Count, CurrencyCode, Number
from assistant.domain.offer import Offer
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.arguments import OfferChoice, choose_offer
from assistant.tools.deps import ToolDeps
from assistant.tools.results import Row, build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "counter_plan"
Rate = Annotated[Number, Field(gt=0)]
Need = Annotated[Number, Field(ge=0, le=10)]
Uplift = Annotated[Number, Field(ge=1, le=100)]
PLAN_TERMS = frozenset(
    {
        "measure", "market", "target_percentile", "competing_offer", "current_pay", "switching_cost", "minimum",
        "they_need", "you_need", "target", "stretch", "initial",
    }
)  # fmt: skip
"""The arguments that make it a plan of four amounts."""


class MarketPay(ToolArguments):
    """Percentiles of what the market pays, on the measure of the plan."""

    p25: Amount | None = Field(default=None, description="25th percentile")
    p50: Amount | None = Field(default=None, description="median")
    p75: Amount | None = Field(default=None, description="75th percentile")
    p90: Amount | None = Field(default=None, description="90th percentile")

    def given(self) -> dict[Percentile, Decimal]:
        """The percentiles that are stated."""
        return {name: value for name in PERCENTILES if (value := getattr(self, name)) is not None}


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
    closed: tuple[Lever, ...] = Field(
        default=(),
        description="levers the recruiter has refused: they are not asked for again, what is still open is asked for",
    )
    uplift_pct: Uplift = Field(
        default=Decimal(10),
        json_schema_extra={"default": 10},
        description="opening above the offer, in percent, when nothing is wanted",
    )
    measure: Measure | None = Field(
        default=None,
        description=(
            "the yearly number market, minimum, current_pay, target, stretch and initial are about: base_salary "
            "(default), recurring_total (base, bonus and stock a year; default with a competing offer), year_1_total, "
            "average_total"
        ),
    )
    market: MarketPay | None = Field(
        default=None, description="market pay known to the person, e.g. {'p50': 170000, 'p75': 185000, 'p90': 200000}"
    )
    target_percentile: Percentile = Field(
        default="p75", description="the percentile of market that is the target; default p75"
    )
    competing_offer: OfferChoice = Field(
        default=None, description="a real other offer, by its name in the case or whole; it sets the walk-away"
    )
    exchange_rates: dict[CurrencyCode, Rate] = Field(
        default_factory=dict,
        description="for a competing offer in another currency, how much one unit of it costs here, e.g. {'USD': 0.9}",
    )
    current_pay: Amount | None = Field(default=None, description="yearly pay of the present job, on the same measure")
    switching_cost: Amount = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="what leaving the present job costs once, such as a lost bonus; added to current_pay",
    )
    switching_cost_years: Annotated[Count, Field(ge=1, le=10)] = Field(
        default=1, description="over how many years the switching cost is to be earned back; default 1"
    )
    minimum: Amount | None = Field(
        default=None, description="the least the person would accept or needs, a year, on the same measure"
    )
    they_need: Need | None = Field(
        default=None, description="how badly they need the person, 0 to 10; with you_need gives a counter of 10 to 20 %"
    )
    you_need: Need | None = Field(default=None, description="how badly the person needs this job, 0 to 10")
    target: Amount | None = Field(default=None, description="a target the person named, instead of one from data")
    stretch: Amount | None = Field(default=None, description="a stretch the person named")
    initial: Amount | None = Field(default=None, description="an initial ask the person named")
    stretch_pct: Annotated[Number, Field(ge=0, le=100)] = Field(
        default=Decimal(5),
        json_schema_extra={"default": 5},
        description="stretch above the target in percent, where no 90th percentile is given",
    )
    flexible_limit_pct: Annotated[Number, Field(ge=0, le=1000)] = Field(
        default=Decimal(50),
        json_schema_extra={"default": 50},
        description="how far stock and sign-on are raised, in percent, before base takes the rest of a total",
    )

    @property
    def is_plan(self) -> bool:
        """Whether anything is given that four amounts can be planned on."""
        return any(getattr(self, name) is not None for name in PLAN_TERMS & self.model_fields_set)

    def choose_measure(self) -> Measure:
        """The measure said, or the one that fits what is given."""
        return self.measure or ("base_salary" if self.competing_offer is None else "recurring_total")

    def read_grounds(self, offer: Offer, case: Case) -> Grounds:
        """What is known about the measure; what is offered is filled in by the plan.

        Raises:
            InputError: half of what belongs together, no such offer, or no exchange rate.
        """
        if self.switching_cost and self.current_pay is None:
            raise InputError("current_pay", "is missing: a switching cost is added to the pay of the present job")
        return Grounds(
            offered=Decimal(0),
            market=self.market.given() if self.market else {},
            target_percentile=self.target_percentile,
            competing=self._measure_competing(offer, case),
            current_pay=self.current_pay,
            switching_cost=self.switching_cost,
            switching_cost_years=self.switching_cost_years,
            minimum=self.minimum,
            needs=self._read_needs(),
            uplift_rate=self.uplift_pct / 100,
            stretch_rate=self.stretch_pct / 100,
            target=self.target,
            stretch=self.stretch,
            initial=self.initial,
        )

    def _measure_competing(self, offer: Offer, case: Case) -> Decimal | None:
        if self.competing_offer is None:
            return None
        other = choose_offer(self.competing_offer, case, "competing_offer")
        rate = find_rate(other.currency_code, offer.currency_code, self.exchange_rates)
        return measure_offer(other, self.choose_measure(), "competing_offer").amount * rate

    def _read_needs(self) -> Needs | None:
        if self.they_need is None and self.you_need is None:
            return None
        if self.they_need is None or self.you_need is None:
            missing = "they_need" if self.they_need is None else "you_need"
            raise InputError(missing, "is missing: the rule weighs their need against yours, so give both, 0 to 10")
        return Needs(self.they_need, self.you_need)


def run_counter_plan(arguments: CounterPlanArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen offer."""
    offer = choose_offer(arguments.offer, deps.case)
    ranged = offer.base_range if offer.base_annual is None else None
    if ranged is not None:
        offer = offer.with_terms({"base_annual": min(ranged)})
    wanted = {**arguments.wanted, **add_to_offered(offer, arguments.added)}
    if arguments.closed and not arguments.is_plan and ranged is None:
        return _run_around(arguments, offer, wanted)
    if arguments.is_plan or ranged is not None:
        return _run_plan(arguments, offer, wanted, max(ranged) if ranged else None, deps.case)
    counter = calculate_counter(offer, wanted, arguments.uplift_pct / 100)
    return build_result(
        NAME,
        counter.figures,
        table=_rows(counter),
        assumptions=counter.assumptions,
        data=_data(counter, offer, arguments.closed),
    )


def _run_around(arguments: CounterPlanArguments, offer: Offer, wanted: dict[Lever, Decimal]) -> ToolResult:
    """The asks on the levers that were not refused."""
    uplift_rate = arguments.uplift_pct / 100
    found = ask_around(offer, wanted, arguments.closed, uplift_rate)
    counter = calculate_counter(offer, None, uplift_rate, found.asks)
    return build_result(
        NAME,
        counter.figures,
        table=_rows(counter),
        assumptions=found.notes,
        data=_data(counter, offer, arguments.closed),
    )


def _run_plan(
    arguments: CounterPlanArguments, offer: Offer, wanted: dict[Lever, Decimal], top: Decimal | None, case: Case
) -> ToolResult:
    grounds = replace(arguments.read_grounds(offer, case), range_top=top)
    limit_rate = arguments.flexible_limit_pct / 100
    plan = calculate_counter_plan(
        offer, grounds, arguments.choose_measure(), wanted=wanted, limit_rate=limit_rate, closed=arguments.closed
    )
    low = ("The base is offered as a range: gains are counted from its low end.",) if top is not None else ()
    return build_result(
        NAME,
        plan.figures,
        table=_rows(plan.counter),
        assumptions=(*plan.assumptions, *low),
        warnings=plan.targets.warnings,
        data=_data(plan.counter, offer, arguments.closed),
    )


def _rows(counter: Counter) -> Iterator[Row]:
    for ask in counter.asks:
        yield {
            "lever": ask.lever,
            "name": LEVER_NAMES[ask.lever],
            "offered": ask.offered,
            "asked": ask.asked,
            "chosen_by_person": ask.chosen_by_person,
        }


def _data(counter: Counter, offer: Offer, closed: tuple[Lever, ...]) -> dict[str, object]:
    data: dict[str, object] = {"currency": counter.currency, "offer": offer.model_dump(mode="json")}
    return {**data, "closed": list(closed)} if closed else data


COUNTER_PLAN = ToolSpec(
    name=NAME,
    description=(
        "The amounts to ask for in a counter: those the person named, the usual opening above the offer, or a plan of "
        "walk-away, target, stretch and initial ask from market pay, a competing offer and needs, split over the "
        "levers, with what the package is worth if they agree. Use it before writing any counter."
    ),
    arguments=CounterPlanArguments,
    run=run_counter_plan,
    status="working out the asks…",
    calculates=True,
)
