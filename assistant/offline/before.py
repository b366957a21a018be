"""Before: questions that set an offer against what it was before it changed, or one of its years against another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.domain.amounts import read_amounts
from assistant.offline import lexicon
from assistant.offline.meant import find_meant
from assistant.offline.signals import Signals
from assistant.offline.turns import read_years

_OLD = r"(?:before|(?:the |their |my )?(?:old|original|previous|earlier|initial|opening|first|last)(?: (?:one|offer|number|version|letter|package|terms)s?)?)\b"
_NOW = r"(?:now|new|this|that|it|these|revised|updated|improved|current|they)\b"
_AGAINST = r"(?:vs\.?|versus|against|compared (?:to|with)|than|over|from|and)"
AGAINST_BEFORE = lexicon.any_of(
    rf"\b{_NOW}[^?.\n]{{0,50}}\b{_AGAINST} (?:it was )?{_OLD}(?! (?:year|yr))",
    rf"\b{_OLD} {_AGAINST} (?:the )?{_NOW}",
    rf"\b(?:more|less|better|worse|higher|lower|difference|diff|gain)\b[^?.\n]{{0,50}}\b(?:than|to|from|against|vs\.?) {_OLD}(?! (?:year|yr))",
    r"^\W*(?:(?:so|ok|and|but)\W+)*(?:how much|by how much) (?:more|less|lower|higher|better|worse|of an? (?:raise|cut|drop|increase))(?: (?:is|are|was) (?:that|this|it|the new one|they))?(?: now| then)?\W*$",
    r"^\W*(?:(?:so|ok|and|but|wait)\W+)*(?:is|are|was) (?:that|this|it) (?:\w+ ){0,2}(?:more|less|lower|higher|better|worse|an improvement|a (?:raise|cut|drop))(?: now| then| or (?:less|worse|lower|not))?\W*$",
    r"\b(?:how much|what) (?:did|does|do|has|have|is|was)\b[^?.\n]{0,20}\b(?:that|this|the|their) (?:change|update|revision|move|raise|bump|cut|increase|counter|drop|correction)\b",
)
CERTAIN = lexicon.any_of(
    r"\bbefore\b",
    r"\b(?:old|original|previous|earlier|initial|opening)\b",
    r"\b(?:that|this|the|their) (?:change|update|revision|move|raise|bump|cut|increase)\b",
)
"""Means an earlier state, also where the first of several offers could be meant."""
FROM_THE_START = lexicon.any_of(r"\b(?:first|original|initial|opening|at the start)\b(?! (?:year|yr))")
FALLS = lexicon.any_of(
    r"\b(?:drop\w*|fall\w*|decreas\w+|differ\w*|diff|gap|los[es]\w*|less|lower|cliff|down|shrink\w*|change\w*|more|higher|ris\w+|jump\w*)\b"
)
LEAST_SUM = 20
"""A bare number below this is a count of years."""
TWO = 2


@dataclass(frozen=True)
class Before:
    """What the offer of a name is set against: what it was, as plain JSON, or two of its own years."""

    name: str
    earlier: Mapping[str, Any] | None = None
    years: tuple[int, int] | None = None

    def __hash__(self) -> int:
        return hash((self.name, self.years))


def find_before(texts: Sequence[str], signals: Signals) -> Before | None:
    """What the newest message asks an offer on file to be set against; None where it asks no such thing."""
    text = texts[-1]
    payable = [item for item in signals.offers if item["offer"].get("base_annual") is not None]
    if not payable or any(item.kind == "money" or item.value >= LEAST_SUM for item in read_amounts(text)):
        return None
    if len(payable) == 1 and (years := _years_between(text)) is not None:
        return Before(str(payable[0]["name"]), years=years)
    changed = [item for item in payable if item.get("earlier")]
    if not AGAINST_BEFORE.search(text) or not (len(payable) == 1 or CERTAIN.search(text)):
        return None
    name = changed[0]["name"] if len(changed) == 1 else find_meant(texts, changed)
    found = next((item for item in changed if item["name"] == name), None)
    if found is None:
        return None
    return Before(str(name), earlier=found["earlier"][0 if FROM_THE_START.search(text) else -1])


def _years_between(text: str) -> tuple[int, int] | None:
    """The two service years whose difference is asked for, the earlier first."""
    years = sorted(read_years(text))
    if not FALLS.search(text) or not lexicon.ASKS_AT_ALL.search(text):
        return None
    if len(years) == TWO:
        return years[0], years[1]
    after = len(years) == 1 and lexicon.any_of(
        rf"\bafter (?:the |my )?(?:{years[0]}|first|second|third|year|yr)"
    ).search(text)
    return (years[0], years[0] + 1) if after else None


def before_offer(before: Before) -> dict[str, Any]:
    """What the offer was, as a whole offer of its own with a name that says so."""
    kept = {name: value for name, value in (before.earlier or {}).items() if value not in (None, [], ())}
    return {**kept, "company": f"{before.name} before"}


def years_between(years: tuple[int, int], pay: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments of a worked sum of what lies between two years of a result of total_compensation."""
    rows = pay["table"]
    first, last = (f"year_{year}" for year in years)
    numbers = {first: rows[years[0] - 1]["total"], last: rows[years[1] - 1]["total"]}
    label = f"difference between year {years[0]} and year {years[1]}"
    steps = [{"name": "between", "label": label, "formula": f"{last} - {first}"}]
    return {"numbers": numbers, "steps": steps, "currency": pay["data"]["currency"]}
