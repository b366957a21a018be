"""Numbers, names and times as people read them; the page formats nowhere else."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from assistant.domain.figure import Figure
from assistant.domain.money import Money, round_cents

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥", "CAD": "CA$", "AUD": "A$", "SGD": "S$"}
_SHORT = ((Decimal(10**9), "B", 2), (Decimal(10**6), "M", 2), (Decimal(1000), "k", 0))
_COUNTED = ("months", "years", "shares")
_LONGEST_VALUE = 160


def format_money(money: Money) -> str:
    """An amount with its sign, cents only where there are any; the sign of the number comes first.

    >>> format_money(Money(amount=Decimal("-1250.5"), currency="USD"))
    '-$1,250.50'
    >>> format_money(Money(amount=Decimal(90000), currency="CHF"))
    'CHF 90,000'
    """
    sign = _SIGNS.get(money.currency, f"{money.currency} ")
    minus = "-" if money.amount < 0 else ""
    return f"{minus}{sign}{format_number(abs(round_cents(money.amount)), cents=True)}"


def format_short_money(money: Money) -> str:
    """An amount in three or four signs, for labels in charts.

    >>> format_short_money(Money(amount=Decimal(297400), currency="USD"))
    '$297k'
    >>> format_short_money(Money(amount=Decimal(104500), currency="EUR"))
    '€105k'
    >>> format_short_money(Money(amount=Decimal(1146000), currency="EUR"))
    '€1.15M'
    """
    size = abs(money.amount)
    sign = f"{'-' if money.amount < 0 else ''}{_SIGNS.get(money.currency, f'{money.currency} ')}"
    for limit, unit, places in _SHORT:
        short = (size / limit).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if short >= 1:
            return f"{sign}{format_number(short)}{unit}"
    return f"{sign}{format_number(round_cents(size))}"


def write_axis_format(currency: str) -> str:
    """The expression by which a chart writes the amounts of an axis as `format_short_money` does."""
    sign = _SIGNS.get(currency, f"{currency} ")
    return f"'{sign}' + replace(format(datum.value, '~s'), 'G', 'B')"


def format_number(value: Decimal, *, cents: bool = False) -> str:
    """A number with thousands marked and no idle zeros; `cents` writes two decimals or none.

    >>> format_number(Decimal("1234.50"))
    '1,234.5'
    """
    if value == value.to_integral_value():
        return f"{value.to_integral_value():,f}"
    return f"{value:,.2f}" if cents else f"{value:,f}".rstrip("0")


def format_figure(figure: Figure) -> str:
    """The value of a figure in its unit.

    >>> format_figure(Figure(label="x", value=Decimal("12.5"), unit="percent", formula="", rule="r"))
    '12.5 %'
    """
    return format_value(figure.value, figure.unit)


def format_value(value: Decimal, unit: str) -> str:
    """A number in a unit of Figure: a currency code, "percent", a counted unit, or "ratio"."""
    if len(unit) == 3 and unit.isupper():
        return format_money(Money(amount=value, currency=unit))
    if unit == "percent":
        return f"{format_number(round(value, 2))} %"
    number = format_number(round(value, 2))
    return f"{number} {unit}" if unit in _COUNTED else number


def format_input(value: Any) -> str:
    """An input of a figure, plain JSON of any shape, on one line.

    >>> format_input([{"year": 1, "amount": 40000}])
    'year 1, amount 40,000'
    """
    if isinstance(value, dict):
        return ", ".join(f"{format_name(key)} {format_input(item)}" for key, item in value.items())
    if isinstance(value, list | tuple):
        return " · ".join(format_input(item) for item in value)
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "not stated"}[value]
    return _shorten(_format_scalar(value))


def _format_scalar(value: Any) -> str:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    return format_number(number) if number.is_finite() else str(value)


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"


def format_name(name: str) -> str:
    """A field's name in words.

    >>> format_name("base_annual"), format_name("target_pct")
    ('base annual', 'target %')
    """
    return re.sub(r"\bpct\b", "%", name.replace("_", " ")).strip()


def format_formula(formula: str) -> str:
    """A formula in words and signs.

    >>> format_formula("base x target_pct / 100")
    'base × target %'
    """
    words = re.sub(r"(?<=[\w)]) x (?=[\w(])", " × ", re.sub(r"_pct / 100\b", " %", formula))
    return format_name(words)


def format_day(moment: str) -> str:
    """The day of an ISO 8601 time as "21 Nov 2026", or the text itself where it is none.

    >>> format_day("2026-11-21T10:00:00+00:00")
    '21 Nov 2026'
    """
    try:
        day = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{day.day} {day:%b %Y}"


def count_of(number: int, noun: str) -> str:
    """A count with its noun.

    >>> count_of(1, "source"), count_of(3, "source")
    ('1 source', '3 sources')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
