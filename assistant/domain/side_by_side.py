"""Side by side: the figures and the table of a comparison of two or more offers, for people to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from assistant.domain.break_even import bonus_share, value_of_base_unit
from assistant.domain.comparison import Pairing, Side, Standing, compare_pair, find_leader
from assistant.domain.compensation import TotalCompensation
from assistant.domain.crossover import accumulate_months
from assistant.domain.figure import Figure, build_figure
from assistant.domain.growth_pairs import build_growth_pairs
from assistant.domain.money import round_cents
from assistant.domain.net_present_value import build_present_values
from assistant.domain.present_value import UNDISCOUNTED, Discounting, value_parts
from assistant.domain.sensitivity import find_flips
from assistant.domain.view import View, build_views

RULE = "compare_offers"
ZERO = Decimal(0)
FINE = Decimal("0.000001")

Row = dict[str, str | Decimal | None]


class Entry(NamedTuple):
    """An offer to show: its pay as figures and what makes it comparable."""

    side: Side
    compensation: TotalCompensation

    @property
    def name(self) -> str:
        """What the offer is called."""
        return self.side.name


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison shows: figures, rows with one column for each offer, and notes."""

    figures: tuple[Figure, ...]
    rows: tuple[Row, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]
    winners: dict[str, str | None]


def build_comparison(
    entries: Sequence[Entry], currency: str, discounting: Discounting, leave_months: Sequence[int] = ()
) -> Comparison:
    """Everything that can be said about offers over the same years.

    Args:
        entries: two or more offers; differences are taken to the first.
        currency: the currency in which they are compared.
        discounting: how later pay is discounted.
        leave_months: months of service after which to show what was paid.
    """
    sides = [entry.side for entry in entries]
    views = build_views([(entry.side, entry.compensation) for entry in entries], currency)
    present = build_present_values(sides, currency, discounting)
    if present is not None:
        views = (*views, present)
    left = _leave_views(sides, currency, leave_months)
    hostage_figures, hostage_notes = _list_hostages(sides, discounting)
    money = {entry.name: entry.compensation.currency for entry in entries}
    figures = (
        *_order_figures(views),
        *_crossover_figures(sides),
        *_break_even_figures(sides, money, discounting),
        *hostage_figures,
        *(figure for view in left for figure in view.figures),
    )
    ranked = [view for view in views if view.ranks]
    names = [side.name for side in sides]
    return Comparison(
        figures=figures,
        rows=(
            *(view.row(names) for view in (*views, *_cumulative_views(sides, currency), *left)),
            *build_growth_pairs(sides, discounting),
        ),
        assumptions=(*_name_ties(ranked, names), *_name_steady_leads(sides), *hostage_notes[0]),
        warnings=tuple(hostage_notes[1]),
        winners={view.measure: _name_of(view, names) for view in ranked},
    )


def _name_of(view: View, names: Sequence[str]) -> str | None:
    leader = find_leader(view.values)
    return None if leader is None else names[leader]


def _name_ties(views: Iterable[View], names: Sequence[str]) -> list[str]:
    level = [view.measure for view in views if _name_of(view, names) is None]
    return [f"Level at the top by: {', '.join(level)}."] if level else []


def _order_figures(views: Sequence[View]) -> Iterator[Figure]:
    """The views that rank, then who leads and the differences, then the rest."""
    for view in views:
        if view.ranks:
            yield from view.figures
    for view in views:
        if view.ranks:
            yield from view.compare()
    for view in views:
        if not view.ranks:
            yield from view.figures


def _cumulative_views(sides: Sequence[Side], currency: str) -> list[View]:
    received = [accumulate_months(side.stream, side.weight) for side in sides]
    years = range(1, len(sides[0].stream.years) + 1)
    return [
        View(f"paid by the end of year {year}", currency, tuple(round_cents(paid[12 * year]) for paid in received))
        for year in years
    ]


def _leave_views(sides: Sequence[Side], currency: str, months: Sequence[int]) -> list[View]:
    received = [accumulate_months(side.stream, side.weight) for side in sides]
    views = []
    for month in months:
        values = tuple(round_cents(paid[month]) for paid in received)
        figures = tuple(
            build_figure(
                f"{side.name} paid by month {month}",
                value,
                currency,
                formula="cash and vested stock received by the end of the month",
                rule=RULE,
                inputs={"month": Decimal(month)},
            )
            for side, value in zip(sides, values, strict=True)
        )
        views.append(View(f"paid by month {month}", currency, values, figures))
    return views


