"""Closed levers: what to ask for instead once a part of the offer was refused."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.domain.counter import LEVER_NAMES, UPLIFTED, Lever, add_to_offered
from assistant.domain.ladder import round_up_to_say
from assistant.domain.money import render_money
from assistant.domain.offer import Offer

ONE, ZERO = Decimal(1), Decimal(0)


@dataclass(frozen=True, slots=True)
class OpenAsks:
    """The amounts to ask for on levers that are still open, and why they are these."""

    asks: Mapping[Lever, Decimal]
    notes: tuple[str, ...]


def ask_around(
    offer: Offer, wanted: Mapping[Lever, Decimal], closed: Collection[Lever], uplift_rate: Decimal
) -> OpenAsks:
    """What is wanted without the refused levers; where nothing is left, a sign-on that makes up for the base.

    Args:
        offer: the offer being answered.
        wanted: amounts per lever the person named; those on a closed lever were refused.
        closed: the levers that were refused.
        uplift_rate: opening above the offer, as a fraction, where no amount is named.

    >>> dict(ask_around(Offer(base_annual=Decimal(180000)), {}, {"base_salary"}, Decimal("0.1")).asks)
    {'sign_on_bonus': Decimal('18000')}
    """
    offered = add_to_offered(offer, dict.fromkeys(LEVER_NAMES, ZERO))
    notes: list[str] = []
    asks = {lever: amount for lever, amount in wanted.items() if lever not in closed}
    if asks:
        return OpenAsks(asks, tuple(notes))
    usual = {lever: offered[lever] * (ONE + uplift_rate) for lever in UPLIFTED}
    gap = wanted.get("base_salary", usual["base_salary"]) - offered["base_salary"]
    asks = {lever: round_up_to_say(usual[lever]) for lever in UPLIFTED if offered[lever] and lever not in closed}
    if gap > 0 and "base_salary" in closed and "sign_on_bonus" not in closed:
        asks["sign_on_bonus"] = round_up_to_say(offered["sign_on_bonus"] + gap)
        more = render_money(gap, offer.currency_code)
        notes.append(f"The sign-on makes up for one year of the {more} of base that they would not add.")
    return OpenAsks(asks, tuple(notes))


def tell_closed(closed: Mapping[str, str]) -> str:
    """What was refused, in their words by lever, and that the asks leave it out."""
    told = [f"the {name} (“{closed[lever]}”)" for lever, name in LEVER_NAMES.items() if lever in closed]
    return f"They refused {' and '.join(told)}: the asks are for what is still open. Name your own to change that."
