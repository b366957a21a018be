"""Exchange: what one unit of a currency costs in another, as it is told, and the amounts of a message in one currency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.domain.amount_patterns import CURRENCIES

_SINGULAR = {
    "franc": "CHF", "swiss franc": "CHF", "pound": "GBP", "rupee": "INR", "us dollar": "USD", "canadian dollar": "CAD",
    "australian dollar": "AUD", "singapore dollar": "SGD", "real": "BRL", "peso": "MXN", "krona": "SEK", "krone": "DKK",
}  # fmt: skip
_NAMES = {name: code for name, code in CURRENCIES.items() if len(name) > 1 and name[0].isalpha()} | _SINGULAR
_MARKS = {name: code for name, code in CURRENCIES.items() if not name[-1].isalpha()}


def _one_of(names: dict[str, str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_NAME, _MARK = rf"(?:{_one_of(_NAMES)})\b", rf"(?:{_one_of(_MARKS)})"
_CODE = rf"(?:{_NAME}|{_MARK})"
_VALUE = r"(?P<value>\d{1,4}(?:[.,]\d{1,5})?)(?![\d,.]*\d|k\b)"
_IS = r"(?:=|~|:|is|are|was|costs?(?: me)?|like|equals?|buys|gets? (?:me|you)|gives?(?: me| you)?|for|at|about|around|roughly|now|currently|worth)"
_PRICE = rf"(?:{_VALUE} ?(?P<quote>{_CODE})|(?P<mark>{_MARK}) ?{_VALUE.replace('value', 'value2')})"
_RATES = (
    re.compile(rf"(?<![\w.,])(?:(?:1|one|an?|each|every|the) ?(?P<base>{_CODE})|(?P<before>{_MARK}) ?1(?![\d.,k]))\s*(?:{_IS}\s*){{1,3}}{_PRICE}", re.IGNORECASE),
    re.compile(rf"(?<![\w.,]){_PRICE}\s*(?:per|(?:for|to|=|is|equals?|a) ?(?:1|one|an?|each|every|the)|to) ?(?P<base>{_CODE})", re.IGNORECASE),
    re.compile(rf"\b(?P<base>{_NAME}) ?(?:/|-|to|in|into) ?(?P<quote>{_NAME})(?: (?:exchange )?rate)?\s*(?:{_IS}\s*){{0,2}}{_VALUE}(?! ?(?:{_CODE}|%|lakh|thousand|million))", re.IGNORECASE),
)  # fmt: skip
_WANTED = re.compile(rf"\b(?:in|to|into|as) (?:the )?(?P<name>{_NAME})", re.IGNORECASE)


@dataclass(frozen=True)
class Rate:
    """One `base` costs `value` of `quote`; `text[start:end]` tells it."""

    start: int
    end: int
    base: str
    quote: str
    value: Decimal


@dataclass(frozen=True)
class Conversion:
    """What brings an amount to another currency: times the rate, or divided by it."""

    rate: Rate
    divides: bool

    @property
    def target(self) -> str:
        """That currency."""
        return self.rate.base if self.divides else self.rate.quote


@lru_cache(maxsize=64)
def read_rates(text: str) -> tuple[Rate, ...]:
    """The rates a text tells, from left to right.

    >>> [(rate.base, rate.quote, str(rate.value)) for rate in read_rates("use 1.05 eur for one franc")]
    [('CHF', 'EUR', '1.05')]
    """
    found: list[Rate] = []
    for match in (match for pattern in _RATES for match in pattern.finditer(text)):
        rate = _read(match)
        apart = all(rate.end <= other.start or rate.start >= other.end for other in found)
        if rate.base != rate.quote and rate.value > 0 and apart:
            found.append(rate)
    return tuple(sorted(found, key=lambda rate: rate.start))


def _read(match: re.Match[str]) -> Rate:
    told = match.groupdict()
    base, quote = (_code(told.get(one) or told.get(other)) for one, other in (("base", "before"), ("quote", "mark")))
    value = Decimal((told["value"] or told["value2"]).replace(",", "."))
    return Rate(match.start(), match.end(), base, quote, value)


def _code(name: str | None) -> str:
    name = (name or "").lower()
    return _NAMES.get(name) or _MARKS.get(name, "")


def find_conversions(text: str, codes: Sequence[str]) -> dict[str, Conversion]:
    """What brings amounts of these currencies to the one they are wanted in, where the text tells the rate."""
    rates = read_rates(text)
    if not (rates and codes):
        return {}
    target = _find_target(text, rates, codes)
    ways = {code: _find_conversion(code, target, rates) for code in codes}
    return {code: way for code, way in ways.items() if way is not None}


def _find_target(text: str, rates: Sequence[Rate], codes: Sequence[str]) -> str:
    """The currency asked for last, else the one in which the rate is told."""
    outside = _blank(text, rates)
    asked = [_code(match["name"]) for match in _WANTED.finditer(outside)]
    last = rates[-1]
    usual = last.base if set(codes) == {last.quote} else last.quote
    return next((code for code in reversed(asked) if code in (last.base, last.quote)), usual)


def _find_conversion(currency: str, target: str, rates: Sequence[Rate]) -> Conversion | None:
    """How an amount gets to the target, by the newest rate that tells it."""
    for rate in reversed(rates):
        if (rate.base, rate.quote) in ((currency, target), (target, currency)):
            return Conversion(rate, rate.base == target)
    return None


def _blank(text: str, rates: Sequence[Rate]) -> str:
    for rate in rates:
        text = text[: rate.start] + " " * (rate.end - rate.start) + text[rate.end :]
    return text


def stands_in_rate(start: int, rates: Sequence[Rate]) -> bool:
    """Whether the number that begins there is part of a rate."""
    return any(rate.start <= start < rate.end for rate in rates)
