"""Sensitivity: what a ranking of offers is hostage to, the smallest change of each assumption that turns it.

One assumption is changed at a time. For the leader a change must bring it down to the next best offer, for any other
offer up to the leader. Amounts are in comparable money unless an input's name says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.break_even import bonus_share, collect_stock, list_cash_factors, solve_growth
from assistant.domain.comparison import HUNDRED, Side, find_leader
from assistant.domain.crossover import HALF_CENT, accumulate_months
from assistant.domain.discount_change import find_discount_changes
from assistant.domain.grants import ValuedGrant, list_refreshers, value_grants
from assistant.domain.offer import RefreshGrant
from assistant.domain.pay_stream import PayStream, bonus_of, build_pay_stream, calculate_vested
from assistant.domain.present_value import Discounting, ValuedParts, month_factors, value_parts

ZERO = Decimal(0)
DIFFERENCE = "flips_at - now"
RATIO = "(flips_at / now - 1) x 100"
MOST_PAYOUT = Decimal(500)
MOST_TIMES = Decimal(10)
HIGHEST_RAISE = Decimal(1)


class Flip(NamedTuple):
    """A change of one assumption at which another offer comes out on top.

    `size` puts changes of different units in one order: percentage points, or percent of what is.
    """

    subject: str
    now: Decimal
    flips_at: Decimal
    change: Decimal
    unit: str
    formula: str
    size: Decimal


class Ranking(NamedTuple):
    """The order of offers at hand: their values, and for each the value at which it would change places."""

    sides: tuple[Side, ...]
    parts: tuple[ValuedParts, ...]
    values: tuple[Decimal, ...]
    leader: int
    discounting: Discounting

    def worth(self, place: int) -> Decimal:
        """What an offer must be worth, in its own currency, to change places with its nearest rival."""
        rivals = [value for index, value in enumerate(self.values) if index != place]
        return max(rivals) / self.sides[place].weight


class Hostages(NamedTuple):
    """What turns the ranking, the smallest change first, and what does not however it changes."""

    flips: tuple[Flip, ...]
    unmoved: tuple[str, ...]


def find_flips(sides: Sequence[Side], discounting: Discounting) -> Hostages | None:
    """For each assumption the smallest change that brings another offer to the top; None where the offers tie."""
    parts = tuple(value_parts(side.stream, discounting) for side in sides)
    values = tuple(part.total * side.weight for part, side in zip(parts, sides, strict=True))
    leader = find_leader(values)
    if leader is None:
        return None
    ranking = Ranking(tuple(sides), parts, values, leader, discounting)
    found: list[Flip] = []
    unmoved: list[str] = []
    for subject, flip in _try_all(ranking):
        if flip is None:
            unmoved.append(subject)
        else:
            found.append(flip)
    return Hostages(tuple(sorted(found, key=lambda flip: flip.size)), tuple(unmoved))


def _try_all(ranking: Ranking) -> Iterator[tuple[str, Flip | None]]:
    if ranking.discounting.cash_rate or ranking.discounting.equity_rate:
        yield from _years_stayed(ranking)
    else:
        yield "months stayed", _months_stayed(ranking)
    yield "bonus payout of every offer", _common_payout(ranking)
    for kind, now, at in find_discount_changes(ranking.sides, ranking.leader, ranking.discounting):
        subject = f"{kind} discount rate"
        yield subject, None if at is None else _difference(subject, now * 100, at * 100)
    for place, side in enumerate(ranking.sides):
        yield from _try_own(ranking, place, side)


def _try_own(ranking: Ranking, place: int, side: Side) -> Iterator[tuple[str, Flip | None]]:
    name, parts = side.name, ranking.parts[place]
    if parts.stock:
        yield f"share price growth of {name}", _growth(ranking, place, side)
        yield f"stock value of {name}", _stock_value(ranking, place, side)
    if bonus_of(side.stream.offer, side.stream.years[0].base):
        yield f"bonus payout of {name}", _payout(ranking, place, side)
    if len(side.stream.years) > 1:
        yield f"raises of {name}", _raise(ranking, place, side)
        yield f"refresh grants of {name}", _refreshers(ranking, place, side)
    yield f"tax on the pay of {name}", _tax(ranking, place, side)
    yield f"cost-of-living index of {name}", _index(ranking, place, side)
    if side.exchange_rate != 1:
        yield f"exchange rate of {name}", _exchange_rate(ranking, place, side)


def _difference(subject: str, now: Decimal, flips_at: Decimal, unit: str = "percent") -> Flip:
    change = flips_at - now
    return Flip(subject, now, flips_at, change, unit, DIFFERENCE, abs(change))


def _ratio(subject: str, now: Decimal, flips_at: Decimal) -> Flip | None:
    if not now / MOST_TIMES <= flips_at <= now * MOST_TIMES:
        return None
    change = (flips_at / now - 1) * 100
    return Flip(subject, now, flips_at, change, "percent", RATIO, abs(change))


def _months_stayed(ranking: Ranking) -> Flip | None:
    received = [accumulate_months(side.stream, side.weight) for side in ranking.sides]
    last = len(received[0]) - 1
    leader = received[ranking.leader]
    final = [paid[last] for paid in received]
    if find_leader(final) != ranking.leader:
        return None
    for month in range(last - 1, 0, -1):
        if max(paid[month] for paid in received) - leader[month] >= HALF_CENT:
            change = Decimal(month - last)
            return Flip(
                "months stayed",
                Decimal(last),
                Decimal(month),
                change,
                "months",
                DIFFERENCE,
                abs(change) * 100 / last,
            )
    return None


def _years_stayed(ranking: Ranking) -> Iterator[tuple[str, Flip | None]]:
    """The longest shorter stay of whole years at which another offer leads in net present value."""
    last = len(ranking.sides[0].stream.years)
    for years in range(last - 1, 0, -1):
        values = [
            value_parts(build_pay_stream(stream.offer, years, stream.outlook), ranking.discounting).total * side.weight
            for side in ranking.sides
            for stream in (side.stream,)
        ]
        if max(values) - values[ranking.leader] >= HALF_CENT:
            yield "years stayed", Flip(
                "years stayed", Decimal(last), Decimal(years), Decimal(years - last), "years", DIFFERENCE,
                Decimal(last - years) * 100 / last,
            )  # fmt: skip
            return
    if last > 1:
        yield "years stayed", None


def _growth(ranking: Ranking, place: int, side: Side) -> Flip | None:
    parts = ranking.parts[place]
    wanted = ranking.worth(place) - (parts.total - parts.stock)
    growth = solve_growth(collect_stock(side.stream, ranking.discounting), wanted)
    now = side.stream.outlook.growth_rate
    subject = f"share price growth of {side.name}"
    return None if growth is None else _difference(subject, now * 100, growth * 100)


def _stock_value(ranking: Ranking, place: int, side: Side) -> Flip | None:
    parts = ranking.parts[place]
    wanted = ranking.worth(place) - (parts.total - parts.stock)
    flips_at = wanted / parts.stock * 100
    return _difference(f"stock value of {side.name}", HUNDRED, flips_at) if 0 <= flips_at <= 1000 else None


def _full_bonus(side: Side, discounting: Discounting) -> Decimal:
    """Present value of the whole target bonus, in the offer's own currency."""
    factors = list_cash_factors(side.stream, discounting)
    bonuses = (bonus_of(side.stream.offer, pay.base) for pay in side.stream.years)
    return sum((bonus * factor.bonus for bonus, factor in zip(bonuses, factors, strict=True)), ZERO)


