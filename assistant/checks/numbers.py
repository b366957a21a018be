"""Numbers: every money amount and percentage of an answer must be known from somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from assistant.domain.amounts import WrittenAmount, read_amounts
from assistant.domain.answer import Finding
from assistant.domain.figure import Figure
from assistant.domain.sentences import sentence_at

CHECK = "untraceable_number"
_MORE = re.compile(r" (?:more|extra|on top|higher)\b", re.IGNORECASE)
"""Behind a bare number: so many thousands more, however few."""
_BARE_THOUSANDS = (Decimal(20), Decimal(1000))
_LAKH = Decimal(100_000)
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,%])")
"""A thousand as it is written in most of Europe: 9.200."""
_CENTS = re.compile(r"(?<![\d.,])(\d{1,2}) ?(?:cents?|pence|c|p)\b", re.IGNORECASE)
"""92 cents a share is 0.92 of the currency."""
_FRACTION = re.compile(
    r"\b(hal(?:f|ve[sd]?)|(?:an?|one) (?:quarter|third|fifth|tenth)|dollar[- ]for[- ]dollar|1:1)\b", re.IGNORECASE
)
_FRACTIONS = {
    "half": Decimal(50),
    "quarter": Decimal(25),
    "third": Decimal("33.33"),
    "fifth": Decimal(20),
    "tenth": Decimal(10),
}
"""Percents that people write as words."""
_LONGEST_DURATION = 100
_SMALLEST_BARE_AMOUNT = 10_000
_LARGEST_ROUNDING_RATE = Decimal("0.05")


class KnownNumbers(BaseModel):
    """The values an answer may use, by kind; `percents` are whole numbers (15 is 15 %)."""

    model_config = ConfigDict(frozen=True)

    amounts: frozenset[Decimal] = frozenset()
    percents: frozenset[Decimal] = frozenset()

    def __or__(self, other: KnownNumbers) -> KnownNumbers:
        return KnownNumbers(amounts=self.amounts | other.amounts, percents=self.percents | other.percents)


@lru_cache(maxsize=1024)
def numbers_in_text(text: str) -> KnownNumbers:
    """The numbers a person or a source wrote; a bare 205 may be meant as 205 thousand, "4 years" not.

    Where a sum is written in lakh or millions, a bare 32 may be meant as 32 of them.
    """
    amounts: set[Decimal] = set()
    percents: set[Decimal] = set()
    low, high = _BARE_THOUSANDS
    written = read_amounts(text)
    scales = {item.scale for item in written if item.scale >= _LAKH}
    for item in written:
        if item.kind == "percent":
            percents.add(item.value)
            continue
        if item.unit and item.kind != "money" and item.value < _LONGEST_DURATION:
            continue
        amounts.add(item.value)
        if item.kind == "plain":
            percents.add(item.value)
            if low <= item.value < high or (item.value < low and _MORE.match(text, item.end)):
                amounts.add(item.value * 1000)
            if item.value < high:
                amounts.update(item.value * scale for scale in scales)
    percents.update(_read_fraction(match[1].lower()) for match in _FRACTION.finditer(text))
    amounts.update(Decimal(match[0]) * 1000 for match in _GROUPED.finditer(text))
    amounts.update(Decimal(match[1]) / 100 for match in _CENTS.finditer(text))
    return KnownNumbers(amounts=frozenset(amounts), percents=frozenset(percents))


def _read_fraction(words: str) -> Decimal:
    if words.startswith("hal"):
        return _FRACTIONS["half"]
    return _FRACTIONS.get(words.rpartition(" ")[2], Decimal(100))


def numbers_in_figures(figures: Iterable[Figure]) -> KnownNumbers:
    """The values of figures and of the inputs they were made of."""
    amounts: set[Decimal] = set()
    percents: set[Decimal] = set()
    for figure in figures:
        (percents if figure.unit == "percent" else amounts).add(figure.value)
        for name, value in figure.inputs.items():
            if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
                continue
            number = Decimal(str(value))
            if name.endswith("_rate"):
                percents.add(number * 100)
            elif name.endswith("_pct"):
                percents.add(number)
            else:
                amounts.add(number)
    return KnownNumbers(amounts=frozenset(amounts), percents=frozenset(percents))


def check_numbers(text: str, known: KnownNumbers) -> list[Finding]:
    """A finding for each money amount or percentage that is not known.

    "$297K" is known when a known value rounds to it and is no more than 5 % away; full figures must
    be exact to their last digit. A bare number counts as an amount from 10,000 up.
    """
    findings = []
    for item in read_amounts(text):
        if item.kind == "plain" and item.value < _SMALLEST_BARE_AMOUNT:
            continue
        values = known.percents if item.kind == "percent" else known.amounts
        if not any(_reads_as(abs(value), item) for value in values):
            findings.append(
                Finding(
                    check=CHECK,
                    detail=f"{item.quote} is no computed figure, not the person's and not in a cited passage",
                    quote=sentence_at(text, item.start),
                )
            )
    return findings


def _reads_as(value: Decimal, written: WrittenAmount) -> bool:
    """Whether the written number is this value, rounded as far as it is written."""
    leeway = min(written.precision / 2, value * _LARGEST_ROUNDING_RATE)
    return abs(value - abs(written.value)) <= leeway
