"""Sums about stock options and startup equity: cost, spread, ownership, exits, dilution, the ISO limit."""

from __future__ import annotations

import re
from typing import Any

from assistant.domain.money import to_json_number
from assistant.offline.sums.slots import slot
from assistant.offline.sums.sum import Filled, Sum
from assistant.offline.sums.tax import read_household

OPTION = r"(?:options?|isos?|nsos?|nqsos?|stock options?|strike|esops?|equity|shares?|stake|own\w*)"
_DATE = re.compile(r"\b(20\d\d-\d\d-\d\d)\b")
_STAGES = {
    "seed": "seed",
    "series a": "series_a",
    "series b": "series_b",
    "series c": "series_c",
    "series d": "series_d",
}


LEAST_COMPANY = 10_000
"""Below this an amount is the price of a share, not of a company."""
MOST_HELD = 8
"""Percent above which a number is no employee's stake."""


def _type(filled: Filled) -> str | None:
    if filled.has(r"nsos?\b|nqsos?|non-?qual\w*"):
        return "nso"
    return "iso" if filled.has(r"isos?\b|incentive stock") else None


def _exercise(filled: Filled) -> dict[str, Any]:
    kind = _type(filled)
    taxed = filled.number("tax_pct")
    minimum = taxed if kind == "iso" else None
    household = {k: v for k, v in read_household(filled).items() if v is not None} if filled.money("wages") else {}
    return {
        "option_type": kind or ("nso" if taxed is not None else None),
        "shares": filled.number("shares"),
        "strike": filled.number("strike"),
        "fair_market_value": filled.number("fair_market_value"),
        "tax_pct": taxed if kind != "iso" else None,
        "minimum_tax_pct": minimum,
        "wages": filled.money("wages"),
        **household,
    }


def _options(filled: Filled) -> dict[str, Any]:
    exit_value, own = filled.number("exit_value"), filled.number("ownership_pct")
    price = filled.number("fair_market_value")
    if exit_value is not None and exit_value < LEAST_COMPANY:
        price, exit_value = (exit_value if price is None else price), None
    return {
        "shares": filled.number("shares"),
        "ownership_pct": own if own is None or own < MOST_HELD else None,
        "fully_diluted_shares": filled.number("fully_diluted_shares"),
        "strike": filled.number("strike"),
        "fair_market_value": price,
        "preferred_price": filled.number("preferred_price"),
        "post_money": filled.number("post_money"),
        "exit_value": exit_value,
        "preferences_total": filled.number("preferences_total"),
    }


def _dilution(filled: Filled) -> dict[str, Any] | None:
    """The first small percent is what is held, the larger ones after it are rounds."""
    words = filled.question.text.lower()
    percents = [item for item in filled.question.quantities if item.kind == "percent"]
    own = next((item for item in percents if item.value < MOST_HELD), None)
    rounds: list[Any] = [to_json_number(item.value) for item in percents if item is not own and item.value >= 1]
    if not rounds and (
        part := re.search(r"dilut\w*(?: \w+){0,3} by (?:an? |one )?(quarter|third|half|fifth|tenth)", words)
    ):
        rounds = [{"quarter": 25, "third": 33.33, "half": 50, "fifth": 20, "tenth": 10}[part[1]]]
    times = re.search(
        r"\b(one|two|three|four|five|six|\d) (?:more |further |additional |funding |future |extra )*rounds?\b", words
    )
    if len(rounds) == 1 and times and not filled.has("in total|overall|altogether"):
        count = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}.get(times[1]) or int(times[1])
        rounds *= min(count, 8)
    if not rounds:
        rounds = [{"stage": stage} for name, stage in _STAGES.items() if re.search(rf"\b{name}\b", words)]
    held = filled.number("shares") is not None and filled.number("fully_diluted_shares") is not None
    return {
        "ownership_pct": to_json_number(own.value) if own is not None and not held else None,
        "shares": filled.number("shares") if held else None,
        "fully_diluted_shares": filled.number("fully_diluted_shares") if held else None,
        "rounds": rounds,
        "exit_value": filled.number("exit_value"),
        "strike": filled.number("strike"),
    }


def _waterfall(filled: Filled) -> dict[str, Any]:
    return {
        "preferences_total": filled.number("preferences_total"),
        "exit_value": filled.number("exit_value"),
        "ownership_pct": filled.number("ownership_pct"),
        "shares": filled.number("shares"),
        "fully_diluted_shares": filled.number("fully_diluted_shares"),
        "strike": filled.number("strike"),
    }


