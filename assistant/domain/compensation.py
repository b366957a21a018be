"""Total compensation: an offer, year by year, with one-time and lasting pay kept apart.

Year 1 is the first twelve months from the start date; all amounts are gross.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.grants import ValuedGrant
from assistant.domain.money import round_cents
from assistant.domain.offer import Offer
from assistant.domain.outlook import FLAT, Outlook
from assistant.domain.pay_stream import YearPay, build_pay_stream
from assistant.domain.vesting import VestEvent, calculate_vest_events

RULE = "total_compensation"
ZERO = Decimal(0)
READABLE_DECIMALS = 10
YEAR_FORMULA = "base + target bonus + sign-on + vested stock"


@dataclass(frozen=True, slots=True)
class TotalCompensation:
    """The years of an offer, the figures made of them, and what had to be assumed or left out.

    The first three figures are year 1, recurring and the average of all years.
    """

    currency: str
    years: tuple[YearPay, ...]
    figures: tuple[Figure, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]


def calculate_total_compensation(offer: Offer, years: int | None = None, outlook: Outlook = FLAT) -> TotalCompensation:
    """Pay of each year 1 to N, then *year 1*, *recurring* and *N-year average* kept apart.

    Args:
        offer: needs at least a base salary.
        years: N; by default 4, or the longest vesting schedule if that is longer.
        outlook: what is assumed about share price, raises and bonus payout.

    Raises:
        InputError: no base salary, or a term that cannot be used, named.
    """
    stream = build_pay_stream(offer, years, outlook)
    pays, grants, growth_rate = stream.years, stream.grants, outlook.growth_rate
    return TotalCompensation(
        currency=offer.currency_code,
        years=pays,
        figures=(
            *_headline_figures(offer, grants, pays),
            *_year_figures(offer, pays),
            *_part_figures(offer, grants, pays, growth_rate),
        ),
        assumptions=(*_name_assumptions(offer, growth_rate), *stream.assumptions),
        warnings=(*stream.warnings, *_name_uncounted(offer, len(pays))),
    )


def _events_of_year(grant: ValuedGrant, year: int) -> Iterator[VestEvent]:
    events = calculate_vest_events(grant.schedule)
    return (event for event in events if 12 * (year - 1) < event.month + grant.granted_month <= 12 * year)


def _name_assumptions(offer: Offer, growth_rate: Decimal) -> list[str]:
    notes = []
    if offer.equity and not growth_rate:
        notes.append("The share price stays flat.")
    elif offer.equity:
        percent = f"{(growth_rate * 100).normalize():f}"
        notes.append(f"The share price changes by {percent} % a year, counted up to each vest.")
        if any(grant.frequency is None for grant in offer.equity):
            notes.append("Where no vesting rhythm is stated, stock vests at the end of each service year.")
    if offer.target_bonus:
        notes.append("The bonus pays out at target.")
    if offer.currency is None or offer.currency_assumed:
        notes.append(f"No currency is stated: {offer.currency_code} is assumed.")
    return notes


def _name_uncounted(offer: Offer, years: int) -> list[str]:
    warnings = []
    if not offer.target_bonus and (offer.bonus_max_pct or offer.bonus_range_pct):
        warnings.append("The bonus is not counted: a range or a maximum is stated, but no target.")
    if offer.retention_bonus:
        warnings.append("The retention bonus is not counted: it is paid only to those who stay until its date.")
    if any(part.year > years for part in offer.signing):
        warnings.append(f"Sign-on paid after year {years} is not in these years.")
    return warnings


def _headline_figures(offer: Offer, grants: Sequence[ValuedGrant], pays: Sequence[YearPay]) -> Iterator[Figure]:
    count, total = len(pays), sum((pay.total for pay in pays), ZERO)
    totals = {f"year {pay.year}": pay.total for pay in pays}
    yield _figure(offer, "year 1 total compensation", pays[0].total, YEAR_FORMULA, _parts(pays[0]))
    yield _recurring_figure(offer, grants, pays[0])
    yield _figure(
        offer,
        f"{count}-year average compensation",
        round_cents(total / count),
        f"sum of years 1 to {count} / {count}",
        totals,
    )
    yield _figure(offer, f"{count}-year total compensation", total, f"sum of years 1 to {count}", totals)


def _recurring_figure(offer: Offer, grants: Sequence[ValuedGrant], pay: YearPay) -> Figure:
    stock = round_cents(sum((grant.value / grant.schedule.years for grant in grants), ZERO))
    inputs = {"base": pay.base, "target bonus": pay.bonus}
    for name, grant in _name_grants(grants):
        inputs |= {name: grant.value, f"{name} vesting years": round(grant.schedule.years, READABLE_DECIMALS)}
    terms = "".join(f" + {name} / {name} vesting years" for name, _ in _name_grants(grants))
    formula = f"base + target bonus{terms}, without one-time pay"
    return _figure(offer, "recurring yearly compensation", pay.base + pay.bonus + stock, formula, inputs)


def _year_figures(offer: Offer, pays: Sequence[YearPay]) -> Iterator[Figure]:
    for pay in pays[1:]:
        yield _figure(offer, f"year {pay.year} total compensation", pay.total, YEAR_FORMULA, _parts(pay))


def _part_figures(
    offer: Offer, grants: Sequence[ValuedGrant], pays: Sequence[YearPay], growth_rate: Decimal
) -> Iterator[Figure]:
    yield _base_figure(offer, pays[0].base)
    for pay in pays:
        if pay.bonus:
            yield _bonus_figure(offer, pay)
        if pay.sign_on:
            parts = [part.amount for part in offer.signing if part.year == pay.year]
            inputs = {f"instalment {index}": amount for index, amount in enumerate(parts, start=1)}
            yield _figure(
                offer, f"year {pay.year} sign-on", pay.sign_on, "sum of the instalments paid in the year", inputs
            )
        if pay.equity:
            yield _vested_figure(offer, grants, pay, growth_rate)


def _base_figure(offer: Offer, base: Decimal) -> Figure:
    stated = offer.base_stated
    if stated is None or not stated.amount or stated.amount == base:
        return _figure(offer, "base salary a year", base, "as stated", {"as stated": base})
    inputs = {"amount": stated.amount, "payments a year": round(base / stated.amount, READABLE_DECIMALS)}
    return _figure(offer, "base salary a year", base, "amount x payments a year", inputs)


def _bonus_figure(offer: Offer, pay: YearPay) -> Figure:
    if offer.bonus_target_amount is not None:
        formula, inputs = "the stated amount", {"stated amount": offer.bonus_target_amount}
    else:
        formula = "base x target_pct / 100"
        inputs = {"base": pay.base, "target_pct": offer.bonus_target_pct or ZERO}
    return _figure(offer, f"year {pay.year} target bonus", pay.bonus, formula, inputs)


def _vested_figure(offer: Offer, grants: Sequence[ValuedGrant], pay: YearPay, growth_rate: Decimal) -> Figure:
    formula = "sum over the vests of grant x vesting_pct / 100"
    inputs: dict[str, Decimal] = {}
    if growth_rate:
        formula += " x (1 + growth_rate) ^ (month / 12)"
        inputs["growth_rate"] = growth_rate
    for name, grant in _name_grants(grants):
        events = list(_events_of_year(grant, pay.year))
        if events:
            inputs[name] = grant.value
        for event in events:
            inputs[f"{name} month {event.month} vesting_pct"] = round(event.fraction * 100, READABLE_DECIMALS)
    return _figure(offer, f"year {pay.year} vested stock", pay.equity, formula, inputs)


def _name_grants(grants: Sequence[ValuedGrant]) -> list[tuple[str, ValuedGrant]]:
    if len(grants) == 1:
        return [("grant", grants[0])]
    return [(f"grant {number}", grant) for number, grant in enumerate(grants, start=1)]


def _parts(pay: YearPay) -> dict[str, Decimal]:
    return {"base": pay.base, "target bonus": pay.bonus, "sign-on": pay.sign_on, "vested stock": pay.equity}


def _figure(offer: Offer, label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
    return build_figure(label, value, offer.currency_code, formula=formula, rule=RULE, inputs=inputs)
