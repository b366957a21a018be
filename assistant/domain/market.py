"""Market: where an amount of pay stands among others.

A percentile rank is the midrank: the part of the others below, and half of those equal. Quantiles are interpolated
between the two nearest of the sorted amounts (the inclusive way of spreadsheets; the exclusive one stands beside it).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.errors import InputError

RULE = "market_position"
HUNDRED = Decimal(100)
ZERO = Decimal(0)
QUANTILES = (Decimal(25), Decimal(50), Decimal(75))
FEW, VERY_FEW = 30, 10
SMALLEST_EXCLUSIVE = 3


def rank_amount(
    amount: Decimal, others: Sequence[Decimal], currency: str, source_ids: tuple[str, ...] = ()
) -> Iterator[Figure]:
    """Where the amount ranks among the others, under the ways of counting in use.

    >>> [str(figure.value) for figure in rank_amount(Decimal(4), [Decimal(n) for n in (1, 4, 4, 9)], "USD")][:3]
    ['50', '25', '75']
    """
    ordered = sorted(others)
    below = bisect_left(ordered, amount)
    equal = bisect_right(ordered, amount) - below
    counts = {"below": Decimal(below), "equal": Decimal(equal), "n": Decimal(len(ordered))}
    for label, value, formula in (
        ("percentile rank", below + Decimal(equal) / 2, "100 x (below + equal / 2) / n"),
        ("share of amounts below", Decimal(below), "100 x below / n"),
        ("share of amounts at or below", Decimal(below + equal), "100 x (below + equal) / n"),
    ):
        yield build_figure(
            label, HUNDRED * value / len(ordered), "percent", formula=formula, rule=RULE, inputs=counts,
            source_ids=source_ids,
        )  # fmt: skip
    if len(ordered) > 1 and ordered[0] <= amount <= ordered[-1]:
        yield _spreadsheet_rank(amount, ordered, below, equal)
    middle = find_quantile(ordered, Decimal(50))
    yield from compare_with_median(amount, middle, currency)


def _spreadsheet_rank(amount: Decimal, ordered: Sequence[Decimal], below: int, equal: int) -> Figure:
    """PERCENTRANK.INC: n - 1 steps from the smallest to the largest, interpolated between two amounts."""
    steps = {"below": Decimal(below), "n": Decimal(len(ordered))}
    part, formula = ZERO, "100 x below / (n - 1)"
    if not equal:
        low, high = ordered[below - 1], ordered[below]
        part = (amount - low) / (high - low) - 1
        steps |= {"amount": amount, "low": low, "high": high}
        formula = "100 x (below - 1 + (amount - low) / (high - low)) / (n - 1)"
    value = HUNDRED * (below + part) / (len(ordered) - 1)
    return build_figure(
        "percentile rank, smallest 0 and largest 100", value, "percent", formula=formula, rule=RULE, inputs=steps
    )


def list_quantiles(others: Sequence[Decimal], currency: str, wanted: Decimal | None = None) -> Iterator[Figure]:
    """p25, p50 and p75 of the amounts, and one more percentile if wanted; inclusive and exclusive where they differ."""
    ordered = sorted(others)
    for percent in sorted({*QUANTILES, *(() if wanted is None else (wanted,))}):
        yield _quantile_figure(f"p{percent.normalize():f} of the data", ordered, percent, currency)
        position = percent / 100 * (len(ordered) + 1)
        if percent != 50 and len(ordered) >= SMALLEST_EXCLUSIVE and 1 <= position <= len(ordered):
            label = f"p{percent.normalize():f} of the data, n + 1 positions"
            yield _interpolate(label, ordered, position - 1, currency)


def find_quantile(ordered: Sequence[Decimal], percent: Decimal) -> Decimal:
    """The amount at a percentile of sorted amounts, interpolated, unrounded.

    >>> find_quantile([Decimal(10), Decimal(20), Decimal(40)], Decimal(75))
    Decimal('30.00')
    """
    position = percent / 100 * (len(ordered) - 1)
    index = min(int(position), len(ordered) - 1)
    above = ordered[min(index + 1, len(ordered) - 1)]
    return ordered[index] + (position - index) * (above - ordered[index])


def _quantile_figure(label: str, ordered: Sequence[Decimal], percent: Decimal, currency: str) -> Figure:
    return _interpolate(label, ordered, percent / 100 * (len(ordered) - 1), currency)


def _interpolate(label: str, ordered: Sequence[Decimal], position: Decimal, currency: str) -> Figure:
    index = min(int(position), len(ordered) - 1)
    low, high = ordered[index], ordered[min(index + 1, len(ordered) - 1)]
    part = position - index
    return build_figure(
        label, round_cents(low + part * (high - low)), currency, formula="low + part x (high - low)", rule=RULE,
        inputs={"low": low, "high": high, "part": part, "n": Decimal(len(ordered))},
    )  # fmt: skip


def compare_with_median(
    amount: Decimal, middle: Decimal, currency: str, source_ids: tuple[str, ...] = ()
) -> Iterator[Figure]:
    """The amount beside the market's median, in money and as a ratio."""
    both = {"amount": amount, "median": middle}
    yield build_figure(
        "difference from the median", round_cents(amount - middle), currency, formula="amount - median", rule=RULE,
        inputs=both, source_ids=source_ids,
    )  # fmt: skip
    if middle:
        yield build_figure(
            "ratio to the median", amount / middle, "ratio", formula="amount / median", rule=RULE, inputs=both,
            source_ids=source_ids,
        )  # fmt: skip