_CHANCE = re.compile(
    r"(?P<chance>\d{1,3}(?:\.\d+)?) ?%(?: chance| probability| likely| odds)?(?: of| that| for| to|:| -)* ?(?:(?:it|they|we)(?:'?s| is| gets| get| are)? |an? |the )*"
    r"(?:exits? |sells? |sale |goes |is |worth |gets? |sold |acquired |dies?|zero|nothing|fails?|bust|0)*(?:at |for |of |to )?(?P<value>[$€£]?\d[\d.,]* ?(?:[kKmMbB]n?|million|billion)?\b)?",
    re.IGNORECASE,
)


def _scenarios(filled: Filled) -> dict[str, Any] | None:
    from assistant.domain.amounts import read_amounts

    found: list[dict[str, Any]] = []
    for match in _CHANCE.finditer(filled.question.text):
        amounts = [a for a in read_amounts(match["value"] or "") if a.kind != "percent"]
        found.append({
            "name": f"future {len(found) + 1}",
            "exit_value": to_json_number(amounts[0].value) if amounts else 0,
            "probability_pct": float(match["chance"]),
        })  # fmt: skip
    own = filled.number("ownership_pct")
    found = [item for item in found if item["probability_pct"] != own]
    if len(found) < 2 or abs(sum(item["probability_pct"] for item in found) - 100) > 0.01:
        return None
    return {
        "ownership_pct": own,
        "shares": filled.number("shares") if own is None else None,
        "fully_diluted_shares": filled.number("fully_diluted_shares") if own is None else None,
        "strike": filled.number("strike"),
        "scenarios": found,
    }


def _share(filled: Filled) -> dict[str, Any]:
    return {
        "percent": filled.number("percent"),
        "basis_points": None,
        "shares": filled.number("shares"),
        "shares_outstanding": filled.number("shares_outstanding"),
        "company_value": filled.number("company_value"),
        "years": filled.years("years"),
        "currency": filled.currency,
    }


def _iso_limit(filled: Filled) -> dict[str, Any]:
    shares, value = filled.number("shares"), filled.number("fair_market_value")
    if not (shares and value):
        return {}
    years = filled.years("years")
    grant: dict[str, Any] = {"shares": shares, "fair_market_value": value, "vesting_years": int(years) if years else 4}
    if filled.has("cliff|after (?:a|one|1) year"):
        grant["cliff_months"] = 12
    if filled.has(r"(?:each|every|per|a) (?:calendar )?(?:year|january|jan\b)|yearly|annual\w*"):
        grant["vesting_frequency"] = "annual"
    today = filled.question.today
    dated = _DATE.search(filled.question.text)
    grant["grant_date"] = dated[1] if dated else f"{today.year if today else 2026}-01-01"
    return {"grants": [grant]}


def _break_even(filled: Filled) -> dict[str, Any]:
    """What is held, the later rounds, and the pay given up for it."""
    held = _dilution(filled) or {}
    years = filled.years("years")
    return {
        "ownership_pct": held.get("ownership_pct"),
        "rounds": held.get("rounds") or None,
        "cash_given_up": filled.money("cash_given_up"),
        "years_given_up": years,
        "currency": filled.currency,
    }


_HELD = re.compile(
    r"\b(?:(?P<months>\d{1,2}|thirteen|fourteen|fifteen|eighteen|twenty) months?|(?P<years>\d|two|three|four|a|one) (?:and a half )?years?) (?:later|after)",
    re.IGNORECASE,
)
_MONTHS = {"thirteen": 13, "fourteen": 14, "fifteen": 15, "eighteen": 18, "twenty": 20}


def _held_long(filled: Filled) -> bool | None:
    """Whether the holding periods are said to be met; None where nothing is said."""
    if filled.has(r"(?:same day|right away|immediately|straight away|at once|disqualif\w*|short[- ]term)"):
        return False
    if filled.has(
        r"(?:qualifying|long[- ]term (?:rate|gain|capital)|held (?:\w+ ){0,3}(?:over|more than) (?:a|one|two|1|2))"
    ):
        return True
    if match := _HELD.search(filled.question.text):
        months = match["months"]
        return (_MONTHS.get(months.lower()) or int(months)) > 12 if months else True
    return None


def _sale(filled: Filled) -> dict[str, Any]:
    return {
        "option_type": _type(filled),
        "shares": filled.number("shares"),
        "strike": filled.number("strike"),
        "fair_market_value_at_exercise": filled.number("fair_market_value_at_exercise"),
        "sale_price": filled.number("sale_price"),
        "held_long": _held_long(filled),
        "tax_pct": filled.number("tax_pct"),
        "capital_gains_pct": filled.number("capital_gains_pct"),
    }