def _crossover_figures(sides: Sequence[Side]) -> Iterator[Figure]:
    seen: Counter[str] = Counter()
    for first, second in combinations(sides, 2):
        pairing = compare_pair(first, second)
        for unit, places in (("month", pairing.crossover_months), ("year", pairing.crossover_years)):
            for place in places:
                ahead, behind = (second, first) if place.second_leads else (first, second)
                label = f"{ahead.name} passes {behind.name} in {unit}"
                seen[label] += 1
                yield build_figure(
                    label if seen[label] == 1 else f"{label} ({seen[label]})",
                    Decimal(place.at),
                    f"{unit}s",
                    formula=f"the first {unit} at whose end it has paid more",
                    rule=RULE,
                    inputs=_received(ahead, behind, place.at * (1 if unit == "month" else 12)),
                )


def _name_steady_leads(sides: Sequence[Side]) -> Iterator[str]:
    """Pairs in which the one never passes the other: that no crossover is listed is no answer."""
    for first, second in combinations(sides, 2):
        pairing = compare_pair(first, second)
        ahead = sum(pairing.cumulative[-1:], ZERO)
        if ahead and not pairing.crossover_months:
            leader, other = (second, first) if ahead > 0 else (first, second)
            yield f"{other.name} never passes {leader.name} in pay received so far within these years."


def _received(ahead: Side, behind: Side, month: int) -> dict[str, Decimal]:
    return {
        f"{side.name} by then": round_cents(accumulate_months(side.stream, side.weight)[month])
        for side in (ahead, behind)
    }


def _break_even_figures(sides: Sequence[Side], money: Mapping[str, str], discounting: Discounting) -> Iterator[Figure]:
    first = sides[0]
    views = [(UNDISCOUNTED, "")] + ([] if discounting.is_flat else [(discounting, " in net present value")])
    for view, ending in views:
        for other in sides[1:]:
            pairing: Pairing = compare_pair(first, other, view)
            for side, rival, standing, target in (
                (first, other, pairing.first, pairing.second.value),
                (other, first, pairing.second, pairing.first.value),
            ):
                yield from _side_figures(
                    _Case(side, f"equals {rival.name}{ending}", money[side.name], view), standing, target
                )


class _Case(NamedTuple):
    """A side, what it should equal, its currency, and how value is counted."""

    side: Side
    goal: str
    currency: str
    discounting: Discounting


def _side_figures(case: _Case, standing: Standing, target: Decimal) -> Iterator[Figure]:
    side, stream = case.side, case.side.stream
    worth, parts = target / side.weight, value_parts(stream, case.discounting)
    base = stream.years[0].base
    if standing.base is not None:
        unit = value_of_base_unit(stream, case.discounting)
        yield build_figure(
            f"base of {side.name} that {case.goal}",
            round_cents(standing.base),
            case.currency,
            formula="(worth_to_match - other_pay) / worth_of_one_more_base",
            rule=RULE,
            inputs={
                "worth_to_match": worth,
                "other_pay": parts.total - base * unit,
                "worth_of_one_more_base": unit,
                "bonus_pct": bonus_share(stream) * 100,
            },
        )
    if standing.sign_on is not None and worth > parts.total:
        yield build_figure(
            f"sign-on of {side.name} that {case.goal}",
            round_cents(standing.sign_on),
            case.currency,
            formula="sign_on + worth_to_match - pay",
            rule=RULE,
            inputs={"sign_on": stream.years[0].sign_on, "worth_to_match": worth, "pay": parts.total},
        )
    if standing.growth is not None:
        yield build_figure(
            f"share price growth of {side.name} that {case.goal}",
            round(standing.growth * 100, 6),
            "percent",
            formula="the yearly growth, counted up to each vest, at which the sum of vests closes the gap",
            rule=RULE,
            inputs={"worth_to_match": worth, "pay_without_stock": parts.total - parts.stock, "stock_now": parts.stock},
        )


def _list_hostages(sides: Sequence[Side], discounting: Discounting) -> tuple[list[Figure], tuple[list[str], list[str]]]:
    hostages = find_flips(sides, discounting)
    if hostages is None:
        return [], (["The offers are level, so any change decides between them."], [])
    figures = [
        build_figure(
            f"change that flips the ranking, {flip.subject}",
            round_cents(flip.change) if len(flip.unit) == 3 else round(flip.change, 6),
            flip.unit,
            formula=flip.formula,
            rule=RULE,
            inputs={"now": flip.now, "flips_at": round(flip.flips_at, 10)},
        )
        for flip in hostages.flips
    ]
    if not figures:
        return [], ([], ["No change of a single assumption flips the ranking."])
    measure = f"{len(sides[0].stream.years)}-year total" if discounting.is_flat else "net present value"
    notes = [f"The ranking that a change flips is the one by {measure}; one assumption changes at a time."]
    if hostages.unmoved:
        notes.append(f"No change within reason flips it: {', '.join(hostages.unmoved)}.")
    return figures, (notes, [])
