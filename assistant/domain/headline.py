"""Headlines: the ways people state one offer's total compensation, and which of them a quoted number is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.compensation import TotalCompensation
from assistant.domain.figure import Figure, build_figure
from assistant.domain.money import render_money, round_cents
from assistant.domain.pay_stream import PayStream

RULE = "headline_compensation"
ZERO = Decimal(0)
SPREAD_YEARS = 2
COARSEST_PLACE = 3
WHOLE_GRANT = "the whole grant"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a quoted number is: the conventions it matches, and the nearest one with the distance to it.

    `nearest` is the first of those that are equally near; `gap` is the quoted number less it.
    """

    quoted: Decimal
    matches: tuple[Figure, ...]
    nearest: Figure

    @property
    def gap(self) -> Decimal:
        """How far the quoted number lies above the nearest convention."""
        return self.quoted - self.nearest.value


def list_conventions(result: TotalCompensation) -> tuple[Figure, ...]:
    """Every way to state the offer in one number, the usual ones first; labels are unique."""
    own = {figure.label: figure for figure in result.figures}
    count = len(result.years)
    usual = [
        own["year 1 total compensation"],
        own["recurring yearly compensation"],
        own[f"{count}-year average compensation"],
    ]
    yearly = [own[f"year {pay.year} total compensation"] for pay in result.years[1:]]
    extra = [figure for label, figure in own.items() if label.endswith(("with benefits", "with refreshers"))]
    extra = [figure for figure in extra if figure.label.startswith("year 1 ") or not figure.label.startswith("year ")]
    derived = [*_sign_on_conventions(result.stream, usual[1].value), *_partial_conventions(result.stream)]
    whole = list(_whole_grant_conventions(result.stream))
    return tuple({figure.label: figure for figure in (*usual, *derived, *extra, *yearly, *whole)}.values())


def _sign_on_conventions(stream: PayStream, recurring: Decimal) -> Iterator[Figure]:
    """Recurring pay with the sign-on of all years spread over two years, over all years, or counted whole."""
    sign_on, count = sum((pay.sign_on for pay in stream.years), ZERO), len(stream.years)
    if not sign_on:
        return
    inputs = {"recurring": recurring, "sign_on": sign_on}
    for years in dict.fromkeys((SPREAD_YEARS, count)):
        yield _figure(
            stream,
            f"recurring with sign-on spread over {years} years",
            recurring + sign_on / years,
            "recurring + sign_on / years",
            {**inputs, "years": Decimal(years)},
        )
    yield _figure(stream, "recurring with the whole sign-on", recurring + sign_on, "recurring + sign_on", inputs)


def _partial_conventions(stream: PayStream) -> Iterator[Figure]:
    """Numbers that leave something out: bonus, stock or sign-on."""
    pay = stream.years[0]
    stock = sum((grant.value / grant.schedule.years for grant in stream.initial_grants), ZERO)
    base = {"base": pay.base}
    if pay.bonus:
        without = {"base": pay.base, "sign_on": pay.sign_on, "vested_stock": pay.equity}
        yield _figure(stream, "year 1 without bonus", pay.total - pay.bonus, "base + sign_on + vested_stock", without)
        yield _figure(
            stream, "base and bonus", pay.base + pay.bonus, "base + bonus", {"base": pay.base, "bonus": pay.bonus}
        )
    if stock and pay.bonus:
        yield _figure(
            stream, "base and average stock", pay.base + stock, "base + average_stock", {**base, "average_stock": stock}
        )
    if pay.sign_on:
        parts = {"base": pay.base, "bonus": pay.bonus, "sign_on": pay.sign_on}
        yield _figure(stream, "year 1 cash", pay.cash, "base + bonus + sign_on", parts)
    yield _figure(stream, "base salary alone", pay.base, "base", base)


