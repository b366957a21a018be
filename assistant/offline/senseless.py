"""Senseless: terms that a few words state with a value that no offer can have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.letters.told import parse_told

MOST_WORDS = 10
LEAST_BASE = 20
"""A bare number below it is no yearly base, in thousands or otherwise."""
MOST_PERCENT = 300
MOST_OF_COMPANY = 100
MOST_YEARS = 20
_TERM = re.compile(
    r"\b(?:(?P<base>base(?: salary| pay)?|salary)|(?P<sign_on>sign(?:ing|[- ]on)(?: bonus)?)"
    r"|(?P<bonus>(?:target )?bonus)|(?P<stock>stock|rsus?|equity|options?)"
    r"|(?P<vesting>vest\w*|(?<=\d )over|(?<=\d[km] )over))"
    r"(?: grant)?(?: is| are| of| at| over|:| =)?\s{0,2}"
    r"(?P<value>(?P<minus>[-−–]|minus )?[$€£]?(?P<number>\d[\d.,]*)"
    r"(?P<unit>\s?(?:%|percent|k\b|m\b|years?|yrs?)|\b))"
    r"(?!\s?(?:-|–|to|/|days?|weeks?|hours?)\b)",
    re.IGNORECASE,
)
_EXPECTED = {
    "base": "a base salary is an amount a year above zero",
    "bonus": f"a bonus is an amount above zero, or a share of the base, at most {MOST_PERCENT} %",
    "sign_on": "a sign-on is an amount that is not negative",
    "stock": "a grant is an amount or a number of shares above zero, or a part of the company",
    "vesting": f"vesting takes some years, at most {MOST_YEARS}",
}


class Senseless(NamedTuple):
    """Words that state a term with an impossible value, and what the term can be."""

    words: str
    expected: str


def find_senseless(text: str) -> Senseless | None:
    """The first term of a short message that no offer can have, where the message states no offer besides.

    >>> find_senseless("base -5k ???").words
    'base -5k'
    >>> find_senseless("base 180k, bonus - 15%") is None
    True
    """
    if len(text.split()) > MOST_WORDS or any(draft.is_offer for draft in parse_told(text)):
        return None
    return next(_list_senseless(text), None)


def _list_senseless(text: str) -> Iterator[Senseless]:
    for found in _TERM.finditer(text):
        term = next(name for name in _EXPECTED if found[name])
        if _is_senseless(term, found):
            yield Senseless(found[0].strip(), _EXPECTED[term])


def tell_left_out(text: str, warnings: str = "") -> str:
    """What of an offer's words makes no sense and was left out; empty when all does.

    Args:
        text: the message.
        warnings: what is warned of already.

    >>> tell_left_out("base 180k, vesting over -4 years")
    'I left out “vesting over -4 years”: vesting takes some years, at most 20.'
    """
    found = (item for item in _list_senseless(text) if item.words.split()[-1].strip("+-−–") not in warnings)
    return " ".join(f"I left out “{item.words}”: {item.expected}." for item in found)


def _is_senseless(term: str, found: re.Match[str]) -> bool:
    digits, unit = found["number"].replace(",", "").rstrip("."), found["unit"].strip().lower()
    if digits.count(".") > 1:
        return True
    number = float(digits or 0)
    if term == "vesting":
        return unit.startswith("y") and (bool(found["minus"]) or not 0 < number <= MOST_YEARS)
    if found["minus"]:
        return True
    if unit in ("%", "percent"):
        return number > (MOST_OF_COMPANY if term == "stock" else MOST_PERCENT)
    return term == "base" and (number == 0 or (not unit and number < LEAST_BASE))


def say_senseless(found: Senseless) -> str:
    """What is wrong with it, that nothing was changed, and the way on."""
    return (
        f"I cannot use “{found.words}”: {found.expected}. Nothing on file was changed.\n\n"
        "**Next:** write the term again as the offer has it, with its amount."
    )
