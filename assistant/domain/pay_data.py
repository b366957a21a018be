"""Pay data: rows of a pay table somebody saved (levels.fyi style or H-1B disclosures) as yearly amounts.

Cells are data: a spreadsheet formula is never computed, a cell that holds no amount is left out and counted.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Literal, NamedTuple

from assistant.domain.amounts import read_amounts
from assistant.errors import InputError

Measure = Literal["base", "total", "stock", "bonus"]
MEASURES: tuple[Measure, ...] = ("base", "total", "stock", "bonus")
MOST_ROWS = 200_000
THOUSANDS_BELOW = 2000
MOST_APART = 20

HEADERS: dict[str, tuple[str, ...]] = {
    "company": ("company", "companyname", "employer", "employername", "organization"),
    "level": ("level", "levelname", "joblevel", "grade", "paygrade"),
    "title": ("title", "jobtitle", "role", "position", "occupation", "soctitle"),
    "total": ("totalyearlycompensation", "totalcompensation", "totalcomp", "total", "tc", "totalpay"),
    "base": (
        "base", "basesalary", "basepay", "salary", "annualsalary", "wagerateofpayfrom", "wagerateofpay", "wageratefrom",
        "lcacasewageratefrom", "rateofpayfrom", "wage", "pay",
    ),
    "stock": ("stockgrantvalue", "stock", "stockgrant", "stockyr", "equity", "rsu", "rsus"),
    "bonus": ("bonus", "targetbonus", "annualbonus"),
    "place": ("location", "worksitecity", "city", "worksite", "lcacaseworkloccity", "worksitelocation"),
    "region": ("worksitestate", "state", "lcacaseworklocstate"),
    "when": (
        "timestamp", "date", "year", "fiscalyear", "decisiondate", "submitdate", "receiveddate", "offerdate",
        "begindate", "employmentstartdate", "startdate",
    ),
    "unit": ("wageunitofpay", "unitofpay", "payunit", "wageunit", "unit", "payperiod", "lcacasewagerateunit", "per"),
    "currency": ("currency", "currencycode"),
    "status": ("casestatus", "status"),
}  # fmt: skip
"""Column names by meaning, without case, spaces and signs; the first that a table has is taken."""
UNITS = {
    "year": 1, "yr": 1, "annual": 1, "annum": 1, "month": 12, "mth": 12, "semimonthly": 24, "biweekly": 26,
    "bi": 26, "week": 52, "wk": 52, "day": 260, "hour": 2080, "hr": 2080,
}  # fmt: skip
"""Payments a year of a wage unit: 26 fortnights, 52 weeks, 260 days, 2,080 hours."""
_PLAIN = re.compile(r"[$]?\s?(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?")
_SCIENTIFIC = re.compile(r"\d+(\.\d+)?[eE]\+?\d{1,3}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class PayRow(NamedTuple):
    """One person's pay in amounts a year; `year` is when it was reported."""

    company: str
    level: str
    title: str
    place: str
    year: int | None
    amounts: Mapping[Measure, Decimal]


