"""The tool total_compensation."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from assistant.cases.case import Case
from assistant.domain.compensation import TotalCompensation, calculate_total_compensation
from assistant.domain.counter import Lever, add_to_offered, with_amounts
from assistant.domain.grants import move_share_price
from assistant.domain.money import Amount, Count, Number, render_money, to_json_number
from assistant.domain.offer import Offer
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "total_compensation"


class TotalCompensationArguments(ToolArguments):
    """Arguments of total_compensation."""

    offer: str | Offer | None = Field(
        default=None,
        description="name of an offer in the case, or a whole offer; left out: the offer being negotiated",
    )
    changes: Offer | None = Field(
        default=None, description="what-if: terms that replace those of the offer, e.g. {'base_annual': 200000}"
    )
    parts: dict[Lever, Amount] = Field(
        default_factory=dict,
        description="what-if: other amounts for base, grant, sign-on or bonus; the vesting stays as it is",
    )
    added: dict[Lever, Amount] = Field(
        default_factory=dict, description="what-if: amounts on top of what is offered, e.g. {'base_salary': 10000}"
    )
    years: Annotated[Count, Field(ge=1, le=20)] | None = Field(
        default=None, description="how many service years; default 4, or the longest vesting schedule"
    )
    growth_pct: Annotated[Number, Field(gt=-100, le=1000)] = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="change of the share price in percent a year; 0 keeps it flat",
    )
    price_change_pct: Annotated[Number, Field(gt=-100, le=1000)] = Field(
        default=Decimal(0),
        json_schema_extra={"default": 0},
        description="change of the share price in percent, once, before the first vest",
    )


def choose_offer(given: str | Offer | None, changes: Offer | None, case: Case) -> Offer:
    """The offer a tool is about: given whole, by name, or the one being negotiated; then the changes.

    Raises:
        InputError: no such offer in the case.
    """
    if isinstance(given, Offer):
        offer = given
    else:
        recorded = case.find_offer(given)
        if recorded is None:
            names = ", ".join(item.name for item in case.offers)
            known = f"the case holds: {names}" if names else "the case holds no offer yet; give the terms"
            raise InputError("offer", f"{f'no offer is called {given}' if given else 'is missing'}; {known}")
        offer = recorded.offer
    if changes is not None:
        offer = offer.with_terms({name: getattr(changes, name) for name in changes.model_fields_set})
    return offer


def run_total_compensation(arguments: TotalCompensationArguments, deps: ToolDeps) -> ToolResult:
    """Apply the rule to the chosen offer."""
    offer = choose_offer(arguments.offer, arguments.changes, deps.case)
    offer = with_amounts(offer, {**arguments.parts, **add_to_offered(offer, arguments.added)})
    moved = arguments.price_change_pct.normalize()
    if moved:
        offer = move_share_price(offer, moved / 100)
    result = calculate_total_compensation(offer, arguments.years, arguments.growth_pct / 100)
    first = (f"The share price first changes by {moved:f} %.",) if moved else ()
    return ToolResult(
        tool=NAME,
        text=_to_text(result),
        figures=result.figures,
        table=tuple(
            {
                "year": pay.year,
                "base": to_json_number(pay.base),
                "bonus": to_json_number(pay.bonus),
                "sign_on": to_json_number(pay.sign_on),
                "equity": to_json_number(pay.equity),
                "total": to_json_number(pay.total),
            }
            for pay in result.years
        ),
        assumptions=(*first, *result.assumptions),
        warnings=result.warnings,
        data={"currency": result.currency, "offer": offer.model_dump(mode="json")},
    )


def _to_text(result: TotalCompensation) -> str:
    lines = [f"{item.label}: {render_money(item.value, item.unit)} ({item.formula})" for item in result.figures]
    return "\n".join([*lines, *result.assumptions, *result.warnings])


TOTAL_COMPENSATION = ToolSpec(
    name=NAME,
    description=(
        "Gross pay of an offer for each service year, and year 1, recurring and N-year average kept "
        "apart, with sign-on instalments, target bonus, any vesting schedule and share price growth. "
        "Use it for every question about what an offer pays; never add pay up yourself."
    ),
    arguments=TotalCompensationArguments,
    run=run_total_compensation,
    calculates=True,
)
