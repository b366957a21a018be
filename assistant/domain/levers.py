"""Levers: what one unit of base, stock, sign-on or bonus is worth to a person over the time they stay.

A unit of base or of target bonus is one a year in year 1; a unit of stock is one of the whole grant; a unit of
sign-on is one, paid at the start. Rates are fractions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from assistant.domain.counter import Lever
from assistant.domain.grants import ValuedGrant, value_grants
from assistant.domain.offer import EquityGrant, Offer, RetirementMatch
from assistant.domain.vesting import VestEvent, VestingSchedule, build_schedule, calculate_vest_events

ZERO = Decimal(0)
ONE = Decimal(1)
HALF = Decimal("0.5")
LEVERS: tuple[Lever, ...] = ("base_salary", "equity_grant", "sign_on_bonus", "target_bonus")
LONGEST_SPELLED = 12
"""Tranches a formula still spells out one by one."""

Timing = Literal["mid_year", "year_end"]


@dataclass(frozen=True, slots=True)
class LeverView:
    """What is assumed about the stay.

    `bonus_rate` is the target bonus that rides on base and `payout_rate` the part of it that is paid; `match_rate`
    is what the employer adds to savings, as a fraction of base. `events` are the vests of one unit of stock.
    """

    stay_months: int
    events: tuple[VestEvent, ...]
    vesting_years: Decimal = Decimal(4)
    discount_rate: Decimal = ZERO
    tax_rate: Decimal = ZERO
    raise_rate: Decimal = ZERO
    growth_rate: Decimal = ZERO
    price_change_rate: Decimal = ZERO
    bonus_rate: Decimal = ZERO
    payout_rate: Decimal = ONE
    match_rate: Decimal = ZERO
    clawback_chance: Decimal = ZERO
    clawback_share: Decimal = ONE
    timing: Timing = "mid_year"

    @property
    def riding(self) -> Decimal:
        """What a unit of base pays in its year, with the bonus and match that come with it."""
        return ONE + self.bonus_rate * self.payout_rate + self.match_rate


class Worth(NamedTuple):
    """The worth of one unit, unrounded, as arithmetic over named inputs."""

    value: Decimal
    formula: str
    inputs: Mapping[str, Decimal]


@dataclass(slots=True)
class _Product:
    """Collects the factors of a formula; a factor of one is left out."""

    value: Decimal = ONE
    parts: list[str] = field(default_factory=list)
    inputs: dict[str, Decimal] = field(default_factory=dict)

    def times(self, value: Decimal, text: str, **inputs: Decimal) -> None:
        if value != ONE:
            self.value *= value
            self.parts.append(text)
            self.inputs |= inputs

    def finish(self) -> Worth:
        return Worth(self.value, " x ".join(self.parts) or "1", self.inputs)


def calculate_worth(lever: Lever, view: LeverView) -> Worth:
    """What one unit of a lever is worth over the stay: after tax, discounted to the start.

    >>> view = LeverView(stay_months=48, events=(VestEvent(48, ONE),), bonus_rate=Decimal("0.15"))
    >>> calculate_worth("base_salary", view).value
    Decimal('4.60')
    """
    product = _Product()
    if lever == "sign_on_bonus":
        text = "(1 - clawback_chance_pct / 100 x clawback_share_pct / 100)"
        kept = ONE - view.clawback_chance * view.clawback_share
        chances = {"clawback_chance_pct": view.clawback_chance * 100, "clawback_share_pct": view.clawback_share * 100}
        product.times(kept, text, **chances)
    elif lever == "equity_grant":
        _add_stock(product, view)
    elif lever == "base_salary":
        _add_riding(product, view)
        _add_years(product, view)
    else:
        product.times(view.payout_rate, "payout_pct / 100", payout_pct=view.payout_rate * 100)
        _add_years(product, view)
    product.times(ONE - view.tax_rate, "(1 - tax_pct / 100)", tax_pct=view.tax_rate * 100)
    return product.finish()


def _add_riding(product: _Product, view: LeverView) -> None:
    terms, inputs = ["1"], {}
    if view.bonus_rate:
        terms.append("bonus_pct / 100" + (" x payout_pct / 100" if view.payout_rate != ONE else ""))
        inputs["bonus_pct"] = view.bonus_rate * 100
        if view.payout_rate != ONE:
            inputs["payout_pct"] = view.payout_rate * 100
    if view.match_rate:
        terms.append("match_pct / 100")
        inputs["match_pct"] = view.match_rate * 100
    product.times(view.riding, f"({' + '.join(terms)})", **inputs)


def year_factors(view: LeverView, months: int) -> Iterator[Decimal]:
    """For each service year until month `months`: its part worked x raises so far, discounted."""
    for year in range(1, -(-months // 12) + 1):
        worked = Decimal(min(12, months - 12 * (year - 1))) / 12
        yield worked * (ONE + view.raise_rate) ** (year - 1) / (ONE + view.discount_rate) ** _time_of(year, view)


def _time_of(year: int, view: LeverView) -> Decimal:
    return year - HALF if view.timing == "mid_year" else Decimal(year)


def _add_years(product: _Product, view: LeverView) -> None:
    value = sum(year_factors(view, view.stay_months), ZERO)
    if not view.raise_rate and not view.discount_rate:
        product.times(value, "stay_months / 12", stay_months=Decimal(view.stay_months))
        return
    inputs = {}
    if view.raise_rate:
        inputs["raise_pct"] = view.raise_rate * 100
    if view.discount_rate:
        inputs["discount_pct"] = view.discount_rate * 100
    terms = [_spell_year(year, view) for year in range(1, -(-view.stay_months // 12) + 1)]
    product.times(value, f"({' + '.join(terms)})", **inputs)


def _spell_year(year: int, view: LeverView) -> str:
    worked = min(12, view.stay_months - 12 * (year - 1))
    text = "1" if worked == 12 else f"{worked} / 12"
    if view.raise_rate and year > 1:
        text += f" x (1 + raise_pct / 100) ^ {year - 1}"
    if view.discount_rate:
        text += f" / (1 + discount_pct / 100) ^ {_time_of(year, view)}"
    return text


def _add_stock(product: _Product, view: LeverView) -> None:
    moved = ONE + view.price_change_rate
    product.times(moved, "(1 + price_change_pct / 100)", price_change_pct=view.price_change_rate * 100)
    vested = [event for event in view.events if event.month <= view.stay_months]
    value, terms, inputs = ZERO, [], {}
    for event in vested:
        years = Decimal(event.month) / 12
        value += event.fraction * (ONE + view.growth_rate) ** years / (ONE + view.discount_rate) ** years
        inputs[f"month_{event.month}_vesting_pct"] = event.fraction * 100
        terms.append(_spell_vest(event, view))
    if not view.growth_rate and not view.discount_rate:
        share = sum((event.fraction for event in vested), ZERO)
        product.times(share, "vested_pct / 100", vested_pct=share * 100)
        return
    rates = {"growth_pct": view.growth_rate * 100, "discount_pct": view.discount_rate * 100}
    used = {name: rate for name, rate in rates.items() if rate}
    if len(vested) > LONGEST_SPELLED:
        text = "the sum over the vests of vesting_pct / 100, grown and discounted to the month of each"
        product.times(value, text, vests=Decimal(len(vested)), **used)
    else:
        product.times(value, f"({' + '.join(terms) or '0'})", **inputs, **used)


def _spell_vest(event: VestEvent, view: LeverView) -> str:
    text = f"month_{event.month}_vesting_pct / 100"
    if view.growth_rate:
        text += f" x (1 + growth_pct / 100) ^ ({event.month} / 12)"
    if view.discount_rate:
        text += f" / (1 + discount_pct / 100) ^ ({event.month} / 12)"
    return text


def blend_events(grants: Sequence[ValuedGrant]) -> tuple[VestEvent, ...]:
    """The vests of one unit spread over several grants by their value."""
    total = sum((grant.value for grant in grants), ZERO)
    shares: dict[int, Decimal] = {}
    for grant in grants:
        for event in calculate_vest_events(grant.schedule):
            shares[event.month] = shares.get(event.month, ZERO) + event.fraction * grant.value / total
    return tuple(VestEvent(month, share) for month, share in sorted(shares.items()))


class Vesting(NamedTuple):
    """How a unit of stock vests, over how many years, and what had to be assumed."""

    events: tuple[VestEvent, ...]
    years: Decimal
    assumptions: tuple[str, ...]


def read_vesting(offer: Offer) -> Vesting:
    """How more stock in this offer would vest: as its grants do, else in four equal yearly parts.

    Raises:
        InputError: the years and the schedule of a grant do not fit together.
    """
    valued = value_grants(offer)
    grants = [grant for grant in valued.grants if grant.value]
    if grants:
        total = sum((grant.value for grant in grants), ZERO)
        yearly = sum((grant.value / grant.schedule.years for grant in grants), ZERO)
        return Vesting(blend_events(grants), total / yearly, valued.assumptions)
    stated = next((grant for grant in offer.equity if grant.kind == "rsu"), None)
    return vest_as(build_schedule(stated or EquityGrant(), "equity[0]"))


def vest_as(schedule: VestingSchedule) -> Vesting:
    """A unit that vests on this schedule."""
    return Vesting(calculate_vest_events(schedule), schedule.years, schedule.assumptions)


def match_percent(plan: RetirementMatch | None) -> Decimal:
    """What the employer adds to savings, in percent of pay; the legal limits are left out.

    >>> match_percent(RetirementMatch(match_pct=Decimal(50), upto_pct=Decimal(6)))
    Decimal('3')
    """
    if plan is None:
        return ZERO
    top = plan.upto_pct if plan.next_upto_pct is None else plan.next_upto_pct
    saved = top if plan.contribution_pct is None else plan.contribution_pct
    first = plan.match_pct * min(saved, plan.upto_pct) / 100
    above = max(ZERO, min(saved, top) - plan.upto_pct)
    return first + (plan.next_match_pct or ZERO) * above / 100 + (plan.automatic_pct or ZERO)
