"""Sums about granted stock: what has vested by when, what it is worth at another price, acceleration."""

from __future__ import annotations

import re
from typing import Any

from assistant.offline.sums.slots import slot
from assistant.offline.sums.sum import Filled, Sum, read_vesting

STOCK = r"(?:vest\w*|rsus?|stocks?|shares?|grants?|equity|units|psus?|gsus?)"
LEAVE = r"(?:leav\w*|left|quit\w*|resign\w*|stay\w*|gone|walk\w*|go\b|laid off|fired|after|at|by|until|done|out at|bail\w*|bounc\w*|switch\w*|mark|last day|in month)"
_FREQUENCY = re.compile(
    r"\b(monthly|each month|every month|quarterly|each quarter|every quarter|every 3 months|annual(?:ly)?|yearly|every year|once a year|semi-?annual\w*|every (?:six|6) months)\b",
    re.IGNORECASE,
)
_CLIFF = re.compile(r"\b(?:(?:1|one|a)[ -]?(?:yr?|year)s?|12[ -]?(?:months?|mos?|m))[ -]?clif+\b|\bclif+\b[^.\d]{0,12}(?:1 ?y|one year|a year|12 ?m|1 year)|\bw(?:ith|/) (?:a |the )?(?:usual |standard |normal )?(?:1y |1yr |one year )?clif+\b", re.IGNORECASE)  # fmt: skip
_FIRST = re.compile(
    r"\b(\d{1,3})[ -]?(?:%|percent|pct)[^.\d]{0,24}?\b(?:after|at|on|in) (?:the |a |one |1 ?)?(?:first |1st )?(?:year|yr|12 months|anniversary|cliff)",
    re.IGNORECASE,
)


def read_grant(filled: Filled) -> dict[str, Any]:
    """The grant and its vesting as vesting, equity_value and acceleration take them."""
    text = filled.question.text
    terms = read_vesting(text)
    if "frequency" not in terms and (match := _FREQUENCY.search(text)):
        terms["frequency"] = _rhythm(match.group())
    if "cliff_months" not in terms and _CLIFF.search(text):
        terms["cliff_months"] = 12
    if "cliff_pct" not in terms and (first := _FIRST.search(text)) and "schedule" not in terms:
        terms.setdefault("cliff_months", 12)
        if int(first[1]) * terms.get("years", 4) != 100:
            terms["cliff_pct"] = int(first[1])
    shares = filled.number("shares")
    price = filled.number("share_price")
    total = filled.money("total_value")
    if total is None and shares is None:
        total = filled.money("price_now")
    return {
        "total_value": None if shares is not None else total,
        "shares": shares,
        "share_price": price,
        **terms,
    }


def _rhythm(words: str) -> str:
    words = words.lower()
    if "six" in words or "6" in words or "semi" in words:
        return "semiannual"
    if "month" in words and "3" not in words:
        return "monthly"
    return "quarterly" if "quarter" in words or "3" in words else "annual"


_GOES = re.compile(r"\b(?:leav\w*|quit\w*|resign\w*|go|walk\w*|bail\w*|bounc\w*|stay\w*|gone|left)\b", re.IGNORECASE)
_GOES_REACH = 30


def _leave_month(filled: Filled) -> int | None:
    """The month of leaving: the span behind a word of leaving, before the nearest one to any word."""
    spans = [item for item in filled.question.quantities if item.kind == "span"]
    for word in _GOES.finditer(filled.question.text):
        behind = [item for item in spans if 0 <= item.start - word.end() <= _GOES_REACH]
        if behind:
            return int(behind[0].value.to_integral_value())
    return filled.months("leave_month")


def _vesting(filled: Filled) -> dict[str, Any] | None:
    grant = read_grant(filled)
    leave = _leave_month(filled)
    if (
        leave is None
        and "schedule" not in grant
        and not filled.has(r"(?:per|each|every|a|what) (?:vest|year|month|quarter)|schedule|when|vest\w*")
    ):
        return None
    price_now = filled.number("price_now")
    return {
        **grant,
        "leave_month": leave,
        "price_now": price_now if grant["shares"] else None,
        "tax_pct": filled.number("tax_pct"),
        "currency": filled.currency,
    }


def _value(filled: Filled) -> dict[str, Any] | None:
    growth = filled.number("growth_pct")
    if growth is None:
        return None
    sign = -1 if filled.has(r"(?:drop\w*|fall\w*|down|tank\w*|crash\w*|declin\w*|los\w+|minus)") and growth > 0 else 1
    return {
        **read_grant(filled),
        "growth_pct": sign * growth,
        "tax_pct": filled.number("tax_pct"),
        "discount_pct": filled.number("discount_pct"),
        "currency": filled.currency,
    }


def _price_once(filled: Filled) -> dict[str, Any] | None:
    """A grant whose share price changes once, before the first vest."""
    change, grant = filled.number("price_change_pct"), read_grant(filled)
    if change is None or grant["total_value"] is None:
        return None
    down = filled.has(r"(?:drop\w*|fall\w*|fell|down|tank\w*|crash\w*|declin\w*|los\w+|minus)")
    terms = {name: value for name, value in grant.items() if value is not None and name != "cliff_pct"}
    return {
        "offer": {"base_annual": 0, "currency": filled.currency or "USD", "equity": [terms]},
        "price_change_pct": -change if down and change > 0 else change,
    }


