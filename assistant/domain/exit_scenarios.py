"""Exit scenarios: a grant over several futures, weighted by how likely each is thought to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain.cap_table import CapTable
from assistant.domain.dilution import FundingRound, Medians, size_rounds
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import Amount, check_size, round_cents
from assistant.domain.stake import Stake
from assistant.domain.stock_options import vested_fraction
from assistant.domain.vesting import VestingSchedule
from assistant.domain.waterfall import calculate_waterfall
from assistant.errors import InputError

RULE = "exit_scenarios"
ZERO = Decimal(0)
HALF = Decimal(50)
HUNDRED = Decimal(100)
SUM_DIFFERENCE_ALLOWED = Decimal("0.1")
ONE_DIFFERENCE_ALLOWED = Decimal("0.001")
LONGEST_WAIT = 50
READABLE_DECIMALS = 10


class ExitScenario(BaseModel):
    """One future: what the company is sold for, how likely that is, when, and what dilution comes before."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str | None = Field(default=None, description="what to call it, e.g. sold early")
    exit_value: Amount = Field(description="price of the whole company then; 0 for a failure")
    probability_pct: Annotated[Amount, Field(le=100)] = Field(description="chance in percent; all chances sum to 100")
    years: Annotated[Amount, Field(le=LONGEST_WAIT)] | None = Field(
        default=None, description="years from the start of the job until the exit, for vesting and present value"
    )
    dilution_pct: Annotated[Amount, Field(lt=100)] | None = Field(
        default=None, description="dilution in total until then, in percent"
    )
    rounds: tuple[FundingRound, ...] = Field(default=(), max_length=30, description="instead: the rounds until then")
    added_preferences: Amount = Field(
        default=ZERO, description="preferences of money raised until then, on top of today's"
    )


