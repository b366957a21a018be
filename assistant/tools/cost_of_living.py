"""The tool cost_of_living."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from assistant.domain.cost_of_living import Move, Place, describe_move, describe_places
from assistant.domain.money import Amount, CurrencyCode, Number
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "cost_of_living"
MOST_PLACES = 20

Index = Annotated[Number, Field(gt=0, le=100_000)]
TaxShare = Annotated[Number, Field(ge=0, lt=100)]
SAME_FAMILY = "Both indices are taken to be of one family and year; an index of another maker has another basket."
NO_TAX = "Taxes are not counted: give net pay or a tax for both places to compare what is left."


class PlaceArguments(ToolArguments):
    """Pay in one place."""

    name: str = Field(min_length=1, description="what the place or offer is called")
    salary: Amount = Field(description="yearly pay there, gross or after tax alike for all places")
    index: Index = Field(description="cost-of-living index there, 100 being the average")


class CostOfLivingArguments(ToolArguments):
    """Arguments of cost_of_living."""

    salary: Amount | None = Field(default=None, description="gross yearly pay in today's place")
    index_from: Index | None = Field(default=None, description="cost-of-living index of today's place, e.g. 100")
    index_to: Index | None = Field(default=None, description="cost-of-living index of the new place, same family")
    new_salary: Amount | None = Field(default=None, description="gross yearly pay offered in the new place, if any")
    net: Amount | None = Field(default=None, description="yearly pay after tax in today's place; with new_net")
    new_net: Amount | None = Field(default=None, description="yearly pay after tax in the new place; with net")
    tax_pct: TaxShare | None = Field(default=None, description="instead of net: flat tax in percent in today's place")
    new_tax_pct: TaxShare | None = Field(
        default=None, description="instead of new_net: flat tax in percent in the new place"
    )
    places: tuple[PlaceArguments, ...] = Field(
        default=(),
        max_length=MOST_PLACES,
        description="instead of a move: two or more places, each with name, salary and index, brought to equal prices",
    )
    currency: CurrencyCode = Field(default="USD", description="currency of all amounts")


def run_cost_of_living(arguments: CostOfLivingArguments, deps: ToolDeps) -> ToolResult:
    """Compare a move, or several places."""
    try:
        return _compare_places(arguments) if arguments.places else _compare_move(arguments)
    except InputError as error:
        field = "places" if arguments.places else "salary"
        raise InputError(field if error.field == "offer" else error.field, error.message) from error


def _compare_move(arguments: CostOfLivingArguments) -> ToolResult:
    move = _read_move(arguments)
    taxed = move.net is not None
    return build_result(
        NAME,
        describe_move(move, arguments.currency),
        assumptions=(SAME_FAMILY, *(() if taxed else (NO_TAX,))),
        data={"currency": arguments.currency},
    )


def _compare_places(arguments: CostOfLivingArguments) -> ToolResult:
    for name in ("salary", "index_from", "index_to", "new_salary", "net", "new_net", "tax_pct", "new_tax_pct"):
        if getattr(arguments, name) is not None:
            raise InputError(name, "cannot be used with places: give either a move or a list of places")
    places = [Place(place.name, place.salary, place.index) for place in arguments.places]
    if len(places) < 2:
        raise InputError("places", "must hold at least two places")
    if len({place.name.casefold() for place in places}) < len(places):
        raise InputError("places", "holds two places of one name: call them differently")
    rows: list[dict[str, Any]] = [
        {"place": place.name, "salary": place.salary, "index": place.index} for place in places
    ]
    return build_result(
        NAME,
        describe_places(places, arguments.currency),
        table=rows,
        assumptions=(SAME_FAMILY, "The salaries are taken to be alike, all gross or all after tax."),
        data={"currency": arguments.currency},
    )


def _read_move(arguments: CostOfLivingArguments) -> Move:
    salary = _need("salary", arguments.salary, "give yearly pay, or a list of places")
    index_from = _need("index_from", arguments.index_from, "give the index of today's place")
    index_to = _need("index_to", arguments.index_to, "give the index of the new place, of the same family")
    net, new_net = _read_net(arguments, salary)
    return Move(
        salary=salary,
        index_from=index_from,
        index_to=index_to,
        new_salary=arguments.new_salary,
        net=net,
        new_net=new_net,
        new_tax_rate=None if arguments.new_tax_pct is None else arguments.new_tax_pct / 100,
    )


def _need(field: str, value: Decimal | None, fix: str) -> Decimal:
    if value is None:
        raise InputError(field, f"is missing: {fix}")
    return value


def _read_net(arguments: CostOfLivingArguments, salary: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Pay after tax in both places as far as it is known; that of a salary in one place needs the other's."""
    net = _after_tax("net", arguments.net, "tax_pct", arguments.tax_pct, salary)
    new_net = _after_tax("new_net", arguments.new_net, "new_tax_pct", arguments.new_tax_pct, arguments.new_salary)
    later = new_net is not None or arguments.new_tax_pct is not None
    if net is None and later:
        raise InputError("net", "is missing: give pay after tax in today's place, or tax_pct")
    if net is not None and arguments.new_salary is not None and not later:
        raise InputError("new_net", "is missing: give pay after tax in the new place, or new_tax_pct")
    return net, new_net


def _after_tax(
    field: str, net: Decimal | None, tax_field: str, tax_pct: Decimal | None, gross: Decimal | None
) -> Decimal | None:
    if net is not None and tax_pct is not None:
        raise InputError(tax_field, f"says the same as {field}: give one of the two")
    if net is not None and gross is not None and net > gross:
        raise InputError(field, "is more than the salary before tax")
    return net if tax_pct is None or gross is None else gross * (1 - tax_pct / 100)


COST_OF_LIVING = ToolSpec(
    name=NAME,
    description=(
        "The salary that buys the same in another place (salary x index_to / index_from), and what an offer there is "
        "worth in today's prices, gross and after tax; or several places in average prices. Use it for moves and for "
        "offers in different cities, with indices of one family."
    ),
    arguments=CostOfLivingArguments,
    run=run_cost_of_living,
    status="comparing prices…",
    calculates=True,
)