def rank_in_percentiles(
    amount: Decimal, points: Mapping[Decimal, Decimal], currency: str, source_ids: tuple[str, ...] = ()
) -> Iterator[Figure]:
    """Where the amount stands between published percentiles: in a straight line between the two nearest.

    Args:
        amount: the pay to place.
        points: amount at each percentile (0-100).
        currency: of all amounts.
        source_ids: who publishes them.

    Raises:
        InputError: amounts that fall while the percentile rises, or no point at all.

    >>> next(rank_in_percentiles(Decimal(15), {Decimal(25): Decimal(10), Decimal(75): Decimal(20)}, "USD")).value
    Decimal('50')
    """
    known = sorted(points.items())
    if not known:
        raise InputError("percentiles", 'must hold at least one, such as {"p50": 180000}')
    if any(low[1] > high[1] for low, high in pairwise(known)):
        raise InputError("percentiles", "must not fall as the percentile rises: check which amount is which")
    yield _between(amount, known, source_ids)
    if Decimal(50) in points:
        yield from compare_with_median(amount, points[Decimal(50)], currency, source_ids)


def _between(amount: Decimal, known: Sequence[tuple[Decimal, Decimal]], source_ids: tuple[str, ...]) -> Figure:
    def say(label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
        return build_figure(label, value, "percent", formula=formula, rule=RULE, inputs=inputs, source_ids=source_ids)

    (lowest, floor), (highest, ceiling) = known[0], known[-1]
    if amount < floor:
        return say("percentile, at most", lowest, "lowest", {"lowest": lowest, "amount": amount, "its_amount": floor})
    if amount > ceiling:
        return say(
            "percentile, at least", highest, "highest", {"highest": highest, "amount": amount, "its_amount": ceiling}
        )
    index = max(place for place, point in enumerate(known) if point[1] <= amount)
    exact = [percent for percent, value in known if value == amount]
    if exact:
        middle = (exact[0] + exact[-1]) / 2
        return say("percentile", middle, "(first + last) / 2", {"first": exact[0], "last": exact[-1]})
    (from_pct, low), (to_pct, high) = known[index], known[index + 1]
    return say(
        "percentile",
        from_pct + (to_pct - from_pct) * (amount - low) / (high - low),
        "from_pct + (to_pct - from_pct) x (amount - low) / (high - low)",
        {"from_pct": from_pct, "to_pct": to_pct, "amount": amount, "low": low, "high": high},
    )


def warn_sample(count: int) -> Iterator[str]:
    """What a small sample means."""
    if count < VERY_FEW:
        yield f"Only {count} amount{'s' * (count != 1)}: too few to call this a market; treat it as anecdotes."
    elif count < FEW:
        yield f"{count} amounts are few: one more could move the percentile by {HUNDRED / count:.0f} points or more."
