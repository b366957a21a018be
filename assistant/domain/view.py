"""View: one measure of several offers next to each other, who leads by it and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.domain.comparison import HUNDRED, Side, find_leader
from assistant.domain.compensation import TotalCompensation
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents

RULE = "compare_offers"

Compared = tuple[Side, TotalCompensation]


@dataclass(frozen=True, slots=True)
class View:
    """One measure: the value of each offer in order, and the figures behind them.

    `short` is how the measure is called in a difference; `ranks` marks the measures an order is made by.
    """

    measure: str
    unit: str
    values: tuple[Decimal, ...]
    figures: tuple[Figure, ...] = ()
    names: tuple[str, ...] = field(default=())
    short: str = ""
    ranks: bool = False

    def row(self, names: Sequence[str]) -> dict[str, str | Decimal | None]:
        """The measure as a row of a table, with the best offer and its lead over the next."""
        leader = find_leader(self.values)
        ordered = sorted(self.values)
        return {
            "measure": self.measure,
            "unit": self.unit,
            **dict(zip(names, self.values, strict=True)),
            "best": "level" if leader is None else names[leader],
            "lead": ordered[-1] - ordered[-2],
        }

    def compare(self) -> Iterator[Figure]:
        """Every other offer minus the first, and for three or more the lead of the best."""
        first, *others = zip(self.names, self.values, strict=True)
        for name, value in others:
            yield build_figure(
                f"{name} minus {first[0]}, {self.short}",
                value - first[1],
                self.unit,
                formula=f"{_key(name, first[0])} - {_key(first[0], name)}",
                rule=RULE,
                inputs={_key(name, first[0]): value, _key(first[0], name): first[1]},
            )
        leader = find_leader(self.values)
        if leader is not None and len(others) > 1:
            following = max(value for place, value in enumerate(self.values) if place != leader)
            yield build_figure(
                f"lead of {self.names[leader]}, {self.short}",
                self.values[leader] - following,
                self.unit,
                formula="best - next_best",
                rule=RULE,
                inputs={"best": self.values[leader], "next_best": following},
            )


def _key(name: str, other: str) -> str:
    """A name as a formula can hold it: letters, digits and underscores, apart from the other's."""
    plain = "_".join("".join(sign if sign.isalnum() else " " for sign in name).split()).lower()
    rival = "_".join("".join(sign if sign.isalnum() else " " for sign in other).split()).lower()
    return f"{plain or 'offer'}_pay" if plain != rival else f"{plain or 'offer'}_{'b' if name > other else 'a'}"


def build_views(entries: Sequence[Compared], currency: str) -> tuple[View, ...]:
    """Pay of the years, totals, average and recurring pay, gross and as adjusted."""
    count = len(entries[0][1].years)
    ranked = {
        f"{count}-year total compensation": f"{count}-year total",
        "year 1 total compensation": "year 1",
        "recurring yearly compensation": "recurring",
        f"{count}-year average compensation": f"{count}-year average",
    }
    later = {f"year {year} total compensation": f"year {year}" for year in range(2, count + 1)}
    views = [_gross_view(entries, currency, label, short, label in ranked) for label, short in (ranked | later).items()]
    taxed = any(side.tax_rate for side, _ in entries)
    priced = any(side.index != HUNDRED for side, _ in entries)
    ending = ""
    if taxed:
        ending = " after tax"
        rates = {side.name: {"tax_pct": side.tax_rate * 100} for side, _ in entries}
        views += [_adjust(view, ending, "pay x (1 - tax_pct / 100)", rates) for view in views[: len(ranked)]]
    if priced:
        indices = {side.name: {"index": side.index} for side, _ in entries}
        begin = len(ranked) + len(later) if taxed else 0
        adjusted = " at equal cost of living"
        views += [_adjust(view, adjusted, "pay x 100 / index", indices) for view in views[begin : begin + len(ranked)]]
    return tuple(views)


def _gross_view(entries: Sequence[Compared], currency: str, label: str, short: str, ranks: bool) -> View:
    figures = []
    for side, compensation in entries:
        found = next(figure for figure in compensation.figures if figure.label == label)
        figures.append(_convert(found, side, currency))
    return View(
        measure=label,
        unit=currency,
        values=tuple(figure.value for figure in figures),
        figures=tuple(figures),
        names=tuple(side.name for side, _ in entries),
        short=short,
        ranks=ranks,
    )


def _convert(figure: Figure, side: Side, currency: str) -> Figure:
    label = f"{side.name} {figure.label}"
    if side.exchange_rate == 1:
        return figure.model_copy(update={"label": label, "rule": RULE})
    return build_figure(
        label,
        round_cents(figure.value * side.exchange_rate),
        currency,
        formula="pay x exchange_rate",
        rule=RULE,
        inputs={"pay": figure.value, "exchange_rate": side.exchange_rate},
    )


def _adjust(view: View, ending: str, formula: str, inputs: Mapping[str, Mapping[str, Decimal]]) -> View:
    figures = []
    for name, figure in zip(view.names, view.figures, strict=True):
        held = {"pay": figure.value, **inputs[name]}
        value = held["pay"] * (1 - held["tax_pct"] / 100) if "tax_pct" in held else held["pay"] * 100 / held["index"]
        label = f"{figure.label}{ending}"
        figures.append(build_figure(label, round_cents(value), view.unit, formula=formula, rule=RULE, inputs=held))
    return View(
        measure=f"{view.measure}{ending}",
        unit=view.unit,
        values=tuple(figure.value for figure in figures),
        figures=tuple(figures),
        names=view.names,
        short=f"{view.short}{ending}",
        ranks=view.ranks,
    )
