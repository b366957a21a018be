"""Band: how far the recruiter can go on each lever; hidden from the person until the practice has ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Literal, NamedTuple

from assistant.domain.counter import Lever, add_to_offered, with_amounts
from assistant.domain.ladder import say_step
from assistant.domain.levers import ZERO
from assistant.domain.offer import Offer
from assistant.domain.pay_period import fill_base
from assistant.errors import InputError
from assistant.practice.draw import draw, draw_between
from assistant.practice.temper import TEMPERS, TemperName
from assistant.practice.term import MONEY, TERMS, Term

Openness = Literal["open", "approver", "closed"]


class Room(NamedTuple):
    """What is offered on a lever and the most the recruiter can give, both in the offer's currency."""

    offered: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """The room of each money lever, and how open each other term is."""

    money: Mapping[Lever, Room]
    terms: Mapping[Term, Openness]


def build_band(offer: Offer, temper: TemperName, seed: int) -> Band:
    """The hidden band of a recruiter: the amounts of the offer, a temper and a seed decide it, and nothing else.

    >>> band = build_band(Offer(base_annual=Decimal(180000)), "friendly", 1)
    >>> Decimal(180000) <= band.money["base_salary"].most <= Decimal(198000)
    True

    Raises:
        InputError: the offer states no base salary.
    """
    offered = read_table(offer)
    kind = TEMPERS[temper]
    money: dict[Lever, Room] = {}
    for lever in MONEY:
        shares, on = kind.room[lever], offered[lever]
        if lever == "sign_on_bonus" and not on:
            shares, on = kind.new_sign_on, offered["base_salary"]
        room = on * draw_between(seed, f"room {lever}", *shares)
        money[lever] = Room(offered[lever], floor_to_say(offered[lever] + room, at_least=offered[lever]))
    return Band(money=money, terms={term: _draw_openness(temper, seed, term) for term in TERMS})


def _draw_openness(temper: TemperName, seed: int, term: Term) -> Openness:
    kind = TEMPERS[temper]
    if term in kind.never:
        return "closed"
    drawn = draw(seed, f"term {term}")
    if drawn < kind.open_rate:
        return "open"
    return "approver" if drawn < kind.open_rate + kind.approver_rate else "closed"


def read_table(offer: Offer) -> dict[Lever, Decimal]:
    """What an offer pays on each money lever; the stock is the whole grant, as far as it has a stated value.

    Raises:
        InputError: the offer states no base salary.
    """
    whole = fill_base(offer)
    if not whole.base_annual:
        raise InputError(
            "offer", "states no yearly base salary, so there is nothing to practise on: add it (base_annual)"
        )
    return add_to_offered(whole, dict.fromkeys(MONEY, ZERO))


def apply_table(offer: Offer, table: Mapping[Lever, Decimal]) -> Offer:
    """The offer with the amounts on the table; a bonus in percent of base goes on riding on it."""
    whole, before = fill_base(offer), read_table(offer)
    changed = {lever: amount for lever, amount in table.items() if amount != before[lever]}
    base = table.get("base_salary", before["base_salary"])
    riding = base * (whole.bonus_target_pct or ZERO) / 100
    if whole.bonus_target_amount is None and changed.get("target_bonus", riding) <= riding:
        changed.pop("target_bonus", None)
    return with_amounts(whole, changed)


def floor_to_say(amount: Decimal, at_least: Decimal = ZERO) -> Decimal:
    """The amount rounded down to one that people say aloud, but not below `at_least`.

    >>> int(floor_to_say(Decimal(187640)))
    187000
    """
    step = say_step(amount)
    return max(at_least, (amount / step).to_integral_value(rounding=ROUND_FLOOR) * step)
