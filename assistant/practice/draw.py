"""Draw: a number for a seed and a name, the same on every machine and in every version of Python."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from typing import TypeVar

Item = TypeVar("Item")

_PARTS = 10_000


def draw(seed: int, name: str) -> Decimal:
    """A number from 0 up to, not including, 1, in ten-thousandths.

    >>> draw(7, "base_salary") == draw(7, "base_salary"), 0 <= draw(7, "base_salary") < 1
    (True, True)
    """
    digest = sha256(f"{seed}:{name}".encode()).digest()
    return Decimal(int.from_bytes(digest[:8]) % _PARTS) / _PARTS


def draw_between(seed: int, name: str, low: Decimal, high: Decimal) -> Decimal:
    """A number from `low` up to `high`."""
    return low + draw(seed, name) * (high - low)


def choose(seed: int, name: str, items: Sequence[Item]) -> Item:
    """One of the items, of which there must be at least one."""
    return items[int(draw(seed, name) * len(items))]
