"""Pay figures: base, bonus, sign-on and vested stock of each service year, each with its formula."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assistant.domain.figure import Figure, build_figure
from assistant.domain.grants import ValuedGrant
from assistant.domain.money import round_cents
from assistant.domain.offer import Offer
from assistant.domain.pay_stream import PayStream, YearPay, growth_factors
from assistant.domain.vesting import VestEvent, calculate_vest_events

RULE = "total_compensation"
ZERO = Decimal(0)
ONE = Decimal(1)
READABLE_DECIMALS = 10
NamedGrant = tuple[str, ValuedGrant]


def list_pay_figures(stream: PayStream) -> Iterator[Figure]:
    """The parts of every year: base, then bonus, sign-on and stock where there is any."""
    yield _base_figure(stream.offer, stream.years[0].base)
    for pay in stream.years:
        if stream.outlook.raise_rate and pay.year > 1:
            yield _raised_figure(stream, pay)
        if pay.bonus:
            yield _bonus_figure(stream, pay)
        if pay.sign_on:
            yield _sign_on_figure(stream.offer, pay)
        if pay.equity:
            yield from _stock_figures(stream, pay)


def name_grants(grants: Sequence[ValuedGrant]) -> list[NamedGrant]:
    """The grants under the names that formulas use: "grant", or "grant 1", "grant 2" and so on."""
    if len(grants) == 1:
        return [("grant", grants[0])]
    return [(f"grant {number}", grant) for number, grant in enumerate(grants, start=1)]


def money_figure(offer: Offer, label: str, value: Decimal, formula: str, inputs: Mapping[str, Decimal]) -> Figure:
    """A figure of this rule in the offer's currency."""
    return build_figure(label, value, offer.currency_code, formula=formula, rule=RULE, inputs=inputs)


def _base_figure(offer: Offer, base: Decimal) -> Figure:
    stated = offer.base_stated
    if stated is None or not stated.amount or stated.amount == base:
        return money_figure(offer, "base salary a year", base, "as stated", {"as stated": base})
    inputs = {"amount": stated.amount, "payments a year": round(base / stated.amount, READABLE_DECIMALS)}
    return money_figure(offer, "base salary a year", base, "amount x payments a year", inputs)


def _raised_figure(stream: PayStream, pay: YearPay) -> Figure:
    inputs = {
        "base": stream.years[0].base,
        "raise_rate": stream.outlook.raise_rate,
        "raises": Decimal(pay.year - 1),
    }
    formula = "base x (1 + raise_rate) ^ raises"
    return money_figure(stream.offer, f"year {pay.year} base salary", pay.base, formula, inputs)


def _bonus_figure(stream: PayStream, pay: YearPay) -> Figure:
    offer, payout = stream.offer, stream.outlook.payout_rate
    inputs: dict[str, Decimal] = {}
    if offer.bonus_target_amount is not None:
        formula = "the stated amount" if payout == ONE else "target"
        inputs["stated amount" if payout == ONE else "target"] = offer.bonus_target_amount
    else:
        formula = "base x target_pct / 100"
        inputs = {"base": pay.base, "target_pct": offer.bonus_target_pct or ZERO}
    if payout == ONE:
        return money_figure(offer, f"year {pay.year} target bonus", pay.bonus, formula, inputs)
    inputs["payout_rate"] = payout
    return money_figure(offer, f"year {pay.year} bonus paid", pay.bonus, f"{formula} x payout_rate", inputs)


def _sign_on_figure(offer: Offer, pay: YearPay) -> Figure:
    parts = [part.amount for part in offer.signing if part.year == pay.year]
    inputs = {f"instalment {index}": amount for index, amount in enumerate(parts, start=1)}
    formula = "sum of the instalments paid in the year"
    return money_figure(offer, f"year {pay.year} sign-on", pay.sign_on, formula, inputs)


def _stock_figures(stream: PayStream, pay: YearPay) -> Iterator[Figure]:
    """Vested stock as one sum; where there are refreshers, what the offer's own grants give and what they give."""
    named, own = name_grants(stream.grants), stream.initial_count
    label = f"year {pay.year} vested stock"
    if own == len(named):
        yield _vested_figure(stream, named, pay, label)
        return
    parts = {"initial grant stock": named[:own], "refresh stock": named[own:]}
    values = {name: sum_vests(stream, items, pay.year) for name, items in parts.items()}
    yield money_figure(stream.offer, label, pay.equity, "initial grant stock + refresh stock", values)
    for name, items in parts.items():
        if values[name]:
            yield _vested_figure(stream, items, pay, f"year {pay.year} {name}")


def sum_vests(stream: PayStream, named: Sequence[NamedGrant], year: int) -> Decimal:
    """What these grants vest in a service year, unrounded."""
    factors = growth_factors(stream.outlook.growth_rate, 12 * len(stream.years))
    return sum(
        (
            grant.value * event.fraction * factors[event.month]
            for _, grant in named
            for event in _events_of_year(grant, year)
        ),
        ZERO,
    )


def _vested_figure(stream: PayStream, named: Sequence[NamedGrant], pay: YearPay, label: str) -> Figure:
    """The vests of a year; months count from the day of each grant, as growth does."""
    growth_rate = stream.outlook.growth_rate
    formula = "sum over the vests of grant x vesting_pct / 100"
    inputs: dict[str, Decimal] = {}
    if growth_rate:
        formula += " x (1 + growth_rate) ^ (month / 12)"
        inputs["growth_rate"] = growth_rate
    for name, grant in named:
        events = list(_events_of_year(grant, pay.year))
        if events:
            inputs[name] = grant.value
        if events and grant.granted_month:
            inputs[f"{name} granted after month"] = Decimal(grant.granted_month)
        for event in events:
            inputs[f"{name} month {event.month} vesting_pct"] = round(event.fraction * 100, READABLE_DECIMALS)
    return money_figure(stream.offer, label, round_cents(sum_vests(stream, named, pay.year)), formula, inputs)


def _events_of_year(grant: ValuedGrant, year: int) -> Iterator[VestEvent]:
    begin = -1 if year == 1 else 12 * (year - 1)
    events = calculate_vest_events(grant.schedule)
    return (event for event in events if begin < event.month + grant.granted_month <= 12 * year)
