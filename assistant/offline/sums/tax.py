"""Sums about US tax: take-home pay, withholding, marginal rate, gross-up."""

from __future__ import annotations

import re
from typing import Any

from assistant.domain.money import to_json_number
from assistant.letters.tax_place import CITY, find_abroad, find_state
from assistant.offline.algebra.terms import read_terms
from assistant.offline.sums.slots import as_money, slot
from assistant.offline.sums.sum import Filled, Sum

MONTHS = 12
MARRIED = r"(?:married|jointly|mfj|my wife|my husband|spouse)"
HEAD = r"(?:head of household|hoh)"


def read_household(filled: Filled) -> dict[str, Any]:
    """filing_status, state, city and a place of work abroad as far as they are stated."""
    text = filled.question.text
    status = "head_of_household" if filled.has(HEAD) else "married_joint" if filled.has(MARRIED) else None
    city = "NYC" if CITY.search(text) else None
    year = re.search(r"\b(202[2-6])\b", text)
    return {
        "filing_status": status,
        "state": find_state(text),
        "city": city,
        "work_abroad": find_abroad(text),
        "tax_year": int(year[1]) if year and filled.has("tax|in 202|for 202") else None,
    }


def read_periods(filled: Filled) -> int | None:
    """Pay cheques a year, where the words ask for the month."""
    return MONTHS if filled.has(r"(?:(?:per|an?|each|every) month|monthly)\b") else None


def _take_home(filled: Filled) -> dict[str, Any]:
    return {"wages": filled.money("wages"), "pay_periods": read_periods(filled), **read_household(filled)}


def _flat(filled: Filled) -> dict[str, Any] | None:
    rate = filled.number("tax_pct")
    amount = filled.money("gross_amount")
    return None if rate is None or _is_another_part(filled) else {
        "gross_amount": amount, "tax_pct": rate, "period": _period(filled, "gross_amount"), "currency": filled.currency,
    }  # fmt: skip


def _is_another_part(filled: Filled) -> bool:
    """Whether the only percent is that of a bonus, a pension or the like, and no tax."""
    start = filled.slots["tax_pct"].start
    return any(term.start == start and term.role not in ("", "tax") for term in read_terms(filled.question.text))


def _period(filled: Filled, name: str) -> str | None:
    """What the amount is paid for, where the words set a month beside a year."""
    item = filled.slots.get(name)
    if item is None or filled.number("tax_pct") is None or not filled.has(r"month\w*|mes\b|mensual\w*|monat\w*"):
        return None
    return "month" if item.period == "month" else "year" if item.value >= 20_000 else None


def _withheld(filled: Filled) -> dict[str, Any]:
    household = read_household(filled)
    shares, price = filled.number("shares"), filled.number("share_price")
    kind = "stock" if filled.has(r"rsus?|stock|shares?|vest") else "bonus"
    real = filled.has(r"(?:marginal|bracket|real rate|actual rate|short\w*)")
    stated = [] if real else [to_json_number(q.value) for q in filled.question.quantities if q.kind == "percent"]
    return {
        "supplemental_wages": None if shares and price else filled.money("supplemental_wages"),
        "shares": shares if price else None,
        "share_price": price if shares else None,
        "kind": kind,
        "other_wages": filled.money("other_wages"),
        "tax_pct": filled.number("tax_pct") if not stated else None,
        "withheld_pct": stated,
        **{name: value for name, value in household.items() if name != "tax_year" and not stated},
    }


def _marginal(filled: Filled) -> dict[str, Any]:
    return {"wages": filled.money("wages"), "added": filled.money("added"), **read_household(filled)}


def _gross_up(filled: Filled) -> dict[str, Any]:
    return {
        "net_amount": filled.money("net_amount"),
        "period": _period(filled, "net_amount"),
        "tax_pct": filled.number("tax_pct"),
        "state_pct": filled.number("state_pct"),
        "federal_pct": filled.number("federal_pct"),
        "currency": filled.currency,
    }


