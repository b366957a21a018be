"""Amounts: money and percentages read from texts, on purpose without any code of the product.

An answer is read strictly (what a person would see as money or a percentage); the words of a person or
a source are read generously (every number, in every way it may have been meant).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from evals.metrics.number_words import read_number_words

_SCALES = {
    "k": 1e3, "thousand": 1e3, "mil": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9,
    "t": 1e12, "trillion": 1e12, "l": 1e5, "lac": 1e5, "lakh": 1e5, "lakhs": 1e5, "lpa": 1e5, "cr": 1e7, "crore": 1e7,
    "crores": 1e7,
}  # fmt: skip
_SIGN = r"(?:(?:US|CA|AU|[ACS]|HK)?\$|[€£₹¥]|(?:USD|EUR|GBP|CHF|INR|CAD|AUD|SGD|JPY|SEK|NOK|DKK|PLN|AED)\b|Rs\.?)"
_NUMBER = r"(?>\d{1,3}(?:[,'’]\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = r"(?:k|thousand|m|mn|million|bn|billion|trillion|lakhs?|lac|lpa|l|crores?|cr)\b"
_COUNTED = r"(?!\s*(?:shares?|stock options?|options?|units?|rsus?|hours?|words?|people|employers?|managers?)\b)"
_SHOWN = re.compile(
    rf"(?<![\w.,/])(?P<sign>{_SIGN}\s?)?(?P<number>{_NUMBER})(?P<gap>[ \u00a0\u202f-]?)(?P<scale>{_SCALE})?"
    rf"(?P<percent>\s?(?:%|percent\b|per cent\b))?(?P<after>\s?(?:dollars|euros?|pounds|{_SIGN})(?!\s?\d))?{_COUNTED}",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"(?P<number>\d+(?:[.,'’\u00a0\u202f]\d+)*)[ \u00a0\u202f-]?(?P<scale>[a-z]+(?![^\W\d_]))?", re.IGNORECASE
)
_EURO_GROUPED = re.compile(
    r"(?<![\d.,])(\d{1,3})[. \u00a0\u202f](\d{3})(?=\s?(?:€|euros?\b|\$(?!\s?\d)|(?:CAD|CHF|PLN|SEK|NOK|DKK)\b))",
    re.IGNORECASE,
)
"""As a German or French message writes it: 74.000 €, 53 000 €, 9 500 $, 72 000 CAD."""
_PENSION = re.compile(r"\b401\s?\(?k\)?", re.IGNORECASE)


@dataclass(frozen=True)
class Shown:
    """An amount of an answer: `slack` is half of the last digit shown, so that $297K covers 296,500 to 297,500."""

    kind: Literal["money", "percent"]
    value: float
    slack: float
    words: str

    def covers(self, value: float) -> bool:
        """Whether this amount may be how `value` was shown; the sign does not count."""
        return abs(abs(value) - abs(self.value)) <= self.slack + 1e-6


@dataclass
class Known:
    """Values an answer may show."""

    money: set[float] = field(default_factory=set)
    percents: set[float] = field(default_factory=set)

    def holds(self, shown: Shown) -> bool:
        """Whether the amount is one of these."""
        return any(shown.covers(value) for value in (self.percents if shown.kind == "percent" else self.money))


def read_shown(text: str) -> list[Shown]:
    """The money amounts and percentages a reader sees.

    Money is a number with a currency, with a scale such as K, or with thousands separators.

    >>> [(item.kind, item.value) for item in read_shown("Year 1 is **$297,000**, that is 15% up on L62 in 2026.")]
    [('money', 297000.0), ('percent', 15.0)]
    """
    text = _EURO_GROUPED.sub(r"\1,\2", _PENSION.sub("pension", text))
    return [item for item in map(_to_shown, _SHOWN.finditer(text)) if item is not None]


def _to_shown(match: re.Match[str]) -> Shown | None:
    plain = re.sub(r"[,'’]", "", match["number"])
    decimals = len(plain.partition(".")[2])
    words = match[0].strip()
    if match["percent"]:
        return Shown("percent", float(plain), 0.5 * 10**-decimals, words)
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1.0
    is_grouped = plain != match["number"] and float(plain) >= 1000
    if not (match["sign"] or match["scale"] or match["after"] or is_grouped):
        return None
    slack = 0.5 * 10**-decimals * scale
    return Shown("money", float(plain) * scale, slack, words)


def read_numbers(text: str) -> set[float]:
    """Every number of a text, written in the English or the European way, with its scale where it has one.

    >>> sorted(read_numbers("67.000 brutto, 1,800 shares, 45k"))
    [1.8, 67.0, 1800.0, 45000.0, 67000.0]
    """
    found: set[float] = set()
    for match in _WRITTEN.finditer(_PENSION.sub("pension", text)):
        factor = _SCALES.get((match["scale"] or "").lower(), 1.0)
        found |= {value * factor for value in _readings(match["number"])}
    return found


def read_written(texts: Iterable[str]) -> Known:
    """Every number of the texts in every way it may have been meant: 205 is also 205 thousand."""
    known = Known()
    for text in texts:
        for match in _WRITTEN.finditer(text):
            for value in _readings(match["number"]):
                known.percents.add(value)
                known.money |= _scaled(value, match["scale"])
        for value in read_number_words(text):
            known.percents.add(value)
            known.money |= _scaled(value, None)
    return known


def _readings(number: str) -> set[float]:
    """A number as an English and as a European writer may mean it."""
    plain = re.sub(r"[^\d.,]", "", number)
    readings = {re.sub(r"[.,]", "", plain) if re.search(r"[.,]\d{2,3}(?:[.,]|$)", plain) else plain}
    readings |= {plain.replace(",", ""), plain.replace(".", "").replace(",", ".")}
    return {float(reading) for reading in readings if re.fullmatch(r"\d+(?:\.\d*)?|\.\d+", reading)}


def _scaled(value: float, scale: str | None) -> set[float]:
    factor = _SCALES.get((scale or "").lower())
    meant = {value} | ({value * 1000} if value < 1000 else set())
    return meant | ({value * factor} if factor else set())
