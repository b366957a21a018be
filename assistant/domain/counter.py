"""Counter: what to ask for on each lever of an offer, and what the package is worth then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.figure import Figure, build_figure
from assistant.domain.grants import find_obstacle, grant_value, value_grants
from assistant.domain.offer import EquityGrant, Offer, SignOnInstalment
from assistant.errors import InputError

RULE = "counter_plan"
USUAL_UPLIFT = Decimal("0.10")
SMALLEST_UPLIFT = Decimal("0.01")
UPLIFT_SOURCE = "fsn-counter"
HEADLINES = 3
AGREED = " if they agree"

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
    offer: Offer,
    wanted: Mapping[Lever, Decimal] | None = None,
    uplift_rate: Decimal = USUAL_UPLIFT,
    planned: Mapping[Lever, Decimal] | None = None,
) -> Counter:
    """The amounts to ask for: those the person wants, else those of a plan, else the usual opening above the offer.

    Args:
        offer: the offer being answered.
        wanted: amounts per lever the person named (grant: whole value; sign-on: all instalments).
        uplift_rate: opening above the offer, as a fraction, on base and grant when nothing is wanted.
        planned: amounts per lever that a counter plan comes to; not above the offer: left as offered.

    Raises:
        InputError: an amount not above what is already offered, or nothing to ask on.

    Source: fsn-counter (open 10 to 20 % above the offer).
    """
    if not SMALLEST_UPLIFT <= uplift_rate <= 1:
        raise InputError("uplift_pct", "must lie between 1 and 100")
    offered = _read_offered(offer)
    asks = tuple(_name_ask(lever, amount, offered[lever]) for lever, amount in (wanted or {}).items())
    if not asks and planned is not None:
        asks = tuple(_plan_asks(planned, offered))
    elif not asks:
        asks = tuple(_uplift(lever, offered[lever], uplift_rate) for lever in UPLIFTED if offered[lever])
    if not asks and planned is None:
        raise InputError("offer", "states neither a base salary nor a stock grant to ask on")
    improved = offer.with_terms(_improve(offer, asks))
    return Counter(
        currency=offer.currency_code,
        asks=asks,
        improved=improved,
        figures=(*_ask_figures(offer, asks, uplift_rate, planned is None), *_total_figures(offer, improved)),
        assumptions=_name_assumptions(asks, uplift_rate) if planned is None else (),
    )


def add_to_offered(offer: Offer, added: Mapping[Lever, Decimal]) -> dict[Lever, Decimal]:
    """What each lever comes to when these amounts go on top of what is offered.

    >>> add_to_offered(Offer(base_annual=Decimal(180000)), {"base_salary": Decimal(5000)})
    {'base_salary': Decimal('185000')}
    """
    offered = _read_offered(offer)
    return {lever: offered[lever] + amount for lever, amount in added.items()}


def with_amounts(offer: Offer, amounts: Mapping[Lever, Decimal]) -> Offer:
    """The offer with other amounts for some levers; vesting and later instalments stay as they are."""
    offered = _read_offered(offer)
    asks = [
        Ask(lever=lever, offered=offered[lever], asked=amount, chosen_by_person=True)
        for lever, amount in amounts.items()
    ]
    return offer.with_terms(_improve(offer, asks))


def round_to_three_figures(amount: Decimal) -> Decimal:
    """An amount as a person would say it.

    >>> round_to_three_figures(Decimal("181512.5"))
    Decimal('182000')
    """
    step = Decimal(10) ** max(0, amount.adjusted() - 2)
    return (amount / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _read_offered(offer: Offer) -> dict[Lever, Decimal]:
    return {
        "base_salary": offer.base_annual or Decimal(0),
        "equity_grant": sum((grant.value for grant in value_grants(offer).grants), Decimal(0)),
        "sign_on_bonus": sum((part.amount for part in offer.signing), Decimal(0)),
        "target_bonus": offer.target_bonus,
    }


def _plan_asks(planned: Mapping[Lever, Decimal], offered: Mapping[Lever, Decimal]) -> Iterator[Ask]:
    for lever, amount in planned.items():
        if amount > offered[lever]:
            yield Ask(lever=lever, offered=offered[lever], asked=amount, chosen_by_person=False)


def _name_ask(lever: Lever, amount: Decimal, offered: Decimal) -> Ask:
    if amount <= offered:
        raise InputError(lever, "asks for no more than is already offered; name a higher amount")
    return Ask(lever=lever, offered=offered, asked=amount, chosen_by_person=True)


def _uplift(lever: Lever, offered: Decimal, uplift_rate: Decimal) -> Ask:
    asked = round_to_three_figures(offered * (1 + uplift_rate))
    return Ask(lever=lever, offered=offered, asked=asked, chosen_by_person=False)


def _improve(offer: Offer, asks: Sequence[Ask]) -> dict[str, Any]:
    """The terms of the offer that change when every ask is met."""
    terms: dict[str, Any] = {}
    for ask in asks:
        if ask.lever == "base_salary":
            terms["base_annual"] = ask.asked
        elif ask.lever == "target_bonus":
            terms["bonus_target_amount"] = ask.asked
        elif ask.lever == "sign_on_bonus":
            later = tuple(part for part in offer.signing if part.year > 1)
            first = ask.asked - sum((part.amount for part in later), Decimal(0))
            terms["signing"] = (
                (SignOnInstalment(year=1, amount=first), *later)
                if first >= 0
                else (SignOnInstalment(year=1, amount=ask.asked),)
            )
        else:
            terms["equity"] = _raise_grants(offer, ask)
    return terms


def _raise_grants(offer: Offer, ask: Ask) -> tuple[EquityGrant, ...]:
    """All grants that count, raised in proportion; a new one where none counts."""
    if not ask.offered:
        return (*offer.equity, EquityGrant(total_value=ask.asked))
    return tuple(
        grant
        if (value := grant_value(grant)) is None or find_obstacle(grant, offer.currency_code)
        else grant.model_copy(
            update={
                "total_value": value * ask.asked / ask.offered,
                "annual_value": None,
                "shares": None,
                "share_price": None,
            }
        )
        for grant in offer.equity
    )


def _ask_figures(offer: Offer, asks: Sequence[Ask], uplift_rate: Decimal, by_rule: bool) -> Iterator[Figure]:
    """The asks; `by_rule` tells that those the person did not name follow the uplift, not a plan."""
    if by_rule and not any(ask.chosen_by_person for ask in asks):
        yield build_figure(
            "opening above the offer",
            uplift_rate * 100,
            "percent",
            formula="uplift_rate x 100",
            rule=RULE,
            inputs={"uplift_rate": uplift_rate},
            source_ids=(UPLIFT_SOURCE,),
        )
    for ask in asks:
        name, sources = LEVER_NAMES[ask.lever], (UPLIFT_SOURCE,) if by_rule and not ask.chosen_by_person else ()
        formula = "named by the person"
        inputs = {"offered": ask.offered}
        if not ask.chosen_by_person and not by_rule:
            formula, inputs = "offered + share_of_plan", inputs | {"share_of_plan": ask.asked - ask.offered}
        elif not ask.chosen_by_person:
            formula = "offered x (1 + uplift_rate), rounded to three figures"
            inputs["uplift_rate"] = uplift_rate
        yield _figure(offer, f"{name} to ask for", ask.asked, formula, inputs, source_ids=sources)
        both = {"asked": ask.asked, "offered": ask.offered}
        yield _figure(offer, f"{name} increase", ask.asked - ask.offered, "asked - offered", both, source_ids=sources)


def _total_figures(offer: Offer, improved: Offer) -> Iterator[Figure]:
    if offer.base_annual is None:
        return
    before, after = calculate_total_compensation(offer), calculate_total_compensation(improved)
    for old, new in zip(before.figures[:HEADLINES], after.figures[:HEADLINES], strict=True):
        yield new.model_copy(update={"label": f"{new.label}{AGREED}", "rule": RULE})
        both = {"asked": new.value, "offered": old.value}
        yield _figure(offer, f"{new.label} gained", new.value - old.value, "asked - offered", both)


def _name_assumptions(asks: Sequence[Ask], uplift_rate: Decimal) -> tuple[str, ...]:
    if any(ask.chosen_by_person for ask in asks):
        return ()
    return (
        f"No target was named, so the asks open {(uplift_rate * 100).normalize():f} % above the offer, "
        "the low end of a common rule; put your own market figure in its place.",
    )


def _figure(
    offer: Offer,
    label: str,
    value: Decimal,
    formula: str,
    inputs: Mapping[str, Decimal],
    *,
    source_ids: tuple[str, ...] = (),
) -> Figure:
    return build_figure(
        label, value, offer.currency_code, formula=formula, rule=RULE, inputs=inputs, source_ids=source_ids
    )
