"""Net present value: what each of several offers is worth today, cash and stock discounted at rates of their own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.domain.comparison import Side
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import round_cents
from assistant.domain.present_value import Discounting, value_parts
from assistant.domain.view import RULE, View

MEASURE = "net present value"
READABLE = 10


def build_present_values(sides: Sequence[Side], currency: str, discounting: Discounting) -> View | None:
    """The offers by net present value, in comparable money; None where nothing is discounted."""
    if discounting.is_flat:
        return None
    figures = tuple(_present_value(side, currency, discounting) for side in sides)
    return View(
        measure=MEASURE,
        unit=currency,
        values=tuple(figure.value for figure in figures),
        figures=figures,
        names=tuple(side.name for side in sides),
        short=MEASURE,
        ranks=True,
    )


def _present_value(side: Side, currency: str, discounting: Discounting) -> Figure:
    value = round_cents(value_parts(side.stream, discounting).total * side.weight)
    rates = {"cash_rate": discounting.cash_rate, "equity_rate": discounting.equity_rate}
    formula, inputs = _spell_out(side, discounting)
    return build_figure(
        f"{side.name} {MEASURE}", value, currency, formula=formula, rule=RULE, inputs={**rates, **inputs}
    )


def _spell_out(side: Side, discounting: Discounting) -> tuple[str, dict[str, Decimal]]:
    """The sum over the years in the names of its inputs; by month a sentence, as it would be too long."""
    if discounting.timing == "months":
        return "each payment / (1 + its rate) ^ (month / 12), added up", {}
    terms: list[str] = []
    inputs: dict[str, Decimal] = {}
    middle = discounting.timing == "mid_year"
    for pay in side.stream.years:
        time = f"{pay.year - 0.5}" if middle else f"{pay.year}"
        cash = pay.cash if middle else pay.base + pay.bonus
        amounts = [
            (f"cash_{pay.year}", cash, "cash_rate", time),
            (f"stock_{pay.year}", pay.equity, "equity_rate", time),
        ]
        if not middle:
            amounts.append((f"sign_on_{pay.year}", pay.sign_on, "cash_rate", f"{pay.year - 1}"))
        for name, amount, rate, when in amounts:
            if amount:
                inputs[name] = round(amount * side.weight, READABLE)
                terms.append(f"{name} / (1 + {rate}) ^ {when}")
    return " + ".join(terms) or "nothing is paid", inputs