TAX_WORD = r"(?:tax\w*|net\b|take[- ]home|net (?:pay|income|of)|after[- ]tax|in hand|pocket|arriv\w*|my account|fica|social security|medicare|withh\w*|irs)"


WAGE_BASES = {147_000: 2022, 160_200: 2023, 168_600: 2024, 176_100: 2025, 184_500: 2026}
"""Who states a wage base of Social Security means its year."""


def _payroll(filled: Filled) -> dict[str, Any]:
    largest = max(
        (q for q in filled.question.quantities if q.kind in ("money", "plain") and not q.unit),
        key=as_money,
        default=None,
    )
    wages = filled.money("wages") or (to_json_number(as_money(largest)) if largest is not None else None)
    household = read_household(filled)
    bases = [WAGE_BASES[int(q.value)] for q in filled.question.quantities if q.value in WAGE_BASES]
    return {"wages": wages, **household, **({"tax_year": bases[0]} if bases else {})}


TAX_SUMS = (
    Sum(
        "income_tax",
        (r"(?:federal (?:income )?tax|just (?:the )?federal|fed(?:eral)? income tax|federal only)", r"\d"),
        _take_home,
        (slot("wages", "money", r"(?:salary|base|make|earn\w*|gross|income|on|wages|tc|pay)", sole=True),),
        never=r"(?:gross(?:ed)?[- ]?up|withh\w*|option\w*|strike|iso|amt|sign[- ]?on|bonus|supplemental)",
        needs=(("wages", "your gross yearly pay in US dollars"),),
        shows=("federal income tax", "effective tax rate", "net pay", "net pay per pay period", "total tax"),
        weight=8,
    ),
    Sum(
        "income_tax",
        (r"(?:fica|social security|medicare|payroll tax\w*)", r"\d"),
        _payroll,
        (slot("wages", "money", r"(?:wages|salary|base|make|earn\w*|a year|out of|income)"),),
        never=r"(?:gross(?:ed)?[- ]?up|withh\w*|option\w*|strike|sign[- ]?on|supplemental|rsus?|bonus|1099|contract\w*|freelanc\w*)",
        needs=(("wages", "your gross yearly wages"),),
        shows=("FICA tax", "Social Security tax", "Medicare tax", "additional Medicare tax"),
        spare=frozenset({"percent", "money", "plain"}),
        weight=7,
    ),
    Sum(
        "gross_up",
        (r"(?:gross(?:ed|ing)?[- ]?(?:it |that |this )?up|(?:what|how much|which|qu[eé]|cu[aá]nto) (?:gross|bruto) (?:bonus|salary|pay|amount)?|gross (?:do|should|must|would|to|needs?)|bruto)", r"(?:net\w*|up\b|lands?|pocket|hand|after (?:[\d.]+ ?% (?:in |of )?)?tax\w*|cover|left|leaves?|taxable)"),
        _gross_up,
        (
            slot("net_amount", "money", r"(?:net|after tax|relo\w*|take[- ]home|in (?:my )?(?:hand|pocket)|cover|leaves?|receive)", sole=True),
            slot("state_pct", "percent", r"state"),
            slot("federal_pct", "percent", r"federal"),
            slot("tax_pct", "percent", r"(?:tax\w*|rate|marginal|combined|bracket|retenci\w*)", sole=True),
        ),
        needs=(("net_amount", "the amount that is to be left after tax"),),
        shows=("gross needed", "gross a year", "gross a month", "net a year", "gross-up on top", "all taxes", "net left by the flat method", "gross by the flat method"),
        weight=8,
    ),
    Sum(
        "gross_up",
        (TAX_WORD, r"\d+ ?(?:%|percent)", r"(?:lose|rate|tax\w*|goes|pay \d+ ?%|takes?)"),
        _flat,
        (slot("tax_pct", "percent", r"(?:tax\w*|rate|bracket|marginal|effective|combined|lose|goes to)", sole=True), slot("gross_amount", "money", r"(?:gross|bonus|sign[- ]?on|salary|pay|base|on|rsus?|vest\w*|of)", sole=True)),
        never=r"(?:gross(?:ed)?[- ]?up|supplemental|fica|state withh\w*|withh\w*|401|espp|option\w*|strike|iso|spread|amt|match)",
        needs=(("gross_amount", "the amount before tax"),),
        shows=("net after these taxes", "net a month", "net a year", "taxes together", "taxes in percent"),
        weight=5,
    ),
    Sum(
        "supplemental_withholding",
        (r"(?:withh\w*|22 ?%|37 ?%|supplemental|sell[- ]to[- ]cover|sold to cover|net shares|after tax\w*|take[- ]home|actually (?:see|get|receive)|hit my (?:bank|account)|land\w*|left|tax\w*)", r"(?:bonus|sign[- ]?on|rsus?|vest\w*|stock|relo\w*|supplemental|shares)"),
        _withheld,
        (
            slot("shares", "count", r"(?:shares|rsus?|units)"),
            slot("share_price", "price", r"(?:a share|per share|each|at|price|/share|@|trading)"),
            slot("other_wages", "money", r"(?:salary|base|wages|other income|i make|on top of|earn)"),
            slot("supplemental_wages", "money", r"(?:bonus|sign[- ]?on|rsus?|vest\w*|stock|relo\w*|supplemental)", sole=True),
            slot("tax_pct", "percent", r"(?:marginal|bracket|real rate|actual rate)"),
        ),
        never=r"(?:gross(?:ed)?[- ]?up|marginal rate|option\w*|strike|clawback|repay|pay (?:it )?back|match\w*|salary of|year (?:1|one)|leave|quit)",
        needs=(("supplemental_wages|shares", "the gross amount of the bonus or the vest"),),
        shows=("net after withholding", "whole net shares", "whole shares withheld", "total withheld", "federal income tax withheld", "shares withheld", "withheld in percent", "Social Security withheld", "Medicare withheld", "state income tax withheld", "shortfall"),
        weight=4,
    ),
    Sum(
        "marginal_rate",
        (r"(?:marginal|next dollar|extra|more|raise|bump|on top|additional)", r"(?:tax\w*|keep|take[- ]home|after[- ]tax|net|pocket)"),
        _marginal,
        (
            slot("added", "money", r"(?:more|extra|raise|bump|on top|additional|bonus|added|keep)"),
            slot("wages", "money", r"(?:salary|base|income|make|earn\w*|wages|at|on|from|already)", sole=True),
        ),
        never=r"(?:gross(?:ed)?[- ]?up|withh\w*|option\w*|strike)",
        needs=(("wages", "your yearly wages before it"),),
        shows=("kept of the added pay", "tax on the added pay", "marginal rate on the added pay", "marginal rate on the next dollar"),
        weight=4,
    ),
    Sum(
        "income_tax",
        (r"(?:take[- ]?home|after[- ]?tax\w*|net (?:pay|income|salary)|in hand|how much tax|(?:my|the) net\b|tax bill|income tax|pay in tax|fica|social security|effective (?:tax )?rate|taxes? (?:on|take|eat)|in (?:my )?pocket|keep after)", r"\d"),
        _take_home,
        (slot("wages", "money", r"(?:salary|base|make|earn\w*|gross|income|on|wages|tc|pay)", sole=True),),
        never=r"(?:gross(?:ed)?[- ]?up|withh\w*|option\w*|strike|iso|amt)",
        needs=(("wages", "your gross yearly pay in US dollars"),),
        shows=("net pay", "net pay per pay period", "total tax", "effective tax rate", "federal income tax", "Social Security tax", "Medicare tax", "state income tax", "city income tax"),
        weight=3,
    ),
)  # fmt: skip
