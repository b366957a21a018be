"""Concessions: one's own successive asks from the opening down to the target, each step half the one before."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.figure import Figure, build_figure
from assistant.domain.ladder import RULE, STEPS_PER_TEN, say_step
from assistant.domain.money import CENT, render_money, round_cents
from assistant.errors import InputError

ONE = Decimal(1)
MOST_ROUNDS = 6


class OwnAsk(NamedTuple):
    """An ask of one's own: its round (0 is the opening), the amount, what it concedes, and the words for it."""

    round: int
    amount: Decimal
    concession: Decimal
    words: str
    note: str


def plan_concessions(ask: Decimal, target: Decimal, rounds: int, currency: str) -> tuple[OwnAsk, ...]:
    """The opening and `rounds` asks after it, the last one the target; every concession is smaller than the last.

    >>> [int(item.amount) for item in plan_concessions(Decimal(180000), Decimal(173000), 3, "USD")]
    [180000, 176000, 174000, 173000]

    Raises:
        InputError: the target leaves nothing to concede.
    """
    if target >= ask:
        raise InputError("target", "is the ask itself, so there is nothing to concede: name a lower one, or no rounds")
    listed = [OwnAsk(0, ask, Decimal(0), _say_opening(ask, currency), "Then wait: they move next.")]
    for number in range(1, rounds + 1):
        amount = target if number == rounds else _round_up(_place(ask, target, number, rounds), ask, target, rounds)
        before = listed[-1].amount
        words, note = _say_round(amount, currency, last=number == rounds)
        listed.append(OwnAsk(number, amount, before - amount, words, note))
    return tuple(listed)


def _place(ask: Decimal, target: Decimal, number: int, rounds: int) -> Decimal:
    half = ONE / 2
    return ask - (ask - target) * (1 - half**number) / (1 - half**rounds)


def _round_up(amount: Decimal, ask: Decimal, target: Decimal, rounds: int) -> Decimal:
    """The amount rounded up by a step of at most half the smallest concession, so that concessions keep shrinking."""
    step = _find_step((ask - target) / (2**rounds - 1) / 2, say_step(ask))
    return (amount / step).quantize(ONE, rounding=ROUND_CEILING) * step


def _find_step(most: Decimal, usual: Decimal) -> Decimal:
    if most <= CENT:
        return CENT
    power = Decimal(10) ** most.adjusted()
    return min(usual, max(step for part in STEPS_PER_TEN if (step := power * part) <= most))


def _say_opening(ask: Decimal, currency: str) -> str:
    return f"For the reasons I gave, I would like to see {render_money(ask, currency)}."


def _say_round(amount: Decimal, currency: str, *, last: bool) -> tuple[str, str]:
    said = render_money(amount, currency)
    if last:
        return f"If you can do {said}, I accept.", "Your target: stop here."
    words = f"I can see the effort; I could come to {said} if the rest of the package stands."
    return words, "Only in return for a move of theirs."


def concession_figures(asks: tuple[OwnAsk, ...], currency: str) -> Iterator[Figure]:
    """Every ask after the opening, and what it concedes."""
    opening, target, rounds = asks[0].amount, asks[-1].amount, len(asks) - 1
    for before, item in pairwise(asks):
        exact = _place(opening, target, item.round, rounds)
        inputs = {"ask": opening, "target": target, "round": Decimal(item.round), "rounds": Decimal(rounds)}
        inputs["rounding"] = round_cents(item.amount - exact)
        formula = "ask - (ask - target) x (1 - 1 / 2 ^ round) / (1 - 1 / 2 ^ rounds) + rounding"
        yield build_figure(f"your ask in round {item.round}", item.amount, currency, formula, inputs, rule=RULE)
        pair = {"before": before.amount, "now": item.amount}
        label = f"conceded in round {item.round}"
        yield build_figure(label, item.concession, currency, "before - now", pair, rule=RULE)
