"""Comparison notes: what a comparison assumes and what the person must know, said once for all offers or by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.comparison import HUNDRED
from assistant.domain.compensation import TotalCompensation
from assistant.domain.present_value import Discounting, Timing
from assistant.domain.side_by_side import Entry

Noted = Sequence[tuple[str, TotalCompensation]]

_TIMINGS: dict[Timing, str] = {
    "mid_year": "all pay of a year counts in its middle",
    "year_end": "pay of a year counts at its end, sign-on at its start",
    "months": "each payment counts in its month",
}


def name_assumptions(notes: Noted, entries: Sequence[Entry], discounting: Discounting, currency: str) -> Iterator[str]:
    """What was assumed, the offers' own assumptions first."""
    yield from _gather([(name, compensation.assumptions) for name, compensation in notes])
    yield from _name_money(entries, currency)
    yield from _name_discounting(discounting)
    yield (
        "By month, base comes in twelfths, the bonus at the end of a service year, sign-on on the first day (of a "
        "later year: with its first month) and stock when it vests; a crossover is the first month at whose "
        "end an offer that was behind is ahead."
    )
    if len(entries[0].side.stream.years) > 1 and not any(entry.side.stream.outlook.raise_rate for entry in entries):
        yield "Base is not raised."


def name_warnings(notes: Noted) -> Iterator[str]:
    """What is not counted, by offer."""
    yield from _gather([(name, compensation.warnings) for name, compensation in notes])


def _gather(listed: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Each note once: as it is where all offers share it, else with the names it is about."""
    for note in dict.fromkeys(note for _, given in listed for note in given):
        about = [name for name, given in listed if note in given]
        yield note if len(about) == len(listed) else f"{', '.join(about)}: {note}"


def _name_money(entries: Sequence[Entry], currency: str) -> Iterator[str]:
    for rate, code in {
        (entry.side.exchange_rate, entry.compensation.currency): None
        for entry in entries
        if entry.compensation.currency != currency
    }:
        yield f"One {code} costs {rate.normalize():f} {currency}, now and in later years."
    taxed = any(entry.side.tax_rate for entry in entries)
    priced = any(entry.side.index != HUNDRED for entry in entries)
    if taxed:
        yield "A flat tax is taken off all pay, stock included."
    if priced:
        yield "The cost-of-living indices are taken to be of one family; value at equal prices is pay x 100 / index."
    if taxed or priced:
        yield "Crossovers, break-evens, present values and what flips the ranking compare pay as adjusted."
    else:
        yield "Pay is gross; taxes and cost of living are not counted."


def _name_discounting(discounting: Discounting) -> Iterator[str]:
    if discounting.is_flat:
        yield "Later pay counts as much as early pay: no discount rate was given."
        return
    cash, equity = ((rate * 100).normalize() for rate in (discounting.cash_rate, discounting.equity_rate))
    yield f"Cash is discounted at {cash:f} % a year, stock at {equity:f} %: {_TIMINGS[discounting.timing]}."
