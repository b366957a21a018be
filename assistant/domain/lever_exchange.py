"""Lever exchange: what an amount on one lever of an offer comes to on another over the time one stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from assistant.domain.counter import LEVER_NAMES, Lever
from assistant.domain.figure import Figure, build_figure
from assistant.domain.levers import LEVERS, ONE, ZERO, LeverView, Worth, calculate_worth, year_factors
from assistant.domain.money import round_cents

RULE = "lever_exchange"
LONGEST_MONTHS = 600
FINE = Decimal("0.00000001")


class Rate(NamedTuple):
    """One unit of `from_lever` is worth `rate` units of `to_lever`, unrounded."""

    from_lever: Lever
    to_lever: Lever
    rate: Decimal


@dataclass(frozen=True, slots=True)
class LeverExchange:
    """Figures, the rates of all pairs that have one, and what the person must know."""

    figures: tuple[Figure, ...]
    rates: tuple[Rate, ...]
    warnings: tuple[str, ...]


def calculate_exchange(
    lever: Lever,
    amount: Decimal,
    view: LeverView,
    currency: str,
    *,
    base: Decimal | None = None,
    compared: Mapping[Lever, Decimal] | None = None,
) -> LeverExchange:
    """What an amount on one lever equals on each other lever, and amounts held against each other.

    Args:
        lever: the lever the amount is on.
        amount: a year for base and bonus, the whole grant for stock, once for sign-on.
        view: what is assumed about the stay.
        currency: of all amounts.
        base: yearly base salary, to express a bonus in points of it; None leaves that out.
        compared: amounts on two levers or more to weigh against each other.
    """
    worths = {name: calculate_worth(name, view) for name in LEVERS}
    figures = [*unit_figures(worths, RULE), *_equal_figures(lever, amount, worths, view, currency, base)]
    warnings = [_name_worthless(name, view) for name in LEVERS if not worths[name].value]
    if compared:
        more, noted = _compare(compared, worths, view, currency)
        figures += more
        warnings += noted
    return LeverExchange(tuple(figures), list_rates(worths), tuple(warnings))


def list_rates(worths: Mapping[Lever, Worth]) -> tuple[Rate, ...]:
    """The rates of all pairs of levers that are worth something over the stay."""
    worthy = [lever for lever in LEVERS if worths[lever].value]
    return tuple(Rate(a, b, worths[a].value / worths[b].value) for a in worthy for b in worthy if a != b)


def unit_figures(worths: Mapping[Lever, Worth], rule: str) -> Iterator[Figure]:
    """The worth of one unit of each lever."""
    for lever, worth in worths.items():
        yield build_figure(
            f"{LEVER_NAMES[lever]} worth per unit over the stay",
            worth.value.quantize(FINE),
            "ratio",
            formula=worth.formula,
            rule=rule,
            inputs=worth.inputs,
        )


def _equal_figures(
    lever: Lever, amount: Decimal, worths: Mapping[Lever, Worth], view: LeverView, currency: str, base: Decimal | None
) -> Iterator[Figure]:
    total = amount * worths[lever].value
    yield _worth_figure(f"worth of the {LEVER_NAMES[lever]} over the stay", amount, worths[lever], currency)
    for other in LEVERS:
        worth = worths[other]
        if other == lever or not worth.value:
            continue
        inputs = {"amount": amount, "worth_per_unit": worths[lever].value, "its_worth_per_unit": worth.value}
        formula, equal = "amount x worth_per_unit / its_worth_per_unit", total / worth.value
        name = LEVER_NAMES[other]
        yield _money(f"equal {name}", equal, currency, formula, inputs)
        if other == "equity_grant":
            more = inputs | {"vesting_years": view.vesting_years}
            yearly = equal / view.vesting_years
            yield _money(f"equal {name} a year", yearly, currency, f"{formula} / vesting_years", more)
        if other == "target_bonus" and base:
            yield build_figure(
                f"equal {name} in points of base",
                round_cents(equal / base * 100),
                "percent",
                formula=f"{formula} / base x 100",
                rule=RULE,
                inputs=inputs | {"base": base},
            )


def _compare(
    compared: Mapping[Lever, Decimal], worths: Mapping[Lever, Worth], view: LeverView, currency: str
) -> tuple[list[Figure], list[str]]:
    figures = [
        _worth_figure(f"worth of the {LEVER_NAMES[lever]} compared", amount, worths[lever], currency)
        for lever, amount in compared.items()
    ]
    raised, once = compared.get("base_salary"), compared.get("sign_on_bonus")
    if raised is None or once is None:
        return figures, []
    parts = {"base_salary_worth": _worth_of(compared, worths, "base_salary")}
    parts["sign_on_worth"] = _worth_of(compared, worths, "sign_on_bonus")
    lead = parts["base_salary_worth"] - parts["sign_on_worth"]
    label = "lead of the base salary at the end of the stay"
    figures.append(_money(label, lead, currency, "base_salary_worth - sign_on_worth", parts))
    month = find_break_even(raised, once, view)
    if month is None:
        years = LONGEST_MONTHS // 12
        return figures, [
            f"At this discount rate the raise does not catch up with the sign-on bonus within {years} years."
        ]
    return [*figures, *_break_even_figures(month, raised, once, view)], []


def _worth_of(compared: Mapping[Lever, Decimal], worths: Mapping[Lever, Worth], lever: Lever) -> Decimal:
    """What the amount compared on a lever is worth over the stay, unrounded."""
    return compared[lever] * worths[lever].value


def find_break_even(base_increase: Decimal, sign_on: Decimal, view: LeverView) -> Decimal | None:
    """The month at which a raise of base has paid as much as a sign-on bonus, parts of a month counted.

    The bonus that rides on base is counted month by month. None: not within 50 years.

    >>> find_break_even(Decimal(5000), Decimal(5000), LeverView(stay_months=48, events=()))
    Decimal('12')
    """
    wanted = sign_on * calculate_worth("sign_on_bonus", view).value
    paid, yearly = ZERO, base_increase * view.riding * (ONE - view.tax_rate)
    for year, factor in enumerate(year_factors(view, LONGEST_MONTHS)):
        earned = yearly * factor
        if paid + earned >= wanted and earned:
            return 12 * (year + (wanted - paid) / earned)
        paid += earned
    return None


def find_late_break_even(base_increase: Decimal, sign_on: Decimal, view: LeverView) -> int | None:
    """The same in whole months, where the bonus of a year is paid only after its last month."""
    wanted = sign_on * calculate_worth("sign_on_bonus", view).value
    net, paid = base_increase * (ONE - view.tax_rate), ZERO
    bonus = view.bonus_rate * view.payout_rate
    for year, factor in enumerate(year_factors(view, LONGEST_MONTHS)):
        for month in range(1, 13):
            salary = net * factor * (ONE + view.match_rate) * month / 12
            if paid + salary + (net * factor * bonus if month == 12 else ZERO) >= wanted:
                return 12 * year + month
        paid += net * factor * view.riding
    return None


def _break_even_figures(month: Decimal, raised: Decimal, once: Decimal, view: LeverView) -> Iterator[Figure]:
    kept = calculate_worth("sign_on_bonus", view)
    year = calculate_worth("base_salary", _first_year(view))
    inputs = {"base_increase": raised, "sign_on": once, "sign_on_kept": kept.value, "paid_in_year": year.value}
    even = not view.raise_rate and not view.discount_rate
    formula = "12 x sign_on x sign_on_kept / (base_increase x paid_in_year)"
    sentence = "the month at which the raise, with what rides on it, has paid as much as the sign-on bonus"
    yield _months("break-even month", round_cents(month), formula if even else sentence, inputs)
    first = month.quantize(ONE, rounding=ROUND_CEILING)
    sentence = "the break-even month, a month under way counted whole"
    yield _months("first month with the base salary ahead or level", first, sentence, {"month": month.quantize(FINE)})
    late = find_late_break_even(raised, once, view) if view.bonus_rate else None
    if late is not None:
        sentence = "the first month whose pay, with the bonuses of whole years, reaches the sign-on bonus"
        label = "break-even month with the bonus paid after each whole year"
        yield _months(label, Decimal(late), sentence, inputs)


def _first_year(view: LeverView) -> LeverView:
    return LeverView(
        stay_months=12,
        events=(),
        tax_rate=view.tax_rate,
        bonus_rate=view.bonus_rate,
        payout_rate=view.payout_rate,
        match_rate=view.match_rate,
    )


def _name_worthless(lever: Lever, view: LeverView) -> str:
    name = LEVER_NAMES[lever]
    if lever == "equity_grant":
        why = f"Nothing of the {name} vests within {view.stay_months} months"
    else:
        why = f"Nothing of the {name} is left under these assumptions"
    return f"{why}, so no {'grant' if lever == 'equity_grant' else name} makes up for another lever."


def _worth_figure(label: str, amount: Decimal, worth: Worth, currency: str) -> Figure:
    inputs = {"amount": amount, **worth.inputs}
    return _money(label, amount * worth.value, currency, f"amount x {worth.formula}", inputs)


def _money(label: str, value: Decimal, currency: str, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
    return build_figure(label, round_cents(value), currency, formula=formula, rule=RULE, inputs=inputs)


def _months(label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
    return build_figure(label, value, "months", formula=formula, rule=RULE, inputs=inputs)
