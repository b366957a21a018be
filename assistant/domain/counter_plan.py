"""Counter plan: the four amounts of an offer, and the asks that together come to the initial one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from assistant.domain.closed_levers import ask_around
from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.counter import LEVER_NAMES, Counter, Lever, add_to_offered, calculate_counter, with_amounts
from assistant.domain.figure import Figure
from assistant.domain.grounds import Grounds
from assistant.domain.ladder import round_up_to_say
from assistant.domain.levers import ONE, ZERO, read_vesting
from assistant.domain.money import render_money
from assistant.domain.offer import Offer
from assistant.domain.targets import Targets, calculate_targets
from assistant.errors import InputError

USUAL_LIMIT = Decimal("0.50")
FLEXIBLE: tuple[Lever, ...] = ("equity_grant", "sign_on_bonus")
"""The levers raised before base, in this order, as most guides find them easier to move."""

Measure = Literal["base_salary", "recurring_total", "year_1_total", "average_total"]
PLACES: dict[Measure, int] = {"year_1_total": 0, "recurring_total": 1, "average_total": 2}
"""Where a measure stands among the first figures of total compensation."""


@dataclass(frozen=True, slots=True)
class CounterPlan:
    """The four amounts, the asks and what they are worth, and what contradicts what."""

    targets: Targets
    counter: Counter
    figures: tuple[Figure, ...]
    assumptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """An offer on one measure: what the number is called, and how much it is."""

    name: str
    amount: Decimal
    years: int = 1


def measure_offer(offer: Offer, measure: Measure, field: str = "offer") -> Measured:
    """Base salary, or one of the totals of an offer.

    >>> measure_offer(Offer(base_annual=Decimal(100000)), "base_salary").amount
    Decimal('100000')

    Raises:
        InputError: the offer states no base salary; it is named as `field`.
    """
    if offer.base_annual is None:
        raise InputError(field, "states no yearly base salary, so it cannot be measured: give base_annual")
    if measure == "base_salary":
        return Measured("base salary", offer.base_annual)
    total = calculate_total_compensation(offer)
    figure = total.figures[PLACES[measure]]
    return Measured(figure.label, figure.value, len(total.years))


def calculate_counter_plan(
    offer: Offer,
    grounds: Grounds,
    measure: Measure,
    *,
    wanted: Mapping[Lever, Decimal] | None = None,
    limit_rate: Decimal = USUAL_LIMIT,
    closed: Collection[Lever] = (),
) -> CounterPlan:
    """The four amounts on a measure, and the asks on the levers of the offer that come to the initial ask.

    Args:
        offer: with a base salary; of a range stated instead, its low end.
        grounds: what is known; what is offered and asked is filled in here.
        measure: the number the plan is about.
        wanted: amounts per lever the person named; they make up the initial ask where they touch the measure.
        limit_rate: how far the flexible levers are raised before base takes the rest.
        closed: levers that were refused, on which the plan asks for nothing.

    Raises:
        InputError: amounts that cannot go together.
    """
    measured = measure_offer(offer, measure)
    asked = _find_asked(offer, measure, measured.amount, wanted)
    known = replace(grounds, offered=measured.amount, asked=asked)
    targets = calculate_targets(known, offer.currency_code, measured.name)
    notes: list[str] = []
    if measure == "base_salary" and "base_salary" in closed:
        around = ask_around(offer, {"base_salary": targets.initial}, closed, grounds.uplift_rate)
        planned = dict(around.asks)
        notes += around.notes
    else:
        planned = _plan_asks(offer, measure, measured, targets.initial, limit_rate, closed, notes)
    if measure == "base_salary" and not wanted and not {"base_salary", "equity_grant"} & set(closed):
        planned |= _raise_grant(offer, grounds.uplift_rate, notes)
    counter = calculate_counter(offer, wanted, grounds.uplift_rate, None if wanted else planned)
    return CounterPlan(
        targets=targets,
        counter=counter,
        figures=(*targets.figures, *counter.figures),
        assumptions=(f"The plan is about {measured.name}.", *targets.assumptions, *(() if wanted else notes)),
    )


def _find_asked(
    offer: Offer, measure: Measure, offered: Decimal, wanted: Mapping[Lever, Decimal] | None
) -> Decimal | None:
    """What the person's own asks come to on the measure; None where they do not touch it."""
    if not wanted:
        return None
    asked = measure_offer(with_amounts(offer, wanted), measure).amount
    return asked if asked > offered else None


