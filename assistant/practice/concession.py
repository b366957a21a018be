"""Concession: how much of the room that is left a turn opens, by fixed rules; never beyond the band."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from assistant.domain.counter import Lever
from assistant.domain.ladder import say_step
from assistant.practice.band import Room, floor_to_say
from assistant.practice.reading import MoneyAsk, Reading
from assistant.practice.standing import Standing

ZERO, ONE = Decimal(0), Decimal(1)
REASONED, UNREASONED = Decimal("0.40"), Decimal("0.10")
DATA, COMMITS, TRADES, APPROVER, WARM = (Decimal(part) for part in ("0.15", "0.20", "0.15", "0.10", "0.05"))
SILENCE = Decimal("0.30")
STRONG = Decimal("0.60")
"""From this merit on, an ask within the band is granted whole, for a yes."""
MOST_ASKS = 4
HALF = Decimal("0.5")


def weigh(reading: Reading, standing: Standing) -> Decimal:
    """The merit of a turn that asks, 0 to 1: a reason counts most, then a yes that hangs on it, data and a trade.

    Threats and insults have none. Too many asks, and a present salary that was told, halve it.
    """
    if reading.hostile or reading.ultimatum:
        return ZERO
    if not (has_reason(reading) or standing.reasoned):
        return UNREASONED
    merit = REASONED
    merit += DATA if reading.data or reading.other_offer else ZERO
    merit += COMMITS if reading.commit else ZERO
    merit += TRADES if reading.fallback or len(reading.asks) > 1 else ZERO
    merit += APPROVER if reading.approver or standing.knows_approver else ZERO
    merit += WARM if reading.warm else ZERO
    if len(reading.asks) + len(reading.terms) > MOST_ASKS:
        merit *= HALF
    if reading.current_pay or standing.told_pay:
        merit *= HALF
    return min(merit, ONE)


def has_reason(reading: Reading) -> bool:
    """Whether a turn gives a reason that can be passed on."""
    return bool(reading.reason or reading.data or reading.other_offer)


def is_repeated(ask: MoneyAsk, reading: Reading, standing: Standing) -> bool:
    """Whether an ask that brought nothing comes again, no lower and with nothing new beside it."""
    new = has_reason(reading) and not standing.reasoned
    again = ask.lever in standing.refused and ask.amount >= standing.asked.get(ask.lever, ask.amount)
    return again and not (new or reading.commit or reading.fallback or reading.approver or reading.data)


def concede(now: Decimal, room: Room, asked: Decimal, share: Decimal) -> Decimal:
    """The amount on the table after a concession: at least `now`, at most what is asked and what the band allows.

    >>> room = Room(Decimal(180000), Decimal(190000))
    >>> int(concede(Decimal(180000), room, Decimal(200000), Decimal("0.5")))
    185000
    """
    step = say_step(room.most)
    given = floor_to_say(now + share * (room.most - now), at_least=now)
    if share and room.most - given <= step:
        given = room.most
    if share and asked <= room.most and asked - given <= step:
        given = asked
    return max(now, min(given, asked, room.most))


def fits(asks: Mapping[Lever, Decimal], money: Mapping[Lever, Room]) -> bool:
    """Whether every ask lies within the band."""
    return all(amount <= money[lever].most for lever, amount in asks.items())