@dataclass(frozen=True, slots=True)
class ExitOutlook:
    """What is held and assumed in all scenarios; `schedule` None: everything is vested.

    `leave_month` is the last month of service, None for staying until the exit.
    """

    stake: Stake
    strike: Decimal = ZERO
    currency: str = "USD"
    preferences_total: Decimal = ZERO
    cap_table: CapTable | None = None
    schedule: VestingSchedule | None = None
    leave_month: int | None = None
    medians: Medians | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """How the weighted value is looked at: discount and tax as fractions, cash given up a year, years of service."""

    discount_rate: Decimal = ZERO
    tax_rate: Decimal = ZERO
    salary_cut: Decimal = ZERO
    service_years: Decimal = Decimal(4)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One scenario worked out; `value` after preferences, `value_converted` when all investors convert."""

    name: str
    scenario: ExitScenario
    value: Decimal
    value_converted: Decimal
    formula: str
    inputs: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """The outcomes with their figures and rows."""

    outcomes: tuple[Outcome, ...]
    figures: tuple[Figure, ...]
    rows: tuple[dict[str, Any], ...]
    assumptions: tuple[str, ...] = ()


def calculate_exit_scenarios(
    outlook: ExitOutlook, scenarios: Sequence[ExitScenario], terms: Terms | None = None
) -> ScenarioResult:
    """Value in each scenario, weighted value, median, chance of nothing, present value and cash given up.

    >>> from assistant.domain.stake import complete_stake
    >>> stake = complete_stake(Decimal(1000), Decimal(1), None)
    >>> futures = [ExitScenario(exit_value=value, probability_pct=50) for value in (0, 10000000)]
    >>> result = calculate_exit_scenarios(ExitOutlook(stake, strike=Decimal(5)), futures)
    >>> [f"{outcome.value:.0f}" for outcome in result.outcomes]
    ['0', '95000']

    Raises:
        InputError: chances that do not sum to 100 percent, or a scenario that cannot be worked out.
    """
    total = _check_chances(scenarios)
    _check_scenarios(scenarios)
    noted: tuple[str, ...] = ()
    if total != HUNDRED:
        scenarios = [_rescale(item, total) for item in scenarios]
        noted = (f"The chances sum to {total.normalize():f} %, a matter of rounding: they are scaled to 100 %.",)
    seen = terms or Terms()
    outcomes = tuple(_work_out(outlook, item, number) for number, item in enumerate(scenarios, start=1))
    figures = [
        *_value_figures(outlook, outcomes),
        *_weighted_figures(outlook, outcomes, seen),
        *_cash_figures(outlook, outcomes, seen),
    ]
    return ScenarioResult(outcomes, tuple(figures), tuple(_row(outcome, seen) for outcome in outcomes), noted)


def _rescale(item: ExitScenario, total: Decimal) -> ExitScenario:
    return item.model_copy(update={"probability_pct": item.probability_pct * HUNDRED / total})


def _check_chances(scenarios: Sequence[ExitScenario]) -> Decimal:
    """The sum of the chances, near enough to 100 percent."""
    chances = [item.probability_pct for item in scenarios]
    total = sum(chances, ZERO)
    if abs(total - HUNDRED) <= SUM_DIFFERENCE_ALLOWED:
        return total
    if max(chances) <= 1 and abs(total - 1) <= ONE_DIFFERENCE_ALLOWED:
        way_on = "probability_pct is in percent, so write 60, not 0.6"
    elif total < HUNDRED:
        way_on = "add the missing future"
    else:
        way_on = "lower one of them, or leave a future out"
    raise InputError("scenarios", f"have chances that sum to {total.normalize():f} %, not 100 %: {way_on}")


def _check_scenarios(scenarios: Sequence[ExitScenario]) -> None:
    names: set[str] = set()
    for index, item in enumerate(scenarios):
        if item.name is not None and item.name in names:
            raise InputError(f"scenarios[{index}].name", f'"{item.name}" is given twice: give each a name of its own')
        names.add(item.name or "")
        if item.dilution_pct is not None and item.rounds:
            raise InputError(f"scenarios[{index}].rounds", "are given together with dilution_pct: leave out one")


def _work_out(outlook: ExitOutlook, item: ExitScenario, number: int) -> Outcome:
    name = item.name or f"scenario {number}"
    kept = _part_kept(outlook, item, f"scenarios[{number - 1}].rounds")
    vested = _part_vested(outlook, item)
    if outlook.cap_table is not None:
        return _from_cap_table(outlook, item, name, kept, vested)
    stake = outlook.stake
    if stake.ownership_pct is None:
        raise InputError("fully_diluted_shares", "is missing: give it with shares, or give ownership_pct")
    due = outlook.preferences_total + item.added_preferences
    percent = stake.ownership_pct * kept
    cost = (stake.shares or ZERO) * outlook.strike
    inputs = {
        "ownership_pct": percent,
        "exit_value": item.exit_value,
        "preferences": due,
        "strike_cost": cost,
        "vested_pct": round(vested * 100, READABLE_DECIMALS),
    }
    formula = "vested_pct / 100 x max(0, ownership_pct / 100 x max(0, exit_value - preferences) - strike_cost)"
    value = vested * max(ZERO, percent / 100 * max(ZERO, item.exit_value - due) - cost)
    converted = vested * max(ZERO, percent / 100 * item.exit_value - cost)
    return Outcome(name, item, check_size(value), check_size(converted), formula, inputs)


def _from_cap_table(outlook: ExitOutlook, item: ExitScenario, name: str, kept: Decimal, vested: Decimal) -> Outcome:
    """The scenario through the waterfall; later investors hold their new shares as common."""
    table = outlook.cap_table
    if table is None or outlook.stake.shares is None:
        raise InputError("shares", "is missing: with a cap table your part must be a number of shares")
    new_shares = table.fully_diluted_shares / kept - table.fully_diluted_shares
    later = CapTable(table.classes, table.common_shares + new_shares, table.options, table.in_percent)
    price = calculate_waterfall(later, max(ZERO, item.exit_value - item.added_preferences)).price
    value = vested * outlook.stake.shares * max(ZERO, price - outlook.strike)
    inputs = {
        "shares": outlook.stake.shares,
        "price": price,
        "strike": outlook.strike,
        "vested_pct": round(vested * 100, READABLE_DECIMALS),
    }
    formula = "vested_pct / 100 x shares x max(0, price - strike)"
    return Outcome(name, item, check_size(value), check_size(value), formula, inputs)


def _part_kept(outlook: ExitOutlook, item: ExitScenario, field: str) -> Decimal:
    if item.dilution_pct is not None:
        return 1 - item.dilution_pct / 100
    kept = Decimal(1)
    for sized in size_rounds(item.rounds, outlook.stake.fully_diluted_shares, outlook.medians, field):
        kept *= sized.kept
    return kept


def _part_vested(outlook: ExitOutlook, item: ExitScenario) -> Decimal:
    if outlook.schedule is None:
        return Decimal(1)
    months = [outlook.schedule.months + outlook.schedule.cliff_months if item.years is None else int(item.years * 12)]
    if outlook.leave_month is not None:
        months.append(outlook.leave_month)
    return vested_fraction(outlook.schedule, min(months))


def _weighted(outcomes: Sequence[Outcome]) -> Decimal:
    return sum((outcome.value * outcome.scenario.probability_pct / 100 for outcome in outcomes), ZERO)


def _find_median(outcomes: Sequence[Outcome]) -> Decimal:
    """The smallest value that is not exceeded with a chance of one half or more."""
    ordered = sorted(outcomes, key=lambda outcome: outcome.value)
    reached = accumulate(outcome.scenario.probability_pct for outcome in ordered)
    return next(outcome.value for outcome, chance in zip(ordered, reached, strict=True) if chance >= HALF)


def _value_figures(outlook: ExitOutlook, outcomes: Sequence[Outcome]) -> Iterator[Figure]:
    for outcome in outcomes:
        yield _money(outlook, f"value in {outcome.name}", outcome.value, outcome.formula, outcome.inputs)


def _weighted_figures(outlook: ExitOutlook, outcomes: Sequence[Outcome], terms: Terms) -> Iterator[Figure]:
    formula, inputs = _sum_formula(outcomes, [outcome.value for outcome in outcomes])
    yield _money(outlook, "probability-weighted value", _weighted(outcomes), formula, inputs)
    converted = [outcome.value_converted for outcome in outcomes]
    if converted != [outcome.value for outcome in outcomes]:
        formula, inputs = _sum_formula(outcomes, converted)
        total = sum(
            (value * item.scenario.probability_pct / 100 for value, item in zip(converted, outcomes, strict=True)), ZERO
        )
        yield _money(outlook, "probability-weighted value if investors convert", total, formula, inputs)
    listed = {outcome.name: outcome.value for outcome in outcomes}
    text = "the value reached when the outcomes are put in order and half of the chance is counted"
    yield _money(outlook, "median value", _find_median(outcomes), text, listed)
    yield _nothing_figure(outcomes)
    if terms.discount_rate:
        yield _present_figure(outlook, outcomes, terms)


def _sum_formula(outcomes: Sequence[Outcome], values: Sequence[Decimal]) -> tuple[str, dict[str, Decimal]]:
    inputs: dict[str, Decimal] = {}
    for number, (outcome, value) in enumerate(zip(outcomes, values, strict=True), start=1):
        inputs |= {f"value_{number}": value, f"chance_{number}_pct": outcome.scenario.probability_pct}
    numbers = range(1, len(outcomes) + 1)
    return " + ".join(f"value_{number} x chance_{number}_pct / 100" for number in numbers), inputs


def _nothing_figure(outcomes: Sequence[Outcome]) -> Figure:
    chances = [item.scenario.probability_pct for item in outcomes if not round_cents(item.value)]
    numbers = range(1, len(chances) + 1)
    return build_figure(
        "probability of nothing",
        sum(chances, ZERO),
        "percent",
        formula=" + ".join(f"chance_{number}_pct" for number in numbers) or "0",
        rule=RULE,
        inputs={f"chance_{number}_pct": chance for number, chance in zip(numbers, chances, strict=True)},
    )


def _present_figure(outlook: ExitOutlook, outcomes: Sequence[Outcome], terms: Terms) -> Figure:
    value, inputs = ZERO, {"discount_rate": terms.discount_rate}
    parts: list[str] = []
    for number, outcome in enumerate(outcomes, start=1):
        years = outcome.scenario.years
        if years is None:
            raise InputError(
                f"scenarios[{number - 1}].years", "is missing: a present value needs the time until the exit"
            )
        factor = (1 + terms.discount_rate) ** years
        value += outcome.value * outcome.scenario.probability_pct / 100 / factor
        inputs |= {
            f"value_{number}": outcome.value,
            f"chance_{number}_pct": outcome.scenario.probability_pct,
            f"years_{number}": years,
        }
        parts.append(f"value_{number} x chance_{number}_pct / 100 / (1 + discount_rate) ^ years_{number}")
    label = "present value of the probability-weighted value"
    return _money(outlook, label, value, " + ".join(parts), inputs)


def _cash_figures(outlook: ExitOutlook, outcomes: Sequence[Outcome], terms: Terms) -> Iterator[Figure]:
    weighted = _weighted(outcomes)
    inputs = {"weighted_value": weighted, "service_years": terms.service_years}
    label = "probability-weighted value a year of service"
    yield _money(outlook, label, weighted / terms.service_years, "weighted_value / service_years", inputs)
    if terms.tax_rate:
        inputs = {"weighted_value": weighted, "tax_rate": terms.tax_rate}
        after = weighted * (1 - terms.tax_rate)
        yield _money(outlook, "probability-weighted value after tax", after, "weighted_value x (1 - tax_rate)", inputs)
    if terms.salary_cut:
        cash = terms.salary_cut * terms.service_years
        inputs = {"salary_cut": terms.salary_cut, "service_years": terms.service_years}
        yield _money(outlook, "cash given up", cash, "salary_cut x service_years", inputs)
        inputs = {"weighted_value": weighted, "cash_given_up": cash}
        label = "probability-weighted value minus the cash given up"
        yield _money(outlook, label, weighted - cash, "weighted_value - cash_given_up", inputs)


def _row(outcome: Outcome, terms: Terms) -> dict[str, Any]:
    item = outcome.scenario
    return {
        "scenario": outcome.name,
        "exit_value": item.exit_value,
        "probability_pct": item.probability_pct,
        "years": item.years,
        "value": round_cents(outcome.value),
        "value_if_investors_convert": round_cents(outcome.value_converted),
        "weighted": round_cents(outcome.value * item.probability_pct / 100),
        "after_tax": round_cents(outcome.value * (1 - terms.tax_rate)),
    }


def _money(outlook: ExitOutlook, label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
    return build_figure(label, round_cents(value), outlook.currency, formula=formula, rule=RULE, inputs=inputs)
