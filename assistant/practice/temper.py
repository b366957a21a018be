"""Temper: how a practice recruiter is disposed, as numbers that the rules use.

Room is drawn between two shares: of the amount offered for base, stock and bonus and for a sign-on that is offered, of
base for a sign-on that is not. The shares are ours, chosen so that a usual counter (fsn-counter: 10 to 20 % above the
offer) sometimes fits and sometimes does not; no employer's figures stand behind them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from assistant.domain.counter import Lever
from assistant.practice.term import Term

TemperName = Literal["friendly", "by_the_book", "hurried", "hardball"]
TEMPER_NAMES: tuple[TemperName, ...] = get_args(TemperName)

Shares = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Temper:
    """A disposition.

    `room` is the lowest and highest share above the offer for each lever; `new_sign_on` of base where no sign-on is
    offered. `step_rate` is the part of the room left that the best ask opens at once. `patience` counts rounds until
    the final offer, `strikes` hostile turns until the offer is withdrawn. `open_rate` and `approver_rate` are the
    chances that a term without an amount is free to give, or needs an approver.
    """

    title: str
    about: str
    room: Mapping[Lever, Shares]
    new_sign_on: Shares
    step_rate: Decimal
    patience: int
    strikes: int
    open_rate: Decimal
    approver_rate: Decimal
    yields_to_silence: bool
    hints: bool
    never: frozenset[Term] = frozenset()


def _shares(low: str, high: str) -> Shares:
    return Decimal(low), Decimal(high)


TEMPERS: dict[TemperName, Temper] = {
    "friendly": Temper(
        title="Friendly",
        about="Likes you and says so. Moves when you give a reason, and is easy to thank too early.",
        room={
            "base_salary": _shares("0.04", "0.10"),
            "equity_grant": _shares("0.08", "0.25"),
            "sign_on_bonus": _shares("0.15", "0.50"),
            "target_bonus": _shares("0", "0.10"),
        },
        new_sign_on=_shares("0.03", "0.10"),
        step_rate=Decimal("0.8"),
        patience=6,
        strikes=3,
        open_rate=Decimal("0.6"),
        approver_rate=Decimal("0.3"),
        yields_to_silence=True,
        hints=True,
    ),
    "by_the_book": Temper(
        title="By the book",
        about="Polite, quotes the policy, and needs a reason that can be passed on to an approver.",
        room={
            "base_salary": _shares("0.02", "0.06"),
            "equity_grant": _shares("0.05", "0.15"),
            "sign_on_bonus": _shares("0.10", "0.30"),
            "target_bonus": _shares("0", "0"),
        },
        new_sign_on=_shares("0.02", "0.06"),
        step_rate=Decimal("0.7"),
        patience=6,
        strikes=3,
        open_rate=Decimal("0.3"),
        approver_rate=Decimal("0.6"),
        yields_to_silence=False,
        hints=False,
    ),
    "hurried": Temper(
        title="Hurried",
        about="Wants it closed by tomorrow. Gives quickly, and the talk is short.",
        room={
            "base_salary": _shares("0.03", "0.08"),
            "equity_grant": _shares("0.05", "0.20"),
            "sign_on_bonus": _shares("0.10", "0.50"),
            "target_bonus": _shares("0", "0.05"),
        },
        new_sign_on=_shares("0.03", "0.10"),
        step_rate=Decimal("0.9"),
        patience=4,
        strikes=3,
        open_rate=Decimal("0.5"),
        approver_rate=Decimal("0.2"),
        yields_to_silence=True,
        hints=True,
        never=frozenset({"more_time"}),
    ),
    "hardball": Temper(
        title="Hardball",
        about="Says no first, asks what you earn now, and hints at other candidates. There may be room all the same.",
        room={
            "base_salary": _shares("0.02", "0.09"),
            "equity_grant": _shares("0.05", "0.25"),
            "sign_on_bonus": _shares("0.10", "0.40"),
            "target_bonus": _shares("0", "0"),
        },
        new_sign_on=_shares("0", "0.08"),
        step_rate=Decimal("0.5"),
        patience=6,
        strikes=2,
        open_rate=Decimal("0.2"),
        approver_rate=Decimal("0.4"),
        yields_to_silence=False,
        hints=False,
    ),
}