@dataclass(frozen=True, slots=True)
class PayData:
    """The rows that could be read, and what was assumed or left out."""

    rows: tuple[PayRow, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Which rows are comparable; an empty part lets all through. Texts are parts of a cell, a level is the cell."""

    company: str = ""
    level: str = ""
    title: str = ""
    place: str = ""
    since_year: int | None = None

    def keeps(self, row: PayRow) -> bool:
        """Whether the row is comparable."""
        return (
            self.company.casefold() in row.company.casefold()
            and (not self.level or _squeeze(self.level) == _squeeze(row.level))
            and self.title.casefold() in row.title.casefold()
            and self.place.casefold() in row.place.casefold()
            and (self.since_year is None or (row.year is not None and row.year >= self.since_year))
        )


def parse_pay_data(text: str, currency: str = "USD") -> PayData:
    r"""The rows of a pay table with a header line, separated by commas, semicolons, tabs or bars.

    Args:
        text: the table.
        currency: of the amounts wanted; rows that name another one are left out.

    >>> parse_pay_data("Employer,Wage,Unit of Pay\nAcme,50,Hour").rows[0].amounts
    {'base': Decimal('104000')}

    Raises:
        InputError: no header or no column of pay is recognised.
    """
    lines = _read_lines(text)
    header = next(lines, [])
    columns = _find_columns(header)
    if not columns.keys() & set(MEASURES):
        seen = ", ".join(cell.strip()[:30] for cell in header[:12]) or "nothing"
        raise InputError("csv", f"has no column of pay such as base, salary, total or wage; its first line is: {seen}")
    reader = _RowReader(columns, currency)
    rows = [row for cells in lines if any(cells) and (row := reader.read(cells)) is not None]
    scaled = _scale_thousands(rows, "unit" in columns)
    notes = [*reader.assumptions(), *(["Amounts below 2,000 a year are taken as thousands."] if scaled else [])]
    return PayData(tuple(scaled or rows), tuple(notes), tuple(reader.warnings()))


def _read_lines(text: str) -> Iterator[list[str]]:
    text = text.lstrip("\ufeff").replace("\x00", "")
    first = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    try:
        for number, cells in enumerate(csv.reader(text.lstrip().splitlines(keepends=True), delimiter=delimiter)):
            if number > MOST_ROWS:
                raise InputError("csv", f"holds more than {MOST_ROWS:,} rows: save only the comparable ones")
            yield [cell.strip() for cell in cells]
    except csv.Error as error:
        raise InputError("csv", f"cannot be read as a table: {error}") from error


def _find_columns(header: Sequence[str]) -> dict[str, int]:
    names = [_squeeze(cell).removesuffix("1") for cell in header]
    found = {}
    for meaning, spellings in HEADERS.items():
        places = [names.index(spelling) for spelling in spellings if spelling in names]
        if places:
            found[meaning] = places[0]
    return found


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


class _RowReader:
    """Reads cells by meaning and counts what had to be left out."""

    def __init__(self, columns: Mapping[str, int], currency: str) -> None:
        self.columns, self.currency = columns, currency
        self.left_out: dict[str, int] = {}
        self.annualised = 0

    def read(self, cells: Sequence[str]) -> PayRow | None:
        """The row, or None where it holds no usable pay."""
        factor = self._factor(cells)
        amounts = self._amounts(cells, factor or 1)
        reason = self._find_reason(cells, factor, amounts)
        if reason is not None:
            self.left_out[reason] = self.left_out.get(reason, 0) + 1
            return None
        self.annualised += factor != 1
        place = ", ".join(part for part in (self._cell(cells, "place"), self._cell(cells, "region")) if part)
        year = _YEAR.search(self._cell(cells, "when"))
        return PayRow(
            company=self._cell(cells, "company"),
            level=self._cell(cells, "level"),
            title=self._cell(cells, "title"),
            place=place,
            year=int(year[0]) if year else None,
            amounts=amounts,
        )

    def _find_reason(self, cells: Sequence[str], factor: int | None, amounts: Mapping[Measure, Decimal]) -> str | None:
        """Why the row cannot be used, or None when it can."""
        status = self._cell(cells, "status").casefold()
        if status and not status.startswith("certified"):
            return "of applications that were not certified"
        if self._cell(cells, "currency").upper() not in ("", self.currency):
            return "in another currency"
        if factor is None:
            return "with an unknown unit of pay"
        return None if amounts else "without a readable amount"

    def _amounts(self, cells: Sequence[str], factor: int) -> dict[Measure, Decimal]:
        amounts: dict[Measure, Decimal] = {}
        for measure in MEASURES:
            amount = read_cell(self._cell(cells, measure), self.currency)
            if amount is not None:
                amounts[measure] = amount * (factor if measure == "base" else 1)
        if "total" not in self.columns and "base" in amounts and ("stock" in amounts or "bonus" in amounts):
            parts: tuple[Measure, ...] = ("base", "stock", "bonus")
            amounts["total"] = sum((amounts.get(part, Decimal(0)) for part in parts), Decimal(0))
        return amounts

    def assumptions(self) -> Iterator[str]:
        """What was assumed."""
        if self.annualised:
            yield "Wages are made yearly: 2,080 hours, 260 days, 52 weeks, 26 fortnights or 12 months a year."

    def warnings(self) -> Iterator[str]:
        """What was left out."""
        for reason, count in self.left_out.items():
            yield f"{count:,} row{'s' * (count > 1)} {reason} left out."

    def _cell(self, cells: Sequence[str], meaning: str) -> str:
        place = self.columns.get(meaning)
        return cells[place] if place is not None and place < len(cells) else ""

    def _factor(self, cells: Sequence[str]) -> int | None:
        unit = _squeeze(self._cell(cells, "unit")).removeprefix("per")
        if not unit:
            return 1
        return next((factor for name, factor in UNITS.items() if unit.startswith(name)), None)


def read_cell(cell: str, currency: str) -> Decimal | None:
    """The amount in a cell, or None: a formula, words, a negative number, another currency.

    >>> [read_cell(cell, "USD") for cell in ("$180,000", "95k", "=1+1", "€5", "60000 - 80000")]
    [Decimal('180000'), Decimal('95000'), None, None, Decimal('60000')]
    """
    if (plain := _PLAIN.fullmatch(cell)) and not (cell.startswith("$") and currency not in ("USD", "CAD", "AUD")):
        return _sensible(Decimal(cell.lstrip("$ ").replace(",", "")))
    if _SCIENTIFIC.fullmatch(cell):
        return _sensible(Decimal(cell))
    if not cell or plain or cell[0] in "=+-@":
        return None
    amounts = [item for item in read_amounts(cell[:60], 4) if item.kind != "percent"]
    if not amounts or amounts[0].currency not in (None, currency):
        return None
    return _sensible(amounts[0].value)


def _sensible(amount: Decimal) -> Decimal | None:
    return amount if 0 < amount < Decimal("1e9") else None


def _scale_thousands(rows: Iterable[PayRow], has_unit: bool) -> list[PayRow]:
    """The rows in whole amounts where a yearly table, or a part of it, is written in thousands; else none.

    Among whole amounts a small one is raised only where it then is of their size: "70.000" beside 80000.
    """
    rows = list(rows)
    known = [value for row in rows if (value := row.amounts.get("total") or row.amounts.get("base")) is not None]
    small = [value for value in known if value < THOUSANDS_BELOW]
    if has_unit or not small:
        return []
    if median(known) >= THOUSANDS_BELOW:
        usual = median(value for value in known if value >= THOUSANDS_BELOW)
        if not all(usual / MOST_APART <= value * 1000 <= usual * MOST_APART for value in small):
            return []
    return [
        row._replace(
            amounts={name: value * 1000 if value < THOUSANDS_BELOW else value for name, value in row.amounts.items()}
        )
        for row in rows
    ]