def _payout(ranking: Ranking, place: int, side: Side) -> Flip | None:
    parts, full = ranking.parts[place], _full_bonus(side, ranking.discounting)
    flips_at = (ranking.worth(place) - (parts.total - parts.bonus)) / full * 100
    now = side.stream.outlook.payout_rate * 100
    return _difference(f"bonus payout of {side.name}", now, flips_at) if 0 <= flips_at <= MOST_PAYOUT else None


def _common_payout(ranking: Ranking) -> Flip | None:
    """The change, in points and alike for all offers, after which a rival leads."""
    subject = "bonus payout of every offer"
    full = [_full_bonus(side, ranking.discounting) * side.weight for side in ranking.sides]
    leader, found = ranking.leader, []
    now = max(side.stream.outlook.payout_rate for side in ranking.sides) * 100
    for place in range(len(ranking.sides)):
        slope = full[leader] - full[place]
        if place != leader and slope:
            flips_at = now - (ranking.values[leader] - ranking.values[place]) / slope * 100
            if 0 <= flips_at <= MOST_PAYOUT:
                found.append(_difference(subject, now, flips_at))
    return min(found, key=lambda flip: flip.size, default=None)


def _raise(ranking: Ranking, place: int, side: Side) -> Flip | None:
    stream, parts = side.stream, ranking.parts[place]
    share, base = bonus_share(stream), stream.years[0].base
    values = {
        12 * index: base * (factor.base + share * factor.bonus)
        for index, factor in enumerate(list_cash_factors(stream, ranking.discounting))
    }
    moving = parts.base + (parts.bonus if share else ZERO)
    rate = solve_growth(values, ranking.worth(place) - (parts.total - moving))
    if rate is None or rate > HIGHEST_RAISE:
        return None
    return _difference(f"raises of {side.name}", stream.outlook.raise_rate * 100, rate * 100)


