"""Pay sheet: lines of an amount times counts and parts in percent, added up and held against another amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.errors import InputError

RULE = "pay_sheet"
HUNDRED = Decimal(100)
TOTAL = "total of the lines"


@dataclass(frozen=True)
class SheetLine:
    """One line: the amount, times each count, times each percent. `amount` None: of the first line's value.

    `minus`: it is taken off.
    """

    label: str
    amount: Decimal | None
    counts: tuple[Decimal, ...] = ()
    percents: tuple[Decimal, ...] = ()
    minus: bool = False


def calculate_pay_sheet(lines: Sequence[SheetLine], currency: str, against: Decimal | None = None) -> Iterator[Figure]:
    """Each line, the total, and how far it lies above the other amount (below zero: under it).

    >>> lines = [SheetLine("pay", Decimal(48), (Decimal(40), Decimal(12))), SheetLine("housing", Decimal(6000))]
    >>> [str(figure.value) for figure in calculate_pay_sheet(lines, "USD")]
    ['29040.00', '23040.00', '6000.00']

    Raises:
        InputError: the first line has no amount.
    """
    if not lines or lines[0].amount is None:
        raise InputError("lines", "the first line needs an amount")
    first = _value(lines[0], lines[0].amount)
    values = [_value(line, first if line.amount is None else line.amount) for line in lines]
    signed = [-value if line.minus else value for line, value in zip(lines, values, strict=True)]
    total = sum(signed, Decimal(0))
    parts = {f"line_{number}": value for number, value in enumerate(signed, start=1)}
    yield build_figure(TOTAL, round_cents(total), currency, " + ".join(parts), parts, rule=RULE)
    for line, value in zip(lines, values, strict=True):
        yield _line_figure(line, value, first, currency)
    if against is not None:
        inputs = {"total": total, "against": against}
        label = "total above the other amount" if total >= against else "total below the other amount"
        formula = "total - against" if total >= against else "against - total"
        yield build_figure(label, round_cents(abs(total - against)), currency, formula, inputs, rule=RULE)


def _value(line: SheetLine, amount: Decimal) -> Decimal:
    return (
        amount
        * prod(line.counts, start=Decimal(1))
        * prod((part / HUNDRED for part in line.percents), start=Decimal(1))
    )


def _line_figure(line: SheetLine, value: Decimal, first: Decimal, currency: str) -> Figure:
    inputs = {"amount": first if line.amount is None else line.amount}
    inputs |= {f"count_{number}": count for number, count in enumerate(line.counts, start=1)}
    inputs |= {f"percent_{number}": part for number, part in enumerate(line.percents, start=1)}
    formula = " x ".join(f"{name} / 100" if name.startswith("percent") else name for name in inputs)
    return build_figure(line.label, round_cents(value), currency, formula, inputs, rule=RULE)
