"""Stated terms: what a draft says the offer holds, beside sums of money: rates, counts, and a grant by the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.draft_lines import Part
from assistant.checks.flaws import MessageFacts, MessageFlaw

STATED_BEFORE = re.compile(
    r"(?:\boffer(?:ed|s)?(?: me)?(?: (?:of|is|was|at|a|an|the|base|salary|includes?|has|gives?|me|with))*|\bletter says"
    r"|\byou (?:said|proposed)"
    r"|\b(?:letter|contract|offer) (?:says|states|has|lists|shows|gives|names|mentions|includes)[^.,;]{0,30}|\bfrom|\bcurrent(?:ly)?(?: at)?"
    r"|\byou(?:'re| are| have me| have it| put me| put it)?(?: currently)? at|\byou have|\binstead of|\brather than"
    r"|\bthe (?:proposed|stated|quoted|offered)"
    r")\s*(?:base (?:salary )?|salary )?(?:of )?$",
    re.IGNORECASE,
)
STATED_AFTER = re.compile(
    r"^[^.,;!?]{0,12}\b(?:in (?:your|the) (?:letter|offer|mail|email|draft)|(?:that )?you(?:'ve| have)? (?:offered"
    r"|proposed|mentioned)|as offered)|^ ?(?:->|→|=>)",
    re.IGNORECASE,
)
_TERM = r"(?:base|salary|sign-?on|signing bonus|bonus|stock|equity|rsus?|grant|options?|relocation|pay|rate|package|salaire|gehalt)"
NAMED_BEFORE = re.compile(rf"\b(?:the|your) (?:\w+ )?{_TERM}(?: \w+)? (?:of|at)\s*$", re.IGNORECASE)
PRAISED_AFTER = re.compile(
    r"^[^.;!?]{0,30}\b(?:is|are|looks?|sounds?|seems?) (?:\w+ )?(?:nice|great|good|generous|lovely|fine|solid|clear|attractive|kind"
    r"|perfect|lower|low|short|below|under)\b",
    re.IGNORECASE,
)
"""What is said of an offered sum and of none that is asked for."""
_RATE_OF = {
    "bonus": re.compile(r"^%? ?(?:\w+ ){0,2}(?:bonus|variable)|\b(?:bonus|variable)\b[^.,;]{0,15}$", re.IGNORECASE),
    "equity": re.compile(r"^%? ?(?:\w+ ){0,3}(?:equity|options|stake|company)|\bequity\b[^.,;]{0,15}$", re.IGNORECASE),
}
_COUNTED = re.compile(
    r"(?P<n>\d[\d.,']*) (?:(?:paid|vacation|holiday|annual|pto|leave|stock|restricted|employee)\w* )*"
    r"(?P<unit>shares|options|rsus|units|days|weeks|hours)\b",
    re.IGNORECASE,
)
_BY_YEAR = re.compile(r"^\s?(?:/|per|a|each|every) ?(?:year|yr|annum)\b|^ ?(?:annually|yearly|p\.a\.)", re.IGNORECASE)
_OVER_YEARS = re.compile(
    r"^[^.;,!?\d]{0,20}\b(?:over|across|for|in) (?P<n>\w+)[ -]years?\b|^\s?/ ?(?P<m>\d) ?(?:years|yrs?|y)\b",
    re.IGNORECASE,
)


def read_counts(context: str) -> dict[str, Decimal]:
    """The counted terms of a context by their unit; a unit told twice is left out.

    >>> read_counts("30,000 options, 25 vacation days")
    {'options': Decimal('30000'), 'days': Decimal('25')}
    """
    found: dict[str, set[Decimal]] = {}
    for match in _COUNTED.finditer(context):
        found.setdefault(match["unit"].lower(), set()).add(_value(match["n"]))
    return {unit: next(iter(values)) for unit, values in found.items() if len(values) == 1}


def check_stated(part: Part, facts: MessageFacts) -> Iterator[MessageFlaw]:
    """The rates and counts that a sentence says were offered and were not, and a grant whose years do not add up."""
    yield from _wrong_rate(part, facts)
    yield from _wrong_count(part, facts)
    yield from _wrong_years(part)


def _wrong_rate(part: Part, facts: MessageFacts) -> Iterator[MessageFlaw]:
    for amount in part.amounts:
        if amount.kind != "percent":
            continue
        before, after = part.text[: amount.start - part.start], part.text[amount.end - part.start :]
        stated = STATED_BEFORE.search(before[-40:]) or STATED_AFTER.match(after)
        for term, pattern in _RATE_OF.items():
            known = facts.rates.get(term)
            named = pattern.search(after) or pattern.search(before)
            if stated and known is not None and named and known != amount.value:
                yield MessageFlaw(
                    "wrong_numbers", part.start, part.end, f"{amount.start}:{amount.end}:{known.normalize():f}%"
                )


def _wrong_count(part: Part, facts: MessageFacts) -> Iterator[MessageFlaw]:
    for match in _COUNTED.finditer(part.text):
        known = facts.counts.get(match["unit"].lower())
        stated = STATED_BEFORE.search(part.text[: match.start()][-40:]) or STATED_AFTER.match(part.text[match.end() :])
        if known is None or not stated or _value(match["n"]) == known:
            continue
        start = part.start + match.start("n")
        yield MessageFlaw(
            "wrong_numbers", part.start, part.end, f"{start}:{start + len(match['n'])}:{known.normalize():f}"
        )


def _wrong_years(part: Part) -> Iterator[MessageFlaw]:
    """A sum of each year beside the whole, as in "50,000 a year (400,000 over four years)"."""
    sums = [amount for amount in part.amounts if amount.kind != "percent" and not amount.unit]
    for each in sums:
        if not _BY_YEAR.match(part.text[each.end - part.start :]):
            continue
        for whole in sums:
            over = _OVER_YEARS.match(part.text[whole.end - part.start :])
            years = _years(over["n"] or over["m"]) if over else None
            if years and whole is not each and 0 < abs(whole.start - each.start) < 60:
                right = each.value * years
                if abs(whole.value - right) > max(right / 200, whole.precision):
                    yield MessageFlaw(
                        "wrong_numbers", part.start, part.end, f"{whole.start}:{whole.end}:{right.normalize():f}"
                    )


def _years(told: str) -> Decimal | None:
    if told.isdigit():
        return Decimal(told)
    return _NUMBER_WORDS.get(told.lower())


_NUMBER_WORDS = {word: Decimal(n) for n, word in enumerate(("two", "three", "four", "five", "six"), start=2)}


def _value(told: str) -> Decimal:
    return Decimal(re.sub(r"[.,']", "", told))