SHARES = slot(
    "shares",
    "count",
    r"(?:options?|shares|isos?|nsos?|stock options|granted|grant of|i (?:have|hold|got|own)|exercise|vested)",
    sole=True,
)
STRIKE = slot("strike", "price", r"(?:strike|exercise price|exercis\w*(?: price)? (?:at|of|is)?|at a price)")
FMV = slot(
    "fair_market_value",
    "price",
    r"(?:409a?|fmv|fair market value|market value|now|current\w*|today|worth|valued|trading|(?:bought|sold|acquired)(?: out)? (?:at|for)|a share|per share|each)",
)
DILUTED = slot(
    "fully_diluted_shares",
    "count",
    r"(?:fully[- ]diluted|fd\b|outstanding|total shares|shares total|in total|out of|company has|share count|cap table)",
)
OWN = slot(
    "ownership_pct",
    "percent",
    r"(?:own\w*|equity|stake|of the company|options?|grant\w*|i(?:'d| would)? (?:get|have|hold)|offer\w*)",
    sole=True,
)
EXIT = slot(
    "exit_value",
    "money",
    r"(?:exit\w*|acqui\w*|sold?|sale|sells|bought|buys|ipos?|goes public|valu\w*|worth|at)",
    sole=True,
)
PREFERENCES = slot("preferences_total", "money", r"(?:prefer\w*|liq\w*|prefs?|stack|raised|investors)")
OPTION_SUMS = (
    Sum(
        "dilution",
        (r"(?:break[- ]?even|pays? (?:it |me )?back|make up|worth it|recover\w*)", r"(?:giv\w* up|less|cut|lower|sacrific\w*|forgo\w*)", r"[\d.]+ ?(?:%|percent)"),
        _break_even,
        (slot("cash_given_up", "money", r"(?:giv\w* up|less|cut|lower|sacrific\w*|forgo\w*)", sole=True), slot("years", "span", r"(?:for|over|years?)", sole=True)),
        needs=(("ownership_pct", "the percent of the company you hold"), ("cash_given_up", "the pay a year that you give up")),
        shows=("sale of the company", "pay given up in all", "ownership after", "ownership"),
        weight=9,
    ),
    Sum(
        "option_sale",
        (r"(?:sold|sell\w*|sale)", r"exercis\w*", r"(?:options?|isos?|nsos?|nqsos?)", r"(?:gain|tax\w*|profit|owe|keep|how much|what)"),
        _sale,
        (
            slot("sale_price", "price", r"(?:sold|sell\w*|sale)"),
            slot("strike", "price", r"(?:strike|exercis\w*(?: \S+){0,3} at|exercise price)"),
            slot("fair_market_value_at_exercise", "price", r"(?:fmv|409a?|market value|worth|valued|trading)"),
            slot("capital_gains_pct", "percent", r"(?:long[- ]term|capital|ltcg|gains)", sole=True),
            slot("tax_pct", "percent", r"(?:ordinary|marginal|income tax|bracket|short[- ]term)"),
            SHARES,
        ),
        needs=(("shares", "the number of shares sold"), ("strike", "the strike price"), ("fair_market_value_at_exercise", "the value of a share on the day of exercise"), ("sale_price", "the sale price"), ("held_long", "how long you held the shares after the exercise and after the grant")),
        shows=("gain", "tax on the gain", "kept after cost and tax", "ordinary income", "capital gain"),
        never=r"(?:company (?:is|gets) sold|exit)",
        weight=8,
    ),
    Sum(
        "iso_limit",
        (r"(?:100 ?k|100,000|\$100|first exercisable)", r"(?:isos?|incentive)", r"(?:limit|rule|exercisable|nso|cap|over|exceed\w*|above|split)"),
        _iso_limit,
        (SHARES, slot("fair_market_value", "price", r"(?:fmv|409a?|strike|fair market value|price|at|worth|per share|a share)"), slot("years", "span", r"(?:over|vest\w*)", sole=True)),
        needs=(("grants", "the number of ISOs and the share value on the grant date"),),
        shows=("shares that stay ISO", "shares treated as NSO", "limit a calendar year"),
        weight=9,
    ),
    Sum(
        "option_exercise",
        (r"(?:exercis\w*|spread|amt\b|alternative minimum|83 ?\(?b|profit|(?:sold|bought|acquired|sells?|exit|trad\w*|price|worth)[^.?!]{0,20}(?:a share|per share|each|/share)|(?:a|per|/) ?share)", r"(?:options?|isos?|nsos?|strike)", r"\d"),
        _exercise,
        (STRIKE, FMV, slot("tax_pct", "percent", r"(?:tax\w*|rate|bracket|marginal)", sole=True), slot("wages", "money", r"(?:salary|wages|income|i make|earn\w*)"), SHARES),
        never=r"(?:exit value|fully[- ]diluted|(?<!no )dilut\w*|acquired for|sold for|sell(?:s|ing)? (?:them |it )?(?:later )?(?:for|at)|100 ?k limit|iso limit)",
        needs=(("shares", "the number of options"), ("strike", "the strike price")),
        shows=("strike cost", "spread at exercise", "tax at exercise", "cost to exercise", "quick estimate", "income tax on the spread", "payroll tax on the spread", "alternative minimum tax"),
        weight=5,
    ),
    Sum(
        "exit_scenarios",
        (r"(?:chance|probab\w*|odds|likely|expected value|%)", r"(?:exit\w*|sold|sale|acqui\w*|ipo|zero|nothing|fail\w*|dies|bust)", OPTION),
        _scenarios,
        (SHARES, DILUTED, STRIKE, OWN),
        needs=(("ownership_pct|shares", "your part of the company"),),
        shows=("probability-weighted value", "value in", "probability of nothing", "median value", "probability-weighted value a year"),
        weight=8,
    ),
    Sum(
        "dilution",
        (r"(?:dilut\w*|rounds?|series [a-e])", r"\d+ ?(?:%|percent)"),
        _dilution,
        (slot("ownership_pct", "percent", r"(?:own\w*|equity|stake|of the company|options?|grant\w*|have|hold|got|start\w*|my|from)", sole=True), DILUTED, slot("exit_value", "money", r"(?:exit\w*|acqui\w*|sold|sale|sells|ipo|worth)"), STRIKE, slot("shares", "count", r"(?:options|shares|isos?)")),
        needs=(("rounds", "the size of the later rounds in percent"), ("ownership_pct|shares", "the percent you hold")),
        never=r"(?:fully[- ]diluted(?!.*\bround)|no (?:further |more )?dilution|without dilution|ignor\w* dilution|give up)",
        shows=("ownership after", "total dilution", "value at the exit after dilution"),
        weight=6,
    ),
    Sum(
        "exit_waterfall",
        (r"(?:prefer\w*|liq(?:uidation)? pref\w*|prefs|waterfall|participat\w*)", r"(?:exit\w*|sold|sale|sells|acqui\w*|payout|get)"),
        _waterfall,
        (PREFERENCES, EXIT, OWN, DILUTED, STRIKE, slot("shares", "count", r"(?:options|my shares|i have)")),
        needs=(("exit_value", "the sale price of the company"), ("ownership_pct|shares", "your part of the company"), ("preferences_total", "what investors are paid first, in total")),
        shows=("net value while investors keep", "net value when investors convert", "net value", "value"),
        weight=7,
    ),
    Sum(
        "stock_options",
        (r"(?:options?|isos?|nsos?|strike|fully[- ]diluted|startup|series [a-e]|exit\w*|preferred|0?\.\d+ ?%|stake)", r"(?:strike|fully[- ]diluted|exit\w*|worth|own\w*|percent\w*|%|sold|acqui\w*|ipo|value\w*|paper|cost)", r"\d"),
        _options,
        (STRIKE, DILUTED, slot("preferred_price", "price", r"(?:preferred|last round price|investors paid|series [a-e] price)"), FMV, PREFERENCES, slot("post_money", "money", r"(?:post[- ]money|valuation|valued at|last round)"), slot("exit_value", "money", r"(?:exit\w*|acqui\w*|sold|sale|sells|bought|ipos?|goes public|goes for)"), OWN, SHARES),
        never=r"(?:rsus?|vest\w* (?:after|by)|rounds?|withh\w*|espp|hike|raise|bonus|sign[- ]?on|fica|salary|base)",
        needs=(("shares|ownership_pct", "the number of options, or your percent"), ("fully_diluted_shares|fair_market_value|preferred_price|post_money|exit_value", "the number of fully diluted shares, or a price per share or a value of the company (409A, last round valuation, or a sale)")),
        shows=("ownership", "value at the exit", "paper value", "strike cost of all options", "spread", "break-even exit value", "value at the"),
        weight=4,
    ),
    Sum(
        "company_share",
        (r"(?:\d+ ?%|percent|bps|basis points?)", r"(?:valu\w*|worth|market cap|company)", r"(?:\d ?(?:m|mm|b|bn|million|billion|crore|cr)\b)"),
        _share,
        (slot("percent", "percent", r"(?:own\w*|equity|stake|of)", sole=True), slot("company_value", "money", r"(?:valu\w*|worth|market cap|company|post)", sole=True), slot("years", "span", r"(?:over|vest\w*)", sole=True)),
        never=r"(?:strike|fully[- ]diluted|rounds?|dilut\w*|prefer\w*|exit\w*|sold|acquired|ipo)",
        needs=(("percent|shares", "the percent"), ("company_value", "the value of the company")),
        shows=("value of the stake", "value a year", "basis points"),
        weight=5,
    ),
)  # fmt: skip
