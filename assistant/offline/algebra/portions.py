"""Portions: percents told by what is kept of a pay, as so many days of a week, as a part of one, or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

KEPT = "kept"
"""The unit of a percent that is what stays and not what is taken off."""
FRACTION = "fraction"
"""The unit of a percent told as a part of one."""
_ABOUT = r"(?:roughly|about|around|approx\w*|maybe|only|just|like|some|at least|on average|an?|~)"
_KEPT_BEFORE = re.compile(
    rf"\b(?:(?<!they )(?<!they'd )(?<!they would )keep(?:ing)?|kept|retain\w*|pocket(?:s|ing)?|tak(?:e|es|ing) home|left with|end(?:s|ed|ing)? up with|bring(?:s|ing)? home|"
    rf"see only|net(?:to)?(?: pay)?(?: is)?|take[- ]home(?: pay)?(?: is)?|(?:bleiben|me quedan?|restent)(?: mir)?)(?: {_ABOUT}){{0,3}} ~?$",
    re.IGNORECASE,
)
_KEPT_BEHIND = re.compile(
    r" ?(?:(?:of (?:it|that|this|the gross|gross|everything|my gross|what i (?:get|earn|make))) )?(?:is (?:what i )?)?"
    r"(?:lands?|stays?|remains?|hits|reach(?:es)?|arrives?|ends? up|sticks|left(?: over)?|mine|to keep|keep|i keep|net|take[- ]home)\b(?! tax)",
    re.IGNORECASE,
)
_GONE_BEHIND = re.compile(r" ?(?:gone|taken|deducted|withheld|off)\b", re.IGNORECASE)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_N = rf"[1-7]|{'|'.join(_NUMBERS)}"
_OF_ONE = re.compile(r"(?<![\d/.])(0\.\d{1,2}) ?(?:fte|ftes|employment|position|workload)", re.IGNORECASE)
_PART_OF = re.compile(
    r"(?<![\w.,$€£/])(?P<few>[1-4])/(?P<all>[2-6])(?:ths?|rds?)? (?:of (?!the company|a share)|time\b)", re.IGNORECASE
)
_DAYS = re.compile(
    rf"(?<![\w.,$€£/-])(?P<few>{_N})(?: days?)?(?: ?/ ?| (?:out )?of (?:the |my )?)(?P<all>{_N})[ -](?:working |week ?)?days?\b"
    rf"|(?<![\w.,$€£/-])(?P<some>{_N}) days?(?: a week)?(?: ?/ ?| out of (?:the )?| instead of (?:the )?| rather than )(?P<whole>{_N})(?: days?)?(?![\w%/]|[.,]\d)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:in (?:the )?office|on[- ]?site|remote\w*|(?:at|from) home|commut\w*|in person|hybrid)\b", re.IGNORECASE
)
_SPOKEN = re.compile(
    r"\b(?:(?P<part>half|(?:a|one) third|two[- ]thirds|(?:a|one) quarter|three[- ]quarters) (?:of )?(?:(?:the|that|my|this|their|its) )?(?:\w+ )?"
    r"(?:bonus|commission|variable)\b"
    r"|(?P<piece>half|(?:an?|one) (?:third|quarter|fifth|tenth)|(?:two|three|four)[- ](?:thirds|quarters|fifths))"
    r" of (?:it|them|this|these|those|(?:the|my|what|that|their|our|all)\b(?! (?:\w+ )?(?:years?|months?|weeks?|days?|time|hours?)\b))"
    r"|(?P<share>(?:two|three|four)[- ](?:thirds|fifths)|three[- ]quarters)\b(?! of an? ))",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_PERCENT = Decimal(100)

_FULL_TIME_WANTED = re.compile(
    r"\b(?:what\w*|how much|which)\b[^.?!\n]{0,40} (?:full[- ]?time|fte|(?:5|five) days)\b"
    r"|\bfull[- ]?time(?: (?:equivalent|equiv|pay|salary|rate))?\s*\?|\b(?:auf|bei|in) vollzeit\s*\?",
    re.IGNORECASE,
)
_FULL_TIME_TOLD = re.compile(
    r"\bfull[- ]?time\b(?: (?!if\b|when\b|for\b)[a-z']+){0,3}(?:[ :=]+[a-z]{3})?[ :=]*[$€£]?\d{2}"
    r"|\d[\d,.]*k? (?:a year |eur |euros? |usd |gbp |pounds )?(?:for |at |as )?full[- ]?time\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Portion:
    """A percent: `text[start:end]` tells it; other numbers in there are part of it."""

    start: int
    end: int
    value: Decimal


def read_portions(text: str) -> Iterator[Portion]:
    """The percents told as so many days of a week, as a part of one, and in words.

    >>> [str(each.value) for each in read_portions("95k full time but I work 4 of 5 days")]
    ['80']
    """
    for match in _OF_ONE.finditer(text):
        yield Portion(match.start(1), match.end(1), Decimal(match[1]) * 100)
    for match in _PART_OF.finditer(text):
        yield Portion(match.start(), match.end("all"), Decimal(match["few"]) * 100 / int(match["all"]))
    for match in _DAYS.finditer(text):
        few, whole = (_number(match[one] or match[other]) for one, other in (("few", "some"), ("all", "whole")))
        if few < whole and not _ELSEWHERE.search(text[max(0, match.start() - 24) : match.end() + 24]):
            yield Portion(match.start(), match.end(), Decimal(few) * 100 / whole)
    for match in _SPOKEN.finditer(text):
        name = next(name for name in ("part", "piece", "share") if match[name])
        yield Portion(*match.span(name), _spoken(match[name].lower()))


def is_kept(text: str, start: int, end: int) -> bool:
    """Whether the percent that `text[start:end]` writes is what one keeps: "I keep about 58%", "net is 61% of gross"."""
    before, behind = text[:start], text[end:]
    return not _GONE_BEHIND.match(behind) and bool(_KEPT_BEFORE.search(before) or _KEPT_BEHIND.match(behind))


def wants_full_time(text: str) -> bool:
    """Whether the pay of full time is asked for and not told, so that the pay that is told is that of a part.

    >>> wants_full_time("120k for 4 days, what is the full time equivalent"), wants_full_time("full time is 80k")
    (True, False)
    """
    return bool(_FULL_TIME_WANTED.search(text)) and not _FULL_TIME_TOLD.search(text)


def _spoken(words: str) -> Decimal:
    """The percent that words tell: "half", "a quarter", "two thirds"."""
    *count, part = re.split(r"[ -]", words)
    return _PERCENT * _NUMBERS.get("".join(count), 1) / _PARTS[part.rstrip("s")]


def _number(word: str) -> int:
    return _NUMBERS.get(word.lower()) or int(word)
