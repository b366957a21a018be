"""The tool compare_offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from assistant.cases.case import Case
from assistant.domain.comparison import HUNDRED, Side
from assistant.domain.compensation import TotalCompensation, calculate_total_compensation
from assistant.domain.counter import Lever
from assistant.domain.exchange_rate import convert_grants, find_rate
from assistant.domain.money import Amount, Count, CurrencyCode, Number
from assistant.domain.offer import LONGEST_YEARS, Offer
from assistant.domain.outlook import Outlook
from assistant.domain.pay_stream import build_pay_stream
from assistant.domain.present_value import Discounting, Timing
from assistant.domain.result import ToolResult
from assistant.domain.side_by_side import Entry, build_comparison
from assistant.errors import InputError
from assistant.tools.arguments import Growth, OfferArguments, OutlookArguments, choose_offer
from assistant.tools.comparison_notes import name_assumptions, name_warnings
from assistant.tools.deps import ToolDeps
from assistant.tools.results import build_result
from assistant.tools.spec import ToolArguments, ToolSpec

NAME = "compare_offers"
FEWEST, MOST = 2, 6
COLUMNS = ("measure", "unit", "best", "lead")
"""Columns of the table that are no offers."""
LONGEST_STAY = 12 * LONGEST_YEARS

Payout = Annotated[Number, Field(ge=0, le=1000)]
Rate = Annotated[Number, Field(gt=0, le=1_000_000)]
Index = Annotated[Number, Field(gt=0, le=100_000)]
Discount = Annotated[Number, Field(gt=-100, le=1000)]
TaxShare = Annotated[Number, Field(ge=0, lt=100)]
Stay = Annotated[Count, Field(ge=0, le=LONGEST_STAY)]


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, int | float) else value


def _take_name(value: Any) -> Any:
    """An offer whose name stands under `name` has it as its company."""
    if isinstance(value, dict) and "name" in value and not value.get("company"):
        return {**{key: held for key, held in value.items() if key != "name"}, "company": value["name"]}
    return value


class OfferAssumptions(ToolArguments):
    """What holds for one offer only; what is left out is as for all."""

    growth_pct: Growth | None = Field(default=None, description="change of its share price in percent a year")
    price_change_pct: Growth | None = Field(
        default=None, description="change of its share price in percent, once, before the first vest"
    )
    raise_pct: Growth | None = Field(default=None, description="yearly raise of its base in percent, from year 2 on")
    bonus_payout_pct: Payout | None = Field(default=None, description="part of its target bonus that is paid")
    tax_pct: TaxShare | None = Field(default=None, description="flat tax on all its pay in percent")
    cost_of_living_index: Index | None = Field(
        default=None, description="price level where it is worked, 100 being the average; one family for all offers"
    )
    changes: Offer | None = Field(
        default=None, description="what-if: terms that replace those of the offer, e.g. {'base_annual': 200000}"
    )
    parts: dict[Lever, Amount] = Field(
        default_factory=dict, description="what-if: other amounts for base, grant, sign-on or bonus"
    )
    added: dict[Lever, Amount] = Field(
        default_factory=dict, description="what-if: amounts on top of what is offered, e.g. {'base_salary': 10000}"
    )


class CompareOffersArguments(OutlookArguments):
    """Arguments of compare_offers."""

    offers: tuple[Annotated[str | Offer, BeforeValidator(_take_name)], ...] = Field(
        default=(),
        description=(
            "two to six offers, each the name of one in the case or a whole offer (its company is its name, else "
            "'offer 1', 'offer 2'); left out: all offers of the case. Differences are taken to the first"
        ),
    )
    per_offer: dict[str, OfferAssumptions] = Field(
        default_factory=dict,
        description=(
            "by an offer's name (or 'offer 2'): what holds for it alone, such as growth_pct, raise_pct, "
            "bonus_payout_pct, tax_pct, cost_of_living_index or what-if changes, e.g. {'Acme': {'growth_pct': 12}}"
        ),
    )
    years: Annotated[Count, Field(ge=1, le=LONGEST_YEARS)] | None = Field(
        default=None, description="how many service years; default 4, or the longest vesting schedule"
    )
    currency: CurrencyCode | None = Field(
        default=None, description="currency to compare in; default that of the first offer"
    )
    exchange_rates: dict[CurrencyCode, Rate] = Field(
        default_factory=dict,
        description="for each other currency, how much one unit of it costs in `currency`, e.g. {'EUR': 1.08}",
    )
    discount_pct: Discount | None = Field(
        default=None, description="discount rate for cash and stock in percent a year, for the net present value"
    )
    cash_discount_pct: Discount | None = Field(default=None, description="discount rate for cash, percent a year")
    equity_discount_pct: Discount | None = Field(default=None, description="discount rate for stock, percent a year")
    discount_timing: Timing = Field(
        default="mid_year",
        description=(
            "when pay counts for discounting: mid_year (all in the middle of its year), year_end (at its end, "
            "sign-on at its start) or months (each payment in its month)"
        ),
    )
    tax_pct: TaxShare | None = Field(default=None, description="flat tax on all pay in percent, for every offer")
    leave_after_months: Annotated[tuple[Stay, ...], BeforeValidator(_as_list), Field(max_length=24)] = Field(
        default=(), description="months of service after which to show what each offer has paid, e.g. [12, 18]"
    )

    @property
    def discounting(self) -> Discounting:
        """The discount rates as fractions; zero where none is given."""
        both = self.discount_pct or Decimal(0)
        cash = both if self.cash_discount_pct is None else self.cash_discount_pct
        equity = both if self.equity_discount_pct is None else self.equity_discount_pct
        return Discounting(cash_rate=cash / 100, equity_rate=equity / 100, timing=self.discount_timing)


def run_compare_offers(arguments: CompareOffersArguments, deps: ToolDeps) -> ToolResult:
    """Bring the offers to the same years and one currency, then set them side by side."""
    chosen = _choose(arguments, deps.case)
    own = _match_assumptions(arguments.per_offer, list(chosen))
    offers = _change(chosen, own, arguments, deps.case)
    currency = arguments.currency or next(iter(offers.values())).currency_code
    years = arguments.years or _longest(offers)
    entries = _build_entries(offers, own, arguments, currency, years)
    months = tuple(dict.fromkeys(arguments.leave_after_months))
    if any(month > 12 * years for month in months):
        raise InputError("leave_after_months", f"lies after the {years} years compared; raise `years`")
    try:
        result = build_comparison(entries, currency, arguments.discounting, months)
    except InputError as error:
        raise InputError("offers" if error.field == "offer" else error.field, error.message) from error
    notes = [(entry.name, entry.compensation) for entry in entries]
    return build_result(
        NAME,
        result.figures,
        table=result.rows,
        assumptions=(*name_assumptions(notes, entries, arguments.discounting, currency), *result.assumptions),
        warnings=(*name_warnings(notes), *result.warnings),
        data={
            "currency": currency,
            "years": years,
            "winners": result.winners,
            "offers": {name: offer.model_dump(mode="json") for name, offer in offers.items()},
        },
    )


def _choose(arguments: CompareOffersArguments, case: Case) -> dict[str, Offer]:
    """The offers by names that are unlike each other."""
    given: Sequence[str | Offer] = arguments.offers or tuple(item.name for item in case.offers[:MOST])
    if not FEWEST <= len(given) <= MOST:
        raise InputError("offers", f"must hold at least two offers and at most six, not {len(given)}")
    offers = [choose_offer(item, case, f"offers[{place}]") for place, item in enumerate(given)]
    wanted = [
        item if isinstance(item, str) else offer.company or f"offer {place}"
        for place, (item, offer) in enumerate(zip(given, offers, strict=True), start=1)
    ]
    return dict(zip(_tell_apart(wanted), offers, strict=True))


def _tell_apart(wanted: Sequence[str]) -> list[str]:
    """The names, with their place wherever two are alike or one is a column of the table."""
    tidy = [" ".join(name.split()) or f"offer {place}" for place, name in enumerate(wanted, start=1)]
    times = Counter(name.casefold() for name in tidy) + Counter(COLUMNS)
    names: list[str] = []
    for place, name in enumerate(tidy, start=1):
        told = name if times[name.casefold()] == 1 else f"{name} (offer {place})"
        others = {other.casefold() for other in (*names, *tidy[: place - 1], *tidy[place:])}
        while told.casefold() in others:
            told = f"{told} (offer {place})"
        names.append(told)
    return names


def _match_assumptions(given: Mapping[str, OfferAssumptions], names: Sequence[str]) -> list[OfferAssumptions]:
    """What holds for each offer in order, found by its name or its place."""
    keys = {name.casefold(): place for place, name in enumerate(names)}
    keys = {f"offer {place + 1}": place for place in range(len(names))} | keys
    matched = [OfferAssumptions()] * len(names)
    for name, own in given.items():
        place = keys.get(name.casefold())
        if place is None:
            raise InputError(f"per_offer.{name}", f"is none of the offers compared: {', '.join(names)}")
        matched[place] = own
    return matched


@contextmanager
def _naming(place: int) -> Iterator[None]:
    """Problems of an offer named with its place in the list."""
    try:
        yield
    except InputError as error:
        inner = error.field.removeprefix("offer").removeprefix(".")
        raise InputError(f"offers[{place}]{'.' if inner else ''}{inner}", error.message) from error


def _change(
    chosen: Mapping[str, Offer], own: Sequence[OfferAssumptions], arguments: CompareOffersArguments, case: Case
) -> dict[str, Offer]:
    """The offers with what-if changes and the one-time change of the share price."""
    changed = {}
    for place, (name, offer) in enumerate(chosen.items()):
        with _naming(place):
            extra = own[place]
            whatif = OfferArguments(offer=offer, changes=extra.changes, parts=extra.parts, added=extra.added)
            moved = arguments.price_change_pct if extra.price_change_pct is None else extra.price_change_pct
            changed[name] = OutlookArguments(price_change_pct=moved).move_price(whatif.choose(case))
    return changed


def _longest(offers: Mapping[str, Offer]) -> int:
    counts = []
    for place, offer in enumerate(offers.values()):
        with _naming(place):
            counts.append(len(build_pay_stream(offer).years))
    return max(counts)


def _build_entries(
    offers: Mapping[str, Offer],
    own: Sequence[OfferAssumptions],
    arguments: CompareOffersArguments,
    currency: str,
    years: int,
) -> list[Entry]:
    taxes = _for_all(offers, [item.tax_pct for item in own], arguments.tax_pct, "tax_pct") or [Decimal(0)] * len(own)
    indices = _for_all(offers, [item.cost_of_living_index for item in own], None, "cost_of_living_index")
    entries = []
    for place, (name, offer) in enumerate(offers.items()):
        converted = convert_grants(offer, currency, arguments.exchange_rates)
        rate = find_rate(offer.currency_code, currency, arguments.exchange_rates)
        outlook = _outlook(own[place], arguments)
        with _naming(place):
            compensation: TotalCompensation = calculate_total_compensation(converted, years, outlook)
            side = Side(
                name=name,
                stream=build_pay_stream(converted, years, outlook),
                exchange_rate=rate,
                tax_rate=taxes[place] / 100,
                index=indices[place] if indices else HUNDRED,
            )
        entries.append(Entry(side, compensation))
    return entries


def _for_all(
    offers: Mapping[str, Offer], own: Sequence[Decimal | None], common: Decimal | None, field: str
) -> list[Decimal] | None:
    """A value for each offer, None where there is none for any; comparing some with and some without is refused."""
    values = [common if value is None else value for value in own]
    if all(value is None for value in values):
        return None
    for name, value in zip(offers, values, strict=True):
        if value is None:
            raise InputError(f"per_offer.{name}.{field}", "is missing: give it for every offer or for none")
    return [value for value in values if value is not None]


def _outlook(own: OfferAssumptions, common: OutlookArguments) -> Outlook:
    fields = ("growth_pct", "raise_pct", "bonus_payout_pct")
    stated = {name: value for name in fields if (value := getattr(own, name)) is not None}
    return OutlookArguments(**{name: getattr(common, name) for name in fields} | stated).outlook


COMPARE_OFFERS = ToolSpec(
    name=NAME,
    description=(
        "Two to six offers side by side over the same years: each year, totals, differences, who leads and from which "
        "month, break-even base, sign-on and share price growth, net present value, after tax, cost of living, and "
        "the smallest changes that flip the ranking. Use it whenever offers are weighed against each other."
    ),
    arguments=CompareOffersArguments,
    run=run_compare_offers,
    status="setting the offers side by side…",
    calculates=True,
)
