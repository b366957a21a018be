"""Short forms: how people shorten the terms of an offer, written out so that they are read as in a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.amount_patterns import CURRENCIES
from assistant.domain.lazy_pattern import lazy

Edit = tuple[int, int, str]
"""Start and end of words, and what stands in their place."""
LEAST_THOUSANDS = 20
"""A bare number of yearly pay below it is no thousands."""
RATE_BEHIND = lazy(r" ?(?:/ ?|an? |per )(?:h|hr|hour|day|shift)\b", re.IGNORECASE)
"""A small number with this behind it is what it says, and no thousands."""
_SHORTER_BEHIND = lazy(r" ?(?:/ ?|an? |per )(?:h|hr|hour|day|shift|wk|week|mo|month)\b", re.IGNORECASE)
_COMMISSION = lazy(
    r"\b(?:commissions?|tips) (?:(?:of|are|is|around|about|approx\.?|roughly|maybe|usually|~) ?)*[$€£₹]?\d[\d,.]*k?\b(?! ?%)",
    re.IGNORECASE,
)
"""What is earned by selling, whose sum is none of the fixed pay."""
LEAST_BONUS = 1
"""A smaller percent is a stake in the company."""
_UNNAMED_YEARS = lazy(
    r"(?:^|[,+/|]|\b(?:and|plus)\b) ?[$€£₹]?\d[\d.,]*[kKmM]? ?(?:/ ?|over )[3-5] ?(?:y|yrs?|years?)?\b(?=\s*(?:$|[,;!?+|\n]|\.(?!\d)))(?!/)",
    re.IGNORECASE,
)
"""A sum in a list over some years that nothing names: the stock, "190k/4yr"."""
_OVER_YEARS = lazy(r"(?<=[\dkKmM]) ?/ ?(?P<years>[3-5])(?: ?(?:y|yrs?|years?))?\b(?!\d|/|%|k)", re.IGNORECASE)
_YEARS_NOT = lazy(
    r"\b(?P<years>\d) ?(?:years?|yrs?|y),? not \d\b(?: (?:years?|yrs?))?|\b(?:its|it's|it is) (?P<now>\d) (?:years?|yrs?)\b",
    re.IGNORECASE,
)
_COUNT = r"(?<![\w.,])\d(?:[\d.,]{0,18}\d)? ?(?:k|m|mm|million|mil|billion|bn)?\b"
_ALL_SHARES = lazy(
    rf"{_COUNT}(?![ -]?(?:y|yrs?|years?|mos?|months?|weeks?)\b)(?:[^.,;\n\d]{{0,24}}| shares, )"
    r"\b(?:fully[- ]diluted|outstanding|in total|total shares|shares total|post[- ]money)"
    rf"|\b(?:fully[- ]diluted|fd (?=share))[^.\n;\d]{{0,20}}{_COUNT}",
    re.IGNORECASE,
)
_SIZED_OFFER = lazy(r"(?<![\w.,])[$€£₹]?\d[\d,.]*k offer\b", re.IGNORECASE)
_STOCK_FIRST = lazy(
    r"\b(?P<kind>rsus?) (?:of |is |are )?(?P<n>\d{2,3})(?P<k>k?)(?![\w%]|[.,]\d| ?(?:shares|units|%|l\b|lakhs?|lacs?|cr))",
    re.IGNORECASE,
)
_IN_LAKHS = lazy(r"\b(?:lpa|lakhs?|lacs?|crores?|ctc|inr)\b|₹", re.IGNORECASE)
_LAKHS = lazy(r"(?<=\d) (?=L\b)")
"""Between a number and its lakhs, where the words tell others: "42 LPA, RSU 12 L"."""
_A_CHOICE = lazy(
    r"\b(?:(?:an)?other|first|second|third|next) option\b(?! (?:grants?|pool|plan|package))", re.IGNORECASE
)
"""What can be chosen, which is no stock option."""
_BARE_PERCENT = lazy(
    r"(?:(?<=[\dk])|\b(?:base|fixed|salary|gross|lpa|a year|usd|eur|gbp|chf|cad|aud|sgd|inr|pln|sek)\b)(?<!401k) ?"
    r"(?:\+|plus\b|(?:(?<=k )|(?<=\d\d\d ))and\b|,(?= )|/(?= )|(?<=base)(?= )) ?(?P<pct>\d{1,2}(?:\.\d+)?) ?%(?=\s*(?:$|[,;!\n+/)]|\.(?!\d)|plus\b|and\b|[$€£₹]?\d))",
    re.IGNORECASE,
)
"""A percent that comes on top of the pay and has no name is the bonus: "132 + 12%"."""
_SLASHED = lazy(
    r"(?<![\w/])(?P<base>\d{2,3})k? ?/ ?(?P<bonus>\d{1,2}) ?% ?/ ?(?P<stock>\d{2,3})k?(?![\w/])", re.IGNORECASE
)
_BONUS_PERCENT = lazy(
    r"(?<!sign )(?<!sign-on )(?<!sign on )(?<!signing )(?<!joining )\bbonus(?: is| of| at|:| =)? (?P<n>[5-9]|[12]\d|30)(?=\s*(?:$|[,;.!\n](?!\d)))",
    re.IGNORECASE,
)
"""A bare number behind the bonus that can only be a share of the base."""
_IN_CURRENCY = lazy(
    r"\b(?:base|basic|salary)(?: pay| salary)?(?: is| of| at|:| =)?(?: (?P<before>[a-z]{3}))? (?P<n>\d{2,3})(?![\d%k]|[.,]\d)"
    r"(?: (?P<behind>[a-z]{3})\b)?",
    re.IGNORECASE,
)
"""A base of a bare number with the code of its currency."""

_REPLACED = (
    (_ALL_SHARES, ""),
    (_COMMISSION, "commission"),
    (_SLASHED, r"base \g<base>k, \g<bonus>% bonus, \g<stock>k stock"),
    (_A_CHOICE, "the job"),
    (_STOCK_FIRST, r"\g<n>k \g<kind>"),
    (_OVER_YEARS, r" over \g<years> years"),
)
"""Short forms and what is written for them."""


def write_out(text: str) -> Iterator[Edit]:
    """Short forms written out: "300 / 4" is over 4 years, "3 years not 4" a vesting term; the company's own shares go."""
    for pattern, words in _REPLACED:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), match.expand(words)
    yield from _name(text)
    for match in _LAKHS.finditer(text) if _IN_LAKHS.search(text) else ():
        yield match.start(), match.end(), ""
    for match in _YEARS_NOT.finditer(text):
        if re.search(r"\b(?:vest\w*|equal\w*|cliff|stock|rsus?|grant|not \d)\b", text, re.IGNORECASE):
            yield match.start(), match.end(), f"vesting over {match['years'] or match['now']} years"


def _name(text: str) -> Iterator[Edit]:
    """What stands before or behind numbers that their place names: "a 180k offer", "132 + 12%", "bonus 20", "base 138 CAD"."""
    for match in _SIZED_OFFER.finditer(text):
        yield match.start(), match.start(), "base "
    for match in _BARE_PERCENT.finditer(text):
        yield match.end(), match.end(), " bonus" if Decimal(match["pct"]) >= LEAST_BONUS else " equity"
    for match in _UNNAMED_YEARS.finditer(text):
        yield match.end(), match.end(), " stock"
    for match in _BONUS_PERCENT.finditer(text):
        yield match.end(), match.end(), "%"
    for match in _IN_CURRENCY.finditer(text):
        if _is_thousands(match, text):
            yield match.end("n"), match.end("n"), "k"


def _is_thousands(match: re.Match[str], text: str) -> bool:
    """Whether a base with its currency is in thousands: too small for a year, and for no shorter time."""
    marked = any((match[side] or "").lower() in CURRENCIES for side in ("before", "behind"))
    return marked and int(match["n"]) >= LEAST_THOUSANDS and not _SHORTER_BEHIND.match(text, match.end())
