"""Objection: which of the library's objection types a recruiter brings up, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from assistant.domain.counter import Lever
from assistant.domain.offer import Offer
from assistant.practice.draw import choose
from assistant.practice.temper import TemperName

MOST_CONSIDERED = 4
_LIKED: dict[TemperName, tuple[str, ...]] = {
    "friendly": ("band_limit", "budget_gone", "revisit_at_review"),
    "by_the_book": ("band_limit", "internal_equity", "no_negotiation_policy"),
    "hurried": ("budget_gone", "already_best", "revisit_at_review"),
    "hardball": ("already_best", "no_negotiation_policy", "pressure_alternatives"),
}
_ON_BASE = (
    "band_limit", "internal_equity", "already_best", "budget_gone", "no_negotiation_policy", "revisit_at_review",
    "pressure_alternatives",
)  # fmt: skip


def list_objections(lever: Lever, offer: Offer, temper: TemperName, *, told_pay: bool) -> tuple[str, ...]:
    """The objections that fit a lever of this offer: those it invites first, then those the temper likes."""
    if lever == "base_salary":
        special = tuple(_on_base_of(offer, told_pay=told_pay))
        return (*special, *_LIKED[temper], *(name for name in _ON_BASE if name not in _LIKED[temper]))
    if lever == "equity_grant":
        is_private = any(grant.kind != "rsu" for grant in offer.equity)
        fitting = ("startup_equity_hype", "equity_fixed") if is_private else ("equity_fixed", "budget_gone")
    elif lever == "sign_on_bonus":
        fitting = ("budget_gone", "already_best") if offer.signing else ("no_signing_bonus", "budget_gone")
    else:
        fitting = ("bonus_guaranteed", "no_negotiation_policy")
    return tuple(sorted(fitting, key=lambda name: name not in _LIKED[temper]))


def _on_base_of(offer: Offer, *, told_pay: bool) -> Iterable[str]:
    if told_pay or offer.currency_code == "INR":
        yield "hike_cap"
    if offer.target_bonus:
        yield "bonus_guaranteed"
    if offer.location:
        yield "geo_pay"


def list_rivals(used: Mapping[str, int], words: str) -> tuple[str, ...]:
    """What is said to a claim of another offer: proof first; stock there is called paper, the rest out of reach."""
    if not used.get("proof_of_offer"):
        return ("proof_of_offer",)
    is_stock = any(word in words.casefold() for word in ("stock", "rsu", "equity", "shares", "options"))
    return ("paper_money",) if is_stock else ("cant_beat_competing", "pressure_alternatives")


def pick_objection(names: Iterable[str], used: Mapping[str, int], seed: int, moment: str) -> str:
    """One of the first objections that were used least so far."""
    ranked = sorted(names, key=lambda name: used.get(name, 0))
    least = [name for name in ranked if used.get(name, 0) == used.get(ranked[0], 0)]
    return choose(seed, moment, least[:MOST_CONSIDERED])


def share_left(now: Decimal, most: Decimal) -> Decimal:
    """The room left as a share of what is offered by now.

    >>> share_left(Decimal(180000), Decimal(189000))
    Decimal('0.05')
    """
    return (most - now) / now if now else Decimal(most > 0)