def _acceleration(filled: Filled) -> dict[str, Any]:
    grant = read_grant(filled)
    unvested = filled.has("unvested")
    if unvested and not filled.slots.get("change_month"):
        return {
            "unvested_value": grant["total_value"], "unvested_shares": grant["shares"], "share_price": grant["share_price"],
            "trigger": _trigger(filled), "accelerated_pct": filled.number("accelerated_pct"),
        }  # fmt: skip
    return {
        **grant,
        "trigger": _trigger(filled),
        "change_of_control_month": filled.months("change_month"),
        "accelerated_pct": filled.number("accelerated_pct"),
    }


def _trigger(filled: Filled) -> str | None:
    return "single" if filled.has("single") and not filled.has("double") else "double" if filled.has("double") else None


GRANT_SLOTS = (
    slot("shares", "count", r"(?:shares|rsus?|units|stock units|options?)"),
    slot(
        "share_price", "price", r"(?:a share|per share|/share|each|share price|grant price|price of|trading at|at \$|@)"
    ),
    slot("leave_month", "span", LEAVE),
    slot("total_value", "money", STOCK, sole=True),
)
NO_VEST = r"(?:(?:drops?|falls?|tanks?|crash\w*|goes down|rises?|jumps?|goes up)\b.{0,30}\d+(?:\.\d+)? ?(?:%|percent)|sign[- ]?on|signing|clawback|espp|dilut\w*|strike|exercis\w*|fully diluted|409|withh\w*|sell[- ]to[- ]cover|make[- ]whole|forfeit\w* (?:my |the |a )?(?:bonus|match|pto)|double[- ]trigger|single[- ]trigger|accelerat\w*|iso\b|isos|amt|net shares|after tax)"
STOCK_SUMS = (
    Sum(
        "total_compensation",
        (STOCK, r"(?:drop\w*|fall\w*|fell|tank\w*|crash\w*|los\w+|goes (?:up|down)|rises?|jump\w*|halv\w*|down|up)", r"[\d.]+ ?(?:%|percent)", r"\d+ ?(?:years?|yrs?|y)\b"),
        _price_once,
        (slot("price_change_pct", "percent", r"(?:drop\w*|fall\w*|fell|tank\w*|crash\w*|los\w+|goes|rises?|jump\w*|down|up)"), *GRANT_SLOTS),
        never=r"(?:base|salary|bonus|sign[- ]?on|strike|options?|espp|dilut\w*|claw\w*|leav\w*|withh\w*|tax\w*|grow\w*|compound\w*|\d+ ?(?:%|percent) (?:a|per|each|every) year)",
        shows=("4-year total", "3-year total", "5-year total", "year 1 vested", "year 2 vested", "year 3 vested", "year 4 vested"),
        weight=6,
    ),
    Sum(
        "vesting",
        (r"(?:vest\w*|cliff|(?:then|rest|remainder|remaining) (?:vests? )?(?:monthly|quarterly|annually|yearly|every)|\d+% after|monthly after|walk\w* (?:away )?with|leave with|keep|unvested|get each year|per year|each year)", STOCK),
        _vesting,
        (*GRANT_SLOTS, slot("price_now", "price", r"(?:now|today|currently|goes to|drops to|falls to|rises to|worth)"), slot("tax_pct", "percent", r"(?:tax\w*|withh\w*)")),
        never=NO_VEST,
        needs=(("total_value|shares", "the size of the grant (its value, or the shares and a price)"),),
        shows=(
            "shares vested at month", "value vested at month", "percent vested at month", "shares unvested at month", "value unvested at month",
            "whole net shares", "shares withheld", "shares kept", "total net value", "year 1 vested value", "year 2 vested value",
            "year 3 vested value", "year 4 vested value", "year 1 vested shares", "year 2 vested shares", "year 3 vested shares",
            "year 4 vested shares", "average vested value a year", "grant value",
        ),
        on_offer=True,
        vests=True,
        weight=4,
    ),
    Sum(
        "equity_value",
        (STOCK, r"(?:grow\w*|appreciat\w*|rises?|drops?|falls?|goes (?:up|down)|up|down|compound\w*)", r"\d+ ?(?:%|percent)", r"(?:a year|per year|each year|every year|yearly|annual\w*|p\.a\.)"),
        _value,
        (slot("growth_pct", "percent", r"(?:grow\w*|appreciat\w*|ris\w*|drop\w*|fall\w*|goes|up|down|compound\w*|a year|per year|annual\w*)", sole=True), slot("tax_pct", "percent", "tax"), slot("discount_pct", "percent", "discount"), *GRANT_SLOTS),
        never=NO_VEST + r"|base|salary|offer a",
        needs=(("total_value|shares", "the size of the grant"),),
        shows=("net value", "value at vest", "gain from growth at vest", "year 1 value at vest", "year 2 value at vest", "year 3 value at vest", "year 4 value at vest", "average net value a year", "grant value"),
        on_offer=True,
        vests=True,
        weight=5,
    ),
    Sum(
        "acceleration",
        (r"(?:accelerat\w*|single[- ]trigger|double[- ]trigger)",),
        _acceleration,
        (slot("accelerated_pct", "percent", r"(?:accelerat\w*|trigger|unvested|of)", sole=True), slot("change_month", "span", r"(?:acquir\w*|sold|sale|bought|acquisition|change of control|after|exit|month)", sole=True), *GRANT_SLOTS),
        needs=(("total_value|shares|unvested_value|unvested_shares", "the size of the grant"), ("change_of_control_month|unvested_value|unvested_shares", "after how many months the company would be sold")),
        shows=("value accelerated", "shares accelerated", "percent vested after acceleration", "percent vested at the trigger", "value lost without the clause"),
        vests=True,
        weight=7,
    ),
)  # fmt: skip
