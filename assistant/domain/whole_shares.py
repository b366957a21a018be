"""Whole shares: how a grant's shares are dealt out to its vests when the parts are no whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import accumulate
from typing import Literal

ShareRounding = Literal[
    "cumulative_round_down",
    "cumulative_rounding",
    "front_loaded",
    "back_loaded",
    "front_loaded_to_single_tranche",
    "back_loaded_to_single_tranche",
    "fractional",
]
"""The allocation types of the Open Cap Format. Source: open-cap-format."""

ONE = Decimal(1)
HAIR = Decimal("1e-15")
"""Lifts a sum such as 0.333… x 3 over the whole number that it stands for."""


def deal_shares(
    shares: Decimal, fractions: Sequence[Decimal], rounding: ShareRounding = "cumulative_round_down"
) -> tuple[Decimal, ...]:
    """Shares of every vest; together they are the grant.

    Args:
        shares: the grant; a whole number unless `rounding` is "fractional".
        fractions: parts of the grant (0-1) in order of time, summing to 1.
        rounding: what happens to fractions of a share. "cumulative" rounds what has vested so far and gives each
            vest the difference; the others round every vest down and give what is left over to the first or the
            last vests, one share each, or to a single one.

    >>> [str(part) for part in deal_shares(Decimal(10), [Decimal("0.25")] * 4)]
    ['2', '3', '2', '3']
    """
    exact = [shares * fraction for fraction in fractions]
    if rounding == "fractional":
        return tuple(exact)
    if rounding in ("cumulative_round_down", "cumulative_rounding"):
        mode = ROUND_FLOOR if rounding == "cumulative_round_down" else ROUND_HALF_UP
        sums = [_round(part, mode) for part in accumulate(exact)]
        return tuple(after - before for before, after in zip([Decimal(0), *sums], [*sums[:-1], shares], strict=False))
    return _deal_left_over(shares, [_round(part, ROUND_FLOOR) for part in exact], rounding)


def _round(part: Decimal, mode: str) -> Decimal:
    return (part + HAIR * max(ONE, part)).quantize(ONE, mode)


def _deal_left_over(shares: Decimal, parts: list[Decimal], rounding: ShareRounding) -> tuple[Decimal, ...]:
    left = int(shares - sum(parts, Decimal(0)))
    if rounding.endswith("to_single_tranche"):
        parts[0 if rounding.startswith("front") else -1] += left
    else:
        first = 0 if rounding == "front_loaded" else len(parts) - left
        for index in range(first, first + left):
            parts[index] += 1
    return tuple(parts)