def _refreshers(ranking: Ranking, place: int, side: Side) -> Flip | None:
    subject, gap = f"refresh grants of {side.name}", ranking.worth(place) - ranking.parts[place].total
    stream = side.stream
    granted = stream.grants[len(value_grants(stream.offer).grants) :]
    if granted:
        worth = _worth_of(granted, stream, ranking.discounting)
        if not worth:
            return None
        flips_at = (1 + gap / worth) * 100
        return _difference(subject, HUNDRED, flips_at) if 0 <= flips_at <= 1000 else None
    unit = stream.offer.with_terms({"refreshers": (RefreshGrant(total_value=Decimal(1)),)})
    needed = gap / _worth_of(list_refreshers(unit, len(stream.years)), stream, ranking.discounting)
    base = stream.years[0].base
    if not base or not 0 <= needed <= base * MOST_TIMES:
        return None
    flip = _difference(subject, ZERO, needed, stream.offer.currency_code)
    return flip._replace(size=needed / base * 100)


def _worth_of(grants: Sequence[ValuedGrant], stream: PayStream, discounting: Discounting) -> Decimal:
    months = 12 * len(stream.years)
    vested = calculate_vested(grants, months, stream.outlook.growth_rate)
    factors = month_factors(discounting.equity_rate, months, discounting.timing)
    return sum((value * factor for value, factor in zip(vested, factors, strict=True)), ZERO)


def _tax(ranking: Ranking, place: int, side: Side) -> Flip | None:
    value = ranking.values[place]
    rival = ranking.worth(place) * side.weight
    if not value:
        return None
    rate = 1 - (1 - side.tax_rate) * rival / value
    return _difference(f"tax on the pay of {side.name}", side.tax_rate * 100, rate * 100) if 0 <= rate < 1 else None


def _index(ranking: Ranking, place: int, side: Side) -> Flip | None:
    rival = ranking.worth(place) * side.weight
    if not rival:
        return None
    return _ratio(f"cost-of-living index of {side.name}", side.index, side.index * ranking.values[place] / rival)


def _exchange_rate(ranking: Ranking, place: int, side: Side) -> Flip | None:
    value = ranking.values[place]
    if not value:
        return None
    rate = side.exchange_rate * ranking.worth(place) * side.weight / value
    return _ratio(f"exchange rate of {side.name}", side.exchange_rate, rate)
