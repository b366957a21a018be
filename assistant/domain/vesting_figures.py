"""Vesting figures: what a vesting table says a year, a calendar year, and at the point a person asks about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.stock_grant import READABLE, RULE
from assistant.domain.vesting_table import LeavePoint, Vest, VestingTable, total_fraction, total_shares, total_value

_figure = partial(build_figure, rule=RULE)

HUNDRED = Decimal(100)
FEW = 4
"""So many terms of a sum are still written out."""
VESTS_FORMULA = "sum over the vests of grant x vesting_pct / 100"


def list_vesting_figures(table: VestingTable, point: LeavePoint | None = None) -> list[Figure]:
    """The grant, its totals, each service year and calendar year, then the point asked about and the vest after it."""
    figures = [*table.grant.figures(), *_totals(table)]
    for year in range(1, table.grant.schedule.service_years + 1):
        figures += _year_figures(table, year)
    figures += _calendar_figures(table)
    if point is not None:
        figures += [*_vested_figures(table, point), *_unvested_figures(table, point)]
    return figures


def _totals(table: VestingTable) -> Iterator[Figure]:
    vests, years = table.vests, table.grant.schedule.years
    for name, vest in (("first", vests[0]), ("last", vests[-1])):
        month = Decimal(vest.month)
        yield _figure(f"{name} vest month", month, "months", f"month of the {name} vest", {"month": month})
    if vests[0].value is not None:
        total = total_value(vests)
        yield value_figure(table, "total vested value", vests)
        inputs = {"total vested value": round(total, READABLE), "vesting years": round(years, READABLE)}
        formula = "total vested value / vesting years"
        yield _money(table, "average vested value a year", total / years, formula, inputs)


def _year_figures(table: VestingTable, year: int) -> Iterator[Figure]:
    vests = table.of_year(year)
    yield _percent_figure(f"year {year} vested percent", vests)
    if table.grant.shares is not None:
        yield _sum_figure(f"year {year} vested shares", vests, "shares", total_shares(vests))
    if table.vests[0].value is not None:
        yield value_figure(table, f"year {year} vested value", vests)


def _calendar_figures(table: VestingTable) -> Iterator[Figure]:
    years = sorted({vest.day.year for vest in table.vests if vest.day is not None})
    for year in years:
        vests = [vest for vest in table.vests if vest.day is not None and vest.day.year == year]
        if table.vests[0].value is not None:
            yield value_figure(table, f"calendar {year} vested value", vests)
        elif table.grant.shares is not None:
            yield _sum_figure(f"calendar {year} vested shares", vests, "shares", total_shares(vests))
        else:
            yield _percent_figure(f"calendar {year} vested percent", vests)


def _vested_figures(table: VestingTable, point: LeavePoint) -> Iterator[Figure]:
    vested = table.until(point)
    yield _percent_figure(f"percent vested {point.words}", vested)
    if table.grant.shares is not None:
        yield _sum_figure(f"shares vested {point.words}", vested, "shares", total_shares(vested))
    if table.vests[0].value is not None:
        yield value_figure(table, f"value vested {point.words}", vested)


def _unvested_figures(table: VestingTable, point: LeavePoint) -> Iterator[Figure]:
    later, grant = table.after(point), table.grant
    left, vested = total_fraction(later) * HUNDRED, total_fraction(table.until(point)) * HUNDRED
    inputs = {"vested_pct": round(vested, READABLE)}
    yield _figure(f"percent unvested {point.words}", round(left, READABLE), "percent", "100 - vested_pct", inputs)
    if grant.shares is not None:
        inputs = {
            "shares": round(grant.shares, READABLE),
            "vested shares": round(total_shares(table.until(point)), READABLE),
        }
        shares = round(total_shares(later), READABLE)
        yield _figure(f"shares unvested {point.words}", shares, "shares", "shares - vested shares", inputs)
    yield from _left_behind(table, point, later, left)
    if later:
        yield from _next_vest(table, point, later[0])


def _left_behind(table: VestingTable, point: LeavePoint, later: Sequence[Vest], left: Decimal) -> Iterator[Figure]:
    grant, label = table.grant, f"value unvested {point.words}"
    price = table.path.price_at(grant.start_price, point.month)
    if (table.whole_shares or table.path.stated) and price is not None:
        shares = total_shares(later)
        inputs = {"unvested shares": round(shares, READABLE), "price": round(price, READABLE)}
        yield _money(table, label, shares * price, "unvested shares x price", inputs)
    elif grant.value_now is not None and not table.path.by_vest:
        factor = table.path.price_at(Decimal(1), point.month) or Decimal(1)
        inputs = {
            "grant": grant.value_now,
            "unvested_pct": round(left, READABLE),
            "price_factor": round(factor, READABLE),
        }
        formula = "grant x unvested_pct / 100 x price_factor"
        yield _money(table, label, grant.value_now * left / 100 * factor, formula, inputs)
    if table.path.moves and later and later[0].value is not None:
        yield value_figure(
            table, f"value still to vest after {point.words.removeprefix('at ').removeprefix('on ')}", later
        )


def _next_vest(table: VestingTable, point: LeavePoint, vest: Vest) -> Iterator[Figure]:
    month = Decimal(vest.month)
    yield _figure("next vest month", month, "months", "month of the next vest", {"month": month})
    yield _percent_figure("next vest percent", [vest])
    if vest.shares is not None:
        yield _sum_figure("next vest shares", [vest], "shares", vest.shares)
    if vest.value is not None:
        yield value_figure(table, "next vest value", [vest])
    if vest.day is not None and point.day is not None:
        days = Decimal((vest.day - point.day).days)
        yield _figure("days to the next vest", days, "days", "days until the date of the next vest", {"days": days})


def value_figure(table: VestingTable, label: str, vests: Sequence[Vest]) -> Figure:
    """The value of some vests, each at its own price, with a formula that can be followed."""
    if table.whole_shares or table.path.stated:
        return _by_shares(table, label, vests)
    grant = table.grant.value_now or Decimal(0)
    rate = table.path.growth_rate
    if not rate:
        inputs = {"grant": grant, "vesting_pct": round(total_fraction(vests) * HUNDRED, READABLE)}
        return _money(table, label, total_value(vests), "grant x vesting_pct / 100", inputs)
    inputs = {"growth_rate": rate, "grant": grant}
    inputs |= {f"grant month {vest.month} vesting_pct": round(vest.fraction * HUNDRED, READABLE) for vest in vests}
    formula = f"{VESTS_FORMULA} x (1 + growth_rate) ^ (month / 12)"
    return _money(table, label, total_value(vests), formula, inputs)


def _by_shares(table: VestingTable, label: str, vests: Sequence[Vest]) -> Figure:
    start, shares = table.grant.start_price, round(total_shares(vests), READABLE)
    if not table.path.moves and start is not None:
        inputs = {"shares": shares, "share_price": round(start, READABLE)}
        return _money(table, label, total_value(vests), "shares x share_price", inputs)
    if len(vests) > FEW:
        formula = f"sum over the {len(vests)} vests of shares x price"
        return _money(table, label, total_value(vests), formula, {"shares": shares})
    inputs = {}
    for vest in vests:
        inputs |= {
            f"month {vest.month} shares": round(vest.shares or Decimal(0), READABLE),
            f"month {vest.month} price": round(vest.price or Decimal(0), READABLE),
        }
    formula = " + ".join(f"month {vest.month} shares x month {vest.month} price" for vest in vests)
    return _money(table, label, total_value(vests), formula or "0", inputs)


def _percent_figure(label: str, vests: Sequence[Vest]) -> Figure:
    return _sum_figure(label, vests, "percent", total_fraction(vests) * HUNDRED)


def _sum_figure(label: str, vests: Sequence[Vest], unit: str, total: Decimal) -> Figure:
    parts = {
        vest.month: round((vest.fraction * HUNDRED) if unit == "percent" else (vest.shares or Decimal(0)), READABLE)
        for vest in vests
    }
    word = "vesting_pct" if unit == "percent" else "shares"
    formula = " + ".join(f"month {month} {word}" for month in parts) or "0"
    inputs = {f"month {month} {word}": part for month, part in parts.items()}
    if len(parts) > FEW and len(set(parts.values())) == 1:
        formula, inputs = (
            f"vests x {word} of each",
            {"vests": Decimal(len(parts)), f"{word} of each": vests_first(parts)},
        )
    elif len(parts) > FEW:
        first = next(iter(parts.values()))
        formula, inputs = f"first vest + {word} of the {len(parts) - 1} vests after it", {"first vest": first}
        inputs |= {f"{word} of the {len(parts) - 1} vests after it": round(total - first, READABLE)}
    return _figure(label, round(total, READABLE), unit, formula, inputs)


def vests_first(parts: Mapping[int, Decimal]) -> Decimal:
    """The part of the first vest."""
    return next(iter(parts.values()))


def _money(table: VestingTable, label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
    return _figure(label, round_cents(value), table.grant.currency, formula, inputs)
