"""Rates: sums in the period the offer is told in, such as an hour, a month, or lakh a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.domain.amounts import WrittenAmount
from assistant.domain.lazy_pattern import lazy
from assistant.offline import lexicon
from assistant.offline.briefs.ask import Ask, Money

_LPA = lazy(r"\d\s?lpa\b", re.IGNORECASE)
_RATE = lazy(
    r"(?<!\dx)(?<!\dx )(?<!\d x )(?<!\d × )(?P<number>\d(?:[\d.,]*\d)?|\.\d+)\s?(?P<thousands>k\b)?[^\S\n]?(?:[$€£]|eur(?:os?)?|usd|gbp|dollars?|pounds?|bucks|kes|sgd|thb|baht|inr|brl|reais|pln|chf)?\s?(?:gross |brutto |netto |bruts? |brutos? |nets? )?(?:(?:/|per |an? |each |every |die |pro |im |la |al |por |par |l'|de l')\s?)?(?P<unit>hour|hr|h|stunde|hora|heure|month|monat|mes|mois|mo|day|week|mile|stop|drop|delivery|parcel|ride|trip|client|patient|call|shift|session|class|lesson|visit|piece|load|course|credit|article|word|page)\b(?!\w)(?!\s?-?(?:contract|temp|of|notice|later|ago|old|train|weeks?|days?|shifts?|months?)\b)",
    re.IGNORECASE,
)
BY_THE_PIECE = frozenset(
    "mile stop drop delivery parcel ride trip client patient call shift session class lesson visit piece load course credit article word page".split()
)
"""Units of work that pay is told by, where it is not told by time."""
_CENTS = lazy(r"(?<![\d.,])\d{1,3}[.]\d{2}(?![\d.,]*\d)(?!\s?(?:%|percent|[kKmM]\b|million|lakh|lpa))", re.IGNORECASE)
"""Pay told to the cent is pay by the hour."""
LEAST_RATE, MOST_RATE = 7, 400
"""Between which bare numbers are pay for an hour, where pay is told by the hour."""
LEAST_MONTHLY, LEAST_DAILY = 400, 60


def in_the_same_rate(asks: list[Ask], text: str) -> Iterator[Ask]:
    """The asks with sums in the rate the offer is told in: an hour, a month, lakh a year."""
    lakhs = bool(_LPA.search(text))
    told = next((match for match in _RATE.finditer(lexicon.fold(text)) if _is_pay_rate(match)), None)
    for ask in asks:
        if ask.form != "amount" or ask.asked is None or ask.asked.period or ask.term not in ("base_salary", "total"):
            yield ask
        elif lakhs:
            yield replace(ask, asked=_in_lakhs(ask.asked), offered=_in_lakhs(ask.offered) if ask.offered else None)
        elif told is None and LEAST_RATE <= ask.asked.value < MOST_RATE and _told_to_the_cent(text):
            hourly = replace(ask.offered, period="an hour") if ask.offered else None
            yield replace(ask, asked=replace(ask.asked, period="an hour"), offered=hourly)
        elif told is not None:
            yield replace(ask, asked=_like(ask.asked, told), offered=_like(ask.offered, told) if ask.offered else None)
        else:
            yield ask


def read_unit(unit: str) -> str:
    """The period a unit of time stands for, as in "an hour"; empty when it is none of pay.

    >>> read_unit("hr"), read_unit("Monat")
    ('an hour', 'a month')
    """
    word = unit.lower()
    if word in BY_THE_PIECE:
        return f"an {word}" if word[0] in "aeiou" else f"a {word}"
    if word in ("hora",) or word.startswith(("h", "st")):
        return "an hour"
    return {"m": "a month", "d": "a day", "w": "a week"}.get(word[:1], "")


def _is_pay_rate(told: re.Match[str]) -> bool:
    rate, unit = _rate(told), read_unit(told["unit"])
    if told["unit"].lower() in BY_THE_PIECE:
        return bool(re.search(r"(?:/|per |an? |each |every )\s?\w+$", told.group(), re.IGNORECASE))
    if told["thousands"] and unit == "an hour":
        return False
    return (
        rate >= LEAST_MONTHLY
        if unit == "a month"
        else LEAST_RATE <= rate < MOST_RATE
        if unit == "an hour"
        else unit == "a day" and rate >= LEAST_DAILY
    )


def _rate(told: re.Match[str]) -> Decimal:
    plain = re.sub(r"^(?=\.)", "0", told["number"])
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)|(?<=\d)\.(?=\d{3}\b)", "", plain).replace(",", ".")
    return Decimal(plain.rstrip(".")) if plain.count(".") <= 1 else Decimal(0)


def _in_lakhs(money: Money) -> Money:
    value = money.value if money.value >= 100_000 else money.value / (1000 if money.value >= 1000 else 1) * 100_000
    return Money(value, "INR", "LPA")


def _like(money: Money, told: re.Match[str]) -> Money:
    """The sum with the period of the rate that was told, when it is of its size."""
    rate = _rate(told)
    for value in (money.value, money.value / 1000):
        if rate and Decimal("0.5") <= value / rate <= 2:
            return Money(value, money.currency, read_unit(told["unit"]))
    return money


def pays_by_the_hour(text: str) -> bool:
    """Whether the text tells pay by the hour or the piece."""
    return _told_to_the_cent(text) or any(
        read_unit(match["unit"]) == "an hour" or (match["unit"].lower() in BY_THE_PIECE and _is_pay_rate(match))
        for match in _RATE.finditer(lexicon.fold(text))
    )


def _told_to_the_cent(text: str) -> bool:
    return any(LEAST_RATE <= Decimal(match.group()) < MOST_RATE for match in _CENTS.finditer(text))


def is_small_rate(item: WrittenAmount) -> bool:
    """Whether a bare number can be pay for an hour."""
    return (
        item.kind == "plain"
        and not item.unit
        and 0 < item.value < MOST_RATE
        and (item.value >= LEAST_RATE or item.quote.startswith("."))
    )
