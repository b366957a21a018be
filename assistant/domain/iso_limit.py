"""ISO limit: how much of a grant is taxed as ISO when more than the yearly limit first becomes exercisable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.service_time import add_months
from assistant.domain.stake import round_shares
from assistant.domain.vesting import VestingSchedule, calculate_vest_events

RULE = "iso_limit"
ZERO = Decimal(0)
YEARLY_LIMIT = Decimal(100000)
SOURCES = ("irc-422",)
SHARE_PLACES = 6
"""Steps of a vesting schedule are fractions; what is left of them after so many places is no share."""


@dataclass(frozen=True, slots=True)
class IsoGrant:
    """A grant of ISOs; `fair_market_value` is that of a share on the grant date.

    With `early_exercise` all of it is exercisable from the grant date on, otherwise as it vests from `vesting_start`.
    """

    name: str
    shares: Decimal
    fair_market_value: Decimal
    grant_date: date
    vesting_start: date
    schedule: VestingSchedule
    early_exercise: bool = False


@dataclass(frozen=True, slots=True)
class YearSplit:
    """One calendar year: value first exercisable, the part within the limit, the rest.

    `shares`, counted whole, first become exercisable; `kept` are the whole shares of each grant that stay ISO.
    """

    year: int
    first_exercisable: Decimal
    iso: Decimal
    nso: Decimal
    grants: Mapping[str, Decimal]
    shares: Decimal = ZERO
    kept: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def iso_shares(self) -> Decimal:
        """Whole shares of this year that stay ISO."""
        return sum(self.kept.values(), ZERO)

    @property
    def nso_shares(self) -> Decimal:
        """Shares of this year that are treated as NSO."""
        return self.shares - self.iso_shares


@dataclass(frozen=True, slots=True)
class GrantSplit:
    """Shares of one grant that stay ISO and those treated as NSO."""

    name: str
    iso_shares: Decimal
    nso_shares: Decimal


@dataclass(frozen=True, slots=True)
class IsoSplit:
    """The years and the grants."""

    years: tuple[YearSplit, ...]
    grants: tuple[GrantSplit, ...]


def split_iso_grants(grants: Sequence[IsoGrant]) -> IsoSplit:
    """ISO and NSO part of each year and grant; within a year the grant made first comes first.

    Source: 26 U.S. Code section 422(d).
    """
    ordered = sorted(grants, key=lambda grant: grant.grant_date)
    counts: dict[int, dict[str, Decimal]] = defaultdict(lambda: defaultdict(lambda: ZERO))
    prices = {grant.name: grant.fair_market_value for grant in ordered}
    for grant in ordered:
        for year, shares in _exercisable(grant):
            counts[year][grant.name] += shares
    over: dict[str, Decimal] = defaultdict(lambda: ZERO)
    whole = _count_whole(counts)
    years = [_split_year(year, counts[year], whole[year], prices, over) for year in sorted(counts)]
    splits = tuple(_split(grant, over[grant.name]) for grant in ordered)
    return IsoSplit(tuple(years), splits)


def _split_year(
    year: int,
    counts: Mapping[str, Decimal],
    whole: Mapping[str, Decimal],
    prices: Mapping[str, Decimal],
    over: dict[str, Decimal],
) -> YearSplit:
    """The split of one year; what is above the limit is added to `over` by grant."""
    left, iso_shares = YEARLY_LIMIT, {}
    values = {name: shares * prices[name] for name, shares in counts.items()}
    for name, value in values.items():
        kept = min(left, value)
        over[name], left = over[name] + value - kept, left - kept
        iso_shares[name] = min(whole[name], _floor(kept / prices[name])) if kept < value else whole[name]
    total = sum(values.values(), ZERO)
    iso = min(YEARLY_LIMIT, total)
    return YearSplit(year, total, iso, total - iso, values, sum(whole.values(), ZERO), iso_shares)


def _count_whole(counts: Mapping[int, Mapping[str, Decimal]]) -> dict[int, dict[str, Decimal]]:
    """Whole shares of each year and grant: fractions wait until they add up."""
    reached: dict[str, Decimal] = defaultdict(lambda: ZERO)
    whole: dict[int, dict[str, Decimal]] = defaultdict(dict)
    for year in sorted(counts):
        for name, shares in counts[year].items():
            before, reached[name] = reached[name], reached[name] + shares
            whole[year][name] = _floor(reached[name]) - _floor(before)
    return whole


def _floor(shares: Decimal) -> Decimal:
    return round(shares, SHARE_PLACES).to_integral_value(ROUND_FLOOR)


def build_limit_figures(split: IsoSplit, currency: str = "USD") -> Iterator[Figure]:
    """The split as figures: shares in total, then each year."""
    for label, values in (
        ("shares that stay ISO", [item.iso_shares for item in split.grants]),
        ("shares treated as NSO", [item.nso_shares for item in split.grants]),
    ):
        names = [f"grant_{number}" for number in range(1, len(values) + 1)]
        yield build_figure(
            label,
            round_shares(sum(values, ZERO)),
            "shares",
            formula=" + ".join(names),
            rule=RULE,
            inputs=dict(zip(names, values, strict=True)),
            source_ids=SOURCES,
        )
    inputs = {"limit": YEARLY_LIMIT}
    yield _money("limit a calendar year on what is first exercisable", YEARLY_LIMIT, "limit", inputs, currency)
    if len(split.grants) > 1:
        yield from map(_grant_figure, split.grants)
    for item in split.years:
        names = [f"grant_{number}" for number in range(1, len(item.grants) + 1)]
        inputs = dict(zip(names, item.grants.values(), strict=True))
        yield _money(f"first exercisable in {item.year}", item.first_exercisable, " + ".join(names), inputs, currency)
        inputs = {"first_exercisable": item.first_exercisable, "limit": YEARLY_LIMIT}
        formula = "max(0, first_exercisable - limit)"
        yield _money(f"above the limit in {item.year}", item.nso, formula, inputs, currency)
        if item.nso:
            yield from _whole_figures(item)


def _whole_figures(item: YearSplit) -> Iterator[Figure]:
    """Whole shares on both sides of the limit, in a year that is above it."""
    kept = {f"grant_{number}": shares for number, shares in enumerate(item.kept.values(), start=1)}
    both = {"shares": item.shares, "iso_shares": item.iso_shares}
    for label, value, formula, inputs in (
        ("whole shares that stay ISO", item.iso_shares, " + ".join(kept), kept),
        ("whole shares treated as NSO", item.nso_shares, "shares - iso_shares", both),
    ):
        yield build_figure(
            f"{label} in {item.year}",
            value,
            "shares",
            formula=formula,
            rule=RULE,
            inputs=inputs,
            source_ids=SOURCES,
        )


def _grant_figure(item: GrantSplit) -> Figure:
    inputs = {"granted": item.iso_shares + item.nso_shares, "iso_shares": item.iso_shares}
    return build_figure(
        f"shares of {item.name} treated as NSO",
        round_shares(item.nso_shares),
        "shares",
        formula="granted - iso_shares",
        rule=RULE,
        inputs=inputs,
        source_ids=SOURCES,
    )


def _exercisable(grant: IsoGrant) -> Iterator[tuple[int, Decimal]]:
    """Calendar year and shares of each step in which the grant becomes exercisable."""
    if grant.early_exercise:
        yield grant.grant_date.year, grant.shares
        return
    for event in calculate_vest_events(grant.schedule):
        yield add_months(grant.vesting_start, event.month).year, grant.shares * event.fraction


def _split(grant: IsoGrant, over: Decimal) -> GrantSplit:
    nso = over / grant.fair_market_value if grant.fair_market_value else ZERO
    return GrantSplit(grant.name, grant.shares - nso, nso)


def _money(label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal], currency: str) -> Figure:
    return build_figure(
        label, round_cents(value), currency, formula=formula, rule=RULE, inputs=inputs, source_ids=SOURCES
    )
