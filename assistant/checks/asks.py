"""Asks: what a draft asks to have changed, and which term an amount in it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.checks import flaw_patterns as words
from assistant.checks.draft_lines import Part
from assistant.checks.flaws import MessageFacts
from assistant.domain.amounts import WrittenAmount

_CENT = Decimal("0.01")
LEAST_SUM = 20
"""From this size on a bare number of an ask is a sum, such as 62 for 62,000."""
_PERIOD = re.compile(
    r"\s*(?:(?:/|per|a|an|each|every|pro|por|al|par|ao) ?(?:months?|mo|years?|yr|annum|hours?|hr|weeks?|monat|jahr"
    r"|mes|año|mois|an|mês|ano|maand|jaar)\b|(?:monthly|yearly|annually|gross|brutto|brutos?|brut|bruto|net|netto|p\.a\.)"
    r"|\+ ?super\b|plus super\b)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:deadline|reply|answer|decide|decision|call|talk|meet|until|date|time to think|days? to (?:read|think))\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"->|→|=>|\b(?:instead of|rather than|up to|more|extra|additional)\b", re.IGNORECASE)
_KINDS = (
    ("relocation", re.compile(r"reloc\w*|moving|the move|umzug\w*|mudanza", re.IGNORECASE)),
    ("sign_on", re.compile(r"sign(?:ing\b|[- ]?on\b)|joining|antritts", re.IGNORECASE)),
    ("equity", re.compile(r"rsus?|stock|equity|grant|shares|options", re.IGNORECASE)),
    ("bonus", re.compile(r"bonus|variable", re.IGNORECASE)),
    ("base", re.compile(r"base|salary|pay|fijo|fixum|gehalt|sal[aá]rio|salaire|fixed", re.IGNORECASE)),
)


def is_ask(part: Part) -> bool:
    """Whether a sentence asks for other terms: with a sum, a part of the offer by name, or "more"."""
    if words.FOLLOW_UP.search(part.text):
        return False
    if part.is_item and _CHANGE.search(part.text) and (sums_of(part) or list_levers([part])):
        return not part.text.rstrip().endswith("?")
    if not (part.does("ask") or part.does("vague")):
        return False
    if asks_for_time(part) and not part.does("vague"):
        return False
    return bool(sums_of(part) or list_levers([part]) or part.does("vague"))


def asks_for_time(part: Part) -> bool:
    """Whether a sentence is about an answer, a date or a talk, and about no sum."""
    return bool(_TIME.search(part.text)) and not sums_of(part)


def names_other(part: Part) -> bool:
    """Whether a sentence names a part of the offer beside the base."""
    return bool(set(list_levers([part])) - {"base"})


def is_priced(part: Part) -> bool:
    """Whether an ask says how much."""
    return bool(sums_of(part)) or any(amount.kind == "percent" for amount in part.amounts)


def sums_of(part: Part) -> list[WrittenAmount]:
    """The amounts of a sentence that can be pay: money, and bare numbers from 20 on."""
    return [
        amount
        for amount in part.amounts
        if amount.kind == "money" or (amount.kind == "plain" and amount.value >= LEAST_SUM and not amount.unit)
        or (amount.kind == "plain" and not amount.unit and amount.precision == _CENT)
        or (amount.kind == "plain" and amount.unit in ("month", "year", "hour") and amount.value >= 1000)
    ]  # fmt: skip


def list_levers(asks: Sequence[Part]) -> list[str]:
    """The parts of an offer that sentences name, in the order of the levers."""
    asked = " ".join(part.text for part in asks)
    return [name for name, pattern in words.LEVERS.items() if pattern.search(asked)]


def is_on_file(value: Decimal, facts: MessageFacts) -> bool:
    """Whether a sum is one of the offer, or of a competing one."""
    return any(abs(value - known) <= known / 200 for known in (*facts.terms.values(), *facts.other_offers))


def full_quote(text: str, amount: WrittenAmount) -> str:
    """An amount as written, with the period behind it: "26,000 a month"."""
    tail = _PERIOD.match(text, amount.end)
    return text[amount.start : tail.end() if tail else amount.end].strip()


def scale(amount: WrittenAmount) -> Decimal:
    """The value of an amount, a bare number below 1,000 read as thousands unless it has cents."""
    bare = amount.kind == "plain" and amount.value < 1000 and amount.precision != _CENT
    return amount.value * 1000 if bare else amount.value


def find_lever(part: Part, amount: WrittenAmount) -> str:
    """The term an amount is about (base, bonus, sign_on, equity, relocation).

    A word that ends right before it ("base 120k"), else the word after it, else the nearest before it, else base.
    """
    before, after = part.text[: amount.start - part.start], part.text[amount.end - part.start :]
    nearest = ("base", -1, -1)
    for name, pattern in _KINDS:
        for match in pattern.finditer(before[-40:]):
            if match.start() > nearest[1]:
                nearest = (name, match.start(), match.end())
    if nearest[1] >= 0 and len(before[-40:]) - nearest[2] <= 4:
        return nearest[0]
    close = re.match(r" ?(?:\w+ )?\w+(?:-\w+)?", after)
    return next((name for name, pattern in _KINDS if close and pattern.search(close.group())), nearest[0])
