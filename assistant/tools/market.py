"""The tool market_position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field

from assistant.domain.compensation import calculate_total_compensation
from assistant.domain.figure import Figure
from assistant.domain.market import list_quantiles, rank_amount, rank_in_percentiles, warn_sample
from assistant.domain.money import Amount, Count, CurrencyCode, Number
from assistant.domain.pay_band import Band, KnownBand, build_band, compare_bands, place_in_band, warn_band
from assistant.domain.pay_data import MEASURES, PayData, RowFilter, parse_pay_data
from assistant.domain.result import ToolResult
from assistant.errors import InputError
from assistant.reference.bands import covers_level
from assistant.reference.bibliography import describe_source
from assistant.reference.tables import ReferenceTables
from assistant.tools.arguments import OfferArguments
from assistant.tools.deps import ToolDeps
from assistant.tools.results import Row, build_result
from assistant.tools.spec import ToolSpec

NAME = "market_position"
RECURRING = 1
MOST_CHARACTERS = 20_000_000

Part = Literal["base", "total", "stock", "bonus", "equity_grant", "sign_on"]


class MarketPositionArguments(OfferArguments):
    """Arguments of market_position."""

    amount: Amount | None = Field(
        default=None, description="pay to place, a year; default: the offer's base, or its recurring total"
    )
    measure: Part = Field(
        default="base",
        description="what the amount is: base, total (a year), stock or bonus (a year), equity_grant, sign_on",
    )
    currency: CurrencyCode = Field(default="USD", description="currency of the amount and of the data, e.g. EUR")
    values: tuple[Amount, ...] | None = Field(
        default=None, max_length=100_000, description="amounts to rank among, e.g. [150000, 172000]"
    )
    percentiles: dict[str, Amount] | None = Field(
        default=None, description="published percentiles, e.g. {'p25': 150000, 'p50': 172000, 'p75': 201000}"
    )
    csv: str | None = Field(
        default=None,
        max_length=MOST_CHARACTERS,
        description=(
            "text of a pay table with a header line: levels.fyi style (company, level, title, total, base, stock, "
            "bonus, location, date) or H-1B disclosures (employer, job title, wage, unit of pay, city, state, year)"
        ),
    )
    company: str = Field(default="", max_length=80, description="rows of this employer only; also picks a known band")
    level: str = Field(default="", max_length=40, description="rows of this level only; also picks a known band")
    title: str = Field(default="", max_length=80, description="rows whose job title contains this")
    location: str = Field(default="", max_length=80, description="rows whose place contains this")
    since_year: Annotated[Count, Field(ge=1990, le=2100)] | None = Field(
        default=None, description="rows dated in this year or later"
    )
    at_pct: Annotated[Number, Field(ge=0, le=100)] | None = Field(
        default=None, description="also show the pay at this percentile of the data, e.g. 60"
    )
    band_low: Amount | None = Field(default=None, description="lower end of the pay band of the level")
    band_mid: Amount | None = Field(default=None, description="midpoint of the band; default halfway")
    band_high: Amount | None = Field(default=None, description="upper end of the pay band of the level")
    next_band_low: Amount | None = Field(default=None, description="lower end of the next level's band")
    next_band_mid: Amount | None = Field(default=None, description="midpoint of the next level's band")
    next_band_high: Amount | None = Field(default=None, description="upper end of the next level's band")


@dataclass
class _Parts:
    """What has been found so far."""

    figures: list[Figure] = field(default_factory=list)
    table: list[Row] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def run_market_position(arguments: MarketPositionArguments, deps: ToolDeps) -> ToolResult:
    """Place the amount in all that is given: a table, values, percentiles, bands; else in the known bands."""
    found = _Parts()
    amount, currency = _choose_amount(arguments, deps, found)
    band = build_band(arguments.band_low, arguments.band_high, arguments.band_mid)
    above = build_band(arguments.next_band_low, arguments.next_band_high, arguments.next_band_mid, "next_")
    _check_data(arguments)
    if arguments.csv is not None:
        _rank(amount, _read_rows(arguments, currency, deps, found), currency, arguments.at_pct, found)
    elif arguments.values is not None:
        _rank(amount, arguments.values, currency, arguments.at_pct, found)
    elif arguments.percentiles is not None:
        points = {_read_percent(name): value for name, value in arguments.percentiles.items()}
        found.figures += rank_in_percentiles(amount, points, currency)
        found.assumptions.append("Between two published percentiles pay is taken to rise in a straight line.")
    elif band is None and above is None:
        if not arguments.company:
            raise InputError(
                "csv", "there is nothing to compare with: give csv, values, percentiles, a band or company"
            )
        _place_in_known(amount, arguments, deps.reference, found)
    _place(amount, band, "the band", currency, found)
    _place(amount, above, "the next band", currency, found)
    if band and above:
        found.figures += compare_bands(band, above, currency)
    return build_result(NAME, found.figures, table=found.table, assumptions=found.assumptions, warnings=found.warnings)


def _check_data(arguments: MarketPositionArguments) -> None:
    given = [name for name in ("csv", "values", "percentiles") if getattr(arguments, name) is not None]
    if len(given) > 1:
        raise InputError(given[1], f"give only one of {' and '.join(given)}: the amount is placed in one set of data")
    if arguments.values == ():
        raise InputError("values", "is empty: list at least one amount, better thirty")


def _choose_amount(arguments: MarketPositionArguments, deps: ToolDeps, found: _Parts) -> tuple[Decimal, str]:
    if arguments.amount is not None:
        return arguments.amount, arguments.currency
    if arguments.offer is None and not deps.case.offers:
        raise InputError("amount", "is missing: give the yearly pay to place, or an offer")
    offer = arguments.choose(deps.case)
    if arguments.measure == "base" and offer.base_annual is not None:
        amount, what = offer.base_annual, "base salary"
    elif arguments.measure == "total":
        amount, what = calculate_total_compensation(offer).figures[RECURRING].value, "recurring yearly total"
    else:
        raise InputError("amount", f"is missing: the offer states no {arguments.measure} that can be placed")
    found.assumptions.append(f"The amount is the offer's {what}, {amount.normalize():,f}.")
    return amount, offer.currency_code


def _read_rows(arguments: MarketPositionArguments, currency: str, deps: ToolDeps, found: _Parts) -> list[Decimal]:
    data = parse_pay_data(arguments.csv or "", currency)
    chosen = RowFilter(arguments.company, arguments.level, arguments.title, arguments.location, arguments.since_year)
    rows = [row for row in data.rows if chosen.keeps(row)]
    measure = next((part for part in MEASURES if part == arguments.measure), None)
    amounts = [row.amounts[measure] for row in rows if measure in row.amounts] if measure else []
    if not amounts:
        raise InputError("csv", _explain_nothing(arguments, data, len(rows)))
    found.assumptions += [f"{len(amounts):,} of {len(data.rows):,} readable rows are compared, by {measure}.",
                          *data.assumptions]  # fmt: skip
    found.warnings += data.warnings
    newest = max((row.year for row in rows if row.year is not None), default=None)
    if newest is None:
        found.warnings.append("No row is dated: ask how old the data is.")
    elif newest < deps.today.year - 1:
        found.warnings.append(
            f"The newest row is from {newest}: pay has moved since, so treat the percentile as a floor "
            "for your question."
        )
    return amounts


def _explain_nothing(arguments: MarketPositionArguments, data: PayData, kept: int) -> str:
    if not data.rows:
        return f"holds no readable pay in {arguments.currency}. {' '.join(data.warnings)}".strip()
    if kept:
        known = ", ".join(sorted({str(name) for row in data.rows for name in row.amounts}))
        return f"has no amounts of {arguments.measure}; set measure to one of: {known}"
    return f"no row is left of {len(data.rows)} after the filters: loosen company, level, title, location or since_year"


def _rank(amount: Decimal, others: Sequence[Decimal], currency: str, wanted: Decimal | None, found: _Parts) -> None:
    found.figures += rank_amount(amount, others, currency)
    found.figures += list_quantiles(others, currency, wanted)
    found.assumptions.append("The percentile rank counts all amounts below and half of those equal.")
    found.warnings += warn_sample(len(others))


def _read_percent(name: str) -> Decimal:
    match = re.fullmatch(r"[pP]?(\d{1,3}(?:\.\d+)?)(?:th|st|nd|rd)?%?|(median)", name.strip())
    percent = Decimal(50) if match and match[2] else Decimal(match[1]) if match else None
    if percent is None or percent > 100:
        raise InputError("percentiles", f'"{name}" is no percentile from 0 to 100: write p25, p50, p75')
    return percent


def _place(amount: Decimal, band: Band | None, of: str, currency: str, found: _Parts) -> None:
    if band is not None:
        found.figures += place_in_band(amount, band, currency, of)
        found.warnings += warn_band(amount, band, of)


def _place_in_known(
    amount: Decimal, arguments: MarketPositionArguments, reference: ReferenceTables, found: _Parts
) -> None:
    for known in _find_known(arguments, reference):
        of = " ".join(
            part for part in (known.company, known.level, known.place, known.part) if part != "several cities"
        )
        if known.currency != arguments.currency:
            raise InputError("currency", f"the known bands of {known.company} are in {known.currency}")
        points = {Decimal(p): value for p, value in ((25, known.p25), (50, known.p50), (75, known.p75)) if value}
        if points:
            found.figures += rank_in_percentiles(amount, points, known.currency, (known.source_id,))
        band = build_band(known.low, known.high, None)
        if band is not None:
            found.figures += place_in_band(amount, band, known.currency, of, (known.source_id,))
            found.warnings += warn_band(amount, band, of)
        found.table.append(known.model_dump(exclude_none=True))
        source = describe_source(reference.bibliography[known.source_id])
        found.warnings.append(f"{of}, as of {known.as_of}, is stated by {source}")
        found.warnings += [known.note] if known.note else []


def _find_known(arguments: MarketPositionArguments, reference: ReferenceTables) -> list[KnownBand]:
    """The bands of that level and of the one above it, place by place."""
    bands = [band for band in reference.bands if band.company.casefold() == arguments.company.strip().casefold()]
    if not bands:
        names = ", ".join(sorted({band.company for band in reference.bands}))
        raise InputError(
            "company", f"no band is known for {arguments.company}; known are {names}: or give csv or a band"
        )
    parts = [band for band in bands if band.part == arguments.measure]
    parts = [band for band in parts if arguments.location.casefold() in band.place.casefold()]
    parts = [band for band in parts if arguments.title.casefold() in band.role.casefold()]
    chosen = [place for place, band in enumerate(parts) if not arguments.level or covers_level(band, arguments.level)]
    if not chosen:
        raise InputError("level", f"no {arguments.measure} band fits; known are {_list_known(bands)}")
    return list(_with_next(parts, chosen, bool(arguments.level)))


def _with_next(parts: Sequence[KnownBand], chosen: Sequence[int], wants_next: bool) -> Iterator[KnownBand]:
    for place in chosen:
        yield parts[place]
        following: Any = parts[place + 1] if place + 1 < len(parts) else None
        same = following and (following.place, following.role) == (parts[place].place, parts[place].role)
        if wants_next and same and place + 1 not in chosen:
            yield following


def _list_known(bands: Sequence[KnownBand]) -> str:
    return "; ".join(dict.fromkeys(f"{band.level} {band.part} ({band.role}, {band.place})" for band in bands))


MARKET_POSITION = ToolSpec(
    name=NAME,
    description=(
        "Percentile of a pay amount in a saved pay table (CSV), in a list of amounts or between published percentiles, "
        "and its place in a pay band: compa-ratio, range penetration, room to the top, next level. Use it for every "
        "question whether pay is low, fair or high; say its sources and their trust aloud."
    ),
    arguments=MarketPositionArguments,
    run=run_market_position,
    status="placing the pay in the market…",
    calculates=True,
)
