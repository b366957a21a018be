"""Counter: what to ask for on each lever of an offer, and what the package is worth then."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.domain.compensation import calculate_total_compensation, grant_value
from assistant.domain.figure import Figure
from assistant.domain.offer import Offer, SignOnInstalment
from assistant.errors import InputError

RULE = "counter_plan"
USUAL_UPLIFT = Decimal("0.10")
UPLIFT_SOURCE = "fsn-counter"

Lever = Literal["base_salary", "equity_grant", "sign_on_bonus", "target_bonus"]
UPLIFTED: tuple[Lever, ...] = ("base_salary", "equity_grant")
LEVER_NAMES: dict[Lever, str] = {
    "base_salary": "base salary",
    "equity_grant": "stock grant",
    "sign_on_bonus": "sign-on bonus",
    "target_bonus": "target bonus",
}


class Ask(BaseModel):
    """One lever: the amount offered, the amount to ask for, and whether the person named it."""

    model_config = ConfigDict(frozen=True)

    lever: Lever
    offered: Decimal
    asked: Decimal
    chosen_by_person: bool


class Counter(BaseModel):
    """The asks, the offer as it would stand, and the figures behind both."""

    model_config = ConfigDict(frozen=True)

    currency: str
    asks: tuple[Ask, ...]
    improved: Offer
    figures: tuple[Figure, ...]
    assumptions: tuple[str, ...]


def calculate_counter(
    offer: Offer, wanted: dict[Lever, Decimal] | None = None, uplift_rate: Decimal = USUAL_UPLIFT
) -> Counter:
    """The amounts to ask for: those the person wants, else the usual opening above the offer.

    Args:
        offer: the offer being answered; needs a base salary.
        wanted: amounts per lever the person named (grant: whole value).
        uplift_rate: opening above the offer, as a fraction, on base and grant when nothing is wanted.

    Raises:
        InputError: an amount below what is already offered, or nothing to ask on.

    Source: fsn-counter (open 10 to 20 % above the offer).
    """
    if not 0 < uplift_rate <= 1:
        raise InputError("uplift_pct", "must lie above 0 and at most 100")
    offered = _offered(offer)
    asks = [_wanted_ask(lever, amount, offered) for lever, amount in (wanted or {}).items()]
    if not asks:
        asks = [
            Ask(
                lever=lever,
                offered=offered[lever],
                asked=round_to_three_figures(offered[lever] * (1 + uplift_rate)),
                chosen_by_person=False,
            )
            for lever in UPLIFTED
            if offered.get(lever)
        ]
    if not asks:
        raise InputError("offer", "states neither a base salary nor a stock grant to ask on")
    improved = _improve(offer, asks)
    return Counter(
        currency=offer.currency or "USD",
        asks=tuple(asks),
        improved=improved,
        figures=(*_ask_figures(offer, asks, uplift_rate), *_total_figures(offer, improved)),
        assumptions=_assumptions(asks, uplift_rate),
    )


def round_to_three_figures(amount: Decimal) -> Decimal:
    """An amount as a person would say it.

    >>> round_to_three_figures(Decimal("181512.5"))
    Decimal('182000')
    """
    step = Decimal(10) ** max(0, amount.adjusted() - 2)
    return (amount / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _offered(offer: Offer) -> dict[Lever, Decimal]:
    grants = [value for value in map(grant_value, offer.equity) if value is not None]
    return {
        "base_salary": offer.base_annual or Decimal(0),
        "equity_grant": sum(grants, Decimal(0)),
        "sign_on_bonus": sum((part.amount for part in offer.signing), Decimal(0)),
        "target_bonus": offer.target_bonus,
    }


def _wanted_ask(lever: Lever, amount: Decimal, offered: dict[Lever, Decimal]) -> Ask:
    if amount <= offered[lever]:
        raise InputError(
            lever, f"asks for {amount:,} but {offered[lever]:,} is already offered; name a higher amount"
        )
    return Ask(lever=lever, offered=offered[lever], asked=amount, chosen_by_person=True)


def _improve(offer: Offer, asks: list[Ask]) -> Offer:
    update: dict[str, object] = {}
    for ask in asks:
        if ask.lever == "base_salary":
            update["base_annual"] = ask.asked
        elif ask.lever == "sign_on_bonus":
            later = tuple(part for part in offer.signing if part.year > 1)
            first = ask.asked - sum((part.amount for part in later), Decimal(0))
            update["signing"] = (SignOnInstalment(year=1, amount=max(first, Decimal(0))), *later)
        elif ask.lever == "target_bonus":
            update["bonus_target_amount"] = ask.asked
        elif offer.equity:
            update["equity"] = tuple(
                grant.model_copy(update={"total_value": value * ask.asked / ask.offered, "annual_value": None})
                if (value := grant_value(grant)) is not None
                else grant
                for grant in offer.equity
            )
    return offer.model_copy(update=update)


def _ask_figures(offer: Offer, asks: list[Ask], uplift_rate: Decimal) -> tuple[Figure, ...]:
    figures = []
    for ask in asks:
        name = LEVER_NAMES[ask.lever]
        formula = "named by the person" if ask.chosen_by_person else "offered x (1 + uplift), to three figures"
        inputs: dict[str, float] = {"offered": float(ask.offered)}
        if not ask.chosen_by_person:
            inputs["uplift_rate"] = float(uplift_rate)
        figures.append(_figure(offer, f"{name} to ask for", ask.asked, formula, inputs))
        difference = {"asked": float(ask.asked), "offered": float(ask.offered)}
        figures.append(_figure(offer, f"{name} increase", ask.asked - ask.offered, "asked - offered", difference))
    return tuple(figures)


def _total_figures(offer: Offer, improved: Offer) -> tuple[Figure, ...]:
    if offer.base_annual is None:
        return ()
    before, after = calculate_total_compensation(offer), calculate_total_compensation(improved)
    figures = []
    for old, new in zip(before.figures[:3], after.figures[:3], strict=True):
        inputs = {"offered": float(old.value), "asked": float(new.value)}
        figures.append(_figure(offer, f"{new.label} if they agree", new.value, new.formula, new.inputs))
        figures.append(_figure(offer, f"{new.label} gained", new.value - old.value, "asked - offered", inputs))
    return tuple(figures)


def _assumptions(asks: list[Ask], uplift_rate: Decimal) -> tuple[str, ...]:
    if any(ask.chosen_by_person for ask in asks):
        return ()
    return (
        f"No target was named, so the asks open {(uplift_rate * 100).normalize():f} % above the offer, "
        "the low end of a common rule; put your own market figure in its place.",
    )


def _figure(offer: Offer, label: str, value: Decimal, formula: str, inputs: dict[str, float]) -> Figure:
    return Figure(
        label=label,
        value=value,
        unit=offer.currency or "USD",
        formula=formula,
        rule=RULE,
        inputs=dict(inputs),
        source_ids=(UPLIFT_SOURCE,),
    )