def _whole_grant_conventions(stream: PayStream) -> Iterator[Figure]:
    """The mistake of counting a grant of several years in one."""
    pay = stream.years[0]
    grants = [grant for grant in stream.initial_grants if grant.schedule.years > 1]
    if not grants:
        return
    whole = sum((grant.value for grant in grants), ZERO)
    parts = {"base": pay.base, "bonus": pay.bonus, "whole_grant": whole}
    total = pay.base + pay.bonus + whole
    yield _figure(stream, f"base, bonus and {WHOLE_GRANT}", total, "base + bonus + whole_grant", parts)
    if pay.sign_on:
        yield _figure(
            stream,
            f"base, bonus, sign-on and {WHOLE_GRANT}",
            total + pay.sign_on,
            "base + bonus + sign_on + whole_grant",
            {**parts, "sign_on": pay.sign_on},
        )


def read_quote(quoted: Decimal, conventions: Sequence[Figure]) -> Reading:
    """Which of the conventions a number is, to the precision it is given in (267,000 is to the thousand).

    >>> from assistant.domain.figure import build_figure
    >>> year_1 = build_figure("year 1", Decimal(266600), "USD", formula="", rule="", inputs={})
    >>> [figure.label for figure in read_quote(Decimal(267000), [year_1]).matches]
    ['year 1']
    """
    tolerance = precision_of(quoted) / 2
    nearest = min(conventions, key=lambda figure: abs(figure.value - quoted))
    matches = tuple(
        figure
        for figure in conventions
        if abs(figure.value - quoted) < tolerance and abs(figure.value - quoted) == abs(nearest.value - quoted)
    )
    return Reading(quoted=quoted, matches=matches, nearest=nearest)


def precision_of(number: Decimal) -> Decimal:
    """The last place a number is given in, no coarser than a thousand: 346,500 is given to the hundred.

    >>> precision_of(Decimal(346500)), precision_of(Decimal("235750.5"))
    (Decimal('100'), Decimal('0.1'))
    """
    if not number:
        return Decimal(1)
    exponent = number.normalize().as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    return Decimal(10) ** min(places, COARSEST_PLACE)


def list_reading_figures(reading: Reading) -> Iterator[Figure]:
    """The quoted number and how far it lies from the nearest convention, in money and percent."""
    unit, nearest = reading.nearest.unit, reading.nearest.value
    inputs = {"quoted": reading.quoted, "nearest": nearest}
    yield build_figure(
        "quoted total compensation",
        reading.quoted,
        unit,
        formula="quoted",
        rule=RULE,
        inputs={"quoted": reading.quoted},
    )
    yield build_figure(
        "difference to the nearest convention",
        reading.gap,
        unit,
        formula="quoted - nearest",
        rule=RULE,
        inputs=inputs,
    )
    if nearest:
        yield build_figure(
            "difference to the nearest convention in percent",
            round(reading.gap / nearest * 100, 2),
            "percent",
            formula="(quoted - nearest) / nearest x 100",
            rule=RULE,
            inputs=inputs,
        )


def describe_reading(reading: Reading) -> str:
    """What the quoted number is, in a sentence."""
    if reading.matches:
        names = " and ".join(figure.label for figure in reading.matches)
        exact = "" if not reading.gap else ", rounded"
        return f"{_plain(reading.quoted)} is {names}{exact}."
    unit, gap = reading.nearest.unit, reading.gap
    way = "less" if gap > 0 else "more"
    return (
        f"No convention gives {_plain(reading.quoted)}. The nearest is {reading.nearest.label}, "
        f"{render_money(reading.nearest.value, unit)}, which is {render_money(abs(gap), unit)} {way}: "
        "ask what is counted."
    )


def warn_of_reading(reading: Reading) -> Iterator[str]:
    """What is wrong with the quoted number: no convention gives it, or it counts a whole grant in a year."""
    if not reading.matches:
        yield describe_reading(reading)
    elif all(figure.label.endswith(WHOLE_GRANT) for figure in reading.matches):
        yield f"{_plain(reading.quoted)} counts the whole grant in one year, though it vests over several."


def _plain(number: Decimal) -> str:
    return render_money(number, "USD").removeprefix("$")


def _figure(stream: PayStream, label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
    unit = stream.offer.currency_code
    return build_figure(label, round_cents(value), unit, formula=formula, rule=RULE, inputs=inputs)