def _plan_asks(
    offer: Offer,
    measure: Measure,
    measured: Measured,
    initial: Decimal,
    limit_rate: Decimal,
    closed: Collection[Lever],
    notes: list[str],
) -> dict[Lever, Decimal]:
    """The asks: the flexible levers first, each up to the limit, base for the rest; said in round amounts."""
    gap = initial - measured.amount
    offered = add_to_offered(offer, dict.fromkeys(LEVER_NAMES, ZERO))
    if measure == "base_salary":
        return {"base_salary": round_up_to_say(initial)} if gap > 0 else {}
    slopes, asks = _slopes(offer, measure, measured.years), dict[Lever, Decimal]()
    for lever in FLEXIBLE:
        slope = slopes[lever]
        if gap > 0 and slope and offered[lever] and lever not in closed:
            more = min(gap / slope, offered[lever] * limit_rate)
            asks[lever] = round_up_to_say(offered[lever] + more)
            gap -= (asks[lever] - offered[lever]) * slope
    if gap > 0 and "base_salary" in closed:
        asks |= _fill_by_sign_on(gap, slopes["sign_on_bonus"], offered, asks, closed)
    elif gap > 0:
        asks["base_salary"] = round_up_to_say(offered["base_salary"] + gap / slopes["base_salary"])
    _note_split(asks, offer, limit_rate, notes)
    return asks


def _fill_by_sign_on(
    gap: Decimal,
    slope: Decimal,
    offered: Mapping[Lever, Decimal],
    asks: Mapping[Lever, Decimal],
    closed: Collection[Lever],
) -> dict[Lever, Decimal]:
    """The rest of a gap that base cannot take, as sign-on; nothing where that counts not or was refused too."""
    if not slope or "sign_on_bonus" in closed:
        return {}
    return {"sign_on_bonus": round_up_to_say(asks.get("sign_on_bonus", offered["sign_on_bonus"]) + gap / slope)}


def _note_split(asks: Mapping[Lever, Decimal], offer: Offer, limit_rate: Decimal, notes: list[str]) -> None:
    flexible = [f"the {LEVER_NAMES[lever]}" for lever in FLEXIBLE if lever in asks]
    if flexible:
        notes.append(
            f"The gap is split over the levers, the flexible ones first: {' and '.join(flexible)} up to "
            f"{(limit_rate * 100).normalize():f} % more, base for the rest; every ask is rounded up to an amount "
            "people say."
        )
    elif "base_salary" in asks:
        base = render_money(asks["base_salary"], offer.currency_code)
        notes.append(f"No flexible lever of this offer counts here, so base takes the whole gap: {base}.")


def _slopes(offer: Offer, measure: Measure, years: int) -> dict[Lever, Decimal]:
    """What one unit more of a lever adds to the measure."""
    rides = ZERO if offer.bonus_target_amount is not None else (offer.bonus_target_pct or ZERO) / 100
    vesting = read_vesting(offer)
    if measure == "recurring_total":
        return {"base_salary": ONE + rides, "equity_grant": ONE / vesting.years, "sign_on_bonus": ZERO}
    span = 1 if measure == "year_1_total" else years
    share = sum((event.fraction for event in vesting.events if event.month <= 12 * span), ZERO)
    return {"base_salary": ONE + rides, "equity_grant": share / span, "sign_on_bonus": ONE / span}


def _raise_grant(offer: Offer, uplift_rate: Decimal, notes: list[str]) -> dict[Lever, Decimal]:
    """The usual opening on stock, which a plan about base says nothing on."""
    granted = add_to_offered(offer, {"equity_grant": ZERO})["equity_grant"]
    if not granted:
        return {}
    notes.append(
        f"The plan says nothing on stock, so the grant opens {(uplift_rate * 100).normalize():f} % above the offer."
    )
    return {"equity_grant": round_up_to_say(granted * (ONE + uplift_rate))}
